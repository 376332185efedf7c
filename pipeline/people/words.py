"""Words with their place in the text; hyphenated and gender-marked words stay whole, every other sign is by itself."""

from __future__ import annotations

import re
from typing import NamedTuple

_WORD = re.compile(
    r"[^\W\d_][\w’']*(?:(?:-|/)(?=\w)[\w’']+|[*:](?=in)\w+)*|\d+(?:[.,]\d+)*|[^\w\s]|_+",
)


class Word(NamedTuple):
    """`text` stands at `start:end`; `low` is the same in small letters."""

    text: str
    low: str
    start: int
    end: int


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words and signs of `text[start:end]`, in order."""
    matches = _WORD.finditer(text, start, len(text) if end is None else end)
    return [Word(m[0], m[0].lower(), m.start(), m.end()) for m in matches]
