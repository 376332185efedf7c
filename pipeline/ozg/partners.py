"""Who works with whom: municipalities with each other, with their state and their IT service provider."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.ozg.catalogue import read

WORDS = read("ledger.toml")["together"]
PLAIN = re.compile(rf"\b(?:{'|'.join(WORDS['plain'])})")
TOGETHER = re.compile(rf"\b(?:{'|'.join(WORDS['words'])})")
PARTNER = re.compile(rf"\b(?:{'|'.join(WORDS['partners'])})")


class Cooperation(NamedTuple):
    """Working together at `text[start:end]`; `value` is the partner as written, None where the words tell it."""

    start: int
    end: int
    value: str | None


def cooperations(text: str, start: int, end: int, actors: list[tuple[int, int]]) -> Iterator[Cooperation]:
    """The first word of a sentence for working together, with its partner; `actors` are known bodies named in it."""
    if plain := PLAIN.search(text, start, end):
        yield Cooperation(*plain.span(), None)
        return
    word = TOGETHER.search(text, start, end)
    if word is None:
        return
    named = [match.span() for match in PARTNER.finditer(text, start, end) if match.start() != word.start()]
    named += actors
    if named:
        start_of, end_of = min(named, key=lambda span: max(span[0] - word.end(), word.start() - span[1]))
        yield Cooperation(*word.span(), _partner(text[start_of:end_of]))


def _partner(words: str) -> str:
    return re.sub(r"^(?:dem|des|das) ", "", " ".join(words.split()))
