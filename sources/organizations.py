"""Organisations that a text names: by legal form, as a state, or introduced with their abbreviation."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

from sources.council import classification_of
from sources.words import VOCABULARIES, word_list

WORD = r"[A-ZÄÖÜ0-9][\w&.+/-]*"
FUNCTION_WORDS = frozenset(word_list("function_words.txt"))
COMPANY = re.compile(rf"(?P<name>(?:{WORD}\s){{1,5}}?(?:{'|'.join(word_list('legal_forms.txt'))}))(?!\w)")
STATE = re.compile(
    rf"\b(?:Land|Landes|Bundesland|Bundeslandes)\s(?P<name>{'|'.join(word_list('states.txt'))})\b(?!-)"
)
FREE_STATE = re.compile(r"\bFreistaat(?:es)?\s(?P<name>Bayern|Sachsen|Thüringen)\b")
UNION = re.compile(rf"\bZweckverband(?:es|s)?\s(?P<name>{WORD}(?:\s{WORD}){{0,4}})")

GENDERS: dict[str, list[str]] = tomllib.loads((VOCABULARIES / "institution_nouns.toml").read_text("utf-8"))
STRONG = {"neuter": "es", "masculine": "er", "feminine": "e"}
ARTICLE = r"(?:[Dd](?:as|er|ie|es|em|en)|[Vv]om|[Bb]eim|[Zz]u[mr]|[Aa]m)"
INTRODUCED = re.compile(
    rf"(?:^|(?<=[\s(„\"])){ARTICLE}\s(?P<name>{WORD}(?:\s(?:{WORD}|für|und|der|des|von|im|in)){{0,8}}?)"
    r"\s\((?:kurz:?\s)?[„\"]?(?P<short>[A-Za-zÄÖÜäöüß][\w.-]{1,11})[“\"]?\)",
    re.MULTILINE,
)
"""A name introduced with its abbreviation: `Das Kommunale Rechenzentrum Auental (KRA)`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An organisation as the text names it; `short` is the abbreviation it goes by in the text."""

    name: str
    start: int
    classification: str | None
    short: str | None = None


def named_in(text: str) -> tuple[Named, ...]:
    """The organisations in text order, each once."""
    found: dict[str, Named] = {}
    for named in sorted(_found(text), key=lambda named: named.start):
        found.setdefault(named.name, named)
    return tuple(found.values())


def _found(text: str) -> Iterator[Named]:
    for match in COMPANY.finditer(text):
        if name := _without_function_words(match["name"]):
            yield Named(name=name, start=match.start(), classification=classification_of(name))
    for match in STATE.finditer(text):
        yield Named(name=f"Land {match['name']}", start=match.start(), classification="Land")
    for match in FREE_STATE.finditer(text):
        yield Named(name=f"Freistaat {match['name']}", start=match.start(), classification="Land")
    for match in UNION.finditer(text):
        yield Named(
            name=f"Zweckverband {match['name'].rstrip('.')}",
            start=match.start(),
            classification="Zweckverband",
        )
    for match in INTRODUCED.finditer(text):
        if name := base_form(match["name"]):
            yield Named(
                name=f"{name} ({match['short']})",
                start=match.start("name"),
                classification=classification_of(name),
                short=match["short"],
            )


def _without_function_words(name: str) -> str | None:
    words = name.split()
    while words and words[0] in FUNCTION_WORDS:
        words.pop(0)
    return " ".join(words) if len(words) > 1 else None


def base_form(name: str) -> str | None:
    """An institution's name as it stands without an article: `Kommunale Rechenzentrum X` → `Kommunales Rechenzentrum
    X`; None where no word says that it is an institution."""
    words = name.split()
    for at, word in enumerate(words):
        if gender := gender_of(word):
            words[at] = re.sub(r"(?<=[a-z])e?s$", "", word) if not _ends(word, gender) else word
            return " ".join([*(_strong(adjective, gender) for adjective in words[:at]), *words[at:]])
    return None


def gender_of(word: str) -> str | None:
    """The gender of an institution's noun (also in the genitive), None for other words."""
    return next(
        (gender for gender in GENDERS if _ends(word, gender) or _ends(re.sub(r"e?s$", "", word), gender)),
        None,
    )


def _ends(word: str, gender: str) -> bool:
    return any(part.lower().endswith(tuple(GENDERS[gender])) for part in re.split(r"[-/]", word))


def _strong(word: str, gender: str) -> str:
    """An adjective with the ending it has without an article; other words stay."""
    match = re.fullmatch(r"([A-ZÄÖÜ][a-zäöüß]{2,})e[nmrs]?", word)
    return match[1] + STRONG[gender] if match else word
