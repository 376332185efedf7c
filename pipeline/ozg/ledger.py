"""The facts of a document about the OZG's implementation, each with its subject, its sentence and how it is meant.

What the mentions tell with a value (`facts`) becomes a fact; states, beginnings, offices and cooperation are looked for
in the sentences around the OZG and around digital services besides.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import get_args

from db.records.deadlines import deadlines
from db.records.ozg import FactKind
from pipeline.findings import OzgFact, OzgFinding
from pipeline.ozg.catalogue import categories
from pipeline.ozg.context import Context
from pipeline.ozg.facts import COUNT, NUMBER_WORDS, total_costs
from pipeline.ozg.offices import labelled, offices
from pipeline.ozg.partners import cooperations
from pipeline.ozg.points import is_end, points
from pipeline.ozg.stances import day_of, source_of, stance_of
from pipeline.ozg.states import in_five_words, refers_back, speaks_of_a_service, states

SUBJECTS = ("Leistung", "Gesetz", "Infrastruktur", "System", "Prinzip")
"""What a fact may be about, the nearest to a service first."""

LOOK_BACK = 700
"""Letters before a sentence in which the service it is about was named: the heading or the beginning of a paragraph."""

HEADING = 90
"""A heading has so many letters at most."""

REPEATED = ("begin", "end", "responsible")
"""Kinds that a document tells again and again in its titles and labels; once is enough."""

PLAIN_NUMBER = frozenset(
    {"Aufgaben", "Verfahren", "Anträge", "Anträgen", "Angebote", "Angeboten", "Vorhaben"}
)
"""What is counted in many a context; such a number is a fact only where the OZG is named with it."""


class Ledger:
    """Writes down the facts of one document; `mentions` are its findings in the order of the text."""

    def __init__(self, text: str, mentions: Sequence[OzgFinding], context: Context) -> None:
        self.text = text
        self.context = context
        self.concepts = [finding for finding in mentions if finding.concept not in get_args(FactKind)]
        self.starts = [finding.start for finding in self.concepts]
        self.valued = [finding for finding in mentions if finding.concept in get_args(FactKind)]

    def facts(self) -> tuple[OzgFact, ...]:
        """Every fact once, in the order of the text; none where the document does not speak of the OZG."""
        if not self.context.ozg:
            return ()
        found: dict[tuple[str, int], OzgFact] = {}
        for fact in (*self._valued(), *self._labelled(), *self._told()):
            if not any(_same(one, fact) for one in found.values()):
                found[fact.kind, fact.start] = fact
        return tuple(sorted(found.values(), key=lambda fact: (fact.start, fact.end, fact.kind)))

    def _valued(self) -> Iterator[OzgFact]:
        """What the mentions tell with a value."""
        for finding in self.valued:
            sentence = self.context.sentence(finding.start)
            kind, value, unit = finding.concept, finding.value, None
            if kind == "deadline" and is_end(self.text, *sentence):
                kind = "end"
            if kind == "status" and value:
                value = in_five_words(value)
            if kind == "count":
                unit = _unit(self.text[finding.start : finding.end])
            yield self._fact(kind, value, finding.start, finding.end, sentence, unit=unit, rule="mention")

    def _labelled(self) -> Iterator[OzgFact]:
        for office in labelled(self.text):
            line = (self.text.rfind("\n", 0, office.start) + 1, office.end)
            yield self._fact("responsible", office.value, office.start, office.end, line, rule="label")
        for costs in total_costs(self.text):
            place = (costs.start, costs.end)
            yield self._fact("money", costs.value, *place, place, rule="label")

    def _told(self) -> Iterator[OzgFact]:
        """What single sentences tell."""
        before = False
        for sentence in self.context.sentences:
            if not self.context.of_ozg(sentence[0]) or self._asks(sentence):
                continue
            named = bool(self._named(*sentence)) or self.context.digital_in(*sentence)
            yield from self._of_sentence(sentence, named, before)
            before = named

    def _asks(self, sentence: tuple[int, int]) -> bool:
        """Whether a sentence is a question, which states nothing."""
        return self.text[slice(*sentence)].rstrip().endswith("?")

    def _of_sentence(self, sentence: tuple[int, int], named: bool, before: bool) -> Iterator[OzgFact]:
        """The facts of a sentence; whether it, and the one before it, names anything of the OZG's world."""
        near = self.context.near_ozg(sentence[0])
        back = before and refers_back(self.text, sentence[0])
        if named or back or (near and speaks_of_a_service(self.text, *sentence)):
            yield from self._states(sentence)
        together = list(self._cooperation(sentence)) if named or before or near else []
        yield from together
        if named or together:
            yield from self._times(sentence)
        if named or near:
            yield from self._counts(sentence)
        if named or before or near:
            yield from self._offices(sentence)

    def _states(self, sentence: tuple[int, int]) -> Iterator[OzgFact]:
        for state in states(self.text, *sentence):
            yield self._fact("status", state.value, state.start, state.end, sentence)

    def _times(self, sentence: tuple[int, int]) -> Iterator[OzgFact]:
        for point in points(self.text, *sentence):
            yield self._fact(point.kind, point.value, point.start, point.end, sentence)
        if is_end(self.text, *sentence):
            for deadline in deadlines(self.text, *sentence):
                if deadline.value:
                    yield self._fact("end", deadline.value, deadline.start, deadline.end, sentence)

    def _offices(self, sentence: tuple[int, int]) -> Iterator[OzgFact]:
        for office in offices(self.text, *sentence, self._actors(sentence)):
            yield self._fact("responsible", office.value, office.start, office.end, sentence)

    def _counts(self, sentence: tuple[int, int]) -> Iterator[OzgFact]:
        for match in COUNT.finditer(self.text, *sentence):
            unit = _unit(match[0])
            if unit not in PLAIN_NUMBER:
                number = match["number"]
                value = NUMBER_WORDS.get(number.lower()) or int(number.replace(".", ""))
                yield self._fact("count", str(value), *match.span(), sentence, unit=unit)

    def _cooperation(self, sentence: tuple[int, int]) -> Iterator[OzgFact]:
        for found in cooperations(self.text, *sentence, self._actors(sentence)):
            yield self._fact("cooperation", found.value, found.start, found.end, sentence)

    def _actors(self, sentence: tuple[int, int]) -> list[tuple[int, int]]:
        """The known bodies that a sentence names."""
        return [
            (finding.start, finding.end)
            for finding in self._named(*sentence)
            if categories().get(finding.concept) == "Akteur"
        ]

    def _fact(
        self,
        kind: str,
        value: str | None,
        start: int,
        end: int,
        sentence: tuple[int, int],
        *,
        unit: str | None = None,
        rule: str = "sentence",
    ) -> OzgFact:
        return OzgFact(
            kind=kind,  # type: ignore[arg-type]
            value=value,
            unit=unit,
            concept=self._subject(start, sentence, kind),
            stance=stance_of(kind, value, self.text, *sentence),
            stated_by=source_of(self.text, *sentence),
            stated_on=day_of(self.text, *sentence),
            start=start,
            end=end,
            sentence=sentence,
            rule=f"ozg fact: {kind}, {rule}",
        )

    def _subject(self, at: int, sentence: tuple[int, int], kind: str) -> str | None:
        """What a fact is about: the concept named last before it in its sentence, or first behind it, services first;
        else the service of the paragraph."""
        named = sorted(self._named(*sentence), key=lambda found: (found.start > at, abs(found.start - at)))
        for category in SUBJECTS:
            for finding in named:
                about = finding.value if finding.concept == "system" else finding.concept
                if about and categories().get(about) == category:
                    return about
        return self._service_before(sentence[0]) if kind in ("status", "begin", "end") else None

    def _service_before(self, at: int) -> str | None:
        """The service named last in the paragraph, or in the heading above it."""
        paragraph = self.context.paragraph(at)
        for finding in reversed(self._named(max(at - LOOK_BACK, 0), at)):
            if categories().get(finding.concept) == "Leistung":
                own = self.context.paragraph(finding.start)
                return finding.concept if own == paragraph or self._is_heading(own) else None
        return None

    def _is_heading(self, paragraph: tuple[int, int]) -> bool:
        words = self.text[slice(*paragraph)].strip()
        return len(words) <= HEADING and words[-1:] not in ".,;:"

    def _named(self, start: int, end: int) -> Sequence[OzgFinding]:
        """The concepts named between two places."""
        return self.concepts[bisect_left(self.starts, start) : bisect_right(self.starts, end - 1)]


def _same(one: OzgFact, other: OzgFact) -> bool:
    """Whether two facts are one: at one place, or the same office or beginning told again of the same."""
    if one.kind != other.kind:
        return False
    again = one.kind in REPEATED and (one.value, one.concept) == (other.value, other.concept)
    return again or (one.start < other.end and other.start < one.end)


def _unit(words: str) -> str:
    """What is counted: the words behind the number, without its adjectives."""
    return re.sub(r"^\S+\s+(?:[a-zäöüß]+\s+)*", "", " ".join(words.split()))
