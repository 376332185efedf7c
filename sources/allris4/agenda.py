"""The agenda of a meeting (to010) with the results of its items (Beschlussart), of 4.0 and 4.1."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import Tag

from db.records.extraction import Doubt
from db.records.reading import Reading
from sources.allris4.offers import add_file, add_files, strange_attachments
from sources.allris4.page import Page, reading_of
from sources.composition import Composition
from sources.council import Council, is_public, unnumbered_id
from sources.markup import classes_of, line_of
from sources.moments import day_in
from sources.sittings import sitting_of
from sources.words import VOCABULARIES

CELLS = tomllib.loads((VOCABULARIES / "allris4.toml").read_text("utf-8"))["cells"]
KNOWN = frozenset((*CELLS["read"], *CELLS["passed"]))
NONPUBLIC = re.compile(r"nicht\s*-?\s*öffentlich", re.IGNORECASE)
NUMBER = re.compile(r"link_(\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of an agenda: the heading of a part, or an item with its cells' texts by class.

    `key` is the system's number of the item (TOLFDNR), `rest` what stands in cells that are not known. An item may
    refer to an earlier meeting instead of a paper (`refers`).
    """

    row: Tag
    part: str | None
    key: str | None
    cells: dict[str, str]
    refers: bool
    late: bool
    rest: tuple[str, ...]

    @property
    def paper(self) -> str | None:
        """The number of the paper the item is about."""
        return None if self.refers else self.cells.get("tovonr") or None

    @property
    def public(self) -> bool:
        """By the letter before the number, else by the part's heading."""
        return is_public(
            self.cells.get("tonr"), "nichtöffentlich" if NONPUBLIC.search(self.part or "") else None
        )


def agenda_rows(main: Tag) -> Iterator[Row | str]:
    """The items, and the headings of the parts as texts."""
    part: str | None = None
    for row in main.select("table.toTable tbody > tr"):
        cells = row.find_all("td", recursive=False)
        if "beratung" in classes_of(row):
            part = line_of(row)
            yield part
            continue
        texts: dict[str, str] = {}
        rest = []
        for cell in cells:
            names = [name for name in classes_of(cell) if name in KNOWN]
            if names:
                texts.setdefault(names[0], text_of(cell, names[0]))
            elif line_of(cell):
                rest.append(line_of(cell))
        link = row.select_one("td.tonr a[id^=link_]")
        key = NUMBER.match(str(link["id"])) if link else None
        late = row.select_one("td.nachtrag") is not None
        refers = row.select_one("td.tovonr a[href*='to010']") is not None
        yield Row(
            row=row,
            part=part,
            key=key[1] if key else None,
            cells=texts,
            late=late,
            rest=tuple(rest),
            refers=refers,
        )


def text_of(cell: Tag, name: str) -> str:
    """A cell's text; of a number, title or paper only the link's."""
    if name in ("tonr", "tobetreff", "tovonr") and (link := cell.select_one("a")):
        return line_of(link)
    return line_of(cell)


def agenda(page: Page, document_id: str) -> Reading:
    """The agenda of a meeting."""
    council, get = page.council(document_id), page.fields.get
    name = get("meeting")
    council.meeting(
        get("committee"),
        day_in(get("date") or ""),
        time=get("time"),
        name=sitting_of(name).name if name else None,
        room=get("room"),
        location=get("location"),
        cancelled=page.cancelled,
    )
    composition = Composition()
    composition.paragraph(page.title)
    composition.lines(page.lines)
    composition.mark("head", 0)
    rows, position = tuple(agenda_rows(page.main)), 0
    for row in rows:
        if isinstance(row, str):
            composition.paragraph(row)
        else:
            position += 1
            add_item(composition, council, row, position)
    add_files(council, page.main, meeting=council.meeting_id)
    items = tuple(row for row in rows if isinstance(row, Row))
    return reading_of(
        "agenda", page, council, composition, fit=fit_of(page, items), doubts=doubts_of(page, items)
    )


def add_item(composition: Composition, council: Council, row: Row, position: int) -> None:
    """Add an item's lines, and its records."""
    cells, public = row.cells, row.public
    number, title, result = cells.get("tonr", ""), cells.get("tobetreff"), cells.get("tobanr")
    held = council.meeting_id or council.scope
    item = council.item_id(number, public) if number else unnumbered_id(held, row.key or str(position))
    start = composition.paragraph(f"{number} {title or ''}".strip())
    if row.late:
        composition.line("Nachtrag")
    if cells.get("tovonr"):
        composition.line(f"{'Sitzung' if row.refers else 'Vorlage'}: {cells['tovonr']}")
    if cells.get("tozunr"):
        composition.line(f"Zuständigkeit: {cells['tozunr']}")
    if result:
        at = composition.line(f"Beschlussart: {result}")
        composition.mark("decision", at, item=item, public=public)
    for text in row.rest:
        composition.line(text)
    composition.mark("item", start, item=item, public=public)
    council.item(
        number or None,
        key=item,
        public=public,
        title=title,
        result=result,
        place=(start, composition.end),
        position=position,
    )
    if row.paper and public:
        council.consult(council.paper(row.paper), item, result, role=cells.get("tozunr"))
    for anchor in row.row.select("td.toDoc a[href]"):
        add_file(council, anchor, None, item=item)


def fit_of(page: Page, rows: tuple[Row, ...]) -> Iterator[tuple[str, bool]]:
    """What an agenda should have: head fields, the table with its columns, and number and title of each item."""
    yield "h1.title", bool(page.title)
    for identifier in ("sibetreff", "sigremium", "sidatum", "sizeit"):
        yield f"#{identifier}", page.value_of(identifier) is not None
    yield "table.toTable", page.main.select_one("table.toTable") is not None
    yield "tr of an item", bool(rows)
    for row in rows:
        yield "td.tonr a[id^=link_]", row.key is not None
        yield "td.tobetreff", bool(row.cells.get("tobetreff"))


def doubts_of(page: Page, rows: tuple[Row, ...]) -> Iterator[Doubt]:
    """A doubt for each cell and each attachment that is not known."""
    for row in rows:
        for text in row.rest:
            yield Doubt(
                message=f"item {row.cells.get('tonr') or '(none)'} has a cell „{text[:80]}“ that is not known",
                advice="enter the cell's class in vocabularies/allris4.toml",
                stage="parse",
            )
    for name in strange_attachments(page.main):
        yield Doubt(
            message=f"the attachment „{name[:80]}“ is not among those of the page's head",
            advice="look at the page: the panel of attachments may have changed",
            stage="parse",
        )
