from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.moments import day_in, span_of, times_in


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Do, 28.10.2021", "2021-10-28"),
        ("am 3. März 2022 in Au", "2022-03-03"),
        ("Dienstag, dem 1.2.21", "2021-02-01"),
        ("31.02.2020, verschoben auf den 02.03.2020", "2020-03-02"),
        ("zum 31.12. werden", None),
        ("Nr. 12.2021", None),
        ("", None),
    ],
)
def test_first_day_named(text: str, day: str | None) -> None:
    assert day_in(text) == day


@given(st.dates(min_value=date(1900, 1, 1)))
def test_every_day_is_read_as_it_is_written(day: date) -> None:
    assert day_in(f"Mo, {day:%d.%m.%Y}") == day.isoformat()


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("18:00 - 22:15", ("18:00", "22:15")),
        ("15:00-22:00 Uhr", ("15:00", "22:00")),
        ("18.00 Uhr bis 19.30 Uhr", ("18:00", "19:30")),
        ("Öffentlicher Teil: Beginn 9:05 Uhr", ("09:05", None)),
        ("28.10.2021", (None, None)),
        ("25:00", (None, None)),
        ("", (None, None)),
    ],
)
def test_beginning_and_end(text: str, times: tuple[str | None, str | None]) -> None:
    assert times_in(text) == times


@pytest.mark.parametrize(
    ("times", "span"),
    [
        ((None, None), ("2021-12-31", None)),
        (("18:00", None), ("2021-12-31T18:00", None)),
        (("18:00", "20:00"), ("2021-12-31T18:00", "2021-12-31T20:00")),
        (("18:00", "00:30"), ("2021-12-31T18:00", "2022-01-01T00:30")),
    ],
)
def test_a_meeting_past_midnight_ends_on_the_next_day(
    times: tuple[str | None, str | None], span: tuple[str, str | None]
) -> None:
    assert span_of("2021-12-31", times) == span
