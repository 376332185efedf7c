"""Agendas of SessionNet: si0057 of Layout 6, to0040 of Layout 4 and 5, with results, votes and files.

In Layout 6 result and votes stand in the item's row as paragraphs `smc_field_smcdv0_box2_beschluss` and
`…_abstimmung`; in Layout 4 and 5 they follow it as rows `smc_tophz`. The table's number is no guide: `contenttable1` is
the head in Layout 6 and the agenda before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bs4 import BeautifulSoup, Tag

from db.records.extraction import Doubt
from db.records.reading import LayoutFit, Reading, ReadingError, RegionKind
from sources.composition import Composition
from sources.council import Council, is_public
from sources.markup import classes_of, line_of
from sources.moments import day_in, times_in
from sources.offered import layout_fit, repeated
from sources.sessionnet.page import Offer, body_of, doubt, files_in, links_in, reading, titled

DAY_BEHIND = re.compile(r"\s*(?:[-–]\s*)?\d{1,2}\.\d{1,2}\.\d{4}.*$")
NONPUBLIC = re.compile(r"nicht\s*-?\s*öffentlich", re.IGNORECASE)
HEAD_NAMES = {"siname": "Sitzung", "sigrname": "Gremium", "siort": "Raum", "sidat": "Datum", "yytime": "Zeit"}
HEAD_BOXES = ".smccontenttable .smc-table-cell:not(.smc-cell-head)"
AGENDA_6 = "table.smctablesitzung"
AGENDA_4 = "table.smc_page_to0040_contenttable"
RESULT_6 = "smc_field_smcdv0_box2_"
RESULTS: dict[str, str] = {"beschluss": "result", "abstimmung": "vote"}
"""What a result's label or class begins with, and the field of a row it fills."""


def read_layout_6(soup: BeautifulSoup, document_id: str) -> Reading:
    """The reading of si0057; raises ReadingError for a page without agenda."""
    return agenda(soup, tuple(layout_6(soup)), document_id, expect_head=True)


