"""Factions and groups of a council as motions name them (`die Fraktionen von A und B sowie die C-Ratsgruppe`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sources.words import word_list

WORD = r"(?:[A-ZÄÖÜ][\w.*’']*(?:[-/][\w.*’']+)*|\d{2}(?:/[\w*’]+(?:-[\w]+)*)?)"
NAME = rf"{WORD}(?:\s?/\s?{WORD}|\s(?:für\s|fürs\s)?{WORD})*"
ARTICLE = r"(?:(?:der|die|den|des|von|aus)\s)*"
JOINER = r"(?:\s?,\s?|\s(?:und|sowie|&|u\.)\s)"
LIST = rf"(?:(?:der|des|von|aus)\s)*{NAME}(?:{JOINER}{ARTICLE}{NAME})*"

BEFORE = re.compile(rf"\b(?P<kind>\w*(?:[Ff]raktion|[Rr]atsgruppe|Gruppe))(?:en|n)?\s(?P<names>{LIST})")
"""The word stands before the names: `Fraktionen der SPD und der CDU`."""

BEHIND = re.compile(
    rf"(?P<names>(?:{NAME}-?{JOINER})*{NAME}?)\s?-(?P<kind>(?:[A-ZÄÖÜ]\w*)?(?:[Ff]raktion|[Gg]ruppe))(?:en|n)?\b"
)
"""The word is the end of a compound: `SPD- und CDU-Fraktion`, `FDP-Ratsgruppe`."""

MOVED_BY = re.compile(rf"\b\w*(?:antrag|Antrag|anfrage|Anfrage)\s\((?:von|der|des)\s(?P<names>{LIST})\)")
"""Only names, without a word for what they are: `Antrag (von SPD und FWG)`."""

LEADING = re.compile(
    rf"^(?:(?:(?:Die|Der|Den|Das)(?!\s(?:{'|'.join(word_list('parties_with_article.txt'))})\b)"
    r"|der|die|den|des|von|aus|Antrag|Anfrage)\s)+(?=\S)"
)
COMPOUND = re.compile(r"-(?:\w*)(?:[Ff]raktion|[Gg]ruppe)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A faction or group; `name` as written, `classification` as in `organizations`."""

    name: str
    classification: str | None


def groups_in(text: str) -> tuple[Group, ...]:
    """All groups in the order they are named, each once."""
    flat = " ".join(text.split())
    found: dict[str, Group] = {}
    for _, group in sorted(_found(flat), key=lambda pair: pair[0]):
        found.setdefault(group.name, group)
    return tuple(found.values())


def _found(text: str) -> Iterator[tuple[int, Group]]:
    taken: list[tuple[int, int]] = []
    for match in BEHIND.finditer(text):
        taken.append(match.span())
        for at, name in _names(match):
            full = name if COMPOUND.search(name) else f"{name}-{match['kind']}"
            yield at, Group(name=full, classification=_class(full))
    for match in MOVED_BY.finditer(text):
        for at, name in _names(match):
            if not COMPOUND.search(name):
                yield at, Group(name=name, classification=None)
    for match in BEFORE.finditer(text):
        for at, name in _names(match):
            if not COMPOUND.search(name) and not any(begin <= at < end for begin, end in taken):
                yield at, Group(name=name, classification=_class(match["kind"]))


def _names(match: re.Match[str]) -> Iterator[tuple[int, str]]:
    """The single names of a list with their places."""
    at = match.start("names")
    for piece in re.split(rf"({JOINER})", match["names"]):
        name = LEADING.sub("", piece).rstrip("-").strip()
        if name and not re.fullmatch(JOINER, piece):
            yield at, name
        at += len(piece)


def _class(word: str) -> str:
    return "Fraktion" if word.lower().endswith("fraktion") else "Gruppe"
