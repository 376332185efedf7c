"""What confidence means: measured shares of right speakers, written to `pipeline/statements/confidence.toml`.

    python -m models.evaluation.calibrate DATA GOLD...

Counted are the annotated units twice: as they are read now, and as the project's own gold was read at first sight. The
rules have been improved on what that showed, so units as read now say too much of minutes the rules have not met, and
first sight says too little of what was put right since; the truth lies between.

A way of finding statements that was seen n times, r of them right, has the probability (r + WEIGHT · f) / (n + WEIGHT),
where f is that of its family, itself smoothed towards the share of all.
"""

from __future__ import annotations

import math
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from models.evaluation.cases import Case, cases
from models.evaluation.first_sight import Sight, read
from models.evaluation.fresh import annotated
from pipeline.statements.confidence import TABLE, Way

WEIGHT = 20.0
"""So many units the family counts for. Of 1, 2, 5, 10 and 20 the one with the least log loss leaving one municipality
out (`python -m models.evaluation.calibrate` prints it)."""
MOST_WRONG = 0.02
"""The share of wrong speakers that readers are promised at most."""
EDGES = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.94, 0.96, 0.98, 0.99)
"""Bounds of the groups of the reliability table, narrow where most statements are."""
HEAD = """\
# How likely the speaker of a statement is right, by the way it was found: shares among the annotated units of recorded
# minutes as they are read now and as they were at first sight, each smoothed towards its family, the family towards
# all. Written by `python -m models.evaluation.calibrate`; the comment behind a share is right of seen.
"""


class Observation(NamedTuple):
    """A unit that was given to a speaker."""

    municipality: str
    way: Way
    right: bool


class Judged(NamedTuple):
    """The probability that was told for a unit, and whether its speaker was right."""

    probability: float
    right: bool


@dataclass(frozen=True, slots=True)
class Calibration:
    """Shares by family and way, with what they were counted on."""

    all: float
    families: dict[str, float]
    ways: dict[str, float]
    seen: Counter[str]
    rights: Counter[str]

    def probability(self, way: Way) -> float:
        """As `pipeline.statements.confidence.probability` reads it from the table."""
        return self.ways.get(way.key, self.families.get(way.family, self.all))


def observations(found: Iterable[Case]) -> list[Observation]:
    """What can be learned from: every unit with a speaker of ours, right or not."""
    return [Observation(case.municipality, case.way, case.right) for case in found if case.way]


def first_sight(seen: Iterable[Sight]) -> list[Observation]:
    """The same of gold as it was read the first time."""
    return [
        Observation(one.municipality, one.way, number < one.right)
        for one in seen
        if one.way
        for number in range(one.given)
    ]


def fit(observed: Sequence[Observation], weight: float = WEIGHT) -> Calibration:
    """The shares of observations; raises ValueError without any."""
    if not observed:
        raise ValueError("no annotated unit was given to a speaker: there is nothing to calibrate on")
    seen: Counter[str] = Counter()
    rights: Counter[str] = Counter()
    family_of: dict[str, str] = {}
    for one in observed:
        family_of[one.way.key] = one.way.family
        for name in (one.way.key, f"family {one.way.family}"):
            seen[name] += 1
            rights[name] += one.right
    every = sum(one.right for one in observed) / len(observed)
    families = {
        family: _smoothed(rights[f"family {family}"], seen[f"family {family}"], every, weight)
        for family in sorted(set(family_of.values()))
    }
    ways = {
        way: _smoothed(rights[way], seen[way], families[family], weight)
        for way, family in sorted(family_of.items())
    }
    return Calibration(every, families, ways, seen, rights)


def _smoothed(right: int, of: int, towards: float, weight: float) -> float:
    return (right + weight * towards) / (of + weight)


def told_by(calibration: Calibration, observed: Iterable[Observation]) -> list[Judged]:
    """Observations with the probabilities of a calibration."""
    return [Judged(calibration.probability(one.way), one.right) for one in observed]


