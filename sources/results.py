"""What became of an agenda item, read off the wording by which an information system labels it."""

from __future__ import annotations

import re
import tomllib
from typing import cast

from db.records.council import Outcome
from sources.words import VOCABULARIES

_LISTED = tomllib.loads((VOCABULARIES / "results.toml").read_text("utf-8"))
RULES: tuple[tuple[Outcome, re.Pattern[str]], ...] = tuple(
    (cast(Outcome, rule["outcome"]), re.compile("|".join(rule["wordings"]))) for rule in _LISTED["rule"]
)

TALLY = re.compile(
    r"(?P<yes>\d+) ja-?\s?stimmen?(?:\W+(?P<no>\d+) nein-?\s?stimmen?)?(?:\W+\d+ (?:stimm)?enthaltung(?:en)?)?\W*"
)
"""A result that is nothing but the count of votes."""


def outcome_of(wording: str | None) -> Outcome | None:
    """The outcome a label states: None for no label, `unknown` for one that is not in the vocabulary."""
    plain = " ".join((wording or "").lower().split())
    if not plain:
        return None
    return next((outcome for outcome, pattern in RULES if pattern.search(plain)), None) or of_tally(plain)


def of_tally(wording: str) -> Outcome:
    """Of a bare count the outcome by the municipal codes' rule: more yes than no; abstentions do not count."""
    if not (votes := TALLY.fullmatch(wording)):
        return "unknown"
    return "accepted" if int(votes["yes"]) > int(votes["no"] or 0) else "rejected"
