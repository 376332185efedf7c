"""Results the chair announces: in verbatim speech ("Damit ist das so beschlossen.") and in reports of it.

Only the chair's own turns count; a turn begins with `Name:` or `Name (Fraktion):` at the start of a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from db.records.council import Outcome
from pipeline.decisions.told import Told
from pipeline.decisions.vocabulary import alternatives, pattern, table
from pipeline.decisions.votes import Votes, votes_in
from pipeline.decisions.wordings import amended, outcome_of, outcome_of_votes

WORDS = table("announcements")
WORD = r"[A-ZÄÖÜ][\w.*/-]*"
PARTICLE = r"(?:von|van|de|der|zu|und|für|vom)"
TURN = re.compile(
    rf"^(?P<who>(?:Der\s|Die\s)?{WORD}(?:[ \t]+(?:{WORD}|{PARTICLE})){{0,7}})\s*(?P<faction>\([^)\n]{{1,40}}\))?\s*:"
    r"(?=[ \t\n]+\S)",
    re.MULTILINE,
)
PLAIN_NAME = re.compile(rf"{WORD}(?:\s+(?:{WORD}|von|van|de|zu)){{1,3}}$")
SPEAKER = pattern([*WORDS["chairs"], *WORDS["speakers"]], ignore_case=False)
CHAIR = pattern(WORDS["chairs"])
FORMULAS: tuple[tuple[Outcome, re.Pattern[str]], ...] = tuple(
    (entry["outcome"], pattern(entry["wordings"])) for entry in WORDS["formula"]
)
MANNERED = pattern(WORDS["mannered"])
NAMED = 3
"""Words of an office with a full name."""
SENTENCE = 25
"""Characters from which on a line behind a bare office is speech."""
SPEECHES = 3
"""Turns with a name and a faction from which on a document counts as verbatim."""
ASKED = 500
"""Characters that the questions and answers of a vote take at most, factions and names included."""
ASKING = re.compile(
    r"(?:Gibt es |Ich frage [^?.]{0,40})?(?:Gegenstimmen|Wer stimmt dagegen|Wer ist dagegen)\b", re.DOTALL
)
ANSWERED = re.compile(
    r"\b(?:beschlossen|abgelehnt|angenommen|verwiesen|gewählt|zugestimmt)\b\W|^[A-ZÄÖÜ][^\n:]{2,60}:",
    re.MULTILINE,
)
FORMAL = re.compile(r"\W*(?:Dann|Damit|Somit)\s+(?:ist|sind)\b")
WISH = re.compile(
    r"\?\s*$|\b(?:wenn|falls|ob|würden?|wäre|hätten?|möchte\w*|könnten?|sollten?)\b", re.IGNORECASE
)
STATES = re.compile(
    rf"(?:\b[Ee]r|\b[Ss]ie|\b[Ii]ch|^\W*(?:Dann|Damit|Somit|Nachdem)|{alternatives(WORDS['chairs'])})\b[^.]{{0,200}}?"
    rf"(?:\bstell(?:t|te|e)\b[^.]{{0,200}}\bfest\b|\bteilt\b[^.]{{0,40}}\bmit\b)",
    re.DOTALL,
)
STATES_FIRST = re.compile(
    rf"\bstell(?:t|te|e)\s+(?:[Ee]r|[Ss]ie|ich|{alternatives(WORDS['chairs'])})\b[^.]{{0,200}}\bfest\b",
    re.DOTALL,
)
PENDING = re.compile(r"\b(?:solle|sollten?|könne|könnten?|möge|müsse|wolle|werde nicht|ob)\b")
STATED = pattern(WORDS["stated"])


def is_verbatim(text: str) -> bool:
    """Whether the minutes give speeches word by word."""
    return sum(bool(turn["faction"] and _is_speaker(turn)) for turn in TURN.finditer(text)) >= SPEECHES


def _is_speaker(turn: re.Match[str]) -> bool:
    """Whether the words before the colon name a speaker; "Vorsitzender: Herr Muster" is a line of a list."""
    if not turn["faction"] and len(turn["who"].split()) < NAMED:
        line = turn.string[turn.end() : turn.end() + SENTENCE + 1].strip()
        return bool(SPEAKER.match(turn["who"])) and len(line.split("\n")[0]) >= SENTENCE
    return bool(SPEAKER.match(turn["who"]) or (turn["faction"] and PLAIN_NAME.match(turn["who"])))


def chair_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of `text[start:end]` in which the chair speaks or the minutes tell; other turns are left out."""
    at, chair = start, True
    for turn in TURN.finditer(text, start, end):
        if not _is_speaker(turn):
            continue
        if chair and turn.start() > at:
            yield at, turn.start()
        at = turn.end()
        chair = not turn["faction"] and bool(CHAIR.search(turn["who"]))
    if chair and end > at:
        yield at, end


def asked_from(text: str, start: int) -> int:
    """Where the questions begin that lead to the result announced at `start` ("Gegenstimmen? - Keine.")."""
    before = text[max(0, start - ASKED) : start]
    answered = list(ANSWERED.finditer(before))
    asked = ASKING.search(before, answered[-1].end() if answered else 0)
    return start - len(before) + asked.start() if asked else start


def is_announcement(sentence: str) -> bool:
    """Whether the sentence announces by its form, in whatever kind of minutes ("Damit ist …")."""
    return bool(FORMAL.match(sentence))


def announced_in(sentence: str) -> Told | None:
    """The result the chair announces in this sentence."""
    if WISH.search(sentence):
        return None
    votes = votes_in(sentence)
    for outcome, formula in FORMULAS:
        if formula.search(sentence):
            if outcome == "accepted":
                outcome = amended(sentence) or outcome
            return Told(outcome=outcome, votes=votes, rule="announced", confidence=0.85)
    if found := MANNERED.search(sentence):
        outcome_ = outcome_of(found[0]) or outcome_of_votes(votes)
        return Told(outcome=outcome_, votes=votes, rule="announced", confidence=0.8) if outcome_ else None
    return None


def stated_in(sentence: str) -> Told | None:
    """The result a report says the chair stated: "Der Vorsitzende stellt einstimmige Zustimmung fest."."""
    # most sentences have neither verb, and need not be held against the patterns
    if "stell" not in sentence and "teilt" not in sentence:
        return None
    if PENDING.search(sentence) or not (STATES_FIRST.search(sentence) or STATES.search(sentence)):
        return None
    found = STATED.search(sentence)
    outcome = (outcome_of(found[0]) or outcome_of_votes(votes_in(found[0]))) if found else None
    votes = votes_in(sentence) if outcome != "noted" else Votes()
    return Told(outcome=outcome, votes=votes, rule="chair-states", confidence=0.8) if outcome else None
