"""Findings that two documents of one meeting tell alike: one is counted, the others say whose double they are.

Two wordings are alike when their letters and digits are; the documents come in order of precedence (`db.merge`), and
the n-th occurrence in one is the double of the n-th in those before it. A decision is also told twice when two
documents give it the same outcome under one item and no other count of votes: an agenda says „ungeändert beschlossen“
where the minutes tell the whole decision.
"""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from db.merge import rank

TABLES = ("statements", "decisions", "tasks", "amounts")

TELLING = 20
"""Letters a wording needs to be known again where only one document tells its agenda item; shorter ones
(„Einstimmig beschlossen.“) come with many items."""

NOT_LETTERS = re.compile(r"[\W_]+")


@dataclass(slots=True)
class Finding:
    """A statement or decision as far as telling doubles needs it; `outcome` and `votes` are told of decisions."""

    id: str
    document: str
    item: str | None
    wording: str
    outcome: str | None = None
    votes: tuple[int | None, ...] = ()
    double_of: str | None = None


@dataclass(slots=True)
class Counted:
    """The findings that count so far, in order of precedence, by their wording and by their item."""

    by_wording: dict[str, list[Finding]] = field(default_factory=lambda: defaultdict(list))
    by_item: dict[str | None, list[Finding]] = field(default_factory=lambda: defaultdict(list))

    def join(self, findings: list[Finding]) -> None:
        """Tell the doubles among one document's findings; the others count from now on.

        The better reasons come first: an unknown item must not take what a known one has a better right to.
        """
        taken: set[str] = set()
        for alike in (_same_words_and_item, _same_words, _same_result):
            for finding in findings:
                if finding.double_of is None:
                    finding.double_of = self._match(finding, taken, alike)
        for finding in findings:
            if finding.double_of is None:
                self.by_wording[finding.wording].append(finding)
                self.by_item[finding.item].append(finding)

    def _match(
        self, finding: Finding, taken: set[str], alike: Callable[[Finding, Finding], bool]
    ) -> str | None:
        near = self.by_item[finding.item] if alike is _same_result else self.by_wording[finding.wording]
        for counted in near:
            if counted.id not in taken and alike(finding, counted):
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
    """The columns of each finding that tell doubles, with its document's kind, in the order of the texts.

    What its own document tells again is no double of another document's.
    """
    result = (
        "outcome, votes_yes, votes_no, votes_abstain" if table == "decisions" else "NULL, NULL, NULL, NULL"
    )
    return connection.execute(
        f"SELECT found.id, document_id, agenda_item_id, text, double_of, document_kind, {result} FROM {table} AS found "
        "JOIN (SELECT id AS document, kind AS document_kind FROM documents WHERE meeting_id = ? AND current) "
        "ON document = document_id "
        f"WHERE document_id IS NOT (SELECT document_id FROM {table} AS own WHERE own.id = found.double_of) "
        'ORDER BY start, "end", found.id',
        (meeting,),
    ).fetchall()


def _by_document(rows: list[Any]) -> Iterator[list[Finding]]:
    """Each document's findings, the documents in order of precedence."""
    in_order = sorted(rows, key=lambda row: (rank(row[5]), row[1]))
    for _, group in groupby(in_order, key=lambda row: row[1]):
        yield [
            Finding(
                id=row[0],
                document=row[1],
                item=row[2],
                wording=wording(row[3]),
                outcome=row[6],
                votes=tuple(row[7:10]),
            )
            for row in group
        ]


def _same_words_and_item(finding: Finding, counted: Finding) -> bool:
    return finding.item is not None and finding.item == counted.item


def _same_words(finding: Finding, counted: Finding) -> bool:
    return (finding.item is None or counted.item is None) and len(finding.wording) >= TELLING


def _same_result(finding: Finding, counted: Finding) -> bool:
    """Whether two decisions under one known item have one outcome and no other count of votes."""
    if finding.outcome is None or finding.item is None:
        return False
    agreed = all(
        one == other
        for one, other in zip(finding.votes, counted.votes, strict=True)
        if None not in (one, other)
    )
    return agreed and _unamended(finding.outcome) == _unamended(counted.outcome)


def _unamended(outcome: str | None) -> str | None:
    """Minutes do not always say that what they tell as accepted was amended."""
    return "accepted" if outcome == "accepted_amended" else outcome
