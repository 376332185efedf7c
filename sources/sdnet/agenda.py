"""Agendas of SD.NET RIM: a table of details, and a table of items in public (`top-oeff`) and other (`top-noeff`) parts.

Rows `…-head` are headings of a part, numbered like items (`I. Öffentliche Sitzung`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup

from db.records.extraction import Doubt
from db.records.reading import LayoutFit, Reading, ReadingError
from sources.composition import Composition
from sources.council import Council
from sources.markup import classes_of, line_of
from sources.moments import day_in
from sources.offered import layout_fit, repeated
from sources.sdnet.calendar import committee_of
from sources.sdnet.page import (
    PRODUCT,
    Detail,
    Offer,
    add_files,
    body_of,
    cells_of,
    details_of,
    doubt,
    files_in,
    links_in,
    place_of,
    reading,
)

LABELS = frozenset(
    ("Sitzung", "Termin", "Ort", "Einladung", "Niederschrift", "Hinweis", "Dokument", "Dokumente")
)
COLUMNS = frozenset(("topnrtext", "bezeichnung", "nummer", "dokumente", "beschluss", "ergebnis"))
UNREAD = Doubt(
    stage="parse",
    message="the page has no agenda",
    advice="get it again when the agenda of the meeting is published",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of the agenda; a `heading` opens a part and is no item."""

    number: str
    title: str
    public: bool
    heading: bool
    paper: str | None
    decision: str | None
    result: str | None
    files: tuple[Offer, ...]
    address: str | None
    strange: tuple[str, ...]


def read(soup: BeautifulSoup, document_id: str) -> Reading:
    """The agenda of a meeting; one that is not published yet is read as the meeting alone.

    Raises ReadingError for a page that names no meeting.
    """
    details = {detail.label: detail for detail in details_of(soup)}
    if not details:
        raise ReadingError("the page names no meeting", "get the page of a meeting")
    council = Council(document_id, body_of(soup), PRODUCT)
    day = add_meeting(council, details)
    composition = Composition()
    title = line_of(soup.select_one("#div-content h1"))
    composition.paragraph(title)
    composition.lines(f"{detail.label}: {detail.value}" for detail in details.values())
    composition.mark("head", 0)
    rows = tuple(rows_of(soup))
    items = [row for row in rows if not row.heading]
    for row in rows:
        if row.heading:
            composition.paragraph(f"{row.number} {row.title}".strip())
        else:
            add_row(composition, council, row, items.index(row) + 1)
    for detail in details.values():
        add_files(council, files_in(detail.cell, detail.label), meeting=council.meeting_id)
    hidden = {offer.address for row in rows if not row.public for offer in row.files}
    hidden |= {row.address for row in rows if not row.public and row.address}
    return reading(
        "agenda",
        details["Sitzung"].value if "Sitzung" in details else title,
        day,
        council,
        composition,
        links=tuple(links_in(soup, frozenset(hidden))),
        fit=fit_of(details, items),
        doubts=tuple(doubts_of(details, rows)),
    )


def add_meeting(council: Council, details: dict[str, Detail]) -> str | None:
    """Add the meeting of the details; its day."""
    name, when = details.get("Sitzung"), details.get("Termin")
    location, room = place_of(details["Ort"].lines) if "Ort" in details else (None, None)
    day = day_in(when.value) if when else None
    committee = None
    if name:
        committee = line_of(name.cell.select_one("a")) or committee_of(name.value)
    council.meeting(
        committee,
        day,
        time=when.value.partition(" ")[2] if when else None,
        name=name.value if name else None,
        room=room,
        location=location,
    )
    return day


def rows_of(soup: BeautifulSoup) -> Iterator[Row]:
    """The rows of the agenda."""
    for line in soup.select("table.table-top tbody tr"):
        names = " ".join(classes_of(line))
        cells = cells_of(line)
        paper = line.select_one("a[href*='/vorgang/']")
        known = "top-oeff" in names or "top-noeff" in names
        strange = [line_of(cell) for name, cell in cells.items() if name not in COLUMNS]
        yield Row(
            number=line_of(cells.get("topnrtext")),
            title=line_of(cells.get("bezeichnung")),
            public="top-noeff" not in names,
            heading="-head" in names,
            paper=line_of(cells.get("nummer")) or None,
            decision=line_of(cells.get("beschluss")) or None,
            result=line_of(cells.get("ergebnis")) or None,
            files=files_in(line),
            address=str(paper["href"]) if paper else None,
            strange=tuple(filter(None, (*strange, "" if known else f"row of class {names}"))),
        )


def add_row(composition: Composition, council: Council, row: Row, position: int) -> None:
    """Add an item's lines and records; paper and files of a non-public item are left where they are."""
    item = council.next_item_id(row.number, row.public, position)
    start = composition.paragraph(f"{row.number} {row.title}".strip())
    if row.paper:
        composition.line(f"Vorlage: {row.paper}")
    if row.decision:
        composition.mark(
            "decision", composition.line(f"Beschluss: {row.decision}"), item=item, public=row.public
        )
    if row.result:
        composition.mark("vote", composition.line(f"Abstimmung: {row.result}"), item=item, public=row.public)
    composition.mark("item", start, item=item, public=row.public)
    council.item(
        row.number,
        public=row.public,
        title=row.title,
        result=row.result or row.decision,
        place=(start, composition.end),
        position=position,
        key=item,
    )
    if not row.public:
        return
    paper = council.paper(row.paper) if row.paper else None
    if paper:
        council.consult(paper, item, row.result or row.decision)
    add_files(council, row.files, meeting=council.meeting_id, item=item, paper=paper)


def fit_of(details: dict[str, Detail], items: list[Row]) -> LayoutFit:
    """How well the page is the layout expected."""
    elements = [(label, label in details) for label in ("Sitzung", "Termin", "Ort")]
    elements += [("number of an item", bool(row.number)) for row in items]
    elements += [("title of an item", bool(row.title)) for row in items]
    elements += [("name of a file", bool(offer.name)) for row in items for offer in row.files]
    return layout_fit(elements)


def doubts_of(details: dict[str, Detail], rows: tuple[Row, ...]) -> Iterator[Doubt]:
    """What stands on the page and is not a record."""
    if not any(not row.heading for row in rows):
        yield UNREAD
    for number in repeated((row.number, row.public) for row in rows if not row.heading):
        yield doubt(f"item {number} stands more than once in the agenda")
    for label in sorted(details.keys() - LABELS):
        yield doubt(f"unknown field of the head: {label[:100]}")
    for row in rows:
        for strange in row.strange:
            yield doubt(f"item {row.number}: unknown part of the agenda: {strange[:100]}")
        if not row.public and (row.files or row.paper):
            yield doubt(
                f"item {row.number} is not public: its paper and {len(row.files)} files are not taken"
            )
