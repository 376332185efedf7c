"""Verbatim minutes: lines that give somebody the word, and what stands in brackets between."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, islice

from pipeline.findings import PersonMention
from pipeline.people.vocabulary import speaks_as_one
from pipeline.statements.clause import Element
from pipeline.statements.vocabulary import is_finite, pattern

_FIRST_PERSON = re.compile(r"\b(?:ich|wir|uns|mir|mich|unser\w*|mein\w*|Ihnen|Sie)\b")
_NAMED_AS = frozenset(["frage", "anfrage", "zusatzfrage", "nachfrage", "rückfrage", "antwort", "wortmeldung"])
_CALLS = frozenset(["zuruf", "zwischenruf", "zwischenfrage"])
_CLOSING = {"(": ")", "[": "]", "-": "-", "–": "–", ",": ":"}
_LONGEST_FUNCTION = 12
"""So many words and signs the function behind a speaker's name has at most."""
_LEADING = frozenset(["(", "-", "–", "—", "•", "*"])


def speaker_of(sentence: Sequence[Element]) -> tuple[PersonMention, bool] | None:
    """The person whom a sentence gives the word (`Stadtrat Braun (CDU): …`), and whether as a call between."""
    at = _leading(sentence)
    mention = sentence[at].mention if at + 1 < len(sentence) else None
    if mention is None or (sentence[at].oblique and not _calls(sentence, at)):
        return None
    behind = _behind_function(sentence, at + 1, mention)
    if behind < len(sentence) and sentence[behind].text == ":" and not _is_label(sentence, behind + 1):
        if not _may_speak(sentence, behind, mention):
            return None
        return mention, bool(at) and (sentence[at - 1].text == "(" or _calls(sentence, at))
    return None


def _leading(sentence: Sequence[Element]) -> int:
    """The index behind signs and words such as `Frage` or `Zwischenruf von`."""
    at = 0
    while at < len(sentence) and (sentence[at].low in _LEADING or (not at and sentence[at].low in _NAMED_AS)):
        at += 1
    if at < len(sentence) and sentence[at].low in _CALLS:
        at += 2 if at + 1 < len(sentence) and sentence[at + 1].low == "von" else 1
    return at


def _calls(sentence: Sequence[Element], at: int) -> bool:
    return any(element.low in _CALLS for element in sentence[:at])


def _behind_function(sentence: Sequence[Element], at: int, mention: PersonMention) -> int:
    """The index behind what a name is explained with: `(Bauamt)`, `- XYZ -`, `, Leiterin des Bauamts`."""
    sign = sentence[at].text
    if sign not in _CLOSING or (sign == "," and not mention.name.family_name):
        return at
    for stop in range(at + 1, min(at + _LONGEST_FUNCTION, len(sentence))):
        if sentence[stop].text in _CLOSING[sign]:
            return stop + (sign != ",")
        if sign == "," and is_finite(sentence[stop].text):
            break
    return at


def is_unknown_line(sentence: Sequence[Element], paragraph_begins: bool) -> bool:
    """Whether a line gives the word to somebody who could not be read (`Xy Quast (Verein): …`)."""
    if not paragraph_begins or len(sentence) < 4 or not sentence[0].text[:1].isupper():
        return False
    for at in range(1, min(_LONGEST_FUNCTION, len(sentence) - 1)):
        if sentence[at].text in (")", "]") and sentence[at + 1].text == ":":
            return any(element.text in ("(", "[") for element in sentence[1:5])
        if sentence[at].text in (".", ":", "!", "?") or is_finite(sentence[at].text):
            return False
    return False


def _is_label(sentence: Sequence[Element], at: int) -> bool:
    """Whether nothing but another person stands behind the colon (`Vorsitzender: Bürgermeisterin Braun`).

    Who calls to that person has the word (`Braun (XYZ): Herr Vorsitzender!`).
    """
    rest = sentence[at:]
    return len(rest) <= 2 and bool(rest) and rest[0].mention is not None and rest[-1].text not in ("!", "?")


def _may_speak(sentence: Sequence[Element], colon: int, mention: PersonMention) -> bool:
    """Whether who stands before the colon is given the word and no list of people or things begins there.

    A faction's or a mere seat's name needs a verb behind it (`SPD-Fraktion: Anna Braun` is who takes a seat).
    """
    name = mention.name
    if name.family_name or not (
        speaks_as_one(name.role or "") or (name.role or "").lower().endswith("mitglied")
    ):
        return True
    return any(is_finite(element.text) for element in sentence[colon + 1 :])


def is_aside(sentence: str) -> bool:
    """Whether a sentence stands wholly in brackets (`(Beifall bei der SPD)`)."""
    stripped = sentence.strip().removesuffix(".")
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
