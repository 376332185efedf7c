"""Factions and groups where a text names them: `CDU`, `SPD-Stadtratsfraktion`, `Fraktion Freie Liste`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.decisions.vocabulary import table
from pipeline.findings import Span
from pipeline.people.vocabulary import word_set

NAMES = table("ballots")["names"]
KNOWN = sorted({*word_set("parties.txt"), *NAMES["more"]} - set(NAMES["generic"]), key=len, reverse=True)
WORD = "(?:" + "|".join(map(re.escape, KNOWN)) + r")(?![\wäöüß])"
PART = "(?:" + "|".join(map(re.escape, [*KNOWN, *NAMES["parts"]])) + r")(?![\wäöüß])"
CAPITAL = r"[A-ZÄÖÜ][\w'’|/-]*(?:\.\w+)*"
ARTICLE = r"(?:(?:Die|DIE)\s(?=LINKE|Linke|PARTEI|FRAKTION)|(?:FREIE|Freie)\s(?=W))"
PARTY = rf"(?<![\w-]){ARTICLE}?{WORD}(?:(?:\s?[/|-]\s?|\s){PART})*"
NAMED = re.compile(
    rf"(?P<party>{PARTY})(?:-\w*[Ff]raktion|-Gruppe|-Ratsgruppe)?"
    rf"|\b(?:\w*[Ff]raktion|Ratsgruppe|Gruppe)\s+(?:der\s|des\s|von\s)?[„\"]?(?P<unknown>{CAPITAL}(?:[\s-]{CAPITAL}){{0,3}})"
    rf"|\b(?P<compound>{CAPITAL})-\w*[Ff]raktion\b"
)
PLAIN = re.compile(rf"{CAPITAL}(?:[ /-]{CAPITAL}|\s90){{0,4}}")


def groups_in(text: str, start: int, end: int) -> Iterator[Span]:
    """The names of groups in `text[start:end]`, without the word for a faction."""
    for found in NAMED.finditer(text, start, end):
        at, to = found.span(found.lastgroup or 0)
        yield Span(start=at, end=to)


def is_group(words: str) -> bool:
    """Whether the words are a known group's name and nothing else, but for the word for a faction."""
    found = NAMED.fullmatch(words.strip())
    return bool(found and (found["party"] or found["compound"])) or _spelled_out(words)


def _spelled_out(words: str) -> bool:
    """ "Fraktion der CDU"."""
    found = NAMED.match(words.strip())
    return bool(found and found.end() == len(words.strip()) and found["unknown"])


def is_list_of_groups(words: str) -> bool:
    """Whether the words list groups by name, two of them known ("CDU, SPD, Unsere Liste und GRÜNE")."""
    names = [name.strip() for name in re.split(r",|\bund\b|\bsowie\b", words) if name.strip()]
    known = sum(bool(re.search(PARTY, name)) for name in names)
    return known > 1 and all(PLAIN.fullmatch(name) for name in names)
