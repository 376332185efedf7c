"""Cited papers and laws and OZG mentions against gold, each counted once per document."""

from __future__ import annotations

from collections.abc import Iterable

from models.evaluation.gold import GoldDocument, letters
from models.evaluation.measures import Miss, Scores

KINDS = ("paper", "law", "ozg")


def score_references(
    citations: Iterable[tuple[str, str, str | None]],
    mentions: Iterable[tuple[str, str | None, str]],
    gold: GoldDocument,
    scores: Scores,
) -> None:
    """Count one document; citations are (kind, normalized, text), mentions (concept, value, text)."""
    scored = "".join(letters(unit.text) for unit in gold.units if unit.scored)
    wanted = {_key(*reference.split(":", 1)) for unit in gold.units for reference in unit.references}
    given = {_key(kind, what) for kind, what, text in citations if letters(text or what) in scored}
    given |= {
        _key("ozg", concept, value or "") for concept, value, text in mentions if letters(text) in scored
    }
    for kind in KINDS:
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
