"""What a verb with what follows it makes of a sentence: a report, an act without content, or silence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from pipeline.statements.clause import Element
from pipeline.statements.frame import Verdict
from pipeline.statements.vocabulary import (
    PARTICLES,
    VerbClass,
    is_finite,
    is_formal,
    is_idiom,
    is_konjunktiv,
    is_mere_act,
    lemma,
    lines,
    pattern,
    takes,
    verb_class,
)

MODALS = frozenset(["können", "müssen", "sollen", "dürfen", "wollen", "mögen", "möchten"])
_ENDINGS = frozenset([",", ".", ";", ":", "!", "?", ")", "und", "sowie", "oder", "bzw", "–", "—"])
_BEHIND_PARTICLE = frozenset(
    ["mit", "für", "zum", "zur", "auf", "als", "bei", "dahingehend", "zwecks", "bezüglich", "hinsichtlich"]
)
"""Words with which what follows the clause begins (`regt eine Übersicht an mit …`)."""
_AUXILIARIES = frozenset(["haben", "sein", "werden"])
_WISHES = frozenset(["wollen", "mögen", "möchten"])
_STATES = frozenset(["sein", "haben"])
_LIGHT = frozenset(
    ["geben", "machen", "stellen", "nehmen", "bringen", "halten", "zeigen", "sehen", "legen", "setzen"]
)
_REASON = re.compile(r"\b(?:dies|das|ihn|sie) (?:\w+ )?(?:mit|damit)\b|\bdamit\b")
_SMALL_WORD = re.compile(r"\b[a-zäöüß]{3,}\b")
_NEAR = 160
"""So many letters behind a verb its objects and phrases are looked for."""


@cache
def content() -> re.Pattern[str]:
    """What shows that something said follows: a clause of content, a colon, a quotation."""
    return re.compile(rf",\s(?:{'|'.join(lines('question_words.txt'))})\b|:\s|„|“|\bdahingehend\b")


def rest(sentence: Sequence[Element], at: int, text: str) -> str:
    """The text of the sentence behind the element at AT."""
    return text[sentence[at].end : sentence[-1].end] if at < len(sentence) else ""


class Verb(NamedTuple):
    """A verb in a sentence: what it tells of its subject, its infinitive, its words as the cue, its particle."""

    kind: VerbClass | None
    infinitive: str
    cue: str
    particle: str = ""


def _particle(sentence: Sequence[Element], verb: int, infinitive: str) -> str:
    """The separable particle of the verb at VERB, empty where none is found."""
    for at in range(verb + 1, len(sentence)):
        low = sentence[at].low
        closes = (
            at + 1 == len(sentence)
            or sentence[at + 1].low in _ENDINGS
            or low == "daraufhin"
            or sentence[at + 1].low in _BEHIND_PARTICLE
        )
        closes = closes or (at == verb + 1 and _wants_infinitive(sentence, at))
        if low in PARTICLES and closes and takes(infinitive, low):
            return low
    return ""


def _wants_infinitive(sentence: Sequence[Element], at: int) -> bool:
    """Whether an infinitive with `zu` ends what follows AT without a comma (`schlägt vor den Antrag zu verweisen`)."""
    return any(
        sentence[end].low == "zu"
        and sentence[end + 1].low.endswith("n")
        and sentence[end + 2].low in _ENDINGS
        for end in range(at + 2, len(sentence) - 2)
    )


def verb_at(sentence: Sequence[Element], at: int) -> Verb:
    """The verb at AT."""
    infinitive = lemma(sentence[at].text)
    particle = _particle(sentence, at, infinitive)
    cue = f"{sentence[at].text} … {particle}" if particle else sentence[at].text
    if infinitive in _AUXILIARIES or infinitive in MODALS:
        return _with_auxiliary(sentence, at, infinitive)
    return Verb(verb_class(infinitive, particle), infinitive, cue, particle)


def _with_auxiliary(sentence: Sequence[Element], at: int, infinitive: str) -> Verb:
    """`möchte wissen`, `hat gefragt`: the full verb at the end of the clause decides."""
    for end in range(at + 1, len(sentence)):
        closes = end + 1 == len(sentence) or sentence[end + 1].low in (",", ".", ";", ":", "!", "?", "und")
        if not closes or not sentence[end].text.islower():
            continue
        if infinitive in _STATES and sentence[end - 1].low == "zu":
            break  # `hat keine Mitteilungen zu machen`
        full = lemma(sentence[end].text)
        found = full_class(full)
        if found in ("report", "either") and infinitive != "werden":
            return Verb(found, full, f"{sentence[at].text} … {sentence[end].text}")
        break
    wish: VerbClass = "report" if infinitive in _WISHES else "silent"
    return Verb(wish, infinitive, sentence[at].text)


def full_class(infinitive: str) -> VerbClass | None:
    """The class of an infinitive or participle that carries its particle (`hinweisen`)."""
    known = verb_class(infinitive, "")
    for particle in PARTICLES:
        if known is None and infinitive.startswith(particle) and takes(infinitive[len(particle) :], particle):
            known = verb_class(infinitive[len(particle) :], particle)
    return known


def judge(kind: VerbClass | None, infinitive: str, behind: str) -> tuple[Verdict, float]:
    """The verdict on a verb of class KIND with what follows it."""
    telling = bool(content().search(behind)) or _has_konjunktiv(behind)
    near = behind[:_NEAR]
    if not telling and is_mere_act(infinitive, near):
        return "act", 0.8
    if kind == "report":
        return "report", 0.95 if telling else 0.85
    if infinitive in _LIGHT and pattern("light_phrases.txt").search(near):
        return "report", 0.85
    if is_idiom(infinitive, near):
        return "report", 0.85
    if infinitive == "begründen" and _REASON.search(near):
        return "report", 0.8
    if kind in ("either", "act"):
        formal = kind == "act" or is_formal(infinitive, near)
        return ("act", 0.8) if formal and not telling else ("report", 0.85)
    if kind == "silent":
        stance = infinitive in _STATES and pattern("stances.txt").search(near)
        return ("report", 0.8) if stance else ("silent", 0.7)
    return "report", 0.8 if telling else 0.55


def _has_konjunktiv(behind: str) -> bool:
    return any(is_konjunktiv(word) for word in _SMALL_WORD.findall(behind))


def coordinated(sentence: Sequence[Element], verb: int) -> str | None:
    """A further verb of the same subject that reports (`eröffnet die Sitzung und teilt mit, dass`)."""
    for at in range(verb + 2, len(sentence) - 1):
        if sentence[at - 1].low not in (
            "und",
            "sowie",
            ",",
            ";",
            "dann",
            "anschließend",
            "sodann",
            "zugleich",
        ):
            continue
        if is_finite(sentence[at].text) and not is_konjunktiv(sentence[at].text):
            verb_found = verb_at(sentence, at)
            if verb_found.kind == "report" and sentence[at - 1].low != ",":
                return verb_found.cue
    return None
