"""Statements and decisions that two documents of one meeting tell alike: one is counted, the others say whose double
they are.

Two wordings are alike when their letters and digits are; the documents come in order of precedence (`db.merge`), and
the n-th occurrence in one is the double of the n-th in those before it.
"""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from db.merge import rank

TABLES = ("statements", "decisions")

TELLING = 20
"""Letters a wording needs to be known again where only one document tells its agenda item; shorter ones
(„Einstimmig beschlossen.“) come with many items."""

NOT_LETTERS = re.compile(r"[\W_]+")


@dataclass(slots=True)
class Finding:
    """A statement or decision as far as telling doubles needs it."""

    id: str
    document: str
    item: str | None
    wording: str
    double_of: str | None = None


@dataclass(slots=True)
class Counted:
    """The findings that count so far, by their wording and in order of precedence."""

    by_wording: dict[str, list[Finding]] = field(default_factory=lambda: defaultdict(list))

    def join(self, findings: list[Finding]) -> None:
        """Tell the doubles among one document's findings; the others count from now on."""
        taken: set[str] = set()
        for same_item in (
            True,
            False,
        ):  # an unknown item must not take what a known one has a better right to
            for finding in findings:
                if finding.double_of is None:
                    finding.double_of = self._match(finding, taken, same_item)
        for finding in findings:
            if finding.double_of is None:
                self.by_wording[finding.wording].append(finding)

    def _match(self, finding: Finding, taken: set[str], same_item: bool) -> str | None:
        for counted in self.by_wording.get(finding.wording, ()):
            if counted.id not in taken and _correspond(finding, counted, same_item):
                taken.add(counted.id)
                return counted.id
        return None


def renew(connection: sqlite3.Connection, meetings: Iterable[str]) -> None:
    """Tell the doubles of these meetings anew."""
    for meeting in sorted(meetings):
        for table in TABLES:
            _renew_table(connection, table, meeting)


def wording(text: str) -> str:
    """A text's letters and digits in lower case."""
    return NOT_LETTERS.sub("", text).lower()


def _renew_table(connection: sqlite3.Connection, table: str, meeting: str) -> None:
    rows = _rows(connection, table, meeting)
    before = {row[0]: row[4] for row in rows}
    if len({row[1] for row in rows}) < 2 and not any(before.values()):
        return
    counted, changes = Counted(), []
    for findings in _by_document(rows):
        counted.join(findings)
        changes += [(found.double_of, found.id) for found in findings if found.double_of != before[found.id]]
    connection.executemany(f"UPDATE {table} SET double_of = ? WHERE id = ?", changes)


def _rows(connection: sqlite3.Connection, table: str, meeting: str) -> list[Any]:
    """Id, document, item, text, double_of and the document's kind of each finding, in the order of the texts."""
    return connection.execute(
        f"SELECT found.id, document_id, agenda_item_id, text, double_of, document_kind FROM {table} AS found "
        "JOIN (SELECT id AS document, kind AS document_kind FROM documents WHERE meeting_id = ? AND current) "
        'ON document = document_id ORDER BY start, "end", found.id',
        (meeting,),
    ).fetchall()


def _by_document(rows: list[Any]) -> Iterator[list[Finding]]:
    """Each document's findings, the documents in order of precedence."""
    in_order = sorted(rows, key=lambda row: (rank(row[5]), row[1]))
    for _, group in groupby(in_order, key=lambda row: row[1]):
        yield [Finding(id=row[0], document=row[1], item=row[2], wording=wording(row[3])) for row in group]


def _correspond(finding: Finding, counted: Finding, same_item: bool) -> bool:
    if same_item:
        return finding.item is not None and finding.item == counted.item
    return (finding.item is None or counted.item is None) and len(finding.wording) >= TELLING
