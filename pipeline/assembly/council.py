"""The council side of a document: its body, organisation, meeting, agenda items and papers."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from spacy.tokens import Doc

from db.records import ids
from db.records.council import AgendaItem, Body, Consultation, Meeting, Organization
from db.records.reading import Reading
from db.records.scope import scope_of
from pipeline.assembly.consultations import papers_of_items
from pipeline.decisions.outcomes import ItemResult, item_results
from pipeline.findings import Head, Item, Section, Span
from sources.council import classification_of

MEETING_KINDS = ("minutes", "excerpt", "agenda")
"""Kinds of documents that report a meeting: for these an unknown body or day is worth a look."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Council:
    """What a document belongs to; `date` is the day it tells of (`2021-10-28`).

    `items` are the ids of `doc._.items` and of held-back parts, with their ranges.

    `scope` stands in ids where the municipality cannot be told, so that two towns never meet in one row.
    """

    scope: str
    body_id: str | None = None
    organization_id: str | None = None
    meeting_id: str | None = None
    date: str | None = None
    items: tuple[tuple[str, Span], ...] = ()
    records: tuple[Any, ...] = field(default=())


def council_of(doc: Doc, reading: Reading, document_id: str) -> Council:
    """What the source stated outright, completed by what the text says."""
    records = list(reading.records)
    head = doc._.head or Head()
    body_id = reading.body_id
    if body_id is None and head.body:
        body_id = ids.body_id(head.body)
        records.append(Body(id=body_id, name=head.body))
    scope = body_id or scope_of(document_id)
    meeting_id = reading.meeting_id
    organization_id = _organization_of(records, meeting_id)
    date = head.date or reading.date
    if meeting_id is None and head.organization and reading.kind in MEETING_KINDS:
        organization_id = ids.organization_id(scope, head.organization)
        records.append(
            Organization(
                id=organization_id,
                body_id=body_id,
                name=head.organization,
                classification=classification_of(head.organization),
            )
        )
    if meeting_id is None and date and reading.kind in MEETING_KINDS:
        # minutes that do not say who met tell of a meeting of their own
        meeting_id = ids.meeting_id(organization_id or scope_of(document_id), date)
        records.append(_meeting(meeting_id, body_id, organization_id, head, date))
    items = tuple(_items(doc, records, meeting_id or scope_of(document_id)))
    told = list(_item_records(doc, items, records, meeting_id, document_id))
    better = {item.id for item in told}
    records = [record for record in records if not (isinstance(record, AgendaItem) and record.id in better)]
    records += told
    under = {record.id: record.agenda_item_id for record in records if isinstance(record, Consultation)}
    records += papers_of_items(doc, items, body_id, scope, meeting_id, under)
    return Council(
        scope=scope,
        body_id=body_id,
        organization_id=organization_id,
        meeting_id=meeting_id,
        date=date,
        items=items,
        records=tuple(records),
    )


def _organization_of(records: Iterable[Any], meeting_id: str | None) -> str | None:
    for record in records:
        if isinstance(record, Meeting) and record.id == meeting_id:
            return record.organization_id
    return None


def _meeting(
    meeting_id: str, body_id: str | None, organization_id: str | None, head: Head, date: str
) -> Meeting:
    def moment(clock: str | None) -> str | None:
        return f"{date}T{clock}" if clock else None

    return Meeting(
        id=meeting_id,
        body_id=body_id,
        organization_id=organization_id,
        name=head.name or head.organization,
        start=moment(head.start) or date,
        end=moment(head.end),
        room=head.room,
        location=head.location,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldBack(Span):
    """A non-public part of the minutes outside of any item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated(Span):
    """An agenda item whose record and place the source gave outright."""


def _items(doc: Doc, known: Iterable[Any], meeting: str) -> Iterator[tuple[str, Span]]:
    """All items with their ranges; an item that is taken up again stands here twice with one id."""
    found = [
        (item.id or _item_id(meeting, item, position), item) for position, item in enumerate(doc._.items, 1)
    ]
    yield from found
    placed = (record for record in known if isinstance(record, AgendaItem) and record.id not in dict(found))
    for record in placed:
        if record.start is not None and record.end is not None:
            yield record.id, Stated(start=record.start, end=record.end)
    for position, span in enumerate(_held_back(doc._.sections), start=1):
        yield f"{meeting}_n-teil-{position}", span


def _item_id(meeting: str, item: Item, position: int) -> str:
    return ids.agenda_item_id(meeting, item.number or f"Punkt {position}", item.public)


def _held_back(sections: Iterable[Section]) -> Iterator[HeldBack]:
    """Runs of non-public sections that no item covers: they must be held back as a whole."""
    start = end = None
    for section in sections:
        if section.public or section.item is not None:
            if start is not None and end is not None:
                yield HeldBack(start=start, end=end)
            start = None
        else:
            start, end = section.start if start is None else start, section.end
    if start is not None and end is not None:
        yield HeldBack(start=start, end=end)


def _item_records(
    doc: Doc,
    items: Iterable[tuple[str, Span]],
    known: Iterable[Any],
    meeting_id: str | None,
    document_id: str,
) -> Iterator[AgendaItem]:
    stated = {record.id: record for record in known if isinstance(record, AgendaItem)}
    counted = _starts_with_the_first(doc._.items)
    results = dict(zip(doc._.items, item_results(doc), strict=True))
    for position, (item_id, item) in enumerate(items, start=1):
        told = results[item] if isinstance(item, Item) else ItemResult()
        if item_id in stated:
            if told.outcome and stated[item_id].outcome in (None, "none", "unknown"):
                # the label told nothing: what the minutes tell counts
                yield dataclasses.replace(stated[item_id], outcome=told.outcome, result=told.result)
            continue
        found = AgendaItem(
            id=item_id, meeting_id=meeting_id, document_id=document_id, start=item.start, end=item.end
        )
        if isinstance(item, Item):
            yield dataclasses.replace(
                found,
                number=item.number,
                position=position if counted else None,
                title=item.title,
                public=item.public,
                result=told.result,
                outcome=told.outcome,
            )
        else:
            yield dataclasses.replace(found, number="N", title="Nichtöffentlicher Teil", public=False)


def _starts_with_the_first(items: Sequence[Item]) -> bool:
    """Whether the minutes seem to hold the whole agenda, so that counting their items gives positions in it."""
    return bool(items) and re.sub(r"\D", "", items[0].number or "") == "1"
