"""The scorer: counts that are counted by hand, and the same figures as the scorer that came with the gold."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from models.evaluation.evaluate import evaluate
from models.evaluation.findings import CitationRow, DecisionRow, MentionRow, StatementRow
from models.evaluation.gold import GoldDocument, load
from models.evaluation.measures import Scores
from models.evaluation.references import score_references
from models.evaluation.results import score_decisions
from models.evaluation.speech import Given, same_speakers, score_statements

GOLD = """# file: protokoll.txt
0\t-\t-\t-\tpaper:2020/0007\tPunkt 1: Brücke, Vorlage: 2020/0007
1\tI\tStern\t-\t-\tStadträtin Stern (SPD) erklärt, die Brücke sei bau-fällig.
2\tC\tStern\t-\t-\tSie müsse bald gesperrt werden.
3\tA\tMond\t-\t-\tStadtrat Mond dankt.
4\t-\t-\taccepted;yes=21;no=4\t-\tMit 21 Ja- und 4 Nein-Stimmen zugestimmt.
5\tx\t-\t-\t-\tHier hat niemand gelesen.
"""


@pytest.fixture
def gold(tmp_path: Path) -> GoldDocument:
    path = tmp_path / "protokoll.tsv"
    path.write_text(GOLD, encoding="utf-8")
    return load(path)


def test_statements_are_compared_by_their_letters(gold: GoldDocument) -> None:
    scores = Scores()
    rows = [
        StatementRow(
            "Stadträtin Stern (SPD)", "Stern", "Stadträtin Stern (SPD) erklärt, die Brücke\nsei baufällig."
        ),
        StatementRow("Stadträtin Stern (SPD)", "Mond", "Sie müsse bald gesperrt werden."),
        StatementRow("Stadtrat Mond", "Mond", "Hier hat niemand gelesen."),
    ]
    score_statements(rows, gold, scores)
    measure = scores.measures["statements"]
    # the wording still names Stern: a role or name as written counts beside the resolved one
    assert (measure.right, measure.given, measure.wanted) == (2, 2, 2)
    assert scores.wrong_or_spurious == 0


def test_a_wrong_speaker_is_wrong_and_a_spurious_one_too(gold: GoldDocument) -> None:
    scores = Scores()
    rows = [
        StatementRow("Herr Mond", "Mond", "Sie müsse bald gesperrt werden."),
        StatementRow("Frau Stern", "Stern", "Mit 21 Ja- und 4 Nein-Stimmen zugestimmt."),
        StatementRow("Frau Stern", "Stern", "Stadtrat Mond dankt."),
    ]
    score_statements(rows, gold, scores)
    measure = scores.measures["statements"]
    assert (measure.right, measure.given, measure.wanted) == (0, 3, 2)
    assert scores.wrong_or_spurious == 3


def test_decisions_with_their_votes(gold: GoldDocument) -> None:
    scores = Scores()
    rows = [
        DecisionRow("accepted", 21, 5, None, "Mit 21 Ja- und 4 Nein-Stimmen zugestimmt."),
        DecisionRow("noted", None, None, None, "Punkt 1: Brücke, Vorlage: 2020/0007"),
        DecisionRow("rejected", None, None, None, "Hier hat niemand gelesen."),
    ]
    score_decisions(rows, gold, scores)
    decisions, votes = scores.measures["decisions"], scores.measures["votes"]
    assert (decisions.right, decisions.given, decisions.wanted) == (1, 2, 1)
    assert (votes.right, votes.given, votes.wanted) == (1, 2, 2)


def test_references_count_once_a_document(gold: GoldDocument) -> None:
    scores = Scores()
    citations = [
        CitationRow("paper", "2020/0007", "2020/0007"),
        CitationRow("paper", "2020/0007", "Vorlage: 2020/0007"),
    ]
    score_references(citations, [MentionRow("OZG", None, "Brücke")], gold, scores)
    assert (scores.measures["references:paper"].right, scores.measures["references:paper"].given) == (1, 1)
    assert (scores.measures["references:ozg"].right, scores.measures["references:ozg"].given) == (0, 1)


@pytest.mark.parametrize(
    ("wanted", "wording", "name", "same"),
    [
        ("Stern", "Frau Dr. Stern", "Runa Stern", True),
        ("Stern", "Frau Sternberg", "Sternberg", False),
        ("Vorsitzender", "Der Vorsitzende", "Falk", True),
        ("Stern;Mond", "Frau Stern und Herr Mond", "Stern; Mond", True),
        ("Stern;Mond", "Frau Stern", "Stern", False),
        ("von Stern", "Frau von Stern", "von Stern", True),
    ],
)
def test_same_speakers(wanted: str, wording: str, name: str, same: bool) -> None:
    assert same_speakers(wanted, Given(wording, name)) is same


def test_a_broken_gold_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "kaputt.tsv"
    path.write_text("# file: x.txt\n0\tI\tStern\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"kaputt\.tsv:2"):
        load(path)


@pytest.mark.recorded
def test_the_same_figures_as_the_scorer_beside_the_gold(shared: Path, recorded_database: Path) -> None:
    gold, results = shared / "gold" / "dev", shared / "gold" / "karlsruhe_results.json"
    scorer = [sys.executable, str(shared / "gold" / "score.py"), str(recorded_database), str(gold)]
    printed = subprocess.run(
        [*scorer, "--results", str(results), "--json"], capture_output=True, text=True, check=True
    ).stdout
    theirs = json.loads(printed)
    ours = evaluate(recorded_database, gold, results)
    assert round(ours.share_wrong, 4) == theirs["wrong_or_spurious"]
    counted = {
        name: [measure.right, measure.given, measure.wanted] for name, measure in ours.measures.items()
    }
    expected = {name: [row["right"], row["given"], row["wanted"]] for name, row in theirs["scores"].items()}
    assert counted == expected
