"""Floors for who said what over the hand-annotated gold, all together and for each document."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.evaluation.evaluate import evaluate

OVERALL_F1 = 0.95
EACH_F1 = 0.85
WRONG_OR_SPURIOUS = 0.02


@pytest.mark.recorded
def test_who_said_what_stays_above_its_floor(shared: Path, recorded_database: Path) -> None:
    scores = evaluate(recorded_database, shared / "gold/dev")
    assert scores.missing_documents == []
    assert scores.measures["statements"].f1 >= OVERALL_F1
    assert scores.share_wrong <= WRONG_OR_SPURIOUS


@pytest.mark.recorded
def test_no_municipality_falls_behind(shared: Path, recorded_database: Path, tmp_path: Path) -> None:
    below = {}
    for gold in sorted((shared / "gold/dev").glob("*.tsv")):
        folder = tmp_path / gold.stem
        folder.mkdir()
        (folder / gold.name).write_bytes(gold.read_bytes())
        f1 = evaluate(recorded_database, folder).measures["statements"].f1
        if f1 < EACH_F1:
            below[gold.stem] = f1
    assert below == {}
