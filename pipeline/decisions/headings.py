"""Results that stand as a mark in the heading of an item: "5. Bericht der Verwaltung - abgesetzt -"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.decisions.found import decision
from pipeline.decisions.vocabulary import alternatives, table
from pipeline.decisions.votes import Votes
from pipeline.decisions.wordings import outcome_of
from pipeline.findings import Decision

MARK = re.compile(
    rf"(?:^|(?<=\s))[-–(\[]\s*{alternatives(table('clauses')['mark']['heading'])}\s*(?:[-–)\]]|$)",
    re.MULTILINE,
)


LINE = re.compile(
    rf"^[ \t]*[-–][ \t]*{alternatives(table('clauses')['mark']['line'])}[ \t]*[-–]?[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)


def marked_lines(text: str, start: int, end: int) -> Iterator[Decision]:
    """The marks that take a line of their own within a decided text: "- Erledigt -" below a motion."""
    for mark in LINE.finditer(text, start, end):
        if outcome := outcome_of(mark[0]):
            yield decision(
                text, *mark.span(), outcome=outcome, votes=Votes(), rule="line-mark", confidence=0.85
            )


def marks_in(text: str, start: int, end: int) -> Iterator[Decision]:
    """The marks in the heading `text[start:end]`."""
    for mark in MARK.finditer(text, start, end):
        outcome = outcome_of(mark[0])
        if outcome:
            yield decision(
                text, *mark.span(), outcome=outcome, votes=Votes(), rule="heading-mark", confidence=0.9
            )
