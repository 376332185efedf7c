"""The last word on an item."""

from __future__ import annotations

import pytest

from db.records.council import Outcome
from pipeline.decisions.outcomes import final_outcome
from pipeline.findings import Decision


def vote(outcome: Outcome, subject: str | None = None, rule: str = "label", result: str = "") -> Decision:
    return Decision(
        start=0,
        end=1,
        outcome=outcome,
        unanimous=None,
        votes_yes=None,
        votes_no=None,
        votes_abstain=None,
        confidence=1.0,
        rule=rule,
        result=result,
        subject=subject,
    )


CASES: list[tuple[list[Decision], Outcome]] = [
    ([], "none"),
    ([vote("rejected"), vote("accepted")], "accepted"),
    ([vote("accepted", "Beschlussvorlage"), vote("rejected", "Antrag ROTE")], "accepted"),
    ([vote("accepted"), vote("rejected", "Änderungsantrag ROTE")], "accepted"),
    ([vote("rejected", "Änderungsantrag ROTE")], "rejected"),
    ([vote("rejected", "Ziffer 1"), vote("accepted", "Ziffer 2"), vote("rejected", "Ziffer 3")], "accepted"),
    ([vote("accepted"), vote("noted", rule="chair-states")], "accepted"),
    ([vote("none"), vote("referred", rule="announced")], "referred"),
    ([vote("unknown")], "unknown"),
    (
        [
            vote(
                "accepted", rule="label-without-vote", result="Einverstanden mit Stellungnahme der Verwaltung"
            )
        ],
        "noted",
    ),
]


@pytest.mark.parametrize(("votes", "outcome"), CASES)
def test_final_outcome(votes: list[Decision], outcome: Outcome) -> None:
    assert final_outcome(votes) == outcome
