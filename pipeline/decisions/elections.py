"""What candidates and lists received in an election, as the minutes count it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.decisions.vocabulary import table
from pipeline.decisions.votes import NUMBERS, number
from pipeline.findings import Candidacy, PersonMention

WORDS = table("ballots")["elections"]
COUNTED = tuple(re.compile(expression) for expression in WORDS["counted"])
INVALID = re.compile(WORDS["invalid"])
OTHER = re.compile(WORDS["other"])
STRIP = re.compile(WORDS["strip"])
WON = re.compile(WORDS["won"])


def is_election(told: str) -> bool:
    """Whether a result is that of an election."""
    return bool(WON.search(told))


def candidacies_in(text: str, start: int, end: int, people: Sequence[PersonMention]) -> list[Candidacy]:
    """The candidates with their counts in `text[start:end]`, in order."""
    found: dict[int, Candidacy] = {}
    for expression in COUNTED:
        for told in expression.finditer(text, start, end):
            count = told["n"]
            if not (count.isdigit() or count.lower() in NUMBERS) or OTHER.match(told["who"]):
                continue
            stripped = STRIP.match(told["who"])
            at, to = told.start("who") + (stripped.end() if stripped else 0), told.end("who")
            if any(each.start < to and at < each.end for each in found.values()):
                continue
            person = next((p for p in people if p.start < to and at < p.end), None)
            found[at] = Candidacy(
                start=at,
                end=to,
                candidate=" ".join(text[at:to].split()),
                person=person,
                count=number(count),
                rule="counted",
            )
    return [found[at] for at in sorted(found)]


def invalid_in(told: str) -> int | None:
    """How many votes were invalid."""
    found = INVALID.search(told)
    return int(found["n"] or found["m"]) if found else None
