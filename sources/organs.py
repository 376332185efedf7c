"""Sentences by which a council or committee decides (`Der Hauptausschuss nimmt die Vorlage zur Kenntnis.`)."""

from __future__ import annotations

import re

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
        if match["organ"] not in UNNAMED:
            return match["organ"]
    return None


GENITIVES = (
    (re.compile(r"^(.*(?:[Aa]usschu[sß]s?))e?s$"), r"\1"),
    (re.compile(r"^(.*[Rr]at)e?s$"), r"\1"),
    (re.compile(r"^(.*tag)e?s$"), r"\1"),
    (re.compile(r"^(.*(?:[Ss]enat|[Mm]agistrat))e?s$"), r"\1"),
)
SITTING = re.compile(
    rf"Sitzung\s(?:des|der)\s(?P<organ>{GENITIVE}{COMPLEMENT})(?:,|\s(?:am|vom|den|im|in)\b)"
)
"""The organ of a meeting in the genitive (`Sitzung des Rates am`)."""


def nominative(organ: str) -> str:
    """`Rates` → `Rat`, `Ausschusses für Schule` → `Ausschuss für Schule`."""
    noun, space, rest = organ.partition(" ")
    for pattern, replacement in GENITIVES:
        noun = pattern.sub(replacement, noun)
    return noun + space + rest


def sitting_organ(text: str) -> str | None:
    """The organ whose meeting is named, in the nominative."""
    for match in SITTING.finditer(text):
        if (organ := nominative(match["organ"])) not in UNNAMED:
            return organ
    return None
