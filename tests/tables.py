"""Two databases are the same when every row is, but for when and in which run it came."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from db.records.columns import TABLES

RUN_TIMES = {"retrieved_at", "found_at", "import_id", "started_at", "finished_at"}


def rows_of(database: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every table's rows, sorted, without run times; the list of runs itself is left out."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        return {name: _rows(connection, name) for name in TABLES if name != "imports"}
    finally:
        connection.close()


def _rows(connection: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    columns = [row[1] for row in connection.execute(f"pragma table_info({table})") if row[1] not in RUN_TIMES]
    quoted = ", ".join(f'"{column}"' for column in columns)
    return sorted(connection.execute(f"select {quoted} from {table}"), key=repr)


def count(database: Path, table: str, where: str = "1") -> int:
    """How many rows of a table fulfil a condition."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        (number,) = connection.execute(f"select count(*) from {table} where {where}").fetchone()
        return int(number)
    finally:
        connection.close()
