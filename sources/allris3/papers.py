"""The list of papers (vo040): fifty on a page, with a link to the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import Tag

from db.records.reading import Reading
from sources.allris3.head import Head
from sources.allris3.reading import reading_of
from sources.composition import Composition
from sources.council import Council
from sources.markup import line_of
from sources.moments import day_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A paper of the list."""

    reference: str
    name: str
    day: str
    paper_type: str


def rows_of(main: Tag) -> Iterator[Row]:
    """The papers: number and subject in one link, set apart by a space that does not break, then day and type."""
    for row in main.select("table.tl1 tr[class^=zl]"):
        if link := row.select_one("a[href*='vo020']"):
            reference, _, name = line_of(link).partition(" ")
            told = [line_of(cell) for cell in row.select("td.text2")]
            yield Row(
                reference=reference,
                name=name,
                day=told[0] if told else "",
                paper_type=told[1] if len(told) > 1 else "",
            )


def papers(head: Head, document_id: str) -> Reading:
    """The papers of a list."""
    council = Council(document_id, head.body, head.product, head.url if head.body else None)
    rows = tuple(rows_of(head.main))
    composition = Composition()
    composition.paragraph(head.title)
    for row in rows:
        council.paper(row.reference, name=row.name, paper_type=row.paper_type, date=day_in(row.day))
    composition.lines(
        " ".join(filter(None, (row.reference, row.name, row.day, row.paper_type))) for row in rows
    )
    composition.mark("head", 0)
    fit = [
        ("table.tl1", head.main.select_one("table.tl1") is not None),
        *(("number and name of a paper", bool(row.reference and row.name)) for row in rows),
        *(("day of a paper", day_in(row.day) is not None) for row in rows),
        *(("type of a paper", bool(row.paper_type)) for row in rows),
    ]
    return reading_of("paper", head, council, composition, fit=fit)
