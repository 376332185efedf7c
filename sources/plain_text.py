"""Minutes as plain text: page marks, line-end hyphens and lines doubled at page ends resolved."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from db.records.reading import Reading
from sources.detection import Recognition, Sample, decoded
from sources.furniture import without_furniture
from sources.pages import Line, Page, continuous, line_text
from sources.paragraphs import mark_paragraphs
from sources.wording import kind_of

PRODUCT = "text"

PAGE_MARK = re.compile(
    r"[-–—]\s*(?P<dashed>\d{1,4})\s*[-–—]"
    r"|Seite\s+(?P<named>\d{1,4})(?:\s+von\s+\d{1,4})?"
    r"|--\s*(?P<closing>\d{1,4}) of \d{1,4}\s*--"  # what a much-used extractor writes after each page
)

CLOSING_MARK = re.compile(r"--\s*(\d{1,4}) of (\d{1,4})\s*--")

SKIP = 3
"""A mark may leave out so many pages less one (a page of pictures has none)."""

OVERLAP = 12
"""So many lines at most are looked at for a repetition at a page border (seen: two to eight)."""

PROSE = 100
"""Inside a page a repetition must have so many letters, or it may be a form's or a vote's lines said twice."""


def recognise(sample: Sample) -> Recognition | None:
    """German text that begins or speaks as council documents do."""
    if sample.media_type != "text/plain" or not (found := kind_of(sample.text)):
        return None
    kind, evidence = found
    return Recognition(product=PRODUCT, kind=kind, evidence=evidence)


def read(content: bytes, document_id: str) -> Reading:  # noqa: ARG001 - the protocol of readers
    """The continuous text; `pages` only where the text marks them."""
    text, spans = continuous(cleaned(pages_of(decoded(content))))
    pages = spans if len(spans) > 1 else ()
    kind, _ = kind_of(text) or ("unknown", "")
    return Reading(product=PRODUCT, kind=kind, media_type="text/plain", text=text, pages=pages)


def cleaned(pages: Sequence[Page]) -> list[Page]:
    """The pages without furniture and doubled lines, with paragraphs marked."""
    kept = [page for page in without_furniture(pages) if page.lines]
    undouble_borders(kept)
    for page in kept:
        page.lines = undoubled(page.lines)
    mark_paragraphs(kept)
    return kept


def pages_of(text: str) -> list[Page]:
    """The text cut at its form feeds, or where it has none at its page marks."""
    if "\f" in text.strip():
        parts = text.strip("\f").split("\f")
        return [Page(number, lines_of(part.split("\n"))) for number, part in enumerate(parts, 1)]
    return marked_pages(text.split("\n"))


def marked_pages(raw: Sequence[str]) -> list[Page]:
    """Lines cut at page marks that count on; a mark opens its page, unless the first one closes page 1.

    What stands before the first mark is the page before it.
    """
    marks = counting_marks(raw)
    if not marks:
        return [Page(1, lines_of(raw))]
    first = marks[0][1]
    closing = first == 1 and any(line.strip() for line in raw[: marks[0][0]])
    borders = [index for index, _ in marks]
    numbers = [number for _, number in marks]
    numbers = [*numbers, numbers[-1] + 1] if closing else [first - 1, *numbers]
    starts = [0, *(index + 1 for index in borders)]
    ends = [*borders, len(raw)]
    return [
        Page(number, lines_of(raw[start:end]))
        for number, start, end in zip(numbers, starts, ends, strict=True)
    ]


def counting_marks(raw: Sequence[str]) -> list[tuple[int, int]]:
    """Where page marks stand and their numbers; a line like a mark that does not count on is text."""
    candidates = [
        (index, int(next(number for number in found.groups() if number)))
        for index, line in enumerate(raw)
        if (found := PAGE_MARK.fullmatch(line.strip()))
    ]
    if closings := all_closing(raw):
        candidates = closings
    numbers = {number for _, number in candidates}
    marks: list[tuple[int, int]] = []
    for index, number in candidates:
        counts_on = marks[-1][1] < number <= marks[-1][1] + SKIP if marks else begins_count(number, numbers)
        if counts_on:
            marks.append((index, number))
    return marks


def all_closing(raw: Sequence[str]) -> list[tuple[int, int]]:
    """The marks `-- 1 of 9 --` where they count every page to the last; the printed numbers count the same pages.

    Empty where one of them is missing: then any mark may help.
    """
    found = [
        (index, mark) for index, line in enumerate(raw) if (mark := CLOSING_MARK.fullmatch(line.strip()))
    ]
    numbers = [int(mark[1]) for _, mark in found]
    if len(found) < 2 or numbers != list(range(1, int(found[-1][1][2]) + 1)):
        return []
    return [(index, int(mark[1])) for index, mark in found]


def begins_count(number: int, numbers: set[int]) -> bool:
    """Whether a mark may be the first: of the first pages, or of a part whose next page is marked too."""
    return 1 <= number <= SKIP or number + 1 in numbers


def lines_of(raw: Iterable[str]) -> list[Line]:
    """The lines that are not blank, each knowing whether a blank line stood before it."""
    lines: list[Line] = []
    blank = False
    for text in map(line_text, raw):
        if text:
            lines.append(Line(text, blank=blank and bool(lines)))
        blank = not text
    return lines


def undouble_borders(pages: Sequence[Page]) -> None:
    """Drop lines at the beginning of a page that repeat the end of the page before (stored pieces that overlap)."""
    for page, following in pairwise(pages):
        count = doubled(page.lines, following.lines)
        if count >= 2:
            following.lines = following.lines[count:]


def doubled(before: Sequence[Line], after: Sequence[Line]) -> int:
    """How many lines at the end of `before` stand again at the beginning of `after`."""
    texts, again = [line.text for line in before[-OVERLAP:]], [line.text for line in after[:OVERLAP]]
    most = min(OVERLAP, len(texts), len(again))
    return next((count for count in range(most, 0, -1) if texts[-count:] == again[:count]), 0)


def undoubled(lines: Sequence[Line]) -> list[Line]:
    """The lines without a passage of prose that directly follows itself."""
    kept: list[Line] = []
    at = 0
    while at < len(lines):
        again = lines[at : at + OVERLAP]
        count = doubled(kept, again)
        if count >= 2 and sum(len(line.text) for line in again[:count]) >= PROSE:
            at += count
        else:
            kept.append(lines[at])
            at += 1
    return kept
