"""A sentence with its place in the document, and what its grammar shows of who may be speaking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.findings import PersonMention, Style
from pipeline.people.vocabulary import speaks_as_one
from pipeline.statements.clause import Element
from pipeline.statements.lists import entry_start
from pipeline.statements.verbatim import speaker_of
from pipeline.statements.vocabulary import is_finite, is_konjunktiv, word_set

_LINES_OF_A_TRANSCRIPT = 3
"""So many lines that give somebody the word make minutes verbatim; then a heading does not end a speech."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its place; `paragraph` and `section` are running numbers."""

    start: int
    end: int
    paragraph: int
    section: int
    style: Style | None
    elements: Sequence[Element]


def is_transcript(sentences: Sequence[Sentence]) -> bool:
    """Whether so many lines give somebody the word that the minutes are verbatim."""
    given = (speaker_of(sentence.elements) for sentence in sentences)
    return sum(1 for found in given if found and not found[1]) >= _LINES_OF_A_TRANSCRIPT


def in_konjunktiv(sentence: Sentence) -> bool:
    """Whether any word shows indirect speech."""
    return any(is_konjunktiv(element.text) for element in sentence.elements if element.mention is None)


def begins_in_konjunktiv(sentence: Sentence) -> bool:
    """Whether the first finite verb is a Konjunktiv, which is what carries speech into a new paragraph."""
    verbs = (e.text for e in sentence.elements if e.mention is None and is_finite(e.text))
    first = next(verbs, "")
    return is_konjunktiv(first) or first in word_set("weak_konjunktiv.txt")


def is_entry(sentence: Sentence | None) -> bool:
    """Whether there is a sentence and it is an entry of a list."""
    return sentence is not None and entry_start(sentence.elements) is not None


def antecedents(sentence: Sequence[Element]) -> list[PersonMention]:
    """Whom a pronoun behind the sentence may mean, in their order."""
    return [
        element.mention
        for at, element in enumerate(sentence)
        if element.mention and _is_antecedent(element.mention, element.oblique and at > 0)
    ]


def _is_antecedent(mention: PersonMention, oblique: bool) -> bool:
    """Named, or one person's role that is subject or topic (`Dem Landrat liegt ein Schreiben vor. Er …`)."""
    if speaks_as_one(mention.name.role or ""):
        return False
    return mention.name.family_name is not None or not oblique
