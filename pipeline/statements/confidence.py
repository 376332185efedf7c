"""How likely a statement's speaker is right: the share that was right among annotated units found the same way.

The shares stand in `confidence.toml`, which `python -m models.evaluation.calibrate` writes. Statements are found the
same way when kind, rule and circumstances agree: how plainly a sentence names its speaker, or how many paragraphs the
name lies behind a sentence that goes on.
"""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pipeline.findings import Span, Statement

TABLE = Path(__file__).with_name("confidence.toml")
CLEAR, PLAIN = 0.9, 0.7
"""What the rules say of themselves: from here on a sentence that names its speaker is clear, or at least plain."""
DOUBT = 0.5
"""What the rules doubt themselves, below this, is not made surer by what was measured of its family."""
NEAR, FAR = 2, 6
"""Up to so many paragraphs a name is near, or far; behind that it is remote."""


class Way(NamedTuple):
    """How a statement was found; the family pools the rules of a kind in the same circumstances."""

    kind: str
    rule: str
    circumstance: str

    @property
    def family(self) -> str:
        """The name of the family in the table."""
        return f"{self.kind}/{self.circumstance}"

    @property
    def key(self) -> str:
        """The name of the way in the table."""
        return f"{self.rule}/{self.circumstance}"


def way_of(found: Statement, paragraphs: Sequence[int]) -> Way:
    """How a statement was found, in a text whose paragraphs begin at `paragraphs`."""
    return Way(found.kind, found.rule, _circumstance(found, paragraphs))


def _circumstance(found: Statement, paragraphs: Sequence[int]) -> str:
    if found.named is None or found.named.start >= found.start:
        return "clear" if found.confidence >= CLEAR else "plain" if found.confidence >= PLAIN else "weak"
    behind = bisect_right(paragraphs, found.start) - bisect_right(paragraphs, found.named.start)
    return "same" if behind <= 0 else "near" if behind <= NEAR else "far" if behind <= FAR else "remote"


def calibrated(statements: Iterable[Statement], paragraphs: Sequence[Span]) -> Iterator[Statement]:
    """The statements with the confidence that was measured for the way each was found."""
    starts = [paragraph.start for paragraph in paragraphs]
    for found in statements:
        if found.confidence >= DOUBT:
            yield replace(found, confidence=probability(way_of(found, starts)))
        else:
            yield found


@cache
def probability(way: Way) -> float:
    """The measured probability of a way; of one that was never seen that of its family, else of all."""
    shares = _shares()
    return shares["ways"].get(way.key, shares["families"].get(way.family, shares["all"]["all"]))


@cache
def _shares() -> dict[str, dict[str, float]]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))
