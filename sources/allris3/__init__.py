"""ALLRIS 3 (net 3.9, classic .asp): calendars (si010), agendas (to010), excerpts of the minutes (to020), papers (vo020)
and lists of them (vo040), committees (au020), factions (fr020) and lists of them (au010, fr010).

The page type is the class of `#allriscontainer`. Head fields are table cells `td.kb1` (label) and the cell that follows
(value).
"""

from __future__ import annotations

import re

from db.records.documents import DocumentKind
from db.records.reading import Reading, ReadingError
from sources.allris3.agenda import agenda
from sources.allris3.calendar import calendar
from sources.allris3.excerpt import excerpt
from sources.allris3.head import PRODUCT, VERSION, Head
from sources.allris3.organizations import members, organizations
from sources.allris3.paper import paper
from sources.allris3.papers import papers
from sources.allris3.sections import ANCHOR
from sources.detection import Recognition, Sample, decoded
from sources.markup import parsed

__all__ = ["PRODUCT", "read", "recognise"]

PAGE = re.compile(r"""<div\s+id=["']allriscontainer["']\s+class=["'](\w+)["']""")
PAGES: dict[str, DocumentKind] = {
    "si010": "calendar",
    "to010": "agenda",
    "to020": "excerpt",
    "vo020": "paper",
    "vo040": "paper",
    "au010": "organization",
    "fr010": "organization",
    "au020": "organization",
    "fr020": "organization",
}
OF_HEAD = {
    "si010": calendar,
    "to010": agenda,
    "vo040": papers,
    "au010": organizations,
    "fr010": organizations,
    "au020": members,
    "fr020": members,
}
"""Pages that are all table, with nothing nested in them."""

REFUSED = "Zugriff verweigert"


def recognise(sample: Sample) -> Recognition | None:
    """A page of one of the types read here."""
    page = PAGE.search(sample.text) if sample.media_type in ("text/html", "application/xml") else None
    if page is None or page[1] not in PAGES:
        return None
    version = VERSION.search(sample.text)
    return Recognition(
        product=PRODUCT, version=version[1] if version else None, kind=PAGES[page[1]], evidence=page[0]
    )


def read(content: bytes, document_id: str) -> Reading:
    """The reading of a page; raises ReadingError for one that was refused to its reader or has no head."""
    markup = decoded(content)
    page = PAGE.search(markup)
    if page is None or page[1] not in PAGES:
        raise ReadingError("no ALLRIS 3 page of a known type", "check that this is the page you meant")
    front = parsed(ANCHOR.split(markup, maxsplit=1)[0])
    head = Head(front, markup)
    if not head.title:
        refused = REFUSED in markup
        raise ReadingError(
            "the system refused this page" if refused else "the page has no heading",
            "get the page again from the council information system",
        )
    if page[1] in OF_HEAD:
        return OF_HEAD[page[1]](head, document_id)
    return excerpt(head, markup, document_id) if page[1] == "to020" else paper(head, markup, document_id)
