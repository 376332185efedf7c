"""Names whose end is told by the bracket behind them, as verbatim minutes give the word (`Carla Di Sano (XYZ):`)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache

from pipeline.people.names import Reading, may_be_name
from pipeline.people.vocabulary import word_set
from pipeline.people.words import Word

_OPENERS = ("(", "[")
_LONGEST = 6


def signed_name(ws: Sequence[Word], at: int, families: Collection[str]) -> Reading | None:
    """The two or more words from AT up to a bracket.

    The last with the particles before it is the family name, or as much as the attendance list (FAMILIES) knows as one.
    """
    if not may_be_name(ws[at].text) or _is_particle(ws[at].low):
        return None
    stop = at + 1
    while stop < len(ws) and stop - at < _LONGEST and _belongs(ws, stop):
        stop += 1
    if (
        stop - at < 2
        or stop >= len(ws)
        or ws[stop].text not in _OPENERS
        or not may_be_name(ws[stop - 1].text)
    ):
        return None
    family = _family(ws, at, stop, families)
    return Reading(_joined(ws[at:family]), _joined(ws[family:stop]), stop)


def _family(ws: Sequence[Word], at: int, stop: int, families: Collection[str]) -> int:
    """The index where the family name begins."""
    for begin in range(at + 1, stop - 1):
        if _joined(ws[begin:stop]) in families:
            return begin
    begin = stop - 1
    while begin - 1 > at and _is_particle(ws[begin - 1].low):
        begin -= 1
    ranked = begin - 1 > at and begin < stop - 1 and ws[begin - 1].text in word_set("nobility.txt")
    return begin - ranked


def _belongs(ws: Sequence[Word], at: int) -> bool:
    if ws[at].start - ws[at - 1].end > 1:
        return False
    word = ws[at]
    if may_be_name(word.text) or _is_particle(word.low):
        return True
    return (word.text == "." and len(ws[at - 1].text) == 1) or _is_initial(ws, at)


def _is_initial(ws: Sequence[Word], at: int) -> bool:
    return len(ws[at].text) == 1 and ws[at].text.isupper() and at + 1 < len(ws) and ws[at + 1].text == "."


@cache
def _is_particle(low: str) -> bool:
    return low in word_set("particles.txt") and low not in ("und", "auf", "zum", "dem")


def _joined(ws: Sequence[Word]) -> str:
    return " ".join(word.text for word in ws).replace(" .", ".")
