"""A text composed from the parts of a page, with the regions that the page's form tells."""

from __future__ import annotations

from collections.abc import Iterable

from db.records.reading import Region, RegionKind

PARAGRAPH = "\n\n"
LINE = "\n"


class Composition:
    """Collects paragraphs and lines in reading order; positions are offsets into `text`."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._regions: list[Region] = []

    @property
    def text(self) -> str:
        """What was composed so far."""
        return "".join(self._parts)

    @property
    def end(self) -> int:
        """The offset behind the last character."""
        return self._length

    @property
    def regions(self) -> tuple[Region, ...]:
        """The regions in the order they begin, the wider first."""
        return tuple(sorted(self._regions, key=lambda region: (region.start, -region.end)))

    def paragraph(self, text: str) -> int:
        """Add a paragraph; where it starts."""
        return self._add(text, PARAGRAPH)

    def line(self, text: str) -> int:
        """Add a line to the paragraph; where it starts."""
        return self._add(text, LINE)

    def paragraphs(self, texts: Iterable[str]) -> int:
        """Add paragraphs; where the first starts (the end, where there is none)."""
        return min((self.paragraph(text) for text in list(texts)), default=self.end)

    def lines(self, texts: Iterable[str]) -> int:
        """Add a paragraph of lines; where it starts (the end, where there is none)."""
        joined = LINE.join(texts)
        return self.paragraph(joined) if joined else self.end

    def mark(
        self,
        kind: RegionKind,
        start: int,
        *,
        end: int | None = None,
        item: str | None = None,
        public: bool = True,
    ) -> None:
        """Everything from `start` to `end` (to here) is a region; nothing is marked where nothing stands."""
        stop = self.end if end is None else end
        if start < stop:
            self._regions.append(Region(kind=kind, start=start, end=stop, item=item, public=public))

    def _add(self, text: str, separator: str) -> int:
        if self._length:
            self._parts.append(separator)
            self._length += len(separator)
        start = self._length
        self._parts.append(text)
        self._length += len(text)
        return start
