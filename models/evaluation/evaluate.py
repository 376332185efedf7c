"""A whole database against a folder of gold."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sqlite_utils import Database

from models.evaluation.findings import Found, found_in
from models.evaluation.gold import GoldDocument, load
from models.evaluation.measures import Scores
from models.evaluation.offsets import Annotation, is_annotation, read
from models.evaluation.references import score_references
from models.evaluation.results import Result, score_decisions, score_outcomes
from models.evaluation.speech import score_statements

ITEMS = "select document_id, number, outcome from agenda_items"


def evaluate(database: Path, gold: Path | Sequence[Path], results: Path | None = None) -> Scores:
    """Score the database's documents that `gold` (tables, or folders of them) annotates.

    `results` is a JSON list of agenda items' outcomes as a council's own system records them. A document is known by
    its file name, or by its path below the folder of data where gold tells that. Raises ValueError where a gold file
    has another form, or a document reads otherwise than when it was annotated.
    """
    db = Database(database)
    paths = {
        document: path.replace("\\", "/") for document, path in db.execute("select id, path from documents")
    }
    by_name = {_file_name(path): document for document, path in paths.items()}
    scores = Scores()
    for table in tables([gold] if isinstance(gold, Path) else gold):
        if is_annotation(table):
            annotation = read(table)
            _score_offsets(db, _at(annotation.document, paths), annotation, scores)
        else:
            annotated = load(table)
            if annotated.file not in by_name:
                scores.missing_documents.append(annotated.file)
            score(_found(db, by_name.get(annotated.file)), annotated, scores)
    if results:
        score_outcomes(_results(results), _items(db, by_name), scores)
    return scores


def tables(gold: Iterable[Path]) -> Iterator[Path]:
    """The tables that are named or lie in the folders that are."""
    for path in gold:
        yield from sorted(path.glob("*.tsv")) if path.is_dir() else [path]


def score(found: Found, gold: GoldDocument, scores: Scores) -> None:
    """Count the findings of one document."""
    score_statements(found.statements, gold, scores)
    score_decisions(found.decisions, gold, scores)
    score_references(found.citations, found.mentions, gold, scores)


def _score_offsets(db: Database, document: str | None, annotation: Annotation, scores: Scores) -> None:
    """Without the document there is no text the offsets could point into: nothing is counted, but it is named."""
    if document is None:
        scores.missing_documents.append(annotation.document)
        return
    found = found_in(db, document)
    score(found, annotation.on(found.text), scores)


def _found(db: Database, document: str | None) -> Found:
    return found_in(db, document) if document else Found()


def _at(path: str, paths: dict[str, str]) -> str | None:
    """The document that was taken from a path that ends so."""
    return next((document for document, taken in paths.items() if f"/{taken}".endswith(f"/{path}")), None)


def _file_name(path: str) -> str:
    return Path(path.replace("\\", "/")).name


def _items(db: Database, documents: dict[str, str]) -> dict[str, list[tuple[str, str | None]]]:
    by_document = defaultdict(list)
    for document, number, outcome in db.execute(ITEMS):
        by_document[document].append((number, outcome))
    return {name: by_document[document] for name, document in documents.items()}


def _results(path: Path) -> list[Result]:
    return [
        Result(
            file=Path(row["file"]).name,
            number=row["agenda_item"],
            outcome=row["outcome"],
            wording=row["result"],
        )
        for row in json.loads(path.read_text(encoding="utf-8"))
    ]
