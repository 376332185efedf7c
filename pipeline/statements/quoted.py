"""Quotations whose speaker is named behind them (`„Das hilft uns. Wir danken“, so Frau Braun.`)."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.findings import PersonMention
from pipeline.statements.clause import Element
from pipeline.statements.verdicts import verb_at

_CLOSING = {"„": '“”"', "“": "”", "»": "«", '"': '"'}
LONGEST = 12
"""So many sentences a quotation has at most whose speaker stands behind it."""
_BETWEEN = frozenset(["sich", "dazu", "hierzu", "abschließend", "auch", "weiter", "der", "die"])


def may_begin(sign: str) -> bool:
    """Whether a sentence that begins with SIGN may begin a quotation."""
    return sign in _CLOSING


def named_behind(sentences: Sequence[Sequence[Element]], text: str) -> tuple[PersonMention, int] | None:
    """The speaker of the quotation with which the first sentence begins, and how many sentences it has.

    None where it is not closed soon, or nobody is named behind its end.
    """
    opening = text[sentences[0][0].start] if sentences[0] else ""
    if not may_begin(opening):
        return None
    for number, sentence in enumerate(sentences[:LONGEST], start=1):
        inside = sentence[1:] if number == 1 else sentence
        end = next((at for at, element in enumerate(inside) if element.text in _CLOSING[opening]), None)
        if end is not None:
            speaker = _speaker(inside[end + 1 :])
            return (speaker, number) if speaker else None
    return None


def _speaker(behind: Sequence[Element]) -> PersonMention | None:
    """The person behind a quotation: behind `so` or a verb of saying."""
    at = int(bool(behind) and behind[0].low == ",")
    if at >= len(behind) or not (behind[at].low == "so" or verb_at(behind, at)[0] in ("report", "either")):
        return None
    at += 1
    while at < len(behind) and behind[at].low in _BETWEEN:
        at += 1
    return behind[at].mention if at < len(behind) and not behind[at].oblique else None
