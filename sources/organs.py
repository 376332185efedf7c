"""Sentences by which a council or committee decides (`Der Hauptausschuss nimmt die Vorlage zur Kenntnis.`)."""

from __future__ import annotations

import re
from pathlib import Path

_VOCABULARIES = Path(__file__).parent / "vocabularies"


def word_list(name: str) -> tuple[str, ...]:
    """The lines of a word list without its comments."""
    lines = (_VOCABULARIES / name).read_text("utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


ORGAN = rf"(?:[A-ZÄÖÜ][\w-]*)?(?:{'|'.join(word_list('organ_nouns.txt'))})"
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
