"""How a place is cited: who, which council, when, which item and page, where it stands, and of which file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from db.site.words import word


def address(row: Mapping[str, Any]) -> str:
    """The lasting address of a statement or decision below the site's own; `anchor` is its letter."""
    return f"/dokument/{row['document_id']}#{row['anchor']}-{row['id']}"


def citation(row: Mapping[str, Any], site: str) -> str:
    """One line to copy; what is not known is left out. `site` is the address the site is reached at."""
    number = row["number"]
    parts = [
        row.get("speaker") or row.get("speaker_name"),
        " ".join(filter(None, (row["organization"], row["body"]))),
        f"Sitzung vom {word(row['date'][:10], None, '')}" if row["date"] else None,
        f"TOP {number.removeprefix('TOP ')}" if number else None,
        f"S. {row['page']}" if row["page"] else None,
        site.rstrip("/") + address(row),
        f"SHA-256 {row['document_id']}",
    ]
    return ", ".join(part for part in parts if part)
