"""SD.NET RIM 4 (Sternberg): lists of meetings (termine), agendas (tops) and papers (vorgang).

A page is named by the class of `#div-content`; addresses are opaque (`/tops/?__=…`).
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable

from bs4 import BeautifulSoup

from db.records.documents import DocumentKind
from db.records.reading import Reading, ReadingError
from sources.detection import Recognition, Sample, decoded
from sources.markup import parsed
from sources.sdnet import agenda, calendar, paper
from sources.sdnet.page import PRODUCT

__all__ = ["PRODUCT", "read", "recognise"]

SYSTEM = re.compile(r"SD\.NET RIM (?P<version>\d[\d.]*)")
PAGE = re.compile(r"<div\b[^>]*\bid=\"div-content\"[^>]*\bclass=\"(?P<page>termine|tops|vorgang)\b")
PAGES: dict[str, tuple[DocumentKind, Callable[[BeautifulSoup, str], Reading]]] = {
    "termine": ("calendar", calendar.read),
    "tops": ("agenda", agenda.read),
    "vorgang": ("paper", paper.read),
}


def recognise(sample: Sample) -> Recognition | None:
    """A page of one of the types read here."""
    if sample.media_type not in ("text/html", "application/xml"):
        return None
    system, page = SYSTEM.search(sample.text), PAGE.search(sample.text)
    if system is None or page is None:
        return None
    return Recognition(
        product=PRODUCT, version=system["version"], kind=PAGES[page["page"]][0], evidence=page[0][:120]
    )


def read(content: bytes, document_id: str) -> Reading:
    """The reading of a page; raises ReadingError for a page of another kind and a paper without subject."""
    markup = decoded(content)
    system, page = SYSTEM.search(markup), PAGE.search(markup)
    if system is None or page is None:
        raise ReadingError(
            "no page of SD.NET RIM that is read", "get a list of meetings, an agenda or a paper"
        )
    _, reader = PAGES[page["page"]]
    return dataclasses.replace(reader(parsed(markup), document_id), version=system["version"])
