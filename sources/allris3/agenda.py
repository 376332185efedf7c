"""The agenda of a meeting (to010): its items, the results that the buttons' titles name, and the meeting's files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import Tag

from db.records.extraction import Doubt
from db.records.reading import Reading
from sources.allris3.head import Head
from sources.allris3.offers import links_in
from sources.allris3.reading import add_files, reading_of
from sources.composition import Composition
from sources.council import Council, is_public
from sources.markup import line_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of an agenda; without a number it belongs to the item before it, or is a heading.

    `late` items were added after the agenda was published, `earlier` is the meeting (`SI/2023/004`) an item refers to;
    `rest` is text in cells of which it is not known what they say.
    """

    row: Tag
    number: str
    title: str
    result: str | None
    paper: str | None
    paper_label: str | None
    earlier: str | None
    late: bool
    rest: tuple[str, ...]


def agenda_rows(main: Tag) -> Iterator[Row]:
    """The rows of the agenda's table."""
    for row in main.select("table.tl1 tr[class^=zl]"):
        cells = row.find_all("td", recursive=False)
        number = line_of(cells[0]) if cells else ""
        numbered = bool(re.search(r"\d", number))
        paper = row.select_one("a[href^='vo020']")
        earlier = next((link for cell in cells[1:] if (link := cell.select_one("a[href^='to010']"))), None)
        texts = [text for text in map(line_of, cells[1:] if numbered else cells) if text]
        linked = {line_of(paper), line_of(earlier)}
        yield Row(
            row=row,
            number=number if numbered else "",
            title=texts[0] if texts else "",
            result=title_of(row, "il1_naz"),
            paper=line_of(paper) or None,
            paper_label=title_of(row, "il1_vo"),
            earlier=line_of(earlier) or None,
            late=bool(cells) and cells[0].select_one("[title*='Nachtrag']") is not None,
            rest=tuple(text for text in texts[1:] if text not in linked),
        )


def title_of(row: Tag, button: str) -> str | None:
    """What the title of a row's button says."""
    found = row.select_one(f"input.{button}")
    return str(found["title"]) if found and found.get("title") else None


def agenda(head: Head, document_id: str) -> Reading:
    """The agenda of a meeting, with the results that its buttons name."""
    council, composition = head.council(document_id), Composition()
    composition.paragraph(head.title)
    composition.lines(head.lines)
    composition.mark("head", 0)
    rows = tuple(agenda_rows(head.main))
    item, position = None, 0
    for row in rows:
        if row.number:
            position += 1
            item = add_item(composition, council, row, position)
        elif row.title:
            composition.paragraph(row.title)
        add_files(council, links_in(row.row), item=item)
    table = head.main.select_one("table.tl1")
    own = [form for form in head.main.select("form") if table is None or table not in form.parents]
    for form in own:
        add_files(council, links_in(form.parent or form), meeting=council.meeting_id)
    return reading_of("agenda", head, council, composition, fit=fit_of(head, rows), doubts=doubts_of(rows))


def add_item(composition: Composition, council: Council, row: Row, position: int) -> str:
    """Add an item's lines, and its records; its id."""
    public = is_public(row.number)
    item = council.item_id(row.number, public)
    start = composition.paragraph(f"{row.number} {row.title}".strip())
    if row.late:
        composition.line("Nachtrag")
    if row.paper:
        composition.line(f"{row.paper_label or 'Drucksache'}: {row.paper}")
    if row.earlier:
        composition.line(f"Sitzung: {row.earlier}")
    if row.result:
        at = composition.line(f"Beschlussart: {row.result}")
        composition.mark("decision", at, item=item, public=public)
    for text in row.rest:
        composition.line(text)
    composition.mark("item", start, item=item, public=public)
    council.item(
        row.number,
        public=public,
        title=row.title,
        result=row.result,
        place=(start, composition.end),
        position=position,
    )
    if row.paper and public:
        council.consult(council.paper(row.paper), item, row.result)
    return item


def fit_of(head: Head, rows: tuple[Row, ...]) -> Iterator[tuple[str, bool]]:
    """What an agenda should have: head fields, the table, a title for each item, a result behind each button."""
    yield "Gremium:", bool(head.fields.get("committee"))
    yield "Datum:", bool(head.fields.get("date"))
    yield "table.tl1", head.main.select_one("table.tl1") is not None
    yield "tr.zl11/zl12", bool(rows)
    for row in rows:
        if row.number:
            yield "title of an item", bool(row.title)
            if row.row.select_one("input[class^=il1_na]"):
                yield "input.il1_naz[title]", row.result is not None


def doubts_of(rows: tuple[Row, ...]) -> Iterator[Doubt]:
    """A doubt for each text in a cell of which it is not known what it says."""
    for row in rows:
        for text in row.rest:
            yield Doubt(
                message=f"item {row.number or '(none)'} has a cell „{text[:80]}“ that is not known",
                advice="look at the page: the table may have a new column",
                stage="parse",
            )
