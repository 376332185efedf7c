"""Who is in charge: offices named with a word for being in charge, and the labels of a paper's head."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipeline.ozg.catalogue import read

WORDS = read("ledger.toml")["offices"]
OFFICE = re.compile(
    rf"(?<![\w-])(?:(?:{'|'.join(WORDS['numbered'])})\s(?:[IVX]+|\d+(?:[./]\d+)*)(?![\w])|{'|'.join(WORDS['named'])})"
)
CHARGE = re.compile("|".join(WORDS["charge"]))
LABEL = "|".join(WORDS["labels"])
LABELLED = re.compile(
    rf"^[ \t]*(?:{LABEL})[ \t]*:[ \t]*(?P<value>[^\n]*?)"
    r"(?=\s*(?:Bearbeiter|Verfasser|Status|Vorlage|Beteiligt|\n|$)|\s{2,})",
    re.MULTILINE,
)
FORM_LABEL = re.compile(rf"^[ \t]*(?:{LABEL})[ \t]*:[ \t]*$", re.MULTILINE)
REACH = 90
"""Letters between an office and the word for being in charge: the same clause."""
HEAD = 2500
"""Labels are looked for in so many letters: the head of a paper or excerpt."""
NUMBER = re.compile(r"[\d/.-]+")


class Office(NamedTuple):
    """An office at `text[start:end]`."""

    start: int
    end: int
    value: str


def offices(text: str, start: int, end: int, actors: Iterable[tuple[int, int]]) -> Iterator[Office]:
    """The offices, or known bodies (`actors`), that a sentence says are in charge of something."""
    charges = [match.span() for match in CHARGE.finditer(text, start, end)]
    named = [match.span() for match in OFFICE.finditer(text, start, end)]
    for place in (*named, *actors):
        if any(_gap(place, charge) <= REACH for charge in charges):
            yield Office(*place, nominative(text[slice(*place)]))


def labelled(text: str) -> Iterator[Office]:
    """The offices that the head of a paper or excerpt names as in charge; a label's value may stand in a later line."""
    for match in LABELLED.finditer(text, 0, min(len(text), HEAD)):
        value = match["value"].strip()
        if value and not NUMBER.fullmatch(value):
            yield from _continued(text, match.start("value"), match.end("value"))
    for match in FORM_LABEL.finditer(text, 0, min(len(text), HEAD)):
        for line in re.finditer(r"[^\n]*\S[^\n]*", text[match.end() : match.end() + 120]):
            start = match.end() + line.start() + len(line[0]) - len(line[0].lstrip())
            value = line[0].strip()
            if not NUMBER.fullmatch(value):
                if OFFICE.match(value):
                    yield Office(start, start + len(value), value)
                break


def _continued(text: str, start: int, end: int) -> Iterator[Office]:
    """A label's value, with its second line where it breaks behind a preposition (`Amt für / Informationstechnik`)."""
    if re.search(r"(?:für|und|-)\s*$", text[start:end]):
        end = start + len(text[start:].split("\n", 2)[0]) + 1 + len(text[start:].split("\n", 2)[1])
    value = " ".join(text[start:end].split())
    stripped = text[start:end].rstrip()
    yield Office(start, start + len(stripped), value)


def _gap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)


def nominative(name: str) -> str:
    """An office's name without the ending of the genitive, where that is certain."""
    name = re.sub(
        r"\b(Amt|Dezernat|Referat|Fachbereich|Fachdienst|Geschäftsbereich|Sachgebiet|Land)(?:e?s)\b",
        r"\1",
        name,
    )
    return re.sub(r"(amt|dezernat|referat|kreis|ausschuss)e?s$", r"\1", " ".join(name.split())).removeprefix(
        "das "
    )