def held_out(observed: Sequence[Observation], weight: float = WEIGHT) -> dict[str, list[Judged]]:
    """Each municipality's units with the probabilities that all others teach."""
    judged = {}
    for municipality in sorted({one.municipality for one in observed}):
        others = fit([one for one in observed if one.municipality != municipality], weight)
        judged[municipality] = told_by(others, (one for one in observed if one.municipality == municipality))
    return judged


def log_loss(judged: Iterable[Judged]) -> float:
    """The mean surprise; a probability of 1 that is wrong would be infinite, so it is cut at one in a thousand."""
    losses = [
        -math.log(min(max(one.probability if one.right else 1 - one.probability, 0.001), 0.999))
        for one in judged
    ]
    return sum(losses) / len(losses)


class Group(NamedTuple):
    """A group of the reliability table: units told between `low` and `high`, their mean and how many were right."""

    low: float
    high: float
    units: int
    told: float
    right: int


def reliability(judged: Sequence[Judged]) -> list[Group]:
    """The groups that hold any units, in rising order."""
    edges = (0.0, *EDGES, 1.0)
    groups: list[list[Judged]] = [[] for _ in edges]
    for one in judged:
        groups[bisect_right(EDGES, one.probability)].append(one)
    return [
        Group(
            edges[at],
            edges[at + 1],
            len(group),
            sum(j.probability for j in group) / len(group),
            _rights(group),
        )
        for at, group in enumerate(groups)
        if group
    ]


def calibration_error(judged: Sequence[Judged]) -> float:
    """The expected calibration error: how far told and measured shares lie apart, over all units."""
    apart = (abs(group.told * group.units - group.right) for group in reliability(judged))
    return sum(apart) / len(judged)


def _rights(judged: Iterable[Judged]) -> int:
    return sum(one.right for one in judged)


def threshold_for(judged: Sequence[Judged], most_wrong: float = MOST_WRONG) -> float:
    """The lowest probability from which on at most that share of speakers is wrong; 1 where none is low enough."""
    ranked = sorted(judged, key=lambda one: -one.probability)
    wrongs = list(accumulate(not one.right for one in ranked))
    chosen = 1.0
    for at, one in enumerate(ranked):
        last = at + 1 == len(ranked) or ranked[at + 1].probability < one.probability
        if last and wrongs[at] <= most_wrong * (at + 1):
            chosen = one.probability
    return chosen


def written(calibration: Calibration) -> str:
    """The table as it stands in the file."""
    return "\n".join((HEAD, *_lines(calibration))) + "\n"


def _lines(calibration: Calibration) -> Iterator[str]:
    yield f"[all]\nall = {calibration.all:.4f}"
    yield "\n[families]"
    for family, share in calibration.families.items():
        yield _line(family, share, calibration, f"family {family}")
    yield "\n[ways]"
    for way, share in calibration.ways.items():
        yield _line(way, share, calibration, way)


def _line(name: str, share: float, calibration: Calibration, counted: str) -> str:
    return f'"{name}" = {share:.4f}  # {calibration.rights[counted]} of {calibration.seen[counted]}'


def main(data: Path, golds: Sequence[Path]) -> None:
    """Write the table and print how it does leaving one municipality out."""
    observed = observations(cases(annotated(golds, data))) + first_sight(read())
    for weight in (1.0, 2.0, 5.0, 10.0, 20.0):
        judged = [one for group in held_out(observed, weight).values() for one in group]
        print(f"weight {weight:4}: log loss {log_loss(judged):.4f}, error {calibration_error(judged):.4f}")
    calibration = fit(observed)
    TABLE.write_text(written(calibration), encoding="utf-8")
    print(f"threshold for {MOST_WRONG:.0%} wrong: {threshold_for(told_by(calibration, observed)):.4f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(argument) for argument in sys.argv[2:]])
