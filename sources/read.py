"""From bytes to a reading: tell what a file is, and let its reader read it."""

from __future__ import annotations

from dataclasses import replace

from db.records.ids import document_id
from db.records.reading import Reading, ReadingError
from sources import (
    allris3,
    allris4,
    excerpt,
    known,
    morerubin,
    motion,
    oparl,
    paper,
    parlis,
    pdf,
    plain_text,
    press,
    sdnet,
    sessionnet,
)
from sources.detection import Reader, Recognition, Sample, sample_of

UNKNOWN = {
    "text/html": (
        "an HTML page of no known council information system",
        "import the minutes themselves (PDF, text, or the page of the council information system)",
    ),
    "application/xml": ("XML of no known council information system", "import the minutes themselves"),
    "application/json": ("damaged JSON", "get the file again from where it came from"),
    "text/plain": (
        "text in which nothing shows a German council document",
        "check that this is the file you meant; minutes are known by their heading, agenda or votes",
    ),
}

INSTEAD = {
    "calendar": "import the minutes or agenda items of the meetings it lists",
    "agenda": "import the minutes (PDF or text) of this meeting",
    "paper": "import the minutes of the meeting that dealt with it",
    "organization": "import minutes; committees are learned from them",
    "person": "import minutes; persons are learned from them",
    "unknown": "import minutes, agendas, papers or motions instead",
}

READERS: tuple[Reader, ...] = (
    pdf,
    allris3,
    allris4,
    sessionnet,
    sdnet,
    parlis,
    morerubin,
    oparl,
    excerpt,
    paper,
    motion,
    press,
    plain_text,
)
"""Asked in this order; the first that recognises a file reads it."""


def detect(sample: Sample) -> tuple[Recognition, Reader | None]:
    """What a file is, and who reads it; raises ReadingError where it is nothing known.

    Without a reader it is recognised but not imported.
    """
    if unread := known.data(sample):
        return unread, None
    for reader in READERS:
        if recognition := reader.recognise(sample):
            return recognition, reader
    if unread := known.page(sample):
        return unread, None
    raise ReadingError(*UNKNOWN.get(sample.media_type, UNKNOWN["text/plain"]))


def read(content: bytes) -> Reading:
    """The reading of a file; raises ReadingError, which says why it is refused and what to do."""
    recognition, reader = detect(sample_of(content))
    if reader is None:
        raise ReadingError(*not_imported(recognition))
    reading = reader.read(content, document_id(content))
    return replace(reading, evidence=recognition.evidence, version=reading.version or recognition.version)


def not_imported(recognition: Recognition) -> tuple[str, str]:
    """The refusal of what is recognised and not imported."""
    version = f" (version {recognition.version})" if recognition.version else ""
    advice = INSTEAD.get(recognition.kind, INSTEAD["unknown"])
    return f"{recognition.name}{version}: recognised, but not imported [{recognition.evidence}]", advice
