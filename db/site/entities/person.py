"""A person: offices and factions over time, what they said by topic and time, where they were present."""

from __future__ import annotations

import asyncio
from typing import Any

from datasette.database import Database

from db.site.entities.rows import Row, first, rows

HEAD = """
    select persons.*, bodies.name as body from persons left join bodies on bodies.id = persons.body_id
    where persons.id = :id and not persons.private
"""

MEMBERSHIPS = """
    select organizations.id as organization_id, organizations.name as organization, memberships.role,
        memberships.on_behalf_of, memberships.start_date, memberships.end_date
    from memberships left join organizations on organizations.id = memberships.organization_id
    where memberships.person_id = :id
    order by memberships.start_date = '', memberships.start_date desc, organizations.name
"""

OF_PERSON = """
    from statement_speakers
    join statements on statements.id = statement_speakers.statement_id and statements.double_of is null
    left join documents on documents.id = statements.document_id
    left join agenda_items on agenda_items.id = statements.agenda_item_id
    left join meetings on meetings.id = coalesce(agenda_items.meeting_id, documents.meeting_id)
    left join organizations on organizations.id = meetings.organization_id
    where statement_speakers.person_id = :id
"""

TOPICS = f"""
    select agenda_items.id, agenda_items.number, agenda_items.title, count(*) as statements,
        coalesce(meetings.start, documents.date) as date, organizations.name as organization
    {OF_PERSON}
    group by coalesce(agenda_items.id, documents.id)
    order by date desc, agenda_items.position limit 100
"""

YEARS = f"""
    select substr(coalesce(meetings.start, documents.date), 1, 4) as year, count(*) as statements
    {OF_PERSON} group by year order by year
"""

LATEST = f"""
    select statements.id, statements.document_id, statements.text, statements.kind, statements.page,
        statements.speaker, agenda_items.id as item_id, agenda_items.number, agenda_items.title as item,
        coalesce(meetings.start, documents.date) as date, organizations.name as organization
    {OF_PERSON}
    order by date desc, statements.document_id, statements.start limit 20
"""

VOTES = """
    select votes.option, votes.decision_id, agenda_items.title as item, agenda_items.number,
        coalesce(meetings.start, documents.date) as date
    from votes
    join documents on documents.id = votes.document_id
    left join agenda_items on agenda_items.id = votes.agenda_item_id
    left join meetings on meetings.id = coalesce(agenda_items.meeting_id, documents.meeting_id)
    where votes.person_id = :id order by date desc limit 50
"""

ATTENDANCE = """
    select attendances.status, count(*) as meetings, min(meetings.start) as first, max(meetings.start) as last
    from attendances left join meetings on meetings.id = attendances.meeting_id
    where attendances.person_id = :id group by attendances.status
"""


async def load(database: Database, id: str) -> dict[str, Any] | None:
    """The page of the person with this id; None for private persons too."""
    head = await first(database, HEAD, id=id)
    if head is None:
        return None
    found: list[list[Row]] = await asyncio.gather(
        *(rows(database, sql, id=id) for sql in (MEMBERSHIPS, TOPICS, YEARS, LATEST, VOTES, ATTENDANCE))
    )
    memberships, topics, years, latest, votes, attendance = found
    return {
        "head": head,
        "memberships": memberships,
        "topics": topics,
        "years": years,
        "total": sum(year["statements"] for year in years),
        "latest": latest,
        "votes": votes,
        "attendance": attendance,
    }
