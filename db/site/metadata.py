"""What Datasette tells of our tables, made of the record classes and nothing else."""

from __future__ import annotations

from functools import cache
from typing import Any

from db.records.columns import Table
from db.schema import columns
from db.search import index
from db.site.words import published_tables

SITE = {
    "title": "Ratslese",
    "description": (
        "Wer sagte was im Rat, was wurde beschlossen, und was hat es mit dem Onlinezugangsgesetz zu tun? "
        "Jede Angabe führt zu ihrer Stelle in der Niederschrift."
    ),
    "source": "Niederschriften, Auszüge und Vorlagen der Kommunen",
    "license": "Wortlaute aus amtlichen Dokumenten; Rechte an den Originalen bei den Kommunen",
    "about": "Maschinell ausgewertet; maßgeblich ist das Original",
}

HIDDEN = {"texts", "pages", "statement_speakers", "statement_addressees", "document_sources"}
"""Tables that readers meet through other pages; they stay reachable by their address."""

NEWEST_FIRST = {"imports": "started_at"}
"""Only columns without ties: Datasette's paging loses rows where a sorted column has equal values."""

PAGE_SIZE = {"texts": 5}
"""A row of `texts` is a whole document."""


def site_metadata(databases: list[str]) -> dict[str, Any]:
    """The metadata of the site, with our tables described in each of these databases.

    Datasette asks for it hundreds of times a page and writes into what it gets.
    """
    return {**SITE, "databases": {name: _copied(database_metadata()) for name in databases}}


def _copied(told: dict[str, Any]) -> dict[str, Any]:
    """As deep as Datasette writes: licences and the like into a table, help of the site's owner into its columns."""
    tables = {name: {**table, "columns": dict(table["columns"])} for name, table in told["tables"].items()}
    return {**told, "tables": tables}


@cache
def database_metadata() -> dict[str, Any]:
    """Title, tables and their columns of a published database."""
    return {
        "title": "Daten und Abfragen",
        "tables": {
            **{table.name: table_metadata(table) for table in published_tables()},
            **{name: {"hidden": True, "columns": {}} for name in index.TABLES},
        },
    }


def table_metadata(table: Table) -> dict[str, Any]:
    """A table as its record class describes it."""
    fields = columns(table)
    told: dict[str, Any] = {
        "title": table.title,
        "description": table.description,
        "columns": {field.name: f"{field.column.title}: {field.column.description}" for field in fields},
        "facets": [field.name for field in fields if field.column.facet],
        "hidden": table.name in HIDDEN,
    }
    if table.label:
        told["label_column"] = table.label
    if table.name in NEWEST_FIRST:
        told["sort_desc"] = NEWEST_FIRST[table.name]
    if table.name in PAGE_SIZE:
        told["size"] = PAGE_SIZE[table.name]
    return told
