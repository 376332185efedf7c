"""The grammar of what stands between the paragraph sign and the law: `§§ 12 Abs. 2 Satz 1 Nr. 3 und 4, 15 ff.`

    group      = sign provision (join provision)*
    provision  = number detail*
    detail     = [join] key value (join value)*  |  (2)  |  a)  |  II  |  [,] 2. Halbsatz  |  ff.

Each function takes the tokens that stand at a place and returns them, none where its part of the grammar does not
begin there.
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.citations.law_tokens import Token, first, token

BEFORE_KEY = (",", "und", "sowie", "oder", "bzw.", ";")
BEFORE_NUMBER = (*BEFORE_KEY, "bis", "/")


class Group(NamedTuple):
    """The paragraphs behind one sign, `text[start:end]`, in uniform writing."""

    start: int
    end: int
    written: str


def group(text: str, at: int) -> Group | None:
    """The group whose sign begins exactly at `at`."""
    sign = token(text, at, "sign")
    if not sign or text[at].isspace():
        return None
    return _group(text, at, sign.end, sign.written)


def unsigned(text: str, at: int) -> Group | None:
    """The group at `at` that leaves its sign to the one before it."""
    return _group(text, at, at, "§")


def _group(text: str, start: int, at: int, sign: str) -> Group | None:
    found = _provision(text, at)
    if not found:
        return None
    while more := _further(text, found, several=sign == "§§"):
        found += more
    return Group(start, found[-1].end, f"{_sign(sign, found)} {_joined(found)}")


def _provision(text: str, at: int) -> list[Token]:
    number = token(text, at, "number")
    return [number, *_details(text, number.end)] if number else []


def _further(text: str, found: list[Token], *, several: bool) -> list[Token]:
    """A further provision; a bare number goes on a list of bare numbers only, or where the sign promises several."""
    join = token(text, found[-1].end, "join")
    if not join or join.written not in BEFORE_NUMBER:
        return []
    more = _provision(text, join.end)
    bare = len(more) == 1
    if not more or (
        bare and not several and any(part.kind != "number" and part.kind != "join" for part in found)
    ):
        return []
    return [join, *more]


def _details(text: str, at: int) -> list[Token]:
    found: list[Token] = []
    while more := _detail(text, found[-1].end if found else at):
        found += more
    return found


def _detail(text: str, at: int) -> list[Token]:
    if keyed := _keyed(text, at):
        return keyed
    if alone := first(text, at, "bracketed", "letter", "roman", "ordinal", "following"):
        return [alone]
    comma = token(text, at, "join")
    ordinal = token(text, comma.end, "ordinal") if comma and comma.written == "," else None
    return [comma, ordinal] if comma and ordinal else []


def _keyed(text: str, at: int) -> list[Token]:
    """`Abs. 1 und 2`, perhaps behind a comma, which goes, or a word that joins, which stays."""
    join = token(text, at, "join")
    if join and join.written not in BEFORE_KEY:
        join = None
    key = token(text, join.end if join else at, "key")
    value = token(text, key.end, "value") if key else None
    if not key or not value:
        return []
    kept = [join] if join and join.written not in (",", ";") else []
    return [*kept, key, value, *_further_values(text, value.end)]


def _further_values(text: str, at: int) -> list[Token]:
    """More values of the same key; what has a key of its own behind it is none (`Abs. 1, 4 Abs. 2`)."""
    found: list[Token] = []
    while (join := token(text, at, "join")) and (value := token(text, join.end, "value")):
        if token(text, join.end, "ordinal") or token(text, value.end, "key"):
            break
        if value.written.isalpha() and not _goes_on_with_letters(found, text, at):
            break
        found += [join, value]
        at = value.end
    return found


def _goes_on_with_letters(found: list[Token], text: str, at: int) -> bool:
    """Whether the value before was a letter or Roman too: `Nr. 3 und in` is no list."""
    before = found[-1].written if found else text[:at].rstrip(" )").rpartition(" ")[2]
    return before.isalpha()


def _sign(sign: str, found: list[Token]) -> str:
    """`§§` where a number follows a number directly, whatever the text wrote; of one paragraph alone `§`."""
    if sign.startswith("A"):
        return "Art."
    directly = [part.kind for part in found[:3]] == ["number", "join", "number"]
    several = sum(part.kind == "number" for part in found) > 1 or found[-1].kind == "following"
    return "§§" if directly or (sign == "§§" and several) else "§"


def _joined(found: list[Token]) -> str:
    return " ".join(part.written for part in found).replace(" ,", ",").replace(" ;", ";")
