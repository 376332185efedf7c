"""Meetings with what their minutes tell, item by item and in the order of the text, for forms that hold one by one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from db.exports.published import Published, Row, grouped

UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters XML cannot hold (https://www.w3.org/TR/xml/#charsets)."""

MEETINGS = """
    select meetings.*, organizations.name as organization from meetings
    left join organizations on organizations.id = meetings.organization_id
    where meetings.body_id = :body and meetings.id in (
        select meeting_id from documents where kind in ('minutes', 'excerpt') and current
    ) order by meetings.start, meetings.id
"""

FINDINGS = """
    select {table}.*, coalesce(agenda_items.meeting_id, documents.meeting_id) as meeting_id from {table}
    join documents on documents.id = {table}.document_id
    left join agenda_items on agenda_items.id = {table}.agenda_item_id
    join meetings on meetings.id = coalesce(agenda_items.meeting_id, documents.meeting_id)
    where meetings.body_id = :body and {table}.double_of is null
    order by {table}.document_id, {table}.start, {table}.id
"""
"""Statements or decisions that count."""

SPEAKERS = """
    select statement_speakers.* from statement_speakers
    join persons on persons.id = person_id
    where persons.body_id = :body and not persons.private order by statement_id, position
"""

VOTES = """
    select votes.* from votes join decisions on decisions.id = votes.decision_id
    join documents on documents.id = decisions.document_id
    where documents.body_id = :body order by votes.decision_id, votes.start, votes.id
"""

CANDIDACIES = """
    select candidacies.* from candidacies join decisions on decisions.id = candidacies.decision_id
    join documents on documents.id = decisions.document_id
    where documents.body_id = :body order by candidacies.decision_id, candidacies.start, candidacies.id
"""

ITEMS = """
    select agenda_items.* from agenda_items join meetings on meetings.id = meeting_id
    where meetings.body_id = :body and agenda_items.public
    order by meeting_id, position is null, position, number, agenda_items.id
"""

ATTENDANCES = """
    select attendances.*, persons.name from attendances join persons on persons.id = person_id
    where persons.body_id = :body and not persons.private order by meeting_id, persons.name, person_id
"""

PERSONS = "select * from persons where body_id = :body and not private order by id"

DOCUMENTS = "select * from documents where body_id = :body and current order by kind <> 'minutes', id"
"""Minutes first, because they tell the whole meeting in its order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A row of `statements` with its `speakers`, or one of `decisions` with its `votes` and `candidates`."""

    kind: Literal["statement", "decision"]
    row: Row
    speakers: tuple[Row, ...] = ()
    votes: tuple[Row, ...] = ()
    candidates: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What stands under an agenda item; `item` is None for what stands under none."""

    item: Row | None
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting with minutes; `row` is that of `meetings` with the name of its `organization`."""

    row: Row
    sections: tuple[Section, ...]
    attendances: tuple[Row, ...]
    documents: tuple[Row, ...]

    @property
    def title(self) -> str:
        """The meeting's name or, without one, that of its organisation."""
        return str(self.row["name"] or self.row["organization"] or self.row["id"])

    @property
    def day(self) -> str | None:
        """The day of the meeting (ISO), where it is known."""
        start = self.row["start"] or next((row["date"] for row in self.documents if row["date"]), None)
        return start[:10] if start else None

    def told(self) -> Iterator[Told]:
        """Statements and decisions of all sections."""
        for section in self.sections:
            yield from section.told


def meetings(database: Published, body: str) -> Iterator[Meeting]:
    """The meetings of a municipality of which there are minutes or excerpts, by their day."""
    items = grouped(database.rows(ITEMS, body=body), "meeting_id")
    present = grouped(database.rows(ATTENDANCES, body=body), "meeting_id")
    documents = grouped(database.rows(DOCUMENTS, body=body), "meeting_id")
    told = _told(database, body)
    for row in database.rows(MEETINGS, body=body):
        id = row["id"]
        yield Meeting(
            row=row,
            sections=tuple(_sections(items[id], told[id])),
            attendances=tuple(present[id]),
            documents=tuple(documents[id]),
        )


def grown(database: Published) -> str:
    """The day on which the collection last grew (ISO)."""
    found = database.first("select max(substr(retrieved_at, 1, 10)) as day from document_sources")
    return str(found["day"] if found and found["day"] else "1970-01-01")


def writable(text: Any) -> str:
    """A text as XML can hold it: characters it cannot are replaced by U+FFFD."""
    return UNWRITABLE.sub("\ufffd", str(text))


def _told(database: Published, body: str) -> defaultdict[str, list[Told]]:
    """What is told in each meeting: its statements and decisions in the order of their documents' text."""
    speakers = grouped(database.rows(SPEAKERS, body=body), "statement_id")
    votes = grouped(database.rows(VOTES, body=body), "decision_id")
    candidates = grouped(database.rows(CANDIDACIES, body=body), "decision_id")
    ranks = {row["id"]: rank for rank, row in enumerate(database.rows(DOCUMENTS, body=body))}
    told: defaultdict[str, list[Told]] = defaultdict(list)
    for row in database.rows(FINDINGS.format(table="statements"), body=body):
        told[row["meeting_id"]].append(Told(kind="statement", row=row, speakers=tuple(speakers[row["id"]])))
    for row in database.rows(FINDINGS.format(table="decisions"), body=body):
        id = row["id"]
        told[row["meeting_id"]].append(
            Told(kind="decision", row=row, votes=tuple(votes[id]), candidates=tuple(candidates[id]))
        )
    for found in told.values():
        found.sort(key=lambda one: (ranks.get(one.row["document_id"], len(ranks)), one.row["start"]))
    return told


def _sections(items: list[Row], told: list[Told]) -> Iterator[Section]:
    by_item: defaultdict[str | None, list[Told]] = defaultdict(list)
    known = {item["id"] for item in items}
    for one in told:
        item = one.row["agenda_item_id"]
        by_item[item if item in known else None].append(one)
    if by_item[None] or not items:
        yield Section(item=None, told=tuple(by_item[None]))
    for item in items:
        yield Section(item=item, told=tuple(by_item[item["id"]]))
