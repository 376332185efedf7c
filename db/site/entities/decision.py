"""A decision: its outcome and votes, its wording, where it stands."""

from __future__ import annotations

from typing import Any

from datasette.database import Database

from db.site.entities import proposal
from db.site.entities.rows import first, rows

HEAD = """
    select decisions.*, agenda_items.number, agenda_items.title as item, agenda_items.meeting_id,
        coalesce(meetings.start, documents.date) as date, organizations.name as organization,
        meetings.organization_id, coalesce(meetings.body_id, documents.body_id) as body_id, bodies.name as body,
        documents.title as document, documents.approval,
        substr(texts.text, resolution_start + 1, resolution_end - resolution_start) as resolution
    from decisions
    join documents on documents.id = decisions.document_id
    left join texts on texts.document_id = documents.id
    left join agenda_items on agenda_items.id = decisions.agenda_item_id
    left join meetings on meetings.id = coalesce(agenda_items.meeting_id, documents.meeting_id)
    left join organizations on organizations.id = meetings.organization_id
    left join bodies on bodies.id = coalesce(meetings.body_id, documents.body_id)
    where decisions.id = :id
"""

PAPERS = """
    select papers.id, papers.reference, papers.name from consultations
    join papers on papers.id = consultations.paper_id where consultations.agenda_item_id = :item
"""

OTHERS = """
    select * from decisions where agenda_item_id = :item and id <> :id and double_of is null order by start
"""

VOTES = """
    select votes.*, persons.name as name from votes left join persons on persons.id = votes.person_id
    where decision_id = :id order by option, organization, person
"""

CANDIDACIES = "select * from candidacies where decision_id = :id order by count desc, candidate"

TASKS = "select * from tasks where decision_id = :id and double_of is null order by start"

AMOUNTS = "select * from amounts where decision_id = :id and double_of is null order by start"


async def load(database: Database, id: str) -> dict[str, Any] | None:
    """The page of the decision with this id."""
    head = await first(database, HEAD, id=id)
    if head is None:
        return None
    item = head["agenda_item_id"]
    return {
        "head": head,
        "papers": await rows(database, PAPERS, item=item),
        "votes": await rows(database, VOTES, id=id),
        "candidacies": await rows(database, CANDIDACIES, id=id),
        "tasks": await rows(database, TASKS, id=id),
        "amounts": await rows(database, AMOUNTS, id=id),
        "comparisons": await proposal.of_decision(database, id),
        "others": await rows(database, OTHERS, item=item, id=id),
    }
