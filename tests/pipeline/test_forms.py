"""Invented minutes in the forms of many municipalities are all read and scored; `test_floors` holds their figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.evaluation.evaluate import evaluate
from models.evaluation.gold import load
from models.evaluation.measures import Scores

FORMS = Path(__file__).parent / "forms"


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
