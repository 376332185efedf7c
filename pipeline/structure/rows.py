"""Rows of names in attendance lists: a label opens one, and it may go on in the next lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pipeline.findings import Attendee
from pipeline.structure.entries import Group, explained
from pipeline.structure.lines import Line
from pipeline.structure.openings import opening_of
from pipeline.structure.roll import Entry, entries_of

JOINED = re.compile(r"(?:und|sowie)\s+(?:die\s+|der\s+)?")
OPEN_ENDS = (",", ";", " und", " sowie")


class Rows:
    """Reads lines in order and keeps whether a row of names is open."""

    def __init__(self) -> None:
        self.above: Line | None = None
        self.last: Entry | None = None
        self.open = False

    def read(self, line: Line, group: Group) -> tuple[Group, list[Attendee]] | None:
        """The group and the attendees of a line that opens a row or goes on with it; None for any other line."""
        opened = opening_of(line.text, group)
        self.open = opened is not None or (self.open and self._goes_on(line))
        self.above = line
        if not self.open:
            return None
        start = opened.end if opened else 0
        group = opened.group if opened else group
        row = entries_of(line.text[start:], surnames=True, before=None if opened else self.last)
        self.last = row[-1] if row else None
        return group, placed(row, line.start + start, group)

    def _goes_on(self, line: Line) -> bool:
        ended = self.above is None or not self.above.text.endswith(OPEN_ENDS)
        return not ended or JOINED.match(line.text) is not None


def placed(row: Iterable[Entry], at: int, group: Group) -> list[Attendee]:
    """The attendees of a row that begins AT an offset of the text."""
    return [explained(one.name, one.rest, (at + one.start, at + one.end), group) for one in row]


def told_in_head(lines: Sequence[Line]) -> tuple[Attendee, ...]:
    """The attendees whom lines of a head name behind a label (`Vorsitz: …`, `CDU-Fraktion: …`)."""
    rows, group = Rows(), Group()
    found: list[Attendee] = []
    for line in lines:
        row = rows.read(line, group)
        group = row[0] if row else Group()
        found.extend(row[1] if row else ())
    return tuple(found)
