"""What the name of a meeting in a calendar says: whose meeting it is, and whether it takes place.

A calendar names a meeting by its organ in the genitive (`Sitzung des Ausschusses für Kultur`), an agenda names the
organ itself (`Ausschuss für Kultur`): both must lead to the same organisation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sources.organs import nominative
from sources.words import word_list

MARK = "|".join(word_list("cancelled.txt"))
CANCELLED = re.compile(
    rf"^[\s*(]*(?:(?:die|diese)\s+)?(?:sitzung\s+)?(?:{MARK})[\s!:.)*–-]*|[\s(:–-]+(?:{MARK})[\s!.)*]*$", re.I
)
"""The mark before or behind the name, with what sets it off."""

HELD_BY = re.compile(
    r"(?:^|\s)(?:\w*[Ss]itzung|Klausurtagung|Ortstermin|Besichtigung)\s(?P<article>des|der)\s(?:\([^)]*\)\s)?(?P<organ>.+)$"
)
ASIDE = re.compile(r"\s*\((?:nicht-?\s?)?öffentlich\)\s*$|\s+[-–]\s+.*$", re.IGNORECASE)
"""What stands behind the organ: whether the meeting is public, what it is about (`… - Haushaltsberatung`)."""

GENITIVE_NOUN = re.compile(r"^([A-ZÄÖÜ][\w-]*(?:stand|band|amt|bund|verein|rat|kreis))e?s$")
"""Nouns besides those of organs that stand in the genitive in names of meetings (`Vorstandes`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """`name` without the mark that cancels it; `organ` in the nominative, None where the name does not tell it."""

    name: str
    organ: str | None
    cancelled: bool


def sitting_of(shown: str) -> Sitting:
    """What a calendar's name of a meeting tells."""
    name = CANCELLED.sub("", shown).strip()
    return Sitting(name=name or shown, organ=organ_in(name), cancelled=bool(CANCELLED.search(shown)))


def organ_in(name: str) -> str | None:
    """The organ that holds the meeting; of `der Fraktion X` it is `Fraktion X`."""
    held = HELD_BY.search(ASIDE.sub("", name))
    if held is None:
        return None
    words = held["organ"].split()
    return " ".join(_of_feminine(words) if held["article"] == "der" else _of_masculine(words))


def _of_feminine(words: list[str]) -> list[str]:
    """Only adjectives change: `Gemeinsamen Kommission` → `Gemeinsame Kommission`."""
    if len(words) > 1 and re.fullmatch(r"[A-ZÄÖÜ][a-zäöü]+(?:lich|sam|ig|isch|end|weit)en", words[0]):
        return [words[0][:-1], *words[1:]]
    return words


def _of_masculine(words: list[str]) -> list[str]:
    """The first noun that shows a genitive loses it; adjectives before it end in -er."""
    for at, word in enumerate(words):
        bare = GENITIVE_NOUN.sub(r"\1", nominative(word))
        if bare != word:
            before = [re.sub(r"(?<=[a-zäöü]{3})en$", "er", adjective) for adjective in words[:at]]
            return [*before, bare, *words[at + 1 :]]
        if word[0].islower() and word not in ("und", "sowie"):
            break
    return words
