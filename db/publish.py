"""The copy for readers: made beside its place, freed of what is held back, indexed, and moved there in one step."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from db import addresses, heldback, identities, privacy, private_names, published, versions
from db.heldback import HeldBack
from db.migrations import migrate
from db.records.columns import TABLES
from db.schema import quoted
from db.search import index

SEARCHED = {
    "statements": ("text", "speaker_name"),
    "decisions": ("text",),
    "agenda_items": ("title", "result"),
    "papers": ("reference", "name"),
}
"""Tables with a full-text index `<table>_fts`, and its columns: what Datasette's own table pages search."""

TOKENIZER = "unicode61 remove_diacritics 2"


class PublishError(Exception):
    """A database that cannot be published; what readers have stays as it was."""

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message, advice)
        self.message = message
        self.advice = advice


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was published and what was held back; former versions are not counted."""

    documents: int
    statements: int
    decisions: int
    documents_held_back: int
    items_held_back: int
    private_persons: int
    bytes: int

    def __str__(self) -> str:
        return (
            f"{self.documents} documents, {self.statements} statements and {self.decisions} decisions published "
            f"({self.bytes / 1e6:.1f} MB)\n"
            f"held back: {self.documents_held_back} documents, {self.items_held_back} agenda items, "
            f"the names of {self.private_persons} private persons"
        )


def publish(source: Path, target: Path) -> Report:
    """Publish the working database `source` as `target`, which may be in use: readers keep the file they opened.

    Raises `PublishError`.
    """
    if not source.is_file():
        raise PublishError(f"There is no database {source}", "Import documents first: ratslese import.")
    if target.exists() and target.samefile(source):
        raise PublishError(f"{target} is the working database itself", "Publish to another file.")
    target.parent.mkdir(parents=True, exist_ok=True)
    # Only the owner may enter the folder while what is held back is still in the copy.
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".publishing-") as folder:
        copy = Path(folder) / target.name
        try:
            state = _copy(source, copy)
            with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
                report = _prepare(connection, copy)
        except sqlite3.Error as error:
            raise PublishError(
                f"{source} cannot be published: {error}", "Check it: PRAGMA integrity_check."
            ) from error
        published.stamp(copy, state)
        _move(copy, target)
    return report


def _copy(source: Path, copy: Path) -> int:
    """Copy the database in one consistent state, even while it is written to; when that state came about."""
    with closing(sqlite3.connect(source, timeout=30, isolation_level=None)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        state = published.state(source)
        connection.execute("VACUUM INTO ?", (str(copy),))
    return state


def _prepare(connection: sqlite3.Connection, copy: Path) -> Report:
    """Make a copy of the working database one for readers."""
    connection.execute("PRAGMA journal_mode = MEMORY")
    connection.execute("PRAGMA synchronous = OFF")
    migrate(connection)
    connection.execute("BEGIN")
    held = heldback.find(connection)
    counts = _counts_of_held_back(connection)
    _hide(connection, held)
    addresses.shorten(connection)
    _drop_internal_tables(connection)
    connection.execute("COMMIT")
    _check(connection)
    _finish(connection)
    documents, statements, decisions = (
        connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
        for name in ("documents", "statements", "decisions")
    )
    private = connection.execute("SELECT count(*) FROM persons WHERE private").fetchone()[0]
    return Report(
        documents=documents,
        statements=statements,
        decisions=decisions,
        documents_held_back=counts[0],
        items_held_back=counts[1],
        private_persons=private,
        bytes=copy.stat().st_size,
    )


def _counts_of_held_back(connection: sqlite3.Connection) -> tuple[int, int]:
    (documents,) = connection.execute(
        "SELECT count(*) FROM documents WHERE current AND NOT public"
    ).fetchone()
    (items,) = connection.execute("SELECT count(*) FROM agenda_items WHERE NOT public").fetchone()
    return documents, items


def _hide(connection: sqlite3.Connection, held: HeldBack) -> None:
    """Held-back rows first; then the texts, in which nothing that is left may tell of them; then private names."""
    roots = {
        row: versions.root(connection, row)
        for (row,) in connection.execute("SELECT id FROM documents").fetchall()
    }
    heldback.remove(connection, held)
    for document in sorted(held.touched):
        titles = held.titles.get(document, [])
        text = heldback.blanked(_text(connection, document), held.ranges.get(document, []), titles)
        _set_text(connection, document, text)
        privacy.hide_in_rows(connection, document, private_names.Names(), titles)
    heldback.remove_untold(connection, held)
    names = privacy.names_by_document(connection)
    for document in sorted(names):
        _hide_names(connection, document, names[document])
    for document in sorted(held.touched | {*names}):
        privacy.let_follow(connection, document, _text(connection, document), roots[document])
    privacy.hide_persons(connection)
    identities.renew(connection, identities.all_families(connection))


def _hide_names(connection: sqlite3.Connection, document: str, names: private_names.Names) -> None:
    text = names.hidden(_text(connection, document))
    for start, end, family_name in privacy.said_by_private(connection, document):
        text = text[:start] + private_names.surname(family_name).hidden(text[start:end]) + text[end:]
    _set_text(connection, document, text)
    privacy.hide_speakers(connection, document)
    privacy.hide_in_rows(connection, document, names, ())
    privacy.hide_in_file_names(connection, document, names)


def _set_text(connection: sqlite3.Connection, document: str, text: str) -> None:
    connection.execute("UPDATE texts SET text = ? WHERE document_id = ?", (text, document))


def _text(connection: sqlite3.Connection, document: str) -> str:
    found = connection.execute("SELECT text FROM texts WHERE document_id = ?", (document,)).fetchone()
    return str(found[0]) if found else ""


def _drop_internal_tables(connection: sqlite3.Connection) -> None:
    for table in TABLES.values():
        if not table.published:
            connection.execute(f"DROP TABLE {quoted(table.name)}")
    connection.execute("DROP TABLE _sqlite_migrations")


def _check(connection: sqlite3.Connection) -> None:
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise PublishError(
            f"After holding back, {len(broken)} rows refer to nothing, the first in {broken[0][0]}",
            "This is a mistake in db/heldback.py or db/privacy.py; nothing was published.",
        )


def _finish(connection: sqlite3.Connection) -> None:
    """Free the file of deleted bytes, then index: a vacuum may move rows, and an index made before would miss them."""
    connection.execute("VACUUM")
    database = Database(connection)
    for name, columns in SEARCHED.items():
        database.table(name).enable_fts(list(columns), tokenize=TOKENIZER)
        database.table(name).optimize()
    connection.execute("BEGIN")
    index.build(connection)
    connection.execute("COMMIT")
    connection.execute(f"PRAGMA user_version = {published.version()}")
    connection.execute("ANALYZE")
    connection.execute("PRAGMA journal_mode = DELETE")


def _move(copy: Path, target: Path) -> None:
    """Move the finished copy to its place; after a power failure there is either the old file or the new one."""
    copy.chmod(0o644)
    _sync(copy)
    copy.replace(target)
    _sync(target.parent)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
