"""The words of a sentence that its rule stands on: the person or pronoun with the verb of saying, or a Konjunktiv."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.findings import Span, Statement
from pipeline.statements.clause import Element
from pipeline.statements.vocabulary import is_konjunktiv

_PRONOUNS = frozenset(["er", "sie", "dieser", "diese", "letzterer", "letztere"])
_GIVEN_WORD = frozenset(["speaker-line", "heckling"])


def evidence_of(sentence: Sequence[Element], found: Statement) -> Span | None:
    """The words that carry FOUND, a finding for the sentence; None where only its place does."""
    who = _subject(sentence, found)
    if found.cue is not None:
        return _joined(who, cue_at(sentence, found))
    if found.rule in _GIVEN_WORD and who is not None:
        return _joined(who, _colon(sentence, who))
    if found.rule == "konjunktiv":
        return _joined(next((e for e in sentence if e.mention is None and is_konjunktiv(e.text)), None), None)
    return None


def cue_at(sentence: Sequence[Element], found: Statement) -> Element | None:
    """The word of the cue that stands nearest to the subject (the verb of `merkt … an`)."""
    first = (found.cue or "").split(" ")[0]
    who = _subject(sentence, found)
    near = who.start if who else sentence[0].start
    told = [element for element in sentence if element.text == first]
    return min(told, key=lambda element: abs(element.start - near), default=None)


def _subject(sentence: Sequence[Element], found: Statement) -> Element | None:
    """The person who speaks where the sentence names them, else the pronoun that stands for them."""
    place = found.named
    if place is not None and found.start <= place.start < found.end:
        return next((element for element in sentence if element.start == place.start), None)
    if "pronoun" in found.rule:
        return next((element for element in sentence if element.low in _PRONOUNS), None)
    return None


def _colon(sentence: Sequence[Element], who: Element) -> Element | None:
    return next((element for element in sentence if element.text == ":" and element.start >= who.end), None)


def _joined(one: Element | None, other: Element | None) -> Span | None:
    """From the first to the last of two elements."""
    both = [element for element in (one, other) if element is not None]
    if not both:
        return None
    return Span(start=min(e.start for e in both), end=max(e.end for e in both))
