"""The reading of an ALLRIS 3 page from what its parts told."""

from __future__ import annotations

from collections.abc import Iterable

from bs4 import Tag

from db.records.documents import DocumentKind
from db.records.extraction import Doubt
from db.records.reading import Link, Reading
from sources.allris3.head import PRODUCT, Head
from sources.allris3.offers import COPIED, lasting, links_in, posted, strange_links
from sources.composition import Composition
from sources.council import Council
from sources.moments import day_in
from sources.offered import layout_fit

MEDIA_TYPE = "text/html"


def add_files(
    council: Council,
    links: Iterable[Link],
    *,
    meeting: str | None = None,
    item: str | None = None,
    paper: str | None = None,
    named: str = "",
) -> None:
    """A record for each link to a file; `named` tells copies of equal name apart."""
    for link in links:
        if link.kind == "file":
            copy = COPIED.match(link.address)
            council.file(
                posted(link),
                link.label,
                field="Anlage" if copy else None,
                hint=None if copy else "PDF-Format" if link.address.startswith("do027") else None,
                stable=f"{named}/{lasting(link.address)}" if copy else None,
                meeting=meeting,
                item=item,
                paper=paper,
            )


def reading_of(
    kind: DocumentKind,
    head: Head,
    council: Council,
    composition: Composition,
    *,
    fit: Iterable[tuple[str, bool]],
    parts: tuple[Tag, ...] = (),
    doubts: Iterable[Doubt] = (),
) -> Reading:
    """The reading; its links are those of the page's main part and of `parts`."""
    parts = (head.main, *parts)
    return Reading(
        product=PRODUCT,
        kind=kind,
        media_type=MEDIA_TYPE,
        text=composition.text,
        regions=composition.regions,
        records=council.records,
        title=head.title,
        date=day_in(head.fields.get("date") or ""),
        body_id=council.body_id,
        meeting_id=council.meeting_id,
        doubts=(*head.doubts, *doubts, *strange_links(*parts)),
        links=links_in(*parts),
        fit=layout_fit((("#risname h1", bool(head.title)), *fit)),
        version=head.version,
    )
