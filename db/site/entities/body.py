"""A municipality: what is here of it, its bodies, its latest meetings, who speaks, how complete the years are."""

from __future__ import annotations

import asyncio
from typing import Any

from datasette.database import Database

from db.site.completeness import completeness
from db.site.entities.rows import Row, count, first, rows

HEAD = "select * from bodies where id = :id"

COUNTS = {
    "documents": "select count(*) from documents where body_id = :id and current",
    "meetings": "select count(*) from meetings where body_id = :id",
    "papers": "select count(*) from papers where body_id = :id",
    "persons": "select count(*) from persons where body_id = :id and not private",
    "statements": """
        select count(*) from statements where double_of is null
            and document_id in (select id from documents where body_id = :id)""",
    "decisions": """
        select count(*) from decisions where double_of is null
            and document_id in (select id from documents where body_id = :id)""",
    "ozg": """
        select count(*) from ozg_mentions where document_id in (select id from documents where body_id = :id)""",
}

ORGANIZATIONS = """
    select organizations.id, organizations.name, organizations.classification, count(meetings.id) as meetings,
        min(meetings.start) as first, max(meetings.start) as last
    from organizations join meetings on meetings.organization_id = organizations.id
    where organizations.body_id = :id
    group by organizations.id order by meetings desc, organizations.name
"""

MEETINGS = """
    select meetings.id, meetings.name, meetings.start, meetings.cancelled, organizations.name as organization,
        (select count(*) from agenda_items where meeting_id = meetings.id) as items
    from meetings left join organizations on organizations.id = meetings.organization_id
    where meetings.body_id = :id
    order by meetings.start desc, meetings.id limit 12
"""

SPEAKERS = """
    select persons.id, persons.name, count(*) as statements
    from persons
    join statement_speakers on statement_speakers.person_id = persons.id
    join statements on statements.id = statement_speakers.statement_id and statements.double_of is null
    where persons.body_id = :id and not persons.private
    group by persons.id order by statements desc, persons.name limit 15
"""


async def load(database: Database, id: str) -> dict[str, Any] | None:
    """The page of the municipality with this id."""
    head = await first(database, HEAD, id=id)
    if head is None:
        return None
    lists: list[list[Row]] = await asyncio.gather(
        *(rows(database, sql, id=id) for sql in (ORGANIZATIONS, MEETINGS, SPEAKERS))
    )
    counts = {name: await count(database, sql, id=id) for name, sql in COUNTS.items()}
    organizations, meetings, speakers = lists
    return {
        "head": head,
        "counts": counts,
        "organizations": organizations,
        "meetings": meetings,
        "speakers": speakers,
        "completeness": await completeness(database, id),
    }
