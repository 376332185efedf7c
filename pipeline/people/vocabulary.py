"""What words tell about persons: forms of address, titles, offices and roles by their ends, given names, parties."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

Gender = Literal["m", "f", "x"]
WordClass = Literal["address", "title", "office", "group", "given"]
_HERE = Path(__file__).parent

ADDRESSES: dict[str, Gender] = {
    "Herr": "m",
    "Herrn": "m",
    "Herren": "m",
    "Frau": "f",
    "Frauen": "f",
    "Damen": "f",
    "Hr": "m",
    "Hrn": "m",
    "Fr": "f",
}
CUT_ADDRESSES = frozenset(["Hr", "Hrn", "Fr"])
"""Forms of address that only count with their stop (`Fr.`)."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office as a word tells it: `noun` in the nominative singular, whether the form may be one, and whether the
    word may stand for a name; `adjectival` nouns (`Beigeordnete`) take their gender from the article."""

    noun: str
    gender: Gender
    nominative: bool
    plural: bool
    role: bool
    private: bool
    adjectival: bool


def lines(name: str) -> list[str]:
    """The entries of a word list beside this module, without its comments."""
    text = (_HERE / name).read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


@cache
def word_set(name: str) -> frozenset[str]:
    """The entries of a word list as a set."""
    return frozenset(lines(name))


@cache
def _ends() -> dict[str, str]:
    return {end.lower(): gender for end, gender in (line.rsplit(" ", 1) for line in lines("office_ends.txt"))}


@cache
def _roles() -> dict[str, bool]:
    return {line.split()[0]: line.endswith(" private") for line in lines("roles.txt")}


@cache
def given_names() -> dict[str, Gender]:
    """Given names and the gender they tell."""
    table: dict[str, Gender] = {}
    for line in lines("given_names.txt"):
        gender, *names = line.split()
        for name in names:
            table[name] = "m" if gender == "m" else "f" if gender == "f" else "x"
    return table


def _longest_end(low: str, ends: dict[str, str]) -> str | None:
    """The longest end of the list that LOW ends in, from a word boundary that a compound may have."""
    if f"+{low}" in ends:
        return f"+{low}"
    for cut in range(len(low) - 3):
        if low[cut:] in ends and (cut == 0 or cut >= 2):
            return low[cut:]
    return None


_INFLECTIONS: tuple[tuple[str, bool, bool], ...] = (("", True, False), ("innen", False, True), ("s", False, False),
    ("es", False, False), ("n", False, True), ("en", False, False), ("e", False, True))  # fmt: skip


def _adjectival(word: str) -> tuple[str, bool, Gender] | None:
    """`Vorsitzender`, `Beigeordneten`: the base in -e, whether the form may be a nominative, the gender it tells."""
    low = word.lower()
    if low.endswith("er"):
        return word[:-1], True, "m"
    if low.endswith("en"):
        return word[:-1], False, "x"
    return (word, True, "x") if low.endswith("e") else None


def _role_of(low: str) -> tuple[bool, bool]:
    """Whether a word may stand for a name, and whether it names a citizen without office."""
    for cut in range(len(low) - 3):
        if (private := _roles().get(low[cut:])) is not None:
            return True, private and cut == 0
    return False, False


@cache
def office(word: str) -> Office | None:
    """The office that WORD names, however inflected."""
    if not word[0].isupper() or word in word_set("not_offices.txt"):
        return None
    if (form := _adjectival(word)) and (_ends().get(_longest_end(form[0].lower(), _ends()) or "")) == "a":
        base, nominative, gender = form
        role, private = _role_of(base.lower())
        return Office(base, gender, nominative, False, role, private, True)
    return _substantive(word)


def _substantive(word: str) -> Office | None:
    for inflection, nominative, plural in _INFLECTIONS:
        if inflection and not word.endswith(inflection):
            continue
        for base in _bases(word[: len(word) - len(inflection)], inflection):
            end = _longest_end(base.lower(), _ends())
            if end and (gender := _ends()[end]) != "a":
                role, private = _role_of(base.lower())
                known: Gender = "m" if gender == "m" else "f" if gender == "f" else "x"
                return Office(
                    base, known, nominative or _same_in_plural(base, inflection), plural, role, private, False
                )
    return None


def _bases(stem: str, inflection: str) -> tuple[str, ...]:
    """The singulars a stem may come from (`Stadträt-innen`, `Stadträt-e`)."""
    if inflection == "innen":
        return (stem + "in",)
    if inflection == "e" and stem.endswith("rät"):
        return (stem[:-2] + "at",)
    return (stem,)


def _same_in_plural(base: str, inflection: str) -> bool:
    return inflection == "e" and base.lower().endswith(("rat", "mitglied", "direktor", "referent"))


@cache
def classify(word: str) -> WordClass | None:
    """What a capitalised word contributes to the name of a person."""
    if word in ADDRESSES:
        return "address"
    if word in word_set("titles.txt") or word + "." in word_set("titles.txt"):
        return "title"
    if office(word):
        return "office"
    if _is_body(word):
        return "group"
    return "given" if word in given_names() else None


@cache
def is_institution(word: str) -> bool:
    """Whether a word ends as the names of institutions do (`Jugendamt`)."""
    return word.lower().endswith(tuple(lines("institution_ends.txt")))


@cache
def _is_body(word: str) -> bool:
    bodies = word_set("speaking_bodies.txt")
    return word in bodies or any(word.lower().endswith(end[1:]) for end in bodies if end.startswith("-"))


def is_courtesy(wording: str) -> bool:
    """Whether all words are what colleagues call one another and none is an office (`Kollegin`, `Kollegen`)."""
    ends = tuple(word_set("courtesies.txt"))
    return all((known := office(word)) and known.noun.lower().endswith(ends) for word in wording.split())


def speaks_as_one(word: str) -> bool:
    """Whether WORD is a part of the administration, a group or a party that minutes let speak."""
    return _is_body(word) or word in word_set("speaking_parties.txt")
