"""Gold as it was read the first time: the honest measure of minutes that the rules have not met.

    python -m models.evaluation.first_sight DATA GOLD...

adds the counts of new gold to `models/first_sight.tsv`; run it before any rule is changed for that gold.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from models.evaluation.cases import Case, cases
from models.evaluation.fresh import annotated
from pipeline.statements.confidence import Way

TABLE = Path(__file__).parents[1] / "first_sight.tsv"
NOBODY = "-"


class Sight(NamedTuple):
    """Counts of units by municipality and way; `way` is None for those that were given to nobody."""

    municipality: str
    way: Way | None
    wanted: int
    given: int
    right: int


def read(path: Path = TABLE) -> list[Sight]:
    """The counts in the table."""
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return [_sight(row) for row in csv.DictReader(lines, delimiter="\t")]


def _sight(row: dict[str, str]) -> Sight:
    way = Way(row["kind"], row["rule"], row["circumstance"]) if row["rule"] != NOBODY else None
    return Sight(row["municipality"], way, int(row["wanted"]), int(row["given"]), int(row["right"]))


def counted(found: Iterable[Case]) -> list[Sight]:
    """The counts of cases."""
    counts: dict[tuple[str, Way | None], list[int]] = defaultdict(lambda: [0, 0, 0])
    for case in found:
        one = counts[case.municipality, case.way]
        for at, count in enumerate((case.wanted, case.way is not None, case.right)):
            one[at] += count
    return [Sight(town, way, *numbers) for (town, way), numbers in counts.items()]


def main(data: Path, golds: Sequence[Path]) -> None:
    """Add the counts of gold at the end of the table."""
    with TABLE.open("a", encoding="utf-8") as table:
        writer = csv.writer(table, delimiter="\t", lineterminator="\n")
        for one in sorted(counted(cases(annotated(golds, data))), key=str):
            writer.writerow((one.municipality, *(one.way or (NOBODY,) * 3), *one[2:]))


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(argument) for argument in sys.argv[2:]])
