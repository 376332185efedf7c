"""What a sentence tells of its speaker, as the rules hand it on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.findings import PersonMention

Verdict = Literal["report", "act", "silent"]
Pronoun = Literal["er", "sie", "dieser", "diese"]


@dataclass(frozen=True, slots=True)
class Frame:
    """What a sentence tells of a speaker: `subjects` are persons in the text, or `pronoun` stands for one.

    `verdict`: a report, an act without content, or silence (the person does something else).
    """

    verdict: Verdict
    subjects: tuple[PersonMention, ...] = ()
    pronoun: Pronoun | None = None
    cue: str | None = None
    rule: str = ""
    confidence: float = 0.9
    presents: bool = False
    """Whether an act tells the listeners something, which may follow in the indicative."""
