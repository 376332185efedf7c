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
    assert (again.outcome, again.rule, again.again) == ("accepted", "announced", True)


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


TWICE = """Protokoll der Sitzung des Rates der Gemeinde Unterbach am Dienstag, dem 12. April 2022

Zu Punkt 1: Neue Brücke
(DS 4/2022)

Frau Muster erläutert die Drucksache.

Ohne weitere Beratungen beschließt der Rat einstimmig bei einer Enthaltung wie folgt:

Die Brücke am Mühlweg wird gebaut.

Beratungsergebnis: Einstimmig bei einer Enthaltung lt. Beschlussvorschlag

Zu Punkt 2: Zuschuss an den Turnverein
(DS 5/2022)

Der Rat beschließt mit 9 Ja- zu 3 Nein-Stimmen folgendes:

Der Antrag des Turnvereins wird abgelehnt.

Beratungsergebnis: 9 Ja-Stimmen, 3 Nein-Stimmen

Zu Punkt 3: Haushalt

Der Rat beschließt wie folgt:

Der Haushalt 2023 wird erlassen.

Beratungsergebnis: einstimmig ja
"""


def test_a_vote_told_in_a_sentence_and_below_its_text_counts_once(nlp: Language) -> None:
    doc = nlp(TWICE)
    told = [(each.outcome, each.votes_abstain, each.votes_yes, each.again) for each in doc._.decisions]
    assert told == [
        ("accepted", 1, None, True),
        ("accepted", 1, None, False),
        ("rejected", None, 9, True),
        ("rejected", None, 9, False),
        ("accepted", None, None, False),
    ]
    text = doc.text[doc._.decisions[1].start : doc._.decisions[1].end]
    assert text.startswith("Die Brücke")
    assert text.endswith("Beschlussvorschlag")


DECIDED = """Niederschrift über die 3. Sitzung des Stadtrates der Stadt Oberbach am Dienstag, 12.04.2022

Niederschrift des Tagesordnungspunktes 1. (öffentlich)

Parkplätze

Ratsmitglied Muster erklärte, er sei dagegen.

Der Stadtrat beschloss einstimmig:

Herr Beispiel wird Mitglied des Verwaltungsrates. Als weitere Vertreter wählt der Stadtrat Frau Probe und Herrn Test.
Hinsichtlich der Gebühren beschließt der Stadtrat folgendes Verfahren.

Niederschrift des Tagesordnungspunktes 2. (öffentlich)

Reihenfolge der Tagesordnung

Der Stadtrat stimmte mit 17 Ja-, 12 Nein-Stimmen und 2 Enthaltungen für den Antrag. Die nötige Zwei-Drittel-Mehrheit
war damit nicht erreicht.
"""


def test_the_decided_text_tells_no_results_of_its_own(nlp: Language) -> None:
    doc = nlp(DECIDED)
    assert [(each.outcome, each.unanimous) for each in doc._.decisions] == [
        ("accepted", True),
        ("rejected", False),
    ]


SPOKEN = """Wortprotokoll der 3. Sitzung des Rates der Stadt Oberbach

Oberbürgermeisterin Petra Muster: Guten Tag! Wir verweisen die Vorlage wie besprochen. Sie wird zur weiteren Beratung in
den Bauausschuss, den Schulausschuss, den Jugendhilfeausschuss und den Finanzausschuss verwiesen. Gibt es Gegenstimmen?
- Das ist nicht der Fall. Enthaltungen? - Auch nicht. Dann ist das so beschlossen.

Karl Beispiel (ROTE): Danke schön.

Anna Probe (BLAUE): Danke auch.

Karl Beispiel (ROTE): Bitte.
"""


def test_what_the_chair_put_to_the_vote_is_what_was_carried(nlp: Language) -> None:
    assert [each.outcome for each in nlp(SPOKEN)._.decisions] == ["referred"]


def test_a_line_may_mark_a_motion_as_settled(nlp: Language) -> None:
    text = SINGLE.replace(
        "am Mühlweg.\n", "am Mühlweg.\n\nAntrag Ö 16: Kürzung der Zuschüsse\n- Erledigt -\n"
    )
    assert ("settled", "line-mark") in [(each.outcome, each.rule) for each in nlp(text)._.decisions]


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
