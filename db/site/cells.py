"""Cells as readers see them: German words, names instead of keys, links to the place in the document.

Only the HTML pages pass through here; JSON and CSV carry the values as they are stored.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from datasette.utils import tilde_encode
from markupsafe import Markup

from db.records.columns import TABLES
from db.site.entities import PAGES
from db.site.words import field, german_date, word, words_of

if TYPE_CHECKING:
    from datasette.app import Datasette

PLACE = re.compile(r"/dokument/[0-9a-f]{64}(#[a-z0-9_-]+)?")
HASH = re.compile(r"[0-9a-f]{64}")
ANCHORS = {"statements": "a", "decisions": "b", "citations": "c", "ozg_mentions": "d", "agenda_items": "top"}
"""The letters before the ids of places in a document."""

PLACE_COLUMN = dict.fromkeys(ANCHORS, "text") | {"agenda_items": "title"}
LONGEST_LABEL = 90


async def cell(
    datasette: Datasette, database: str, table: str | None, column: str, row: Any, value: Any
) -> Markup | str | None:
    """A cell's HTML, or None where Datasette's own rendering is right."""
    label = None
    if isinstance(value, dict):
        value, label = value["value"], value["label"]
    if value is None or value == "":
        return None
    if table is None:
        return _answer_cell(datasette, column, value)
    if words_of(table, column):
        return word(value, table, column)
    declared = field(table, column)
    if declared is not None and declared.column.references:
        return await _reference(datasette, database, declared.column.references, row, table, value, label)
    if column == PLACE_COLUMN.get(table):
        return _with_place(datasette, table, row, str(value))
    if table == "documents" and column == "title":
        return _link(datasette.urls.path(f"/dokument/{_plain(row, 'id')}"), str(value))
    return _moment(value)


def _answer_cell(datasette: Datasette, column: str, value: Any) -> Markup | str | None:
    """A cell of a query's answer, which tells nothing of itself but its heading."""
    said = str(value)
    if PLACE.fullmatch(said):
        return Markup('<a class="stelle" href="{}">zur Stelle</a>').format(datasette.urls.path(said))
    if column == "document_id" and HASH.fullmatch(said):
        return _link(datasette.urls.path(f"/dokument/{said}"), f"{said[:10]}…")
    if words_of(None, column):
        return word(value, None, column)
    return _moment(value)


def _moment(value: Any) -> Markup | None:
    date = german_date(value) if isinstance(value, str) else None
    return Markup('<time datetime="{}">{}</time>').format(value, date) if date else None


async def _reference(
    datasette: Datasette, database: str, other: str, row: Any, table: str, value: str, label: str | None
) -> Markup:
    """A key as the name of what it points to."""
    if label is None:
        label = await _label(datasette, database, other, value)
    name = _shortened(str(label or value))
    if other == "documents":
        id = _plain(row, "id")
        anchor = f"#{ANCHORS[table]}-{id}" if table in ANCHORS and id else ""
        return _link(datasette.urls.path(f"/dokument/{value}{anchor}"), name)
    if other in PAGES:
        return _link(datasette.urls.path(f"/{PAGES[other]}/{tilde_encode(str(value))}"), name)
    return _link(datasette.urls.row(database, other, tilde_encode(str(value))), name)


async def _label(datasette: Datasette, database: str, other: str, value: str) -> str | None:
    """Row pages come without labels; this reads one."""
    table = TABLES[other]
    if table.label is None:
        return None
    sql = f'select "{table.label}" from "{other}" where "{table.key[0]}" = :key'
    found = await datasette.get_database(database).execute(sql, {"key": value})
    return found.rows[0][0] if found.rows else None


def _with_place(datasette: Datasette, table: str, row: Any, said: str) -> Markup | None:
    document, id = _plain(row, "document_id"), _plain(row, "id")
    if not document or not id:
        return None
    limit = datasette.setting("truncate_cells_html")
    shown = said if len(said) <= limit else f"{said[:limit]}…"
    address = datasette.urls.path(f"/dokument/{document}#{ANCHORS[table]}-{id}")
    return Markup('{} <a class="stelle" href="{}">zur Stelle</a>').format(shown, address)


def _link(address: str, name: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(address, name)


def _plain(row: Any, column: str) -> str | None:
    """A value of a row, which may be labelled, or not be among the columns that were asked for."""
    try:
        value = row[column]
    except (KeyError, IndexError):
        return None
    value = value["value"] if isinstance(value, dict) else value
    return None if value is None else str(value)


def _shortened(name: str) -> str:
    if HASH.fullmatch(name):
        return f"{name[:10]}…"
    return name if len(name) <= LONGEST_LABEL else f"{name[:LONGEST_LABEL]}…"
