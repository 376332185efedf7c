"""Words that were divided at a line end, put together again.

Whether a hyphen goes or stays follows German spelling: it stays before a conjunction (Ergänzungsstrich),
before a capital or a digit (`Ost-West`, `2015-2020`) and after an abbreviation or number (`OZG-konform`,
`20-jährig`), unless the same document writes the word without it.
"""

from __future__ import annotations

import re
from collections.abc import Container
from pathlib import Path

CONJUNCTIONS = frozenset(
    line
    for line in (Path(__file__).parent / "vocabularies/conjunctions.txt").read_text("utf-8").split("\n")
    if line and not line.startswith("#")
)

SOFT = "\ufffe\x02\xad"
"""What PDFium writes for a hyphen at a line end, and the soft hyphen."""

HYPHENS = ("-", "\xad", "\ufffe")
DIVIDED = re.compile(r"(?<=[^\W_])[-\xad\ufffe]$")
LAST_PART = re.compile(r"[^\W_]+$")
FIRST_WORD = re.compile(r"[^\W_]+")
LONGEST = 100
"""No word is longer; so much of a line is looked at for its last one."""

INNER = re.compile(f"[{SOFT}]")


def ends_divided(line: str) -> bool:
    """Whether a line (without trailing white space) ends in a hyphen right after a letter or digit."""
    return line.endswith(HYPHENS) and bool(DIVIDED.search(line))


def joint(left: str, right: str, known: Container[str] = ()) -> str:
    """What stands between the parts of a divided word: nothing, a hyphen, or a hyphen and a line break.

    `left` ends before the hyphen, `right` begins the next line; `known` are words as the document writes them
    elsewhere.
    """
    before, after = LAST_PART.search(left[-LONGEST:]), FIRST_WORD.match(right)
    if not before or not after or after[0] in CONJUNCTIONS:
        return "-\n"
    if before[0] + after[0] in known:
        return ""
    if after[0][0].islower() and not is_abbreviation(before[0]):
        return ""
    return "-"


def is_abbreviation(part: str) -> bool:
    """Whether a word part keeps its hyphen before a small letter: `OZG`, `E`, `20`."""
    return part[-1].isdigit() or part.isupper()


def joined(line: str, known: Container[str] = ()) -> str:
    """A line as PDFium gives it, with soft hyphens inside it resolved and one at its end written as a hyphen."""
    if line.isprintable():  # no soft hyphen is, and most lines are
        return line
    first, *others = INNER.split(line[:-1] + "-" if line.endswith(tuple(SOFT)) else line)
    parts = [first]
    for part in others:
        parts += (joint(parts[-1], part, known) if divides(parts[-1], part) else "", part)
    return "".join(parts)


def divides(left: str, right: str) -> bool:
    """Whether a soft hyphen stands inside a word; elsewhere it means nothing."""
    return bool(left[-1:].strip() and right[:1].strip())
