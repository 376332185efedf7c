"""Every published table as a file of its own, as CSV or Parquet."""

from __future__ import annotations

import csv
from pathlib import Path

from db.exports.published import Published, opened
from db.records.columns import TABLES, Table
from db.schema import columns, quoted


def write_csv(published: Path, out: Path) -> list[Path]:
    """A CSV file (UTF-8, comma, one line of headings) for each table."""
    written = []
    with opened(published) as database:
        for table in published_tables(database):
            written.append(out / f"{table.name}.csv")
            with written[-1].open("w", encoding="utf-8", newline="") as file:
                cursor = database.connection.execute(_select(table))
                writer = csv.writer(file)
                writer.writerow([column[0] for column in cursor.description])
                writer.writerows(cursor)
    return written


def write_parquet(published: Path, out: Path) -> list[Path]:
    """A Parquet file for each table, its columns typed and described.

    Raises ImportError where pyarrow is not installed (`pip install ratslese[parquet]`).
    """
    import pyarrow
    from pyarrow import parquet

    types = {"TEXT": pyarrow.string(), "INTEGER": pyarrow.int64(), "REAL": pyarrow.float64()}
    written = []
    with opened(published) as database:
        for table in published_tables(database):
            fields = [
                pyarrow.field(
                    field.name, types[field.sql_type], metadata={"description": field.column.description}
                )
                for field in columns(table)
            ]
            rows = [tuple(row) for row in database.connection.execute(_select(table))]
            values = list(zip(*rows, strict=True)) or [() for _ in fields]
            written.append(out / f"{table.name}.parquet")
            arrays = [
                pyarrow.array(list(column), field.type) for column, field in zip(values, fields, strict=True)
            ]
            schema = pyarrow.schema(fields, metadata={"title": table.title, "description": table.description})
            parquet.write_table(pyarrow.Table.from_arrays(arrays, schema=schema), written[-1])
    return written


def published_tables(database: Published) -> list[Table]:
    """Our tables that readers get."""
    there = {row["name"] for row in database.rows("select name from sqlite_master where type = 'table'")}
    return [table for table in TABLES.values() if table.name in there]


def _select(table: Table) -> str:
    listed = ", ".join(quoted(field.name) for field in columns(table))
    ordered = ", ".join(quoted(name) for name in table.key)
    return f"SELECT {listed} FROM {quoted(table.name)} ORDER BY {ordered}"
