"""The meetings of a municipality or body as a calendar to subscribe to."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from datasette.utils import tilde_decode
from datasette.utils.asgi import NotFound, Request, Response
from icalendar import Calendar, Event

from db.site.archive import archive
from db.site.entities.pages import page_path
from db.site.entities.rows import Row, rows

if TYPE_CHECKING:
    from datasette.app import Datasette

ROUTE = r"^/(?P<name>kommune|gremium)/(?P<id>[^/]+?)\.ics$"

LOCAL = ZoneInfo("Europe/Berlin")

OF = {"kommune": "meetings.body_id = :id", "gremium": "meetings.organization_id = :id"}

MEETINGS = """
    select meetings.*, bodies.name as body, organizations.name as organization from meetings
    left join bodies on bodies.id = meetings.body_id
    left join organizations on organizations.id = meetings.organization_id
    where meetings.start is not null and {of} order by meetings.start desc limit 2000
"""


async def calendar_page(datasette: Datasette, request: Request) -> Response:
    """`/gremium/<id>.ics`; raises `NotFound` where no meeting is known."""
    database = await archive(datasette)
    id = tilde_decode(request.url_vars["id"])
    meetings = await rows(database, MEETINGS.format(of=OF[request.url_vars["name"]]), id=id)
    if not meetings:
        raise NotFound("Das ist hier nicht zu finden.")
    calendar = Calendar()
    calendar.add("prodid", "-//Ratslese//DE")
    calendar.add("version", "2.0")
    for meeting in meetings:
        address = datasette.absolute_url(request, datasette.urls.path(page_path("sitzung", meeting["id"])))
        calendar.add_component(_event(meeting, address))
    calendar.add_missing_timezones()
    return Response(calendar.to_ical().decode(), content_type="text/calendar; charset=utf-8")


def _event(meeting: Row, address: str) -> Event:
    event = Event()
    event.add("uid", f"{meeting['id']}@ratslese")
    event.add(
        "summary", ", ".join(filter(None, (meeting["name"] or meeting["organization"], meeting["body"])))
    )
    event.add("dtstamp", datetime(2000, 1, 1, tzinfo=ZoneInfo("UTC")))
    event.add("dtstart", _moment(meeting["start"]))
    if meeting["end"] and "T" in meeting["end"] and "T" in meeting["start"]:
        event.add("dtend", _moment(meeting["end"]))
    if meeting["room"] or meeting["location"]:
        event.add("location", ", ".join(filter(None, (meeting["room"], meeting["location"]))))
    if meeting["cancelled"]:
        event.add("status", "CANCELLED")
    event.add("url", address)
    return event


def _moment(value: str) -> Any:
    """A moment in local time, or a whole day where no time is known."""
    return datetime.fromisoformat(value).replace(tzinfo=LOCAL) if "T" in value else date.fromisoformat(value)
