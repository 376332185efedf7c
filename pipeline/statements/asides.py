"""What stands in brackets between the sentences of a speech: applause, which is nothing, and calls of who is named."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.findings import Name, PersonMention
from pipeline.people.vocabulary import word_set
from pipeline.statements.clause import Element

_LONGEST = 8
"""So many sentences an aside has at most; a bracket that is open longer was forgotten."""
_BEFORE = frozenset(["(", "[", "-", "–", "—", ";", ",", "von", "zuruf", "zwischenruf", "zwischenfrage"])
_CALLS = frozenset(["zuruf", "zurufe", "zwischenruf", "zwischenrufe", "ruf", "rufe"])
_FROM = frozenset(
    ["von", "vom", "bei", "beim", "aus", "seitens", "der", "den", "dem", "des", "reihen", "fraktion"]
)


def in_asides(wordings: Sequence[str]) -> frozenset[int]:
    """The numbers of the sentences that are pieces of an aside over several sentences."""
    found: set[int] = set()
    for at, wording in enumerate(wordings):
        if wording.startswith("(") and at not in found and (stop := _closing(wordings, at)):
            found.update(range(at, stop))
    return frozenset(found)


def _closing(wordings: Sequence[str], at: int) -> int | None:
    """The number behind the sentence that closes the bracket with which AT begins; None where it closes in AT."""
    depth = 0
    for stop in range(at, min(at + _LONGEST, len(wordings))):
        depth += wordings[stop].count("(") - wordings[stop].count(")")
        if depth <= 0:
            return stop + 1 if stop > at and wordings[stop].rstrip().endswith(")") else None
    return None


def caller_of(sentence: Sequence[Element]) -> PersonMention | None:
    """Whose call an aside quotes behind a colon (`(Beifall – Braun [XYZ]: Nein!)`, `(Zuruf von der XYZ: Nein!)`)."""
    for at in range(len(sentence) - 1):
        if sentence[at + 1].text == ":" and at:
            named = sentence[at].mention if sentence[at - 1].low in _BEFORE else None
            return named or _party(sentence, at)
    return None


def _party(sentence: Sequence[Element], at: int) -> PersonMention | None:
    """The party whose ranks a call came from; its last word is at AT."""
    first = at
    while first > 1 and sentence[first - 1].low not in _FROM | _CALLS:
        first -= 1
    words = [element.text for element in sentence[first : at + 1]]
    if sentence[first - 1].low not in _FROM or not any(element.low in _CALLS for element in sentence[:first]):
        return None
    if not any(piece in word_set("parties.txt") for word in words for piece in word.split("/")):
        return None
    return PersonMention(
        start=sentence[first].start, end=sentence[at].end, name=Name(role=" ".join(words).replace(" / ", "/"))
    )
