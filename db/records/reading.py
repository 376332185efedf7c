"""What a source makes of a file's bytes: a text to understand, and what the format itself already tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from db.records.documents import DocumentKind
from db.records.extraction import Doubt

RegionKind = Literal[
    "head", "attendance", "agenda", "item", "discussion", "decision", "vote", "proposal", "attachment"
]


class ReadingError(Exception):
    """A file that cannot be taken; `advice` tells the administrator what to do about it."""

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message, advice)
        self.message = message
        self.advice = advice


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSpan:
    """Page `number` of the original (from 1) is `text[start:end]`."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A part of the text whose meaning the format tells (a section of an ALLRIS excerpt, a result in an agenda).

    `item` is the id of the agenda item it belongs to, `public` is False where the format says so.
    """

    kind: RegionKind
    start: int
    end: int
    item: str | None = None
    public: bool = True


LinkKind = Literal[
    "calendar", "agenda", "excerpt", "paper", "file", "organization", "person", "list", "object"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Where a page leads: `address` as it stands in the page (relative ones too), `kind` what is to be expected there.

    `form` are the fields to be posted where the page has a form instead of a link.
    """

    kind: LinkKind
    address: str
    label: str | None = None
    form: tuple[tuple[str, str], ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """A consultation of which a side is told by its address only, which another answer leads to the record of.

    `paper`, `item` and `meeting` are addresses, `paper_id` and `item_id` ids of records told beside it.
    """

    paper: str | None = None
    item: str | None = None
    meeting: str | None = None
    paper_id: str | None = None
    item_id: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutFit:
    """How many of the elements that a page of this kind should have were found; `missing` names the others."""

    expected: int
    found: int
    missing: tuple[str, ...] = ()

    @property
    def share(self) -> float:
        """Found elements as a share of the expected, 1.0 where none is expected."""
        return self.found / self.expected if self.expected else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A document as its source reads it.

    `text` is the cleaned reading all offsets point into (half-open, in characters): line-end hyphens joined, page
    headers and page marks out, nothing else changed. `records` are records of shared tables (`db.records.council`) that
    the format states outright; `regions` do not overlap within one kind. `body_id` and `meeting_id` name the records
    the whole document belongs to; `doubts` are what an editor should look at in the file itself. `links` lead a crawl
    on; `fit` tells how well the page's layout is the one its reader knows; `version` is the product's, `evidence` what
    showed the product. `told` are the addresses that meetings have in their system, each with the id of its record;
    `gone` the addresses of things that the system says it deleted; `items` are those of agenda items and `stations`
    what is told of consultations by address only, so that both can be put together.
    """

    product: str
    kind: DocumentKind
    media_type: str
    text: str
    pages: tuple[PageSpan, ...] = ()
    regions: tuple[Region, ...] = ()
    records: tuple[Any, ...] = ()
    title: str | None = None
    date: str | None = None
    body_id: str | None = None
    meeting_id: str | None = None
    doubts: tuple[Doubt, ...] = ()
    links: tuple[Link, ...] = ()
    fit: LayoutFit | None = None
    version: str | None = None
    evidence: str | None = None
    told: tuple[tuple[str, str], ...] = ()
    gone: tuple[str, ...] = ()
    items: tuple[tuple[str, str], ...] = ()
    stations: tuple[Station, ...] = ()
