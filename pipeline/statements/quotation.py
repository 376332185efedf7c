"""Quotations that run over several sentences: where they begin, and how deep in quotation marks a sentence ends."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CLOSING = {"„": '“”"', "“": "”", "»": "«", '"': '"'}
_BEGINNING = re.compile(r"(?:^|:\s+)([„“»\"])")


@dataclass(frozen=True, slots=True)
class Quotation:
    """An open quotation that began with the mark `opening`; `depth` counts marks still to be closed."""

    opening: str
    depth: int

    def after(self, wording: str) -> Quotation | None:
        """What is open behind a further sentence; None where the quotation has ended."""
        depth = self.depth + _balance(wording, self.opening)
        return Quotation(self.opening, depth) if depth > 0 else None


def begun(wording: str) -> Quotation | None:
    """The quotation that begins in a sentence, at its start or behind a colon, and goes on behind it."""
    found = _BEGINNING.search(wording)
    if found is None:
        return None
    inside = wording[found.end() :]
    return Quotation(found[1], 1).after(inside)


def _balance(wording: str, opening: str) -> int:
    closings = sum(wording.count(mark) for mark in _CLOSING[opening])
    return (wording.count(opening) if opening != '"' else 0) - closings
