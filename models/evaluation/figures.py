"""The figures of the accuracy card, each with its interval."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from models.evaluation.cases import Case
from models.evaluation.intervals import Share, f1, wilson
from pipeline.statements.confidence import probability


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How well a group of units was read; a share is None where nothing counts for it.

    `wrong` is the share of the units given to a speaker that were given to the wrong one or must not have any.
    """

    units: int
    precision: Share | None
    recall: Share | None
    f1: Share | None
    wrong: Share | None


def is_given(case: Case, threshold: float) -> bool:
    """Whether a unit keeps its speaker at a threshold."""
    return case.way is not None and probability(case.way) >= threshold


def figures(cases: Sequence[Case], threshold: float) -> Figures:
    """The figures of a group at a threshold; `units` counts those that are statements."""
    units = [
        (case.right and given, given, case.wanted) for case in cases for given in [is_given(case, threshold)]
    ]
    right, given, wanted = (sum(unit[at] for unit in units) for at in range(3))
    return Figures(
        units=wanted,
        precision=wilson(right, given),
        recall=wilson(sum(r and w for r, _, w in units), wanted),
        f1=f1(units),
        wrong=wilson(given - right, given),
    )


def grouped(cases: Iterable[Case], key: Callable[[Case], str]) -> dict[str, list[Case]]:
    """Cases by a key, in the keys' order."""
    groups: dict[str, list[Case]] = {}
    for case in cases:
        groups.setdefault(key(case), []).append(case)
    return dict(sorted(groups.items()))
