"""A law: where it is cited, by paragraph."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Any

from datasette.database import Database

from db.site.entities.rows import rows

CITATIONS = """
    select citations.id, citations.document_id, citations.normalized, citations.text, citations.page,
        bodies.id as body_id, bodies.name as body, documents.title, agenda_items.id as item_id,
        agenda_items.number, agenda_items.title as item, coalesce(meetings.start, documents.date) as date
    from citations
    join documents on documents.id = citations.document_id
    left join agenda_items on agenda_items.id = citations.agenda_item_id
    left join meetings on meetings.id = coalesce(agenda_items.meeting_id, documents.meeting_id)
    left join bodies on bodies.id = coalesce(meetings.body_id, documents.body_id)
    where citations.kind <> 'paper'
        and (citations.normalized = :name or substr(citations.normalized, -length(:name) - 1) = ' ' || :name)
    order by citations.normalized, date desc, citations.start limit 500
"""


PROVISION = re.compile(r"(?:§§?|Art\.?|Artikel) .*?(?P<law>[A-ZÄÖÜ][\w-]{1,}(?: [IVX]+)?(?: \w+)?)")


def law_of(citation: str) -> str:
    """The law that a normalised citation is of: `§ 34 Abs. 1 GemO` → `GemO`."""
    provision = PROVISION.fullmatch(citation)
    return provision["law"] if provision else citation


async def load(database: Database, id: str) -> dict[str, Any] | None:
    """The page of the law with this short name (`BauGB`): its citations grouped by place."""
    found = await rows(database, CITATIONS, name=id)
    if not found:
        return None
    groups = groupby(found, key=lambda row: row["normalized"])
    return {
        "head": {"name": id, "citations": len(found)},
        "places": [{"normalized": place, "citations": list(cited)} for place, cited in groups],
    }
