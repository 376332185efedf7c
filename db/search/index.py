"""The index that readers search: one entry for everything that can be found.

`search_entries` holds what results are filtered by, `search_index` the words, `search_kinds` the first and last entry
of each kind, between which the newest come first. All are made when a copy is published.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from db.search.words import forms

ENTRIES = """
CREATE TABLE search_entries (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    row_id TEXT NOT NULL,
    body_id TEXT,
    organization_id TEXT,
    document_kind TEXT,
    date TEXT,
    outcome TEXT
) STRICT
"""

KINDS = (
    "CREATE TABLE search_kinds (kind TEXT PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL) STRICT"
)

INDEX = """
CREATE VIRTUAL TABLE search_index USING fts5(
    text, forms, content = '', tokenize = 'unicode61 remove_diacritics 2'
)
"""
"""Without the texts themselves, which stand in the other tables; the rowid is the entry's id."""

WORDS = "CREATE VIRTUAL TABLE search_words USING fts5vocab (search_index, col)"
"""In how many entries (`doc`) each form (`term`) stands."""

TABLES = ("search_entries", "search_index", "search_kinds", "search_words")
"""What is made here and nobody reads but the search."""

_OF_MEETING = """
    LEFT JOIN documents ON documents.id = found.document_id
    LEFT JOIN agenda_items ON agenda_items.id = {item}
    LEFT JOIN meetings ON meetings.id = coalesce(agenda_items.meeting_id, documents.meeting_id)
"""

_PLACE = """coalesce(meetings.body_id, documents.body_id), meetings.organization_id, documents.kind,
    coalesce(meetings.start, documents.date)"""

_FINDING = _OF_MEETING.format(item="found.agenda_item_id")

SOURCES = {
    "statements": f"""
        SELECT found.id, {_PLACE}, NULL, coalesce(found.speaker_name, '') || ' ' || found.text
        FROM statements AS found {_FINDING} WHERE found.double_of IS NULL""",
    "decisions": f"""
        SELECT found.id, {_PLACE}, found.outcome, found.text
        FROM decisions AS found {_FINDING} WHERE found.double_of IS NULL""",
    "agenda_items": f"""
        SELECT found.id, {_PLACE}, found.outcome,
            coalesce(found.title, '') || ' ' || coalesce(found.result, '')
        FROM agenda_items AS found {_OF_MEETING.format(item="found.id")}""",
    "papers": """
        SELECT found.id, found.body_id, NULL, 'paper', found.date, NULL,
            coalesce(found.reference, '') || ' ' || coalesce(found.name, '')
        FROM papers AS found""",
    "persons": """
        SELECT found.id, found.body_id, NULL, NULL, NULL, NULL, found.name
        FROM persons AS found WHERE found.name IS NOT NULL AND NOT found.private""",
    "documents": """
        SELECT documents.id, coalesce(documents.body_id, meetings.body_id), meetings.organization_id,
            documents.kind, coalesce(meetings.start, documents.date), NULL,
            coalesce(documents.title, '') || ' ' || coalesce(texts.text, '')
        FROM documents
        LEFT JOIN texts ON texts.document_id = documents.id
        LEFT JOIN meetings ON meetings.id = documents.meeting_id
        WHERE documents.current""",
}
"""Per kind (the table): id, municipality, organisation, kind of document, day, outcome, and what is searched."""


def build(connection: sqlite3.Connection) -> None:
    """Index everything in a published copy; entries of a kind are numbered from the newest, undated ones last."""
    connection.execute(ENTRIES)
    connection.execute(INDEX)
    connection.execute(WORDS)
    union = " UNION ALL ".join(f"SELECT '{kind}', * FROM ({sql})" for kind, sql in SOURCES.items())
    rows = connection.execute(f"{union} ORDER BY 1, 6 DESC NULLS LAST, 2")
    with_forms = ((number, *row[:-1], row[-1], forms(row[-1])) for number, row in enumerate(rows, start=1))
    _insert(connection, with_forms)
    connection.execute("INSERT INTO search_index (search_index) VALUES ('optimize')")
    connection.execute(KINDS)
    connection.execute(
        "INSERT INTO search_kinds SELECT kind, min(id), max(id) FROM search_entries GROUP BY kind"
    )
    connection.execute("CREATE INDEX search_entries_row ON search_entries (row_id)")


def _insert(connection: sqlite3.Connection, rows: Iterator[tuple[object, ...]]) -> None:
    for *entry, text, found_by in rows:
        connection.execute("INSERT INTO search_entries VALUES (?, ?, ?, ?, ?, ?, ?, ?)", entry)
        connection.execute(
            "INSERT INTO search_index (rowid, text, forms) VALUES (?, ?, ?)", (entry[0], text, found_by)
        )
