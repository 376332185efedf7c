"""From bytes to a reading: tell what a file is, and let its reader read it."""

from __future__ import annotations

from db.records.ids import document_id
from db.records.reading import Reading, ReadingError
from sources import allris3, excerpt, pdf, plain_text
from sources.detection import Reader, Recognition, Sample, sample_of

READERS: tuple[Reader, ...] = (pdf, allris3, excerpt, plain_text)
"""Asked in this order; the first that recognises a file reads it."""


def detect(sample: Sample) -> tuple[Recognition, Reader]:
    """What a file is and who reads it; raises ReadingError where nobody does."""
    for reader in READERS:
        if recognition := reader.recognise(sample):
            return recognition, reader
    raise ReadingError("no known kind of council document", "check that this is the file you meant")


def read(content: bytes) -> Reading:
    """The reading of a file; raises ReadingError, which says why it is refused and what to do."""
    _, reader = detect(sample_of(content))
    return reader.read(content, document_id(content))
