"""Papers of SessionNet (vo0050): their fields and files; consultations stand on a page of their own (vo0053)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup

from db.records.documents import DocumentKind
from db.records.reading import Reading, ReadingError
from sources.composition import Composition
from sources.council import Council
from sources.head_fields import LABELS
from sources.markup import line_of
from sources.offered import layout_fit
from sources.sessionnet.page import PRODUCT, body_of, doubt, files_in, links_in, reading, titled

NAMES = ("vobetr", "voname", "vovaname", "voakz")
MOTION = re.compile(r"\b\w*antrag\b|anfrage", re.IGNORECASE)


def read(soup: BeautifulSoup, document_id: str) -> Reading:
    """A paper's page; raises ReadingError where it names none."""
    fields = {name: line_of(soup.select_one(f".smc-table-cell.{name}")) for name in NAMES}
    reference = fields["voname"] or fields["voakz"]
    if not reference:
        raise ReadingError("the page names no paper", "get the page of a single paper")
    council = Council(document_id, body_of(soup), PRODUCT)
    paper = council.paper(
        reference, name=fields["vobetr"], paper_type=re.sub(r"^\d+_", "", fields["vovaname"]) or None
    )
    offers = files_in(soup)
    for offer in offers:
        council.file(offer.address, offer.name, hint=offer.hint, paper=paper)
    composition = Composition()
    title = line_of(soup.select_one("h1")) or titled(soup)
    shown = list(shown_fields(soup))
    composition.paragraph(title)
    composition.lines(f"{label}: {value}" for label, value in shown)
    composition.mark("head", 0)
    kind: DocumentKind = "motion" if MOTION.search(fields["vovaname"]) else "paper"
    return reading(
        kind,
        fields["vobetr"] or title,
        None,
        council,
        composition,
        links=tuple(links_in(soup, frozenset())),
        fit=layout_fit(
            [(name, bool(fields[name])) for name in NAMES[:3]]
            + [("name of a file", bool(offer.name)) for offer in offers]
        ),
        doubts=tuple(
            doubt(f"unknown field of the paper: {label}") for label, _ in shown if label not in LABELS
        ),
    )


def shown_fields(soup: BeautifulSoup) -> Iterator[tuple[str, str]]:
    """The labelled rows of a page's head."""
    for row in soup.select(".smccontenttable .smc-table-row"):
        label, value = row.select_one(".smc-cell-head"), row.select_one(".smc-table-cell:not(.smc-cell-head)")
        if line_of(label) and line_of(value):
            yield line_of(label).rstrip(":"), line_of(value)
