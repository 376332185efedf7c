"""A council, committee or faction: its members and its meetings."""

from __future__ import annotations

from typing import Any

from datasette.database import Database

from db.site.entities.rows import first, rows

HEAD = """
    select organizations.*, bodies.name as body from organizations
    left join bodies on bodies.id = organizations.body_id where organizations.id = :id
"""

MEMBERS = """
    select persons.id, persons.name, memberships.role, memberships.on_behalf_of, memberships.start_date,
        memberships.end_date
    from memberships join persons on persons.id = memberships.person_id
    where memberships.organization_id = :id and not persons.private
    order by memberships.role = '', memberships.role, persons.family_name, persons.name
"""

MEETINGS = """
    select meetings.id, meetings.name, meetings.start, meetings.cancelled,
        count(agenda_items.id) as items,
        sum(agenda_items.outcome in ('accepted', 'accepted_amended')) as accepted,
        sum(agenda_items.outcome = 'rejected') as rejected
    from meetings left join agenda_items on agenda_items.meeting_id = meetings.id
    where meetings.organization_id = :id
    group by meetings.id order by meetings.start desc, meetings.id limit 200
"""

FACTIONS = """
    select on_behalf_of as faction, count(distinct person_id) as members from memberships
    where organization_id = :id and on_behalf_of <> ''
    group by on_behalf_of order by members desc, faction
"""


async def load(database: Database, id: str) -> dict[str, Any] | None:
    """The page of the organisation with this id."""
    head = await first(database, HEAD, id=id)
    if head is None:
        return None
    return {
        "head": head,
        "members": await rows(database, MEMBERS, id=id),
        "factions": await rows(database, FACTIONS, id=id),
        "meetings": await rows(database, MEETINGS, id=id),
    }
