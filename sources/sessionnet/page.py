"""What all pages of SessionNet have in common: their title, the municipality, links and files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

from db.records.documents import DocumentKind
from db.records.extraction import Doubt
from db.records.reading import LayoutFit, Link, LinkKind, Reading
from sources.composition import Composition
from sources.council import Council
from sources.markup import line_of, plain
from sources.offered import links_to

PRODUCT = "SessionNet"
MEDIA_TYPE = "text/html"

SYSTEM_OF = re.compile(
    r"(?:informationssystem|informationsportal|info)\s+(?:der|des)\s+(?P<name>[^-–|]+?)\s*(?:[-–|].*)?$",
    re.IGNORECASE,
)
"""A system named after its municipality (`Bürgerinformationssystem der Stadt Lindenfurt - …`)."""

SYSTEM = re.compile(r"^\w*(?:informationssystem|informationsportal|info)\b[^–|]*?\s[-–]\s+", re.IGNORECASE)
PREFIX = re.compile(r"SessionNet\s*\|\s*")

PROGRAMS: tuple[tuple[re.Pattern[str], LinkKind], ...] = (
    (re.compile(r"\bgetfile\.\w+\?"), "file"),
    (re.compile(r"\bsi004\d\.\w+"), "calendar"),
    (re.compile(r"\b(?:si005[067]|to0040)\.\w+\?"), "agenda"),
    (re.compile(r"\bto005\d\.\w+\?"), "excerpt"),
    (re.compile(r"\bvo005\d\.\w+\?"), "paper"),
    (re.compile(r"\b(?:gr|kp|au|fr)\d{4}\.\w+\?"), "organization"),
    (re.compile(r"\bpe\d{4}\.\w+\?"), "person"),
)
"""What is found behind an address, by the program's name."""

ADVICE = "compare the page with the reading; its layout may have changed"


def doubt(message: str) -> Doubt:
    """Something on the page that is not taken as a record."""
    return Doubt(stage="parse", message=message, advice=ADVICE)


def titled(soup: BeautifulSoup) -> str:
    """The page's title without the names of the product and of the system."""
    title = soup.select_one("title")
    return SYSTEM.sub("", PREFIX.sub("", plain(title.get_text()))) if title else ""


def body_of(soup: BeautifulSoup) -> str | None:
    """The municipality after which the page names its system."""
    for element in soup.select("title, header, .navbar-brand, h1, #smclogo, #logo"):
        if match := SYSTEM_OF.search(plain(element.get_text())):
            return plain(match["name"])
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A file as the page offers it; an icon and a text that lead to the same address are one."""

    address: str
    name: str | None
    hint: str | None


def files_in(*parts: Tag) -> tuple[Offer, ...]:
    """The files that parts of a page link, in page order."""
    found: dict[str, Offer] = {}
    for anchor in (anchor for part in parts for anchor in part.select("a[href*='getfile']")):
        address, named = str(anchor["href"]), file_name(anchor)
        known = found.get(address)
        hint = " ".join(filter(None, (known.hint if known else None, str(anchor.get("title") or ""))))
        found[address] = Offer(
            address=address, name=(known.name if known else None) or named, hint=hint or None
        )
    return tuple(found.values())


def file_name(anchor: Tag) -> str | None:
    """The name a link shows, without the size of the file."""
    shown = line_of(anchor)
    size = line_of(anchor.select_one(".smcdosize"))
    return shown.removesuffix(size).strip() or None


def links_in(soup: BeautifulSoup, hidden: frozenset[str]) -> Iterator[Link]:
    """Where the page leads within the system, each address once, with the first label it shows; not to `hidden`.

    Tabs show the same meeting or paper in other ways, and are left out.
    """
    labels: dict[str, str] = {}
    for anchor in soup.select("a[href]"):
        if anchor.find_parent(id="smcregister"):
            continue
        address = str(anchor["href"])
        labels[address] = labels.get(address) or file_name(anchor) or ""
    return links_to(labels, PROGRAMS, hidden)


def reading(
    kind: DocumentKind,
    title: str,
    day: str | None,
    council: Council,
    composition: Composition,
    *,
    links: tuple[Link, ...],
    fit: LayoutFit,
    doubts: tuple[Doubt, ...] = (),
    meeting_id: str | None = None,
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
        meeting_id=meeting_id,
        links=links,
        fit=fit,
        doubts=doubts,
    )
