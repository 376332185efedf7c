"""SessionNet (Somacos): agendas (si0057 of Layout 6, to0040 of Layout 4 and 5) with results and votes, and papers
(vo0050).

The page is named by a class of its wrapper (`smc_page_si0057_layout`). In Layout 6 result and votes stand in the item's
row as paragraphs `smc_field_smcdv0_box2_beschluss` and `…_abstimmung`; in Layout 4 and 5 they follow it as rows
`smc_tophz`. The table's number is no guide: `contenttable1` is the head in Layout 6 and the agenda before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bs4 import BeautifulSoup, Tag

from db.records.documents import DocumentKind
from db.records.reading import Reading, ReadingError, RegionKind
from sources.composition import Composition
from sources.council import Council, is_public
from sources.detection import Recognition, Sample, decoded
from sources.markup import line_of, parsed, plain
from sources.moments import day_in, times_in

PRODUCT = "SessionNet"
MEDIA_TYPE = "text/html"

VERSION = re.compile(r"SessionNet Version\s+([\d.]+)")
PAGE = re.compile(r"\bsmc_page_(si0057|to0040|vo0050)_layout\b")
PAGES: dict[str, DocumentKind] = {"si0057": "agenda", "to0040": "agenda", "vo0050": "paper"}
SYSTEM_OF = re.compile(
    r"(?:informationssystem|informationsportal|info)\s+(?:der|des)\s+(?P<name>[^-–|]+?)\s*(?:[-–|].*)?$",
    re.IGNORECASE,
)
"""A system named after its municipality (`Bürgerinformationssystem der Stadt Lindenfurt - …`)."""

SYSTEM = re.compile(r"^\w*(?:informationssystem|informationsportal|info)\b[^–|]*?\s[-–]\s+", re.IGNORECASE)
PREFIX = re.compile(r"SessionNet\s*\|\s*")
DAY_BEHIND = re.compile(r"\s*(?:[-–]\s*)?\d{1,2}\.\d{1,2}\.\d{4}.*$")
NONPUBLIC = re.compile(r"nicht\s*-?\s*öffentlich", re.IGNORECASE)
HEAD_NAMES = {"siname": "Sitzung", "sigrname": "Gremium", "siort": "Raum", "sidat": "Datum", "yytime": "Zeit"}


def recognise(sample: Sample) -> Recognition | None:
    """A page of one of the types read here."""
    if sample.media_type != "text/html" or not (page := PAGE.search(sample.text)):
        return None
    version = VERSION.search(sample.text)
    if version is None and "sessionnet" not in sample.head.lower():
        return None
    return Recognition(
        product=PRODUCT, version=version[1] if version else None, kind=PAGES[page[1]], evidence=page[0]
    )


def read(content: bytes, document_id: str) -> Reading:
    """The reading of a page; raises ReadingError for an agenda without items."""
    markup = decoded(content)
    page = PAGE.search(markup)
    soup = parsed(markup)
    if page and page[1] == "vo0050":
        return paper(soup, document_id)
    rows = tuple(layout_6(soup) if page and page[1] == "si0057" else layout_4(soup))
    if not rows:
        raise ReadingError("the page has no agenda", "get the page of a meeting whose agenda is published")
    return agenda(soup, rows, document_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An item of the agenda; `part` is the heading of the part it stands in, `vote` the counts as shown."""

    number: str
    title: str
    part: str | None = None
    paper: str | None = None
    result: str | None = None
    vote: str | None = None

    @property
    def public(self) -> bool:
        """By the letter before the number, else by the part's heading."""
        return is_public(self.number, "nichtöffentlich" if NONPUBLIC.search(self.part or "") else None)


def layout_6(soup: BeautifulSoup) -> Iterator[Row]:
    """The items of si0057."""
    part: str | None = None
    for line in soup.select("table.smctablesitzung tr"):
        if heading := line.select_one("td.totrenn"):
            part = line_of(heading)
            continue
        number = line_of(line.select_one("td.tofnum"))
        if not number:
            continue
        yield Row(
            number=number,
            title=line_of(line.select_one("td.tobetr .smc-card-header-title-simple"))
            or line_of(line.select_one("td.tobetr")),
            part=part,
            paper=line_of(line.select_one("td.tovo a")) or None,
            result=value_of(line.select_one("p.smc_field_smcdv0_box2_beschluss")),
            vote=value_of(line.select_one("p.smc_field_smcdv0_box2_abstimmung")),
        )


def value_of(labelled: Tag | None) -> str | None:
    """What follows the label (`Beschluss:`) in a paragraph."""
    text = line_of(labelled)
    return text.partition(":")[2].strip() or None


def layout_4(soup: BeautifulSoup) -> Iterator[Row]:
    """The items of to0040: each row with a number, completed by the result rows behind it."""
    part: str | None = None
    row: Row | None = None
    for line in soup.select("table.smc_page_to0040_contenttable tr"):
        if line.select_one("td.smc-table-group"):
            part = line_of(line)
        elif cell := line.select_one("td.smc_tophn, td.tofnum"):
            if row:
                yield row
            row = item_row(line, cell, part)
        elif (label := line.select_one("td.smc_topr")) and row:
            row = with_result(row, line_of(label), line_of(label.find_next_sibling("td")))
    if row:
        yield row


