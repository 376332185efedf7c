"""Who is speaking at a point of the text: the persons, their wording, how certain it is that they still speak."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from pipeline.findings import PersonMention, Span, Statement
from pipeline.people.gender import gender_of
from pipeline.statements.quotation import Quotation

Mode = Literal["report", "account", "act", "line", "aloud"]


@dataclass(frozen=True, slots=True)
class Speech:
    """Somebody had the word last in `paragraph`.

    After a `report` speech goes on, after an `account` (`stellt die Planung vor`) only inside the paragraph, after an
    `act` only if its grammar shows it; a `line` of a transcript gives the word until the next one, and what is read
    `aloud` goes on until its `quotation` or a new speaker ends it.
    """

    speakers: tuple[PersonMention, ...]
    mode: Mode
    paragraph: int
    quotation: Quotation | None = None
    listing: bool = False
    """Whether a list of what was said follows."""
    asks: bool = False
    """Whether the speaker was last told to ask for something."""

    @property
    def direct(self) -> bool:
        """Whether what follows is spoken in the first person."""
        return self.mode in ("line", "aloud")


@dataclass(slots=True)
class Floor:
    """The speech that is open, and who was named lately, the last one last, for the pronouns."""

    speech: Speech | None = None
    named: list[PersonMention] = field(default_factory=list)

    def close(self) -> None:
        """Nobody has the word any longer."""
        self.speech = None

    def resolve(self, pronoun: str) -> tuple[PersonMention, ...]:
        """Whom a pronoun means: the speaker if the gender agrees, else the last person named whose does."""
        wanted = "m" if pronoun in ("er", "dieser") else "f"
        speaker = self.speech.speakers if self.speech else ()
        if pronoun in ("er", "sie") and len(speaker) == 1 and gender_of(speaker[0].name) in (wanted, "x"):
            return speaker
        for mention in reversed(self.named):
            if gender_of(mention.name) == wanted:
                return (mention,)
        return self._only_one_named() if pronoun in ("er", "sie") else ()

    def _only_one_named(self) -> tuple[PersonMention, ...]:
        """The one person named lately whose gender nothing tells (`RM Braun`); none where there were several."""
        names = {mention.name.family_name for mention in self.named}
        unknown = bool(self.named) and gender_of(self.named[-1].name) == "x"
        return (self.named[-1],) if unknown and len(names) == 1 else ()


def wording(speakers: tuple[PersonMention, ...], text: str) -> str | None:
    """How the text names the speakers, on one line."""
    return " und ".join(" ".join(text[m.start : m.end].split()) for m in speakers) or None


def _place(speakers: tuple[PersonMention, ...]) -> Span | None:
    """Where the speakers are named, from the first to the last."""
    if not speakers:
        return None
    return Span(start=min(m.start for m in speakers), end=max(m.end for m in speakers))


def statement(
    speakers: tuple[PersonMention, ...],
    text: str,
    span: tuple[int, int],
    kind: Literal["indirect", "continued", "direct"],
    cue: str | None,
    confidence: float,
    rule: str,
) -> Statement:
    """The finding for the sentence at SPAN."""
    return Statement(
        start=span[0],
        end=span[1],
        speaker=wording(speakers, text),
        speakers=tuple(mention.name for mention in speakers),
        kind=kind,
        cue=cue,
        confidence=confidence,
        rule=rule,
        named=_place(speakers),
    )
