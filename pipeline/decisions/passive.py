"""Results in the passive: "Der Antrag wird zurückgestellt.", "Diese wird vom Ortsrat einstimmig beschlossen."."""

from __future__ import annotations

import re
from typing import cast

from db.records.council import Outcome
from pipeline.decisions.told import Told, conditional, subordinate
from pipeline.decisions.vocabulary import alternatives, pattern, table
from pipeline.decisions.votes import votes_in
from pipeline.decisions.wordings import amended, outcome_of_motion

WORDS = table("clauses")["passive"]
AUXILIARY = re.compile(alternatives(WORDS["auxiliaries"]))
MATTER = pattern(WORDS["matters"])
ELECTED = re.compile(
    rf"\b(?:zum|zur|zu|als|in\s+den|in\s+die)\b[^.;]{{0,80}}?{alternatives(WORDS['offices'])}[^.;]{{0,120}}?"
    rf"{alternatives(WORDS['elected'])}",
    re.DOTALL,
)
RESULTS = tuple(
    (cast(Outcome, entry["outcome"]), entry["alone"], pattern(entry["participles"], ignore_case=False))
    for entry in WORDS["result"]
)
FORMAL = tuple(
    (pattern(entry["matters"], ignore_case=False), pattern(entry["participles"], ignore_case=False))
    for entry in WORDS["formal"]
)
NOT = re.compile(r"\bnicht\b")
PAST = ("wurde", "wurden", "ist", "sind")
EARLIER = re.compile(
    r"\b(?:am|vom|im Jahr|in den Jahren|bereits|seit|durch|Jahr|Monate?n?|zuvor|schon|\d{4})\b"
)


def passive_in(sentence: str) -> Told | None:
    """The result a passive sentence tells, None where it tells none of this meeting."""
    auxiliary = next(
        (found for found in AUXILIARY.finditer(sentence) if not subordinate(sentence[: found.start()])), None
    )
    if auxiliary is None:
        return None
    votes = votes_in(sentence)
    if votes.told:
        return _result(sentence, auxiliary, with_votes=True)
    if conditional(sentence) or (auxiliary[0] in PAST and EARLIER.search(sentence)):
        return None
    if ELECTED.search(sentence):
        return Told(outcome="accepted", votes=votes, rule="elected", confidence=0.75)
    if _is_formal(sentence, sentence[auxiliary.end() :]):
        outcome = outcome_of_motion(sentence) or amended(sentence) or "accepted"
        return Told(outcome=outcome, votes=votes, rule="passive", confidence=0.7)
    return _result(sentence, auxiliary, with_votes=False) if MATTER.search(sentence) else None


def _is_formal(sentence: str, told: str) -> bool:
    """Whether a meeting carries this without saying how it voted."""
    negated = NOT.search(told)
    return not negated and any(matter.search(sentence) and done.search(told) for matter, done in FORMAL)


def _result(sentence: str, auxiliary: re.Match[str], *, with_votes: bool) -> Told | None:
    told = sentence if with_votes else sentence[auxiliary.end() :]
    for outcome, alone, participle in RESULTS:
        if participle.search(told) and (with_votes or alone):
            confidence = 0.85 if with_votes else 0.75
            if outcome == "accepted":
                outcome = outcome_of_motion(sentence) or amended(sentence) or outcome
            return Told(outcome=outcome, votes=votes_in(sentence), rule="passive", confidence=confidence)
    return None
