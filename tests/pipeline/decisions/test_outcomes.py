"""The last word on an item."""

from __future__ import annotations

from dataclasses import replace

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from db.records.council import Outcome
from pipeline.decisions.outcomes import final_outcome, item_results
from pipeline.findings import Decision, Item, Section


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


def test_the_vote_on_the_items_own_paper_tells_more_than_one_on_another() -> None:
    doc = Doc(Vocab(), words=["Parkplätze", "Abstimmung"])
    doc._.items = (Item(start=0, end=21, number="7", title=None, papers=("2022/0010", "2022/0010/1")),)
    doc._.sections = (Section(start=0, end=21, kind="decision", item=0),)
    doc._.decisions = (vote("rejected", "Vorlage: 2022/0010"), vote("referred", "Vorlage: 2022/0010/1"))
    assert [told.outcome for told in item_results(doc)] == ["rejected"]


@pytest.mark.parametrize(
    ("speech", "outcome"),
    [
        ("Wir ziehen den Antrag für heute zurück.", "withdrawn"),
        ("Wir bleiben bei unserem Antrag.", "settled"),
    ],
)
def test_a_motion_that_was_taken_back_is_withdrawn_though_the_label_calls_it_settled(
    speech: str, outcome: str
) -> None:
    doc = Doc(Vocab(), words=["Erledigt.", *speech.split()])
    end = len(doc.text)
    doc._.items = (Item(start=0, end=end, number="7", title=None),)
    doc._.sections = (Section(start=0, end=end, kind="decision", item=0),)
    doc._.decisions = (vote("settled", rule="label-without-vote"),)
    assert [told.outcome for told in item_results(doc)] == [outcome]


def test_items_that_share_a_number_keep_their_own_votes() -> None:
    doc = Doc(Vocab(), words=["Erstens", "angenommen", "Zweitens", "abgelehnt"])
    first, second = (
        Item(start=start, end=end, number="8.1", title=None, id=f"item-{start}")
        for start, end in ((0, 19), (19, 37))
    )
    doc._.items = (first, second)
    doc._.sections = tuple(
        Section(start=item.start, end=item.end, kind="decision", item=place)
        for place, item in enumerate((first, second))
    )
    votes = vote("accepted"), vote("rejected")
    doc._.decisions = tuple(
        replace(found, start=item.start, end=item.end)
        for found, item in zip(votes, (first, second), strict=True)
    )
    assert [told.outcome for told in item_results(doc)] == ["accepted", "rejected"]
