"""How a sentence means what it says: as a report, an announcement or a demand; and whom it names as its source."""

from __future__ import annotations

import re

from db.records.ozg import Stance
from pipeline.ozg.catalogue import read
from pipeline.ozg.points import WHEN

WORDS = read("ledger.toml")["stance"]
DEMANDED = re.compile("|".join(WORDS["demanded"]))
ANNOUNCED = re.compile("|".join(WORDS["announced"]))
SOURCE = re.compile("|".join(WORDS["sources"]))
TOLD_ON = re.compile(rf"^\s*Am\s+{WHEN}\s+(?:wurde|hat|hatte)\b")
ALWAYS: dict[str, Stance] = {"deadline": "announced", "end": "announced"}
NEVER_ANNOUNCED = frozenset({"count", "responsible", "priority", "begin"})
"""Kinds whose sentence may speak of the future while they themselves are told as they are."""


def stance_of(kind: str, value: str | None, text: str, start: int, end: int) -> Stance:
    """The stance of a fact in the sentence between two places."""
    if DEMANDED.search(text, start, end):
        return "demanded"
    if kind in ALWAYS:
        return ALWAYS[kind]
    if kind == "status":
        return "announced" if value == "in Planung" else "reported"
    if kind in NEVER_ANNOUNCED:
        return "reported"
    return "announced" if ANNOUNCED.search(text, start, end) else "reported"


def source_of(text: str, start: int, end: int) -> str | None:
    """Whom a sentence names as its source (`seitens der Verwaltung`)."""
    match = SOURCE.search(text, start, end)
    return next((said for said in match.groups() if said), None) if match else None


def day_of(text: str, start: int, end: int) -> str | None:
    """The day on which a sentence says that it was told (`Am 01.06.2021 wurde … ausgeführt`)."""
    match = TOLD_ON.match(text[start:end])
    if match is None or not (match["day"] and match["month"]):
        return None
    return f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}"
