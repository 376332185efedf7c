"""Tables that are exported are read back as they were."""

from __future__ import annotations

import csv
import sqlite3
from pathlib import Path

import pytest
from pyarrow import parquet

from db.exports.tables import write_csv, write_parquet
from db.records.columns import TABLES
from db.schema import columns

SOME = ("statements", "decisions", "bodies", "agenda_items", "texts")


def rows(published: Path, table: str) -> list[tuple[object, ...]]:
    listed = ", ".join(f'"{field.name}"' for field in columns(TABLES[table]))
    connection = sqlite3.connect(published)
    found = connection.execute(f"select {listed} from {table}").fetchall()
    connection.close()
    assert found
    return found


@pytest.mark.parametrize("table", SOME)
def test_csv_is_read_back(published: Path, tmp_path: Path, table: str) -> None:
    assert tmp_path / f"{table}.csv" in write_csv(published, tmp_path)
    with (tmp_path / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        _, *read = csv.reader(file)
    told = [tuple("" if value is None else str(value) for value in row) for row in rows(published, table)]
    assert sorted(map(tuple, read)) == sorted(told)


@pytest.mark.parametrize("table", SOME)
def test_parquet_is_read_back_with_its_types(published: Path, tmp_path: Path, table: str) -> None:
    assert tmp_path / f"{table}.parquet" in write_parquet(published, tmp_path)
    read = parquet.read_table(tmp_path / f"{table}.parquet")
    assert sorted(map(repr, (tuple(row.values()) for row in read.to_pylist()))) == sorted(
        map(repr, rows(published, table))
    )
    assert read.schema.field(0).metadata[b"description"]


def test_what_is_not_published_is_not_exported(published: Path, tmp_path: Path) -> None:
    written = {file.stem for file in write_csv(published, tmp_path)}
    assert "claims" not in written
    assert not any("search" in name for name in written)
