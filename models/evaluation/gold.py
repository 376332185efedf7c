"""Gold documents: units of text with what annotators read in them.

Gold comes in two forms. A table that begins with `# file:` holds the text of its units. The project's own, beginning
with `# document:`, holds offsets into the reading of a recorded document and no text (see `models.evaluation.offsets`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

UNSCORED = "x"
ACT = "A"
NOTHING = "-"
REPORTED = ("I", "C", "D")
LAYERS = ("statements", "decisions", "papers", "laws", "ozg")
"""What may be annotated; a layer that is not is not scored."""


def letters(text: str | None) -> str:
    """The letters and digits of a text in lower case, all that comparisons look at."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFC", text or "").lower())


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A sentence-like unit; `start` and `end` count letters of the whole document, half-open.

    `kind` is I (indirect), C (continued), D (direct), A (an act), - (nothing) or x (not annotated). `offset` is where
    the unit begins in the reading, None where gold does not say.
    """

    number: int
    kind: str
    speaker: str
    decision: str
    references: tuple[str, ...]
    text: str
    start: int
    end: int
    offset: int | None = None

    @property
    def scored(self) -> bool:
        """Whether an annotator has read this unit."""
        return self.kind != UNSCORED

    @property
    def is_statement(self) -> bool:
        """Whether the unit reports what somebody who can be known said."""
        return self.kind in REPORTED and self.speaker != "?"

    @property
    def result(self) -> tuple[str, dict[str, int]] | None:
        """The outcome and its counts of votes (`yes`, `no`, `abstain`); None where the unit states no result."""
        if not self.scored or self.decision in (NOTHING, "") or self.decision.startswith("none"):
            return None
        outcome, *details = self.decision.split(";")
        counts = dict(detail.split("=") for detail in details if "=" in detail)
        return outcome, {name: int(count) for name, count in counts.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDocument:
    """An annotated document; `file` is the name of the original, or its path below the folder of data as far as known.

    `name` is that of the annotation. `letters_before`, of gold in offsets, counts the letters before each offset.
    """

    name: str
    file: str
    units: tuple[Unit, ...]
    layers: frozenset[str] = frozenset(LAYERS)
    letters_before: Sequence[int] | None = None

    @property
    def letters(self) -> str:
        """The letters of the whole document, into which the units' ranges point."""
        return "".join(letters(unit.text) for unit in self.units)


def load(path: Path) -> GoldDocument:
    """An annotated document from its table with text; raises ValueError naming file and line where it is otherwise."""
    first, *lines = path.read_text(encoding="utf-8").splitlines()
    if not first.startswith("# file:"):
        raise ValueError(f"{path}: the first line must be '# file: NAME' or '# document: PATH'")
    return GoldDocument(
        name=path.stem, file=Path(first.partition(":")[2].strip()).name, units=tuple(_units(path, lines))
    )


def _units(path: Path, lines: list[str]) -> Iterator[Unit]:
    at = 0
    for row, line in enumerate(lines, start=2):
        if not line.strip():
            continue
        cells = line.split("\t", 5)
        if len(cells) != 6:
            raise ValueError(f"{path}:{row}: six columns expected, {len(cells)} found")
        number, kind, speaker, decision, references, text = cells
        length = len(letters(text))
        yield Unit(
            number=int(number),
            kind=kind,
            speaker=speaker,
            decision=decision,
            references=tuple(part for part in references.split(" | ") if ":" in part),
            text=text,
            start=at,
            end=at + length,
        )
        at += length
