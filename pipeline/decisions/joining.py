"""One vote told twice within an item is one decision.

Only the chair's announcement of a labelled result stays beside it, by a rule of its own: it is stored as the double of
the labelled one and does not count.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.findings import Decision

LABELS = ("label", "label-without-vote")
ANNOUNCED = ("announced", "chair-states")
REPEATED = "announced-again"
"""The chair's words on a vote that a label tells too: a place to quote, no further vote."""
NEAR = 2500
"""Characters between a sentence that decides and the label that repeats it below the decided text; seen up to 1,900."""


def joined(found: Sequence[Decision]) -> list[Decision]:
    """The decisions without doubles: what the chair says or the text tells of a labelled result is the same vote."""
    kept: list[Decision] = []
    for each in found:
        if before := _opened_by(kept, each):
            kept[kept.index(before)] = _both(before, each)
        elif not any(_double(other, each) for other in kept):
            kept.append(each)
        elif each.rule in ANNOUNCED:
            kept.append(replace(each, rule=REPEATED))
    return kept


def _opened_by(kept: Sequence[Decision], label: Decision) -> Decision | None:
    """The sentence that told the same result just before the label."""
    if label.rule not in LABELS or not kept:
        return None
    before = kept[-1]
    same = before.rule not in LABELS and _compatible(before, label)
    return before if same and label.start - before.end <= NEAR else None


def _double(label: Decision, told: Decision) -> bool:
    return label.rule in LABELS and told.rule not in LABELS and _compatible(label, told)


def _compatible(one: Decision, other: Decision) -> bool:
    same = one.outcome == other.outcome or {one.outcome, other.outcome} == {"accepted", "accepted_amended"}
    pairs = (
        (one.votes_yes, other.votes_yes),
        (one.votes_no, other.votes_no),
        (one.votes_abstain, other.votes_abstain),
    )
    return same and all(a is None or b is None or a == b for a, b in pairs)


def _both(told: Decision, label: Decision) -> Decision:
    """The told and the labelled result as one, from the sentence to the label."""
    return replace(
        label,
        start=told.start,
        unanimous=label.unanimous if label.unanimous is not None else told.unanimous,
        votes_yes=label.votes_yes if label.votes_yes is not None else told.votes_yes,
        votes_no=label.votes_no if label.votes_no is not None else told.votes_no,
        votes_abstain=label.votes_abstain if label.votes_abstain is not None else told.votes_abstain,
    )
