"""Persons of a press release, each with the function it gives them: `die Leiterin des Amts, Eva Muster`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.findings import Name, Span
from pipeline.people.vocabulary import given_names, office

WORDS: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
INSIDE = frozenset(WORDS["inside"])

TITLE = r"(?:(?:Prof|Dr|Ing|Dipl|med|jur|phil|rer|nat|h\.\s?c|Mag)\.[\s-]?)+"
WORD = r"[A-ZÄÖÜ][a-zäöüßéèáó]+(?:[-–][A-ZÄÖÜ][a-zäöüßéèáó]+)*"
PARTICLE = r"(?:(?:von|van|de|zu|vom|zur|der|den|ter|ten)\s)*"
FULL = re.compile(
    rf"(?<![\w-])(?P<title>{TITLE}\s?)?(?P<given>{WORD}(?:\s[A-ZÄÖÜ]\.)?)\s(?P<family>{PARTICLE}{WORD})(?![\w-])"
)
ADDRESSED = re.compile(
    rf"(?<![\w-])(?:(?P<title>{TITLE})\s?|(?P<address>Herrn?|Frau)\s(?P<title2>{TITLE}\s?)?)(?P<family>{PARTICLE}{WORD})(?![\w-])"
)
BEHIND = re.compile(r",\s(?:(?:der|die|den|dem)\s)?(?P<function>[^.:;!?„“\"\n,]{3,140})")
FUNCTION = re.compile("|".join(WORDS["functions"]))
LOOK = 150
FIRST_WORDS = 3
"""The noun of an office stands among so many first words of a function (`Niedersächsischen Minister für …`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted(Span):
    """A person named in a press release; `function` as written, None where none is given."""

    name: Name
    function: str | None
    private: bool


def persons_in(text: str) -> list[Quoted]:
    """The persons in the order of the text; one named again by family name alone keeps what was told before."""
    found = list(_introduced(text))
    known = {
        one.name.family_name: one for one in sorted(found, key=lambda one: one.function is None, reverse=True)
    }
    found = [one if one.function else _with_function_of(one, known[one.name.family_name]) for one in found]
    taken = [(quoted.start, quoted.end) for quoted in found]
    for start, end, family in _named_again(text, known):
        if not any(first < end and start < last for first, last in taken):
            first = known[family]
            found.append(
                Quoted(start=start, end=end, name=first.name, function=first.function, private=first.private)
            )
            taken.append((start, end))
    return sorted(found, key=lambda quoted: quoted.start)


def _with_function_of(one: Quoted, other: Quoted) -> Quoted:
    """A person named again is the one whose function was told."""
    same = one.name.given_name == other.name.given_name
    return replace(one, function=other.function, private=other.private) if same else one


def _introduced(text: str) -> Iterator[Quoted]:
    at = 0
    while match := FULL.search(text, at):
        function = _function_before(text, match.start()) or _function_behind(text, match.end())
        if office(match["given"]) or not (function or match["title"] or match["given"] in given_names()):
            at = match.end("given")
            continue
        at = match.end()
        name = Name(
            title=(match["title"] or "").strip() or None,
            given_name=match["given"],
            family_name=match["family"],
        )
        yield Quoted(start=match.start(), end=at, name=name, function=function, private=_is_private(function))


def _named_again(text: str, known: dict[str | None, Quoted]) -> Iterator[tuple[int, int, str]]:
    for match in ADDRESSED.finditer(text):
        if match["family"] in known:
            yield match.start(), match.end(), match["family"]
    for family in filter(None, known):
        for match in re.finditer(rf"(?<![\w-]){re.escape(family)}(?![\w-])", text):
            yield match.start(), match.end(), family


def _function_before(text: str, at: int) -> str | None:
    """`Bürgermeisterin`, `der Minister für Inneres,` directly before a name; the last article begins it."""
    stretch = text[max(at - LOOK, 0) : at]
    stretch = re.split(r"[.:;!?„“\"\n]\s*(?![a-z)])", stretch)[-1]
    for article in re.finditer(r"(?:^|(?<=\s))(?:[Dd]er|[Dd]ie|[Dd]en|[Dd]em)\s", stretch):
        function = stretch[article.end() :].strip().removesuffix(",")
        if function and "," not in function and _is_function(function):
            return " ".join(function.split())
    last = re.search(r"([A-ZÄÖÜ][\w-]+)\s$", stretch)
    return last[1] if last and _is_function(last[1]) else None


def _function_behind(text: str, at: int) -> str | None:
    """`, die Leiterin des Amts` directly behind a name, up to the first word that is none of the function."""
    match = BEHIND.match(text, at)
    if match is None:
        return None
    words = match["function"].split()
    end = next(
        (
            n
            for n, word in enumerate(words)
            if n and word not in INSIDE and not re.match(r"[(A-ZÄÖÜ\d]|\w+-[A-ZÄÖÜ]", word)
        ),
        len(words),
    )
    while end and words[end - 1] in INSIDE:
        end -= 1
    function = " ".join(words[:end])
    return function if _is_function(function) else None


def _is_function(words: str) -> bool:
    """Whether an office stands among the first words and all words may belong to it."""
    parts = words.split()
    first = [re.sub(r"[^\w-]", "", part) for part in parts[:FIRST_WORDS]]
    fits = all(
        part in INSIDE or re.match(r"[(A-ZÄÖÜ\d&]|\w+-[A-ZÄÖÜ]|[a-zäöüß]+e[nr]?$", part) for part in parts
    )
    return fits and any(part[:1].isupper() and _is_office(part) for part in first)


def _is_office(word: str) -> bool:
    return bool(FUNCTION.fullmatch(word) or office(word))


def _is_private(function: str | None) -> bool:
    """Somebody without a function, or with one that citizens have, is a private person."""
    nouns = [re.sub(r"[^\w-]", "", word) for word in (function or "").split()]
    if any(FUNCTION.fullmatch(noun) for noun in nouns):
        return False
    offices = [known for noun in nouns if (known := office(noun))]
    return not offices or any(known.private for known in offices)
