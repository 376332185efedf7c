"""A law or local statute: where it is cited, by paragraph."""

from __future__ import annotations

import re
from typing import Any

from datasette.database import Database

from db.site.entities.rows import first, rows

SHOWN = 20
"""Citations of a place that are listed; the table holds them all."""

PLACES = """
    select normalized, count(*) as count from citations where law_id = :id group by normalized order by normalized
    limit 300
"""

HEAD = """
    select laws.*, bodies.name as body from laws left join bodies on bodies.id = laws.body_id where laws.id = :id
"""

CITATIONS = f"""
    select citations.id, citations.document_id, citations.normalized, citations.text, citations.page,
        bodies.id as body_id, bodies.name as body, documents.title, agenda_items.id as item_id,
        agenda_items.number, agenda_items.title as item, coalesce(meetings.start, documents.date) as date
    from citations
    join documents on documents.id = citations.document_id
    left join agenda_items on agenda_items.id = citations.agenda_item_id
    left join meetings on meetings.id = coalesce(agenda_items.meeting_id, documents.meeting_id)
    left join bodies on bodies.id = coalesce(meetings.body_id, documents.body_id)
    where citations.law_id = :id and citations.normalized = :normalized
    order by date desc, citations.document_id, citations.start limit {SHOWN}
"""


async def load(database: Database, id: str) -> dict[str, Any] | None:
    """The page of the law with this id: its citations grouped by place."""
    head = await first(database, HEAD, id=id)
    if head is None:
        return None
    places = sorted(await rows(database, PLACES, id=id), key=lambda place: _in_order(place["normalized"]))
    return {
        "head": head,
        "citations": sum(place["count"] for place in places),
        "places": [
            {**place, "citations": await rows(database, CITATIONS, id=id, normalized=place["normalized"])}
            for place in places
        ],
    }


def _in_order(place: str) -> list[tuple[int, str]]:
    """So that § 3 comes before § 13 and § 13 before § 13a."""
    return [(int(digits or -1), letters) for digits, letters in re.findall(r"(\d+)|(\D+)", place)]
