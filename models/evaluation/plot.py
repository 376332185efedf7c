"""The calibration plot as SVG, the same bytes for the same figures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from models.evaluation.calibrate import Group
from models.evaluation.intervals import wilson

LOWEST = 0.5
"""The plot begins here: hardly any statement is less certain."""


def draw(groups: Sequence[Group], to: Path) -> None:
    """Told against measured shares with their intervals; the area of a dot grows with its units. Needs matplotlib."""
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "ratslese"
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(figsize=(5, 4.2))
    axes.plot([LOWEST, 1], [LOWEST, 1], color="0.7", linewidth=1)
    for group in groups:
        share = wilson(group.right, group.units)
        if share is None:
            continue
        axes.vlines(group.told, share.low, share.high, color="#1b5e7b", linewidth=1)
        axes.scatter([group.told], [share.value], s=12 + 180 * group.units / _units(groups), color="#1b5e7b")
    axes.set(xlim=(LOWEST, 1.01), ylim=(LOWEST, 1.01), xlabel="gesagte Sicherheit", ylabel="gemessen richtig")
    figure.tight_layout()
    figure.savefig(to, format="svg", metadata={"Date": None})
    plt.close(figure)


def _units(groups: Sequence[Group]) -> int:
    return sum(group.units for group in groups)
