from __future__ import annotations

import json
import re
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from db import schema
from db.migrations import FOLDER, migrate
from db.records import ids
from db.records.columns import TABLES


def declared() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.executescript(schema.sql())
    return connection


def shape(connection: sqlite3.Connection) -> dict[str, Any]:
    """What a schema means, however its SQL is written."""
    tables = [
        name
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'"
        )
    ]
    return {name: _table_shape(connection, name) for name in tables}


def _table_shape(connection: sqlite3.Connection, name: str) -> dict[str, Any]:
    (sql,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()
    indexes = connection.execute(f'PRAGMA index_list("{name}")').fetchall()
    return {
        "columns": {row[1:4] + row[5:] for row in connection.execute(f'PRAGMA table_info("{name}")')},
        "references": {row[2:5] for row in connection.execute(f'PRAGMA foreign_key_list("{name}")')},
        "indexes": {
            tuple(column[2] for column in connection.execute(f'PRAGMA index_info("{index[1]}")'))
            for index in indexes
        },
        "checks": set(re.findall(r"CHECK \(.*?\)\)", sql)),
        "strict": sql.rstrip().endswith("STRICT"),
        "deferred": sql.count("DEFERRABLE INITIALLY DEFERRED"),
    }


def test_migrations_make_what_the_records_declare() -> None:
    migrated = sqlite3.connect(":memory:", isolation_level=None)
    migrate(migrated)
    assert shape(migrated) == shape(declared()), "a changed record needs a migration in db/migrations"


def test_an_older_database_gets_what_is_pending(tmp_path: Path) -> None:
    folder = tmp_path / "migrations"
    folder.mkdir()
    (folder / "0001_schema.sql").write_text(
        (FOLDER / "0001_schema.sql").read_text(encoding="utf-8"), encoding="utf-8"
    )
    connection = sqlite3.connect(tmp_path / "older.db", isolation_level=None)
    migrate(connection, folder)
    connection.execute("INSERT INTO bodies (id, name) VALUES ('a', 'A')")
    (folder / "0002_flag.sql").write_text("ALTER TABLE bodies ADD COLUMN flag TEXT;\n", encoding="utf-8")
    migrate(connection, folder)
    migrate(connection, folder)
    assert connection.execute("SELECT id, flag FROM bodies").fetchall() == [("a", None)]


def test_consultations_keep_what_they_tell_under_their_new_ids(tmp_path: Path) -> None:
    """Two items of one meeting dealt with the first paper; the meeting of the second paper is not known."""
    folder = tmp_path / "migrations"
    folder.mkdir()
    shutil.copy(FOLDER / "0001_schema.sql", folder)
    connection = sqlite3.connect(tmp_path / "older.db", isolation_level=None)
    migrate(connection, folder)
    places = [
        ("a_p1", "a_rat_2031-05-12_oe-1", "a_rat_2031-05-12"),
        ("a_p1", "a_rat_2031-05-12_oe-2", "a_rat_2031-05-12"),
        ("a_p2", "a_rat_2031-05-12_oe-1", None),
    ]
    for paper, item, meeting in places:
        connection.execute(
            "INSERT INTO consultations VALUES (?, ?, ?, 'Anhörung', 'noted')", (paper, item, meeting)
        )
        record = json.dumps({"paper_id": paper, "agenda_item_id": item, "meeting_id": meeting})
        connection.execute(
            "INSERT INTO claims VALUES ('consultations', ?, 'd', 0, ?)", (json.dumps([paper, item]), record)
        )
    connection.execute("INSERT INTO claims VALUES ('papers', 'a_p1', 'd', 0, '{\"id\":\"a_p1\"}')")
    migrate(connection)
    found = connection.execute(
        "SELECT id, paper_id, agenda_item_id, meeting_id, role, outcome FROM consultations ORDER BY id"
    ).fetchall()
    wanted = [
        ids.consultation_id("a_p1", "a_rat_2031-05-12", None),
        ids.consultation_id("a_p1", None, "a_rat_2031-05-12_oe-2"),
        ids.consultation_id("a_p2", None, "a_rat_2031-05-12_oe-1"),
    ]
    assert found == [(key, *place, "Anhörung", "noted") for key, place in zip(wanted, places, strict=True)]
    claims = connection.execute("SELECT row_id, record FROM claims ORDER BY row_id").fetchall()
    assert [row for row, _ in claims] == ["a_p1", *wanted]
    assert [json.loads(record)["id"] for _, record in claims] == ["a_p1", *wanted]


def test_a_failing_migration_leaves_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "migrations"
    folder.mkdir()
    (folder / "0001_two.sql").write_text("CREATE TABLE one (a);\nCREATE TABLE one (a);\n", encoding="utf-8")
    connection = sqlite3.connect(":memory:", isolation_level=None)
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, folder)
    assert "one" not in shape(connection)


def test_every_reference_names_a_table_with_an_id() -> None:
    for table in TABLES.values():
        for field in schema.columns(table):
            if field.column.references:
                assert TABLES[field.column.references].key == ("id",), (table.name, field.name)


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO bodies (id, name) VALUES (NULL, 'A')",
        "INSERT INTO bodies (id, name) VALUES ('a', x'00')",
        "INSERT INTO agenda_items (id, public) VALUES ('a', 2)",
        "INSERT INTO agenda_items (id, public, outcome) VALUES ('a', 1, 'agreed')",
    ],
)
def test_rows_that_do_not_fit_are_refused(statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        declared().execute(statement)


def test_the_schema_page_is_up_to_date() -> None:
    page = Path(__file__).parents[2] / "docs" / "schema.md"
    assert page.read_text(encoding="utf-8") == schema.page(), "python -m db.schema > docs/schema.md"
