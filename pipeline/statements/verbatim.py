"""Verbatim minutes: lines that give somebody the word, and what stands in brackets between."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, islice

from pipeline.findings import PersonMention
from pipeline.statements.clause import Element
from pipeline.statements.vocabulary import pattern

_FIRST_PERSON = re.compile(r"\b(?:ich|wir|uns|mir|mich|unser\w*|mein\w*|Ihnen|Sie)\b")
_NAMED_AS = frozenset(["frage", "anfrage", "zusatzfrage", "nachfrage", "rückfrage", "antwort", "wortmeldung"])
_LEADING = frozenset(["(", "-", "–", "—", "•", "*"])


def speaker_of(sentence: Sequence[Element]) -> tuple[PersonMention, bool] | None:
    """The person whom a sentence gives the word (`Stadtrat Braun (CDU): …`), and whether in brackets (heckling)."""
    at = 0
    while at < len(sentence) and (sentence[at].low in _LEADING or (not at and sentence[at].low in _NAMED_AS)):
        at += 1
    mention = sentence[at].mention if at + 1 < len(sentence) else None
    if mention is None or sentence[at].oblique:
        return None
    behind = at + 1
    if sentence[behind].text in ("(", "["):
        behind = next(
            (i + 1 for i in range(behind, min(behind + 12, len(sentence))) if sentence[i].text in (")", "]")),
            behind,
        )
    if behind < len(sentence) and sentence[behind].text == ":" and not _is_label(sentence, behind + 1):
        return mention, bool(at) and sentence[at - 1].text == "("
    return None


def _is_label(sentence: Sequence[Element], at: int) -> bool:
    """Whether nothing but another person stands behind the colon (`Vorsitzender: Bürgermeisterin Braun`).

    Who calls to that person has the word (`Braun (XYZ): Herr Vorsitzender!`).
    """
    rest = sentence[at:]
    return len(rest) <= 2 and bool(rest) and rest[0].mention is not None and rest[-1].text not in ("!", "?")


def is_aside(sentence: str) -> bool:
    """Whether a sentence stands wholly in brackets (`(Beifall bei der SPD)`)."""
    stripped = sentence.strip()
    if not (stripped.startswith("(") and stripped.endswith(")")):
        return False
    depths = accumulate((sign == "(") - (sign == ")") for sign in stripped)
    return all(depth > 0 for depth in islice(depths, len(stripped) - 1))


def is_salutation(text: str) -> bool:
    """Whether a sentence greets those to whom a speech is read."""
    return bool(pattern("salutations.txt").match(text.lstrip('„“"» ')))


def in_first_person(text: str) -> bool:
    """Whether a stretch of text is spoken in the first person."""
    return bool(_FIRST_PERSON.search(text))
