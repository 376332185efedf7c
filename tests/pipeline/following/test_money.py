"""Sums of money with currency, kind, bound and unit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.following.money import amounts


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Die Kosten betragen rund 1,5 Mio. €.",
            ("rund 1,5 Mio. €", 150_000_000, "EUR", "cost", "about", None),
        ),
        (
            "ein Zuschuss bis zu 12.500,00 Euro",
            ("bis zu 12.500,00 Euro", 1_250_000, "EUR", "grant", "at_most", None),
        ),
        ("ein Ansatz von 50.000,-- EUR", ("50.000,-- EUR", 5_000_000, "EUR", "budget", None, None)),
        ("zwei Millionen Euro", ("zwei Millionen Euro", 200_000_000, "EUR", None, None, None)),
        ("Kaufpreis: 85,-- €/qm", ("85,-- €", 8_500, "EUR", "price", None, "qm")),
        ("eine Gebühr von 25 Euro monatlich", ("25 Euro", 2_500, "EUR", "fee", None, "Monat")),
        ("Mehrkosten von 300 TEUR", ("300 TEUR", 30_000_000, "EUR", "extra", None, None)),
        ("überplanmäßige Ausgaben von 930 €", ("930 €", 93_000, "EUR", "extra", None, None)),
        ("Auftragssumme: 1.234.567,89 EUR", ("1.234.567,89 EUR", 123_456_789, "EUR", "contract", None, None)),
        ("ein Darlehen über EUR 5.000,00", ("EUR 5.000,00", 500_000, "EUR", "credit", None, None)),
        ("eine Spende von 300 DM", ("300 DM", 30_000, "DEM", "donation", None, None)),
        ("3,2 Mrd. Euro Steuern", ("3,2 Mrd. Euro", 320_000_000_000, "EUR", "tax", None, None)),
        ("20 000 Euro", ("20 000 Euro", 2_000_000, "EUR", None, None, None)),
    ],
)
def test_a_sum_is_exact_and_has_its_kind(text: str, wanted: tuple[object, ...]) -> None:
    (found,) = amounts(text, 0, len(text))
    told = text[found.start : found.end]
    assert (told, found.cents, found.currency, found.kind, found.bound, found.per) == wanted


@pytest.mark.parametrize("text", ["die Euro 2024 in Deutschland", "die Eurozone", "12 DMax", "Seite 3"])
def test_what_is_no_sum(text: str) -> None:
    assert list(amounts(text, 0, len(text))) == []


def test_each_sum_has_its_own_kind() -> None:
    text = "Die Einnahmen betragen 300 Euro, die Ausgaben 200 Euro."
    assert [(one.cents, one.kind) for one in amounts(text, 0, len(text))] == [
        (30_000, "revenue"),
        (20_000, "cost"),
    ]


@given(st.integers(min_value=0, max_value=10**12))
def test_every_sum_is_read_as_it_is_written(cents: int) -> None:
    text = f"{cents // 100:,}".replace(",", ".") + f",{cents % 100:02} €"
    assert [one.cents for one in amounts(text, 0, len(text))] == [cents]
