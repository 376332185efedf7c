"""Whether the votes of a decision add up to those who were there, and do not exceed the members the council has.

A pure function over findings; a contradiction is a doubt with both figures and the place of the vote. Which of the two
is wrong, the minutes or what was read in them, an editor must look up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.decisions.quorum import Voters, legal_members, stated_present, voters
from pipeline.findings import Attendee, Decision, Doubt, Item

ADVICE = (
    "compare the vote with the attendance list; either the minutes contradict themselves or one was misread"
)


class Check(NamedTuple):
    """A vote that was checked: `doubt` is None where it adds up."""

    decision: Decision
    votes: int
    doubt: Doubt | None


def check_votes(
    text: str, decisions: Sequence[Decision], items: Sequence[Item], attendees: Sequence[Attendee]
) -> Iterator[Check]:
    """Every counted vote that can be held against a number of members, in the order of the text."""
    members = legal_members(text)
    for decision in decisions:
        votes = _votes(decision)
        if votes is None or decision.again:
            continue
        item = next((one for one in items if one.start <= decision.start < one.end), None)
        present = voters(attendees, items, item, text)
        stated = stated_present(text, item)
        if members or present or stated:
            limits = (members[0] if members else None, present, stated[0] if stated else None)
            yield Check(decision, votes, _doubt(decision, votes, *limits))


def _votes(decision: Decision) -> int | None:
    """The sum of what was counted; None where nothing was."""
    counted = [decision.votes_yes, decision.votes_no, decision.votes_abstain, decision.votes_invalid]
    return sum(filter(None, counted)) if decision.votes_yes is not None else None


def is_complete(decision: Decision) -> bool:
    """Whether all votes are told: those for and against, or those for where nobody was against."""
    if decision.votes_yes is None:
        return False
    return decision.votes_no is not None or decision.unanimous is True


def _doubt(
    decision: Decision, votes: int, members: int | None, present: Voters | None, stated: int | None
) -> Doubt | None:
    if members is not None and votes > members + 1:  # the chair may vote beside the elected members
        return _told(decision, f"{votes} votes were counted, but the council has {members} members")
    beside = decision.votes_not_taking_part or 0
    away = beside + (decision.votes_absent or 0)
    if stated is not None and is_complete(decision) and not votes <= stated <= votes + away:
        return _told(decision, f"{votes} votes were counted, but {stated} are said to be present")
    if stated is not None or present is None:
        return None
    if votes + beside > present.most:
        return _told(
            decision, f"{votes} votes were counted, but at most {present.most} who vote were present"
        )
    if is_complete(decision) and votes + away < present.least:
        return _told(
            decision, f"{votes} votes were counted, but at least {present.least} who vote were present"
        )
    return None


def _told(decision: Decision, message: str) -> Doubt:
    return Doubt(message=message, advice=ADVICE, start=decision.start, end=decision.end)
