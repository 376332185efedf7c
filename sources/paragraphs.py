"""Where paragraphs end in lines whose source sets none apart by space."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from sources.pages import Line, Page

SENTENCE_END = re.compile(r"[.!?:;…][\"“”’)\]]*$")

SPACED = 0.03
"""With a smaller share of blank lines a text does not set its paragraphs apart by them."""

FULL = 0.9
"""The length that nine of ten lines keep is taken for the width of the type area."""


def ends_sentence(text: str) -> bool:
    """Whether a line ends as sentences do."""
    return bool(SENTENCE_END.search(text))


def first_word(text: str) -> str:
    """The word that would have come next on the line before."""
    return text.split(maxsplit=1)[0]


def mark_paragraphs(pages: Sequence[Page]) -> None:
    """Set `blank` where a paragraph ends at a page's end, and everywhere in a text without blank lines.

    Such a line ends a sentence and leaves room into which the next word would have fitted.
    """
    lines = [line for page in pages for line in page.lines]
    width = width_of(lines)
    starts = {id(page.lines[0]) for page in pages if page.lines}
    spaced = sum(line.blank for line in lines) > len(lines) * SPACED
    for line, following in pairwise(lines):
        if not spaced or id(following) in starts:
            following.blank = following.blank or leaves_room(line, following, width)


def leaves_room(line: Line, following: Line, width: int) -> bool:
    """Whether a line ends a sentence before the line was full; `width` in characters."""
    return ends_sentence(line.text) and len(line.text) + 1 + len(first_word(following.text)) < width


def width_of(lines: Sequence[Line]) -> int:
    """How many characters a full line has."""
    lengths = sorted(len(line.text) for line in lines)
    return lengths[int(len(lengths) * FULL)] if lengths else 0
