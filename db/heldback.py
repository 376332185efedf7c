"""What must not be published, and how it is taken out of a copy of the database.

Held back are documents that are not public or no longer current, agenda items that any document calls non-public with
everything found inside them, and what only these tell of. Where a public document carries a non-public item, the item's
place in its text is blanked, and its title wherever else it stands there; so every offset stays exact.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from db import approvals, claims, doubles, identities
from db.private_names import blank
from db.records.columns import TABLES, Table
from db.rows import KEPT, delete_details, detail_tables, follower_tables, names, references
from db.schema import quoted

Range = tuple[int, int]

TELLS_NOTHING = re.compile(r"nicht[- ]?öffentlicher? (?:teil|sitzung|sitzungsteil)", re.IGNORECASE)
"""A title that must not be blanked where else it stands."""

NAMED = {"persons": "family_name", "papers": "reference", "organizations": "name"}
"""Shared tables whose rows may be told of in a hidden part alone, and the wording by which a text tells of them."""


@dataclass(slots=True)
class HeldBack:
    """`documents` and `items` are ids; `ranges` are half-open, by document, in order; `titles` by document."""

    documents: set[str]
    items: set[str]
    ranges: dict[str, list[Range]] = field(default_factory=dict)
    titles: dict[str, list[str]] = field(default_factory=dict)

    @property
    def touched(self) -> set[str]:
        """The public documents that have non-public parts."""
        return ({*self.ranges} | {*self.titles}) - self.documents


def find(connection: sqlite3.Connection) -> HeldBack:
    """What a database holds that must not be published."""
    held = HeldBack(
        documents=_ids(connection, "SELECT id FROM documents WHERE NOT public OR NOT current"),
        items=_ids(connection, "SELECT id FROM agenda_items WHERE NOT public"),
    )
    hidden, open_ = _places(connection, held.items)
    for document, places in hidden.items():
        held.ranges[document] = _joined(places.ranges, open_[document].ranges)
        secret = places.titles - open_[document].titles
        if secret:
            held.titles[document] = sorted(secret, key=len, reverse=True)
    return held


def remove(connection: sqlite3.Connection, held: HeldBack) -> None:
    """Take held-back rows out of a copy and make the shared rows anew from what the others tell."""
    identities.forget(connection)
    affected = _claims_to_items(connection, held.items)
    affected |= _reduce_papers(connection, held)
    for key in _claims_to_items(connection, held.items):
        connection.execute("DELETE FROM claims WHERE table_name = ? AND row_id = ?", key)
    meetings = _meetings(connection, held)
    for document in held.documents:
        affected |= claims.of_document(connection, document)
        _delete_document(connection, document)
    for document, ranges in held.ranges.items():
        _delete_inside(connection, document, ranges)
    _delete_of_items(connection, held.items)
    _delete_hanging(connection)
    claims.renew(connection, affected)
    doubles.renew(connection, meetings)
    approvals.renew_all(connection)


def remove_untold(connection: sqlite3.Connection, held: HeldBack) -> None:
    """Delete persons, papers, organisations and laws that nothing tells of any more; the texts are blanked by now."""
    for name, wording in NAMED.items():
        for row, told_by in _told_by(connection, name, held.touched).items():
            if not told_by <= held.touched or _is_referred_to(connection, name, row):
                continue
            if not _stands_in(connection, name, wording, row, told_by):
                _delete_shared(connection, name, row)
    connection.execute(
        "DELETE FROM laws WHERE id NOT IN (SELECT law_id FROM citations WHERE law_id IS NOT NULL)"
    )


def blanked(text: str, ranges: Iterable[Range], titles: Iterable[str]) -> str:
    """A text of the same length with the ranges and every occurrence of the titles blanked."""
    for start, end in ranges:
        text = text[:start] + blank(text[start:end]) + text[end:]
    for title in titles:
        words = r"\s+".join(map(re.escape, title.split()))
        text = re.sub(rf"(?<!\w){words}(?!\w)", lambda found: blank(found[0]), text, flags=re.IGNORECASE)
    return text


@dataclass(slots=True)
class _Places:
    ranges: list[Range] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)


def _places(
    connection: sqlite3.Connection, items: set[str]
) -> tuple[defaultdict[str, _Places], defaultdict[str, _Places]]:
    """Where documents tell of these items, and where of others; a merged item knows but one of its places."""
    hidden: defaultdict[str, _Places] = defaultdict(_Places)
    open_: defaultdict[str, _Places] = defaultdict(_Places)
    query = "SELECT document_id, row_id, record FROM claims WHERE table_name = 'agenda_items'"
    for document, item, record in connection.execute(query):
        claim = json.loads(record)
        places = (hidden if item in items else open_)[document]
        if claim.get("start") is not None and claim.get("end") is not None:
            places.ranges.append((claim["start"], claim["end"]))
        title = " ".join(claim.get("title", "").split())
        if title and not TELLS_NOTHING.fullmatch(title):
            places.titles.add(title.lower())
    return hidden, open_


def _joined(hidden: list[Range], open_: list[Range]) -> list[Range]:
    """Hidden ranges in order; what lies between two of them belongs to the non-public part if no open item does."""
    joined: list[Range] = []
    for start, end in sorted(hidden):
        if joined and (start <= joined[-1][1] or not _any_between(open_, joined[-1][1], start)):
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _any_between(ranges: list[Range], start: int, end: int) -> bool:
    return any(first < end and last > start for first, last in ranges)


def _claims_to_items(connection: sqlite3.Connection, items: set[str]) -> set[claims.Key]:
    """The rows of these items and of the consultations that any document places under them."""
    keys = {("agenda_items", item) for item in items}
    return keys | {("consultations", row) for row, _ in _consultations_under(connection, items)}


def _consultations_under(connection: sqlite3.Connection, items: set[str]) -> Iterator[tuple[str, str]]:
    """The consultations that any document places under these items, each with its paper."""
    query = "SELECT row_id, record FROM claims WHERE table_name = 'consultations'"
    for row, record in connection.execute(query).fetchall():
        claim = json.loads(record)
        if claim.get("agenda_item_id") in items:
            yield row, claim["paper_id"]


def _reduce_papers(connection: sqlite3.Connection, held: HeldBack) -> set[claims.Key]:
    """A paper under a non-public item keeps of a document with non-public parts no more than its number."""
    papers = {paper for _, paper in _consultations_under(connection, held.items)}
    affected = set()
    for paper in papers:
        query = "SELECT document_id, record FROM claims WHERE table_name = 'papers' AND row_id = ?"
        for document, record in connection.execute(query, (paper,)).fetchall():
            if document in held.touched:
                claim = {name: value for name, value in json.loads(record).items() if name in PAPER_NUMBER}
                connection.execute(
                    "UPDATE claims SET record = ? WHERE table_name = 'papers' AND row_id = ? AND document_id = ?",
                    (json.dumps(claim, ensure_ascii=False), paper, document),
                )
                affected.add(("papers", paper))
    return affected


PAPER_NUMBER = ("id", "body_id", "reference")


def _meetings(connection: sqlite3.Connection, held: HeldBack) -> set[str]:
    """The meetings whose doubles may change."""
    query = "SELECT meeting_id FROM documents WHERE id = ? AND meeting_id IS NOT NULL"
    documents = held.documents | held.touched
    return {meeting for document in documents for (meeting,) in connection.execute(query, (document,))}


def _delete_document(connection: sqlite3.Connection, document: str) -> None:
    delete_details(connection, document)
    for name in KEPT:
        connection.execute(f"DELETE FROM {quoted(name)} WHERE document_id = ?", (document,))
    connection.execute("UPDATE documents SET replaces = NULL WHERE replaces = ?", (document,))
    connection.execute("DELETE FROM documents WHERE id = ?", (document,))


def _delete_inside(connection: sqlite3.Connection, document: str, ranges: list[Range]) -> None:
    """Delete a document's findings that touch the ranges, and the issues that do or may."""
    connection.execute("DELETE FROM issues WHERE document_id = ? AND start IS NULL", (document,))
    for table in (*span_tables(), TABLES["issues"]):
        for start, end in ranges:
            connection.execute(
                f'DELETE FROM {quoted(table.name)} WHERE document_id = ? AND start < ? AND "end" > ?',
                (document, end, start),
            )


