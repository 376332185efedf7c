"""An agenda item: its papers, the discussion as a transcript, what was decided."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from datasette.database import Database

from db.site.entities.rows import Row, first, rows

HEAD = """
    select agenda_items.*, meetings.start as meeting_start, meetings.name as meeting,
        meetings.organization_id, meetings.body_id, organizations.name as organization, bodies.name as body
    from agenda_items
    left join meetings on meetings.id = agenda_items.meeting_id
    left join organizations on organizations.id = meetings.organization_id
    left join bodies on bodies.id = meetings.body_id
    where agenda_items.id = :id
"""

PAPERS = """
    select papers.id, papers.reference, papers.name, papers.paper_type, consultations.role,
        (select count(*) from consultations as others where others.paper_id = papers.id) as stations
    from consultations join papers on papers.id = consultations.paper_id
    where consultations.agenda_item_id = :id order by papers.reference
"""

STATEMENTS = """
    select statements.id, statements.document_id, statements.speaker, statements.speaker_name, statements.kind,
        statements.speaker_note, statements.addressee, statements.text, statements.page,
        statements.confidence, min(statement_speakers.position) as position, persons.id as person_id,
        persons.name as person
    from statements
    left join statement_speakers on statement_speakers.statement_id = statements.id
    left join persons on persons.id = statement_speakers.person_id
    where statements.agenda_item_id = :id and statements.double_of is null
    group by statements.id order by statements.document_id, statements.start
"""

DECISIONS = """
    select * from decisions where agenda_item_id = :id and double_of is null order by document_id, start
"""

CITATIONS = """
    select distinct citations.kind, citations.normalized, citations.target_id, citations.law_id from citations
    where citations.agenda_item_id = :id order by citations.kind, citations.normalized
"""

TASKS = """
    select * from tasks where agenda_item_id = :id and double_of is null order by document_id, start
"""

BESIDE = """
    select id, number, title from agenda_items
    where meeting_id = :meeting and position {comparison} :position order by position {order} limit 1
"""


async def load(database: Database, id: str) -> dict[str, Any] | None:
    """The page of the agenda item with this id."""
    head = await first(database, HEAD, id=id)
    if head is None:
        return None
    return {
        "head": head,
        "papers": await rows(database, PAPERS, id=id),
        "turns": turns(await rows(database, STATEMENTS, id=id)),
        "decisions": await rows(database, DECISIONS, id=id),
        "tasks": await rows(database, TASKS, id=id),
        "citations": await rows(database, CITATIONS, id=id),
        "before": await _beside(database, head, "<", "desc"),
        "after": await _beside(database, head, ">", "asc"),
    }


def turns(statements: list[Row]) -> list[dict[str, Any]]:
    """Statements in the order of the text, those of one speaker that follow each other as one turn."""
    return [
        {
            "speaker": speaker,
            "person_id": person_id,
            "name": name,
            "statements": [row for _, row in rows],
        }
        for (person_id, name, speaker), rows in (
            (key, list(group)) for key, group in groupby(map(_with_key, statements), key=lambda pair: pair[0])
        )
    ]


def _with_key(row: Row) -> tuple[tuple[str | None, str | None, str | None], Row]:
    """Who speaks as the registry knows them, else as the minutes write; continued sentences repeat the wording."""
    return (row["person_id"], row["person"] or row["speaker_name"], row["speaker_name"]), row


async def _beside(database: Database, head: Row, comparison: str, order: str) -> Row | None:
    if head["meeting_id"] is None or head["position"] is None:
        return None
    sql = BESIDE.format(comparison=comparison, order=order)
    return await first(database, sql, meeting=head["meeting_id"], position=head["position"])
