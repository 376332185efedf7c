"""The faction or party behind a name: in brackets, or behind a comma."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.people.vocabulary import word_set
from pipeline.people.words import Word

CLOSERS = {"(": ")", "[": "]"}


def faction_behind(ws: Sequence[Word], at: int) -> tuple[str | None, int]:
    """The faction in brackets or behind a comma at AT, and the index behind it."""
    if at < len(ws) and ws[at].text in CLOSERS:
        faction, stop = bracketed(ws, at)
        return (faction, stop) if faction else (None, at)
    if at + 1 < len(ws) and ws[at].text == "," and ws[at + 1].text in word_set("parties.txt"):
        return ws[at + 1].text, at + 2
    return None, at


def bracketed(ws: Sequence[Word], at: int) -> tuple[str | None, int]:
    """The faction in the brackets that open at AT, None if something else stands there, and the index behind them."""
    closer = CLOSERS[ws[at].text]
    for stop in range(at + 1, min(at + 14, len(ws))):
        if ws[stop].text == closer:
            inside = ws[at + 1 : stop]
            return (joined_text(inside) if is_faction(inside) else None), stop + 1
    return None, at


def joined_text(inside: Sequence[Word]) -> str:
    """The words as the text writes them, on one line."""
    text = ""
    for before, word in zip([None, *inside], inside, strict=False):
        gap = before is not None and word.start > before.end
        text += (" " if gap else "") + word.text
    return text


def is_faction(inside: Sequence[Word]) -> bool:
    """Whether words in brackets are a faction: a known one, or nothing but capitals (`KLIMA`, `WGS`, `Die MITTE`)."""
    if any(is_party(word.text) for word in inside):
        return True
    if len(inside) == 1:
        return 2 <= len(inside[0].text) <= 6 and inside[0].text.isupper()
    if inside and inside[0].low in ("die", "das", "der"):
        inside = inside[1:]
    return bool(inside) and all(len(word.text) >= 3 and word.text.isupper() for word in inside)


def is_party(wording: str) -> bool:
    """Whether one of the words is a known party (`CDU-Fraktion`, `Bündnis 90/Die Grünen`)."""
    pieces = {piece for word in wording.split() for piece in (word, *word.replace("-", "/").split("/"))}
    return bool(pieces & word_set("parties.txt"))
