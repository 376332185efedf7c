"""Where crawls begin."""

from __future__ import annotations

from datetime import date

import pytest

from sources.calendars import CALENDARS, Start, months, starts_of

BASE = "https://ris.weidenfurt.example/bi/"


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        (date(2025, 11, 30), date(2026, 2, 1), [(2026, 2), (2026, 1), (2025, 12), (2025, 11)]),
        (date(2025, 5, 1), date(2025, 5, 31), [(2025, 5)]),
        (date(2025, 5, 2), date(2025, 4, 30), []),
    ],
)
def test_months_latest_first(since: date, until: date, expected: list[tuple[int, int]]) -> None:
    assert list(months(since, until)) == expected


@pytest.mark.parametrize(
    ("product", "url", "address"),
    [
        ("ALLRIS 3", BASE, BASE + "si010_e.asp?MM=2&YY=2024"),
        ("ALLRIS 4", BASE, BASE + "si010?DD=1&MM=2&YY=2024"),
        ("SessionNet", BASE, BASE + "si0040.php?__cjahr=2024&__cmonat=2"),
        ("SessionNet", BASE + "si0040.asp", BASE + "si0040.asp?__cjahr=2024&__cmonat=2"),
    ],
)
def test_calendars_of_a_month(product: str, url: str, address: str) -> None:
    day = date(2024, 2, 5)
    assert list(starts_of(product, url, day, day)) == [Start(address=address, month=date(2024, 2, 29))]


@pytest.mark.parametrize(
    ("product", "address", "kind"),
    [
        ("SD.NET RIM", BASE + "termine", "calendar"),
        ("more!rubin", BASE + "index.php", "calendar"),
        ("OParl", BASE, "object"),
    ],
)
def test_one_entry_for_all_years(product: str, address: str, kind: str) -> None:
    (start,) = starts_of(product, BASE, date(2020, 1, 1), date(2026, 1, 1))
    assert (start.address, start.kind, start.month) == (address, kind, None)


def test_every_product_has_calendars() -> None:
    from sources.bodies import Municipality

    assert set(CALENDARS) == set(Municipality.model_fields["product"].annotation.__args__)  # type: ignore[union-attr]