def _delete_of_items(connection: sqlite3.Connection, items: set[str]) -> None:
    for table in span_tables():
        connection.executemany(
            f"DELETE FROM {quoted(table.name)} WHERE agenda_item_id = ?", [(item,) for item in items]
        )


def _delete_hanging(connection: sqlite3.Connection) -> None:
    """What hangs on deleted findings goes with them; what only names them names nothing any more."""
    for table, column, detail in follower_tables():
        connection.execute(
            f"DELETE FROM {quoted(table.name)} WHERE {quoted(column)} NOT IN (SELECT id FROM {quoted(detail.name)})"
        )
    for table in span_tables():
        for column, target in references(table):
            if TABLES[target] in span_tables():
                connection.execute(
                    f"UPDATE {quoted(table.name)} SET {quoted(column)} = NULL "
                    f"WHERE {quoted(column)} NOT IN (SELECT id FROM {quoted(target)})"
                )


def span_tables() -> list[Table]:
    """The tables of findings: an id, a text and its place in a document."""
    wanted = {"id", "document_id", "agenda_item_id", "text", "start", "end"}
    return [table for table in detail_tables() if wanted <= {*names(table)}]


def _told_by(connection: sqlite3.Connection, name: str, touched: set[str]) -> dict[str, set[str]]:
    """The rows of a table that a touched document tells of, each with all documents that do."""
    told: dict[str, set[str]] = defaultdict(set)
    for row, document in connection.execute(
        "SELECT row_id, document_id FROM claims WHERE table_name = ?", (name,)
    ):
        told[row].add(document)
    return {row: documents for row, documents in told.items() if documents & touched}


