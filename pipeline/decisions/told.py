"""What a sentence tells of a result, and the sentences that do not tell it as a fact."""

from __future__ import annotations

import re
from dataclasses import dataclass

from db.records.council import Outcome
from pipeline.decisions.votes import Votes

CONJUNCTION = re.compile(
    r"(?<!\bso )\b(?:dass|daß|ob|wenn|falls|sofern|weil|da|nachdem|sobald|bevor|obwohl|wie|was|wonach|welche[nrsm]?)\b",
    re.IGNORECASE,
)
CONDITIONAL = re.compile(
    r"\b(?:seien?|habe|werde|würden?|solle|sollten?|könnten?|könne|müsse|müssten?|möge|wolle|dürfe|wären?|hätten?|gebe|gäbe|"
    r"soll|sollen|kann|können|muss|müssen|wenn|falls|sofern)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The result a sentence tells."""

    outcome: Outcome
    votes: Votes
    rule: str
    confidence: float
    opens: bool = False
    """Whether the text of the decision follows (`beschließt einstimmig:`)."""


def subordinate(before: str) -> bool:
    """Whether what follows `before` hangs on a conjunction: "…, dass der Rat beschließt"."""
    return bool(CONJUNCTION.search(re.split(r"[,;:]", before)[-1]))


def conditional(sentence: str) -> bool:
    """Whether the sentence tells a wish, a condition or somebody's words."""
    return bool(CONDITIONAL.search(sentence))
