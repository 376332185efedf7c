"""Votes as a table without lines: a name and its count in turn, each in a line of its own or both in one.

Anwesend: 21        Ja-Stimmen:
Ja-Stimmen: 6       13
Nein-Stimmen: 15    Nein-Stimmen: …
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.decisions.vocabulary import alternatives, table

WORDS = table("votes")["table"]
LINE = r"[^\S\n]*"
ROW = (
    rf"{LINE}{alternatives(WORDS['rows'])}{LINE}[:=]?\s*\d{{1,3}}{LINE}(?:\((?:[^()\n])*\))?{LINE}(?=\n|$)\s*"
)
TABLE = re.compile(rf"(?:^|(?<=\n)){ROW}(?:{ROW}){{1,9}}", re.IGNORECASE)
YES = re.compile(alternatives(WORDS["yes"]), re.IGNORECASE)
CELL = re.compile(r"[^\S\n]*:?\s*\n\s*(\d)")
NAME = re.compile(r"(?<=[A-Za-zäöü-])[^\S\n]*[:=]?[^\S\n]+(\d)")


def tables_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The tables of votes in `text[start:end]`; one without yes votes tells of something else."""
    for found in TABLE.finditer(text, start, end):
        if YES.search(found[0]):
            yield found.start(), found.start() + len(found[0].rstrip())


def in_line(rows: str) -> str:
    """The rows of a table with each name and count in one line, a colon between."""
    return NAME.sub(r": \1", CELL.sub(r": \1", rows))
