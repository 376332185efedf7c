"""Running headers, footers and page marks: what stands on the pages without being part of the minutes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from sources.pages import Line, Page

EDGE = 4
"""So many lines at either end of a page may be furniture (a two-line header, a page mark, one to spare)."""

SHARE_NUMBERED = 0.25
SHARE_CONSTANT = 0.5
"""On so many of the pages a line must repeat; less where it counts the pages: left and right may differ."""

COVERS = 3
"""Printed page numbers may lag behind the place in the file by so many pages (cover, attendance list)."""

PLACE = 6.0
"""Repeated lines stand at the same height, give or take so many points (pages jitter by about two)."""

MARK = re.compile(r"[-–—]\s*\d{1,4}\s*[-–—]|(?:Seite|Blatt|S\.)\s*:?\s*\d{1,4}(?:\s*(?:von|/)\s*\d{1,4})?")
OUTER = re.compile(r"^\d{1,4}\b(?!\.)|(?<![\w.,/-])\d{1,4}$")
ITEM = re.compile(r"\b(?:top|punkt|tagesordnungspunkt|nr\.?|zu|ziffer|anlage|vorlage|§)\s*:?\s*\d+$", re.I)
"""Lines that end in an item's number: items may begin a page each, and their numbers then count like pages."""

LOGO = re.compile(r"^[^\W\d](?=\d)")  # a coat of arms in a symbol font reads as a letter
NUMBERED = re.compile(
    r"\b(?:Seite|Blatt|S\.)\s*:?\s*\d{1,4}(?:\s*(?:von|/)\s*\d{1,4})?|[-–—]\s*\d{1,4}\s*[-–—]"
)


def without_furniture(pages: Sequence[Page]) -> list[Page]:
    """The pages without page marks and without lines that repeat at their edges up to the page number."""
    repeated = repeated_keys(pages)
    return [Page(page.number, kept_lines(page, repeated)) for page in pages]


def kept_lines(page: Page, repeated: frozenset[tuple[str, int]]) -> list[Line]:
    """The lines of a page that are none of its furniture."""
    edges = edge_indices(page)
    return [
        line
        for index, line in enumerate(page.lines)
        if index not in edges or not is_furniture(line, page.number, repeated)
    ]


def is_furniture(line: Line, number: int, repeated: frozenset[tuple[str, int]]) -> bool:
    """Whether a line at a page's edge is a page mark or repeats on other pages."""
    if MARK.fullmatch(line.text.strip()) or ends_in_page_number(line.text, number):
        return True
    key, place = key_of(line, number)
    return any((key, near) in repeated for near in (place - 1, place, place + 1))


def ends_in_page_number(text: str, number: int) -> bool:
    """Whether a line ends in `Seite 5` or `Seite 5 von 21` and that is this very page."""
    found = re.search(r"\bSeite\s+(\d+)(?:\s+von\s+\d+)?\s*$", text)
    return bool(found and int(found[1]) == number)


def running_title(pages: Sequence[Page]) -> str | None:
    """What the running header says, without the page number: often the only place that names the meeting."""
    repeated = repeated_keys(pages)
    titles = Counter(
        NUMBERED.sub("", page.lines[index].text).strip()
        for page in pages
        for index in edge_indices(page)
        if is_furniture(page.lines[index], page.number, repeated)
    )
    worded = Counter(
        {title: count for title, count in titles.items() if len(re.findall(r"[^\W\d]", title)) > 8}
    )
    return LOGO.sub("", worded.most_common(1)[0][0]) if worded else None


def repeated_keys(pages: Sequence[Page]) -> frozenset[tuple[str, int]]:
    """The keys of lines that repeat on enough pages."""
    seen = Counter(
        key for page in pages for key in {key_of(page.lines[i], page.number) for i in edge_indices(page)}
    )
    near = Counter(
        {
            (key, place): seen[key, place] + max(seen[key, place - 1], seen[key, place + 1])
            for key, place in seen
        }
    )
    return frozenset(key for key, count in near.items() if count >= needed(key[0], len(pages)))


def needed(key: str, pages: int) -> float:
    """On how many pages a line with this key must stand to be furniture."""
    if "#" in key:
        return max(2, pages * SHARE_NUMBERED)
    return max(3, pages * SHARE_CONSTANT)


def key_of(line: Line, number: int) -> tuple[str, int]:
    """What is the same in a running line on every page, and roughly how high it stands (-1 where unknown)."""
    return same_text(line.text, number), -1 if line.top is None else round(line.top / PLACE)


@lru_cache(maxsize=10_000)  # the lines of 600 pages: each is asked for three times
def same_text(line: str, number: int) -> str:
    """What is the same in a running line on every page."""
    text = NUMBERED.sub("#", " ".join(line.split()))
    if "#" not in text and not ITEM.search(text):
        text = OUTER.sub(lambda found: counted(found[0], number), text)
    return text


def counted(digits: str, number: int) -> str:
    """A number at a line's edge as its distance from the page's place, where it may be the printed page number."""
    distance = int(digits) - number
    return f"#{distance}" if abs(distance) <= COVERS else digits


def edge_indices(page: Page) -> set[int]:
    """The places of the first and last lines that are not blank."""
    filled = [index for index, line in enumerate(page.lines) if line.text.strip()]
    return {*filled[:EDGE], *filled[-EDGE:]}
