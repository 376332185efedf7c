"""What the words of a result mean."""

from __future__ import annotations

import re
from typing import cast

from db.records.council import Outcome
from pipeline.decisions.vocabulary import pattern, table
from pipeline.decisions.votes import Votes

RESULTS = tuple(
    (cast(Outcome, entry["outcome"]), pattern(entry["wordings"])) for entry in table("results")["result"]
)
OBJECTS = tuple(
    (cast(Outcome, entry["outcome"]), pattern(entry["wordings"])) for entry in table("clauses")["object"]
)
GROUPS = {name: re.compile(wording) for name, wording in table("results")["groups"].items()}
OTHER_ITEMS = re.compile(r"\b(?:TOP|Tagesordnungspunkte?[ns]?|Punkte?)\s+(?:Ö\s*)?\d")
SIDES: tuple[Outcome, ...] = ("accepted", "rejected")
AMENDED = pattern(table("clauses")["amended"]["wordings"])


def outcome_of(result: str) -> Outcome | None:
    """The outcome a stated result (a label's value, a participle) tells; None for unknown wordings."""
    told = GROUPS["stance"].sub("", result)
    return next((outcome for outcome, wording in RESULTS if wording.search(told)), None)


def outcome_of_groups(result: str) -> Outcome | None:
    """What a vote told by groups tells by those against it (`gegen ABC (= Ablehnung)`), None without any."""
    return next((outcome for outcome in SIDES if GROUPS[outcome].search(result)), None)


def outcome_of_object(decided: str) -> Outcome | None:
    """What a decision does with its matter ("den Antrag zu vertagen"), None where it just carries it."""
    return next((outcome for outcome, wording in OBJECTS if wording.search(decided)), None)


def outcome_of_votes(votes: Votes) -> Outcome | None:
    """What the vote alone tells: unanimity and majorities accept, counts decide, a tie rejects."""
    if votes.rest is not None:
        return "accepted" if votes.rest == "yes" else "rejected"
    if votes.yes is not None and votes.no is not None:
        return "accepted" if votes.yes > votes.no else "rejected"
    if votes.unanimous is not None or votes.yes is not None or votes.no == 0:
        return "accepted"
    return None


def outcome_of_motion(motion: str) -> Outcome | None:
    """What a carried motion does with the matter at hand; None where it is about items it names by number.

    Those change the agenda, and each is told of where it stands.
    """
    return None if OTHER_ITEMS.search(motion) else outcome_of_object(motion)


def amended(sentence: str) -> Outcome | None:
    """`accepted_amended` where the sentence says that the matter was changed, else None."""
    return "accepted_amended" if AMENDED.search(sentence) else None
