"""Private persons in what is published: their names become blanks of the same length, their ids tell nothing.

A name is hidden only in documents that tell of that person: where `db.private_names` finds it, and in what the person
is recorded to have said.
"""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from typing import Literal

from db import addresses
from db.heldback import blanked, span_tables
from db.private_names import AT_HOME, Names, Somebody, homes, names_of, surname
from db.records.columns import TABLES, Table
from db.records.ids import Wordings, digest
from db.rows import references
from db.schema import columns, quoted

SHOWN_NAME = "Privatperson"
HIDDEN_NAME = re.compile(r"[█\s.-]+")


def names_by_document(connection: sqlite3.Connection) -> dict[str, Names]:
    """For each document that tells of a private person or of a home, what hides these in it."""
    told = _persons_by_document(connection)
    found = {
        document: names_of(persons)
        for document, persons in told.items()
        if any(person.private for person in persons)
    }
    for document, text in connection.execute("SELECT document_id, text FROM texts"):
        if AT_HOME.search(text):
            known = found.get(document, Names())
            found[document] = Names((*homes().patterns, *known.patterns), known.family_names)
    return found


def let_follow(connection: sqlite3.Connection, document: str, text: str, first_version: str) -> None:
    """Let what was found in a document show what its text shows now, a text as long as before.

    A finding whose wording changes gets a new id, as the old one is a digest of what is hidden now.
    """
    wordings = Wordings(digest("published", first_version))
    for table in span_tables():
        listed = 'id, text, start, "end"'
        query = f'SELECT {listed} FROM {quoted(table.name)} WHERE document_id = ? ORDER BY start, "end", id'
        for row, wording, start, end in connection.execute(query, (document,)).fetchall():
            if wording != text[start:end]:
                shown = wordings.id(table.name, text[start:end])
                connection.execute(
                    f"UPDATE {quoted(table.name)} SET id = ?, text = ? WHERE id = ?",
                    (shown, text[start:end], row),
                )
                _rename(connection, table.name, row, shown)
    query = "SELECT id, evidence_start, evidence_end FROM statements WHERE document_id = ? AND evidence IS NOT NULL"
    for row, start, end in connection.execute(query, (document,)).fetchall():
        connection.execute("UPDATE statements SET evidence = ? WHERE id = ?", (text[start:end], row))


def hide_in_rows(connection: sqlite3.Connection, document: str, names: Names, titles: Sequence[str]) -> None:
    """Hide names and titles in the columns that a document's rows show beside its text."""
    for table in [*span_tables(), TABLES["issues"]]:
        wanted = [column for column in _free_columns(table) if column != "text"]
        _hide(connection, table, wanted, "document_id = ?", document, names, titles)
    _hide(connection, TABLES["documents"], ["title"], "id = ?", document, names, titles)
    for name in ("agenda_items", "papers", "meetings", "consultations"):
        # The plus keeps SQLite from walking through all claims to the table.
        where = f"id IN (SELECT row_id FROM claims WHERE +table_name = '{name}' AND document_id = ?)"
        _hide(connection, TABLES[name], _free_columns(TABLES[name]), where, document, names, titles)


def hide_in_file_names(connection: sqlite3.Connection, document: str, names: Names) -> None:
    """Hide the names of a document's private persons in the names of the files it came from; web addresses stay."""
    for table, column, owner in FILE_NAMES:
        query = f"SELECT rowid, {column} FROM {table} WHERE {owner} = ?"
        for rowid, name in connection.execute(query, (document,)).fetchall():
            shown = name if addresses.WEB.match(name) else names.hidden_in_file_name(name)
            connection.execute(f"UPDATE OR REPLACE {table} SET {column} = ? WHERE rowid = ?", (shown, rowid))


FILE_NAMES = (
    ("documents", "path", "id"),
    ("document_sources", "address", "document_id"),
    ("issues", "address", "document_id"),
)


def hide_persons(connection: sqlite3.Connection) -> int:
    """Take the names out of the rows of private persons; how many there are."""
    private = connection.execute(
        "SELECT persons.id, min(claims.document_id) FROM persons JOIN claims "
        "ON table_name = 'persons' AND row_id = persons.id WHERE private GROUP BY persons.id ORDER BY 2, 1"
    ).fetchall()
    seen: dict[str, int] = defaultdict(int)
    for person, document in private:
        seen[document] += 1
        # Made of nothing that could be guessed from a list of names.
        shown = "privat-" + digest("person", document, str(seen[document]))
        connection.execute(
            "UPDATE persons SET id = ?, name = ?, family_name = NULL, given_name = NULL, title = NULL WHERE id = ?",
            (shown, SHOWN_NAME, person),
        )
        _rename(connection, "persons", person, shown)
    return len(private)


