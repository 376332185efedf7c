"""The calendar of a month (si010): rows of a table that Wicket sends as XML, the page's parts as CDATA in it.

A day's row names the day of the month only; month and year stand in the tooltips of the meetings that have an agenda.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bs4 import Tag

from db.records.extraction import Doubt
from db.records.reading import Reading
from sources.allris4.page import Page, reading_of
from sources.composition import Composition
from sources.council import Council
from sources.markup import classes_of, line_of
from sources.moments import day_in, times_in
from sources.sittings import sitting_of

CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)


def unpacked(markup: str) -> str:
    """The page within an XML answer; a page that is one stays as it is."""
    parts = CDATA.findall(markup) if "<ajax-response" in markup[:2000] else []
    return "\n".join(parts) or markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row: `day` of the month (0 where none is shown), `told` the day that a tooltip names."""

    day: int
    shown: str
    told: str | None
    time: str
    name: str
    room: str
    meeting: bool


def rows_of(table: Tag) -> Iterator[Row]:
    """The rows; a further meeting (`sameday`) belongs to the day before it."""
    day = 0
    for row in table.select("tbody > tr"):
        shown = line_of(row.select_one(".dom"))
        day = int(shown) if shown.isdigit() else day
        text = row.select_one("td.textCol")
        link = text.select_one("a") if text else None
        other = row.select_one("td[colspan]") if "emptyRow" in classes_of(row) else None
        yield Row(
            day=day,
            shown=" ".join(filter(None, (line_of(row.select_one(".dow")), shown))),
            told=day_in(str(link.get("data-simpletooltip-text") or "")) if link else None,
            time=line_of(row.select_one("td.time")),
            name=line_of(link or text or other),
            room=line_of(row.select_one("td.raum")),
            meeting=bool(text and line_of(text)),
        )


def calendar(page: Page, document_id: str) -> Reading:
    """The meetings of a month."""
    council, composition = page.council(document_id), Composition()
    table = page.main.select_one("table.calenderView")
    rows = tuple(rows_of(table)) if table else ()
    month = next((row.told[:8] for row in rows if row.told), None)
    composition.paragraph(line_of(table.select_one("caption")) if table else page.title)
    composition.lines(line_in(row) for row in rows)
    composition.mark("head", 0)
    held: set[tuple[str | None, str]] = set()
    for row in rows:
        if row.meeting and (day := day_of(row, month)):
            whose = (sitting_of(row.name).organ, day)
            add_meeting(council, row, day, apart=row.time if whose in held else None)
            held.add(whose)
    return reading_of(
        "calendar", page, council, composition, fit=fit_of(table, rows), doubts=doubts_of(rows, month)
    )


def line_in(row: Row) -> str:
    """A row as the text shows it."""
    return " ".join(filter(None, (row.shown, row.time, row.name, row.room)))


def day_of(row: Row, month: str | None) -> str | None:
    """The day of a row in the month (`2026-10-`) that the page tells; None where it tells none."""
    if row.told or month is None:
        return row.told
    try:
        return date.fromisoformat(f"{month}{row.day:02}").isoformat()
    except ValueError:
        return None


def add_meeting(council: Council, row: Row, day: str, apart: str | None) -> None:
    """The meeting of a row; `apart` where it is not the first of its organ on that day."""
    sitting = sitting_of(row.name)
    council.other_meeting(
        sitting.organ,
        day,
        time=row.time,
        name=sitting.name,
        room=row.room,
        cancelled=True if sitting.cancelled else None,
        apart=apart,
    )


def fit_of(table: Tag | None, rows: tuple[Row, ...]) -> Iterator[tuple[str, bool]]:
    """What a calendar should have: rows with a day, and a time for each meeting."""
    yield "table.calenderView", table is not None
    for row in rows:
        yield ".dom", row.day > 0
        if row.meeting:
            yield "td.time", times_in(row.time)[0] is not None


def doubts_of(rows: tuple[Row, ...], month: str | None) -> Iterator[Doubt]:
    """A doubt where the month is not told, where a day is told twice and otherwise, or whose meeting it is."""
    meetings = [row for row in rows if row.meeting]
    if meetings and month is None:
        yield Doubt(
            message=f"of which month the calendar's {len(meetings)} meetings are is not told",
            advice="their agendas tell; a meeting without an agenda is left out",
            stage="parse",
        )
    for row in meetings:
        if row.told and int(row.told[8:]) != row.day:
            yield Doubt(
                message=f"„{row.name[:80]}“ stands at day {row.day}, its tooltip says {row.told}",
                advice="look at the page: the calendar's rows may have changed",
                stage="parse",
            )
        if sitting_of(row.name).organ is None:
            yield Doubt(
                message=f"whose meeting „{row.name[:80]}“ is, the calendar does not tell",
                advice="it is kept without an organisation; its agenda may tell",
                stage="parse",
            )
