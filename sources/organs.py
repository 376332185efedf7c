"""Sentences by which a council or committee decides (`Der Hauptausschuss nimmt die Vorlage zur Kenntnis.`)."""

from __future__ import annotations

import re

from sources.moments import DAY, day_of
from sources.places import FORMS
from sources.words import word_list

ORGAN = rf"(?:[A-ZÄÖÜ][\w-]*)?(?:{'|'.join(word_list('organ_nouns.txt'))})"
GENITIVE = rf"{ORGAN}(?:es|s)?"
COMPLEMENT = r"(?:\s(?:für|der|des|zur|zum|im)\s[^.:;()\n]{3,120}?)?"
VERBS = "|".join(word_list("resolution_verbs.txt"))
RESOLUTION = re.compile(
    rf"(?:^|(?<=[.!?]\s))(?:Der|Die|Das)\s(?P<organ>{ORGAN}{COMPLEMENT})\s(?:{VERBS})\b", re.MULTILINE
)
UNNAMED = frozenset(word_list("unnamed_organs.txt"))


def decides(text: str) -> bool:
    """Whether the text begins with an organ's decision."""
    return RESOLUTION.match(text) is not None


def deciding_organ(text: str) -> str | None:
    """The name of the organ that decides, None where it is only called `Der Ausschuss`."""
    for match in RESOLUTION.finditer(text):
        if (organ := without_body(match["organ"])) not in UNNAMED:
            return organ
    return None


OF_BODY = re.compile(rf"\s(?:der|des)\s(?:{'|'.join(FORMS)})\b.*$")

GENITIVES = (
    (re.compile(r"^(.*(?:[Aa]usschu[sß]s?))e?s$"), r"\1"),
    (re.compile(r"^(.*[Rr]at)e?s$"), r"\1"),
    (re.compile(r"^(.*tag)e?s$"), r"\1"),
    (re.compile(r"^(.*(?:[Ss]enat|[Mm]agistrat))e?s$"), r"\1"),
)
SITTING = re.compile(
    rf"[Ss]itzung\s(?:des|der)\s(?P<organ>{GENITIVE}{COMPLEMENT})"
    rf"(?:\s(?:der|des|in)\s[^.\n]{{3,60}}?)?\s(?:am|vom|den)\s(?:\w+,\s(?:(?:den|dem)\s)?)?{DAY.pattern}"
)
"""A meeting with its organ in the genitive and its day (`Sitzung des Rates der Stadt Au am 24.06.2021`)."""

ADDRESSED = re.compile(
    rf"\bfür\s(?:die|den|das)\s(?P<organ>{ORGAN}{COMPLEMENT})"
    rf"\s(?:am|vom|den)\s(?:\w+,\s(?:(?:den|dem)\s)?)?{DAY.pattern}"
)
"""An organ and a day for which something is meant (`für die Stadtverordnetenversammlung vom 19. Mai 2022`)."""


def without_body(organ: str) -> str:
    """`Rat der Stadt Auental` → `Rat`."""
    return OF_BODY.sub("", organ)


def nominative(organ: str) -> str:
    """`Rates` → `Rat`, `Ausschusses für Schule` → `Ausschuss für Schule`."""
    noun, space, rest = organ.partition(" ")
    for pattern, replacement in GENITIVES:
        noun = pattern.sub(replacement, noun)
    return noun + space + rest


def sitting_in(text: str) -> tuple[str, str] | None:
    """The organ (in the nominative) and the day of the first meeting that is named with both."""
    for match in (*SITTING.finditer(text), *ADDRESSED.finditer(text)):
        organ, day = nominative(without_body(match["organ"])), day_of(match)
        if organ not in UNNAMED and day:
            return organ, day
    return None
