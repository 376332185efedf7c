"""How a rule hands on what it found: a decision from a stretch of text."""

from __future__ import annotations

from db.records.council import Outcome
from pipeline.decisions.votes import Votes, is_secret, majority_in
from pipeline.findings import Decision


def decision(
    text: str,
    start: int,
    end: int,
    *,
    outcome: Outcome,
    votes: Votes,
    rule: str,
    confidence: float,
    result: tuple[int, int] | None = None,
    subject: str | None = None,
) -> Decision:
    """The decision that stands in `text[start:end]`, without white space around it.

    `result` is where the words that state the result stand, if that is not the whole stretch.
    """
    start, end = trimmed(text, start, end)
    at, to = trimmed(text, *(result or (start, end)))
    return Decision(
        start=start,
        end=end,
        outcome=outcome,
        unanimous=votes.unanimous,
        votes_yes=votes.yes,
        votes_no=votes.no,
        votes_abstain=votes.abstain,
        votes_not_taking_part=votes.not_taking_part,
        votes_absent=votes.absent,
        votes_invalid=votes.invalid,
        majority=majority_in(text[at:to]),
        secret=is_secret(text[at:to]),
        confidence=confidence,
        rule=rule,
        result=text[at:to],
        subject=subject,
    )


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The same stretch without the white space at its ends."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
