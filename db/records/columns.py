"""How a record class describes its table: German titles and help texts, keys, indexes.

A record is a frozen dataclass whose fields are annotated with a `Column`; `@table` registers the class. DDL,
Datasette's column help and the schema page are generated from nothing else.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, TypeVar, dataclass_transform, get_args, get_origin

Record = TypeVar("Record", bound=type)


@dataclass(frozen=True, slots=True)
class Column:
    """What a field means to a reader.

    `references` names the table whose id the column holds; `facet` offers it as a filter in Datasette.
    """

    title: str
    description: str
    references: str | None = None
    index: bool = False
    facet: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table as its record class declares it; `key` are the columns of the primary key.

    `shared` tables hold what several documents may tell of (a meeting, a person): the store merges what each
    document claims. All other tables belong to one document and are replaced with it.
    `label` is the column that Datasette shows in place of a bare key. A table that is not `published` stays in the
    working database.
    """

    name: str
    title: str
    description: str
    key: tuple[str, ...]
    label: str | None
    shared: bool
    published: bool
    record: type


TABLES: dict[str, Table] = {}


@dataclass_transform(frozen_default=True, kw_only_default=True)
def table(
    name: str,
    *,
    title: str,
    description: str,
    key: tuple[str, ...] = ("id",),
    label: str | None = None,
    shared: bool = False,
    published: bool = True,
) -> Callable[[Record], Record]:
    """Make a class a record: a frozen, slotted, keyword-only dataclass that is known in `TABLES`."""

    def declare(cls: Record) -> Record:
        record: Any = dataclass(frozen=True, slots=True, kw_only=True)(cls)
        record.table = name
        TABLES[name] = Table(
            name=name,
            title=title,
            description=description,
            key=key,
            label=label,
            shared=shared,
            published=published,
            record=record,
        )
        return typing.cast(Record, record)

    return declare


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A column as SQL needs it: `sql_type` is a STRICT type, `choices` the only values allowed (None: any)."""

    name: str
    column: Column
    sql_type: str
    nullable: bool
    choices: tuple[str, ...] | None


SQL_TYPES = {str: "TEXT", int: "INTEGER", bool: "INTEGER", float: "REAL", bytes: "BLOB"}


def fields_of(record: type) -> tuple[Field, ...]:
    """The columns of a record class in the order they are declared."""
    hints = typing.get_type_hints(record, include_extras=True)
    return tuple(_field(field.name, hints[field.name]) for field in dataclasses.fields(record))


def _field(name: str, hint: Any) -> Field:
    value_type, column = get_args(hint)[:2]
    nullable = False
    if get_origin(value_type) in (types.UnionType, typing.Union):
        nullable = True
        value_type = next(part for part in get_args(value_type) if part is not type(None))
    choices = None
    if get_origin(value_type) is Literal:
        choices, value_type = get_args(value_type), str
    elif value_type is bool:
        choices = ("0", "1")
    return Field(name=name, column=column, sql_type=SQL_TYPES[value_type], nullable=nullable, choices=choices)
