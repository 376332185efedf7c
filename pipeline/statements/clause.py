"""A sentence as its words with the persons in it as single elements, which is what the rules look at."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.findings import PersonMention
from pipeline.people.gender import gender_of
from pipeline.people.words import Word

_OBLIQUE = frozenset(
    [
        "dem",
        "den",
        "des",
        "einem",
        "einen",
        "eines",
        "beim",
        "vom",
        "zum",
        "zur",
        "diesem",
        "diesen",
        "dieses",
        "einer",
    ]
)
_PREPOSITIONS = frozenset(
    (
        "von", "mit", "an", "durch", "für", "bei", "zu", "auf", "laut", "gegen", "über", "um", "nach", "vor", "neben",
        "seitens", "vonseiten", "zwischen", "wegen", "ohne", "außer", "gegenüber", "samt", "aus", "unter", "wie", "als",
        "seit", "statt", "trotz", "hinter", "per", "via",
    )
)  # fmt: skip


def is_preposition(word: str) -> bool:
    """Whether a word in small letters makes a person behind it no subject."""
    return word in _PREPOSITIONS


Element = Word
"""A word, a sign or a whole mention; `low` of a mention is `@`."""


def elements(ws: Sequence[Word], people: Sequence[PersonMention], text: str) -> list[Element]:
    """The elements of a sentence from its words and the mentions that begin in it."""
    if not people:
        return list(ws)
    found: list[Element] = []
    until, upcoming = -1, 0
    for word in ws:
        if word.start < until:
            continue
        while upcoming < len(people) and people[upcoming].start < word.start:
            upcoming += 1
        if upcoming < len(people) and people[upcoming].start == word.start:
            mention = people[upcoming]
            until = mention.end
            wording = text[mention.start : mention.end]
            oblique = _is_oblique(wording, mention, found)
            found.append(Element(wording, "@", mention.start, mention.end, mention, oblique))
        else:
            found.append(word)
    return found


def _is_oblique(wording: str, mention: PersonMention, before: Sequence[Element]) -> bool:
    """Whether a mention cannot be the subject: its article, `Herrn`, or a preposition in front."""
    words = wording.split()
    if words[0].lower() in _OBLIQUE or {"Herrn", "Hrn."} & set(words[:3]):
        return True
    if words[0] in ("der", "einer") and _is_feminine(mention):
        return True
    return bool(before) and is_preposition(before[-1].low)


def _is_feminine(mention: PersonMention) -> bool:
    role = mention.name.role or ""
    return gender_of(mention.name) == "f" or role.endswith(
        ("ung", "in", "stelle", "itung", "fraktion", "schaft", "ei", "wehr")
    )
