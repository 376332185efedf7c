"""From pages of lines to one continuous text with a page map."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from db.records.reading import PageSpan
from sources.detection import CONTROL
from sources.hyphens import DIVIDED, ends_divided, joined, joint

BLANKS = re.compile(r"[ \t\u00a0]+")
WORD = re.compile(r"[^\W_]+")


def line_text(raw: str) -> str:
    """A line without control characters, its blanks (also those of justified text and tables) single."""
    if raw.isprintable() and "  " not in raw:  # as most lines are; they have neither
        return raw.strip()
    return BLANKS.sub(" ", CONTROL.sub("", raw)).strip()


@dataclass(slots=True)
class Line:
    """A line of a page; `blank` tells that a paragraph ends before it.

    `top` is the baseline of its first character in points from the page's lower edge, None where the source
    knows no places.
    """

    text: str
    top: float | None = None
    blank: bool = False


@dataclass(slots=True)
class Page:
    """A page and its lines in reading order; `number` is its place in the original, from 1."""

    number: int
    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class Writer:
    """Puts lines together: words joined over line ends and page ends, paragraphs apart by a blank line."""

    known: Container[str]
    parts: list[str] = field(default_factory=list)
    length: int = 0

    def write(self, text: str) -> None:
        """Append to the text."""
        self.parts.append(text)
        self.length += len(text)

    def add(self, line: Line, text: str) -> int:
        """Append a line after what joins it to the text before; returns where it begins."""
        if self.parts:
            self.join(text, line.blank)
        start = self.length
        self.write(text)
        return start

    def join(self, following: str, blank: bool) -> None:
        """Write what stands between the last line and the following one."""
        last = self.parts[-1]
        if blank or not ends_divided(last):
            return self.write("\n\n" if blank else "\n")
        self.parts[-1] = DIVIDED.sub("", last)
        self.length -= 1
        return self.write(joint(self.parts[-1], following, self.known))


def continuous(pages: Sequence[Page]) -> tuple[str, tuple[PageSpan, ...]]:
    """The text of all pages and the span of each; spans touch and cover the text.

    A word divided over a page end is put together, its parts belonging to their pages.
    """
    known = words_of(pages)
    writer = Writer(known)
    starts: list[tuple[int, int]] = []
    for page in pages:
        start: int | None = None
        for line in page.lines:
            at = writer.add(line, joined(line.text, known))
            start = at if start is None else start
        starts.append((page.number, writer.length if start is None else start))
    return "".join(writer.parts), spans(starts, writer.length)


def spans(starts: Sequence[tuple[int, int]], length: int) -> tuple[PageSpan, ...]:
    """Spans from where each page begins; the first begins at 0 whatever stands before.

    A page without lines begins where the next does: a hyphen that stood there may have gone since.
    """
    begins = [start for _, start in starts]
    for at in range(len(begins) - 2, -1, -1):
        begins[at] = min(begins[at], begins[at + 1])
    ends = [*begins[1:], length]
    firsts = [0, *begins[1:]]
    return tuple(
        PageSpan(number=number, start=first, end=end)
        for (number, _), first, end in zip(starts, firsts, ends, strict=True)
    )


def words_of(pages: Sequence[Page]) -> frozenset[str]:
    """All words of the pages as written."""
    return frozenset(word for page in pages for line in page.lines for word in WORD.findall(line.text))
