"""Papers of SD.NET RIM (vorgang): details, files, and the Beratungsfolge with decisions as files.

The row that repeats the number of the heading (`Vorgang V 12/26`) is labelled with the kind of paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

from db.records.documents import DocumentKind
from db.records.extraction import Doubt
from db.records.reading import Reading, ReadingError
from sources.composition import Composition
from sources.council import Council
from sources.head_fields import LABELS, FieldName
from sources.markup import line_of
from sources.moments import day_in
from sources.offered import layout_fit
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
    reading,
)

FILES = frozenset(("Dokument", "Dokumente", "Anlage", "Anlagen"))
COLUMNS = frozenset(("beginn", "gremium", "beschluss", "ergebnis"))
MOTION = re.compile(r"\b\w*antrag\b|anfrage", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """A row of the Beratungsfolge."""

    when: str
    committee: str
    decision: str | None
    result: str | None
    files: tuple[Offer, ...]
    strange: tuple[str, ...]

    @property
    def line(self) -> str:
        """The station in one line."""
        return " | ".join(filter(None, (self.when, self.committee, self.decision, self.result)))


def read(soup: BeautifulSoup, document_id: str) -> Reading:
    """A paper's page; raises ReadingError where it names neither number nor subject."""
    title = line_of(soup.select_one("#div-content h1"))
    details = details_of(soup)
    number = number_of(title, details)
    subject = field_of(details, "subject")
    if not number and not subject:
        raise ReadingError("the page names no paper", "get the page of a single paper")
    council = Council(document_id, body_of(soup), PRODUCT)
    paper = council.paper(
        number.value if number else None,
        name=subject,
        paper_type=number.label if number else None,
        originator=field_of(details, "initiator")
        or field_of(details, "author")
        or field_of(details, "office"),
        date=day_in(field_of(details, "date") or ""),
    )
    offers = tuple(offer for detail in details for offer in files_in(detail.cell, detail.label))
    add_files(council, offers, paper=paper)
    composition = Composition()
    composition.paragraph(title)
    composition.lines(f"{detail.label}: {detail.value}" for detail in details)
    composition.mark("head", 0)
    stations = tuple(stations_of(soup))
    composition.lines(station.line for station in stations)
    for station in stations:
        add_station(council, station, paper)
    doubts = [doubt(f"unknown field of the paper: {d.label[:100]}") for d in details if not known(d, number)]
    doubts += [each for station in stations for each in doubts_of(station)]
    elements = [("number", number is not None), ("subject", bool(subject))]
    elements.append(("Beratungsfolge", soup.select_one("table.table-vorgang") is not None))
    for station in stations:
        elements += [("day", bool(day_in(station.when))), ("committee", bool(station.committee))]
    kind: DocumentKind = "motion" if number and MOTION.search(number.label) else "paper"
    return reading(
        kind,
        subject or title,
        None,
        council,
        composition,
        links=tuple(links_in(soup)),
        fit=layout_fit(elements),
        doubts=tuple(doubts),
    )


def number_of(title: str, details: tuple[Detail, ...]) -> Detail | None:
    """The row with the number that the heading names."""
    shown = title.removeprefix("Vorgang").strip()
    return next((row for row in details if row.value == shown and LABELS.get(row.label) != "subject"), None)


def field_of(details: tuple[Detail, ...], name: FieldName) -> str | None:
    """The first filled value of this name."""
    return next((row.value for row in details if LABELS.get(row.label) == name and row.value), None)


def known(row: Detail, number: Detail | None) -> bool:
    """Whether the row's label is known."""
    return row is number or row.label in LABELS or row.label in FILES


def stations_of(soup: BeautifulSoup) -> Iterator[Station]:
    """The rows of the Beratungsfolge."""
    for row in soup.select("table.table-vorgang tbody tr"):
        cells = cells_of(row)
        decision = cells.get("beschluss")
        yield Station(
            when=line_of(cells.get("beginn")),
            committee=line_of(cells.get("gremium")),
            decision=text_beside_links(decision),
            result=line_of(cells.get("ergebnis")) or None,
            files=files_in(row, "Beschlusstext"),
            strange=tuple(
                shown for name, cell in cells.items() if name not in COLUMNS and (shown := line_of(cell))
            ),
        )


def text_beside_links(cell: Tag | None) -> str | None:
    """What stands in a cell beside the names of files."""
    if cell is None:
        return None
    shown = line_of(cell)
    for anchor in cell.select("a"):
        shown = shown.replace(line_of(anchor), "", 1)
    return " ".join(shown.split()) or None


def add_station(council: Council, station: Station, paper: str) -> None:
    """Add the consultation of the paper in its meeting, and the files of its decision.

    The page does not tell the number of the item there; the agenda tells it of the same consultation.
    """
    day = day_in(station.when)
    if not day or not station.committee:
        return
    meeting = council.other_meeting(station.committee, day, time=station.when.partition(" ")[2])
    council.consult(paper, None, station.result or station.decision, meeting=meeting)
    add_files(council, station.files, meeting=meeting, paper=paper)


def doubts_of(station: Station) -> Iterator[Doubt]:
    """What of a station is not taken as a record."""
    if not day_in(station.when) or not station.committee:
        yield doubt(f"a station without day or committee is not taken: {station.line[:100]}")
    for strange in station.strange:
        yield doubt(f"unknown column of the Beratungsfolge: {strange[:100]}")
