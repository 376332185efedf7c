"""The state of a service's implementation, in five words: put off, open, planned, being worked on, done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.ozg.catalogue import read

WORDS = read("ledger.toml")
STATES: tuple[str, ...] = tuple(WORDS["states"])
STATE = re.compile(
    "|".join(rf"(?P<s{n}>\b(?:{'|'.join(forms)})(?!\w))" for n, forms in enumerate(WORDS["states"].values()))
)
SUBJECT = re.compile(rf"\b(?:{'|'.join(WORDS['subjects']['nouns'])})\b")
ANAPHOR = re.compile(rf"(?:{'|'.join(WORDS['subjects']['anaphora'])})\b")


DENIED = re.compile(r"\b(?:nicht|nie|niemals|kein\w*)\b")
ACHIEVED = ("in Bearbeitung", "abgeschlossen")
"""States that the word `nicht` turns into `offen`."""


class State(NamedTuple):
    """A state at `text[start:end]`; `value` is one of `STATES`."""

    start: int
    end: int
    value: str


def states(text: str, start: int, end: int) -> Iterator[State]:
    """The states that a sentence tells; what is not done is open."""
    for match in STATE.finditer(text, start, end):
        value = STATES[int((match.lastgroup or "s0")[1:])]
        denied = value in ACHIEVED and DENIED.search(text[max(match.start() - 7, start) : match.end()])
        yield State(*match.span(), "offen" if denied else value)


def in_five_words(value: str) -> str:
    """The state that a wording of the mentions means (`Testbetrieb`); the wording itself where it is none."""
    match = STATE.search(value)
    return STATES[int((match.lastgroup or "s0")[1:])] if match else value


def speaks_of_a_service(text: str, start: int, end: int) -> bool:
    """Whether a sentence names what may have a state."""
    return bool(SUBJECT.search(text, start, end))


def refers_back(text: str, start: int) -> bool:
    """Whether a sentence begins with a word for what the sentence before it named."""
    return bool(ANAPHOR.match(text, start))