def _is_referred_to(connection: sqlite3.Connection, name: str, row: str) -> bool:
    """Whether anything but a membership, which comes with a mere mention, refers to a row."""
    return any(
        connection.execute(
            f"SELECT 1 FROM {quoted(table.name)} WHERE {quoted(column)} = ? LIMIT 1", (row,)
        ).fetchone()
        for table, column in _referring(name)
        if table.name != "memberships"
    )


def _referring(name: str) -> list[tuple[Table, str]]:
    return [
        (table, column) for table in TABLES.values() for column, target in references(table) if target == name
    ]


def _stands_in(
    connection: sqlite3.Connection, name: str, wording: str, row: str, documents: set[str]
) -> bool:
    (told,) = connection.execute(
        f"SELECT {quoted(wording)} FROM {quoted(name)} WHERE id = ?", (row,)
    ).fetchone()
    pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, (told or "").split())) + r"(?!\w)"
    texts = (
        connection.execute("SELECT text FROM texts WHERE document_id = ?", (one,)).fetchone()
        for one in documents
    )
    return bool(told) and any(text and re.search(pattern, text[0], re.I) for text in texts)


def _delete_shared(connection: sqlite3.Connection, name: str, row: str) -> None:
    connection.execute(f"DELETE FROM {quoted(name)} WHERE id = ?", (row,))
    for table, column in _referring(name):
        if table.name == "memberships":
            connection.execute(f"DELETE FROM memberships WHERE {quoted(column)} = ?", (row,))


def _ids(connection: sqlite3.Connection, query: str) -> set[str]:
    return {row for (row,) in connection.execute(query)}
