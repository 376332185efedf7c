"""The accuracy card: intervals, calibration and tables, counted by hand, and that page and card tell the same."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from models.evaluation import publish
from models.evaluation.calibrate import (
    Judged,
    Observation,
    calibration_error,
    first_sight,
    fit,
    held_out,
    reliability,
    threshold_for,
)
from models.evaluation.card import Measured, card, percent, table
from models.evaluation.cases import Case, municipality_of
from models.evaluation.figures import figures
from models.evaluation.first_sight import Sight, counted, read
from models.evaluation.intervals import f1, wilson
from models.evaluation.measures import Scores
from pipeline.findings import Name, Span, Statement
from pipeline.statements.confidence import Way, calibrated, probability, way_of

CLEAR = Way("indirect", "person-verb", "clear")
FAR = Way("continued", "konjunktiv", "far")


def case(
    way: Way | None = CLEAR,
    *,
    right: bool = True,
    wanted: bool = True,
    town: str = "Auental",
    faction: str = "SPD",
) -> Case:
    return Case(
        document=f"{town}.txt",
        municipality=town,
        style="konjunktiv",
        kind="I",
        wanted=wanted,
        given=way is not None,
        right=right and way is not None,
        gender="f",
        faction=faction,
        statement=None,
        way=way,
    )


def test_wilson_knows_that_all_of_few_proves_little() -> None:
    share = wilson(10, 10)
    assert share is not None
    assert tuple(share) == pytest.approx((1, 0.722, 1), abs=0.001)
    assert wilson(0, 0) is None


def test_the_bootstrap_of_f1_is_the_same_every_time() -> None:
    units = [(True, True, True)] * 80 + [(False, True, True)] * 5 + [(False, False, True)] * 15
    first, second = f1(units), f1(reversed(units))
    assert first is not None
    assert second is not None
    assert first.value == pytest.approx(160 / 185)
    assert 0.75 < first.low < first.value < first.high < 0.95
    assert second.value == pytest.approx(first.value)
    assert f1(units) == first


def observed(*told: tuple[str, Way, int, int]) -> list[Observation]:
    return [Observation(town, way, number < right) for town, way, right, of in told for number in range(of)]


def test_rare_ways_are_drawn_towards_their_family() -> None:
    found = fit(
        observed(
            ("A", FAR, 50, 100),
            ("A", Way("continued", "same-paragraph", "far"), 1, 1),
            ("A", CLEAR, 100, 100),
        )
    )
    family = found.families["continued/far"]
    assert 0.5 < family < 0.55
    assert family < found.ways["same-paragraph/far"] < 0.6  # one right unit proves little
    assert found.probability(Way("continued", "a-new-rule", "far")) == family
    assert found.probability(Way("direct", "a-new-rule", "same")) == found.all


def test_each_municipality_is_judged_by_the_others() -> None:
    judged = held_out(observed(("A", CLEAR, 100, 100), ("B", CLEAR, 0, 100)))
    assert judged["A"][0].probability == 0
    assert judged["B"][0].probability == 1


def test_the_error_is_how_far_told_and_measured_lie_apart() -> None:
    judged = [Judged(0.9, True)] * 80 + [Judged(0.9, False)] * 20 + [Judged(0.55, True)] * 100
    assert [(group.units, group.right) for group in reliability(judged)] == [(100, 100), (100, 80)]
    assert calibration_error(judged) == pytest.approx((0.45 + 0.1) / 2)


@pytest.mark.parametrize(
    ("judged", "threshold"),
    [
        ([(0.99, True)] * 98 + [(0.99, False)] * 2, 0.99),
        ([(0.99, True)] * 100 + [(0.8, False)] * 2 + [(0.7, False)], 0.8),
        ([(0.99, False)] * 10, 1.0),
    ],
)
def test_the_threshold_keeps_its_promise(judged: Sequence[tuple[float, bool]], threshold: float) -> None:
    assert threshold_for([Judged(*one) for one in judged]) == threshold


def statement(start: int, named: int, confidence: float = 0.95) -> Statement:
    return Statement(
        start=start,
        end=start + 5,
        speaker="Frau Stern",
        speakers=(Name(family_name="Stern"),),
        kind="indirect" if named >= start else "continued",
        cue=None,
        confidence=confidence,
        rule="person-verb" if named >= start else "konjunktiv",
        named=Span(start=named, end=named + 5),
    )


@pytest.mark.parametrize(
    ("found", "circumstance"),
    [
        (statement(0, 0), "clear"),
        (statement(0, 0, 0.8), "plain"),
        (statement(0, 0, 0.5), "weak"),
        (statement(8, 0), "same"),
        (statement(10, 0), "near"),
        (statement(35, 0), "far"),
        (statement(90, 0), "remote"),
    ],
)
def test_a_way_tells_how_far_the_name_lies_behind(found: Statement, circumstance: str) -> None:
    assert way_of(found, range(0, 100, 10)).circumstance == circumstance


def test_statements_get_the_probability_of_their_way() -> None:
    (found,) = calibrated([statement(0, 0, 0.95)], [Span(start=0, end=10)])
    assert found.confidence == probability(CLEAR)
    assert 0.9 < found.confidence <= 1


def test_figures_at_a_threshold() -> None:
    cases = [case()] * 8 + [case(right=False), case(None), case(right=False, wanted=False)]
    found = figures(cases, 0.0)
    assert found.units == 10
    assert found.precision is not None
    assert found.recall is not None
    assert found.wrong is not None
    assert (found.precision.value, found.recall.value, found.wrong.value) == (0.8, 0.8, 0.2)
    assert figures(cases, 1.1).precision is None


def test_the_card_tells_every_breakdown_in_german() -> None:
    cases = [
        case(town=town, faction=faction) for town in ("Auental", "Moorbeck") for faction in ("GRÜNE", "WIR")
    ]
    ablation = {"Auental": {"entries": 3, "f1": 0.9, "f1_without": 0.8, "wrong": 0.01, "wrong_without": 0.02}}
    first = [Sight("Auental", CLEAR, 9, 10, 8), Sight("Auental", None, 1, 0, 0)]
    told = card(Measured(cases=cases * 10, scores=Scores(), threshold=0.5, first=first, ablation=ablation))
    for line in (
        "40 Äußerungen aus 2 Dokumenten von 2 Kommunen.",
        "| Konjunktiv | Auental | berichtet | 20 | 100,0 % [83,9–100,0] |",
        "| Frauen | 40 |",
        "| Grüne | 20 |",
        "| örtliche Gruppen | 20 |",
        "| Auental | 10 | 80,0 % [49,0–94,3] | 80,0 % [49,0–94,3] | 80,0 % | 20,0 % [5,7–51,0] |",
        "| Auental | 3 | 90,0 % | 80,0 % | 1,0 % | 2,0 % |",
    ):
        assert line in told


def test_first_sight_counts_units_by_the_way_they_were_found(tmp_path: Path) -> None:
    (one, nobody) = counted([case(), case(right=False), case(None)])
    assert one == Sight("Auental", CLEAR, 2, 2, 1)
    assert nobody == Sight("Auental", None, 1, 0, 0)
    path = tmp_path / "first.tsv"
    path.write_text(
        "# seen\nmunicipality\tkind\trule\tcircumstance\twanted\tgiven\tright\n"
        "Auental\tindirect\tperson-verb\tclear\t2\t2\t1\nAuental\t-\t-\t-\t1\t0\t0\n",
        encoding="utf-8",
    )
    assert read(path) == [one, nobody]
    assert [found.right for found in first_sight(read(path))] == [True, False]


def test_shares_of_nothing_are_a_dash() -> None:
    assert percent(None) == "–"
    assert table(("", "Zahl"), [("a", "1")]) == "|  | Zahl |\n| --- | ---: |\n| a | 1 |\n"


def test_the_committed_page_and_plot_are_those_of_the_card() -> None:
    assert publish.PAGE.read_text(encoding="utf-8") == publish.page(publish.CARD.read_text(encoding="utf-8"))
    assert publish.SHOWN_PLOT.read_bytes() == publish.PLOT.read_bytes()


@pytest.mark.parametrize(
    ("path", "municipality"),
    [
        ("minutes_text/karlsruhe/1.txt", "Karlsruhe"),
        ("minutes_pdf/2010_02_02_Landau_NS.pdf", "Landau"),
        ("x/1.txt", "sonstige"),
    ],
)
def test_a_path_tells_the_municipality(path: str, municipality: str) -> None:
    assert municipality_of(path) == municipality
