"""Paragraphs of a page's markup as a browser would set them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag

BLOCKS = frozenset(
    """address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 head
    header hr html li main nav ol p pre section table tbody td tfoot th thead title tr ul""".split()  # noqa: SIM905
)
SILENT = frozenset(("script", "style", "head", "title", "template", "noscript"))
SOFT_HYPHEN = "\u00ad"


def parsed(markup: str) -> BeautifulSoup:
    """Markup as lxml reads it; declarations inside (ALLRIS nests whole documents) are dropped first."""
    return BeautifulSoup(re.sub(r"<\?xml[^>]*\?>|<!DOCTYPE[^>]*>", "", markup, flags=re.IGNORECASE), "lxml")


def plain(text: str) -> str:
    """One line: white space of any kind is one space, soft hyphens are gone."""
    return " ".join(text.replace(SOFT_HYPHEN, "").split())


def classes_of(element: Tag) -> list[str]:
    """The element's classes."""
    return [str(name) for name in element.get_attribute_list("class") if name]


def line_of(element: Tag | None) -> str:
    """All of an element's text in one line, with a space where a line is broken."""
    return plain(" ".join(paragraphs_of(element))) if element else ""


def paragraphs_of(element: Tag) -> list[str]:
    """The filled paragraphs: text of inline elements is joined as it stands (Word exports split words over spans),
    `<br>` begins a new line."""
    paragraphs = ["".join(run) for run in _runs(element)]
    lines = ("\n".join(filter(None, map(plain, paragraph.split("\v")))) for paragraph in paragraphs)
    return [paragraph for paragraph in lines if paragraph]


def _runs(element: Tag) -> Iterator[list[str]]:
    """Runs of inline text between the edges of block elements; `\\v` stands for a broken line."""
    run: list[str] = []
    for piece in _pieces(element):
        if piece is None:
            yield run
            run = []
        else:
            run.append(piece)
    yield run


def _pieces(element: Tag) -> Iterator[str | None]:
    """Texts in order; None at the edge of a block."""
    for child in element.children:
        if isinstance(child, NavigableString):
            if not isinstance(child, PreformattedString):
                yield str(child).replace("\v", " ")
        elif isinstance(child, Tag) and child.name not in SILENT:
            block = child.name in BLOCKS
            if child.name == "br":
                yield "\v"
            if block:
                yield None
            yield from _pieces(child)
            if block:
                yield None