def item_row(line: Tag, number: Tag, part: str | None) -> Row | None:
    """The item of a row; a late one (`Nachtrag: 01.09.2026 *`) is numbered like the others."""
    for note in number.select("[class^=smcf_]"):
        note.extract()
    shown = line_of(number)
    paper = line.select_one("a[href*='vo0050']")
    title = line_of(line.select_one("td.smc_topht, td.tobetr"))
    return Row(number=shown, title=title, part=part, paper=line_of(paper) or None) if shown else None


def with_result(row: Row, label: str, value: str) -> Row:
    """The item with a result row's value."""
    if label.startswith("Beschluss"):
        return replace(row, result=value or None)
    return replace(row, vote=value or None) if label.startswith("Abstimmung") else row


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
        lines=tuple(lines),
        committee=cells["sigrname"] or DAY_BEHIND.sub("", titled(soup)) or None,
        day=day_in(cells["sidat"] or "") or day_in(titled(soup)),
        time=cells["yytime"] or clock_behind(titled(soup)) or beginning_of(soup),
        room=cells["siort"],
        name=cells["siname"],
    )


def titled(soup: BeautifulSoup) -> str:
    """The page's title without the names of the product and of the system."""
    title = soup.select_one("title")
    return SYSTEM.sub("", PREFIX.sub("", plain(title.get_text()))) if title else ""


def clock_behind(title: str) -> str | None:
    """The times that follow the day in a title."""
    rest = DAY_BEHIND.search(title)
    clock = re.sub(r"\d{1,2}\.\d{1,2}\.\d{4}", "", rest[0]) if rest else ""
    return clock if times_in(clock)[0] else None


def beginning_of(soup: BeautifulSoup) -> str | None:
    """The beginning that the heading of the first part names (`Öffentlicher Teil: Beginn 17:00 Uhr`)."""
    part = line_of(soup.select_one("td.smc-table-group"))
    return part if "Beginn" in part else None


def body_of(soup: BeautifulSoup) -> str | None:
    """The municipality after which the page names its system."""
    for element in soup.select("title, header, .navbar-brand, h1, #smclogo, #logo"):
        if match := SYSTEM_OF.search(plain(element.get_text())):
            return plain(match["name"])
    return None


def agenda(soup: BeautifulSoup, rows: tuple[Row, ...], document_id: str) -> Reading:
    """The agenda of a meeting with results and votes."""
    head = head_of(soup)
    council = Council(document_id, body_of(soup), PRODUCT)
    council.meeting(head.committee, head.day, time=head.time, name=head.name, location=head.room)
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
    return reading("agenda", head.title, head.day, council, composition)


def add_row(composition: Composition, council: Council, row: Row, position: int) -> None:
    """Add an item's lines, and its records."""
    item = council.item_id(row.number, row.public)
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
    composition.mark("item", start, item=item, public=row.public)
    council.item(
        row.number,
        public=row.public,
        title=row.title,
        result=row.result,
        place=(start, composition.end),
        position=position,
    )
    if row.paper and row.public:
        council.consult(council.paper(row.paper), item, row.result)


def paper(soup: BeautifulSoup, document_id: str) -> Reading:
    """A paper's page: its fields; text and consultations stand on pages and files of their own."""
    fields = {
        name: line_of(soup.select_one(f".smc-table-cell.{name}"))
        for name in ("vobetr", "voname", "vovaname", "voakz")
    }
    reference = fields["voname"] or fields["voakz"]
    if not reference:
        raise ReadingError("the page names no paper", "get the page of a single paper")
    council = Council(document_id, body_of(soup), PRODUCT)
    council.paper(
        reference, name=fields["vobetr"], paper_type=re.sub(r"^\d+_", "", fields["vovaname"]) or None
    )
    composition = Composition()
    title = line_of(soup.select_one("h1")) or titled(soup)
    composition.paragraph(title)
    composition.lines(shown_fields(soup))
    composition.mark("head", 0)
    kind: DocumentKind = (
        "motion" if re.search(r"\b\w*antrag\b|anfrage", fields["vovaname"], re.I) else "paper"
    )
    return reading(kind, fields["vobetr"] or title, None, council, composition)


def shown_fields(soup: BeautifulSoup) -> Iterator[str]:
    """The labelled rows of a page's head."""
    for row in soup.select(".smccontenttable .smc-table-row"):
        label, value = row.select_one(".smc-cell-head"), row.select_one(".smc-table-cell:not(.smc-cell-head)")
        if line_of(label) and line_of(value):
            yield f"{line_of(label).rstrip(':')}: {line_of(value)}"


def reading(
    kind: DocumentKind, title: str, day: str | None, council: Council, composition: Composition
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
    )
