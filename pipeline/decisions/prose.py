"""Results told in a sentence: a body that decides ("Sodann beschließt der Rat einstimmig"), or a passive result.

A sentence that tells what somebody said, an earlier meeting's or another body's decision, or a wish is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from db.records.council import Outcome
from pipeline.decisions.bodies import AUXILIARIES, BODY, NAME
from pipeline.decisions.passive import passive_in
from pipeline.decisions.told import Told, conditional, subordinate
from pipeline.decisions.vocabulary import alternatives, pattern, table
from pipeline.decisions.votes import Votes, votes_in
from pipeline.decisions.wordings import (
    amended,
    outcome_of,
    outcome_of_motion,
    outcome_of_object,
    outcome_of_votes,
)

WORDS = table("clauses")


@dataclass(frozen=True, slots=True)
class Clause:
    """A way a body decides."""

    outcome: Outcome
    weak: bool
    verbs: frozenset[str]
    needs: re.Pattern[str] | None


CLAUSES = tuple(
    Clause(
        cast(Outcome, entry["outcome"]),
        entry.get("weak", False),
        frozenset(entry["verbs"]),
        pattern(entry["needs"], ignore_case=False) if "needs" in entry else None,
    )
    for entry in WORDS["clause"]
)
VERB = alternatives({verb for clause in CLAUSES for verb in clause.verbs})
BETWEEN = (
    r"(?:(?:sich|hier|dann|sodann|daher|somit|anschließend|nunmehr|auch|schließlich|abschließend)\s+){0,2}"
)
PLAIN = (
    re.compile(rf"{BODY}\b{NAME}\s(?P<verb>{VERB})", re.DOTALL),
    re.compile(rf"(?P<verb>{VERB})\s+{BETWEEN}{BODY}", re.DOTALL),
)
STARTS = re.compile(rf"\W*{BODY}\b[^.;!?]{{0,80}}?{VERB}\b", re.DOTALL)
JOINED = re.compile(rf"{BODY}\b[^.;!?]{{0,250}}?(?:\bund|,)\s+(?P<verb>{VERB})", re.DOTALL)
PRONOUN = re.compile(rf"^\W*(?:Er|Sie|Es)\s+{BETWEEN}(?P<verb>{VERB})")
ELECTS = re.compile(
    r"\W*(?:Er|Sie|Es)\s+(?:wählt|wählte|wählen)\s[^.;!?]{0,80}?\b[Vv]orgeschlagene", re.DOTALL
)
"""Only a body elects who was proposed, however far above it was named."""
NOUN = re.compile(
    rf"\b(?:Der|Die|Das)\s+{alternatives(WORDS['noun']['subjects'])}[^.;!?]{{0,120}}?"
    rf"{alternatives(WORDS['noun']['verbs'])}",
    re.DOTALL,
)
NEVER = pattern(WORDS["never"]["wordings"])
OPENS = re.compile(r"(?::|wie folgt|folgende[nrsm]?\b[^.]{0,60}|folgendes)\W*$", re.IGNORECASE)
SPEAKS = re.compile(
    rf"(?<!\bdes )(?<!\bvon ){alternatives(WORDS['speech']['speakers'])}\b[^.]{{0,80}}?"
    rf"{alternatives(WORDS['speech']['verbs'])}"
)
LISTED = re.compile(r"\s*(?:[a-z]\)|(?:\d{1,2}|[IVX]{1,4})[.)]|[•\uf0b7])\s")
MARK = re.compile(
    r"\W{0,3}(?:(?:einstimmig|mehrheitlich)\s*)?(?:so\s+)?"
    rf"(?:{alternatives(WORDS['mark']['words'])}|(?<=einstimmig)|(?<=einstimmig\s))\W{{0,3}}",
    re.IGNORECASE,
)
MEETS = tuple((cast(Outcome, entry["outcome"]), pattern(entry["wordings"])) for entry in WORDS["meets"])
TAKEN_BACK = re.compile("|".join(table("results")["withdraws"]["active"]))
PRESENT = re.compile(r"\s*\bAnwesend:?\s+\d{1,3}\s*$")
AFTERWARDS = pattern(WORDS["afterwards"]["wordings"], ignore_case=False)
BACK = 3
"""Sentences within which the motion stands that a result points back to."""
SHORT = 120
"""Characters up to which a sentence may be nothing but a result."""


def told_in(sentence: str, *, after_decision: bool = False) -> Told | None:
    """The result the sentence tells as the minutes' own word, None where it tells none.

    `after_decision` says that the sentence before told a decision of the body, so that "Er" is the body.
    """
    if NEVER.search(sentence):
        return None
    told = next(_active(sentence, after_decision=after_decision), None)
    if told is None and not SPEAKS.search(sentence):
        told = passive_in(sentence) or _noun(sentence) or _met(sentence) or _alone(sentence)
    if told is None:
        told = _taken_back(sentence) or _below_colon(sentence)
    if told is None or (LISTED.match(sentence) and not told.votes.told):
        return None
    return told


def _active(sentence: str, *, after_decision: bool) -> Iterator[Told]:
    plain = (_clause(sentence, found) for wording in PLAIN for found in wording.finditer(sentence))
    yield from filter(None, plain)
    joined = JOINED.search(sentence)
    told = _clause(sentence, joined) if joined else None
    if told and (told.votes.told or told.outcome == "noted"):
        yield told
    found = PRONOUN.search(sentence)
    told = _clause(sentence, found) if found else None
    if told and (after_decision or ELECTS.match(sentence)):
        yield told


def _clause(sentence: str, found: re.Match[str]) -> Told | None:
    before = sentence[: found.start()]
    infinitive = (
        sentence[: found.start("verb")].rstrip().endswith(" zu")
        or " zu lassen" in sentence[found.end() :][:10]
    )
    if infinitive or subordinate(before) or SPEAKS.search(before):
        return None
    verb, votes = found["verb"], votes_in(sentence)
    rest = sentence[found.end("verb") :]
    for clause in CLAUSES:
        fits = verb in clause.verbs and (votes.told or not clause.weak)
        if not fits or (clause.needs and not clause.needs.search(rest)):
            continue
        outcome = clause.outcome
        if outcome == "accepted":
            outcome = outcome_of_object(rest) or amended(sentence) or outcome
        return Told(
            outcome=outcome,
            votes=votes,
            rule="body-decides",
            confidence=0.95 if votes.told else 0.85,
            opens=bool(OPENS.search(sentence)),
        )
    return None


def _noun(sentence: str) -> Told | None:
    """ "Die Abstimmung ergibt 12 Ja-Stimmen und 3 Nein-Stimmen." """
    votes = votes_in(sentence)
    found = NOUN.search(sentence)
    if not found or conditional(sentence) or not (votes.unanimous or votes.counted):
        return None
    outcome = outcome_of_votes(votes)
    return Told(outcome=outcome, votes=votes, rule="vote-told", confidence=0.85) if outcome else None


def _met(sentence: str) -> Told | None:
    """ "Dieser Vorschlag findet die Zustimmung des Ausschusses." """
    for outcome, wording in MEETS:
        found = wording.search(sentence)
        if found and not conditional(sentence) and not subordinate(sentence[: found.start()]):
            return Told(outcome=outcome, votes=votes_in(sentence), rule="met", confidence=0.75)
    return None


def _taken_back(sentence: str) -> Told | None:
    """ "Die ABC-Fraktion zieht ihren Antrag zurück." """
    found = TAKEN_BACK.search(sentence)
    if not found or conditional(sentence) or subordinate(sentence[: found.start()]):
        return None
    return Told(outcome="withdrawn", votes=Votes(), rule="taken-back", confidence=0.75)


def _below_colon(sentence: str) -> Told | None:
    """A result in the line below one that ends with a colon ("Die Vorsitzende bittet um Änderung:")."""
    before, colon, below = sentence.partition(":\n")
    told = told_in(below.lstrip()) if colon and before else None
    return told if told and told.votes.unanimous is not None else None


def _alone(sentence: str) -> Told | None:
    """A bare result: "18 Ja-Stimmen, 4 Nein-Stimmen", "- abgesetzt -", "Einstimmig angenommen."."""
    if len(sentence) > SHORT or re.search(rf"\b{AUXILIARIES}\b", sentence):
        return None
    sentence = PRESENT.sub("", sentence)
    votes = votes_in(sentence)
    counted = votes.yes is not None and votes.no is not None
    if not counted and not MARK.fullmatch(sentence):
        return None
    outcome = outcome_of(sentence) or outcome_of_votes(votes)
    return Told(outcome=outcome, votes=votes, rule="mark", confidence=0.8) if outcome else None


def is_formal(sentence: str, told: Told) -> bool:
    """Whether a sentence is the minutes' own formula in speech too: "Der Stadtrat beschließt einstimmig:"."""
    formula = told.votes.told and STARTS.match(sentence)
    return told.rule == "body-decides" and bool(formula or ELECTS.match(sentence))


