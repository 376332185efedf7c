"""Text that was pasted from a page: its lines without odd spaces and without the page's own furniture."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sources.words import word_list

FURNITURE = re.compile(
    "|".join(f"(?:{pattern})" for pattern in word_list("page_furniture.txt")), re.IGNORECASE
)

MINUTES = re.compile(rf"^\W*(?:{'|'.join(word_list('minutes_marks.txt'))})", re.MULTILINE)
"""A line that only minutes and their excerpts have."""


def lines_of(text: str) -> list[str]:
    """The lines with single plain spaces; runs of empty lines are one, none stands first."""
    lines = [" ".join(line.replace("\u00ad", "").split()) for line in text.splitlines()]
    return [line for at, line in enumerate(lines) if line or (at and lines[at - 1])]


def content_lines(text: str) -> list[str]:
    """The lines without those that belong to the page they were copied from."""
    return lines_of("\n".join(line for line in lines_of(text) if not FURNITURE.fullmatch(line)))


WRAPPED = 160
"""No wrapped line has so many letters: a longer one is a paragraph of its own."""


def paragraphs_of(lines: Iterable[str]) -> list[str]:
    """Runs of lines between empty ones and around long ones."""
    text = "\n".join(f"\n{line}\n" if len(line) > WRAPPED else line for line in lines)
    return [run.strip("\n") for run in re.split(r"\n{2,}", text) if run.strip()]


def filled(lines: Sequence[str], count: int) -> list[str]:
    """The first so many lines that are not empty."""
    return [line for line in lines if line][:count]
