"""The component on whole invented minutes."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import pipeline.decisions
import pipeline.structure  # noqa: F401
from pipeline.decisions.outcomes import item_results


@pytest.fixture(scope="module")
def nlp() -> Language:
    german = spacy.blank("de")
    for name in ("sentences", "sections", "decisions"):
        german.add_pipe(name)
    return german


SINGLE = """Niederschrift 3. Sitzung des Gemeinderates
12. April 2022, 16:30 Uhr
öffentlich

Punkt 4 der Tagesordnung: Neubau der Brücke
Vorlage: 2022/0007

Beschluss:
Der Gemeinderat beschließt den Neubau der Brücke am Mühlweg.

Abstimmungsergebnis:
Bei 20 Ja-Stimmen und 3 Nein-Stimmen mehrheitlich zugestimmt

Der Vorsitzende ruft Tagesordnungspunkt 4 zur Behandlung auf:

Stadtrat Muster (ROTE): Wir stimmen dem zu. Damit ist der Antrag abgelehnt, würden andere hier sagen, wir nicht.

Der Vorsitzende: Ich bitte um das Votum. – Das ist eine mehrheitliche Zustimmung.
"""


def test_the_vote_below_the_decision_text_is_one_decision(nlp: Language) -> None:
    doc = nlp(SINGLE)
    found, again = doc._.decisions
    assert (found.outcome, found.votes_yes, found.votes_no, found.unanimous) == ("accepted", 20, 3, False)
    assert doc.text[found.start : found.end].startswith("Beschluss:")
    assert found.result.startswith("Bei 20 Ja-Stimmen")
    assert (again.outcome, again.rule) == ("accepted", "announced-again")


STACKED = """Niederschrift 3. Sitzung des Gemeinderates
12. April 2022, 16:30 Uhr
öffentlich

Punkt 6 der Tagesordnung: Parkgebühren
Vorlage: 2022/0010
Punkt 6.1 der Tagesordnung: Parkgebühren staffeln
Änderungsantrag: ROTE
Vorlage: 2022/0010/1

Beschluss:
Der Gemeinderat beschließt die neuen Parkgebühren.

Abstimmungsergebnis:
Beschlussvorlage: Bei 20 Ja-Stimmen und 3 Nein-Stimmen mehrheitlich zugestimmt
Änderungsantrag ROTE: Bei 5 Ja-Stimmen und 18 Nein-Stimmen mehrheitlich abgelehnt

Der Vorsitzende ruft Tagesordnungspunkt 6 und 6.1 zur Behandlung auf.
"""


def test_items_called_up_together_have_their_own_results(nlp: Language) -> None:
    doc = nlp(STACKED)
    results = {item.number: told.outcome for item, told in zip(doc._.items, item_results(doc), strict=True)}
    assert results == {"6": "accepted", "6.1": "rejected"}


def test_a_doc_without_sections_is_read_as_minutes(nlp: Language) -> None:
    doc = spacy.blank("de")("Der Rat beschließt einstimmig den Haushalt.")
    for sent_start in doc[:1]:
        sent_start.is_sent_start = True
    for token in doc[1:]:
        token.is_sent_start = False
    found = nlp.get_pipe("decisions")(doc)._.decisions  # type: ignore[operator]
    assert [(each.outcome, each.unanimous) for each in found] == [("accepted", True)]


def test_an_unknown_result_is_kept_and_doubted(nlp: Language) -> None:
    doc: Doc = nlp(
        SINGLE.replace("mehrheitlich zugestimmt", "").replace(
            "Bei 20 Ja-Stimmen und 3 Nein-Stimmen ", "Mit Blumen"
        )
    )
    labelled = [each for each in doc._.decisions if each.rule == "label"]
    assert [each.outcome for each in labelled] == ["unknown"]
    assert any("Mit Blumen" in doubt.message for doubt in doc._.doubts)


def test_every_span_is_trimmed_and_within_the_text(nlp: Language) -> None:
    for text in (SINGLE, STACKED):
        doc = nlp(text)
        for each in doc._.decisions:
            piece = doc.text[each.start : each.end]
            assert piece
            assert piece == piece.strip()
            assert each.result in doc.text
