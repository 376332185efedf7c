"""Floors for who said what over the hand-annotated gold, measured by its own scorer."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import spacy

import pipeline.people.component
import pipeline.statements.component
import pipeline.structure.sections
import pipeline.structure.sentences  # noqa: F401
from sources.read import read

OVERALL_F1 = 0.95
EACH_F1 = 0.85
WRONG_OR_SPURIOUS = 0.02
TABLES = """
create table documents(id, path);
create table statements(document_id, speaker, speaker_name, text, start);
create table decisions(document_id, outcome, votes_yes, votes_no, votes_abstain, text, start);
create table agenda_items(document_id, number, outcome);
create table citations(document_id, kind, normalized, text);
create table ozg_mentions(document_id, concept_id, value, text);
"""


@pytest.fixture(scope="module")
def database(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The statements of the gold documents, as the scorer wants them."""
    nlp = spacy.blank("de")
    for name in ("sentences", "sections", "people", "statements"):
        nlp.add_pipe(name)
    path = tmp_path_factory.mktemp("statements") / "statements.db"
    db = sqlite3.connect(path)
    db.executescript(TABLES)
    for gold in sorted((shared / "gold/dev").glob("*.tsv")):
        name = gold.read_text(encoding="utf-8").splitlines()[0].split("file:", 1)[1].strip()
        reading = read(next((shared / "data").rglob(name)).read_bytes())
        doc = nlp.make_doc(reading.text)
        doc._.kind, doc._.product, doc._.regions = reading.kind, reading.product, reading.regions
        for _, component in nlp.pipeline:
            doc = component(doc)
        db.execute("insert into documents values(?, ?)", (gold.stem, name))
        rows = [
            (
                gold.stem,
                s.speaker,
                "; ".join(n.key for n in s.speakers) or None,
                doc.text[s.start : s.end],
                s.start,
            )
            for s in doc._.statements
        ]
        db.executemany("insert into statements values(?, ?, ?, ?, ?)", rows)
    db.commit()
    db.close()
    return path


def score(shared: Path, database: Path, gold: Path) -> Any:
    command = [sys.executable, str(shared / "gold/score.py"), str(database), str(gold), "--json"]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


@pytest.mark.recorded
def test_who_said_what_stays_above_its_floor(shared: Path, database: Path) -> None:
    result = score(shared, database, shared / "gold/dev")
    assert result["missing"] == []
    assert result["scores"]["statements"]["f1"] >= OVERALL_F1
    assert result["wrong_or_spurious"] <= WRONG_OR_SPURIOUS


@pytest.mark.recorded
def test_no_municipality_falls_behind(shared: Path, database: Path, tmp_path: Path) -> None:
    below = {}
    for gold in sorted((shared / "gold/dev").glob("*.tsv")):
        folder = tmp_path / gold.stem
        folder.mkdir()
        (folder / gold.name).write_bytes(gold.read_bytes())
        f1 = score(shared, database, folder)["scores"]["statements"]["f1"]
        if f1 < EACH_F1:
            below[gold.stem] = f1
    assert below == {}
