"""Whatever is typed is a valid search, and finds what it means."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from db.search.index import INDEX
from db.search.words import forms
from db.site.expression import NOTHING, search_expression, widened

ROWS = (
    "Die Hafenstraße am neuen Markt, Gebäude 5",
    "Haushaltsplan DrS/2021/241 nach § 34 GemO",
    "Der Hafen und der Fluß",
)


@pytest.fixture(scope="module")
def index() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    connection.execute(INDEX)
    rows = [(number, row, forms(row)) for number, row in enumerate(ROWS, start=1)]
    connection.executemany("insert into search_index (rowid, text, forms) values (?, ?, ?)", rows)
    return connection


def found(index: sqlite3.Connection, typed: str) -> list[int]:
    sql = "select rowid - 1 from search_index where search_index match ? order by rowid"
    return [row for (row,) in index.execute(sql, (search_expression(typed),))]


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("hafen", [0, 2]),
        ("häfen", [0, 2]),
        ("plan", [1]),
        ("HAFEN*", [0, 2]),
        ("hafen* markt", [0]),
        ("hafen* -markt", [2]),
        ("-markt hafen*", [2]),
        ("-markt", [0]),
        ('"neuen markt"', [0]),
        ('"markt neuen"', []),
        ('hafen* -"neuen markt"', [2]),
        ('"neuen mar"*', [0]),
        ('"offen gelassen', []),
        ("haushalts*", [1]),
        ("DrS/2021/241", [1]),
        ("§ 34", [1]),
        ("hafenstrasse", [0]),
        ("Hafenstraße", [0]),
        ("gebaeude", [0]),
        ("Gebäude", [0]),
        ("gebaude", [0]),
        ("fluss", [2]),
        ("Fluß", [2]),
        ("hafen AND fluß", []),
        ("hafen OR", []),
        ("NEAR(hafen fluss)", []),
        ("text:hafen", []),
        ("^hafen", [0, 2]),
        ("(hafen", [0, 2]),
        ("'; drop table texts; --", []),
        ("*", []),
        ("-", []),
        ('""', []),
        ("", []),
        ("\0", []),
    ],
)
def test_what_is_typed_finds(index: sqlite3.Connection, typed: str, rows: list[int]) -> None:
    assert found(index, typed) == rows


@given(st.text(max_size=80))
@example('a"b*-"')
@example("-*")
@example("_")
@example("\ud7ff\0")
def test_nothing_that_is_typed_is_an_error(index: sqlite3.Connection, typed: str) -> None:
    assert isinstance(found(index, typed), list)


def test_nothing_typed_is_told_apart() -> None:
    assert search_expression(None) == search_expression(" * - ") == NOTHING


@pytest.mark.parametrize(
    ("typed", "wider"),
    [
        ("hafen markt", "hafen* markt*"),
        ("hafen*", "hafen*"),
        ("hafen -markt", "hafen* -markt"),
        ('"a b"', '"a b"'),
    ],
)
def test_a_search_is_widened(typed: str, wider: str) -> None:
    assert widened(typed) == wider
