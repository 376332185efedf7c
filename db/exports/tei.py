"""What the files of a ParlaMint corpus have in common: elements, clean text, ids, and the parts of their headers."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from importlib.metadata import version
from typing import Any

from lxml import etree
from lxml.builder import ElementMaker

from db.exports.meetings import writable
from db.site.metadata import SITE

TEI = "http://www.tei-c.org/ns/1.0"
ID = "{http://www.w3.org/XML/1998/namespace}id"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
OURS = "https://ratslese.example"
"""Stands for the address the site is served at, which an export does not know."""

tei = ElementMaker(namespace=TEI, nsmap={None: TEI})


def plain(text: Any) -> str:
    """A text as ParlaMint wants it: single spaces only, no soft hyphens, common hyphens, nothing around it."""
    kept = writable(text).replace("\u00ad", "").replace("\u2011", "-")
    return " ".join(unicodedata.normalize("NFC", kept).split())


def name_of(*parts: str) -> str:
    """A name for an element: ASCII letters, digits, underscores and hyphens, parts joined by full stops."""
    return ".".join(re.sub(r"[^A-Za-z0-9_-]+", "-", part).strip("-_") for part in parts)


def file_name_of(part: str) -> str:
    """A part of a file's name, which the specification allows letters, digits and hyphens only."""
    return name_of(part).replace("_", "-")


def titles(main: str, main_english: str) -> list[Any]:
    """The main title in German and, as the specification demands, in English."""
    return [
        tei.title(plain(main), {LANG: "de"}, type="main"),
        tei.title(plain(main_english), {LANG: "en"}, type="main"),
    ]


def file_description(title: Any, name: str, day: str, speeches: int, words: int, source: Any) -> Any:
    """The obligatory `fileDesc`.

    The specification fixes the licence CC BY, which its own corpora have; who exports minutes cannot grant it, so what
    is known of their rights stands there.
    """
    return tei.fileDesc(
        title,
        tei.editionStmt(tei.edition(version("ratslese"))),
        tei.extent(
            tei.measure(f"{speeches} Reden", {LANG: "de"}, unit="speeches", quantity=str(speeches)),
            tei.measure(f"{words} Wörter", {LANG: "de"}, unit="words", quantity=str(words)),
        ),
        tei.publicationStmt(
            tei.publisher(tei.orgName("Ratslese")),
            tei.idno(f"{OURS}/parlamint/{name}", type="URI"),
            tei.availability(
                tei.licence(SITE["license"]), tei.p(SITE["about"], {LANG: "de"}), status="unknown"
            ),
            tei.date(day, when=day),
        ),
        source,
    )


def project(*more: str) -> Any:
    """What the corpus is, in both languages, and what else there is to say."""
    return tei.projectDesc(
        tei.p(SITE["description"], {LANG: "de"}),
        tei.p("Statements and decisions found automatically in German council minutes.", {LANG: "en"}),
        *(tei.p(text, {LANG: "en"}) for text in more),
    )


def tags(counts: Counter[str]) -> Any:
    """How often each element occurs in a text."""
    usages = (tei.tagUsage(gi=name, occurs=str(count)) for name, count in sorted(counts.items()))
    return tei.tagsDecl(tei.namespace(*usages, name=TEI))


def counted(text: Any) -> Counter[str]:
    """How often each element occurs in and below this one."""
    return Counter(etree.QName(element).localname for element in text.iter())
