"""Floors under the figures: what was reached once must not be lost unnoticed.

`models/floors.toml` holds, by set of gold, the lowest F1 of each measure and the highest share of wrong speakers. The
suite fails where a figure falls below; `ratslese evaluate … --floors SET` raises floors, only `--lower-floors` lowers
them.
"""

from __future__ import annotations

import math
import tomllib
from pathlib import Path

from models.evaluation.measures import Scores

FLOORS = Path(__file__).parents[1] / "floors.toml"
STEP = 0.005
"""Floors lie on whole steps below the figure, so that one unit among hundreds does not fail the suite."""
WRONG = "wrong"
HEAD = """\
# Floors under the accuracy, by set of gold: the lowest F1 of each measure, and the highest share of wrong or spurious
# speakers (`wrong`). The suite fails where a figure falls below its floor. Written by
#   ratslese evaluate models/gold ../shared/gold/dev --data ../shared/data --floors recorded
#   ratslese evaluate models/gold/examples --data sources/examples/minutes --floors examples
#   ratslese evaluate tests/pipeline/forms --data tests/pipeline/forms --floors forms
# which only raises them; `--lower-floors` lowers them, and whoever uses it says why.
"""

Floors = dict[str, float]


def read(path: Path = FLOORS) -> dict[str, Floors]:
    """The floors of every set."""
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def reached(scores: Scores) -> Floors:
    """The floors that figures reach: F1 rounded down to a step, the share of wrong speakers rounded up."""
    measures = {name: one for name, one in sorted(scores.measures.items()) if one.wanted}
    floors = {name: round(math.floor(one.f1 / STEP + 1e-9) * STEP, 3) for name, one in measures.items()}
    if "statements" in measures:
        floors[WRONG] = round(math.ceil(scores.share_wrong / STEP - 1e-9) * STEP, 3)
    return floors


def fallen(floors: Floors, scores: Scores) -> list[str]:
    """What lies below its floor, in words; a measure without a floor cannot fall, a floor without a measure has."""
    now = reached(scores)
    return [
        f"{name}: {now.get(name, 'nothing was scored')} instead of {floor}"
        for name, floor in floors.items()
        if name not in now or _below(name, now[name], floor)
    ]


def pin(name: str, scores: Scores, *, lower: bool = False, path: Path = FLOORS) -> list[str]:
    """Write the floors that figures of a set reach; returns what fell, which is written only if `lower`."""
    pinned = read(path)
    floors = pinned.get(name, {})
    fell = fallen(floors, scores)
    now = reached(scores)
    if lower:
        kept = now
    else:
        kept = floors | {
            one: at for one, at in now.items() if one not in floors or _below(one, floors[one], at)
        }
    pinned[name] = kept
    path.write_text(
        HEAD + "".join(_section(one, floors) for one, floors in sorted(pinned.items())), encoding="utf-8"
    )
    return fell


def _below(name: str, figure: float, floor: float) -> bool:
    return figure > floor if name == WRONG else figure < floor


def _section(name: str, floors: Floors) -> str:
    return f"\n[{name}]\n" + "".join(f'"{measure}" = {floor}\n' for measure, floor in sorted(floors.items()))
