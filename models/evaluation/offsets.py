"""The project's own gold: offsets into the readings of recorded documents, with no text and no names.

A table has a head and rows of tab-separated cells:

    # document: minutes_pdf/niederschrift.pdf      path below the folder of data
    # reading: 9f86d0…                             sha256 of the reading's text in UTF-8
    # layers: statements                           what was annotated: statements decisions papers laws ozg
    # windows: 1200-5400 8000-9100                 half-open offsets; everything inside is annotated for the layers
    start   end   kind   speaker   decision   references

A speaker is `-`, `?`, or names and roles joined by `;` in the order of the text: a name is the place where the surname
stands (`1203-1211`), a role the word itself (`=Vorsitzender`). References are joined by ` | `: `paper@1300-1309` is the
place of a paper's number, everything else stands as it is (`law:§ 34 GemO`). With the layer `statements` every unit of
the windows is a row; without it only units that carry something, and what lies between carries nothing.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path
from typing import NamedTuple

from models.evaluation.gold import LAYERS, NOTHING, UNSCORED, GoldDocument, Unit

FIRST = "# document:"
KINDS = ("I", "C", "D", "A", NOTHING)
_SPAN = re.compile(r"(\d+)-(\d+)")


class Row(NamedTuple):
    """A row of the table with its line number."""

    line: int
    start: int
    end: int
    kind: str
    speaker: str
    decision: str
    references: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """An annotation before it meets the text it is about; `document` is a path below the folder of data."""

    path: Path
    document: str
    reading: str
    layers: frozenset[str]
    windows: tuple[tuple[int, int], ...]
    rows: tuple[Row, ...]

    def on(self, text: str) -> GoldDocument:
        """The gold document over its reading; raises ValueError where that is another one than was annotated."""
        if hashlib.sha256(text.encode()).hexdigest() != self.reading:
            raise ValueError(
                f"{self.path}: {self.document} reads otherwise than when it was annotated; its offsets are void: "
                "annotate it again, or undo what changed its reading"
            )
        before = tuple(accumulate((character.isalnum() for character in text), initial=0))
        return GoldDocument(
            name=self.path.stem,
            file=self.document,
            units=tuple(self._units(text, before)),
            layers=self.layers,
            letters_before=before,
        )

    def _units(self, text: str, before: Sequence[int]) -> Iterator[Unit]:
        rows = {row.start: row for row in self.rows}
        edges = {edge for row in self.rows for edge in (row.start, row.end)}
        edges |= {edge for window in self.windows for edge in window} | {0, len(text)}
        for number, (start, end) in enumerate(pairwise(sorted(edges))):
            row = rows.get(start)
            yield Unit(
                number=row.line if row else number,
                kind=row.kind if row else self._kind_between(start),
                speaker=speakers_in(text, row.speaker) if row else NOTHING,
                decision=row.decision if row else NOTHING,
                references=tuple(references_in(text, row.references)) if row else (),
                text=text[start:end],
                start=before[start],
                end=before[end],
                offset=start,
            )

    def _kind_between(self, start: int) -> str:
        inside = any(first <= start < last for first, last in self.windows)
        return NOTHING if inside and "statements" not in self.layers else UNSCORED


def is_annotation(path: Path) -> bool:
    """Whether a table is gold in offsets."""
    with path.open(encoding="utf-8") as table:
        return table.readline().startswith(FIRST)


def read(path: Path) -> Annotation:
    """An annotation from its table; raises ValueError naming file and line where it has another form."""
    lines = path.read_text(encoding="utf-8").splitlines()
    head = dict(_head(lines))
    for name in ("document", "reading", "layers", "windows"):
        if name not in head:
            raise ValueError(f"{path}: '# {name}:' is missing in the head")
    layers = frozenset(head["layers"].split())
    if unknown := layers - set(LAYERS):
        raise ValueError(f"{path}: unknown layers: {', '.join(sorted(unknown))}; known: {', '.join(LAYERS)}")
    windows = tuple(_span(path, 0, window) for window in head["windows"].split())
    return Annotation(
        path=path,
        document=head["document"],
        reading=head["reading"],
        layers=layers,
        windows=windows,
        rows=tuple(_rows(path, lines, windows)),
    )


def _head(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        if line.startswith("#"):
            name, _, value = line.removeprefix("#").partition(":")
            yield name.strip(), value.strip()


def _rows(path: Path, lines: Sequence[str], windows: Sequence[tuple[int, int]]) -> Iterator[Row]:
    at = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if cells[0] == "start":
            continue
        if len(cells) != 6:
            raise ValueError(f"{path}:{number}: six columns expected, {len(cells)} found")
        row = Row(number, *_span(path, number, f"{cells[0]}-{cells[1]}"), *cells[2:])
        if row.kind not in KINDS:
            raise ValueError(f"{path}:{number}: kind {row.kind!r}; known: {', '.join(KINDS)}")
        if row.start < at:
            raise ValueError(f"{path}:{number}: begins before the unit above it ends")
        if not any(first <= row.start and row.end <= last for first, last in windows):
            raise ValueError(f"{path}:{number}: outside of the windows")
        at = row.end
        yield row


def _span(path: Path, line: int, told: str) -> tuple[int, int]:
    found = _SPAN.fullmatch(told)
    if found is None or int(found[1]) >= int(found[2]):
        raise ValueError(f"{path}:{line}: {told!r} are no half-open offsets START-END")
    return int(found[1]), int(found[2])


def speakers_in(text: str, told: str) -> str:
    """The speakers of a row by their names and roles, as gold with text has them."""
    if told in (NOTHING, "?"):
        return told
    return ";".join(_named(text, speaker.strip()) for speaker in told.split(";"))


def _named(text: str, speaker: str) -> str:
    if speaker.startswith("="):
        return speaker[1:]
    found = _SPAN.fullmatch(speaker)
    if found is None:
        raise ValueError(f"speaker {speaker!r}: a place (1203-1211) or a role (=Vorsitzender) is expected")
    return " ".join(text[int(found[1]) : int(found[2])].split())


def references_in(text: str, told: str) -> Iterator[str]:
    """The references of a row as gold with text has them (`paper:2020/0007`)."""
    for reference in told.split(" | "):
        kind, at, span = reference.partition("@")
        if at and (found := _SPAN.fullmatch(span)):
            yield f"{kind}:{' '.join(text[int(found[1]) : int(found[2])].split())}"
        elif ":" in reference:
            yield reference
