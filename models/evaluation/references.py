"""Cited papers and laws and OZG mentions against gold, each counted once per document."""

from __future__ import annotations

from collections.abc import Iterable

from models.evaluation.findings import CitationRow, MentionRow
from models.evaluation.gold import GoldDocument, letters
from models.evaluation.measures import Miss, Scores

LAYERS = {"paper": "papers", "law": "laws", "ozg": "ozg"}
"""The kinds of references and the layers of gold they are annotated in."""


def score_references(
    citations: Iterable[CitationRow],
    mentions: Iterable[MentionRow],
    gold: GoldDocument,
    scores: Scores,
) -> None:
    """Count one document's references in the layers that were annotated."""
    scored = "".join(letters(unit.text) for unit in gold.units if unit.scored)
    wanted = {_key(*reference.split(":", 1)) for unit in gold.units for reference in unit.references}
    given = {_key(kind, what) for kind, what, text in citations if letters(text or what) in scored}
    given |= {
        _key("ozg", concept, value or "") for concept, value, text in mentions if letters(text) in scored
    }
    for kind, layer in LAYERS.items():
        if layer not in gold.layers:
            continue
        _count(
            kind,
            {key for key in wanted if key[0] == kind},
            {key for key in given if key[0] == kind},
            gold,
            scores,
        )


def _key(kind: str, *parts: str) -> tuple[str, str]:
    return letters(kind), "".join(letters(part) for part in parts)


def _count(
    kind: str, wanted: set[tuple[str, str]], given: set[tuple[str, str]], gold: GoldDocument, scores: Scores
) -> None:
    scores.measures[f"references:{kind}"].add(right=len(wanted & given), given=len(given), wanted=len(wanted))
    for key in sorted(wanted ^ given):
        what = "reference missed" if key in wanted else "reference not in gold"
        scores.misses.append(
            Miss(document=gold.name, unit="-", what=what, wanted=":".join(key), given="", text="")
        )
