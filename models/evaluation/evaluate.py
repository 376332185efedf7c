"""A whole database against a folder of gold."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from models.evaluation.gold import GoldDocument, load
from models.evaluation.measures import Scores
from models.evaluation.references import score_references
from models.evaluation.results import Result, score_decisions, score_outcomes
from models.evaluation.speech import score_statements

STATEMENTS = "select speaker, speaker_name, text from statements where document_id = ? order by start"
DECISIONS = (
    "select outcome, votes_yes, votes_no, votes_abstain, text from decisions "
    "where document_id = ? order by start"
)
CITATIONS = "select kind, normalized, text from citations where document_id = ?"
MENTIONS = "select concept_id, value, text from ozg_mentions where document_id = ?"
ITEMS = "select document_id, number, outcome from agenda_items"


def evaluate(database: Path, gold: Path, results: Path | None = None) -> Scores:
    """Score the database's documents that `gold` (a folder of tables) annotates.

    `results` is a JSON list of agenda items' outcomes as a council's own system records them. A document is known by
    its file name. Raises ValueError where a gold file has another form.
    """
    db = Database(database)
    documents = {
        _file_name(path): document for document, path in db.execute("select id, path from documents")
    }
    scores = Scores()
    for path in sorted(gold.glob("*.tsv")):
        annotated = load(path)
        if annotated.file in documents:
            _score(db, documents[annotated.file], annotated, scores)
        else:
            scores.missing_documents.append(annotated.file)
            _score(db, None, annotated, scores)
    if results:
        score_outcomes(_results(results), _items(db, documents), scores)
    return scores


def _score(db: Database, document: str | None, gold: GoldDocument, scores: Scores) -> None:
    def rows(sql: str) -> list[Any]:
        return list(db.execute(sql, [document]))

    score_statements(rows(STATEMENTS), gold, scores)
    score_decisions(rows(DECISIONS), gold, scores)
    score_references(rows(CITATIONS), rows(MENTIONS), gold, scores)


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