def is_decided_text(sentence: str, told: Told) -> bool:
    """Whether a sentence below "beschließt:" is of the decided text ("Der Rat stimmt … zu."), no further result."""
    return not told.votes.told and not AFTERWARDS.match(sentence)


def outcome_of_text(decided: str) -> Outcome | None:
    """What the text below "beschließt einstimmig:" does with its matter ("Der Antrag wird … verwiesen.")."""
    first = SENTENCE_END.split(decided, maxsplit=1)[0]
    return outcome_of_object(first) if MOTION.match(first) else None


def misses_majority(following: str) -> bool:
    """Whether the next sentence says that the votes did not suffice ("Die nötige Mehrheit wurde nicht erreicht.")."""
    return bool(MISSED.search(SENTENCE_END.split(following, maxsplit=1)[0]))


def last_sentence(before: str) -> str:
    """The sentence that ends where `before` ends."""
    return LAST_END.split(before.rstrip().rstrip(".!?"))[-1]


def outcome_of_motion_before(before: str) -> Outcome | None:
    """What the motion told at the end of `before` would do with the matter ("… beantragt, den Punkt zu vertagen.")."""
    told = LAST_END.split(before.rstrip().rstrip(".!?"))[-1 : -1 - BACK : -1]
    motion = next((each for each in told if MOVING.search(each)), "")
    return outcome_of_motion(motion)


def points_back(sentence: str) -> bool:
    """Whether a result is of the motion told just before ("Diesem Antrag wird zugestimmt.")."""
    return bool(POINTING.match(sentence)) or bool(POINTING_INSIDE.search(sentence))


POINTING = re.compile(rf"\W*{alternatives(WORDS['pointing']['wordings'])}")
POINTING_INSIDE = pattern(WORDS["pointing"]["inside"])
MOVING = pattern(WORDS["pointing"]["moving"])
MISSED = pattern(WORDS["missed"]["wordings"])
SENTENCE_END = re.compile(r"(?<=[a-zäöüß)])\.\s")
LAST_END = re.compile(rf"{SENTENCE_END.pattern}|\n\s*\n")
MOTION = re.compile(rf"\s*(?:Der|Die|Das)\s+{alternatives(WORDS['passive']['matters'])}")