def hide_speakers(connection: sqlite3.Connection, document: str) -> None:
    """Hide the names of private persons who speak or are spoken to in a document, whoever else bears the name."""
    for statement, (speaker, speaker_name, names) in _private_in(connection, document, "speakers").items():
        # the resolved name is no wording: it says what is shown in its place
        resolved = "; ".join(
            SHOWN_NAME if HIDDEN_NAME.fullmatch(names.hidden(name)) else name
            for name in (speaker_name or "").split("; ")
        )
        connection.execute(
            "UPDATE statements SET speaker = ?, speaker_name = ?, speaker_note = 'privat' WHERE id = ?",
            (speaker and names.hidden(speaker), resolved or None, statement),
        )
        connection.execute(
            "UPDATE ozg_facts SET stated_by = ? WHERE statement_id = ? AND stated_by = ?",
            (resolved or None, statement, speaker_name),
        )
    for statement, (addressee, _, names) in _private_in(connection, document, "addressees").items():
        hidden = addressee and names.hidden(addressee)
        connection.execute("UPDATE statements SET addressee = ? WHERE id = ?", (hidden, statement))


def _private_in(
    connection: sqlite3.Connection, document: str, part: Literal["speakers", "addressees"]
) -> dict[str, tuple[str | None, str | None, Names]]:
    """Statements in which private persons have a part: their wording there, the speaker's name, what hides them."""
    wording = part.removesuffix("s")
    rows = connection.execute(
        f"SELECT statement_id, {wording}, speaker_name, family_name, given_name FROM statement_{part} "
        "JOIN persons ON persons.id = person_id JOIN statements ON statements.id = statement_id "
        "WHERE private AND family_name IS NOT NULL AND document_id = ? ORDER BY statement_id, position",
        (document,),
    )
    found: dict[str, tuple[str | None, str | None, Names]] = {}
    given_names = _private_given_names(connection)
    for statement, told, speaker_name, family_name, given_name in rows.fetchall():
        given = {*given_names[family_name], *filter(None, [given_name])}
        known = found[statement][2].patterns if statement in found else ()
        found[statement] = (told, speaker_name, Names((*known, *surname(family_name, given).patterns)))
    return found


def said_by_private(connection: sqlite3.Connection, document: str) -> list[tuple[int, int, str]]:
    """Where private persons speak in a document: half-open range and surname."""
    return connection.execute(
        'SELECT statements.start, statements."end", family_name FROM statements '
        "JOIN statement_speakers ON statement_id = statements.id JOIN persons ON persons.id = person_id "
        "WHERE document_id = ? AND private AND family_name IS NOT NULL",
        (document,),
    ).fetchall()


def _persons_by_document(connection: sqlite3.Connection) -> dict[str, list[Somebody]]:
    given_names = _private_given_names(connection)
    told: dict[str, list[Somebody]] = defaultdict(list)
    rows = connection.execute(
        "SELECT claims.document_id, id, coalesce(family_name, name), given_name, private FROM claims "
        "JOIN persons ON id = row_id WHERE table_name = 'persons' ORDER BY id"
    )
    for document, person, family_name, given_name, private in rows:
        given = given_names[family_name] if private else {given_name}
        known = tuple(sorted(filter(None, given)))
        told[document].append(Somebody(person, family_name, known, bool(private)))
    return told


def _private_given_names(connection: sqlite3.Connection) -> dict[str, set[str]]:
    """By surname: one document calls a citizen by the full name, the next by the surname alone."""
    given_names: dict[str, set[str]] = defaultdict(set)
    query = "SELECT family_name, given_name FROM persons WHERE private AND given_name IS NOT NULL"
    for family_name, given_name in connection.execute(query):
        given_names[family_name].add(given_name)
    return given_names


def _free_columns(table: Table) -> list[str]:
    """The columns that hold words of documents."""
    return [
        field.name
        for field in columns(table)
        if field.sql_type == "TEXT"
        and not field.choices
        and not field.column.references
        and field.name not in (*table.key, "rule", "address", "date", "cue")
    ]


def _hide(
    connection: sqlite3.Connection,
    table: Table,
    wanted: Sequence[str],
    where: str,
    document: str,
    names: Names,
    titles: Sequence[str],
) -> None:
    listed = ", ".join(["rowid", *map(quoted, wanted)])
    query = f"SELECT {listed} FROM {quoted(table.name)} WHERE {where}"
    changes = ", ".join(f"{quoted(column)} = ?" for column in wanted)
    for rowid, *values in connection.execute(query, (document,)).fetchall():
        shown = [value and names.hidden(blanked(value, (), titles)) for value in values]
        if shown != values:
            connection.execute(f"UPDATE {quoted(table.name)} SET {changes} WHERE rowid = ?", (*shown, rowid))


def _rename(connection: sqlite3.Connection, name: str, before: str, after: str) -> None:
    for table in TABLES.values():
        for column, target in references(table):
            if target == name:
                connection.execute(
                    f"UPDATE {quoted(table.name)} SET {quoted(column)} = ? WHERE {quoted(column)} = ?",
                    (after, before),
                )
