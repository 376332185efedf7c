"""What is new since a day: documents that the world brought, not what was evaluated anew."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Any

from datasette.database import Database

from db.site.entities.rows import rows

DAY = re.compile(r"\d{4}-\d\d-\d\d")

ARRIVED = """
    select documents.id, documents.title, documents.kind, documents.date, documents.replaces is not null as changed,
        coalesce(bodies.name, 'Kommune nicht bekannt') as body, bodies.id as body_id,
        min(coalesce(found_at, retrieved_at)) as arrived,
        (select count(*) from statements where document_id = documents.id and double_of is null) as statements,
        (select count(*) from decisions where document_id = documents.id and double_of is null) as decisions
    from documents
    join document_sources on document_sources.document_id = documents.id
    left join bodies on bodies.id = documents.body_id
    where documents.current
    group by documents.id having arrived >= :since
    order by body, arrived desc, documents.date desc, documents.title
"""

LATEST = """
    select max(arrived) from (
        select min(coalesce(found_at, retrieved_at)) as arrived from document_sources group by document_id
    )
"""


async def news(database: Database, since: str) -> dict[str, Any]:
    """New and changed documents since a day, by municipality; the last day of arrival where `since` is no day."""
    latest = (await database.execute(LATEST)).single_value() or ""
    day = since if DAY.fullmatch(since) else latest[:10]
    found = await rows(database, ARRIVED, since=day)
    bodies = [
        {"body": body, "body_id": body_id, "documents": list(documents)}
        for (body, body_id), documents in groupby(found, key=lambda row: (row["body"], row["body_id"]))
    ]
    return {
        "since": day,
        "latest": latest,
        "new": sum(not row["changed"] for row in found),
        "changed": sum(bool(row["changed"]) for row in found),
        "statements": sum(row["statements"] for row in found),
        "decisions": sum(row["decisions"] for row in found),
        "bodies": bodies,
    }
