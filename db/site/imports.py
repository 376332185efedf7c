"""What came in with the latest imports, what was refused or is doubtful, and what to do about it."""

from __future__ import annotations

from typing import Any

from datasette.database import Database

from db.site.entities.rows import Row, rows
from db.site.messages import told

RUNS = """
    select imports.*,
        (select count(*) from issues where import_id = imports.id and level = 'warning') as doubts
    from imports order by started_at desc limit 20
"""

ISSUES = """
    select level, message, advice, address,
        case when document_id in (select id from documents) then document_id end as document_id
    from issues order by level, address limit 20000
"""


async def imports(database: Database) -> dict[str, Any]:
    """The latest runs, and by what they are about the refused files and the doubts, the most frequent first."""
    found = await rows(database, ISSUES)
    refused = [row for row in found if row["level"] == "error"]
    doubts = [row for row in found if row["level"] == "warning"]
    return {
        "runs": await rows(database, RUNS),
        "refused": by_kind(refused),
        "refusals": len(refused),
        "doubts": by_kind(doubts),
        "doubtful": len(doubts),
    }


def by_kind(issues: list[Row]) -> list[dict[str, Any]]:
    """Issues that say the same of different things together, with the first of them as an example."""
    kinds: dict[str, dict[str, Any]] = {}
    for row in issues:
        said = told(row["message"], row["advice"])
        kind = kinds.setdefault(said.kind, {"told": said, "count": 0, "example": row, "addresses": []})
        kind["count"] += 1
        kind["addresses"].append(row["address"])
    return sorted(kinds.values(), key=lambda kind: -kind["count"])
