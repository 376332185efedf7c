"""What a fetched page means for the crawl: where it leads, and what it tells within its municipality."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urldefrag, urljoin, urlsplit

from db.records import ids
from db.records.council import Body, File, Meeting, Organization
from db.records.extraction import Extraction
from db.records.reading import Link, Reading
from db.records.scope import scope_of, within_body
from sources.bodies import Municipality
from sources.fetch import Form
from sources.frontier import shown_address

Vanished = tuple[Meeting, Organization | None]


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
        urljoin(base, record.url): record.kind
        for record in reading.records
        if isinstance(record, File) and record.url
    }
    for link in reading.links:
        try:
            address = urldefrag(urljoin(base, link.address)).url
        except ValueError:
            continue  # an address with a bracket out of place: nobody can go there
        if urlsplit(address).scheme in ("http", "https"):
            shown = shown_address(address, link.form)
            yield Target(address=address, form=link.form, kind=link.kind, role=role_of(link, files, shown))


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
    if extraction.document.body_id not in (body_id, *map(ids.body_id, body.others)):
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
        return dataclasses.replace(record, url=urljoin(base, record.url))
    return record


def vanished(
    extraction: Extraction, before: Iterable[Vanished], month: datetime.date
) -> tuple[Vanished, ...]:
    """The meetings of a month that its calendar told of before and tells of no more, marked as withdrawn."""
    told = {record.id for record in extraction.shared if isinstance(record, Meeting)}
    return tuple(
        (dataclasses.replace(meeting, withdrawn=True), organization)
        for meeting, organization in before
        if meeting.id not in told and (meeting.start or "").startswith(f"{month:%Y-%m}")
    )


def with_vanished(extraction: Extraction, gone: Iterable[Vanished], body: Municipality) -> Extraction:
    """The extraction with these meetings as claims of its own, so that they stay."""
    records = [record for pair in gone for record in reversed(pair) if record is not None]
    return dataclasses.replace(extraction, shared=(body_record(body), *extraction.shared, *records))
