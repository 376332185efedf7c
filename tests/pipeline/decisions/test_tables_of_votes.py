"""Counts of votes in the forms that tables and short lines give them."""

from __future__ import annotations

import pytest

from pipeline.decisions.labels import votes_behind_label
from pipeline.decisions.votes import votes_in

CASES = [
    ("Ja 12 Nein 3", (12, 3, None)),
    ("Ja 12 Nein 3 Enth. 1", (12, 3, 1)),
    ("Ja-Stimmen 6, Nein-Stimmen 0, Enthaltungen 1", (6, 0, 1)),
    ("12 Ja 3 Nein 1 Enth.", (12, 3, 1)),
    ("6 dafür 2 dagegen 1 Enthaltung", (6, 2, 1)),
    ("Anwesend: 17, Für: 15, Gegen: 2", (15, 2, None)),
    ("14 Stimmen dafür, 3 dagegen, 1 Stimmenthaltung", (14, 3, 1)),
    ("mit 9 gegen 1 Stimme", (9, 1, None)),
    ("mit 11 Stimmen gegen 4 Stimmen", (11, 4, None)),
    ("Stimmberechtigte: 17\nJa-Stimmen: 13\nNein-Stimmen: 3\nStimmenthaltungen: 1", (13, 3, 1)),
]


@pytest.mark.parametrize(("told", "counts"), CASES)
def test_counts(told: str, counts: tuple[int | None, ...]) -> None:
    votes = votes_in(told)
    assert (votes.yes, votes.no, votes.abstain) == counts


def test_a_tally_behind_a_label_in_the_line() -> None:
    votes = votes_behind_label("Abstimmung: 13 : 0")
    assert votes
    assert (votes.yes, votes.no) == (13, 0)
    assert votes_behind_label("Abstimmung: der Rat berät weiter") is None
    assert votes_behind_label("Die Quote liegt bei 13 : 0") is None
