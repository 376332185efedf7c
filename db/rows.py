"""Records as rows: the SQL that writes them, and which tables go with a document."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from operator import attrgetter
from typing import Any

from db.records.columns import TABLES, Table
from db.schema import columns, quoted

Row = dict[str, Any]

KEPT = ("document_sources", "issues")
"""Tables of documents whose rows are not replaced with what was found in the document."""


def table_of(record: Any) -> Table:
    """The table a record belongs to."""
    return TABLES[record.table]


@cache
def names(table: Table) -> tuple[str, ...]:
    """The names of a table's columns."""
    return tuple(field.name for field in columns(table))


@cache
def references(table: Table) -> tuple[tuple[str, str], ...]:
    """The columns that hold another row's id, each with the table of that row."""
    return tuple((field.name, field.column.references) for field in columns(table) if field.column.references)


def row_of(record: Any) -> Row:
    """A record's values by column."""
    return {name: getattr(record, name) for name in names(table_of(record))}


def insert(connection: sqlite3.Connection, records: Iterable[Any]) -> None:
    """Insert records of any tables; a key that is taken raises `sqlite3.IntegrityError`."""
    by_table: dict[str, list[Any]] = defaultdict(list)
    for record in records:
        by_table[record.table].append(record)
    for name, members in by_table.items():
        table = TABLES[name]
        connection.executemany(insert_sql(table), map(values_getter(table), members))


@cache
def insert_sql(table: Table) -> str:
    """`INSERT` of one row, values in the order of the columns."""
    listed = ", ".join(map(quoted, names(table)))
    marks = ", ".join("?" * len(names(table)))
    return f"INSERT INTO {quoted(table.name)} ({listed}) VALUES ({marks})"


@cache
def upsert_sql(table: Table) -> str:
    """`INSERT` that updates the row where its key is taken, so that what refers to it stays."""
    key = ", ".join(map(quoted, table.key))
    changes = [f"{quoted(name)} = excluded.{quoted(name)}" for name in names(table) if name not in table.key]
    action = f"UPDATE SET {', '.join(changes)}" if changes else "NOTHING"
    return f"{insert_sql(table)} ON CONFLICT ({key}) DO {action}"


@cache
def values_getter(table: Table) -> Callable[[Any], Sequence[Any]]:
    """What takes a record's values in the order of the columns."""
    return attrgetter(*names(table))


@cache
def detail_tables() -> tuple[Table, ...]:
    """The tables whose rows were found in one document and go with it, claims among them."""
    return tuple(
        table
        for table in TABLES.values()
        if not table.shared and table.name not in KEPT and "document_id" in names(table)
    )


@cache
def follower_tables() -> tuple[tuple[Table, str, Table], ...]:
    """Tables that hang on a detail by a column of their key, each with that column and the detail's table."""
    details = {table.name: table for table in detail_tables()}
    return tuple(
        (table, column, details[target])
        for table in TABLES.values()
        for column, target in references(table)
        if not table.shared and target in details and table not in details.values() and column in table.key
    )


def delete_details(connection: sqlite3.Connection, document: str) -> None:
    """Delete everything that was found in a document."""
    for table, column, detail in follower_tables():
        connection.execute(
            f"DELETE FROM {quoted(table.name)} WHERE {quoted(column)} IN "
            f"(SELECT id FROM {quoted(detail.name)} WHERE document_id = ?)",
            (document,),
        )
    for table in detail_tables():
        connection.execute(f"DELETE FROM {quoted(table.name)} WHERE document_id = ?", (document,))
