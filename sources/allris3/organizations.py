"""Committees (au020) and factions (fr020) with their members, and lists of them (au010, fr010).

Of a list of members the columns are known by their headings. Addresses, telephone numbers and mail addresses on these
pages are left out: they are not what a council decides, and some are private.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import Tag

from db.records.extraction import Doubt
from db.records.reading import Reading
from sources.allris3.head import Head
from sources.allris3.reading import reading_of
from sources.composition import Composition
from sources.council import Council
from sources.markup import line_of
from sources.moments import DAY, day_of

COLUMNS = {
    "Name": "name",
    "Art der Mitarbeit": "role",
    "Mitarbeit": "role",
    "Funktion": "group",
    "Fraktion": "group",
    "von": "start",
    "seit": "start",
    "Beginn": "start",
    "bis": "end",
    "Ende": "end",
}
VACANT = re.compile(r"N\. ?N\.|unbesetzt|vakant", re.IGNORECASE)
"""What stands for a member still to be named."""

FUNCTION = re.compile(r"\s*\((?P<function>(?:stellv\w*\.? )?Sprecher[^)]*)\)$")
"""What a member is in the faction, behind its name (`SPD-Fraktion (Sprecherin)`)."""

COUNT = re.compile(r"Anzahl:\s*(\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A row of a list of members, as shown; `rest` stands in columns that are not known."""

    name: str
    role: str
    group: str
    start: str
    end: str
    rest: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        """The row as the text shows it."""
        return ", ".join(filter(None, (self.name, self.role, self.group, self.start, self.end, *self.rest)))


def members(head: Head, document_id: str) -> Reading:
    """A committee or faction with its members."""
    council = Council(document_id, head.body, head.product, head.url if head.body else None)
    organization = council.organization(head.title)
    table = head.main.select_one("table.tl1")
    rows = tuple(rows_of(table)) if table else ()
    composition = Composition()
    composition.paragraph(head.title)
    composition.lines(row.line for row in rows)
    composition.mark("head", 0)
    for row in rows:
        add_member(council, organization, row)
    counted = COUNT.search(line_of(table))
    fit = [
        ("table.tl1", table is not None),
        ("column Name", table is not None and "name" in columns_of(table)),
        ("column Art der Mitarbeit", table is not None and "role" in columns_of(table)),
        ("tr.zl11/zl12", bool(rows)),
    ]
    doubts = doubts_of(rows, int(counted[1]) if counted else None)
    return reading_of("organization", head, council, composition, fit=fit, doubts=doubts)


def columns_of(table: Tag) -> list[str]:
    """What each column holds; a heading that is not known stands for itself, an empty one for nothing."""
    row = table.select_one("tr.zk1")
    return [
        COLUMNS.get(line_of(heading), line_of(heading))
        for heading in (row.find_all("th") if row else [])
        for _ in range(span_of(heading))
    ]


def span_of(heading: Tag) -> int:
    """How many columns a heading stands over; what is no small number is one."""
    told = str(heading.get("colspan") or "1")
    return int(told) if re.fullmatch(r"[1-9]", told) else 1


def rows_of(table: Tag) -> Iterator[Member]:
    """The members in the order they are listed."""
    columns = columns_of(table)
    for row in table.select("tr[class^=zl]"):
        texts = [line_of(cell) for cell in row.find_all("td", recursive=False)]
        told = dict(zip(columns, texts, strict=False))
        known = {name: told.get(name, "") for name in ("name", "role", "group", "start", "end")}
        rest = [
            text
            for at, text in enumerate(texts)
            if text and (at >= len(columns) or columns[at] not in COLUMNS.values())
        ]
        if any(texts):
            yield Member(**known, rest=tuple(rest))


def add_member(council: Council, organization: str, row: Member) -> None:
    """The person and the membership of a row; a place that is vacant is none."""
    if not row.name or VACANT.fullmatch(row.name):
        return
    function = FUNCTION.search(row.group)
    council.member(
        council.person(row.name),
        organization,
        role=", ".join(filter(None, (row.role, function["function"] if function else ""))),
        on_behalf_of=FUNCTION.sub("", row.group),
        start=first_day(row.start) or "",
        end=first_day(row.end),
    )


def first_day(text: str) -> str | None:
    """The day a cell names."""
    match = DAY.search(text)
    return day_of(match) if match else None


def doubts_of(rows: tuple[Member, ...], counted: int | None) -> Iterator[Doubt]:
    """A doubt for cells in unknown columns, and where the page counts its members otherwise."""
    if counted is not None and counted != len(rows):
        yield Doubt(
            message=f"the page counts {counted} members, {len(rows)} were read",
            advice="look at the page: the list may go on elsewhere",
            stage="parse",
        )
    if nameless := sum(not row.name for row in rows):
        yield Doubt(
            message=f"{nameless} of the members listed have no name",
            advice="nothing need be done: the page does not name them",
            stage="parse",
        )
    for text in sorted({text for row in rows for text in row.rest}):
        yield Doubt(
            message=f"the list of members has a cell „{text[:80]}“ that is not known",
            advice="look at the page: the table may have a new column",
            stage="parse",
        )


def organizations(head: Head, document_id: str) -> Reading:
    """The committees or factions of a municipality; the line of one that is no more tells until when it was."""
    council = Council(document_id, head.body, head.product, head.url if head.body else None)
    composition = Composition()
    composition.paragraph(head.title)
    rows = [row for row in head.main.select("table.tl1 tr[class^=zl]") if line_of(row)]
    named = [row.select_one("a[href*='020.asp']") or row.select_one("td.text1") for row in rows]
    for name in filter(None, map(line_of, named)):
        council.organization(name)
    composition.lines(line_of(row) for row in rows)
    composition.mark("head", 0)
    fit = [
        ("table.tl1", head.main.select_one("table.tl1") is not None),
        *(("name of an organisation", bool(line_of(cell))) for cell in named),
    ]
    return reading_of("organization", head, council, composition, fit=fit)
