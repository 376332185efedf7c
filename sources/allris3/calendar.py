"""The calendar of a month (si010): a row for each day, and a further one for each further meeting of the day.

A meeting without a link has no agenda to be seen; a row without time and without the system's number is a holiday.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bs4 import Tag

from db.records.extraction import Doubt
from db.records.reading import Link, Reading
from sources.allris3.head import Head
from sources.allris3.offers import link_of
from sources.allris3.reading import add_files, reading_of
from sources.composition import Composition
from sources.council import Council
from sources.markup import line_of
from sources.moments import MONTHS, times_in
from sources.sittings import sitting_of

MONTH = re.compile(rf"\b(?P<month>{'|'.join(MONTHS)})\s(?P<year>\d{{4}})\b")
TIME, FIRST_TEXT = 2, 3
"""Cells of a row: weekday, day, time, buttons and name, room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row: `day` (None where the calendar has no such day), what it shows, and whether that is a meeting."""

    shown: str
    day: str | None
    time: str
    name: str
    room: str
    meeting: bool
    files: tuple[Link, ...]

    @property
    def line(self) -> str:
        """The row as the text shows it."""
        return " ".join(filter(None, (self.shown, self.time, self.name, self.room)))


def rows_of(table: Tag, year: int, month: int) -> Iterator[Row]:
    """The rows of a month; one without a day belongs to the day before it."""
    day = None
    for row in table.select("tr[class^=zl]"):
        cells = row.find_all("td", recursive=False)
        texts = [line_of(cell) for cell in cells]
        if texts[1:2] and texts[1].isdigit():
            day = day_of(year, month, int(texts[1]))
        room = cells[-1] if len(cells) > FIRST_TEXT and cells[-1].get("class") else None
        names = [text for cell, text in zip(cells, texts, strict=True) if text and cell is not room]
        name = next((text for text in names if text in texts[FIRST_TEXT:]), "")
        time = texts[TIME] if len(texts) > TIME else ""
        numbered = row.select_one("a[href*='SILFDNR='], input[name='SILFDNR']") is not None
        links = [link for link in map(link_of, row.select("form[action]")) if link and link.kind == "file"]
        yield Row(
            shown=" ".join(filter(None, texts[:TIME])),
            day=day,
            time=time,
            name=name,
            room=line_of(room),
            meeting=bool(name) and (numbered or times_in(time)[0] is not None),
            files=tuple(links),
        )


def day_of(year: int, month: int, day: int) -> str | None:
    """The day; None for one that no calendar has."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def calendar(head: Head, document_id: str) -> Reading:
    """The meetings of a month."""
    council = Council(document_id, head.body, head.product, head.url if head.body else None)
    shown = MONTH.search(line_of(head.main.select_one("h2")))
    table = head.main.select_one("table.tl1")
    rows: tuple[Row, ...] = ()
    if shown and table:
        rows = tuple(rows_of(table, int(shown["year"]), MONTHS[shown["month"]]))
    composition = Composition()
    composition.paragraph(" ".join(filter(None, (head.title, shown[0] if shown else ""))))
    composition.lines(row.line for row in rows)
    composition.mark("head", 0)
    held: set[tuple[str | None, str | None]] = set()
    for row in rows:
        if row.meeting:
            whose = (sitting_of(row.name).organ, row.day)
            add_meeting(council, row, apart=row.time if whose in held else None)
            held.add(whose)
    menu = tuple(head.front.select("#rismenu"))
    return reading_of(
        "calendar",
        head,
        council,
        composition,
        fit=fit_of(shown, table, rows),
        parts=menu,
        doubts=doubts_of(rows),
    )


def add_meeting(council: Council, row: Row, apart: str | None) -> None:
    """The meeting of a row, with its files; `apart` where it is not the first of its organ on that day."""
    if row.day is None:
        return
    sitting = sitting_of(row.name)
    meeting = council.other_meeting(
        sitting.organ,
        row.day,
        time=row.time,
        name=sitting.name,
        room=row.room,
        cancelled=True if sitting.cancelled else None,
        apart=apart,
    )
    add_files(council, row.files, meeting=meeting)


def fit_of(
    shown: re.Match[str] | None, table: Tag | None, rows: tuple[Row, ...]
) -> Iterator[tuple[str, bool]]:
    """What a calendar should have: its month and a row for each of its days, a time for each meeting."""
    yield "h2 with month and year", shown is not None
    yield "table.tl1", table is not None
    yield "tr.zl11/zl12", bool(rows)
    for row in rows:
        yield "day of a row", row.day is not None
        if row.meeting:
            yield "time of a meeting", times_in(row.time)[0] is not None


def doubts_of(rows: tuple[Row, ...]) -> Iterator[Doubt]:
    """A doubt for each meeting of which it is not told whose it is."""
    for row in rows:
        if row.meeting and sitting_of(row.name).organ is None:
            yield Doubt(
                message=f"whose meeting „{row.name[:80]}“ on {row.day} is, the calendar does not tell",
                advice="it is kept without an organisation; its agenda may tell",
                stage="parse",
            )
