"""Which bytes an address brings, and what happens to a document when it brings others.

A document is current as long as one of its addresses still brings its bytes. New bytes at an address replace the
document that was there, unless that one is still current elsewhere.
"""

from __future__ import annotations

import sqlite3


def at_address(connection: sqlite3.Connection, address: str) -> str | None:
    """The document that an address brings now, as far as is known."""
    query = "SELECT document_id FROM document_sources WHERE address = ? AND current"
    found = connection.execute(query, (address,)).fetchone()
    return found[0] if found else None


def elsewhere(connection: sqlite3.Connection, document: str, address: str) -> bool:
    """Whether another address still brings a document's bytes."""
    query = "SELECT 1 FROM document_sources WHERE document_id = ? AND address != ? AND current LIMIT 1"
    return connection.execute(query, (document, address)).fetchone() is not None


def is_current(connection: sqlite3.Connection, document: str) -> bool | None:
    """Whether a stored document is current; None where it was never stored."""
    found = connection.execute("SELECT current FROM documents WHERE id = ?", (document,)).fetchone()
    return bool(found[0]) if found else None


def root(connection: sqlite3.Connection, document: str) -> str:
    """The oldest version in a document's chain of `replaces`."""
    query = """
        WITH RECURSIVE chain (id, depth) AS (
            SELECT ?, 0
            UNION ALL
            SELECT replaces, depth + 1 FROM chain JOIN documents USING (id) WHERE replaces IS NOT NULL
        )
        SELECT id FROM chain ORDER BY depth DESC LIMIT 1"""
    return str(connection.execute(query, (document,)).fetchone()[0])


def replaced_by(connection: sqlite3.Connection, document: str, address: str) -> str | None:
    """The document that a document's bytes at an address leave without an address."""
    before = at_address(connection, address)
    if before is None or before == document or elsewhere(connection, before, address):
        return None
    return before


def predecessor(connection: sqlite3.Connection, document: str, address: str) -> str | None:
    """What `replaces` is for a document at an address.

    A document that was stored before keeps what it has: an address that goes back to an older version makes no circle,
    and the ids made from its first version stay.
    """
    found = connection.execute("SELECT replaces FROM documents WHERE id = ?", (document,)).fetchone()
    if found:
        return None if found[0] is None else str(found[0])
    return replaced_by(connection, document, address)


def first_version(connection: sqlite3.Connection, document: str, address: str) -> str:
    """What the ids of what is found in a document are made from: the oldest version in its chain.

    Where the chain goes on in another current document too (old bytes came back at a new address), that one has the
    ids already, and this document gets its own.
    """
    before = predecessor(connection, document, address)
    oldest = root(connection, before) if before else document
    if not _goes_on(connection, oldest, {document, replaced_by(connection, document, address)}):
        return oldest
    return document if document != oldest else f"{document} again"


def _goes_on(connection: sqlite3.Connection, oldest: str, but_in: set[str | None]) -> bool:
    """Whether a chain of versions has a current document, these not counted."""
    query = """
        WITH RECURSIVE later (id) AS (
            SELECT ?
            UNION
            SELECT documents.id FROM later JOIN documents ON documents.replaces = later.id
        )
        SELECT documents.id FROM later JOIN documents USING (id) WHERE current"""
    return any(current not in but_in for (current,) in connection.execute(query, (oldest,)))


def note_source(connection: sqlite3.Connection, document: str, address: str, retrieved_at: str) -> None:
    """An address now brings this document, and no other any more."""
    connection.execute(
        "UPDATE document_sources SET current = 0 WHERE address = ? AND document_id != ?", (address, document)
    )
    connection.execute(
        "INSERT INTO document_sources (document_id, address, retrieved_at, current, found_at) VALUES (?, ?, ?, 1, ?) "
        "ON CONFLICT (document_id, address) DO UPDATE SET retrieved_at = excluded.retrieved_at, current = 1",
        (document, address, retrieved_at, retrieved_at),
    )


def renew_path(connection: sqlite3.Connection, document: str) -> None:
    """A document's path is the address it was last taken from, and so is its issues' address."""
    query = (
        "SELECT address FROM document_sources WHERE document_id = ? AND current "
        "ORDER BY retrieved_at DESC, address LIMIT 1"
    )
    (path,) = connection.execute(query, (document,)).fetchone()
    connection.execute("UPDATE documents SET path = ? WHERE id = ?", (path, document))
    connection.execute("UPDATE issues SET address = ? WHERE document_id = ?", (path, document))
