"""Floors on recorded minutes: item results as the council's own system tells them, and single decisions in gold.

Measured when written: 97 % of the item results; every decision and count of the development gold.
"""

from __future__ import annotations

import collections
import importlib.util
import json
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import pipeline.decisions
import pipeline.structure  # noqa: F401
from pipeline.decisions.outcomes import item_results
from sources.read import read

pytestmark = pytest.mark.recorded


@pytest.fixture(scope="module")
def nlp() -> Language:
    german = spacy.blank("de")
    for name in ("sentences", "sections", "decisions"):
        german.add_pipe(name)
    return german


def read_minutes(nlp: Language, path: Path) -> Doc:
    reading = read(path.read_bytes())
    doc = nlp.make_doc(reading.text)
    doc._.kind, doc._.product, doc._.regions = reading.kind, reading.product, reading.regions
    return nlp(doc)


def digits(number: str | None) -> str:
    return ".".join(re.findall(r"\d+", number or ""))


def plain(outcome: str | None) -> str | None:
    return "accepted" if outcome == "accepted_amended" else outcome


def test_item_results_are_those_of_the_council(shared: Path, nlp: Language) -> None:
    known = json.loads((shared / "gold/karlsruhe_results.json").read_text(encoding="utf-8"))[::4]
    wrong = []
    for each in known:
        doc = read_minutes(nlp, shared / "data" / each["file"])
        told = {
            plain(result.outcome)
            for item, result in zip(doc._.items, item_results(doc), strict=True)
            if digits(item.number) == digits(each["agenda_item"])
        }
        if told != {plain(each["outcome"])}:
            wrong.append((each["file"], each["agenda_item"], each["result"], told))
    assert len(known) > 100
    assert len(wrong) <= 0.05 * len(known), wrong


@pytest.fixture(scope="module")
def score(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", shared / "gold/score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_decisions_of_the_gold_are_found(shared: Path, nlp: Language, score: ModuleType) -> None:
    totals: dict[str, Any] = collections.defaultdict(score.Score)
    errors: list[Any] = []
    for gold in sorted((shared / "gold/dev").glob("*.tsv")):
        name, units = score.load_gold(gold)
        (path,) = list((shared / "data").glob(f"**/{Path(name).name}"))[:1]
        doc = read_minutes(nlp, path)
        rows = [
            (d.outcome, d.votes_yes, d.votes_no, d.votes_abstain, doc.text[d.start : d.end])
            for d in doc._.decisions
        ]
        doc_key = "".join(score.key(unit["text"]) for unit in units)
        starts = {unit["span"][0] for unit in units}
        score.score_decisions(rows, doc_key, starts, units, totals, errors, gold.stem)
    assert totals["decisions"].row()["f1"] >= 0.95, errors
    assert totals["votes"].row()["f1"] == 1.0, errors
