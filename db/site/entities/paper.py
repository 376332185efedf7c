"""A paper and its way through the bodies."""

from __future__ import annotations

from typing import Any

from datasette.database import Database

from db.site.entities import proposal
from db.site.entities.rows import first, rows

HEAD = """
    select papers.*, bodies.name as body from papers left join bodies on bodies.id = papers.body_id
    where papers.id = :id
"""

STATIONS = """
    select consultations.role, consultations.result, meetings.id as meeting_id, meetings.start,
        organizations.name as organization, organizations.id as organization_id, agenda_items.id as item_id,
        agenda_items.number, agenda_items.title,
        coalesce(
            nullif(nullif(consultations.outcome, 'unknown'), 'none'), agenda_items.outcome, consultations.outcome
        ) as outcome
    from consultations
    left join agenda_items on agenda_items.id = consultations.agenda_item_id
    left join meetings on meetings.id = coalesce(consultations.meeting_id, agenda_items.meeting_id)
    left join organizations on organizations.id = meetings.organization_id
    where consultations.paper_id = :id
    order by meetings.start is null, meetings.start, agenda_items.position
"""

DECISIONS = """
    select decisions.*, agenda_items.number, organizations.name as organization, meetings.start as date
    from consultations
    join agenda_items on agenda_items.id = consultations.agenda_item_id
    join decisions on decisions.agenda_item_id = agenda_items.id and decisions.double_of is null
    left join meetings on meetings.id = agenda_items.meeting_id
    left join organizations on organizations.id = meetings.organization_id
    where consultations.paper_id = :id
    group by decisions.id order by meetings.start, decisions.start
"""

RELATED = """
    select paper_relations.kind, paper_relations.document_id, paper_relations.start, papers.id, papers.reference,
        papers.name, paper_relations.related_id = :id as later
    from paper_relations
    join papers on papers.id = case when paper_relations.paper_id = :id then related_id else paper_id end
    where paper_relations.paper_id = :id or paper_relations.related_id = :id
    group by paper_relations.kind, papers.id order by papers.reference
"""

DOCUMENTS = """
    select documents.id, documents.title, documents.kind, documents.date from documents
    where documents.current and documents.kind in ('paper', 'motion') and documents.id in (
        select document_id from citations where target_id = :id
    ) order by documents.date, documents.title limit 20
"""

FILES = "select name, kind, url from files where paper_id = :id and url is not null order by kind, name"

CITED = """
    select citations.document_id, citations.id, citations.page, citations.text, documents.title, documents.date,
        agenda_items.id as item_id, agenda_items.number, agenda_items.title as item
    from citations
    join documents on documents.id = citations.document_id
    left join agenda_items on agenda_items.id = citations.agenda_item_id
    where citations.target_id = :id order by documents.date desc, citations.start limit 50
"""


async def load(database: Database, id: str) -> dict[str, Any] | None:
    """The page of the paper with this id."""
    head = await first(database, HEAD, id=id)
    if head is None:
        return None
    return {
        "head": head,
        "stations": await rows(database, STATIONS, id=id),
        "decisions": await rows(database, DECISIONS, id=id),
        "related": await rows(database, RELATED, id=id),
        "comparisons": await proposal.of_paper(database, id),
        "documents": await rows(database, DOCUMENTS, id=id),
        "files": await rows(database, FILES, id=id),
        "cited": await rows(database, CITED, id=id),
    }
