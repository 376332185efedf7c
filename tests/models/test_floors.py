"""Floors under the figures, of gold that is here everywhere and of recorded minutes."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.evaluation.floors import fallen, pin, reached, read
from models.evaluation.fresh import annotated, scored
from models.evaluation.measures import Measure, Scores

PROJECT = Path(__file__).parents[2]
FORMS = PROJECT / "tests/pipeline/forms"


def hold(name: str, data: Path, *gold: Path) -> None:
    scores = scored(annotated(gold, data))
    fell = fallen(read()[name], scores)
    assert fell == [], "\n".join(map(str, scores.misses))


def test_the_invented_forms_stay_above_their_floors() -> None:
    hold("forms", FORMS, FORMS)


def test_the_example_minutes_stay_above_their_floors() -> None:
    hold("examples", PROJECT / "sources/examples/minutes", PROJECT / "models/gold/examples")


@pytest.mark.recorded
def test_recorded_minutes_stay_above_their_floors(shared: Path) -> None:
    hold("recorded", shared / "data", PROJECT / "models/gold", shared / "gold/dev")


def figures(right: int, wrong: int = 0) -> Scores:
    scores = Scores(wrong_or_spurious=wrong)
    scores.measures["statements"] = Measure(right=right, given=1000, wanted=1000)
    return scores


def test_a_floor_rises_by_itself_and_falls_only_when_told(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    assert pin("set", figures(951, wrong=11), path=path) == []
    assert read(path) == {"set": {"statements": 0.95, "wrong": 0.015}}
    assert pin("set", figures(977, wrong=4), path=path) == []
    assert read(path)["set"] == {"statements": 0.975, "wrong": 0.005}
    assert len(pin("set", figures(940, wrong=30), path=path)) == 2
    assert read(path)["set"] == {"statements": 0.975, "wrong": 0.005}
    pin("set", figures(940, wrong=30), lower=True, path=path)
    assert read(path)["set"] == {"statements": 0.94, "wrong": 0.03}


def test_a_measure_that_is_no_longer_scored_has_fallen() -> None:
    assert fallen({"statements": 0.9, "votes": 0.8}, figures(950)) == [
        "votes: nothing was scored instead of 0.8"
    ]


def test_a_floor_is_the_figure_itself_where_that_lies_on_a_step() -> None:
    assert reached(figures(950))["statements"] == 0.95
