"""Headings of agenda items: `zu 3.1 …`, `Zu Punkt 3: …`, `Punkt 4 der Tagesordnung: …`, `TOP Ö 5.2 …`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.findings import Span

ONE = r"(?:(?:Ö|N|NÖ)\s?)?\d{1,3}(?:\s?\.\s?\d{1,3})*(?:\s?[a-z]\b)?\.?"
SEVERAL = rf"{ONE}(?:(?:\s?,\s?|\sund\s|\sbis\s|\s?[-–]\s?(?=\d)|\s?/\s?){ONE})*"
HEADING = re.compile(
    r"(?:zu\s+(?P<zu>\d{1,3}(?:\.\d{1,3})*\.?)\s+(?=[A-ZÄÖÜ\"„“(\d§])"
    rf"|(?:[Zz]u\s)?Punk?t?e?\s(?P<punkt>{SEVERAL})\s?(?:der\sTagesordnung\s?(?::|$|(?=[A-ZÄÖÜ„\"]))|:)"
    rf"|(?:[Zz]u\s)?(?:TOP|Top|Tagesordnungspunkte?)\s(?P<top>{SEVERAL})\s?(?::|[-–]\s|$|(?=[A-ZÄÖÜ„\"]))"
    rf"|Niederschrift\s(?:des|zum|zu)\sTagesordnungspunkte?s?\s(?P<record>{ONE})(?:\s?\((?P<part>[^)]*)\))?"
    r")\s*",
)
PAPER = re.compile(
    r"(?:\(\s?)?(?:Vorlagen?(?:-?Nr\.?|nummer)?|Drucksachen?(?:-?Nr\.?|nummer)?|Drs\.?|DS|DrS|BV|Antrag(?:-Nr\.?)?)\s?:?\s?"
    r"(?P<numbers>(?:[A-Z]{1,4}[/ -]?)?\d[\w./-]*(?:(?:\s?,\s?|\sund\s|\s?;\s?|\s)(?:[A-Z]{1,4}/)?\d[\w./-]*\d)*)\s?\)?"
)
PAPER_NUMBER = re.compile(r"(?:[A-Z]{1,4}/)?\d[\w./-]*\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading(Span):
    """The heading of an item: `end` lies behind its last line, title and papers included."""

    number: str
    title: str | None
    papers: tuple[str, ...] = ()
    public: bool | None = None


def is_heading(line: str) -> bool:
    """Whether the line opens the minutes of an agenda item."""
    return bool(HEADING.match(line))


def headings_of(text: str, paragraphs: Sequence[Span]) -> list[Heading]:
    """The headings of items among the paragraphs, in order."""
    found = []
    for at, paragraph in enumerate(paragraphs):
        match = HEADING.match(text, paragraph.start, paragraph.end)
        if match:
            found.append(_heading(text, paragraphs, at, match))
    return found


def _heading(text: str, paragraphs: Sequence[Span], at: int, match: re.Match[str]) -> Heading:
    last = _last_paragraph(text, paragraphs, at, bare=match.end() >= paragraphs[at].end)
    end = paragraphs[last].end
    words = text[match.end() : end]
    number = next(match[name] for name in ("zu", "punkt", "top", "record") if match[name])
    part = match["part"] or ""
    return Heading(
        start=paragraphs[at].start,
        end=end,
        number=" ".join(number.split()).rstrip("."),
        title=title_of(words),
        papers=papers_of(words),
        public=_public(part),
    )


def _public(part: str) -> bool | None:
    if re.search(r"nicht\s?-?\s?öffentlich", part, re.IGNORECASE):
        return False
    return True if "öffentlich" in part else None


def _last_paragraph(text: str, paragraphs: Sequence[Span], at: int, bare: bool) -> int:
    """The index of the paragraph that ends the heading: up to a line with papers, or the title below a bare number."""
    last = at + 1 if bare and at + 1 < len(paragraphs) else at
    for later in range(at + 1, min(at + 6, len(paragraphs))):
        piece = text[paragraphs[later].start : paragraphs[later].end]
        if PAPER.match(piece) and len(piece) < 120:
            last = later
        elif HEADING.match(piece) or (re.search(r"[.!?]$", piece) and len(piece) > 60):
            break
    return last


def title_of(words: str) -> str | None:
    """The title in a heading's words, without papers, on one line."""
    title = " ".join(PAPER.sub(" ", words).split()).strip(" :-–")
    return title or None


def papers_of(words: str) -> tuple[str, ...]:
    """The numbers of papers as a heading writes them."""
    return tuple(
        number for match in PAPER.finditer(words) for number in PAPER_NUMBER.findall(match["numbers"])
    )
