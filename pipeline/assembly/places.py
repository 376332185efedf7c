"""Which page and which agenda item a finding belongs to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from db.records.reading import PageSpan
from pipeline.findings import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What every finding's row says about where it stands."""

    document_id: str
    agenda_item_id: str | None
    text: str
    start: int
    end: int
    page: int | None

    def columns(self) -> dict[str, Any]:
        """The place as columns of a row."""
        return {name: getattr(self, name) for name in self.__slots__}


class Pages:
    """The pages of one document; a document without pages answers None everywhere."""

    def __init__(self, pages: Sequence[PageSpan]) -> None:
        self.numbers = [page.number for page in pages]
        self.starts = [page.start for page in pages]

    def at(self, offset: int) -> int | None:
        """The page on which the character at `offset` stands."""
        index = bisect_right(self.starts, offset) - 1
        return self.numbers[index] if index >= 0 else None


class Ranges:
    """Named half-open ranges that may nest; the innermost one counts."""

    def __init__(self, named: Sequence[tuple[str, Span]]) -> None:
        self.ranges = sorted(
            ((span.start, span.end, name) for name, span in named), key=lambda r: (r[0], -r[1])
        )
        self.starts = [start for start, _, _ in self.ranges]

    def at(self, offset: int) -> str | None:
        """The name of the innermost range around `offset`."""
        for start, end, name in reversed(self.ranges[: bisect_right(self.starts, offset)]):
            if start <= offset < end:
                return name
        return None
