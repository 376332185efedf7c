"""The spaCy component `press`: quotations of press releases and motions in `doc._.statements`, who is quoted in
`doc._.involved`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extensions import sentences_of, text_of
from pipeline.findings import Involved, PersonMention, Span, Statement
from pipeline.press.persons import Quoted, persons_in
from pipeline.press.quotes import SAYING, SOURCE, Quotation, quotations

KINDS = ("press", "motion")
SHARE = 15
"""A sentence is spoken that has so many letters of a quotation."""


@Language.component(
    "press",
    assigns=["doc._.people", "doc._.statements", "doc._.involved"],
    requires=["doc.sents", "doc._.statements"],
)
def press(doc: Doc) -> Doc:
    """Find what persons are quoted with, where the document is no report of a meeting."""
    if doc._.kind not in KINDS:
        return doc
    text = text_of(doc)
    persons = persons_in(text)
    found = list(quotations(text, persons))
    doc._.people = tuple(_with(doc._.people, persons))
    doc._.statements = tuple(_statements(text, sentences_of(doc), persons, found))
    quoted = {id(quotation.speaker): quotation.speaker for quotation in found}
    doc._.involved = tuple(
        Involved(name=one.name, role="quoted", function=one.function)
        for one in quoted.values()
        if not one.private
    )
    return doc


def _with(people: Sequence[PersonMention], persons: Sequence[Quoted]) -> list[PersonMention]:
    """The mentions of persons, those of a press release in the place of what else was found there."""
    ours = [
        PersonMention(start=one.start, end=one.end, name=one.name, private=one.private) for one in persons
    ]
    others = [one for one in people if not any(one.start < our.end and our.start < one.end for our in ours)]
    return sorted([*ours, *others], key=lambda mention: mention.start)


def _statements(
    text: str, sentences: Sequence[tuple[int, int]], persons: Sequence[Quoted], found: Sequence[Quotation]
) -> Iterator[Statement]:
    for start, end in sentences:
        start, end = _trimmed(text, start, end)
        spoken = [one for one in found if min(end, one.end) - max(start, one.start) >= SHARE]
        if spoken:
            yield _statement(text, start, end, spoken[0].speaker, "direct", spoken[0].cue, "press: quotation")
        elif told := _indirect(text, start, end, persons):
            yield _statement(text, start, end, told[0], "indirect", told[1], "press: told")


def _indirect(text: str, start: int, end: int, persons: Sequence[Quoted]) -> tuple[Quoted, str | None] | None:
    """A sentence on somebody's view (`Für den Minister, …`), or one in which somebody says `dass`."""
    named = [one for one in persons if start <= one.start and one.end <= end]
    if not named:
        return None
    if source := SOURCE.match(text, start):
        return named[0], source[0].strip()
    cue = SAYING.search(text, start, end)
    says = cue and any(word in text[start:end] for word in (", dass ", ", ob ", ", wie "))
    return (named[0], cue[0]) if cue and says else None


def _statement(
    text: str, start: int, end: int, speaker: Quoted, kind: str, cue: str | None, rule: str
) -> Statement:
    return Statement(
        start=start,
        end=end,
        speaker=" ".join(text[speaker.start : speaker.end].split()),
        speakers=(speaker.name,),
        kind=kind,  # type: ignore[arg-type]
        cue=cue,
        confidence=0.9,
        rule=rule,
        named=Span(start=speaker.start, end=speaker.end),
        function=speaker.function,
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
