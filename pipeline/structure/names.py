"""Full names as lists of attendance write them: `Herr Dr. Max von Muster`, `Erika Muster (Bauamt)`."""

from __future__ import annotations

import re

from pipeline.findings import Name
from pipeline.structure.vocabulary import alternatives

PARTICLE = rf"(?:{alternatives('names', 'particle')})"
ACADEMIC = rf"(?:{alternatives('names', 'academic')})"
WORD = r"[A-ZÄÖÜÇŞŠČŽÉÓÁĆĐ][\w'’`]*(?:-\s?[A-ZÄÖÜÇŞ]?[\w'’]+)*"
INITIAL = r"[A-ZÄÖÜ]\."
ADDRESS = r"(?:Herrn?|Hr\.|Frau|Fr\.)"
RANK = r"(?:\d\.|Erste[rn]?|stellv\.|stv\.|Ehren)"
FULL = re.compile(
    rf"(?:(?P<address>{ADDRESS})\s+)?(?:(?P<office>(?:{RANK}\s)?(?:{alternatives('names', 'office')}))\s+)?"
    rf"(?:(?P<address2>{ADDRESS})\s+)?(?P<title>(?:{ACADEMIC}\s?)*)"
    rf"(?P<given>(?:(?:{WORD}|{INITIAL})\s+){{0,4}}?)(?P<particles>(?:{PARTICLE}\s+)*)(?P<family>{WORD})"
)
WORDS = re.compile(rf"(?:(?:{ACADEMIC}|{INITIAL}|{WORD}|{PARTICLE}|{ADDRESS}|{RANK})(?=[\s,;:()/]|$)\s*)+")


def name_of(words: str) -> tuple[Name, int] | None:
    """The name at the beginning of the words and where it ends; None where none stands there."""
    run = WORDS.match(words)
    before_sign = re.match(r".*?(?=\s*(?:[,;:()]|$))", words)
    stops = {len(found[0].rstrip()) for found in (run, before_sign) if found}
    for stop in sorted({*stops, len(words.rstrip())} - {0}, reverse=True):
        if match := FULL.fullmatch(words, 0, stop):
            return _name(match), match.end()
    return None


def _name(match: re.Match[str]) -> Name:
    return Name(
        form_of_address=_address(match["address"] or match["address2"]),
        title=" ".join(match["title"].split()) or None,
        office=match["office"],
        given_name=" ".join(match["given"].split()) or None,
        family_name=" ".join(f"{match['particles']}{match['family']}".split()),
    )


def _address(written: str | None) -> str | None:
    if not written:
        return None
    return "Frau" if written.startswith("Fr") else "Herr"
