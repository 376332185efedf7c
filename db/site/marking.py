"""A text as HTML with marked spans: every span one element, or several where spans cross.

The text itself is kept letter by letter (only white space may differ), so that what is copied from the page is what
stands in the minutes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """`text[start:end]` becomes an element with this id, class and hint; `before` is set in front of it.

    `linked` sets a link to the place itself behind it, so that its address can be copied; `leads_to` is the address of
    the page that the mark is a link to.
    """

    start: int
    end: int
    id: str
    css: str
    hint: str = ""
    before: Markup | None = None
    linked: bool = False
    leads_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """HTML that stands at a place of the text: a page's beginning, an agenda item's beginning."""

    at: int
    html: Markup


def marked_text(text: str, marks: Iterable[Mark], milestones: Iterable[Milestone] = ()) -> Markup:
    """The text with its marks and milestones; every beginning of a mark can be linked to as `#z-<start>`."""
    return Markup("").join(_Writer(flowing(text), marks, milestones).pieces())


OWN_ADDRESS = Markup('<a class="hier" href="#{}" tabindex="-1" title="Adresse dieser Stelle"></a>')
"""An empty element: its sign comes from the style sheet and is no part of the text."""


class _Writer:
    """Walks through the text from boundary to boundary with a stack of open marks, the longest outside."""

    def __init__(self, text: str, marks: Iterable[Mark], milestones: Iterable[Milestone]) -> None:
        self.text = text
        usable = [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)]
        self.marks = sorted(usable, key=lambda mark: (mark.start, -mark.end))
        self.milestones = sorted(milestones, key=lambda milestone: milestone.at)
        self.open: list[Mark] = []
        self.tags: list[str] = []
        self.out: list[Markup] = []

    def pieces(self) -> list[Markup]:
        """The HTML in order."""
        marks, milestones = iter(self.marks), iter(self.milestones)
        mark, milestone = next(marks, None), next(milestones, None)
        boundaries = self._boundaries()
        for here, following in pairwise(boundaries):
            self._close(here)
            while milestone and milestone.at <= here:
                self.out.append(milestone.html)
                milestone = next(milestones, None)
            if mark and mark.start == here:
                self.out.append(Markup(f'<span id="z-{here}"></span>'))
            while mark and mark.start == here:
                self._open(mark)
                mark = next(marks, None)
            self.out.append(escape(self.text[here:following]))
        self._close(len(self.text))
        return self.out

    def _boundaries(self) -> list[int]:
        places = {0, len(self.text)}
        places.update(mark.start for mark in self.marks)
        places.update(mark.end for mark in self.marks)
        places.update(milestone.at for milestone in self.milestones if 0 <= milestone.at < len(self.text))
        return sorted(places)

    def _open(self, mark: Mark) -> None:
        if mark.before:
            self.out.append(mark.before)
        self._begin(mark, Markup(' id="{}"').format(mark.id))

    def _begin(self, mark: Mark, id: Markup) -> None:
        """A link where the mark leads somewhere and stands in no other link."""
        if mark.leads_to and "a" not in self.tags:
            tag, href = "a", Markup(' href="{}"').format(mark.leads_to)
        else:
            tag, href = "span", Markup("")
        element = Markup('<{} class="{}"{} title="{}"{}>')
        self.out.append(element.format(tag, mark.css, id, mark.hint, href))
        self.open.append(mark)
        self.tags.append(tag)

    def _close(self, here: int) -> None:
        """Close what ends here; what is open inside of it and goes on is closed and opened again, without its id."""
        if not any(mark.end <= here for mark in self.open):
            return
        first = next(place for place, mark in enumerate(self.open) if mark.end <= here)
        inner = self.open[first:]
        self.out += [Markup(f"</{tag}>") for tag in reversed(self.tags[first:])]
        del self.open[first:], self.tags[first:]
        self.out += [OWN_ADDRESS.format(mark.id) for mark in inner if mark.linked and mark.end == here]
        going_on = [mark for mark in inner if mark.end > here]
        for mark in going_on:
            self._begin(mark, Markup(""))


FULL_LINE = 0.8
"""A line was broken by the page's width, not by its author, if it has at least this share of the usual full line."""

NARROWEST = 40
"""Columns narrower than this are lists, not running text."""

BUCKET = 6
BROKEN_BY_WIDTH = 0.25
"""Text was broken by the page's width if at least this share of its lines is about equally long."""

OWN_LINE = re.compile(r"\s{3}|[-–•*·+] |\(?\d+[.)] |[a-z]\) |TOP\b|\w[^\s:]*(?: [^\s:]+){0,2}:(?:\s|$)")
"""What begins a line of its own after the end of a sentence: list signs, numbers, labels (`Beschluss:`), speakers."""


def flowing(text: str) -> str:
    """The text with a space for each line break that only the width of the original's page made.

    A letter stays at its offset: one character replaces one.
    """
    lines = text.split("\n")
    limit = _full_line(lines)
    joined = [lines[0]]
    for before, line in pairwise(lines):
        joined.append(" " if len(before) >= limit and _goes_on(before, line) else "\n")
        joined.append(line)
    return "".join(joined)


def _goes_on(before: str, line: str) -> bool:
    if not line.strip():
        return False
    return not (before.rstrip().endswith((".", ":", ";", "!", "?", ")")) and OWN_LINE.match(line))


def _full_line(lines: Sequence[str]) -> float:
    """From which length on a line is full; infinite where the text is no running text."""
    lengths = [len(line) for line in lines if line.strip()]
    buckets = Counter(length // BUCKET for length in lengths if length >= NARROWEST)
    if not buckets:
        return float("inf")
    usual = BUCKET * buckets.most_common(1)[0][0]
    full = sum(FULL_LINE * usual <= length <= usual / FULL_LINE for length in lengths)
    return FULL_LINE * usual if full >= BROKEN_BY_WIDTH * len(lengths) else float("inf")
