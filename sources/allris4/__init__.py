"""ALLRIS 4 (net 4.x, Apache Wicket): calendars (si010), agendas (to010), excerpts of the minutes (to020) and papers
(vo020).

Head fields are known by their ids, which stay the same where the markup around them differs between versions. The page
type is the class of `#allris`; a part of a page that lacks it is told by the ids and classes in it.
"""

from __future__ import annotations

import re

from db.records.documents import DocumentKind
from db.records.reading import Reading, ReadingError
from sources.allris4.agenda import agenda
from sources.allris4.calendar import calendar, unpacked
from sources.allris4.excerpt import excerpt
from sources.allris4.page import PRODUCT, VERSION, Page
from sources.allris4.paper import paper
from sources.detection import Recognition, Sample, decoded
from sources.markup import parsed

__all__ = ["PRODUCT", "read", "recognise"]

CLASS = re.compile(r"""id="allris"\s+class="(?P<page>[a-z]{2}\d{3})\b""")
MARKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("to020", re.compile(r"""id=["'](?:toBeschlussart|toname)["']""")),
    ("to010", re.compile(r"""id=["'](?:sibetreff|toTable|toTreeTable)["']""")),
    ("vo020", re.compile(r"""id=["'](?:vobetreff|bfTable)["']""")),
    ("si010", re.compile(r"""class="[^"]*\bcalenderView\b""")),
)
PAGES: dict[str, DocumentKind] = {
    "si010": "calendar",
    "to010": "agenda",
    "to020": "excerpt",
    "vo020": "paper",
}
READ = {"si010": calendar, "to010": agenda, "to020": excerpt, "vo020": paper}


def recognise(sample: Sample) -> Recognition | None:
    """A page of one of the types read here."""
    found = page_in(sample.text) if sample.media_type in ("text/html", "application/xml") else None
    if found is None or found[0] not in PAGES:
        return None
    version = VERSION.search(sample.text)
    evidence = version[0] if version else found[1]
    return Recognition(
        product=PRODUCT, version=version[1] if version else None, kind=PAGES[found[0]], evidence=evidence
    )


def page_in(text: str) -> tuple[str, str] | None:
    """The type of a page and what shows it."""
    if named := CLASS.search(text):
        return named["page"], named[0]
    return next(((page, match[0]) for page, mark in MARKS if (match := mark.search(text))), None)


def read(content: bytes, document_id: str) -> Reading:
    """The reading of a page; raises ReadingError for one without heading or without what its type is about."""
    markup = decoded(content)
    found = page_in(markup)
    if found is None or found[0] not in READ:
        raise ReadingError("no ALLRIS 4 page of a known type", "check that this is the page you meant")
    page = Page(parsed(unpacked(markup)), markup)
    if not page.title and found[0] != "si010":
        raise ReadingError(
            "the page has no heading", "get the page again from the council information system"
        )
    return READ[found[0]](page, document_id)
