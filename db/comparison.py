"""Decisions held against what was proposed, word by word.

A decision and a proposal belong together where they stand under one item, or where the item dealt with the paper that
proposes. They are compared when both are there, so that the order in which they come does not matter.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from db.records.following import Amendment, Comparison
from db.rows import insert

WORD = re.compile(r"\d+(?:[.,]\d+)+|\w+|[^\w\s]")
"""A number with its points is one word: 5.000 becomes 4.000, not 5 becomes 4."""
NOT_COMPARED = re.compile(r"[.,;:„“”\"'()\u2013-]")
"""Marks in which a decision may differ from its proposal without being amended."""

SAME = 0.5
"""The share of equal words from which on a text is the proposal amended; below it is another text."""

LONGEST = 3000
"""Words: longer texts are statutes with their annexes, which minutes do not repeat."""

PAIRS = """
SELECT DISTINCT decisions.id, decisions.resolution_start, decisions.resolution_end, decided.text,
    proposals.id, proposals.start, proposals."end", proposed.text
FROM decisions
JOIN texts AS decided ON decided.document_id = decisions.document_id
JOIN proposals ON proposals.agenda_item_id = decisions.agenda_item_id
    OR proposals.paper_id IN (
        SELECT paper_id FROM consultations WHERE consultations.agenda_item_id = decisions.agenda_item_id
    )
JOIN texts AS proposed ON proposed.document_id = proposals.document_id
WHERE decisions.agenda_item_id = ? AND decisions.resolution_start IS NOT NULL
    AND decisions.outcome IN ('accepted', 'accepted_amended')
"""


class Words(NamedTuple):
    """A text's words without marks, as they are compared, with their places in the document."""

    words: list[str]
    places: list[tuple[int, int]]


def renew(connection: sqlite3.Connection, items: Iterable[str]) -> None:
    """Compare anew the decisions under these items with what was proposed there."""
    for item in sorted(items):
        for table in ("amendments", "comparisons"):
            connection.execute(
                f"DELETE FROM {table} WHERE decision_id IN (SELECT id FROM decisions WHERE agenda_item_id = ?)",
                (item,),
            )
        for row in connection.execute(PAIRS, (item,)).fetchall():
            insert(connection, _compared(*row))


def items_of(connection: sqlite3.Connection, document: str) -> set[str]:
    """The items whose comparisons a document may change: those it decides on or proposes for, by item or by paper."""
    query = """
        SELECT agenda_item_id FROM decisions WHERE document_id = :document
        UNION SELECT agenda_item_id FROM proposals WHERE document_id = :document
        UNION SELECT agenda_item_id FROM consultations
            WHERE paper_id IN (SELECT paper_id FROM proposals WHERE document_id = :document)
        UNION SELECT json_extract(record, '$.agenda_item_id') FROM claims
            WHERE document_id = :document AND table_name = 'consultations'
    """
    return {item for (item,) in connection.execute(query, {"document": document}) if item}


def _compared(
    decision: str, start: int, end: int, text: str, proposal: str, from_: int, to: int, proposed: str
) -> Iterator[Comparison | Amendment]:
    new, old = words(text, start, end), words(proposed, from_, to)
    if not new.words or not old.words or max(len(new.words), len(old.words)) > LONGEST:
        return
    matcher = SequenceMatcher(None, old.words, new.words, autojunk=False)
    similarity = round(matcher.ratio(), 3)
    unchanged = old.words == new.words
    status = "unchanged" if unchanged else "amended" if similarity >= SAME else "different"
    yield Comparison(
        decision_id=decision,
        proposal_id=proposal,
        status=status,  # type: ignore[arg-type]  # one of the three
        similarity=similarity,
        start=start,
        end=end,
    )
    if status == "amended":
        yield from _amendments(decision, proposal, old, new, matcher)


def _amendments(
    decision: str, proposal: str, old: Words, new: Words, matcher: SequenceMatcher[str]
) -> Iterator[Amendment]:
    position = 0
    for kind, first, last, begin, stop in matcher.get_opcodes():
        if kind == "equal":
            continue
        position += 1
        before, after = _span(old, first, last), _span(new, begin, stop)
        yield Amendment(
            decision_id=decision,
            proposal_id=proposal,
            position=position,
            kind=kind,
            proposal_start=before[0],
            proposal_end=before[1],
            decision_start=after[0],
            decision_end=after[1],
        )


def words(text: str, start: int, end: int) -> Words:
    """The words of `text[start:end]` without marks."""
    found = [match for match in WORD.finditer(text, start, end) if not NOT_COMPARED.fullmatch(match[0])]
    return Words([match[0].lower() for match in found], [match.span() for match in found])


def _span(words: Words, first: int, last: int) -> tuple[int, int]:
    """The place of some words; of none, the place where they would stand."""
    if first < last:
        return words.places[first][0], words.places[last - 1][1]
    at = words.places[first][0] if first < len(words.places) else words.places[-1][1]
    return at, at
