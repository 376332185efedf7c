"""What a carried motion does with its matter, results in the line of a label, and tables of votes without lines."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

import pipeline.decisions
import pipeline.structure  # noqa: F401
from pipeline.decisions.tables import in_line, tables_in
from pipeline.findings import Decision

HEAD = "Niederschrift\nüber die Sitzung des Gemeinderates Auental\n\nTOP 5\nRadweg am Mühlbach\n\n"


@pytest.fixture(scope="module")
def nlp() -> Language:
    german = spacy.blank("de")
    for name in ("sentences", "sections", "decisions"):
        german.add_pipe(name)
    return german


def found(nlp: Language, text: str) -> tuple[Decision, ...]:
    doc = nlp.make_doc(HEAD + text)
    doc._.kind = "minutes"
    decisions: tuple[Decision, ...] = nlp(doc)._.decisions
    return decisions


MOVED = [
    ("Frau Muster beantragt, den Punkt zu vertagen. Diesem Antrag wird mit 9 zu 2 Stimmen zugestimmt.", "deferred"),
    ("Frau Muster regt an, die Vorlage in den Bauausschuss zu verweisen. Der Rat ist damit einverstanden.", "referred"),
    ("Herr Beispiel beantragt, die TOP 7 und 8 abzusetzen. Dem Antrag wird einstimmig zugestimmt.", "accepted"),
    ("Frau Muster beantragt, den Punkt zu vertagen. Dem Antrag wird mit 2 zu 9 Stimmen nicht zugestimmt.", "rejected"),
    ("Beschluss:\nDie Angelegenheit wird vertagt.\n\nAbstimmungsergebnis:\n\neinstimmig", "deferred"),
    ("Abstimmung:\nDie beantragte Vertagung auf den Herbst wird\nmit Stimmenmehrheit angenommen.", "deferred"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "outcome"), MOVED)
def test_a_carried_motion_moves_its_matter(nlp: Language, text: str, outcome: str) -> None:
    assert [each.outcome for each in found(nlp, text) if not each.again] == [outcome]


def test_a_result_in_the_line_of_its_label_stands_above_a_longer_text(nlp: Language) -> None:
    text = "Beschluss: mehrheitlich abgelehnt\n\n" + "Frau Muster fragt nach den Kosten des Weges. " * 6
    assert [(each.outcome, each.result) for each in found(nlp, text)] == [
        ("rejected", "mehrheitlich abgelehnt")
    ]


def test_the_text_voted_down_is_no_decision(nlp: Language) -> None:
    text = "Beschluss: mehrheitlich abgelehnt\n\nAbstimmung: Ja: 3, Nein: 9\n\nDer Rat beschließt den Bau eines Weges."
    assert [each.outcome for each in found(nlp, text)] == ["rejected"]


def test_a_sentence_below_the_counts_is_told_by_itself(nlp: Language) -> None:
    text = (
        "Beschluss: einstimmig abgelehnt\n\nAbstimmung: Ja: 0, Nein: 12\n\n"
        "Das Gremium lehnt den Vorschlag somit einstimmig ab, sodass der Weg nicht gebaut wird."
    )
    assert {each.outcome for each in found(nlp, text)} == {"rejected"}


ROWS = "Anwesend:\n21\n\nJa-Stimmen:\n6\nNein-Stimmen: 13\nEnthaltungen\n2"


@pytest.mark.parametrize("label", ["Abstimmungsergebnis:\n\n", "Über den Antrag wird abgestimmt.\n\n"])
def test_a_table_without_lines(nlp: Language, label: str) -> None:
    (vote,) = found(nlp, label + ROWS)
    assert (vote.outcome, vote.votes_yes, vote.votes_no, vote.votes_abstain) == ("rejected", 6, 13, 2)


def test_a_table_has_yes_votes() -> None:
    assert in_line(ROWS) == "Anwesend: 21\n\nJa-Stimmen: 6\nNein-Stimmen: 13\nEnthaltungen: 2"
    assert list(tables_in(ROWS, 0, len(ROWS))) == [(0, len(ROWS))]
    assert list(tables_in("Anwesend: 21\nStimmberechtigt: 19", 0, 33)) == []
