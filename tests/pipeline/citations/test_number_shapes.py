"""Numbers of papers that show how their municipality numbers all of them."""

from __future__ import annotations

import pytest

from pipeline.citations.papers import numbers


@pytest.mark.parametrize(
    ("known", "text", "found"),
    [
        ("FB 3/0123/21", "wie in FB 3/0098/20 erläutert", ["FB 3/0098/20"]),
        ("0123-XVI", "die 0147-XVI und die 0150-XVII", ["0147-XVI", "0150-XVII"]),
        ("2021-0671", "siehe 2021-0540.", ["2021-0540"]),
        ("A-21/0034", "A-21/0035, A-22/0001", ["A-21/0035", "A-22/0001"]),
        ("VL-12/2022/3", "zu VL-9/2021/14", ["VL-9/2021/14"]),
    ],
)
def test_other_numbers_of_the_shape_are_papers(known: str, text: str, found: list[str]) -> None:
    assert [text[one.start : one.end] for one in numbers(text, [known])] == found


@pytest.mark.parametrize(
    ("known", "text"),
    [
        ("15/2023", "im Monat 12/2023"),
        ("3-2", "mit 5-1 Stimmen"),
        ("17", "am 18 Mai"),
        ("2021-0671", "von 2021-2024"),
        ("2021-0671", "Flurstück 2021-0540"),
    ],
)
def test_a_shape_that_anything_has_shows_nothing(known: str, text: str) -> None:
    assert numbers(text, [known]) == []
