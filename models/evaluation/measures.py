"""Counts of right, given and wanted, and what was wrong."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from models.evaluation.findings import StatementRow
from models.evaluation.gold import GoldDocument, Unit


@dataclass(slots=True)
class Measure:
    """How many were right of those given and of those wanted."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    def add(self, *, right: int = 0, given: int = 0, wanted: int = 0) -> None:
        """Count some more."""
        self.right += right
        self.given += given
        self.wanted += wanted

    @property
    def precision(self) -> float:
        """Share of the given that is right; 0 where nothing was given."""
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """Share of the wanted that was found; 0 where nothing was wanted."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """Something that differs from gold: `wanted` and `given` as words."""

    document: str
    unit: str
    what: str
    wanted: str
    given: str
    text: str

    def __str__(self) -> str:
        return " | ".join((self.document, self.unit, self.what, self.wanted, self.given, self.text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """An annotated unit of speech with the statement it was given to, and whether that is right."""

    gold: GoldDocument
    unit: Unit
    given: StatementRow | None
    right: bool


@dataclass(slots=True)
class Scores:
    """The measures of one evaluation by name, and every miss in order.

    `wrong_or_spurious` counts units that were given a speaker they must not have.
    """

    measures: defaultdict[str, Measure] = field(default_factory=lambda: defaultdict(Measure))
    misses: list[Miss] = field(default_factory=list)
    assessed: list[Assessed] = field(default_factory=list)
    wrong_or_spurious: int = 0
    missing_documents: list[str] = field(default_factory=list)

    @property
    def share_wrong(self) -> float:
        """Wrong or spurious units as a share of all units that were given a speaker."""
        return self.wrong_or_spurious / max(1, self.measures["statements"].given)
