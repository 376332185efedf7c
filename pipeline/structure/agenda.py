"""The agenda that minutes print before the first item: its entries, and where it ends."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.structure.lines import Line
from pipeline.structure.numbers import FORMS, follows, levels, opening_of, plain_opening
from pipeline.structure.papers import PAPER_LINE, papers_of, without_papers
from pipeline.structure.parts import SAID_NON_PUBLIC
from pipeline.structure.vocabulary import alternatives, words

CUE = re.compile(rf"(?:{alternatives('parts', 'agenda')})|.{{0,120}}\bTagesordnung\s?:$")
STARTERS = words("starters")
REACH = 12
"""So many lines below the cue the first entry must stand."""


@dataclass(slots=True)
class Entry:
    """An item as the agenda lists it."""

    number: str
    line: int
    public: bool
    title: list[str] = field(default_factory=list)
    papers: list[str] = field(default_factory=list)

    @property
    def letters(self) -> str:
        """The letters and digits of its title."""
        return letters_of(" ".join(self.title))


@dataclass(frozen=True, slots=True)
class Agenda:
    """The lines `start` to `end` (half-open) and the entries in them."""

    start: int
    end: int
    entries: tuple[Entry, ...] = ()

    def holds_back(self, number: str) -> bool:
        """Whether the agenda lists this number, and only as non-public."""
        listed = [entry.public for entry in self.entries if entry.number == number]
        return bool(listed) and not any(listed)


def letters_of(words: str) -> str:
    """Only the letters and digits, small."""
    return re.sub(r"[\W_]+", "", words).lower()


def agenda_of(lines: Sequence[Line], marks: Mapping[int, bool]) -> Agenda:
    """The first agenda among the lines; empty where there is none. `marks` are those of the parts, by line."""
    for at, line in enumerate(lines):
        if CUE.match(line.text) and any(plain_opening(near.text) for near in lines[at + 1 : at + REACH]):
            found = _entries(lines, at + 1, marks)
            if len(found.entries) > 1:
                return found
    return Agenda(0, 0)


def _entries(lines: Sequence[Line], start: int, marks: Mapping[int, bool]) -> Agenda:
    """The entries from a line on, until minutes or prose begin."""
    entries: list[Entry] = []
    last: tuple[int, ...] = ()
    public = fresh = True
    for at in range(start, len(lines)):
        line = lines[at]
        if at in marks:
            public, fresh = marks[at], True
            continue
        entry = plain_opening(line.text)
        if _ends(lines, at, entries):
            return Agenda(start - 1, at, tuple(entries))
        if entry and (follows(levels(entry.number), last) or (fresh and follows(levels(entry.number), ()))):
            fresh = False
            last = levels(entry.number)
            words = line.text[entry.title_at :]
            told = public and not SAID_NON_PUBLIC.search(words) and not entry.number.startswith("N")
            entries.append(Entry(entry.number, at, told, [without_papers(words)], list(papers_of(words))))
        elif entries and not fresh:
            entries[-1].papers.extend(papers_of(line.text))
            if not PAPER_LINE.match(line.text):
                entries[-1].title.append(without_papers(line.text))
    return Agenda(start - 1, len(lines), tuple(entries))


def _ends(lines: Sequence[Line], at: int, entries: Sequence[Entry]) -> bool:
    """Whether the agenda is over at this line: minutes of an item, the list once more, or prose."""
    line = lines[at]
    if any(FORMS[form].match(line.text) for form in ("record", "of_agenda", "to_point", "to")):
        return True
    if entries and line.spoken:
        return True
    opening = opening_of(line.text) or plain_opening(line.text)
    if opening and len(entries) > 1 and opening.number == entries[0].number:
        first = entries[0].letters[:20]
        return letters_of(line.text[opening.title_at :]).startswith(first) or opening.form == "top"
    return bool(entries) and not opening and _prose(lines, at)


def _prose(lines: Sequence[Line], at: int) -> bool:
    """Whether a sentence begins here rather than a title goes on."""
    line = lines[at]
    first = re.match(r"\w+", line.text)
    if not first or first[0] not in STARTERS or not (line.gap or lines[at - 1].ended):
        return False
    return any(near.ended and len(near.text) > 12 for near in lines[at : at + 4])
