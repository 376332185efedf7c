"""Results told in a sentence: a body that decides ("Sodann beschließt der Rat einstimmig"), or a passive result.

A sentence that tells what somebody said, an earlier meeting's or another body's decision, or a wish is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import cast

from db.records.council import Outcome
from pipeline.decisions.bodies import AUXILIARIES, BODY, NAME
from pipeline.decisions.vocabulary import alternatives, pattern, table
from pipeline.decisions.votes import Votes, votes_in
from pipeline.decisions.wordings import outcome_of, outcome_of_object, outcome_of_votes

WORDS = table("clauses")


@dataclass(frozen=True, slots=True)
class Clause:
    """A way a body decides."""

    outcome: Outcome
    weak: bool
    verbs: frozenset[str]
    needs: re.Pattern[str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The result a sentence tells."""

    outcome: Outcome
    votes: Votes
    rule: str
    confidence: float
    opens: bool = False
    """Whether the text of the decision follows (`beschließt einstimmig:`)."""


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
SUBORDINATE = r"\b(?:dass|daß|ob|wenn|falls|sofern|weil|da|nachdem|sobald|bevor|bis|obwohl|wie|was|wonach|welche[nrsm]?)\b"
ACTIVE = (
    re.compile(rf"{BODY}\b(?P<name>{NAME})\s(?P<verb>{VERB})", re.DOTALL),
    re.compile(
        rf"(?P<verb>{VERB})\s+(?:(?:sich|hier|dann|sodann|daher|somit|anschließend|nunmehr|auch)\s+){{0,2}}{BODY}",
        re.DOTALL,
    ),
)
NEVER = pattern(WORDS["never"]["wordings"])
OPENS = re.compile(r"(?::|wie folgt|folgende[nrsm]?\b[^.]{0,60}|folgendes)\W*$", re.IGNORECASE)
AGENDA = re.compile(r"Tagesordnung\s*:?\s*$")
AUXILIARY = alternatives(WORDS["passive"]["auxiliaries"])
MATTER = pattern(WORDS["passive"]["matters"])
PASSIVE = re.compile(rf"{AUXILIARY}\b", re.DOTALL)
SUBJUNCTIVE = re.compile(
    r"\b(?:sei|seien|habe|werde|würden?|solle|sollten?|könnten?|könne|müsse|müssten?|möge|wolle|dürfe|wäre|wären|hätten?|gebe|gäbe|soll|sollen|kann|können|muss|müssen)\b"
)


def told_in(sentence: str) -> Told | None:
    """The result the sentence tells as the minutes' own word, None where it tells none."""
    if NEVER.search(sentence):
        return None
    return _active(sentence) or _passive(sentence) or _count(sentence)


def _active(sentence: str) -> Told | None:
    for wording in ACTIVE:
        for found in wording.finditer(sentence):
            if told := _clause(sentence, found):
                return told
    return None


def _clause(sentence: str, found: re.Match[str]) -> Told | None:
    before = sentence[: found.start()]
    if _subordinate(before) or _somebody_speaks(before):
        return None
    verb, votes = found["verb"], votes_in(sentence)
    for clause in CLAUSES:
        if verb not in clause.verbs or (clause.weak and not votes.told):
            continue
        if clause.needs and not clause.needs.search(sentence, found.end("verb")):
            continue
        outcome = clause.outcome
        if outcome == "accepted":
            outcome = outcome_of_object(sentence[found.end("verb") :]) or _amended(sentence) or outcome
        confidence = 0.95 if votes.told else 0.85
        return Told(
            outcome=outcome,
            votes=votes,
            rule="body-decides",
            confidence=confidence,
            opens=bool(OPENS.search(sentence)),
        )
    return None


def _amended(sentence: str) -> Outcome | None:
    told = outcome_of(sentence)
    return told if told == "accepted_amended" else None


def _subordinate(before: str) -> bool:
    """Whether the body's clause hangs on a conjunction: "…, dass der Rat beschließt"."""
    clause = re.split(r"[,;:]", before)[-1]
    return bool(re.search(SUBORDINATE, clause, re.IGNORECASE))


def _somebody_speaks(before: str) -> bool:
    """Whether a reported clause stands before: "Frau Beispiel erklärt, der Rat …"."""
    return bool(SPEAKS.search(before))


