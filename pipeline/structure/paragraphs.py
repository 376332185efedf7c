"""Where paragraphs begin: at blank lines where there are any, else by how the lines are filled and how they begin."""

from __future__ import annotations

from itertools import pairwise

from pipeline.findings import Span
from pipeline.structure.items import is_heading
from pipeline.structure.lines import Line, lines_of, widths


def paragraphs_of(text: str) -> tuple[Span, ...]:
    """The paragraphs of the text, without white space at their ends."""
    lines = lines_of(text)
    if not lines:
        return ()
    starts = [lines[0]]
    ends: list[Line] = []
    for (above, below), width in zip(pairwise(lines), widths(lines), strict=False):
        if divided(above, below, width, alone=starts[-1] is above):
            ends.append(above)
            starts.append(below)
    ends.append(lines[-1])
    return tuple(Span(start=first.start, end=last.end) for first, last in zip(starts, ends, strict=True))


def divided(above: Line, below: Line, width: int, alone: bool) -> bool:
    """Whether a paragraph ends with the line above.

    `width` is what fits into a line there; `alone` tells that the line above is its paragraph's first.
    """
    if below.gap:
        return not _runs_over_gap(above, below, width)
    room = width - len(above.text) - 1 - len(below.text.split(None, 1)[0])
    if _opens(below, above, room, width):
        return True
    if below.small or above.continues:
        return False
    if above.ended or above.text.endswith(":"):
        return room > 0.03 * width
    return room > (0.33 if alone else 0.55) * width


def _runs_over_gap(above: Line, below: Line, width: int) -> bool:
    """A sentence that goes on after a page's end: nothing ended above, and a small letter or an open word leads on."""
    if above.ended or above.text.endswith((":", ";")) or below.listed or is_heading(below.text):
        return False
    return (below.small and len(above.text) > 0.5 * width) or above.continues


def _opens(below: Line, above: Line, room: int, width: int) -> bool:
    """Whether the line begins something new by its very form."""
    closed = above.ended or above.text.endswith((":", ";")) or room > 0.2 * width
    if below.label or below.spoken:
        return closed or not above.continues
    if is_heading(below.text):
        return closed or not above.continues
    return below.listed and (closed or (above.listed and above.text.endswith(",")))
