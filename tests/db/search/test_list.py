"""What readers look for and what is found, measured on a list that was written before the search was."""

from __future__ import annotations

import sqlite3
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from db.search.index import INDEX
from db.search.words import forms
from db.site.expression import search_expression

LIST = tomllib.loads(Path(__file__).with_name("list.toml").read_text(encoding="utf-8"))


def plain(typed: str) -> str:
    """The words as they are typed: what FTS5 finds by itself."""
    words = [word for word in typed.split() if not word.startswith("-")]
    return typed if typed.startswith('"') or typed.endswith("*") else " ".join(f'"{word}"' for word in words)


def finder(column: str, expression: Callable[[str], str]) -> Callable[[str], set[int]]:
    connection = sqlite3.connect(":memory:")
    connection.execute(INDEX)
    rows = [(number, text, forms(text)) for number, text in enumerate(LIST["texts"])]
    connection.executemany("insert into search_index (rowid, text, forms) values (?, ?, ?)", rows)
    sql = f"select rowid from search_index where {column} match ?"
    return lambda typed: {row for (row,) in connection.execute(sql, (expression(typed),))}


def shares(find: Callable[[str], set[int]]) -> tuple[float, float]:
    """Recall and precision over all queries."""
    expected = found = right = 0
    for query in LIST["queries"]:
        hits, wanted = find(query["query"]), set(query["expected"])
        expected, found, right = expected + len(wanted), found + len(hits), right + len(hits & wanted)
    return right / expected, right / found


def test_nearly_everything_that_is_looked_for_is_found() -> None:
    recall, precision = shares(finder("search_index", search_expression))
    assert recall >= 0.98
    assert precision >= 0.90


def test_plain_full_text_search_finds_half() -> None:
    recall, _ = shares(finder("text", plain))
    assert recall <= 0.55


@pytest.mark.parametrize("query", LIST["queries"], ids=lambda query: query["query"])
def test_every_query_finds_something(query: dict[str, object]) -> None:
    assert finder("search_index", search_expression)(str(query["query"]))
