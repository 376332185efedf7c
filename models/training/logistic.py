"""Does a trained model know better than the table of shares whether a speaker is right?

    python -m models.training.logistic DATA GOLD...

A logistic regression over rule, kind, circumstance, style and the distance of the name, against the table of
`models.evaluation.calibrate`, both leaving one municipality out. Prints log loss, calibration error and the share of
wrong speakers among the surest nine tenths. What it reached is told in `models/README.md`.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.evaluation.calibrate import Judged, calibration_error, held_out, log_loss, observations
from models.evaluation.cases import Case, cases
from models.evaluation.fresh import annotated

Matrix = NDArray[np.float64]
RIDGE = 1.0
"""Weight of the penalty on the coefficients."""
STEPS = 25
"""Newton's method has long settled by then."""


def features(case: Case) -> Iterator[tuple[str, float]]:
    """What is known of how a speaker was found."""
    found, way = case.statement, case.way
    assert found is not None
    assert way is not None
    yield "always", 1.0
    for name in (f"rule {way.rule}", f"family {way.family}", f"style {case.style}"):
        yield name, 1.0
    behind = max(0, found.start - found.named.end) if found.named else 0
    yield "distance", math.log1p(behind) / 10
    yield "confidence", found.confidence
    yield "several", float(len(found.speakers) > 1)
    yield "role", float(any(not name.family_name for name in found.speakers))


def matrix(told: Sequence[Case], columns: dict[str, int]) -> Matrix:
    """The features of cases; what no column knows is left out."""
    filled = np.zeros((len(told), len(columns)))
    for row, case in enumerate(told):
        for name, value in features(case):
            if name in columns:
                filled[row, columns[name]] = value
    return filled


def fit(x: Matrix, y: Matrix) -> Matrix:
    """The coefficients of a logistic regression with a ridge penalty."""
    weights = np.zeros(x.shape[1])
    for _ in range(STEPS):
        p = predict(x, weights)
        slope = x.T @ (p - y) + RIDGE * weights
        curve = (x * (p * (1 - p))[:, None]).T @ x + RIDGE * np.eye(x.shape[1])
        weights -= np.linalg.solve(curve, slope)
    return weights


def predict(x: Matrix, weights: Matrix) -> Matrix:
    """The probabilities."""
    return np.asarray(1 / (1 + np.exp(-np.clip(x @ weights, -30, 30))))


def trained(told: Sequence[Case]) -> list[Judged]:
    """Each municipality's cases as a model trained on all others judges them."""
    judged: list[Judged] = []
    for town in sorted({case.municipality for case in told}):
        others = [case for case in told if case.municipality != town]
        own = [case for case in told if case.municipality == town]
        names = sorted({name for case in others for name, _ in features(case)})
        columns = {name: at for at, name in enumerate(names)}
        weights = fit(matrix(others, columns), np.array([case.right for case in others], dtype=float))
        guesses = predict(matrix(own, columns), weights)
        judged += [Judged(float(p), case.right) for p, case in zip(guesses, own, strict=True)]
    return judged


def report(name: str, judged: Sequence[Judged]) -> str:
    """One line of figures."""
    surest = sorted(judged, key=lambda one: -one.probability)[: len(judged) * 9 // 10]
    wrong = sum(not one.right for one in surest) / len(surest)
    return (
        f"{name:9} log loss {log_loss(judged):.4f}  error {calibration_error(judged):.4f}  wrong {wrong:.4f}"
    )


def main(data: Path, golds: Sequence[Path]) -> None:
    """Compare both over all cases that were given to a speaker."""
    found = [case for case in cases(annotated(golds, data)) if case.way]
    print(f"{len(found)} units, {sum(not case.right for case in found)} wrong")
    print(report("table", [one for town in held_out(observations(found)).values() for one in town]))
    print(report("logistic", trained(found)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(argument) for argument in sys.argv[2:]])
