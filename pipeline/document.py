"""The work on one document as one pure function: bytes in, records and findings out.

It runs wherever there is a free process: nothing is read but the bytes it is given, and nothing is written.
"""

from __future__ import annotations

import dataclasses
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from db.records import ids
from db.records.council import AgendaItem, Paper
from db.records.extraction import Doubt, Extraction
from db.records.reading import Reading, ReadingError

if TYPE_CHECKING:
    from spacy.tokens import Doc

FIT = 0.8
"""The share of a page's expected elements below which its layout is doubted: one optional element of a handful may be
missing on a page that is as it always was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A document to be read.

    `first_version` is the document the ids of its rows are made from, None for the document itself; `body` is the
    municipality's name where the administrator gave one, for documents that do not tell.
    """

    address: str
    content: bytes
    first_version: str | None = None
    body: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A document that was not taken, and what to do about it."""

    address: str
    stage: str
    message: str
    advice: str


def extract(task: Task) -> Extraction:
    """Read, understand and assemble one document; raises `ReadingError` where the file cannot be taken."""
    from sources.read import read

    return understand(read(task.content), task)


def understand(reading: Reading, task: Task) -> Extraction:
    """Run the pipeline over a reading."""
    return assembled(findings_of(reading), reading, task)


def findings_of(reading: Reading) -> Doc:
    """A reading with everything the components find in it."""
    from models.german import load

    nlp = load()
    doc = nlp.make_doc(reading.text)
    doc._.kind, doc._.product, doc._.regions = reading.kind, reading.product, reading.regions
    doc._.date = reading.date
    doc._.papers = tuple(
        record.reference for record in reading.records if isinstance(record, Paper) and record.reference
    )
    doc._.agenda = tuple(record for record in reading.records if isinstance(record, AgendaItem))
    doc.user_data["text"] = reading.text
    return nlp(doc)


def assembled(doc: Doc, reading: Reading, task: Task) -> Extraction:
    """The records of what was found in a reading."""
    from db.records.scope import within_body
    from pipeline.assembly import assemble

    document_id = ids.document_id(task.content)
    extraction = assemble(
        doc,
        reading,
        document_id=document_id,
        address=task.address,
        first_version=task.first_version or document_id,
    )
    doubts = (*reading.doubts, *_misfit(reading))
    if doubts:
        extraction = dataclasses.replace(extraction, doubts=(*doubts, *extraction.doubts))
    if extraction.document.body_id is not None:
        return extraction
    return within_body(extraction, task.body) if task.body else _without_body(extraction)


def fits(reading: Reading) -> bool:
    """Whether a page is built as its reader knows it, so that what is not on it is not there."""
    return reading.fit is None or reading.fit.share >= FIT


def _misfit(reading: Reading) -> tuple[Doubt, ...]:
    """Say that a page is no longer built as its reader knows it: what it holds may be missing from the database."""
    if reading.fit is None or fits(reading):
        return ()
    message = (
        f"the page's layout is not the known one: {reading.fit.found} of {reading.fit.expected} elements found, "
        f"missing: {', '.join(reading.fit.missing)}"
    )
    advice = f"compare the page with those {reading.product} was read from; its template may have changed"
    return (Doubt(stage="detect", message=message, advice=advice),)


def _without_body(extraction: Extraction) -> Extraction:
    """Say that the municipality is not known, where a meeting is reported."""
    from pipeline.assembly.council import MEETING_KINDS

    if extraction.document.kind not in MEETING_KINDS:
        return extraction
    doubt = Doubt(
        stage="understand",
        message="the municipality is not named in the document",
        advice="import it with --again --body NAME, so that its meetings and persons are joined with others",
    )
    return dataclasses.replace(extraction, doubts=(*extraction.doubts, doubt))


def work(task: Task) -> Extraction | Refusal:
    """`extract`, with every failure turned into a refusal, so that the rest of a batch goes on."""
    try:
        return extract(task)
    except ReadingError as error:
        return Refusal(address=task.address, stage="parse", message=error.message, advice=error.advice)
    except Exception as error:  # the one place that catches everything: one document must not end a batch
        return fault(task, error)


def fault(task: Task, error: Exception) -> Refusal:
    """The refusal of a document that brought Ratslese itself down."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return Refusal(
        address=task.address,
        stage="understand",
        message=f"{type(error).__name__}: {error} ({Path(frame.filename).name}:{frame.lineno})",
        advice="this is a fault of Ratslese; the file is untouched, please report it with this line",
    )
