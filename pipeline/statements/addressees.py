"""To whom something was said: the object of a verb of asking or answering, or whose question is being answered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.findings import PersonMention, Statement
from pipeline.statements.clause import Element, is_preposition
from pipeline.statements.evidence import cue_at
from pipeline.statements.vocabulary import PARTICLES, lemma, lines

_ENDS = frozenset([",", ".", ":", ";", "(", "!", "?"])
_TURNED = frozenset(["gerichtet", "gewandt", "gewendet", "adressiert"])
_CONTRACTED = {"an": "ans", "bei": "beim", "von": "vom", "zu": "zum"}
_NEAR = 4
"""So many words may stand between a verb and its object."""


@cache
def _answered() -> re.Pattern[str]:
    nouns = "|".join(lines("answered_nouns.txt"))
    return re.compile(
        rf"\b(?:auf|zu|zur|zum)\b[^,.;:]{{0,60}}?\b\w*(?:{nouns})\s+(?P<by>von|durch|seitens|vonseiten)?\s*$",
        re.IGNORECASE,
    )


@cache
def _verbs() -> dict[tuple[str, str], frozenset[str]]:
    """How the person follows (`acc`, `dat` or a preposition) by infinitive and particle (empty where none)."""
    told: dict[tuple[str, str], set[str]] = {}
    for line in lines("addressing_verbs.txt"):
        verb, particle, follows = line.split()
        told.setdefault((verb, particle.strip("-")), set()).add(follows)
    return {verb: frozenset(follows) for verb, follows in told.items()}


def addressees_of(sentence: Sequence[Element], found: Statement, text: str) -> tuple[PersonMention, ...]:
    """The persons to whom FOUND, a finding for the sentence, was said; empty where it names nobody."""
    if found.kind == "direct":
        return ()
    others = [
        at for at, one in enumerate(sentence) if one.mention and not _speaks(one.mention, found)
    ]  # in the order of the text
    first = next(
        (at for at in others if _is_answered(sentence, at, text) or _is_turned_to(sentence, at)), None
    )
    if first is None and found.cue:
        first = _object(sentence, found, others)
    return tuple(_joined(sentence, first, others)) if first is not None else ()


def _speaks(mention: PersonMention, found: Statement) -> bool:
    """Whether a mention is the subject, or names the very person who speaks."""
    place = found.named
    inside = place is not None and place.start <= mention.start < place.end
    return inside or mention.name in found.speakers


def _is_answered(sentence: Sequence[Element], at: int, text: str) -> bool:
    """`auf Nachfrage von Frau Brink`, `zur Anregung des Herrn Brink`."""
    before = _answered().search(text[sentence[0].start : sentence[at].start])
    return before is not None and bool(
        before["by"] or sentence[at].text.split()[0] in ("des", "der", "Herrn")
    )


def _is_turned_to(sentence: Sequence[Element], at: int) -> bool:
    """`an die Verwaltung gerichtet`."""
    behind = sentence[at + 1].low if at + 1 < len(sentence) else ""
    return at > 0 and sentence[at - 1].low == "an" and behind in _TURNED


def _object(sentence: Sequence[Element], found: Statement, others: Sequence[int]) -> int | None:
    """The index of the person who is the object of the cue's verb."""
    follows = _verbs().get(_verb(found.cue or ""), frozenset())
    verb = cue_at(sentence, found)
    if not follows or verb is None:
        return None
    start = next(at for at, element in enumerate(sentence) if element.start == verb.start)
    for at in others:
        if at > start and not any(element.low in _ENDS for element in sentence[start + 1 : at]):
            return at if _fits(sentence, start, at, follows) else None
    return None


def _verb(cue: str) -> tuple[str, str]:
    """Infinitive and particle of a cue (`weist … hin`; `möchte … wissen` is the verb of its infinitive)."""
    first, _, second = cue.partition(" … ")
    if second in PARTICLES:
        return lemma(first), second
    return lemma(second or first), ""


def _fits(sentence: Sequence[Element], verb: int, at: int, follows: frozenset[str]) -> bool:
    """Whether the mention at AT stands as the verb wants its object."""
    before = sentence[at - 1]
    first = sentence[at].text.split()[0]
    if any(before.low == word or first == _CONTRACTED.get(word) for word in follows):
        return True
    if is_preposition(before.low) or (before.text[0].isupper() and not before.mention) or before.low == "und":
        return False
    subject = max(
        (i for i in range(verb, at) if sentence[i].mention or sentence[i].low in ("er", "sie")), default=verb
    )
    if at - subject > _NEAR:
        return False
    if "acc" in follows and first in ("den", "die", "Herrn", "Frau"):
        return True
    return "dat" in follows and first in ("dem", "der", "Herrn", "Frau")


def _joined(sentence: Sequence[Element], first: int, others: Sequence[int]) -> Iterator[PersonMention]:
    """The mention at FIRST and those joined to it by `und`."""
    at = first
    while at in others and (mention := sentence[at].mention):
        yield mention
        if at + 2 >= len(sentence) or sentence[at + 1].low not in ("und", "sowie"):
            return
        at += 2
