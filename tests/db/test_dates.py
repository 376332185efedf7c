from __future__ import annotations

import pytest

from db.records.dates import days_in, times_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("am Montag, den 23.09.2019 um 14:30 Uhr", ["2019-09-23"]),
        ("21. Januar 2014, 15:30 Uhr", ["2014-01-21"]),
        ("Donnerstag, dem 10.\nNovember 2011", ["2011-11-10"]),
        ("vom 3.4.21 bis 05.04.2021", ["2021-04-03", "2021-04-05"]),
        ("2022-12-31", ["2022-12-31"]),
        ("am 28. Oktober", [None]),
        ("am 31.02.2021", []),
        ("§ 3.1 und 12.30 Uhr", []),
        ("16. Okt. 2020", ["2020-10-16"]),
    ],
)
def test_days(text: str, expected: list[str | None]) -> None:
    days = list(days_in(text))
    assert [day.iso for day in days] == expected
    assert all(text[day.start : day.end].strip() == text[day.start : day.end] for day in days)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("18:34 Uhr", ["18:34"]),
        ("um 18.34 Uhr", ["18:34"]),
        ("gegen 9 Uhr", ["09:00"]),
        ("Beginn: 17:02 Ende: 19:32", ["17:02", "19:32"]),
        ("am 23.09.2019", []),
        ("Seite 3:75", []),
    ],
)
def test_times(text: str, expected: list[str]) -> None:
    assert [time.clock for time in times_in(text)] == expected