SPEAKS = re.compile(
    r"(?:Herr|Frau|Ratsmitglied|Stadtr[aä]t\w*|Bürgermeister\w*|\b[Ee]r|\b[Ss]ie|Vorsitzende\w*)\b[^.]{0,80}"
    r"\b(?:erklärt|erläutert|teilt|sagt|meint|fragt|berichtet|betont|weist|schlägt|beantragt|führt|hält|merkt|stellt|"
    r"bittet|informiert|äußert|fügt|antwortet|erinnert|möchte|verweist|zeigt|spricht)\w*\b"
)


def _passive(sentence: str) -> Told | None:
    """ "Der Antrag wird zurückgestellt.", "… werden einstimmig gewählt." """
    auxiliary = PASSIVE.search(sentence)
    if not auxiliary or _subordinate(sentence[: auxiliary.start()]) or _somebody_speaks(sentence):
        return None
    votes = votes_in(sentence)
    past = auxiliary[0] in ("wurde", "wurden", "ist", "sind")
    subject = MATTER.search(sentence)
    if not votes.told and (not subject or SUBJUNCTIVE.search(sentence)):
        return None
    rest = sentence[auxiliary.end() :] if not votes.told else sentence
    outcome = _participle(rest)
    if not outcome or (
        not votes.told and outcome not in ("deferred", "referred", "withdrawn", "rejected", "noted")
    ):
        return None
    if past and not votes.told and DATED.search(sentence):
        return None
    return Told(outcome=outcome, votes=votes, rule="passive", confidence=0.85 if votes.told else 0.75)


DATED = re.compile(r"\b(?:am|vom|im Jahr|bereits|seit|durch|Jahr|Monat\w*)\b")
PARTICIPLES: tuple[tuple[Outcome, re.Pattern[str]], ...] = (
    (
        "rejected",
        re.compile(r"\b(?:abgelehnt|abgewiesen|zurückgewiesen|nicht (?:angenommen|zugestimmt|gewählt))\b"),
    ),
    ("withdrawn", re.compile(r"\b(?:zurückgezogen|abgesetzt|von der Tagesordnung genommen)\b")),
    ("deferred", re.compile(r"\b(?:vertagt|zurückgestellt)\b")),
    ("referred", re.compile(r"\b(?:in|an|zur)\b[^.]{3,120}\b(?:verwiesen|überwiesen)\b", re.DOTALL)),
    ("noted", re.compile(r"\bzur Kenntnis genommen\b")),
    ("accepted_amended", re.compile(r"\b(?:geändert|ergänzt|abgeändert)\b")),
    (
        "accepted",
        re.compile(
            r"\b(?:beschlossen|angenommen|zugestimmt|genehmigt|gebilligt|gewählt|wiedergewählt|festgestellt|bestätigt|bestellt|"
            r"benannt|berufen|befürwortet|verabschiedet|empfohlen|anerkannt|erteilt|entsandt|ernannt|gefasst|unterstützt|bewilligt|entlastet|aufgenommen|gefolgt|entsprochen|stattgegeben|bestimmt)\b"
        ),
    ),
)


def _participle(rest: str) -> Outcome | None:
    return next((outcome for outcome, wording in PARTICIPLES if wording.search(rest)), None)


def _count(sentence: str) -> Told | None:
    """A bare result: "18 Ja-Stimmen, 4 Nein-Stimmen", "- abgesetzt -", "Einstimmig angenommen."."""
    if len(sentence) > 120 or re.search(rf"\b{AUXILIARIES}\b", sentence):
        return None
    votes = votes_in(sentence)
    if votes.yes is not None and votes.no is not None:
        outcome = outcome_of(sentence) or outcome_of_votes(votes)
        return Told(outcome=outcome, votes=votes, rule="count", confidence=0.8) if outcome else None
    if MARK.fullmatch(sentence.strip()) and (outcome := outcome_of(sentence) or outcome_of_votes(votes)):
        return Told(outcome=outcome, votes=votes, rule="mark", confidence=0.85)
    return None


MARK = re.compile(
    r"[-–(\[]?\s*(?:Der (?:Antrag|TOP|Punkt) )?(?:(?:[Ee]instimmig|[Mm]ehrheitlich)\s*(?:so\s+)?)?(?:(?:[Aa]b|[Zz]urück|[Vv]er|[Bb]e|[Aa]n|[Gg]e|[Zz]u)\w+t|abgesetzt|zurückgezogen|beschlossen|angenommen|vertagt|[Ee]ntfällt|[Ee]instimmig)\s*[-–)\].]?"
)
