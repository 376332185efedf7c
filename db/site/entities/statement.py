"""A statement: who said it, where it stands, what stands around it, and how it was found."""

from __future__ import annotations

from typing import Any

from datasette.database import Database

from db.site.entities.rows import first, rows

AROUND = 400
"""Letters of the text that are shown on either side."""

HEAD = f"""
    select statements.*, agenda_items.number, agenda_items.title as item, agenda_items.meeting_id,
        coalesce(meetings.start, documents.date) as date, organizations.name as organization,
        meetings.organization_id, coalesce(meetings.body_id, documents.body_id) as body_id, bodies.name as body,
        documents.title as document, documents.approval,
        substr(texts.text, max(1, statements.start + 1 - {AROUND}), min(statements.start, {AROUND})) as before,
        substr(texts.text, statements.end + 1, {AROUND}) as after
    from statements
    join documents on documents.id = statements.document_id
    left join texts on texts.document_id = documents.id
    left join agenda_items on agenda_items.id = statements.agenda_item_id
    left join meetings on meetings.id = coalesce(agenda_items.meeting_id, documents.meeting_id)
    left join organizations on organizations.id = meetings.organization_id
    left join bodies on bodies.id = coalesce(meetings.body_id, documents.body_id)
    where statements.id = :id
"""

SPEAKERS = """
    select persons.id, persons.name, statement_speakers.role, statement_speakers.on_behalf_of
    from statement_speakers join persons on persons.id = statement_speakers.person_id
    where statement_id = :id order by position
"""

ADDRESSEES = """
    select persons.id, persons.name from statement_addressees
    join persons on persons.id = statement_addressees.person_id where statement_id = :id order by position
"""

TOLD_TWICE = "select id, document_id, page from statements where double_of = :id"


async def load(database: Database, id: str) -> dict[str, Any] | None:
    """The page of the statement with this id."""
    head = await first(database, HEAD, id=id)
    if head is None:
        return None
    return {
        "head": head,
        "speakers": await rows(database, SPEAKERS, id=id),
        "addressees": await rows(database, ADDRESSEES, id=id),
        "doubles": await rows(database, TOLD_TWICE, id=id),
    }
