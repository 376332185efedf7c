"""A meeting: its agenda with what became of each item, who was there, its documents, the meetings before and after."""

from __future__ import annotations

from typing import Any

from datasette.database import Database

from db.site.entities.rows import Row, first, rows

HEAD = """
    select meetings.*, bodies.name as body, organizations.name as organization from meetings
    left join bodies on bodies.id = meetings.body_id
    left join organizations on organizations.id = meetings.organization_id
    where meetings.id = :id
"""

ITEMS = """
    select agenda_items.*,
        (select count(*) from statements where agenda_item_id = agenda_items.id and double_of is null) as statements,
        (select count(*) from decisions where agenda_item_id = agenda_items.id and double_of is null) as decisions
    from agenda_items where meeting_id = :id order by position is null, position, number
"""

PAPERS = """
    select consultations.agenda_item_id, papers.id, papers.reference, papers.paper_type, papers.name
    from consultations join papers on papers.id = consultations.paper_id
    where consultations.meeting_id = :id
        or consultations.agenda_item_id in (select id from agenda_items where meeting_id = :id)
    order by papers.reference
"""

ATTENDANCES = """
    select attendances.status, attendances.role, attendances.on_behalf_of, attendances.from_item,
        attendances.until_item, persons.id, persons.name
    from attendances join persons on persons.id = attendances.person_id
    where attendances.meeting_id = :id and not persons.private
    order by attendances.status, persons.family_name, persons.name
"""

DOCUMENTS = """
    select id, title, kind, date, page_count,
        (select case when count(*) < 4 then group_concat(number, ', ') end from agenda_items
            where document_id = documents.id) as items
    from documents where meeting_id = :id and current order by kind, title, page_count desc
"""

FILES = "select name, kind, url from files where meeting_id = :id and url is not null order by kind, name"

APPROVALS = """
    select approvals.*, agenda_items.number, agenda_items.meeting_id as approving_id, meetings.start as approved_on
    from approvals
    left join agenda_items on agenda_items.id = approvals.agenda_item_id
    left join meetings on meetings.id = agenda_items.meeting_id
    where approvals.meeting_id = :id order by approved_on
"""

BESIDE = """
    select id, start from meetings
    where organization_id = :organization and start {comparison} :start order by start {order} limit 1
"""


async def load(database: Database, id: str) -> dict[str, Any] | None:
    """The page of the meeting with this id."""
    head = await first(database, HEAD, id=id)
    if head is None:
        return None
    papers = await rows(database, PAPERS, id=id)
    items = [
        {**item, "papers": [paper for paper in papers if paper["agenda_item_id"] == item["id"]]}
        for item in await rows(database, ITEMS, id=id)
    ]
    return {
        "head": head,
        "items": items,
        "papers": [paper for paper in papers if paper["agenda_item_id"] is None],
        "attendances": _by_status(await rows(database, ATTENDANCES, id=id)),
        "documents": await rows(database, DOCUMENTS, id=id),
        "files": await rows(database, FILES, id=id),
        "approvals": await rows(database, APPROVALS, id=id),
        "before": await _beside(database, head, "<", "desc"),
        "after": await _beside(database, head, ">", "asc"),
    }


def _by_status(attendances: list[Row]) -> dict[str, list[Row]]:
    statuses = ("present", "excused", "absent")
    found = {status: [row for row in attendances if row["status"] == status] for status in statuses}
    return {status: rows for status, rows in found.items() if rows}


async def _beside(database: Database, head: Row, comparison: str, order: str) -> Row | None:
    if not head["organization_id"] or not head["start"]:
        return None
    sql = BESIDE.format(comparison=comparison, order=order)
    return await first(database, sql, organization=head["organization_id"], start=head["start"])
