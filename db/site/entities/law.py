"""A law or local statute: where it is cited, by paragraph."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from datasette.database import Database

from db.site.entities.rows import first, rows

HEAD = """
    select laws.*, bodies.name as body from laws left join bodies on bodies.id = laws.body_id where laws.id = :id
"""

CITATIONS = """
    select citations.id, citations.document_id, citations.normalized, citations.text, citations.page,
        bodies.id as body_id, bodies.name as body, documents.title, agenda_items.id as item_id,
        agenda_items.number, agenda_items.title as item, coalesce(meetings.start, documents.date) as date
    from citations
    join documents on documents.id = citations.document_id
    left join agenda_items on agenda_items.id = citations.agenda_item_id
    left join meetings on meetings.id = coalesce(agenda_items.meeting_id, documents.meeting_id)
    left join bodies on bodies.id = coalesce(meetings.body_id, documents.body_id)
    where citations.law_id = :id
    order by citations.normalized, date desc, citations.start limit 500
"""


async def load(database: Database, id: str) -> dict[str, Any] | None:
    """The page of the law with this id: its citations grouped by place."""
    head = await first(database, HEAD, id=id)
    if head is None:
        return None
    found = await rows(database, CITATIONS, id=id)
    groups = groupby(found, key=lambda row: row["normalized"])
    return {
        "head": head,
        "citations": len(found),
        "places": [{"normalized": place, "citations": list(cited)} for place, cited in groups],
    }