def read_layout_4(soup: BeautifulSoup, document_id: str) -> Reading:
    """The reading of to0040; raises ReadingError for a page without agenda."""
    return agenda(soup, tuple(layout_4(soup)), document_id, expect_head=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An item of the agenda; `part` is the heading of the part it stands in, `vote` the counts as shown, `strange` what
    of the row is not known."""

    number: str
    title: str
    part: str | None = None
    paper: str | None = None
    paper_address: str | None = None
    result: str | None = None
    vote: str | None = None
    files: tuple[Offer, ...] = ()
    strange: tuple[str, ...] = ()

    @property
    def public(self) -> bool:
        """By the letter before the number, else by the part's heading."""
        return is_public(self.number, "nichtöffentlich" if NONPUBLIC.search(self.part or "") else None)


def layout_6(soup: BeautifulSoup) -> Iterator[Row]:
    """The items of si0057; a row that is neither item nor heading belongs to the item before."""
    part: str | None = None
    row: Row | None = None
    for line in soup.select(f"{AGENDA_6} tr"):
        if heading := line.select_one("td.totrenn"):
            part = line_of(heading)
        elif number := line_of(line.select_one("td.tofnum")):
            if row:
                yield row
            row = item_6(line, number, part)
        elif row and (shown := line_of(line)) and not line.select_one("th"):
            row = replace(row, strange=(*row.strange, shown), files=(*row.files, *files_in(line)))
    if row:
        yield row


def item_6(line: Tag, number: str, part: str | None) -> Row:
    """The item of a row of si0057 with its result."""
    row = Row(
        number=number,
        title=line_of(line.select_one("td.tobetr .smc-card-header-title-simple"))
        or line_of(line.select_one("td.tobetr")),
        part=part,
        files=files_in(line),
        strange=tuple(strange_cells(line, ("tofnum", "tobetr", "tovo", "sidocs"))),
    )
    row = with_paper(row, line.select_one("td.tovo a"))
    for told in line.select(f"[class*='{RESULT_6}']"):
        name = " ".join(classes_of(told)).partition(RESULT_6)[2]
        row = with_result(row, name, line_of(told).partition(":")[2].strip())
    return row


def strange_cells(line: Tag, known: tuple[str, ...]) -> Iterator[str]:
    """What stands in cells of unknown classes."""
    for cell in line.find_all("td", recursive=False):
        classes = " ".join(map(str, cell.get_attribute_list("class")))
        if not any(name in classes for name in known) and (shown := line_of(cell)):
            yield shown


def with_paper(row: Row, anchor: Tag | None) -> Row:
    """The item with number and address of the paper that a link leads to."""
    if anchor is None or not anchor.get("href"):
        return row
    return replace(row, paper=line_of(anchor) or None, paper_address=str(anchor["href"]))


def layout_4(soup: BeautifulSoup) -> Iterator[Row]:
    """The items of to0040: each row with a number, completed by the result rows behind it."""
    part: str | None = None
    row: Row | None = None
    for line in soup.select(f"{AGENDA_4} > tbody > tr, {AGENDA_4} > tr"):
        if line.select_one("td.smc-table-group"):
            part = line_of(line)
        elif number := number_4(line):
            if row:
                yield row
            row = item_4(line, number, part)
        elif (label := line.select_one("td.smc_topr")) and row:
            row = with_result(row, line_of(label), line_of(label.find_next_sibling("td")))
        elif row and (shown := line_of(line)) and not line.select_one("th"):
            row = replace(row, strange=(*row.strange, shown), files=(*row.files, *files_in(line)))
    if row:
        yield row


def number_4(line: Tag) -> str | None:
    """The number of a row; a late item (`Nachtrag: 01.09.2026 *`) is numbered like the others."""
    cell = line.select_one("td.smc_tophn, td.tofnum")
    for note in cell.select("[class^=smcf_]") if cell else ():
        note.extract()
    return line_of(cell) or None


def item_4(line: Tag, number: str, part: str | None) -> Row:
    """The item of a row of to0040."""
    row = Row(
        number=number,
        title=line_of(line.select_one("td.smc_topht, td.tobetr")),
        part=part,
        files=files_in(line),
    )
    return with_paper(row, line.select_one("a[href*='vo0050']"))


def with_result(row: Row, label: str, value: str) -> Row:
    """The item with a labelled result; an unknown label is strange."""
    field = next((field for name, field in RESULTS.items() if label.lower().startswith(name)), None)
    if field is None:
        return replace(row, strange=(*row.strange, f"{label} {value}".strip()))
    if not value:
        return row
    return replace(row, result=value) if field == "result" else replace(row, vote=value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The head of an agenda: heading, labelled lines, and what they say."""

    title: str
    lines: tuple[str, ...]
    committee: str | None
    day: str | None
    time: str | None
    room: str | None
    name: str | None


def head_of(soup: BeautifulSoup) -> Head:
    """The head of a page; Layout 4 and 5 name committee, day and times in the page's title only."""
    title = line_of(soup.select_one("h1")) or titled(soup)
    cells = {name: line_of(soup.select_one(f".smc-table-cell.{name}")) or None for name in HEAD_NAMES}
    lines = [f"{label}: {cells[name]}" for name, label in HEAD_NAMES.items() if cells[name]]
    return Head(
        title=title,
        lines=(*lines, *(line for _, line in further_fields(soup))),
        committee=cells["sigrname"] or DAY_BEHIND.sub("", titled(soup)) or None,
        day=day_in(cells["sidat"] or "") or day_in(titled(soup)),
        time=cells["yytime"] or clock_behind(titled(soup)) or beginning_of(soup),
        room=cells["siort"],
        name=cells["siname"],
    )


def further_fields(soup: BeautifulSoup) -> Iterator[tuple[str, str]]:
    """Labels and lines of the head's fields beside the known ones."""
    for row in soup.select(".smccontenttable .smc-table-row"):
        label, value = row.select_one(".smc-cell-head"), row.select_one(".smc-table-cell:not(.smc-cell-head)")
        if not value or any(name in value.get_attribute_list("class") for name in HEAD_NAMES):
            continue
        if line_of(label) and line_of(value):
            shown = line_of(label).rstrip(":")
            yield shown, f"{shown}: {line_of(value)}"


def clock_behind(title: str) -> str | None:
    """The times that follow the day in a title."""
    rest = DAY_BEHIND.search(title)
    clock = re.sub(r"\d{1,2}\.\d{1,2}\.\d{4}", "", rest[0]) if rest else ""
    return clock if times_in(clock)[0] else None


def beginning_of(soup: BeautifulSoup) -> str | None:
    """The beginning that the heading of the first part names (`Öffentlicher Teil: Beginn 17:00 Uhr`)."""
    part = line_of(soup.select_one("td.smc-table-group"))
    return part if "Beginn" in part else None


def agenda(soup: BeautifulSoup, rows: tuple[Row, ...], document_id: str, *, expect_head: bool) -> Reading:
    """The agenda of a meeting with results, votes and files."""
    if not rows:
        raise ReadingError("the page has no agenda", "get the page of a meeting whose agenda is published")
    head = head_of(soup)
    council = Council(document_id, body_of(soup), "SessionNet")
    meeting = council.meeting(head.committee, head.day, time=head.time, name=head.name, location=head.room)
    composition = Composition()
    composition.paragraph(head.title)
    composition.lines(head.lines)
    composition.mark("head", 0)
    part: str | None = None
    for position, row in enumerate(rows, start=1):
        if row.part and row.part != part:
            part = row.part
            composition.paragraph(part)
        add_row(composition, council, row, position)
    taken = {offer.address for row in rows for offer in row.files}
    for offer in (offer for offer in files_in(soup) if offer.address not in taken):
        council.file(offer.address, offer.name, hint=offer.hint, meeting=meeting)
    return reading(
        "agenda",
        head.title,
        head.day,
        council,
        composition,
        links=tuple(links_in(soup, hidden_in(rows))),
        fit=fit_of(head, rows, expect_head=expect_head),
        doubts=tuple(doubts_of(soup, rows)),
        meeting_id=council.meeting_id,
    )


def add_row(composition: Composition, council: Council, row: Row, position: int) -> None:
    """Add an item's lines, and its records; paper and files of a non-public item are left where they are."""
    item = council.next_item_id(row.number, row.public, position)
    start = composition.paragraph(f"{row.number} {row.title}".strip())
    if row.paper:
        composition.line(f"Vorlage: {row.paper}")
    results: tuple[tuple[RegionKind, str, str | None], ...] = (
        ("decision", "Beschluss", row.result),
        ("vote", "Abstimmung", row.vote),
    )
    for kind, label, value in results:
        if value:
            composition.mark(kind, composition.line(f"{label}: {value}"), item=item, public=row.public)
    if row.strange:
        composition.line("\n".join(row.strange))
    composition.mark("item", start, item=item, public=row.public)
    council.item(
        row.number,
        public=row.public,
        title=row.title,
        result=row.result,
        place=(start, composition.end),
        position=position,
        key=item,
    )
    if not row.public:
        return
    paper = council.paper(row.paper) if row.paper else None
    if paper:
        council.consult(paper, item, row.result)
    for offer in row.files:
        council.file(
            offer.address, offer.name, hint=offer.hint, meeting=council.meeting_id, item=item, paper=paper
        )


def hidden_in(rows: tuple[Row, ...]) -> frozenset[str]:
    """Where only non-public items lead: nothing that a crawl should fetch."""
    addresses: dict[bool, set[str]] = {True: set(), False: set()}
    for row in rows:
        addresses[row.public].update(offer.address for offer in row.files)
        addresses[row.public].update(filter(None, (row.paper_address,)))
    return frozenset(addresses[False] - addresses[True])


def doubts_of(soup: BeautifulSoup, rows: tuple[Row, ...]) -> Iterator[Doubt]:
    """What stands on the page and is not a record."""
    for row in rows:
        for strange in row.strange:
            yield doubt(f"item {row.number}: unknown part of the agenda: {strange[:100]}")
        if not row.public and (row.files or row.paper):
            yield doubt(
                f"item {row.number} is not public: its paper and {len(row.files)} files are not taken"
            )
    for number in repeated((row.number, row.public) for row in rows):
        yield doubt(f"item {number} stands more than once in the agenda")
    for label, _ in further_fields(soup):
        yield doubt(f"unknown field of the head: {label[:100]}")


def fit_of(head: Head, rows: tuple[Row, ...], *, expect_head: bool) -> LayoutFit:
    """How well the page is the layout expected."""
    elements = [("committee", bool(head.committee)), ("day", bool(head.day))]
    if expect_head:
        elements += [("time", bool(head.time)), ("room", bool(head.room)), ("name", bool(head.name))]
    elements.append(("heading of a part", any(row.part for row in rows)))
    elements += [("title of an item", bool(row.title)) for row in rows]
    elements += [("number of a paper", bool(row.paper)) for row in rows if row.paper_address]
    elements += [("name of a file", bool(offer.name)) for row in rows for offer in row.files]
    return layout_fit(elements)
