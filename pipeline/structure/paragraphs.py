"""Where paragraphs begin: at blank lines where there are any, else by how the lines are filled and how they begin."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from db.records.dates import MONTHS
from pipeline.findings import Span
from pipeline.structure.headings import Outline
from pipeline.structure.lines import PERSON, TALLY, Line, tells, widths
from pipeline.structure.parts import ATTENDANCE, CLOSING
from pipeline.structure.vocabulary import words

NEVER = words("abbreviations", "never")

_PARTICLES = frozenset(["ab", "an", "auf", "aus", "bei", "ein", "hin", "mit", "nach", "um", "vor", "zu"])
"""Separable particles that may end a clause and are prepositions too."""


def paragraphs_of(outline: Outline) -> tuple[Span, ...]:
    """The paragraphs of a text, without white space at their ends; a heading is one paragraph."""
    lines = outline.lines
    if not lines:
        return ()
    known = _known(outline)
    starts = [lines[0]]
    ends: list[Line] = []
    for at, ((above, below), width) in enumerate(zip(pairwise(lines), widths(lines), strict=False), start=1):
        told = known.get(at)
        if told if told is not None else divided(above, below, width, alone=starts[-1] is above):
            ends.append(above)
            starts.append(below)
    ends.append(lines[-1])
    return tuple(Span(start=first.start, end=last.end) for first, last in zip(starts, ends, strict=True))


def _known(outline: Outline) -> dict[int, bool]:
    """Whether a paragraph begins at a line, for the lines of headings and of the agenda."""
    known = dict.fromkeys((entry.line for entry in outline.agenda.entries), True)
    known[outline.agenda.start] = known[outline.agenda.end] = True
    front = min([heading.first for heading in outline.headings], default=len(outline.lines))
    known.update((at, True) for at, line in enumerate(outline.lines[:front]) if ATTENDANCE.match(line.text))
    marks = [at for at, line in enumerate(outline.lines) if line.start in outline.marks]
    known.update((near, True) for at in marks for near in (at, at + 1))
    for heading in outline.headings:
        known.update(dict.fromkeys(range(heading.first + 1, heading.last + 1), False))
        known[heading.first] = known[heading.last + 1] = True
    return known


def divided(above: Line, below: Line, width: int, alone: bool) -> bool:
    """Whether a paragraph ends with the line above.

    `width` is what fits into a line there; `alone` tells that the line above is its paragraph's first.
    """
    if below.gap:
        return not _runs_over_gap(above, below, width)
    room = width - len(above.text) - 1 - len(below.text.split(None, 1)[0])
    if _opens(below, above, room, width):
        return True
    if below.small or above.continues or _cut(above, below):
        return False
    if above.text.endswith(":") and (above.spoken or above.text[0] == "("):
        return False
    if above.ended or above.text.endswith(":"):
        return room > 0.03 * width
    return room > (0.33 if alone else 0.55) * width


def _cut(above: Line, below: Line) -> bool:
    """Whether the stop above belongs to an ordinal of a date or to an abbreviation."""
    last = above.text.rsplit(None, 1)[-1]
    month = below.text.split(None, 1)[0].rstrip(".,")
    return last.endswith(".") and (last[:-1] in NEVER or (last[:-1].isdigit() and month in MONTHS))


def _runs_over_gap(above: Line, below: Line, width: int) -> bool:
    """A sentence that goes on after a page's end: nothing ended above, and a small letter or an open word leads on."""
    if _cut(above, below):
        return True
    if above.ended or above.text.endswith((":", ";")) or below.listed or _tells_anew(above, below):
        return False
    return (below.small and len(above.text) > 0.5 * width) or above.continues


def _tells_anew(above: Line, below: Line) -> bool:
    """Whether a particle ends a sentence without its stop and somebody else says something (`spricht sich aus`)."""
    particle = above.text.rsplit(None, 1)[-1] in _PARTICLES
    return particle and not below.text.startswith("Herrn") and tells(below.text)


def _opens(below: Line, above: Line, room: int, width: int) -> bool:
    """Whether the line begins something new by its very form."""
    closed = above.ended or above.text.endswith((":", ";")) or room > 0.2 * width
    if below.label or below.spoken:
        return closed or not above.continues
    if closed and len(below.text) < 80 and CLOSING.match(below.text):
        return True
    if above.listed and (tells(below.text) or PERSON.fullmatch(below.text.rstrip(" :"))):
        return not above.continues
    if TALLY.fullmatch(below.text):
        return closed
    return below.listed and not above.continues and (closed or above.listed)


def starting_at(paragraphs: Sequence[Span]) -> dict[int, int]:
    """The indices of paragraphs by where they begin."""
    return {paragraph.start: at for at, paragraph in enumerate(paragraphs)}
