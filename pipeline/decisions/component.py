"""The component `decisions`: the single votes and results of a meeting, `doc._.decisions`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from spacy.language import Language
from spacy.tokens import Doc

import pipeline.extensions  # noqa: F401
from pipeline.decisions.announcements import announced_in, chair_spans, stated_in
from pipeline.decisions.found import decision
from pipeline.decisions.joining import joined
from pipeline.decisions.labels import decisions_at, entries_of
from pipeline.decisions.prose import Told, told_in
from pipeline.decisions.vocabulary import lines
from pipeline.findings import Decision, Doubt, Section, Span

SILENT = ("head", "attendance", "agenda", "attachment", "proposal", "closing")
TRIGGER = re.compile("|".join(lines("triggers")), re.IGNORECASE)
SHORT = 200
"""Characters up to which the text of a decision may be a mere label ("zur Kenntnis genommen")."""


class DecisionFinder:
    """Sets `doc._.decisions`; needs `doc._.sections` and sentences."""

    def __call__(self, doc: Doc) -> Doc:
        """Find the decisions of the doc; unknown results are handed on as doubts."""
        sections = doc._.sections or (Section(start=0, end=len(doc.text), kind="discussion"),)
        sentences = (
            [Span(start=s.start_char, end=s.end_char) for s in doc.sents]
            if doc.has_annotation("SENT_START")
            else list(doc._.paragraphs)
        )
        found: list[Decision] = []
        for _, group in groupby(sections, key=lambda section: section.item):
            found.extend(joined(doc.text, list(_in_item(doc.text, list(group), sentences))))
        doc._.decisions = tuple(sorted(found, key=lambda d: (d.start, d.end)))
        doc._.doubts.extend(_unknown(found))
        return doc


def _unknown(found: Sequence[Decision]) -> Iterator[Doubt]:
    for each in found:
        if each.outcome == "unknown":
            yield Doubt(
                message=f"the result „{each.result}“ is not known",
                advice="add its wording to pipeline/decisions/words/results.toml",
                start=each.start,
                end=each.end,
            )


def _in_item(text: str, sections: Sequence[Section], sentences: Sequence[Span]) -> Iterator[Decision]:
    """The decisions of one item's sections, in order, doubles included."""
    decided: Section | None = None
    for section, following in zip(sections, [*sections[1:], None], strict=True):
        if section.kind == "vote":
            yield from decisions_at(
                text, section.start, section.end, (decided.start, decided.end) if decided else None
            )
        elif section.kind == "decision" and following is not None and following.kind == "vote":
            decided = section
            continue
        elif section.kind == "decision":
            yield from _decided(text, section, sentences)
        elif section.kind not in SILENT:
            yield from _told(text, section, sentences)
        decided = None


def _decided(text: str, section: Section, sentences: Sequence[Span]) -> Iterator[Decision]:
    """A decision text without a vote line of its own."""
    told = list(_told(text, section, sentences))
    entries = entries_of(text, section.start, section.end)
    if told:
        yield from told
    elif entries and section.end - section.start < SHORT and entries[0].outcome:
        yield decision(
            text,
            section.start,
            entries[0].end,
            outcome=entries[0].outcome,
            votes=entries[0].votes,
            rule="label",
            confidence=0.9,
            result=(entries[0].start, entries[0].end),
        )


def _told(text: str, section: Section, sentences: Sequence[Span]) -> Iterator[Decision]:
    """Results told in the sentences of a section; the text of a decision just opened tells none of its own."""
    if not TRIGGER.search(text, section.start, section.end):
        return
    chair = list(chair_spans(text, section.start, section.end))
    verbatim = len(chair) > 1 or section.style == "verbatim"
    opened = False
    for sentence in sentences:
        if sentence.end <= section.start or sentence.start >= section.end:
            continue
        start, end = max(sentence.start, section.start), min(sentence.end, section.end)
        if not TRIGGER.search(text, start, end) or not any(a <= start < b for a, b in chair):
            continue
        told = _result(text[start:end], verbatim=verbatim)
        if told is None or (opened and not told.votes.told):
            continue
        opened = told.opens
        yield decision(
            text,
            start,
            end,
            outcome=told.outcome,
            votes=told.votes,
            rule=told.rule,
            confidence=told.confidence,
        )


def _result(sentence: str, *, verbatim: bool) -> Told | None:
    if stated := stated_in(sentence):
        return stated
    if verbatim and (announced := announced_in(sentence)):
        return announced
    return None if verbatim else told_in(sentence)


@Language.factory(
    "decisions",
    assigns=["doc._.decisions"],
    requires=["doc._.sections", "doc._.items"],
)
def make_decisions(nlp: Language, name: str) -> DecisionFinder:
    """The component `decisions`."""
    return DecisionFinder()
