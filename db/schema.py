"""The schema as the record classes declare it: the SQL that creates it and the page that explains it.

`python -m db.schema` prints the page (`docs/schema.md`), `python -m db.schema sql` the SQL.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache

from db.records import (
    claims,
    completeness,
    council,
    documents,
    findings,
    following,
    laws,
    motions,
    ozg,
    runs,
    votes,
)
from db.records.columns import TABLES, Field, Table, fields_of

DECLARING = (council, laws, documents, completeness, findings, votes, ozg, motions, following, runs, claims)
"""The modules whose import fills `TABLES`."""


@cache
def columns(table: Table) -> tuple[Field, ...]:
    """The columns of a table in the order they are declared."""
    return fields_of(table.record)


def statements() -> Iterator[str]:
    """The SQL statements that create every table and index in an empty database."""
    for table in TABLES.values():
        yield create_table(table)
        yield from create_indexes(table)


def create_table(table: Table) -> str:
    """`CREATE TABLE … STRICT`; foreign keys are checked at the end of a transaction, as tables refer to each other."""
    lines = [_definition(field) for field in columns(table)]
    lines.append(f"PRIMARY KEY ({', '.join(map(quoted, table.key))})")
    lines += [_foreign_key(field) for field in columns(table) if field.column.references]
    return f"CREATE TABLE {quoted(table.name)} (\n  " + ",\n  ".join(lines) + "\n) STRICT"


def create_indexes(table: Table) -> Iterator[str]:
    """An index for each indexed column that the primary key does not begin with."""
    for field in columns(table):
        if field.column.index and field.name != table.key[0]:
            yield f"CREATE INDEX {quoted(f'{table.name}_{field.name}')} ON {quoted(table.name)} ({quoted(field.name)})"


def quoted(name: str) -> str:
    """A name as SQL takes it even where it is a keyword (`"end"`)."""
    return '"' + name.replace('"', '""') + '"'


def _definition(field: Field) -> str:
    parts = [quoted(field.name), field.sql_type]
    if not field.nullable:
        parts.append("NOT NULL")
    if field.choices is not None:
        parts.append(f"CHECK ({quoted(field.name)} IN ({', '.join(_literals(field))}))")
    return " ".join(parts)


def _literals(field: Field) -> tuple[str, ...]:
    choices = field.choices or ()
    return choices if field.sql_type == "INTEGER" else tuple(f"'{choice}'" for choice in choices)


def _foreign_key(field: Field) -> str:
    target = f'{quoted(field.column.references or "")} ("id")'
    return f"FOREIGN KEY ({quoted(field.name)}) REFERENCES {target} DEFERRABLE INITIALLY DEFERRED"


def sql() -> str:
    """The whole schema as a script."""
    return ";\n\n".join(statements()) + ";\n"


def page() -> str:
    """The schema page: each table with its columns, their types and what they mean."""
    return "\n".join([INTRODUCTION, *(_section(table) for table in TABLES.values())])


INTRODUCTION = """# Schema

Generated from the record classes in `db/records` by `make docs`; titles and descriptions are the ones readers see in
Datasette. Tables marked *shared* hold what several documents tell of, merged into one row; the others belong to one
document. Offsets count characters from 0 and are half-open: `substr(texts.text, start + 1, end - start)` is the row's
`text`.
"""


def _section(table: Table) -> str:
    notes = [
        note for note, holds in (("shared", table.shared), ("not published", not table.published)) if holds
    ]
    heading = f"## `{table.name}`" + (f" ({', '.join(notes)})" if notes else "")
    rows = [_row(table, field) for field in columns(table)]
    head = "| column | type | title | description |\n| --- | --- | --- | --- |"
    return f"{heading}\n\n**{table.title}**: {table.description}\n\n{head}\n" + "\n".join(rows) + "\n"


def _row(table: Table, field: Field) -> str:
    kind = field.sql_type.lower() + (" or null" if field.nullable else "")
    if field.name in table.key:
        kind += ", key"
    if field.column.references:
        kind += f", → `{field.column.references}`"
    description = field.column.description.replace("|", "\\|")
    return f"| `{field.name}` | {kind} | {field.column.title} | {description} |"


if __name__ == "__main__":
    sys.stdout.write(sql() if sys.argv[1:] == ["sql"] else page())
