"""What a fetched page means for the crawl: where it leads, and what it tells within its municipality."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin, urlsplit

from db.records import ids
from db.records.council import AgendaItem, Body, Consultation, File, Meeting, Organization
from db.records.extraction import Extraction
from db.records.reading import Link, Reading
from db.records.scope import scope_of, within_body
from sources.bodies import Municipality
from sources.fetch import Form
from sources.frontier import shown_address

Vanished = tuple[Meeting, Organization | None]
Under = tuple[AgendaItem, Meeting, Organization | None]
"""An item with its meeting and who met."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An absolute address a page leads to; `role` is the kind of a file (`minutes`)."""

    address: str
    form: Form | None
    kind: str
    role: str | None


def targets(reading: Reading, base: str) -> Iterator[Target]:
    """Where a page at this address leads, within the web."""
    files = {
        whole(base, record.url): record.kind
        for record in reading.records
        if isinstance(record, File) and record.url
    }
    for link in reading.links:
        try:
            address = whole(base, link.address)
        except ValueError:
            continue  # an address with a bracket out of place: nobody can go there
        if urlsplit(address).scheme in ("http", "https"):
            shown = shown_address(address, link.form)
            yield Target(address=address, form=link.form, kind=link.kind, role=role_of(link, files, shown))


def whole(base: str, address: str) -> str:
    """An address on a page as an absolute one, without a part of the page and without a separator left at its end:
    what is linked in two ways is one."""
    return urldefrag(urljoin(base, address)).url.rstrip("&")


def role_of(link: Link, files: Mapping[str, str | None], address: str) -> str | None:
    """The kind of the file a link leads to, None for other links."""
    return files.get(address) or files.get(link.address)


def sense_of(reading: Reading, document_id: str) -> str:
    """A digest of what a page says: pages that differ in session numbers and the like only have the same."""
    said = repr(dataclasses.replace(reading, evidence=None))
    said = said.replace(document_id, "").replace(scope_of(document_id), "")
    return hashlib.blake2b(said.encode(), digest_size=16).hexdigest()


def day_of(reading: Reading) -> str | None:
    """The day of the one meeting a page is about."""
    if reading.date:
        return reading.date[:10]
    found = (record for record in reading.records if isinstance(record, Meeting))
    return next(
        (meeting.start[:10] for meeting in found if meeting.id == reading.meeting_id and meeting.start), None
    )


def offers_minutes(reading: Reading) -> bool:
    """Whether a page offers minutes as a file."""
    return any(isinstance(record, File) and record.kind == "minutes" for record in reading.records)


def in_context(extraction: Extraction, body: Municipality, base: str) -> Extraction:
    """The extraction as one of the municipality whose system it came from, with the addresses of files made whole.

    A document that names one of the other municipalities of the system stays theirs.
    """
    body_id = ids.body_id(body.name)
    if extraction.document.body_id not in [ids.body_id(name) for name in body.others]:
        extraction = within_body(extraction, body.name)
    shared = [_whole(record, base) for record in extraction.shared]
    if extraction.document.body_id == body_id:
        shared.insert(0, body_record(body))
    return dataclasses.replace(extraction, shared=tuple(shared))


def body_record(body: Municipality) -> Body:
    """The municipality as its file describes it."""
    return Body(id=ids.body_id(body.name), name=body.name, ags=body.ags, product=body.product, url=body.url)


def _whole(record: object, base: str) -> object:
    if isinstance(record, File) and record.url:
        return dataclasses.replace(record, url=whole(base, record.url))
    return record


def vanished(extraction: Extraction, before: Iterable[Vanished], month: str | None) -> tuple[Vanished, ...]:
    """The meetings that a calendar told of before and tells of no more, marked as withdrawn.

    Only those of the month it shows (`2025-03`), or between its first and its last meeting where it shows no one month:
    what is outside has only passed out of sight.
    """
    meetings = [record for record in extraction.shared if isinstance(record, Meeting)]
    told, days = {meeting.id for meeting in meetings}, [meeting.start or "" for meeting in meetings]

    def shown(start: str) -> bool:
        return start.startswith(month) if month else min(days)[:10] <= start[:10] <= max(days)[:10]

    return tuple(
        withdrawn((meeting, organization))
        for meeting, organization in before
        if meeting.id not in told and (month or days) and shown(meeting.start or "")
    )


def withdrawn(told: Vanished) -> Vanished:
    """A meeting marked as gone from its system."""
    return dataclasses.replace(told[0], withdrawn=True), told[1]


def moved(record: str, reading: Reading, document_id: str, body: Municipality) -> str:
    """The id of a record of a reading as it is in the municipality."""
    scope = reading.body_id or scope_of(document_id)
    if scope in map(ids.body_id, body.others) or not record.startswith(scope):
        return record
    return ids.body_id(body.name) + record[len(scope) :]


def addresses(reading: Reading, document_id: str, body: Municipality) -> Iterator[tuple[str, str]]:
    """The addresses of meetings and items in their system, with the ids of their rows in the municipality."""
    for address, record in (*reading.told, *reading.items):
        yield address, moved(record, reading, document_id, body)


def with_vanished(extraction: Extraction, gone: Iterable[Vanished], body: Municipality) -> Extraction:
    """The extraction with these meetings as claims of its own, so that they stay."""
    records = [record for pair in gone for record in reversed(pair) if record is not None]
    return dataclasses.replace(extraction, shared=(body_record(body), *extraction.shared, *records))


def with_station(extraction: Extraction, paper: str, role: str | None, under: Under) -> Extraction:
    """The extraction with a paper that stood under an item which another document told of."""
    item, meeting, organization = under
    records = (
        *((organization,) if organization else ()),
        Meeting(id=meeting.id, body_id=meeting.body_id, organization_id=meeting.organization_id),
        AgendaItem(id=item.id, meeting_id=meeting.id, public=bool(item.public)),
        Consultation(
            id=ids.consultation_id(paper, meeting.id, item.id),
            paper_id=paper,
            agenda_item_id=item.id,
            meeting_id=meeting.id,
            role=role,
        ),
    )
    return dataclasses.replace(extraction, shared=(*extraction.shared, *records))


def joined(
    extraction: Extraction,
    reading: Reading,
    body: Municipality,
    item_at: Callable[[str | None], Under | None],
) -> tuple[Extraction, bool]:
    """The extraction with the items that its papers are led to by address; whether any is not known yet."""
    waits = False
    for station in reading.stations:
        if station.paper_id is None:
            continue  # the paper's own page tells the same with its number
        under = item_at(station.item)
        waits = waits or under is None
        if under:
            paper = moved(station.paper_id, reading, extraction.document.id, body)
            extraction = with_station(extraction, paper, station.role, under)
    return extraction, waits
