"""The spaCy component `statements`: fills `doc._.statements`."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extensions import sentences_of, text_of
from pipeline.findings import REPORTING, Section, Statement
from pipeline.people.words import between, words_of
from pipeline.statements.addressees import addressees_of
from pipeline.statements.carry import Reader
from pipeline.statements.clause import elements
from pipeline.statements.confidence import calibrated
from pipeline.statements.evidence import evidence_of
from pipeline.statements.sentence import Sentence
from pipeline.statements.speech import wording
from pipeline.statements.threshold import withheld
from pipeline.statements.turns import joined


@Language.component(
    "statements",
    assigns=["doc._.statements"],
    requires=["doc.sents", "doc._.paragraphs", "doc._.sections", "doc._.people"],
)
def statements(doc: Doc) -> Doc:
    """Find who said what in the discussions of the document, if it is of a kind that reports any."""
    told = calibrated(attributed(doc), doc._.paragraphs)
    doc._.statements = tuple(withheld(found) for found in told)
    return doc


def attributed(doc: Doc) -> Iterator[Statement]:
    """The statements of a document with their speakers, however uncertain these are, and the rules' own confidence."""
    if doc._.kind not in REPORTING:
        return
    sentences = {sentence.start: sentence for sentence in _sentences(doc)}
    text = text_of(doc)
    read = Reader(text).read(list(sentences.values()))
    yield from joined((_told(found, sentences[found.start], text) for found in read), text)


def _told(found: Statement, sentence: Sentence, text: str) -> Statement:
    """The statement with the words it stands on and to whom it was said."""
    addressees = addressees_of(sentence.elements, found, text)
    return replace(
        found,
        evidence=evidence_of(sentence.elements, found),
        addressee=wording(addressees, text),
        addressees=tuple(mention.name for mention in addressees),
    )


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
