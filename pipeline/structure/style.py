"""How minutes tell what was said: in the Konjunktiv, in the indicative, or word for word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.findings import Section, Style
from pipeline.structure.lines import is_spoken
from pipeline.structure.vocabulary import words

WORD = re.compile(r"[^\W\d_]+")
FIRST_PERSON = words("style", "first person")
KONJUNKTIV = words("style", "konjunktiv")

VERBATIM = 0.006
"""From this share of first-person pronouns on a text is speech; indirect speech has hardly any."""

INDIRECT = 0.008
"""From this share of Konjunktiv forms on a text is told in the Konjunktiv."""

ENOUGH = 60
"""So many words a section needs to be judged by itself."""


@dataclass(frozen=True, slots=True)
class Cues:
    """Counts in a text."""

    words: int = 0
    first_person: int = 0
    konjunktiv: int = 0
    speakers: int = 0

    def __add__(self, other: Cues) -> Cues:
        return Cues(
            self.words + other.words,
            self.first_person + other.first_person,
            self.konjunktiv + other.konjunktiv,
            self.speakers + other.speakers,
        )


def cues_in(text: str) -> Cues:
    """The cues of a text."""
    found = [word.lower() for word in WORD.findall(text)]
    return Cues(
        words=len(found),
        first_person=sum(word in FIRST_PERSON for word in found),
        konjunktiv=sum(word in KONJUNKTIV for word in found),
        speakers=sum(is_spoken(line.strip()) for line in text.splitlines()),
    )


def style_of(cues: Cues) -> Style:
    """The style that the cues show."""
    share = cues.first_person / max(cues.words, 1)
    if share >= VERBATIM and (cues.first_person > cues.konjunktiv or cues.speakers):
        return "verbatim"
    return "konjunktiv" if cues.konjunktiv / max(cues.words, 1) >= INDIRECT else "indicative"


def with_styles(text: str, sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections with the style of each discussion; a short one without cues of its own follows the document."""
    cues = {
        at: cues_in(text[section.start : section.end])
        for at, section in enumerate(sections)
        if section.kind == "discussion"
    }
    whole = style_of(sum(cues.values(), Cues()))
    return tuple(
        replace(section, style=_judged(cues[at], whole)) if at in cues else section
        for at, section in enumerate(sections)
    )


def _judged(cues: Cues, whole: Style) -> Style:
    """The style of a section, or of the document where the section tells too little."""
    if cues.words >= ENOUGH:
        return style_of(cues)
    if cues.speakers and cues.first_person:
        return "verbatim"
    if cues.konjunktiv and whole != "verbatim":
        return "konjunktiv"
    return whole
