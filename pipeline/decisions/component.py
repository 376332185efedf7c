"""The component `decisions`: the single votes and results of a meeting, `doc._.decisions`."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from spacy.language import Language
from spacy.tokens import Doc

from db.records.council import Outcome
from pipeline.decisions.announcements import (
    announced_in,
    asked_from,
    chair_spans,
    is_announcement,
    is_verbatim,
    stated_in,
)
from pipeline.decisions.arithmetic import check_votes
from pipeline.decisions.details import detailed
from pipeline.decisions.found import decision
from pipeline.decisions.headings import marked_lines, marks_in
from pipeline.decisions.joining import joined
from pipeline.decisions.labels import (
    continues_list,
    decisions_at,
    entries_of,
    has_label,
    is_bare_label,
    stated_in_line,
    table_behind,
    value_end,
    votes_behind_label,
)
from pipeline.decisions.prose import (
    is_decided_text,
    is_formal,
    last_sentence,
    misses_majority,
    outcome_of_motion_before,
    outcome_of_text,
    points_back,
    told_in,
)
from pipeline.decisions.tables import in_line, tables_in
from pipeline.decisions.told import Told
from pipeline.decisions.vocabulary import lines
from pipeline.decisions.votes import Votes, votes_in
from pipeline.decisions.wordings import outcome_of, outcome_of_object, outcome_of_votes
from pipeline.extensions import sentences_of, text_of
from pipeline.findings import REPORTING, Decision, Doubt, Section, Span

OPENED = re.compile(r"\bfolgende[nmrs]?\s*\Z")
NAMED = re.compile(r"\s*[A-ZÄÖÜ][\w-]+(?:[ \t]\w+){0,3}[ \t]?:")
SILENT = ("head", "attendance", "agenda", "attachment", "proposal", "closing")
TRIGGER = re.compile("|".join(word.lower() for word in lines("triggers")))
TEXT = 500
"""Characters in which the text of a decision says what it does with a motion."""
LISTED = ("mark", "table")
"""How results are told that below a label are entries of its list already."""
SHORT = 200
"""Characters up to which the text of a decision may be a mere label ("zur Kenntnis genommen")."""


class DecisionFinder:
    """Sets `doc._.decisions`; needs `doc._.sections` and sentences."""

    def __call__(self, doc: Doc) -> Doc:
        """Find the decisions of the doc, if it is of a kind that tells any; unknown results are doubts."""
        if doc._.kind not in REPORTING:
            return doc
        text = text_of(doc)
        sections = whole(text, doc._.sections) or (Section(start=0, end=len(text), kind="discussion"),)
        found: dict[str | None, list[Decision]] = {}
        for item, each in _found(text, sections, _sentences(doc, text)):
            found.setdefault(_number(doc, item), []).append(each)
        decisions = [each for of_item in found.values() for each in joined(text, of_item)]
        doc._.decisions = tuple(detailed(doc, decisions))
        doc._.doubts.extend(_unknown(decisions))
        checked = check_votes(text, doc._.decisions, doc._.items, doc._.attendees)
        doc._.doubts.extend(check.doubt for check in checked if check.doubt)
        return doc


def whole(text: str, sections: Sequence[Section]) -> list[Section]:
    """The sections, with a bare label ("Beschluss:") and the text below it as one."""
    found: list[Section] = []
    for section in sections:
        last = found[-1] if found else None
        if last and _goes_on(last, section) and is_bare_label(text, last.start, last.end):
            found[-1] = replace(last, end=section.end)
        else:
            found.append(section)
    return found


def _goes_on(label: Section, section: Section) -> bool:
    same = label.item == section.item
    return same and label.kind == "decision" and section.kind in ("decision", "discussion")


def _sentences(doc: Doc, text: str) -> list[Span]:
    """The sentences that may tell a result; a Doc without sentences is taken paragraph by paragraph."""
    spans = [(paragraph.start, paragraph.end) for paragraph in doc._.paragraphs]
    if doc.has_annotation("SENT_START"):
        spans = sentences_of(doc)
    lower = text.lower()  # searching it is twice as fast as ignoring case; few letters change their length
    if len(lower) == len(text):
        spans = [(start, end) for start, end in spans if TRIGGER.search(lower, start, end)]
    return [Span(start=start, end=end) for start, end in spans]


def _number(doc: Doc, item: int | None) -> str | None:
    """The number of an item: its minutes may stand in several places."""
    return None if item is None else doc._.items[item].number or f"#{item}"


def _unknown(found: Sequence[Decision]) -> Iterator[Doubt]:
    for each in found:
        if each.outcome == "unknown":
            yield Doubt(
                message=f"the result „{each.result}“ is not known",
                advice="add its wording to pipeline/decisions/words/results.toml",
                start=each.start,
                end=each.end,
            )


def _found(
    text: str, sections: Sequence[Section], sentences: Sequence[Span]
) -> Iterator[tuple[int | None, Decision]]:
    """The decisions with the item they stand under, in order, doubles included."""
    reach = 0
    results: Iterable[Decision]
    speeches = is_verbatim(text)
    for position, section in enumerate(sections):
        following = sections[position + 1 :]
        if section.kind == "vote" and section.end > reach:
            reach = _vote_end(text, section, following)
            before = sections[position - 1] if position else section
            decided = (before.start, before.end) if _is_decided(before, section) else None
            voted = list(decisions_at(text, max(section.start, 0), reach, decided))
            below = max((each.end for each in voted), default=reach)
            told = _told(text, section, sentences, below, speeches=speeches)
            results = chain(voted, (each for each in told if each.rule not in LISTED))
        elif section.kind == "decision" and following and _is_decided(section, following[0]):
            results = marked_lines(text, section.start, section.end)
        elif section.kind == "decision" and following and _is_title(text, section, following[0]):
            continue
        elif section.kind == "decision":
            results = _decided(text, section, sentences)
        elif section.kind == "heading":
            results = marks_in(text, section.start, section.end)
        elif section.kind not in SILENT:
            results = _told(text, section, sentences, reach, speeches=speeches)
        else:
            continue
        for each in results:
            yield section.item, each


def _is_decided(section: Section, vote: Section) -> bool:
    """Whether a section is the decision text directly before its vote."""
    return (section.kind, vote.kind, section.item) == ("decision", "vote", vote.item)


def _is_title(text: str, section: Section, label: Section) -> bool:
    """Whether a section is the title of an item whose result stands behind a label below."""
    same = (label.kind, label.item) == ("decision", section.item)
    return (
        same and has_label(text, label.start, label.end) and not has_label(text, section.start, section.end)
    )


def _vote_end(text: str, vote: Section, following: Sequence[Section]) -> int:
    """Where a list of results ends: its lines may look like labels or headings of their own."""
    end = vote.end
    if following and (found := table_behind(text, vote.start, following[0].end)):
        return max(end, found[1])
    if following and is_bare_label(text, vote.start, vote.end):
        end = value_end(text, following[0].start, following[0].end) or end
    for section in following:
        if (
            section.start < end
            or section.kind == "vote"
            or not continues_list(text, section.start, section.end)
        ):
            break
        end = section.end
    return end


def _decided(text: str, section: Section, sentences: Sequence[Span]) -> Iterator[Decision]:
    """A decision text without a vote line of its own."""
    entries = entries_of(text, section.start, section.end)
    stated = stated_in_line(text, section.start, section.end)
    told = list(_told(text, section, sentences, stated.end if stated else 0))
    if stated:
        yield stated
    if told or stated:
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


def _told(
    text: str, section: Section, sentences: Sequence[Span], reach: int = 0, *, speeches: bool = False
) -> Iterator[Decision]:
    """Results told in the sentences of a section; the text of a decision just opened tells none of its own."""
    tables = list(tables_in(text, max(section.start, reach), section.end))
    for at, to in tables:
        yield _tabled(text, at, to)
    inside = [
        (start, end)
        for start, end in _within(sentences, max(section.start, reach), section.end)
        if not any(at < end and start < to for at, to in tables)
    ]
    if not inside:
        return
    chair = list(chair_spans(text, section.start, section.end))
    verbatim = len(chair) != 1 or chair[0] != (section.start, section.end) or section.style == "verbatim"
    verbatim = verbatim or (speeches and section.style is None)
    opened, decided = False, -1
    for start, end in inside:
        if not any(a <= start < b for a, b in chair):
            continue
        if votes := votes_behind_label(text[start:end]):
            yield _inline(text, inside, start, end, votes)
            continue
        told = _result(text[start:end], verbatim=verbatim, after_decision=decided == start)
        if told is None or (opened and is_decided_text(text[start:end], told)):
            continue
        opened, decided = told.opens, _next(text, end) if told.rule == "body-decides" else -1
        begin = asked_from(text, start) if told.rule == "announced" else start
        end = _opened_until(text, end)
        yield decision(
            text,
            begin,
            end,
            outcome=_around(text, begin, start, end, told),
            votes=told.votes,
            rule=told.rule,
            confidence=told.confidence,
            result=(start, end),
        )


def _tabled(text: str, start: int, end: int) -> Decision:
    """A table of votes without a label; the sentences around it say on what and whether that sufficed."""
    votes = votes_in(in_line(text[start:end]), tally=True)
    told = Told(outcome=outcome_of_votes(votes) or "unknown", votes=votes, rule="mark", confidence=0.85)
    outcome = _around(text, start, start, end, told)
    return decision(text, start, end, outcome=outcome, votes=votes, rule="table", confidence=0.85)


def _opened_until(text: str, end: int) -> int:
    """Where a result that announces something ends: the next line may name it (`die folgende` / `Tagesordnung:`)."""
    cut = OPENED.search(text[max(0, end - 20) : end])
    named = NAMED.match(text, end) if cut else None
    return named.end() if named else end


def _inline(text: str, inside: Sequence[tuple[int, int]], start: int, end: int, votes: Votes) -> Decision:
    """A labelled vote at the end of a line; the sentence before it in the line says on what."""
    before = next(
        (span for span in inside if "\n" not in text[span[0] : start].strip() and span[1] <= start), None
    )
    said = outcome_of(text[before[0] : before[1]]) if before else None
    return decision(
        text,
        before[0] if before else start,
        end,
        outcome=said or outcome_of_votes(votes) or "unknown",
        votes=votes,
        rule="label",
        confidence=0.85,
        result=(start, end),
    )


def _around(text: str, begin: int, start: int, end: int, told: Told) -> Outcome:
    """The outcome, with what the text around the sentence says is done with the matter.

    `begin` is where the chair begins to ask, `start` where the result is told.
    """
    if told.votes.counted and misses_majority(text[end : end + TEXT]):
        return "rejected"
    if told.outcome != "accepted":
        return told.outcome
    around = outcome_of_text(text[end : end + TEXT]) if told.opens else None
    if points_back(text[start:end]) or (told.rule == "mark" and told.votes.counted):
        around = outcome_of_motion_before(text[max(0, start - TEXT) : start])
    if begin < start:
        around = outcome_of_object(last_sentence(text[max(0, begin - TEXT) : begin]))
    return around or told.outcome


def _within(sentences: Sequence[Span], start: int, end: int) -> list[tuple[int, int]]:
    """The parts of the sentences in `start:end`."""
    first = bisect_right(sentences, start, key=lambda span: span.end)
    last = bisect_left(sentences, end, key=lambda span: span.start)
    return [(max(span.start, start), min(span.end, end)) for span in sentences[first:last]]


def _next(text: str, end: int) -> int:
    """Where the sentence after the one that ends at `end` begins."""
    return end + len(text[end : end + 20]) - len(text[end : end + 20].lstrip())


def _result(sentence: str, *, verbatim: bool, after_decision: bool) -> Told | None:
    if stated := stated_in(sentence):
        return stated
    if (verbatim or is_announcement(sentence)) and (announced := announced_in(sentence)):
        return announced
    told = told_in(sentence, after_decision=after_decision)
    return told if told and (not verbatim or is_formal(sentence, told)) else None


@Language.factory(
    "decisions",
    assigns=["doc._.decisions"],
    requires=["doc._.sections", "doc._.items"],  # `doc._.people`, where set, tell who voted
)
def make_decisions(nlp: Language, name: str) -> DecisionFinder:  # noqa: ARG001 (spaCy passes both by name)
    """The component `decisions`."""
    return DecisionFinder()
