"""Lists of meetings of SD.NET RIM, as they stand in a page after its script has filled it (FullCalendar).

Rows are headings of months, headings of days (`data-date`) and meetings; an icon with a title says that there are
minutes or an invitation, without an address of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

from db.records.reading import Reading
from sources.calendar import Event, Offered, add_events
from sources.composition import Composition
from sources.council import Council
from sources.markup import classes_of, line_of, plain
from sources.offered import layout_fit
from sources.sdnet.page import PRODUCT, body_of, doubt, lines_of, links_in, place_of, reading

LIST = ".sstfc-list-table, .sstfc-list-empty"
HEADED = re.compile(r"^(?P<committee>.+),\s(?P<name>[^,]*\b\w*[Ss]itzung\b[^,]*)$")
"""`Kreistag, 44. Sitzung`."""


def read(soup: BeautifulSoup, document_id: str) -> Reading:
    """A list of meetings; one without meetings is read like any other."""
    council = Council(document_id, body_of(soup), PRODUCT)
    strange: list[str] = []
    events = tuple(events_in(soup, strange))
    composition = Composition()
    title = line_of(soup.select_one("#div-content h1"))
    composition.paragraph(title or "Sitzungen")
    composition.mark("head", 0)
    doubts = add_events(council, composition, events)
    filled = soup.select_one(LIST) is not None
    elements = [("list of meetings", filled)]
    for event in events:
        elements += [(name, bool(getattr(event, name))) for name in ("day", "time", "location", "address")]
    return reading(
        "calendar",
        title,
        None,
        council,
        composition,
        links=tuple(links_in(soup)),
        fit=layout_fit(elements),
        doubts=(*doubts, *(doubt(f"unknown part of the list: {text[:100]}") for text in strange)),
    )


def events_in(soup: BeautifulSoup, strange: list[str]) -> Iterator[Event]:
    """The meetings in page order; what is not known goes to `strange`."""
    day: str | None = None
    for row in soup.select(".sstfc-list-table tr"):
        if row.get("data-date"):
            day = str(row["data-date"])
        elif "sstfc-list-item" in classes_of(row):
            yield event_of(row, day, strange)
        elif "sstfc-list-heading" not in classes_of(row) and (shown := line_of(row)):
            strange.append(shown)


def event_of(row: Tag, day: str | None, strange: list[str]) -> Event:
    """The meeting of a row."""
    anchor = row.select_one(".sstfc-list-item-title a[href]")
    name = line_of(anchor) or line_of(row.select_one(".sstfc-titleHint-display"))
    place = row.select_one(".sstfc-event-place")
    location, room = place_of(lines_of(place)) if place else (None, None)
    if not name:
        strange.append(line_of(row))
    return Event(
        day=day,
        time=line_of(row.select_one(".sstfc-list-item-time")) or None,
        committee=committee_of(name),
        name=name or None,
        location=location,
        room=room,
        note=line_of(row.select_one(".span_hinweis")) or None,
        address=str(anchor["href"]) if anchor else None,
        files=tuple(
            Offered(name=plain(str(icon["title"]))) for icon in row.select(".fa-icon.tops-link[title]")
        ),
    )


def committee_of(name: str) -> str:
    """The committee that a meeting's name begins with."""
    match = HEADED.search(name)
    return match["committee"] if match else name
