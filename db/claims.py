"""The claims of documents in the database, and the shared rows made from them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import Any

from db.merge import adds_nothing, merged, rank
from db.records.claims import Claim
from db.records.columns import TABLES, Table
from db.records.council import AgendaItem, Meeting, Organization
from db.records.documents import Document
from db.rows import Row, insert, names, row_of, table_of, upsert_sql
from db.schema import quoted

Key = tuple[str, str]
"""The table and the `row_id` of a shared row."""


def put(connection: sqlite3.Connection, document: Document, records: Iterable[Any]) -> set[Key]:
    """Keep a document's claims; the rows that may look different for it."""
    claims = _by_row(records)
    insert(
        connection,
        [
            Claim(
                table_name=name,
                row_id=row_id,
                document_id=document.id,
                rank=rank(document.kind),
                record=_packed(claim),
            )
            for (name, row_id), claim in claims.items()
        ],
    )
    return {key for key, claim in claims.items() if not _stays(connection, key, claim)}


def of_document(connection: sqlite3.Connection, document: str) -> set[Key]:
    """The rows a document makes claims about."""
    return set(connection.execute("SELECT table_name, row_id FROM claims WHERE document_id = ?", (document,)))


def renew(connection: sqlite3.Connection, keys: Iterable[Key]) -> None:
    """Make the rows anew from their claims; a row without claims is deleted."""
    for key in sorted(keys):
        table, claims = TABLES[key[0]], _claims(connection, key)
        if claims:
            row = merged(table, claims)
            connection.execute(upsert_sql(table), [row[name] for name in names(table)])
        else:
            connection.execute(
                f"DELETE FROM {quoted(table.name)} WHERE {_where(table)}", _key_values(table, key[1])
            )


def meetings_of(
    connection: sqlite3.Connection, document: str
) -> tuple[tuple[Meeting, Organization | None], ...]:
    """The meetings a document tells of, as all documents make them, each with who met."""
    query = "SELECT row_id FROM claims WHERE document_id = ? AND table_name = 'meetings' ORDER BY row_id"
    told = [meeting_id for (meeting_id,) in connection.execute(query, (document,))]
    return tuple(found for meeting_id in told if (found := meeting(connection, meeting_id)))


def meeting(connection: sqlite3.Connection, meeting_id: str) -> tuple[Meeting, Organization | None] | None:
    """A meeting as all documents make it, with who met."""
    found = _record(connection, Meeting, meeting_id)
    return (found, _record(connection, Organization, found.organization_id)) if found else None


def item(
    connection: sqlite3.Connection, item_id: str
) -> tuple[AgendaItem, Meeting, Organization | None] | None:
    """An item as all documents make it, with its meeting and who met."""
    found = _record(connection, AgendaItem, item_id)
    held = meeting(connection, found.meeting_id) if found and found.meeting_id else None
    return (found, *held) if held else None


def withdraw(connection: sqlite3.Connection, document: str, withdrawn: bool) -> bool:
    """Let a document say of its meeting that it is gone, or there again; whether it said otherwise before."""
    query = (
        "SELECT row_id, record FROM claims JOIN documents ON documents.id = document_id "
        "WHERE document_id = ? AND table_name = 'meetings' AND row_id = meeting_id"
    )
    changed = False
    for meeting_id, record in connection.execute(query, (document,)).fetchall():
        claim = json.loads(record)
        if bool(claim.get("withdrawn")) != withdrawn:
            changed = True
            claim["withdrawn"] = withdrawn or None
            connection.execute(
                "UPDATE claims SET record = ? WHERE document_id = ? AND table_name = 'meetings' AND row_id = ?",
                (_packed(claim), document, meeting_id),
            )
            renew(connection, [("meetings", meeting_id)])
    return changed


def row_id(table: Table, row: Row) -> str:
    """A row's key as one text."""
    values = [row[name] for name in table.key]
    return str(values[0]) if len(values) == 1 else json.dumps(values, ensure_ascii=False)


def _record(connection: sqlite3.Connection, record: type[Any], key: str | None) -> Any:
    """The row of a table whose key is one id, as a record; None where there is none."""
    table = TABLES[record.table]
    listed = ", ".join(map(quoted, names(table)))
    query = f"SELECT {listed} FROM {quoted(table.name)} WHERE {_where(table)}"
    found = connection.execute(query, (key,)).fetchone()
    return record(**dict(zip(names(table), found, strict=True))) if found else None


def _by_row(records: Iterable[Any]) -> dict[Key, Row]:
    """A document's records by row; several records of one row count as claims in their order."""
    claims: dict[Key, list[Row]] = {}
    for record in records:
        row = row_of(record)
        claims.setdefault((record.table, row_id(table_of(record), row)), []).append(row)
    return {key: rows[0] if len(rows) == 1 else merged(TABLES[key[0]], rows) for key, rows in claims.items()}


def _packed(claim: Row) -> str:
    told = {name: value for name, value in claim.items() if value is not None}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _stays(connection: sqlite3.Connection, key: Key, claim: Row) -> bool:
    table = TABLES[key[0]]
    listed = ", ".join(map(quoted, names(table)))
    query = f"SELECT {listed} FROM {quoted(table.name)} WHERE {_where(table)}"
    found = connection.execute(query, _key_values(table, key[1])).fetchone()
    return found is not None and adds_nothing(claim, dict(zip(names(table), found, strict=True)))


def _claims(connection: sqlite3.Connection, key: Key) -> list[Row]:
    """The different claims to a row, in order of precedence: a body is claimed alike by thousands of documents."""
    found = connection.execute(
        "SELECT record, min(rank || document_id) AS precedence FROM claims "
        "WHERE table_name = ? AND row_id = ? GROUP BY record ORDER BY precedence",
        key,
    )
    return [json.loads(record) for record, _ in found]


def _where(table: Table) -> str:
    return " AND ".join(f"{quoted(name)} = ?" for name in table.key)


def _key_values(table: Table, row: str) -> list[Any]:
    return [row] if len(table.key) == 1 else json.loads(row)
