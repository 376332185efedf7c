"""Persons who speak without being the subject: as a source, or as the agent of a passive."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from pipeline.statements.clause import Element
from pipeline.statements.frame import Frame, Pronoun
from pipeline.statements.verdicts import content, full_class, rest
from pipeline.statements.vocabulary import VerbClass, is_finite, is_formal, lemma, lines, presents

_AGENT = frozenset(["von", "seiten", "seitens", "vonseiten", "durch"])
_SO = re.compile(r"(?:,|\s[-–—])\s+so\s*$")
_OCCASION = re.compile(
    r"\b(?:(?:Nach|An|Rück|Zwischen)?(?:frage|fragen)|\w*(?:bitte|antrag|vorschlag|anregung|hinweis|wunsch|kritik|einwand))\w*"
    r"\s+(?:von|durch|seitens)\s*$",
    re.IGNORECASE,
)
"""Whose question, motion or remark it is stands behind the noun; the person is no agent of the sentence."""


_NOUN_OF = re.compile(
    r"^(?:(?:Es |Daraufhin |Hierauf |Dann )?(?i:ergeht|erging|erfolgte?|folgte?|kommt|kam) (?:die|der|eine?|noch) )?"
    r"(?:\w+ )?(?:Frage|Nachfrage|Anfrage|Rückfrage|Hinweis|Bitte|Anregung|Vorschlag|Wunsch|Einwand|Antwort|Anmerkung|"
    r"Wortmeldung) (?:von )?$"
)
"""`Es ergeht der Hinweis der Bürgermeisterin, dass`, `Anfrage von Frau Braun: …`."""


@cache
def _source_before() -> re.Pattern[str]:
    nouns = "|".join(lines("nouns_of_saying.txt"))
    return re.compile(
        rf"(?:\blaut|(?:nach|gemäß) (?:der |den |dem )?(?:persönlicher? )?(?:{nouns})(?: von)?"
        r"|aus (?:der )?(?:Sicht|Perspektive)(?: von)?)\s*$",
        re.IGNORECASE,
    )


def source(sentence: Sequence[Element], text: str) -> Frame | None:
    """The frame of a sentence that names its source (`laut Herrn …`, `…, so Frau …`)."""
    begin = sentence[0].start
    for at, element in enumerate(sentence):
        if element.low in ("ihn", "sie") and at == 1 and sentence[0].low == "für" and len(sentence) > 3:
            pronoun: Pronoun = "er" if element.low == "ihn" else "sie"
            if is_finite(sentence[2].text):
                return Frame("report", (), pronoun, "für", "for-pronoun", 0.75)
        if element.mention is None:
            continue
        before = text[begin : element.start]
        if _source_before().search(before) or _SO.search(before):
            return Frame("report", (element.mention,), None, before.split()[-1], "source", 0.85)
        if _as_told(sentence, at, before):
            return Frame("report", (element.mention,), None, "wie", "as-told", 0.85)
        behind = sentence[at + 1 : at + 2]
        keeps_minutes = (element.mention.name.role or "").startswith(("Schriftführ", "Protokollführ"))
        if _NOUN_OF.search(before) and behind and behind[0].low in (",", ":") and not keeps_minutes:
            return Frame("report", (element.mention,), None, before.split()[0], "noun-of-saying", 0.8)
        if _concerns(sentence, at, before):
            return Frame("report", (element.mention,), None, "für", "for-person", 0.8)
    return None


def _concerns(sentence: Sequence[Element], at: int, before: str) -> bool:
    """`Für Herrn Braun sei …`, `Für den Minister des Landes, Jan Holm, sei …`."""
    behind = at + 1
    if sentence[0].low == "für" and at > 1 and sentence[at - 1].low == ",":
        if sentence[behind : behind + 1] == [] or sentence[behind].low != ",":
            return False
        if any(is_finite(element.text) for element in sentence[1:at]):
            return False
        behind += 1
    elif before.strip().lower() != "für":
        return False
    return behind < len(sentence) and is_finite(sentence[behind].text)


def _as_told(sentence: Sequence[Element], at: int, before: str) -> bool:
    """`Wie Herr Braun ausführt, liege …`: the verb of saying ends the clause that the sentence begins with."""
    if before.strip().lower() != "wie":
        return False
    for end in range(at + 1, min(at + 8, len(sentence) - 1)):
        if sentence[end + 1].low == ",":
            return is_finite(sentence[end].text) and full_class(lemma(sentence[end].text)) in (
                "report",
                "either",
            )
    return False


def passive(sentence: Sequence[Element], text: str) -> Frame | None:
    """The frame of a passive with its agent; on whose question somebody speaks is no agent."""
    for at in range(1, len(sentence)):
        element = sentence[at]
        by = element.oblique and element.text.split()[0].lower() == "vom"
        if element.mention is None or not (by or sentence[at - 1].low in _AGENT):
            continue
        if _OCCASION.search(text[sentence[0].start : element.start]):
            continue
        if any(before.low == "wie" for before in sentence[max(0, at - 3) : at]):
            continue
        answer = sentence[0].low in ("dies", "das")
        negated = any(word.low.startswith("kein") for word in sentence)
        sided = sentence[at - 1].low in ("seitens", "seiten", "vonseiten") and not negated
        told = (
            element.mention.name.family_name or answer or sided or content().search(rest(sentence, at, text))
        )
        if told and (frame := _told_by(sentence, text)):
            if frame.verdict == "act" and sentence[-1].low == ":":
                return Frame(
                    "silent", (element.mention,), None, None, "passive", 0.5
                )  # somebody answers below
            return replace(frame, subjects=(element.mention,))
    return _by_pronoun(sentence, text)


def _by_pronoun(sentence: Sequence[Element], text: str) -> Frame | None:
    """`Es wird von ihm darauf hingewiesen`."""
    for at in range(1, len(sentence)):
        if sentence[at - 1].low == "von" and sentence[at].low in ("ihm", "ihr"):
            frame = _told_by(sentence, text)
            pronoun: Pronoun = "er" if sentence[at].low == "ihm" else "sie"
            return replace(frame, pronoun=pronoun, rule="passive-pronoun") if frame else None
    return None


def _told_by(sentence: Sequence[Element], text: str) -> Frame | None:
    """What a passive tells of its agent: a report, or an act (`wird die Vorlage vorgestellt`)."""
    found = _passive_verb(sentence)
    if found is None:
        return None
    known, cue = found
    whole = text[sentence[0].start : sentence[-1].end]
    formal = is_formal(lemma(cue), whole) and not content().search(whole)
    if known == "act" or formal:
        return Frame("act", (), None, cue, "passive", 0.8, presents(lemma(cue), "", whole))
    return Frame("report", (), None, cue, "passive", 0.8)


def sentence_behind(sentence: Sequence[Element], at: int) -> str:
    """The next words behind AT, as the patterns of content read them."""
    return "".join(f"{element.low} " if element.low != "," else ", " for element in sentence[at + 1 : at + 3])


def _passive_verb(sentence: Sequence[Element]) -> tuple[VerbClass, str] | None:
    """The participle of a verb of saying in a passive clause of the indicative, with its class."""
    if not any(element.low in ("wird", "wurde", "wurden", "werden") for element in sentence):
        return None
    for at in range(len(sentence) - 1):
        word = sentence[at].text
        ends = sentence[at + 1].low in (",", ".", ";", ":")
        known = full_class(lemma(word)) if ends and word.islower() and word.endswith(("t", "en")) else None
        if known == "either":
            known = "report" if content().match(sentence_behind(sentence, at)) else "act"
        if known in ("report", "act"):
            return known, word
    return None
