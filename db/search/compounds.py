"""The parts of a German compound, so that `Satzung` finds `Haushaltssatzung`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import simplemma

from db.search.stems import stem

LINKS = ("s", "es", "n", "en", "er", "e")
"""What joins the parts, the common first: Haushalt|s|satzung, Straße|n|bau, Kind|er|garten."""

SHORTEST = 4
"""Letters of a part; the few shorter ones stand in `short_parts.txt`."""


def parts(word: str) -> tuple[str, ...]:
    """All words in a compound in lower case, parts of parts too; empty for a word that is none.

    `feuerwehrgerätehaus` → `feuerwehr`, `feuer`, `wehr`, `gerätehaus`, `geräte`, `haus`.
    """
    return tuple(dict.fromkeys(_parts(word.lower())))


def _parts(word: str) -> Iterator[str]:
    if word in _exceptions():
        yield from _exceptions()[word]
    elif stem(word) not in _whole_words():
        first, last = _split(word) or ("", "")
        for part in filter(None, (first, last)):
            yield part
            yield from _parts(part)
        # Klimaschutz|konzept besides Klima|schutzkonzept.
        if inner := _split(last):
            yield _without_link(word.removesuffix(inner[1])) or inner[0]


@cache
def _split(word: str) -> tuple[str, ...]:
    """The first and the last part; the longest last part wins, as it is what the word is a kind of."""
    for at in range(3, len(word) - 2):
        last = word[at:]
        if _is_part(last):
            first = _without_link(word[:at])
            if first:
                return first, last
    return ()


def _without_link(first: str) -> str | None:
    """The first part as a word of its own, None where it is none."""
    candidates = [*(first.removesuffix(link) for link in LINKS if first.endswith(link)), first]
    return next((word for word in candidates if _is_part(word)), None)


def _is_part(word: str) -> bool:
    if len(word) < SHORTEST:
        return word in _words("short_parts")
    return word not in _words("no_parts") and bool(simplemma.is_known(word.capitalize(), "de"))


@cache
def _whole_words() -> frozenset[str]:
    return frozenset(map(stem, _words("whole_words")))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(line.split()[0] for line in _lines(name))


@cache
def _exceptions() -> dict[str, tuple[str, ...]]:
    return {word: tuple(rest) for word, *rest in (line.split() for line in _lines("parts"))}


def _lines(name: str) -> list[str]:
    text = files("db.search").joinpath(f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
