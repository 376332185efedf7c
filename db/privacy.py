"""Private persons in what is published: their names become blanks of the same length, their ids tell nothing.

A name is hidden only in documents that tell of that person. There every occurrence of the surname as a whole word is
taken for the person, unless somebody with an office bears the same name in the same document: then only where a form of
address or the given name stands before it („Frau Kolbe“ is hidden, „Ratsfrau Kolbe“ is not), and in what the person
is recorded to have said.
"""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from db import addresses
from db.heldback import blank, blanked, span_tables
from db.records.columns import TABLES, Table
from db.records.ids import Wordings, digest
from db.rows import references
from db.schema import columns, quoted

ADDRESSES = tuple(
    line
    for line in (Path(__file__).parent / "forms_of_address.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
)
SHOWN_NAME = "Privatperson"
ABBREVIATED = r"(?:[A-Z][\w-]*\.[ -]?(?:[a-z]+\.\s*)*\s*)*"
"""Academic titles between a form of address and a name (`Dr. med.`)."""


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person as one document tells of them."""

    id: str
    family_name: str
    given_name: str | None
    private: bool


@dataclass(frozen=True, slots=True)
class Names:
    """Hides the names of one document's private persons."""

    patterns: tuple[re.Pattern[str], ...] = ()

    def hidden(self, text: str) -> str:
        """The text with the names blanked, as long as before."""
        for pattern in self.patterns:
            text = pattern.sub(_hidden, text)
        return text


def names_by_document(connection: sqlite3.Connection) -> dict[str, Names]:
    """For each document that tells of a private person, what hides the private names in it."""
    told = _persons_by_document(connection)
    return {
        document: Names(tuple(_pattern(person, persons) for person in persons if person.private))
        for document, persons in told.items()
        if any(person.private for person in persons)
    }


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


def hide_in_rows(connection: sqlite3.Connection, document: str, names: Names, titles: Sequence[str]) -> None:
    """Hide names and titles in the columns that a document's rows show beside its text."""
    for table in [*span_tables(), TABLES["issues"]]:
        wanted = [column for column in _free_columns(table) if column != "text"]
        _hide(connection, table, wanted, "document_id = ?", document, names, titles)
    _hide(connection, TABLES["documents"], ["title"], "id = ?", document, names, titles)
    for name in ("agenda_items", "papers", "meetings"):
        where = f"id IN (SELECT row_id FROM claims WHERE table_name = '{name}' AND document_id = ?)"
        _hide(connection, TABLES[name], _free_columns(TABLES[name]), where, document, names, titles)


def hide_in_file_names(connection: sqlite3.Connection, document: str) -> None:
    """Hide the names of a document's private persons in the names of the files it came from, even as part of a word."""
    family_names = [
        person.family_name for person in _persons_by_document(connection)[document] if person.private
    ]
    pattern = re.compile("|".join(map(re.escape, family_names)), re.IGNORECASE)
    for table, column, owner in FILE_NAMES:
        query = f"SELECT rowid, {column} FROM {table} WHERE {owner} = ?"
        for rowid, name in connection.execute(query, (document,)).fetchall():
            shown = name if addresses.WEB.match(name) else pattern.sub(lambda found: blank(found[0]), name)
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
    """Hide the names of private persons as the speakers of a document's statements, whoever else bears the name."""
    rows = connection.execute(
        "SELECT statement_id, speaker, speaker_name, family_name FROM statement_speakers "
        "JOIN persons ON persons.id = person_id JOIN statements ON statements.id = statement_id "
        "WHERE private AND family_name IS NOT NULL AND document_id = ?",
        (document,),
    ).fetchall()
    for statement, speaker, speaker_name, family_name in rows:
        shown = [value and surname(family_name).hidden(value) for value in (speaker, speaker_name)]
        connection.execute(
            "UPDATE statements SET speaker = ?, speaker_name = ? WHERE id = ?", (*shown, statement)
        )


def surname(family_name: str) -> Names:
    """Hides a surname wherever it stands."""
    return Names((re.compile(rf"(?P<name>{_word(family_name)})"),))


def said_by_private(connection: sqlite3.Connection, document: str) -> list[tuple[int, int, str]]:
    """Where private persons speak in a document: half-open range and surname."""
    return connection.execute(
        'SELECT statements.start, statements."end", family_name FROM statements '
        "JOIN statement_speakers ON statement_id = statements.id JOIN persons ON persons.id = person_id "
        "WHERE document_id = ? AND private AND family_name IS NOT NULL",
        (document,),
    ).fetchall()


def _persons_by_document(connection: sqlite3.Connection) -> dict[str, list[Somebody]]:
    told: dict[str, list[Somebody]] = defaultdict(list)
    rows = connection.execute(
        "SELECT claims.document_id, id, coalesce(family_name, name), given_name, private FROM claims "
        "JOIN persons ON id = row_id WHERE table_name = 'persons' ORDER BY id"
    )
    for document, person, family_name, given_name, private in rows:
        told[document].append(Somebody(person, family_name, given_name, bool(private)))
    return told


def _pattern(person: Somebody, persons: Sequence[Somebody]) -> re.Pattern[str]:
    others = [other.family_name for other in persons if not other.private]
    name = _word(person.family_name)
    given = _spaced(person.given_name) + r"\s+" if person.given_name else ""
    kept = [_word(other) for other in others if _is_part(person.family_name, other)]
    if person.family_name in others:
        addressed = rf"\b(?:{'|'.join(ADDRESSES)})\s+{ABBREVIATED}"
        hidden = rf"{addressed}(?P<name>{_optional(given)}{name})"
        hidden += rf"|(?P<full>(?<!\w){given}{name})" if given else ""
    else:
        hidden = rf"(?P<name>{_optional(given)}{name})"
    return re.compile("|".join([*(rf"(?P<kept{number}>{word})" for number, word in enumerate(kept)), hidden]))


def _is_part(name: str, other: str) -> bool:
    return name != other and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", other) is not None


def _word(name: str) -> str:
    """The name as a whole word, in capitals too, with the ending of the genitive."""
    return rf"(?<!\w)(?:{_spaced(name)}|{_spaced(name.upper())})(?:s|S|['’])?(?!\w)"


def _spaced(name: str) -> str:
    return r"\s+".join(map(re.escape, name.split()))


def _optional(given: str) -> str:
    return f"(?:{given})?" if given else ""


def _hidden(found: re.Match[str]) -> str:
    groups = found.groupdict()
    name = groups.get("name") or groups.get("full")
    if name is None:
        return found[0]
    start = found.start("name") if groups.get("name") else found.start("full")
    before = found[0][: start - found.start()]
    return before + blank(name) + found[0][len(before) + len(name) :]


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
