"""Every table and column is explained in German, and every stored value has its German word."""

from __future__ import annotations

import asyncio

import pytest
from datasette.app import Datasette

from db.records.columns import Table, fields_of
from db.search import index
from db.site.metadata import table_metadata
from db.site.words import column_title, german_date, number, published_tables, word, words_of

TABLES = published_tables()
COLUMNS = [(table, field) for table in TABLES for field in fields_of(table.record)]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_is_explained(table: Table) -> None:
    told = table_metadata(table)
    assert told["title"]
    assert told["description"].endswith(".")
    assert list(told["columns"]) == [field.name for field in fields_of(table.record)]
    assert all(": " in text for text in told["columns"].values())


def test_closed_lists_of_values_have_german_words() -> None:
    for table, field in COLUMNS:
        if field.choices is not None:
            assert set(words_of(table.name, field.name)) == set(field.choices), f"{table.name}.{field.name}"


def test_datasette_knows_titles_and_facets(site: Datasette) -> None:
    told = asyncio.run(site.client.get("/-/metadata.json")).json()
    assert told["title"] == "Ratslese"
    tables = told["databases"]["musterhafen"]["tables"]
    assert set(tables) == {table.name for table in TABLES} | set(index.TABLES)
    assert tables["statements"]["facets"] == ["speaker_name", "speaker_note", "kind"]
    assert tables["statements"]["label_column"] == "text"


def test_helping_tables_are_hidden(site: Datasette) -> None:
    tables = asyncio.run(site.client.get("/musterhafen.json")).json()["tables"]
    shown = {table["name"] for table in tables if not table["hidden"]}
    assert "statements" in shown
    assert not [name for name in shown if "_fts" in name or name in ("texts", "pages")]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2021-10-28", "28.10.2021"),
        ("2021-10-28T18:00", "28.10.2021, 18:00 Uhr"),
        ("2024-01-02T03:04:05Z", "02.01.2024, 03:04 Uhr (UTC)"),
        ("DrS/2021", None),
        ("", None),
    ],
)
def test_dates_are_german(value: str, said: str | None) -> None:
    assert german_date(value) == said


def test_words() -> None:
    assert word("accepted", "decisions", "outcome") == "angenommen"
    assert word("accepted", None, "Ergebnis") == "angenommen"
    assert word(1, "decisions", "unanimous") == "ja"
    assert word("paper", "documents", "kind") == "Vorlage"
    assert word("Frau Quandt", "statements", "speaker") == "Frau Quandt"
    assert column_title("statements", "cue") == "Redeverb"
    assert column_title("fremd", "spalte") == "spalte"
    assert number(1234567) == "1.234.567"
