"""The sections of ALLRIS 3 excerpts and papers.

They stand behind anchors `allrisWP`, `allrisBS`, … as complete HTML documents of their own, so they are cut out before
anything is parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup

from db.records.reading import RegionKind
from sources.allris3.head import Head
from sources.composition import Composition
from sources.markup import line_of, paragraphs_of, parsed, plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What the text behind an anchor is; `label` where the page itself shows none."""

    kind: RegionKind
    label: str


PARTS = {
    "allrisSV": Part(kind="proposal", label="Sachverhalt"),
    "allrisBV": Part(kind="proposal", label="Beschlussvorschlag"),
    "allrisWP": Part(kind="discussion", label="Wortprotokoll"),
    "allrisBS": Part(kind="decision", label="Beschluss"),
    "allrisAE": Part(kind="vote", label="Abstimmungsergebnis"),
    "allrisAN": Part(kind="attachment", label="Anlagen"),
}
ANCHOR = re.compile(rf"""<a\s+name=["']({"|".join(PARTS)})["']\s*(?:/>|>\s*</a>)""")
"""The anchors in the page; what follows one up to the next, or to the end of its nested document, is its section."""


def sections(markup: str) -> Iterator[tuple[str, list[str]]]:
    """The filled sections as (anchor, paragraphs), in page order."""
    pieces = ANCHOR.split(markup)
    for anchor, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        paragraphs = paragraphs_of(parsed(nested_in(piece)))
        if paragraphs:
            yield anchor, paragraphs


def nested_in(piece: str) -> str:
    """The documents nested behind an anchor, without the page's own furniture behind them."""
    piece = re.split(r"<!-- ###|<div\s+id=[\"']risfoot", piece, maxsplit=1)[0]
    end = piece.rfind("</html>")
    if end >= 0 and "<html" in piece:
        return piece[: end + len("</html>")]
    return piece


def tail_of(markup: str) -> BeautifulSoup:
    """What stands behind the last anchor: its section, and the page's lists of attachments and related papers."""
    pieces = ANCHOR.split(markup)
    return parsed(pieces[-1] if len(pieces) > 1 else "")


def attachments(markup: str) -> list[str]:
    """The lines of the list of attachments that stands behind the sections."""
    tail = parsed(ANCHOR.split(markup)[-1])
    labels = (cell for cell in tail.select("td.kb1") if line_of(cell).startswith("Anlagen"))
    table = next((cell.find_parent("table") for cell in labels), None)
    return list(filter(None, map(line_of, table.select("tr")))) if table else []


def labels_of(front: BeautifulSoup) -> dict[str, str]:
    """How the page's own menu names its sections."""
    links = front.select("a[href^='#allris']")
    return {str(link["href"])[1:]: line_of(link) for link in links if line_of(link)}


def compose_sections(
    composition: Composition, head: Head, markup: str, item: str | None, public: bool
) -> int:
    """Add each section with its label on a line of its own; where the last ends."""
    labels = labels_of(head.front)
    for anchor, paragraphs in sections(markup):
        label = labels.get(anchor, PARTS[anchor].label)
        if plain(paragraphs[0]).rstrip(":").casefold() == label.casefold():
            label = paragraphs.pop(0)
        start = composition.paragraph(label)
        composition.paragraphs(paragraphs)
        composition.mark(PARTS[anchor].kind, start, item=item, public=public)
    return composition.end


def add_attachments(composition: Composition, markup: str, item: str | None, public: bool) -> None:
    """Add the list of attachments; it is no part of the minutes."""
    composition.mark("attachment", composition.lines(attachments(markup)), item=item, public=public)
