"""Counts and ways of voting, in the wordings of minutes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.decisions.votes import votes_in

COUNTS = [
    ("mit 24 Ja- und 12 Nein-Stimmen", (24, 12, None)),
    ("mit 21 Ja,- 3 Nein-Stimmen und 16 Enthaltungen", (21, 3, 16)),
    ("bei 5 JaStimmen, mehrheitlich", (5, None, None)),
    ("Einstimmige Zustimmung (45 JA)", (45, None, None)),
    ("Ja: 20, Nein: 4, Enthaltung: 22, Befangen: 0", (20, 4, 22)),
    ("Ja-Stimmen: 7; Gegenstimmen: 0; Stimmenthaltungen: 2", (7, 0, 2)),
    ("bei vier Gegenstimmen", (None, 4, None)),
    ("bei einer Enthaltung einstimmig", (None, None, 1)),
    ("bei einundzwanzig Ja-Stimmen", (21, None, None)),
    ("mit 19 Ja- zu 3 Nein-Stimmen bei 2 Enthaltungen", (19, 3, 2)),
    ("mit 9 zu 5 Stimmen", (9, 5, None)),
    ("gegen drei Stimmen", (None, 3, None)),
    ("ohne Gegenstimmen, bei zwei Stimmenthaltungen", (None, 0, 2)),
    ("Der Rat kauft 12 Bänke für 3 Plätze", (None, None, None)),
    ("eine dafür geeignete Fläche", (None, None, None)),
]


@pytest.mark.parametrize(("wording", "counts"), COUNTS)
def test_counts(wording: str, counts: tuple[int | None, int | None, int | None]) -> None:
    votes = votes_in(wording)
    assert (votes.yes, votes.no, votes.abstain) == counts


def test_a_bare_tally_is_read_only_where_a_vote_must_stand() -> None:
    votes = votes_in("12:3:1", tally=True)
    assert (votes.yes, votes.no, votes.abstain) == (12, 3, 1)
    assert votes_in("12:3:1").yes is None
    assert votes_in("Beginn 18:30 Uhr", tally=True).yes is None


UNANIMITY = [
    ("einstimmig", True),
    ("bei 3 Enthaltungen, einstimmig", True),
    ("nicht einstimmig", False),
    ("mehrheitlich", False),
    ("bei zwei Gegenstimmen", False),
    ("einstimmig bei einer Gegenstimme", None),  # it contradicts itself
    ("zugestimmt", None),
]


@pytest.mark.parametrize(("wording", "unanimous"), UNANIMITY)
def test_unanimity_is_only_what_is_said(wording: str, unanimous: bool | None) -> None:
    assert votes_in(wording).unanimous is unanimous


@given(yes=st.integers(0, 99), no=st.integers(0, 99), abstain=st.integers(0, 99))
def test_figures_are_taken_as_they_stand(yes: int, no: int, abstain: int) -> None:
    votes = votes_in(f"Bei {yes} Ja-Stimmen, {no} Nein-Stimmen und {abstain} Enthaltungen zugestimmt")
    assert (votes.yes, votes.no, votes.abstain) == (yes, no, abstain)
