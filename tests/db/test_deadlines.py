"""Deadlines as minutes word them, told on 10 March 2022."""

from __future__ import annotations

import pytest

from db.records.deadlines import deadlines, terms

SAID = "2022-03-10"


@pytest.mark.parametrize(
    ("wording", "day"),
    [
        ("bis zum 31.12.2022", "2022-12-31"),
        ("bis spätestens zum 30.6.23", "2023-06-30"),
        ("bis zum 15. März 2023", "2023-03-15"),
        ("bis 31. Mai", "2022-05-31"),
        ("bis zum 28.02.", "2023-02-28"),
        ("bis Ende 2022", "2022-12-31"),
        ("bis Ende des Jahres 2024", "2024-12-31"),
        ("bis Ende des Jahres", "2022-12-31"),
        ("bis Jahresende", "2022-12-31"),
        ("noch in diesem Jahr", "2022-12-31"),
        ("bis Ende Mai", "2022-05-31"),
        ("bis Ende Januar", "2023-01-31"),
        ("bis Mitte Mai 2023", "2023-05-15"),
        ("bis Anfang Juni", None),
        ("bis Ende des ersten Quartals 2023", "2023-03-31"),
        ("im 2. Quartal 2022", "2022-06-30"),
        ("bis zum Sommer 2023", "2023-08-31"),
        ("innerhalb von drei Monaten", "2022-06-10"),
        ("binnen 4 Wochen", "2022-04-07"),
        ("bis zur nächsten Sitzung", None),
        ("in der nächsten Sitzung", None),
        ("bis zu den Haushaltsberatungen 2024", None),
        ("bis zum Ende der Wahlperiode", None),
        ("unverzüglich", None),
    ],
)
def test_a_deadline_is_a_day_where_the_text_determines_one(wording: str, day: str | None) -> None:
    text = f"Die Verwaltung legt {wording} ein Konzept vor."
    (found,) = terms(text, 0, len(text), SAID)
    assert (text[found.start : found.end], found.value) == (wording, day)


@pytest.mark.parametrize(
    "wording", ["bis 18 Uhr", "bis 30 Euro", "von 5 bis 10", "in der Sitzung", "nach dem Haushalt"]
)
def test_what_is_no_deadline(wording: str) -> None:
    text = f"Die Verwaltung bot das {wording} an."
    assert terms(text, 0, len(text), SAID) == []


@pytest.mark.parametrize("wording", ["bis Ende Mai", "bis 31. Mai", "innerhalb von drei Monaten"])
def test_without_the_day_it_was_said_nothing_is_determined(wording: str) -> None:
    assert [found.value for found in terms(wording, 0, len(wording))] == [None]


def test_a_year_alone_stays_a_year() -> None:
    assert [found.value for found in deadlines("bis zum Jahr 2030", 0, 17)] == ["2030"]
