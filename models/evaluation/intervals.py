"""How certain a figure is: 95 % confidence intervals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Z = 1.959964
"""The normal distribution's two-sided 95 %."""
DRAWS = 2000
SEED = 20210916
"""Fixed, so that the same units give the same intervals."""


class Share(NamedTuple):
    """A share with the bounds of its interval; of nothing it is unknown (0 of 0)."""

    value: float
    low: float
    high: float


def wilson(right: int, of: int) -> Share | None:
    """Wilson's score interval of a share; None of nothing."""
    if not of:
        return None
    share, root = right / of, Z * Z / of
    middle = (share + root / 2) / (1 + root)
    reach = Z * ((share * (1 - share) / of + root / of / 4) ** 0.5) / (1 + root)
    return Share(share, max(0.0, middle - reach), min(1.0, middle + reach))


def f1(units: Iterable[tuple[bool, bool, bool]]) -> Share | None:
    """F1 over units of (right, given, wanted) with a percentile bootstrap over the units; None where nothing counts."""
    counts = Counter(units)
    if not counts:
        return None
    kinds = np.array(list(counts), dtype=float)
    seen = np.array(list(counts.values()))
    value = float(_f1(seen[None, :] @ kinds)[0])
    draws = np.random.default_rng(SEED).multinomial(seen.sum(), seen / seen.sum(), size=DRAWS)
    low, high = np.percentile(_f1(draws @ kinds), (2.5, 97.5))
    return Share(value, float(low), float(high))


def _f1(sums: NDArray[np.float64]) -> NDArray[np.float64]:
    """F1 of rows of (right, given, wanted): twice the right over given and wanted."""
    right, given, wanted = sums.T
    counted = given + wanted
    return np.asarray(2 * right / np.where(counted > 0, counted, 1))
