"""The lines of a text, and what a line looks like by itself."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from db.records.dates import MONTH
from pipeline.people.vocabulary import word_set
from pipeline.structure.parts import SAYS
from pipeline.structure.vocabulary import alternatives, words

ENDED = re.compile(r"[.!?…][\"“”„»«’'‘)\]]*$")
CONTINUES = re.compile(
    r"(?:,|[a-zäöüß]-|/|&|\b(?:" + "|".join(sorted(words("joiners"))) + r"))$",
)
JOINER = 12
"""More letters than the longest of these words has: only the end of a line is looked at."""
LABEL = re.compile(
    r"(?:(?:"
    + "|".join(alternatives("labels", part) for part in ("decision", "vote", "proposal", "discussion"))
    + r")(?: (?:zu |TOP |Punkt )?[\d.]+)?)\s*(?::|$)",
    re.MULTILINE,
)
BULLET = re.compile(
    r"(?:(?:TOP|Punkt)\s?\d{1,3}(?:\.\d{1,3})*\s?:|[-–—•▪·*☐☒\uf0b7\uf02d]|\(?[a-zA-Z]\)|\(?\d{1,2}\))\s+\S"
)
NUMBERED = re.compile(
    r"(?:\(?\d{1,2}(?:\.\d{1,2}){0,4}(?:\.|\.?\))|\d{1,2}(?:\.\d{1,2}){1,4})"
    rf"\s+(?!(?:{MONTH})\b)[A-ZÄÖÜ\"„]"
)
NAME = (
    r"(?:(?:Dr|Prof|med|h|c|Dipl|Ing|von|van|de|der|zu|zur|Graf|Freiherr|Freifrau|[A-ZÄÖÜ])\.?\s)*"
    r"[A-ZÄÖÜ][\wäöüßéèćčšž’'-]+"
)
ALONE = rf"(?:(?:Der|Die)\s)?(?:[\wäöüß.]+e[rn]?\s)?[\wäöüß-]*(?i:{alternatives('offices', 'alone')})\b"
SHORT = "|".join(sorted(map(re.escape, word_set("short_offices.txt")), key=len, reverse=True))
NAMED = rf"(?:(?:[\w.]+\s)?[\wäöüß-]*(?i:{alternatives('offices', 'named')})|(?:{SHORT})\.?)\s{NAME}"
SOMEBODY = rf"(?:Ein|Eine)\s(?:\w+\s)?[\wäöüß]*(?i:{alternatives('offices', 'somebody')})\b"
PERSON = re.compile(rf"(?:{NAMED}|{ALONE}|{SOMEBODY})")
"""The beginning of a sentence about somebody with an office or a form of address."""
PARTY = r",?\s?[(\[]\w[^()\[\]\n]{1,40}[)\]]"
TALLY = re.compile(r"\(?\d{1,3}\s?:\s?\d{1,3}(?:\s?:\s?\d{1,3})?\)?(?:\s+Stimmen)?\.?")
"""A vote that stands by itself below what was decided (`11 : 0`)."""
SPEAKER = re.compile(
    r"(?:"
    rf"(?:[A-ZÄÖÜ][\w./-]*\s){{0,3}}{NAME}(?:\s{NAME}){{0,3}}{PARTY}"
    rf"|{NAMED}(?:\s{NAME}){{0,3}}|{ALONE}(?:,?\s{NAME}){{0,4}}"
    r")\s?:(?=\s|$)"
)
"""A speaker with a colon (`Stadträtin Binder (XYZ):`, `Die Vorsitzende:`)."""


def is_spoken(piece: str) -> bool:
    """Whether a line or paragraph begins with a speaker and a colon."""
    return ":" in piece[:120] and SPEAKER.match(piece) is not None


def tells(piece: str) -> bool:
    """Whether a line or paragraph begins to tell what somebody did or said."""
    if is_spoken(piece):
        return True
    person = PERSON.match(piece)
    return bool(person and SAYS.search(piece, person.end(), person.end() + 90))


@dataclass(frozen=True)
class Line:
    """A line that is not blank; `start` and `end` leave out white space, `gap` tells of blank lines above."""

    start: int
    end: int
    text: str
    gap: bool

    @cached_property
    def ended(self) -> bool:
        """Whether it closes with the end of a sentence."""
        return bool(ENDED.search(self.text))

    @cached_property
    def continues(self) -> bool:
        """Whether its last word or sign asks for more."""
        return bool(CONTINUES.search(self.text, max(0, len(self.text) - JOINER)))

    @cached_property
    def label(self) -> bool:
        """Whether it begins with a label such as `Beschluss:`."""
        return bool(LABEL.match(self.text))

    @cached_property
    def listed(self) -> bool:
        """Whether it begins like an item of a list."""
        return bool(BULLET.match(self.text) or NUMBERED.match(self.text))

    @cached_property
    def spoken(self) -> bool:
        """Whether it begins with a speaker and a colon (`Stadträtin Binder (XYZ):`)."""
        return is_spoken(self.text)

    @cached_property
    def small(self) -> bool:
        """Whether it begins with a small letter."""
        return self.text[0].islower()


def lines_of(text: str) -> list[Line]:
    """All lines of the text that are not blank."""
    found = []
    gap = False
    at = 0
    for raw in text.splitlines(keepends=True):
        bare = raw.strip()
        if bare:
            start = at + raw.index(bare[0])
            found.append(Line(start, start + len(bare), bare, gap))
        gap = not bare
        at += len(raw)
    return found


PROSE = 25
"""So many letters a line has at least that may tell how wide the print is."""

SLACK = 8
"""By so many letters lines of prose differ in length at most, as a rule: the word that did not fit any more."""

CLUSTERED = 0.35
"""From this share of lines of about one length on, that length is the print's width."""


def widths(lines: Sequence[Line], window: int = 40) -> list[int]:
    """How many letters fit into the print at each line, told by the long lines around it.

    Joined hyphens make some lines longer than the print, so the longest tell nothing; in narrow columns many lines
    were joined, and the length that most lines have tells more.
    """
    found: list[int] = []
    for at in range(0, len(lines), window):
        near = sorted(len(line.text) for line in lines[max(0, at - window) : at + 2 * window])
        width = min(near[int(len(near) * 0.8)], _commonest(near) or near[-1])
        found.extend([width] * len(lines[at : at + window]))
    return found


def _commonest(lengths: Sequence[int]) -> int | None:
    """The length that the lines of prose among LENGTHS (in order) have about, None where they have no common one."""
    prose = lengths[bisect_left(lengths, PROSE) :]
    if not prose:
        return None
    count, width = max(
        (bisect_right(prose, top) - bisect_left(prose, top - SLACK), top) for top in set(prose)
    )
    return width if count >= CLUSTERED * len(prose) else None
