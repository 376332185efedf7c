"""SessionNet (Somacos): calendars (si0040), agendas (si0057 of Layout 6, to0040 of Layout 4 and 5, JSON of version 6)
and papers (vo0050).

A page is named by a class of its wrapper (`smc_page_si0057_layout`); the JSON of version 6 is known by its keys.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable

from bs4 import BeautifulSoup

from db.records.documents import DocumentKind
from db.records.reading import Reading
from sources.detection import Recognition, Sample, decoded
from sources.markup import parsed
from sources.sessionnet import agenda, answer, calendar, paper
from sources.sessionnet.page import PRODUCT

__all__ = ["PRODUCT", "read", "recognise"]

VERSION = re.compile(r"SessionNet Version\s+([\d.]+)")
PAGE = re.compile(r"\bsmc_page_(si0040|si0057|to0040|vo0050)_layout\b")
PAGES: dict[str, tuple[DocumentKind, Callable[[BeautifulSoup, str], Reading]]] = {
    "si0040": ("calendar", calendar.read),
    "si0057": ("agenda", agenda.read_layout_6),
    "to0040": ("agenda", agenda.read_layout_4),
    "vo0050": ("paper", paper.read),
}


def recognise(sample: Sample) -> Recognition | None:
    """A page of one of the types read here, or an agenda of version 6."""
    if sample.media_type == "application/json":
        return answer.recognise(sample)
    if sample.media_type != "text/html" or not (page := PAGE.search(sample.text)):
        return None
    version = VERSION.search(sample.text)
    if version is None and "sessionnet" not in sample.head.lower():
        return None
    return Recognition(
        product=PRODUCT, version=version[1] if version else None, kind=PAGES[page[1]][0], evidence=page[0]
    )


def read(content: bytes, document_id: str) -> Reading:
    """The reading of a page; raises ReadingError for an agenda without items and a paper without a number."""
    markup = decoded(content)
    page = PAGE.search(markup)
    if page is None:
        return answer.read(markup, document_id)
    version = VERSION.search(markup)
    _, reader = PAGES[page[1]]
    return dataclasses.replace(reader(parsed(markup), document_id), version=version[1] if version else None)
