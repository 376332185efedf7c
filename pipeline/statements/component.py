"""The spaCy component `statements`: fills `doc._.statements`."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extensions import sentences_of, text_of
from pipeline.findings import REPORTING, Section
from pipeline.people.words import between, words_of
from pipeline.statements.carry import Reader, Sentence
from pipeline.statements.clause import elements


@Language.component(
    "statements",
    assigns=["doc._.statements"],
    requires=["doc.sents", "doc._.paragraphs", "doc._.sections", "doc._.people"],
)
def statements(doc: Doc) -> Doc:
    """Find who said what in the discussions of the document, if it is of a kind that reports any."""
    if doc._.kind not in REPORTING:
        return doc
    doc._.statements = tuple(Reader(text_of(doc)).read(list(_sentences(doc))))
    return doc


def _sentences(doc: Doc) -> Iterator[Sentence]:
    """The sentences of discussions, or of the whole text where no sections are told."""
    text = text_of(doc)
    ws = words_of(doc)
    person_starts = [mention.start for mention in doc._.people]
    paragraphs = [paragraph.start for paragraph in doc._.paragraphs]
    sections: tuple[Section, ...] = doc._.sections
    section_starts = [section.start for section in sections]
    for span in sentences_of(doc):
        start, end = _trimmed(text, *span)
        number = bisect_right(section_starts, start) - 1
        section = sections[number] if number >= 0 else None
        if start >= end or (sections and (section is None or section.kind != "discussion")):
            continue
        people = doc._.people[bisect_left(person_starts, start) : bisect_left(person_starts, end)]
        yield Sentence(
            start=start,
            end=end,
            paragraph=bisect_right(paragraphs, start),
            section=number,
            style=section.style if section else None,
            elements=elements(between(ws, start, end), people, text),
        )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
