"""Gold in offsets: what it says is looked up in the reading, and a reading that changed is refused."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from models.evaluation.evaluate import evaluate, score
from models.evaluation.findings import CitationRow, DecisionRow, Found, StatementRow
from models.evaluation.gold import GoldDocument
from models.evaluation.measures import Scores
from models.evaluation.offsets import read

TEXT = """Punkt 1: Brücke, Vorlage: 2020/0007

Stadträtin Stern erklärt, die Brücke sei baufällig. Sie müsse gesperrt werden.
Der Vorsitzende fragt nach den Kosten.

Mit 21 Ja- und 4 Nein-Stimmen zugestimmt.
"""
HEAD = """# document: stadt/protokoll.txt
# reading: {reading}
# layers: {layers}
# windows: {windows}
# drawn: by hand
start\tend\tkind\tspeaker\tdecision\treferences
"""


def place(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def row(words: str, kind: str, speaker: str = "-", decision: str = "-", references: str = "-") -> str:
    start, end = place(words)
    return "\t".join((str(start), str(end), kind, speaker, decision, references))


NAME = "{}-{}".format(*place("Stern"))
SPEECH = (
    row("Stadträtin Stern erklärt, die Brücke sei baufällig.", "I", NAME),
    row("Sie müsse gesperrt werden.", "C", NAME),
    row("Der Vorsitzende fragt nach den Kosten.", "I", "=Vorsitzender"),
)
FACTS = (
    row("Punkt 1: Brücke, Vorlage: 2020/0007", "-", references="paper@{}-{}".format(*place("2020/0007"))),
    row("Mit 21 Ja- und 4 Nein-Stimmen zugestimmt.", "-", decision="accepted;yes=21;no=4"),
)


def write(
    folder: Path, rows: tuple[str, ...], layers: str = "statements", windows: str | None = None
) -> Path:
    path = folder / "protokoll.tsv"
    reading = hashlib.sha256(TEXT.encode()).hexdigest()
    head = HEAD.format(reading=reading, layers=layers, windows=windows or f"0-{len(TEXT)}")
    path.write_text(head + "\n".join(rows) + "\n", encoding="utf-8")
    return path


def gold(folder: Path, rows: tuple[str, ...], layers: str = "statements") -> GoldDocument:
    return read(write(folder, rows, layers)).on(TEXT)


def statement(name: str, words: str) -> StatementRow:
    return StatementRow(name, name, words, TEXT.index(words))


def test_names_are_places_and_roles_are_words(tmp_path: Path) -> None:
    units = [unit for unit in gold(tmp_path, SPEECH).units if unit.scored]
    assert [unit.speaker for unit in units] == ["Stern", "Stern", "Vorsitzender"]


def test_statements_are_found_by_their_offsets(tmp_path: Path) -> None:
    scores = Scores()
    found = Found(
        statements=(
            statement("Stern", "Stadträtin Stern erklärt, die Brücke sei baufällig."),
            statement("Mond", "Sie müsse gesperrt werden."),
            statement("Mond", "Mit 21 Ja- und 4 Nein-Stimmen zugestimmt."),
        ),
        decisions=(DecisionRow("rejected", None, None, None, "Punkt 1"),),
    )
    score(found, gold(tmp_path, SPEECH), scores)
    measure = scores.measures["statements"]
    assert (measure.right, measure.given, measure.wanted) == (1, 2, 3)
    assert "decisions" not in scores.measures  # not annotated, not scored
    assert [one.right for one in scores.assessed] == [True, False, False]


def test_between_rows_of_decisions_nothing_is_wanted(tmp_path: Path) -> None:
    scores = Scores()
    found = Found(
        statements=(statement("Mond", "Sie müsse gesperrt werden."),),
        decisions=(
            DecisionRow("accepted", 21, 4, None, *_text("Mit 21 Ja- und 4 Nein-Stimmen zugestimmt.")),
            DecisionRow("noted", None, None, None, *_text("Sie müsse gesperrt werden.")),
        ),
        citations=(CitationRow("paper", "2020/0007", "2020/0007"), CitationRow("law", "BauGB", "Brücke")),
    )
    score(found, gold(tmp_path, FACTS, "decisions papers"), scores)
    decisions, papers = scores.measures["decisions"], scores.measures["references:paper"]
    assert (decisions.right, decisions.given, decisions.wanted) == (1, 2, 1)
    assert (papers.right, papers.given, papers.wanted) == (1, 1, 1)
    assert set(scores.measures) == {"decisions", "votes", "references:paper"}


def _text(words: str) -> tuple[str, int]:
    return words, TEXT.index(words)


def test_a_reading_that_changed_is_refused_and_says_what_to_do(tmp_path: Path) -> None:
    annotation = read(write(tmp_path, SPEECH))
    with pytest.raises(
        ValueError, match=r"protokoll\.tsv: stadt/protokoll\.txt reads otherwise.*annotate it again"
    ):
        annotation.on(TEXT.replace("Brücke", "Straße"))


@pytest.mark.parametrize(
    ("rows", "layers", "windows", "message"),
    [
        (("0\t5\tI\t-",), "statements", None, r"protokoll\.tsv:7: six columns"),
        (("5\t5\tI\t-\t-\t-",), "statements", None, "half-open"),
        (("0\t5\tX\t-\t-\t-",), "statements", None, "kind 'X'"),
        (("0\t5\tI\t-\t-\t-", "4\t9\tI\t-\t-\t-"), "statements", None, r"tsv:8: begins before"),
        (("0\t50\tI\t-\t-\t-",), "statements", "0-40", "outside of the windows"),
        ((), "speech", None, "unknown layers: speech"),
    ],
)
def test_a_table_of_another_form_is_named(
    tmp_path: Path, rows: tuple[str, ...], layers: str, windows: str | None, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        read(write(tmp_path, rows, layers, windows))


def test_a_document_that_is_not_in_the_database_is_named(tmp_path: Path, example_database: Path) -> None:
    scores = evaluate(example_database, write(tmp_path, SPEECH))
    assert scores.missing_documents == ["stadt/protokoll.txt"]
