"""Calendars of SessionNet (si0040): a row for each meeting, with the day in the first row of a day only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Tag

from db.records.reading import Reading
from sources.calendar import Event, Offered, add_events
from sources.composition import Composition
from sources.council import Council
from sources.markup import line_of, plain
from sources.moments import MONTHS, day_in
from sources.offered import layout_fit
from sources.sessionnet.page import PRODUCT, body_of, doubt, files_in, links_in, reading, titled
from sources.sittings import sitting_of

TABLE = ".smc_page_si0040_contenttable"
MONTH = re.compile(rf"\b(?P<month>{'|'.join(MONTHS)})\s+(?P<year>\d{{4}})\b")
DAY = re.compile(r"\d{1,2}")
PLACE = "[class*='siort'], [class*='raname'], [class*='raum']"


@dataclass(slots=True)
class Month:
    """The rows of a calendar as they are read: the month it shows, the day reached, what is not known."""

    month: str | None
    day: str | None = None
    strange: list[str] = field(default_factory=list)


def read(soup: BeautifulSoup, document_id: str) -> Reading:
    """A calendar page; one without meetings is read like any other."""
    council = Council(document_id, body_of(soup), PRODUCT)
    month = Month(month_of(soup))
    events = list(events_in(soup, month))
    composition = Composition()
    title = line_of(soup.select_one("h1")) or titled(soup)
    shown = MONTH.search(headings(soup))
    composition.paragraph(f"{title} {shown[0]}".strip() if shown and shown[0] not in title else title)
    composition.mark("head", 0)
    doubts = add_events(council, composition, events)
    elements = [("table of meetings", soup.select_one(TABLE) is not None)]
    for event in events:
        elements += [
            ("day", bool(event.day)),
            ("time", bool(event.time)),
            ("committee", bool(event.committee)),
        ]
    return reading(
        "calendar",
        title,
        None,
        council,
        composition,
        links=tuple(links_in(soup, frozenset())),
        fit=layout_fit(elements),
        doubts=(*doubts, *(doubt(f"unknown part of the calendar: {text[:100]}") for text in month.strange)),
    )


def headings(soup: BeautifulSoup) -> str:
    """Where a calendar names its month: the summary of its table, headings, the title."""
    table = soup.select_one(TABLE)
    summary = str(table.get("summary") or "") if table else ""
    return "\n".join([summary, *(line_of(tag) for tag in soup.select("h1, h2, caption")), titled(soup)])


def month_of(soup: BeautifulSoup) -> str | None:
    """The month shown, as `2026-09`."""
    found = MONTH.search(headings(soup))
    return f"{found['year']}-{MONTHS[found['month']]:02}" if found else None


def events_in(soup: BeautifulSoup, month: Month) -> Iterator[Event]:
    """The meetings; rows that hold none are kept as strange where something stands in them."""
    for row in soup.select(f"{TABLE} tr"):
        if row.find_parent(class_="smcdocbox"):
            continue
        if (day := row.select_one("td.smc_fct_day")) and (number := DAY.search(line_of(day))):
            month.day = f"{month.month}-{int(number[0]):02}" if month.month else None
        cell = row.select_one("td.smc_field_silink, td.silink")
        if cell and line_of(cell):
            yield event_of(row, cell, month)
        elif not row.select_one("th") and (shown := without_day(row)):
            month.strange.append(shown)


def without_day(row: Tag) -> str:
    """What stands in a row beside the day and its name."""
    cells = row.select("td:not([class*='smc_fct_'])")
    return plain(" ".join(line_of(cell) for cell in cells))


def event_of(row: Tag, cell: Tag, month: Month) -> Event:
    """The meeting of a row; the title of its link names the day, else it is the calendar's."""
    anchor = cell.select_one("a[href*='__ksinr=']")
    shown = line_of(anchor) or line_of(cell)
    told = str(anchor.get("title") or "") if anchor else ""
    rest = plain(line_of(cell).removeprefix(shown))
    sitting = sitting_of(shown)
    place = row.select_one(PLACE)
    month.strange += strange_cells(row, place)
    return Event(
        day=day_in(told) or month.day,
        time=line_of(row.select_one("td.smc_field_yytime, td.yytime")) or None,
        committee=sitting.organ or sitting.name,
        name=shown,
        location=line_of(place) or None,
        note=rest or None,
        address=str(anchor["href"]) if anchor else None,
        files=tuple(
            Offered(name=offer.name, address=offer.address, hint=offer.hint) for offer in files_in(row)
        ),
    )


KNOWN = ("smc_fct_", "yytime", "silink", "smcnoprint", "smc_doc", "sidocs")


def strange_cells(row: Tag, place: Tag | None) -> Iterator[str]:
    """What stands in cells of unknown classes."""
    for cell in row.find_all("td", recursive=False):
        classes = " ".join(map(str, cell.get_attribute_list("class")))
        if cell is not place and not any(name in classes for name in KNOWN) and (shown := line_of(cell)):
            yield shown
