"""Invented minutes in the forms of many municipalities: what the whole pipeline makes of them, with floors."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.evaluation.evaluate import evaluate
from models.evaluation.gold import load
from models.evaluation.measures import Scores

FORMS = Path(__file__).parent / "forms"
FLOORS = {"statements": 0.98, "decisions": 0.98, "votes": 0.98, "references:paper": 0.88}
MOST_WRONG = 0.01


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> Scores:
    from pipeline.commands.import_ import import_paths
    from pipeline.settings import Settings

    database = tmp_path_factory.mktemp("forms") / "forms.db"
    report = import_paths(tuple(sorted(FORMS.glob("*.txt"))), Settings(db=database, workers=1))
    assert not report.refusals
    return evaluate(database, FORMS)


def test_every_form_is_scored(scores: Scores) -> None:
    assert scores.missing_documents == []
    documents = [load(path) for path in FORMS.glob("*.tsv")]
    assert len(documents) >= 20
    assert sum(unit.scored for document in documents for unit in document.units) >= 700


@pytest.mark.parametrize(("measure", "floor"), FLOORS.items())
def test_floors(scores: Scores, measure: str, floor: float) -> None:
    assert scores.measures[measure].f1 >= floor, scores.misses


def test_few_speakers_are_wrong_or_spurious(scores: Scores) -> None:
    assert scores.share_wrong <= MOST_WRONG
