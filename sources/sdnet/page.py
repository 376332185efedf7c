"""What all pages of SD.NET RIM have in common: municipality, details, links, files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

from db.records.documents import DocumentKind
from db.records.extraction import Doubt
from db.records.reading import LayoutFit, Link, LinkKind, Reading
from sources.composition import Composition
from sources.council import Council
from sources.markup import classes_of, line_of, paragraphs_of, plain
from sources.offered import FileKind, file_kind, links_to

PRODUCT = "SD.NET RIM"
MEDIA_TYPE = "text/html"

TITLE = re.compile(r"SD\.NET RIM[\d. ]*\|\s*(?P<body>\S.*)$")
EXPORTED = re.compile(r"(?:\s*\((?:exportiert: [^()]*|[\d.,]+\s?[KMG]?B)\))+\s*$")
"""What stands behind a file's name: the day it was exported, and its size."""

POSTCODE = re.compile(r"\b\d{5}\s+[A-ZÄÖÜ]")
PROGRAMS: tuple[tuple[re.Pattern[str], LinkKind], ...] = (
    (re.compile(r"/sdnetrim/"), "file"),
    (re.compile(r"/tops/?\?__="), "agenda"),
    (re.compile(r"/vorgang/?\?__="), "paper"),
    (re.compile(r"/gremien/?\?__="), "organization"),
    (re.compile(r"/(?:personen|mandatstraeger)/?\?__="), "person"),
    (re.compile(r"/termine/?(?:\?|$)"), "calendar"),
    (re.compile(r"/(?:gremien|personen|mandatstraeger|fraktionen)/?$"), "list"),
)
"""What is found behind an address."""


def doubt(message: str) -> Doubt:
    """Something on the page that is not taken as a record."""
    advice = "compare the page with the reading; its layout may have changed"
    return Doubt(stage="parse", message=message, advice=advice)


def body_of(soup: BeautifulSoup) -> str | None:
    """The municipality that the page's title names behind the system (`… - SD.NET RIM 4 | Stadt Lindau`)."""
    title = soup.select_one("title")
    match = TITLE.search(plain(title.get_text())) if title else None
    return match["body"] if match else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A file as the page offers it."""

    address: str
    name: str | None
    kind: FileKind
    hint: str | None


def files_in(part: Tag, field: str | None = None) -> tuple[Offer, ...]:
    """The files that a part of a page links, each address once; `field` is the label they stand behind."""
    found: dict[str, Offer] = {}
    for anchor in part.select("a[href*='/sdnetrim/']"):
        address, told = str(anchor["href"]), str(anchor.get("aria-label") or "")
        name = EXPORTED.sub("", line_of(anchor)) or None
        attached = anchor.select_one(".attachment-link") is not None
        kind: FileKind = "attachment" if attached else file_kind(name, told, field)
        found.setdefault(address, Offer(address=address, name=name, kind=kind, hint=told or None))
    return tuple(found.values())


def add_files(
    council: Council,
    offers: tuple[Offer, ...],
    *,
    meeting: str | None = None,
    item: str | None = None,
    paper: str | None = None,
) -> None:
    """Add the records of files."""
    for offer in offers:
        council.file(
            offer.address,
            offer.name,
            hint=offer.hint,
            kind=offer.kind,
            meeting=meeting,
            item=item,
            paper=paper,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """A row of the table of details: `lines` are the value as it is broken."""

    label: str
    lines: tuple[str, ...]
    cell: Tag

    @property
    def value(self) -> str:
        """The value in one line; files, which stand side by side, are set apart."""
        files = [line_of(anchor) for anchor in self.cell.select("a[href*='/sdnetrim/']")]
        return ", ".join(files) if "".join(files) == "".join(self.lines) else " ".join(self.lines)


def details_of(soup: BeautifulSoup) -> tuple[Detail, ...]:
    """The labelled rows at the head of an agenda or a paper."""
    rows = soup.select("#div-content table.table-details tr")
    pairs = ((row.select_one("th"), row.select_one("td")) for row in rows)
    return tuple(
        Detail(label=line_of(label).rstrip(":"), lines=lines_of(cell), cell=cell)
        for label, cell in pairs
        if label is not None and cell is not None
    )


def lines_of(cell: Tag) -> tuple[str, ...]:
    """A cell's lines as they are broken."""
    lines = (line for paragraph in paragraphs_of(cell) for line in paragraph.split("\n"))
    return tuple(line for line in map(plain, lines) if line)


def place_of(lines: tuple[str, ...]) -> tuple[str | None, str | None]:
    """Location and room: the room is the line behind the one that ends with postcode and town.

    A last line that repeats the building or is an address itself is no room.
    """
    last = lines[-1] if lines else ""
    is_room = (
        len(lines) > 1
        and POSTCODE.search(lines[-2]) is not None
        and not POSTCODE.search(last)
        and last not in lines[:-1]
    )
    location = ", ".join(dict.fromkeys(lines[:-1] if is_room else lines))
    return location or None, last if is_room else None


def cells_of(row: Tag) -> dict[str, Tag]:
    """The cells of a row of data by their column's name."""
    return {
        name.removeprefix("column-"): cell
        for cell in row.find_all("td", recursive=False)
        for name in classes_of(cell)
        if name.startswith("column-")
    }


def links_in(soup: BeautifulSoup, hidden: frozenset[str] = frozenset()) -> Iterator[Link]:
    """Where the page leads within the system, each address once; not to `hidden`."""
    labels: dict[str, str] = {}
    for anchor in soup.select("a[href]"):
        address = str(anchor["href"])
        labels[address] = labels.get(address) or EXPORTED.sub("", line_of(anchor))
    return links_to(labels, PROGRAMS, hidden)


def reading(
    kind: DocumentKind,
    title: str,
    day: str | None,
    council: Council,
    composition: Composition,
    *,
    links: tuple[Link, ...],
    fit: LayoutFit,
    doubts: tuple[Doubt, ...],
) -> Reading:
    """The reading of what was composed."""
    return Reading(
        product=PRODUCT,
        kind=kind,
        media_type=MEDIA_TYPE,
        text=composition.text,
        regions=composition.regions,
        records=council.records,
        title=title,
        date=day,
        body_id=council.body_id,
        meeting_id=council.meeting_id,
        links=links,
        fit=fit,
        doubts=doubts,
    )
