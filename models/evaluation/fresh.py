"""Gold documents read and understood anew from a folder of data, without a database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from spacy.tokens import Doc

from db.records import findings as rows
from db.records.extraction import Extraction
from models.evaluation.evaluate import score, tables
from models.evaluation.findings import CitationRow, DecisionRow, Found, MentionRow, StatementRow
from models.evaluation.gold import GoldDocument, load
from models.evaluation.measures import Scores
from models.evaluation.offsets import is_annotation, read
from pipeline.document import Task, assembled, findings_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Fresh:
    """A document as the pipeline understands it now; `path` is below the folder of data."""

    path: str
    doc: Doc
    found: Found


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """A document with what annotators read in it."""

    gold: GoldDocument
    fresh: Fresh


def annotated(golds: Iterable[Path], data: Path) -> Iterator[Annotated]:
    """The documents that tables of gold (files or folders of them) annotate; data holds the originals.

    Raises ValueError where an original is missing, gold has another form, or a reading is not the annotated one.
    """
    for table in tables(golds):
        fresh = understand(data, original(table, data))
        gold = read(table).on(fresh.found.text) if is_annotation(table) else load(table)
        yield Annotated(gold=gold, fresh=fresh)


def scored(documents: Iterable[Annotated]) -> Scores:
    """The counts over documents."""
    scores = Scores()
    for document in documents:
        score(document.fresh.found, document.gold, scores)
    return scores


def original(table: Path, data: Path) -> Path:
    """The file below the folder of data that a table annotates; raises ValueError where it is missing."""
    pattern = read(table).document if is_annotation(table) else f"**/{load(table).file}"
    found = sorted(data.glob(pattern))
    if len(found) != 1:
        raise ValueError(f"{table}: {len(found)} files under {data} are {pattern}; exactly one is expected")
    return found[0]


@cache
def understand(data: Path, path: Path) -> Fresh:
    """What the pipeline finds in a file; kept, as several tables may annotate one document."""
    from sources.read import read as read_bytes

    content = path.read_bytes()
    reading = read_bytes(content)
    doc = findings_of(reading)
    extraction = assembled(doc, reading, Task(address=str(path), content=content))
    return Fresh(path=path.relative_to(data).as_posix(), doc=doc, found=_found(extraction))


def _found(extraction: Extraction) -> Found:
    owned = sorted(
        (row for row in extraction.owned if hasattr(row, "start")), key=lambda row: (row.start, row.end)
    )
    return Found(
        text=extraction.text.text,
        statements=tuple(
            StatementRow(
                row.speaker, row.speaker_name, row.text, row.start, row.kind, row.confidence, row.rule
            )
            for row in owned
            if isinstance(row, rows.Statement)
        ),
        decisions=tuple(
            DecisionRow(row.outcome, row.votes_yes, row.votes_no, row.votes_abstain, row.text, row.start)
            for row in owned
            if isinstance(row, rows.Decision)
        ),
        citations=tuple(
            CitationRow(row.kind, row.normalized, row.text) for row in owned if isinstance(row, rows.Citation)
        ),
        mentions=tuple(
            MentionRow(row.concept_id, row.value, row.text)
            for row in owned
            if isinstance(row, rows.OzgMention)
        ),
    )
