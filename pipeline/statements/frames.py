"""The frame of a report: who is the subject of which verb, and whether that makes the sentence a report.

The rules in their order; the first that fits decides:

1. a person at the beginning, then the verb (`Frau Harder erklärt`, `Stadtrat Honné (GRÜNE) meint`)
2. a pronoun at the beginning (`Er regt an`, `Sie könne nicht`)
3. the verb before the person or pronoun (`Daraufhin merkt Herr Möhle an`, `…, erklärt sie`)
4. a source (`laut Herrn Winkler`, `nach Ansicht des Landrats`, `Für Stadtrat Honné sei`, `…, so Herr Scholz`)
5. a passive with its agent (`Von Frau Grote wird gefragt, ob`)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.findings import PersonMention
from pipeline.people.vocabulary import speaks_as_one
from pipeline.statements.clause import Element
from pipeline.statements.vocabulary import (
    PARTICLES,
    VerbClass,
    is_finite,
    is_formal,
    is_konjunktiv,
    lemma,
    pattern,
    takes,
    verb_class,
)

Verdict = Literal["report", "act", "silent"]
Pronoun = Literal["er", "sie", "dieser", "diese"]
_PRONOUNS: dict[str, Pronoun] = {
    "er": "er",
    "sie": "sie",
    "dieser": "dieser",
    "diese": "diese",
    "letzterer": "dieser",
    "letztere": "diese",
}
_OPENERS = frozenset(
    ["-", "–", "—", "•", "*", "·", "und", "aber", "denn", "doch", "auch", "sowie", ")", "(", "„", '"', "“"]
)
_BETWEEN = frozenset(
    [
        "sich",
        "es",
        "ihn",
        "ihm",
        "ihr",
        "ihnen",
        "dies",
        "das",
        "dieses",
        "dem",
        "auch",
        "nun",
        "noch",
        "daraufhin",
        "dann",
        "zudem",
        "zunächst",
        "hierzu",
        "dazu",
        "hierauf",
        "darauf",
        "jedoch",
        "aber",
        "hier",
    ]
)
_CONTENT = re.compile(
    r",\s(?:dass|daß|ob|wie|was|wann|warum|weshalb|weswegen|wer|wem|wen|wo|wobei|welche\w*|inwie\w+|wieso|woher|wohin|worin|woran|wodurch|worauf|womit)\b"
    r"|:\s|„|“|\bdas[s]\b|\bdahingehend\b"
)
_ENDINGS = frozenset([",", ".", ";", ":", "!", "?", ")", "und", "sowie", "oder", "bzw"])
_AUXILIARIES = frozenset(["haben", "sein", "werden"])
_MODALS = frozenset(["können", "müssen", "sollen", "dürfen", "wollen", "mögen", "möchten"])
_WISHES = frozenset(["wollen", "mögen", "möchten"])


_SMALL_WORD = re.compile(r"\b[a-zäöüß]{3,}\b")
_NEAR = 120
_BESIDE_PRONOUN = frozenset(["bitte", "danke", "frage", "rede"])
"""Words that are a Konjunktiv only beside a pronoun (`Hier bitte er um …`)."""
_STATES = frozenset(["sein", "haben"])
_LIGHT = frozenset(
    ["geben", "machen", "stellen", "nehmen", "bringen", "halten", "zeigen", "sehen", "legen", "setzen"]
)


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


def frame_of(sentence: Sequence[Element], text: str) -> Frame | None:
    """The frame of a sentence, or None where it names no subject."""
    first = _first(sentence)
    if first >= len(sentence):
        return None
    head = sentence[first]
    if head.mention and not head.oblique:
        return _person_first(sentence, first, text)
    if head.low in _PRONOUNS and (frame := _pronoun_first(sentence, first, text)):
        return frame
    return _inverted(sentence, text) or _source(sentence, text) or _passive(sentence, text)


def _first(sentence: Sequence[Element]) -> int:
    at = 0
    while at < len(sentence) and (
        sentence[at].low in _OPENERS or sentence[at].text.isdigit() or sentence[at].text == "."
    ):
        at += 1
    return at


def _group(sentence: Sequence[Element], at: int) -> tuple[tuple[PersonMention, ...], int]:
    """The coordinated persons from AT on and the index behind them."""
    persons = [sentence[at].mention]
    at += 1
    while at < len(sentence):
        step = _joint(sentence, at)
        if step is None:
            break
        persons.append(sentence[step].mention)
        at = step + 1
    return tuple(person for person in persons if person), at


def _joint(sentence: Sequence[Element], at: int) -> int | None:
    """The index of a further person joined by `und`, a comma or within a few words (`vom IT-Amt und Herr …`)."""
    for ahead in range(at, min(at + 8, len(sentence) - 1)):
        word = sentence[ahead]
        if (
            word.low in ("und", "sowie", ",")
            and sentence[ahead + 1].mention
            and not sentence[ahead + 1].oblique
        ):
            joined = word.low != "," or _more_follow(sentence, ahead + 2)
            return ahead + 1 if joined else None
        if is_finite(word.text) or word.low in (",", ".", ":"):
            return None
    return None


def _more_follow(sentence: Sequence[Element], at: int) -> bool:
    return any(word.low in ("und", "sowie") for word in sentence[at : at + 3])


def _verb_behind(sentence: Sequence[Element], at: int) -> int | None:
    """The index of the finite verb behind a subject: over brackets, appositions, relative clauses and attributes."""
    limit = min(len(sentence), at + 30)
    while at < limit:
        word = sentence[at]
        if word.low in ("(", "["):
            at = _close(sentence, at)
        elif word.low == ",":
            closing = _apposition_end(sentence, at)
            if closing is None:
                return None
            at = closing
        elif word.low in (".", ";", "!", "?"):
            return None
        elif is_finite(word.text):
            return at
        at += 1
    return None


def _close(sentence: Sequence[Element], at: int) -> int:
    for end in range(at + 1, min(at + 15, len(sentence))):
        if sentence[end].text in (")", "]"):
            return end
    return at


def _apposition_end(sentence: Sequence[Element], at: int) -> int | None:
    """The comma that closes what the comma at AT opens, if a finite verb stands behind it."""
    for end in range(at + 1, min(at + 22, len(sentence) - 1)):
        if sentence[end].low == "," and is_finite(sentence[end + 1].text):
            return end
    return None


def _rest(sentence: Sequence[Element], at: int, text: str) -> str:
    return text[sentence[at].end : sentence[-1].end] if at < len(sentence) else ""


def _particle(sentence: Sequence[Element], verb: int, infinitive: str) -> str:
    """The separable particle of the verb at VERB, empty where none is found."""
    for at in range(verb + 1, len(sentence)):
        low = sentence[at].low
        closes = at + 1 == len(sentence) or sentence[at + 1].low in _ENDINGS or low == "daraufhin"
        if low in PARTICLES and closes and takes(infinitive, low):
            return low
    return ""


def _verb(sentence: Sequence[Element], at: int) -> tuple[VerbClass | None, str, str]:
    """Class, infinitive and cue of the verb at AT."""
    infinitive = lemma(sentence[at].text)
    particle = _particle(sentence, at, infinitive)
    cue = f"{sentence[at].text} … {particle}" if particle else sentence[at].text
    if infinitive in _AUXILIARIES or infinitive in _MODALS:
        return _with_auxiliary(sentence, at, infinitive)
    return verb_class(infinitive, particle), infinitive, cue


def _with_auxiliary(
    sentence: Sequence[Element], at: int, infinitive: str
) -> tuple[VerbClass | None, str, str]:
    """`möchte wissen`, `hat gefragt`: the full verb at the end of the clause decides."""
    for end in range(at + 1, len(sentence)):
        closes = end + 1 == len(sentence) or sentence[end + 1].low in (",", ".", ";", ":", "!", "?", "und")
        if not closes or not sentence[end].text.islower():
            continue
        full = lemma(sentence[end].text)
        found = _full_class(full)
        if found in ("report", "either") and infinitive != "werden":
            return found, full, f"{sentence[at].text} … {sentence[end].text}"
        break
    wish: VerbClass = "report" if infinitive in _WISHES else "silent"
    return wish, infinitive, sentence[at].text


def _full_class(infinitive: str) -> VerbClass | None:
    """The class of an infinitive or participle that carries its particle (`hinweisen`)."""
    known = verb_class(infinitive, "")
    for particle in PARTICLES:
        if known is None and infinitive.startswith(particle) and takes(infinitive[len(particle) :], particle):
            known = verb_class(infinitive[len(particle) :], particle)
    return known


def _judge(kind: VerbClass | None, infinitive: str, rest: str) -> tuple[Verdict, float]:
    """The verdict on a verb of class KIND with what follows it."""
    content = bool(_CONTENT.search(rest)) or _has_konjunktiv(rest)
    near = rest[:_NEAR]
    if kind == "report":
        return "report", 0.95 if content else 0.85
    if infinitive in _LIGHT and pattern("light_phrases.txt").search(near):
        return "report", 0.85
    if kind in ("either", "act"):
        formal = kind == "act" or is_formal(infinitive, near)
        return ("act", 0.8) if formal and not content else ("report", 0.85)
    if kind == "silent":
        stance = infinitive in _STATES and pattern("stances.txt").search(near)
        return ("report", 0.8) if stance else ("silent", 0.7)
    return "report", 0.8 if content else 0.55


def _has_konjunktiv(rest: str) -> bool:
    return any(is_konjunktiv(word) for word in _SMALL_WORD.findall(rest))


def _decide(
    sentence: Sequence[Element],
    verb: int,
    text: str,
    rule: str,
    subjects: tuple[PersonMention, ...],
    pronoun: Pronoun | None,
) -> Frame:
    kind, infinitive, cue = _verb(sentence, verb)
    rest = _rest(sentence, verb, text)
    verdict, confidence = _judge(kind, infinitive, rest)
    if verdict != "report" and (second := _coordinated(sentence, verb)) is not None:
        verdict, confidence, cue = "report", 0.85, second
    return Frame(verdict, subjects, pronoun, cue, rule, confidence)


def _coordinated(sentence: Sequence[Element], verb: int) -> str | None:
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
            kind, _, cue = _verb(sentence, at)
            if kind == "report" and sentence[at - 1].low != ",":
                return cue
    return None


def _person_first(sentence: Sequence[Element], at: int, text: str) -> Frame | None:
    persons, behind = _group(sentence, at)
    verb = _verb_behind(sentence, behind)
    if all(speaks_as_one(person.name.role or "") for person in persons):
        return _group_first(sentence, verb, text, persons)
    if verb is None:
        return Frame("silent", persons, None, None, "person-without-verb", 0.5)
    if is_konjunktiv(sentence[verb].text):
        return None
    return _decide(sentence, verb, text, "person-verb", persons, None)


def _group_first(
    sentence: Sequence[Element], verb: int | None, text: str, persons: tuple[PersonMention, ...]
) -> Frame | None:
    """`Die Verwaltung teilt mit`: a group speaks only with a plain verb of saying."""
    if verb is None or is_konjunktiv(sentence[verb].text):
        return None
    kind, _, _ = _verb(sentence, verb)
    if kind not in ("report", "either") or lemma(sentence[verb].text) in _MODALS:
        return None
    frame = _decide(sentence, verb, text, "group-verb", persons, None)
    return frame if frame.verdict == "report" else None


def _pronoun_first(sentence: Sequence[Element], at: int, text: str) -> Frame | None:
    pronoun = _PRONOUNS[sentence[at].low]
    if at + 1 >= len(sentence) or not _is_verb(sentence[at + 1].text):
        return None
    if _is_konjunktiv(sentence[at + 1].text):
        demonstrative = pronoun in ("dieser", "diese")
        return (
            None
            if demonstrative
            else Frame("report", (), pronoun, sentence[at + 1].text, "pronoun-konjunktiv", 0.85)
        )
    return _decide(sentence, at + 1, text, "pronoun-verb", (), pronoun)


def _is_verb(word: str) -> bool:
    """Whether a word beside `er` or `sie` is a finite verb."""
    return word in _BESIDE_PRONOUN or is_finite(word)


def _is_konjunktiv(word: str) -> bool:
    return word in _BESIDE_PRONOUN or is_konjunktiv(word)


def _inverted(sentence: Sequence[Element], text: str) -> Frame | None:
    for at in range(1, len(sentence)):
        element = sentence[at]
        if not (element.mention and not element.oblique) and element.low not in _PRONOUNS:
            continue
        verb = at - 1
        while verb > 0 and at - verb < 4 and sentence[verb].low in _BETWEEN:
            verb -= 1
        if not (_is_verb if element.low in ("er", "sie") else is_finite)(sentence[verb].text):
            continue
        if frame := _verb_first(sentence, verb, at, text):
            return frame
    return None


def _verb_first(sentence: Sequence[Element], verb: int, at: int, text: str) -> Frame | None:
    kind, _, _ = _verb(sentence, verb)
    pronoun = _PRONOUNS.get(sentence[at].low)
    konjunktiv = (_is_konjunktiv if pronoun else is_konjunktiv)(sentence[verb].text)
    if pronoun:
        if konjunktiv and pronoun in ("er", "sie"):
            return Frame("report", (), pronoun, sentence[verb].text, "verb-pronoun-konjunktiv", 0.8)
        if konjunktiv or kind not in ("report", "either", "act") or pronoun in ("dieser", "diese"):
            return None
        return _decide(sentence, verb, text, "verb-pronoun", (), pronoun)
    if konjunktiv or (kind is None and not _CONTENT.search(_rest(sentence, at, text))):
        return None
    persons, _ = _group(sentence, at)
    return _decide(sentence, verb, text, "verb-person", persons, None)


_SOURCE = re.compile(
    r"(?:laut|zufolge|(?:nach|gemäß) (?:der |den |dem )?(?:persönlicher? )?(?:Ansicht|Meinung|Auffassung|Aussagen?|Angaben?|Worten|Einschätzung|"
    r"Darstellung|Informationen?|Ausführungen|Überzeugung|Dafürhalten|Wissen|Kenntnis|Auskunft|Mitteilung)(?: von)?"
    r"|aus (?:der )?(?:Sicht|Perspektive)(?: von)?)\s*$",
    re.IGNORECASE,
)


def _source(sentence: Sequence[Element], text: str) -> Frame | None:
    begin = sentence[0].start
    for at, element in enumerate(sentence):
        if element.mention is None:
            continue
        before = text[begin : element.start]
        if _SOURCE.search(before) or re.search(r",\s+so\s*$", before):
            return Frame("report", (element.mention,), None, before.split()[-1], "source", 0.85)
        if before.strip().lower() == "für" and at + 1 < len(sentence) and is_finite(sentence[at + 1].text):
            return Frame("report", (element.mention,), None, "für", "for-person", 0.8)
    return None


_AGENT = frozenset(["von", "seitens", "vonseiten", "durch"])
_OCCASION = re.compile(
    r"\b(?:auf|zur|zu|nach|wegen|aufgrund) (?:die |der |eine |entsprechende |weitere )*(?:Nach|An|Rück)?(?:frage|fragen|bitte|antrag|vorschlag|anregung|hinweis|wunsch)\w*\s+(?:von|durch|seitens)\s*$",
    re.IGNORECASE,
)


def _passive(sentence: Sequence[Element], text: str) -> Frame | None:
    for at in range(1, len(sentence)):
        element = sentence[at]
        if element.mention is None or sentence[at - 1].low not in _AGENT:
            continue
        if _OCCASION.search(text[sentence[0].start : element.start]):
            continue
        if any(before.low == "wie" for before in sentence[max(0, at - 3) : at]):
            continue
        told = element.mention.name.family_name or _CONTENT.search(_rest(sentence, at, text))
        if told and (cue := _passive_cue(sentence)):
            return Frame("report", (element.mention,), None, cue, "passive", 0.8)
    return None


def _passive_cue(sentence: Sequence[Element]) -> str | None:
    """The participle of a reporting verb in a passive clause of the indicative."""
    if not any(element.low in ("wird", "wurde", "wurden", "werden") for element in sentence):
        return None
    for at in range(len(sentence) - 1):
        word = sentence[at].text
        ends = sentence[at + 1].low in (",", ".", ";", ":")
        if ends and word.islower() and word.endswith(("t", "en")) and _full_class(lemma(word)) == "report":
            return word
    return None
