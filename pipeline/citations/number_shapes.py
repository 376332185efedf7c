"""How a municipality numbers its papers, learned from numbers its own pages and agenda headings carry.

`FB 3/0123/21` shows that `FB 3/0098/20` is a paper too. What is learned from a document is used in it; a shape that
anything might have (`12/2023`, a month) is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

PIECE = re.compile(r"(?:19|20)\d\d(?!\d)|\d+|[IVX]+(?![A-Za-z])|[A-Za-zÄÖÜäöü]+|\s+|.")
YEAR = re.compile(r"(?:19|20)\d\d")
ROMAN = re.compile(r"[IVX]+")
LONG = 4
"""Digits that make a number telling: fewer are a month, a day, a house or a vote."""


def shapes(numbers: Iterable[str]) -> Iterator[str]:
    """The patterns of these numbers, each once, as far as they tell papers from other numbers."""
    yield from dict.fromkeys(_shape(number) for number in numbers if _is_telling(number))


def _is_telling(number: str) -> bool:
    pieces = PIECE.findall(number.strip())
    digits = [piece for piece in pieces if piece.isdigit()]
    separated = sum(piece in "/-." for piece in pieces)
    letters = any(piece.isalpha() and not ROMAN.fullmatch(piece) for piece in pieces)
    long = any(len(piece) >= LONG and not YEAR.fullmatch(piece) for piece in digits)
    several = len(digits) >= 2 or any(ROMAN.fullmatch(piece) for piece in pieces)
    return separated >= 1 and several and (long or (letters and separated >= 2))


def _shape(number: str) -> str:
    return "".join(map(_of_piece, PIECE.findall(number.strip())))


def _of_piece(piece: str) -> str:
    if YEAR.fullmatch(piece):
        return r"(?:19|20)\d\d"
    if piece.isdigit():
        padded = piece.startswith("0") or len(piece) >= LONG
        return rf"\d{{{len(piece)}}}" if padded else rf"\d{{1,{len(piece) + 1}}}"
    if ROMAN.fullmatch(piece):
        return "[IVX]{1,5}"
    return r"\s?" if piece.isspace() else re.escape(piece)
