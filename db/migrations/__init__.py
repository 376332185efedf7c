"""How a working database comes to the schema of the record classes, from whatever it was before.

Each SQL file in this folder is one migration, applied once, in the order of the names. A changed record needs a new
file; a test compares what the files make with what the records declare. The first file was written by
`python -m db.schema sql`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlite_utils import Database, Migrations

FOLDER = Path(__file__).parent


def migrations(folder: Path = FOLDER) -> Migrations:
    """The set of migrations; a file's name without its ending is the migration's name."""
    known = Migrations("ratslese")
    for file in sorted(folder.glob("*.sql")):
        _declare(known, file)
    return known


def migrate(connection: sqlite3.Connection, folder: Path = FOLDER) -> None:
    """Apply what is pending, all or nothing; another process that opens the database meanwhile waits."""
    known, database = migrations(folder), Database(connection)
    if known.pending(database):
        connection.execute("BEGIN IMMEDIATE")
        try:
            known.apply(database)
            connection.execute("COMMIT")
        except BaseException:
            connection.rollback()
            raise


def _declare(known: Any, file: Path) -> None:
    def apply(database: Any) -> None:
        for statement in _statements(file.read_text(encoding="utf-8")):
            database.conn.execute(statement)

    known(name=file.stem)(apply)


def _statements(script: str) -> Iterator[str]:
    """One statement after another: sqlite3's `executescript` would end the migration's transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
