"""Counts of votes and the way of voting, as a result states them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.decisions.vocabulary import alternatives, pattern, table

WORDS = table("votes")
KINDS = ("yes", "no", "abstain", "not_taking_part", "absent", "invalid")


def _number_words() -> dict[str, int]:
    told = table("numbers")
    composed = {
        f"{one}und{ten}": unit + tens
        for ten, tens in told["tens"].items()
        for one, unit in told["ones"].items()
    }
    return {**told["words"], **told["tens"], **composed}


NUMBERS = _number_words()
NUMBER = r"(?:\d{1,4}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + ")"
COUNTED = {kind: alternatives(WORDS["counted"][kind]) for kind in KINDS}
FIGURES = {
    kind: re.compile(rf"(?<![\w.,:/§])(\d{{1,3}})\s+{alternatives(words)}")
    for kind, words in WORDS["figures"].items()
}
LABELLED = {kind: alternatives(WORDS["labelled"][kind]) for kind in KINDS}

# "24 Ja- und 12 Nein-Stimmen", "24 Ja,- 3 Nein-Stimmen": the number stands right before the kind.
BEFORE = {
    kind: re.compile(
        rf"(?<![\w.,:/§])({NUMBER})\s*(?:x\s+|[-–]\s*|\bStimm\w+\s+)?{COUNTED[kind]}", re.IGNORECASE
    )
    for kind in KINDS
}
# "Ja: 20, Nein: 4" and tables without colons ("Ja 20 Nein 4").
AFTER = {kind: re.compile(rf"{LABELLED[kind]}\s*[:=]\s*({NUMBER})\b", re.IGNORECASE) for kind in KINDS}
BARE = re.compile(
    r"(?<!\d\s)\b(?:(?:Ja|JA)(?:-?[Ss]timmen?)?|[Dd]afür|Für)\s+(\d+)\W+"
    r"(?:(?:Nein|NEIN)(?:-?[Ss]timmen?)?|[Dd]agegen|Gegen(?:stimmen?)?)\s+(\d+)"
    r"(?:\W+(?:Stimm)?[Ee]nth\w*\.?\s+(\d+))?"
)
# "12:3:1", "12 : 3", "mit 12 zu 3 Stimmen"
TALLY = re.compile(r"(?<![\d.:,/])(\d{1,3})\s?:\s?(\d{1,3})(?:\s?:\s?(\d{1,3}))?(?![\d:]|\s?Uhr)")
AGAINST = re.compile(
    rf"\b(?:mit|bei)\s+({NUMBER})\s+(?:(?:Ja-?)?[Ss]timmen?\s+)?(?:zu|gegen|:)\s+({NUMBER})\s+Stimmen?\b"
    r"|\bStimmenverhältnis\s+(?:von\s+)?(\d{1,3})\s?(?:zu|:)\s?(\d{1,3})\b",
    re.IGNORECASE,
)
OPPOSED = re.compile(rf"\bgegen\s+({NUMBER})\s+Stimmen?\b", re.IGNORECASE)

REST = re.compile(r"\b(?:Rest|ansonsten|sonst|Übrigen?|übrigen?)\s*:?\s*(Ja|Nein)", re.IGNORECASE)

UNANIMOUS = pattern(WORDS["manner"]["unanimous"])
DIVIDED = pattern(WORDS["manner"]["divided"])
OTHER = pattern(WORDS["manner"]["other"])
NEGATED = re.compile(r"\bnicht\s+(?:einstimmig|einmütig|einhellig)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Votes:
    """What a result says of its vote; None where it says nothing."""

    yes: int | None = None
    no: int | None = None
    abstain: int | None = None
    unanimous: bool | None = None
    not_taking_part: int | None = None
    absent: int | None = None
    invalid: int | None = None
    rest: str | None = None
    """How all others voted ("3 Nein-Stimmen, Rest Ja"): `yes` or `no`."""
    told: bool = False
    """Whether any way of voting is told at all."""

    @property
    def counted(self) -> bool:
        """Whether yes or no votes are told as numbers."""
        return self.yes is not None or self.no is not None


@lru_cache(maxsize=100)  # each rule of a sentence asks for its votes
def votes_in(result: str, *, tally: bool = False) -> Votes:
    """The votes a result states; bare tallies (`12:3:1`) are read where `tally` says that a vote must stand there."""
    yes, no, abstain, *others = (_count(kind, result) for kind in KINDS)
    if BARE.search(result) or yes is no is None:
        yes, no, abstain = _pair(result, abstain, tally=tally)
    unanimous = _unanimous(result, no)
    told = any(x is not None for x in (yes, no, abstain, unanimous)) or bool(OTHER.search(result))
    remaining = REST.search(result)
    rest = ("yes" if remaining[1].lower() == "ja" else "no") if remaining else None
    return Votes(
        yes=yes,
        no=no,
        abstain=abstain,
        not_taking_part=others[0],
        absent=others[1],
        invalid=others[2],
        unanimous=unanimous,
        rest=rest,
        told=told,
    )


def _count(kind: str, result: str) -> int | None:
    found = AFTER[kind].search(result) or BEFORE[kind].search(result)
    if found is None and kind in FIGURES:
        found = FIGURES[kind].search(result)
    return number(found[1]) if found else None


def _pair(result: str, abstain: int | None, *, tally: bool) -> tuple[int | None, int | None, int | None]:
    found = BARE.search(result) or (TALLY.search(result) if tally else None)
    if found:
        return int(found[1]), int(found[2]), int(found[3]) if found[3] else abstain
    if found := AGAINST.search(result):
        return number(found[1] or found[3]), number(found[2] or found[4]), abstain
    if found := OPPOSED.search(result):
        return None, number(found[1]), abstain
    return None, None, abstain


MAJORITY = tuple(re.compile(expression) for expression in WORDS["majority"]["expressions"])
SECRET = re.compile("|".join(WORDS["secret"]["expressions"]))
OPEN = re.compile("|".join(WORDS["secret"]["open"]))
DENIED = re.compile(WORDS["secret"]["denied"])


def majority_in(result: str) -> str | None:
    """The words that say with what majority, as they stand there."""
    found = next((found for expression in MAJORITY if (found := expression.search(result))), None)
    return " ".join(found[0].split()) if found else None


def is_secret(told: str) -> bool | None:
    """Whether the text says that the ballot was secret; False where it says that it was open."""
    if OPEN.search(told):
        return False
    return True if SECRET.search(DENIED.sub("", told)) else None


def number(word: str) -> int:
    """The number a figure or number word states."""
    return int(word) if word.isdigit() else NUMBERS[word.lower()]


def _unanimous(result: str, no: int | None) -> bool | None:
    """Only what is said; "einstimmig bei einer Gegenstimme" contradicts itself and tells nothing."""
    if NEGATED.search(result):
        return False
    if UNANIMOUS.search(result):
        return None if no else True
    return False if no or DIVIDED.search(result) else None
