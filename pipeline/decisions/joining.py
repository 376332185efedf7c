"""One vote told twice within an item counts once.

What tells it again stays beside it as a place to quote: the sentence that opens a decided text ("beschließt der Rat
einstimmig wie folgt:") beside the result line below that text, the chair's announcement beside a labelled result.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from pipeline.decisions.found import trimmed
from pipeline.decisions.wordings import outcome_of
from pipeline.findings import Decision

Value = TypeVar("Value")
LABELS = ("label", "label-without-vote")
MOVES = ("deferred", "referred", "withdrawn")
BESCHLUSS = re.compile(r"Beschlu(?:ss|ß)[^\n:]{0,20}:\s*$")
NEAR = 2500
"""Characters between a sentence that decides and the label that repeats it below the decided text; seen up to 1,900."""


def joined(text: str, found: Sequence[Decision]) -> list[Decision]:
    """The decisions, those that tell a labelled vote again marked so."""
    kept: list[Decision] = []
    for each in found:
        if _is_proposal(text, kept, each):
            continue
        if before := _opened_by(text, kept, each):
            kept[-1:] = _opened(text, before, each)
        else:
            label = next((other for other in kept if _double(other, each)), None)
            kept.append(_again(each, label) if label else each)
    return kept


def _again(told: Decision, label: Decision) -> Decision:
    """A labelled vote told again; what gives some of its counts means all of them."""
    if not any(count is not None for count in _counts(told)):
        return replace(told, again=True)
    return replace(
        told,
        again=True,
        votes_yes=_first(told.votes_yes, label.votes_yes),
        votes_no=_first(told.votes_no, label.votes_no),
        votes_abstain=_first(told.votes_abstain, label.votes_abstain),
    )


def _is_proposal(text: str, kept: Sequence[Decision], told: Decision) -> bool:
    """Whether "Der Rat beschließt …" below "Beschluss: abgelehnt" is the text that was voted down."""
    unvoted = told.unanimous is None and not any(count is not None for count in _counts(told))
    decides = told.rule == "body-decides" and told.outcome == "accepted" and unvoted
    return (
        decides
        and len(kept) == 1
        and kept[0].outcome == "rejected"
        and text.startswith("Beschluss:", kept[0].start)
    )


def _opened_by(text: str, kept: Sequence[Decision], label: Decision) -> Decision | None:
    """The sentence that told the same result just before the label."""
    if label.rule not in LABELS or not kept:
        return None
    before = kept[-1]
    if _moves(text, before, label):
        return before
    same = before.rule not in LABELS and (_compatible(before, label) or _same_counts(before, label))
    return before if same and label.start - before.end <= NEAR else None


def _moves(text: str, told: Decision, label: Decision) -> bool:
    """Whether a label without words of its own carries the text below "Beschluss:" that moves its matter on.

    "Beschluss: Die Angelegenheit wird vertagt. … Abstimmungsergebnis: einstimmig" is deferred, with that vote.
    """
    labelled = BESCHLUSS.search(text[max(0, told.start - 40) : told.start])
    carried = label.outcome == "accepted" and outcome_of(label.result) is None
    unvoted = told.unanimous is None and not any(count is not None for count in _counts(told))
    return bool(labelled) and carried and unvoted and told.outcome in MOVES and told.rule not in LABELS


def _double(label: Decision, told: Decision) -> bool:
    return label.rule in LABELS and told.rule not in LABELS and _compatible(label, told)


def _compatible(one: Decision, other: Decision) -> bool:
    same = one.outcome == other.outcome or {one.outcome, other.outcome} == {"accepted", "accepted_amended"}
    return same and all(
        a is None or b is None or a == b for a, b in zip(_counts(one), _counts(other), strict=True)
    )


def _same_counts(told: Decision, label: Decision) -> bool:
    """Whether a label without words of its own repeats the counts of a sentence ("…: der Antrag wird abgelehnt")."""
    counts = _counts(label)
    return outcome_of(label.result) is None and counts == _counts(told) and any(counts)


def _counts(one: Decision) -> tuple[int | None, ...]:
    return one.votes_yes, one.votes_no, one.votes_abstain


def _opened(text: str, before: Decision, label: Decision) -> list[Decision]:
    """A sentence and the label below its text.

    A mere "Der Rat beschließt:" belongs to the decided text, a sentence in the label's own line to the label.
    """
    if label.start < before.end:
        return [label]
    voted = before.unanimous is not None or any(count is not None for count in _counts(before))
    if before.rule == "body-decides" and not voted:
        return [replace(_below(text, before, label), start=before.start)]
    return [replace(before, again=True), _below(text, before, label)]


def _below(text: str, told: Decision, label: Decision) -> Decision:
    """The labelled result with the decided text above it, and with what only the sentence before tells."""
    start, _ = trimmed(text, told.end, label.end)
    return replace(
        label,
        start=min(start, label.start),
        outcome=told.outcome if _same_counts(told, label) or _moves(text, told, label) else label.outcome,
        unanimous=_first(label.unanimous, told.unanimous),
        votes_yes=_first(label.votes_yes, told.votes_yes),
        votes_no=_first(label.votes_no, told.votes_no),
        votes_abstain=_first(label.votes_abstain, told.votes_abstain),
    )


def _first(stated: Value | None, otherwise: Value | None) -> Value | None:
    return stated if stated is not None else otherwise
