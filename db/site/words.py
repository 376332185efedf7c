"""German words for stored values: outcomes, kinds, dates, numbers."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from db.records import completeness, council, documents, findings, following, laws, motions, ozg, runs, votes
from db.records.columns import TABLES, Field, Table
from db.schema import columns

PUBLISHED = (council, laws, documents, completeness, findings, votes, ozg, motions, following, runs)
"""The modules whose import declares the tables that readers get."""

MOMENT = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?(Z|\+00:00)?)?")


@cache
def vocabulary() -> dict[str, dict[str, str]]:
    """The sections of `words.toml` that translate values or comparisons."""
    return {name: words for name, words in _sections().items() if name != "headings"}


@cache
def headings() -> dict[str, dict[str, str]]:
    """For each column name of our queries the words of its values."""
    sections = _sections()
    return {
        heading: {value: word for name in names for value, word in sections[name].items()}
        for heading, names in sections["headings"].items()
    }


@cache
def _sections() -> dict[str, dict[str, str]]:
    return tomllib.loads((files("db.site") / "words.toml").read_text("utf-8"))


def published_tables() -> list[Table]:
    """The tables that readers get, in the order they are declared."""
    modules = {module.__name__ for module in PUBLISHED}
    return [table for table in TABLES.values() if table.record.__module__ in modules]


@cache
def field(table: str, column: str) -> Field | None:
    """The declaration of a column, None where the table or column is not one of ours."""
    if table not in TABLES:
        return None
    return next((field for field in columns(TABLES[table]) if field.name == column), None)


def words_of(table: str | None, column: str) -> dict[str, str]:
    """The German words for a column's values; empty where its values are not a closed list."""
    if table is None:
        return headings().get(column, {})
    declared = field(table, column)
    if declared is None or declared.choices is None:
        return {}
    if declared.choices == ("0", "1"):
        return vocabulary()["yes_no"]
    return vocabulary().get(f"{table}.{column}") or vocabulary().get(column, {})


def word(value: object, table: str | None, column: str) -> str:
    """The German word for a value, or the value itself as readers know it."""
    said = str(value)
    return words_of(table, column).get(said) or german_date(said) or said


def german_date(value: str) -> str | None:
    """`2021-10-28T18:00` → `28.10.2021, 18:00 Uhr`; None for anything that is not wholly a date."""
    match = MOMENT.fullmatch(value)
    if match is None:
        return None
    year, month, day, hour, minute, utc = match.groups()
    date = f"{day}.{month}.{year}"
    if hour is None:
        return date
    return f"{date}, {hour}:{minute} Uhr{' (UTC)' if utc else ''}"


def number(value: int) -> str:
    """`12345` → `12.345`."""
    return f"{value:,}".replace(",", ".")


def table_title(table: str) -> str:
    """The German title of a table of ours, or its name."""
    return TABLES[table].title if table in TABLES else table


def column_title(table: str | None, column: str) -> str:
    """The German title of a column of ours, or its name."""
    declared = field(table, column) if table else None
    return declared.column.title if declared else column
