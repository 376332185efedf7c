"""Votes held against those who were there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.decisions.arithmetic import check_votes
from pipeline.findings import Attendee, Decision, Item, Name

TEXT = "Gesetzliche Mitgliederzahl: 5\nPunkt 1 Haushalt\n" + "x" * 100 + "\nPunkt 2 Wahlen\n" + "y" * 100
ITEMS = (
    Item(start=30, end=147, number="1", title="Haushalt"),
    Item(start=148, end=len(TEXT), number="2", title="Wahlen"),
)


def member(name: str, **told: str) -> Attendee:
    return Attendee(start=0, end=1, name=Name(family_name=name, faction="Bunte Liste"), **told)  # type: ignore[arg-type]


def official(role: str) -> Attendee:
    return Attendee(start=0, end=1, name=Name(family_name="Amsel"), role=role)


def vote(
    at: int, yes: int | None, no: int | None, abstain: int | None = None, unanimous: bool = False
) -> Decision:
    return Decision(
        start=at,
        end=at + 5,
        outcome="accepted",
        unanimous=unanimous,
        votes_yes=yes,
        votes_no=no,
        votes_abstain=abstain,
        confidence=1.0,
        rule="test",
        result="",
    )


FIVE = tuple(member(name) for name in ("Adler", "Bussard", "Drossel", "Elster", "Falke"))


def doubts(decision: Decision, attendees: tuple[Attendee, ...] = FIVE, text: str = TEXT) -> list[str | None]:
    checked = check_votes(text, [decision], ITEMS, attendees)
    return [one.doubt.message if one.doubt else None for one in checked]


@pytest.mark.parametrize(
    ("decision", "attendees", "told"),
    [
        (vote(60, 3, 2), FIVE, None),
        (vote(60, 2, 1, 2), FIVE, None),
        (vote(60, 5, None, unanimous=True), FIVE, None),
        (vote(60, 3, None), FIVE, None),
        (vote(60, 3, 1), FIVE, "4 votes were counted, but at least 5 who vote were present"),
        (
            vote(60, 4, None, unanimous=True),
            FIVE,
            "4 votes were counted, but at least 5 who vote were present",
        ),
        (vote(60, 4, 2), FIVE, "6 votes were counted, but at most 5 who vote were present"),
        (vote(60, 4, 2), (*FIVE, official("Vorsitz")), None),
        (
            vote(60, 4, 2),
            (*FIVE, official("Verwaltung")),
            "6 votes were counted, but at most 5 who vote were present",
        ),
        (vote(60, 5, 2), FIVE, "7 votes were counted, but the council has 5 members"),
    ],
)
def test_the_sum_fits_those_who_vote(
    decision: Decision, attendees: tuple[Attendee, ...], told: str | None
) -> None:
    assert doubts(decision, attendees) == [told]


@pytest.mark.parametrize(
    ("arrival", "item", "fits"),
    [
        ({"from_item": "TOP 2"}, 1, (4,)),
        ({"from_item": "TOP 2"}, 2, (4, 5)),
        ({"until_item": "TOP 1"}, 1, (4, 5)),
        ({"until_item": "TOP 1"}, 2, (4,)),
        ({"from_item": "18.10 Uhr"}, 1, (4, 5)),
    ],
)
def test_who_comes_or_goes_counts_while_there(
    arrival: dict[str, str], item: int, fits: tuple[int, ...]
) -> None:
    attendees = (*FIVE[:4], member("Falke", **arrival))
    at = ITEMS[item - 1].start + 20
    assert [votes for votes in (3, 4, 5) if doubts(vote(at, votes, 0), attendees) == [None]] == list(fits)


def test_who_does_not_take_part_is_counted_beside_the_votes() -> None:
    assert doubts(replace(vote(60, 3, 1), votes_not_taking_part=1)) == [None]
    assert doubts(replace(vote(60, 2, 1), votes_absent=1, votes_invalid=1)) == [None]
    assert doubts(replace(vote(60, 4, 1), votes_not_taking_part=1)) != [None]


def test_who_is_biased_may_be_missing() -> None:
    text = TEXT[:60] + "Herr Adler ist befangen." + TEXT[84:]
    assert doubts(vote(100, 4, 0), FIVE, text) == [None]
    assert doubts(vote(100, 3, 0), FIVE, text) != [None]


def test_a_number_of_those_present_in_the_item_counts() -> None:
    text = TEXT[:60] + "Anwesend: 4\n" + TEXT[72:]
    assert doubts(vote(100, 4, 0), (), text) == [None]
    assert doubts(vote(100, 3, 0), (), text) == ["3 votes were counted, but 4 are said to be present"]


def test_without_any_number_nothing_is_checked() -> None:
    assert doubts(vote(60, 4, 2), (), "z" * 300) == []


def test_a_vote_quoted_again_is_checked_once() -> None:
    again = Decision(
        start=60,
        end=65,
        outcome="accepted",
        unanimous=None,
        votes_yes=9,
        votes_no=9,
        votes_abstain=None,
        confidence=1.0,
        rule="test",
        result="",
        again=True,
    )
    assert doubts(again) == []
