"""The agenda items whose minutes a document holds, and where these stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.findings import Item
from pipeline.structure.headings import Heading, Outline


def items_of(text: str, outline: Outline, publics: Sequence[bool], stop: int) -> tuple[Item, ...]:
    """One item for each heading, in order; `publics` tells of each heading, `stop` is where the minutes end.

    An item ends where the next heading or the next part of the sitting begins. Where all headings stand together
    before the first word of the minutes, as in an excerpt on several items, the items share them: each ends with the
    document's minutes.
    Papers that the heading does not name are taken from the agenda's entry of the same number.
    """
    lines, headings = outline.lines, outline.headings
    starts = [lines[heading.first].start for heading in headings]
    shared = together(headings)
    listed = {(entry.number, entry.public): tuple(entry.papers) for entry in outline.agenda.entries}
    found = []
    for at, (heading, public) in enumerate(zip(headings, publics, strict=True)):
        behind = starts[at + 1] if at + 1 < len(starts) and not shared else max(stop, lines[heading.last].end)
        behind = next((mark for mark in outline.marks if lines[heading.last].end <= mark < behind), behind)
        found.append(
            Item(
                start=starts[at],
                end=starts[at] + len(text[starts[at] : behind].rstrip()),
                number=heading.number,
                title=heading.title,
                public=public,
                papers=heading.papers or listed.get((heading.number, public), ()),
            )
        )
    return tuple(found)


def together(headings: Sequence[Heading]) -> bool:
    """Whether several headings stand directly below one another, and nowhere else."""
    return len(headings) > 1 and all(after.first == before.last + 1 for before, after in pairwise(headings))
