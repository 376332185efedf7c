"""Results behind labels."""

from __future__ import annotations

import pytest

from pipeline.decisions.labels import decisions_at, entries_of, stated_in_line

VALUES = [
    ("Bei 29 Ja-Stimmen, 11 Nein-Stimmen und 2 Enthaltungen mehrheitlich zugestimmt", "accepted"),
    ("Einstimmige Zustimmung (45 JA)", "accepted"),
    ("Kenntnisnahme, keine Abstimmung", "noted"),
    ("Zustimmende Kenntnisnahme", "noted"),
    ("Verweisung in den Ausschuss, keine Abstimmung", "referred"),
    ("mit Stellungnahme einverstanden", "accepted"),
    ("Erledigt durch Stellungnahme der Verwaltung, keine Abstimmung", "settled"),
    ("geändert beschlossen", "accepted_amended"),
    ("ungeändert beschlossen", "accepted"),
    ("mehrheitlich abgelehnt", "rejected"),
    ("zurückgestellt", "deferred"),
    ("zurückgezogen", "withdrawn"),
    ("nicht in die Tagesordnung aufgenommen", "withdrawn"),
    ("(offen)", "none"),
    ("einstimmig ja", "accepted"),
    ("Einstimmig lt. Beschlussvorschlag", "accepted"),
    ("12:3:1", "accepted"),
    ("7 Ja-Stimmen, ansonsten Nein-Stimmen", "rejected"),
    ("3 Nein-Stimmen, Rest Ja-Stimmen", "accepted"),
    ("6 Ja-Stimmen, 6 Nein-Stimmen", "rejected"),
    ("mit Pauken und Trompeten", "unknown"),
    ("ABC, DEF gegen GHI (= Ablehnung); JKL (= Enthaltung)", "accepted"),
    ("ABC, DEF gegen GHI (= Annahme)", "rejected"),
    ("ABC, DEF und GHI; JKL (= Ablehnung des zweiten Satzes)", "unknown"),
]


@pytest.mark.parametrize(("value", "outcome"), VALUES)
@pytest.mark.parametrize("label", ["Abstimmungsergebnis: ", "Beratungsergebnis:\n", "Beschlussart: "])
def test_what_a_value_means(label: str, value: str, outcome: str) -> None:
    text = label + value
    (found,) = decisions_at(text, 0, len(text), None)
    assert found.outcome == outcome
    assert text[found.start : found.end].endswith(found.result)


def test_a_list_of_results_tells_what_each_is_about() -> None:
    text = (
        "Abstimmungsergebnis:\nBeschlussvorlage: Bei 30 Ja-Stimmen und 12 Nein-Stimmen mehrheitlich\nzugestimmt\n"
        "Änderungsantrag ROTE: Bei 10 Ja-Stimmen und 32\nNein-Stimmen mehrheitlich abgelehnt\nTOP 4.2: vertagt\n"
        "Der Vorsitzende ruft den Punkt auf und verweist auf die Vorberatung im Hauptausschuss am 3. Mai und die "
        "Stellungnahme, verwiesen aus der letzten Sitzung."
    )
    found = list(decisions_at(text, 0, len(text), None))
    assert [(each.subject, each.outcome) for each in found] == [
        ("Beschlussvorlage", "accepted"),
        ("Änderungsantrag ROTE", "rejected"),
        ("TOP 4.2", "deferred"),
    ]
    assert (found[1].votes_yes, found[1].votes_no) == (10, 32)


def test_an_unfilled_form_tells_nothing_and_a_ticked_one_its_tick() -> None:
    empty = "Abstimmungsergebnis: ☐ einstimmig ☐ mit Mehrheit"
    assert entries_of(empty, 0, len(empty)) == []
    ticked = "Abstimmungsergebnis: ☒ einstimmig ☐ mit Mehrheit"
    (entry,) = entries_of(ticked, 0, len(ticked))
    assert entry.outcome == "accepted"


def test_without_a_vote_the_decision_text_tells() -> None:
    decided = "Beschluss:\nVerweisung in den Bauausschuss\n\n"
    text = decided + "Abstimmungsergebnis:\nKeine Abstimmung"
    (found,) = decisions_at(text, len(decided), len(text), (0, len(decided)))
    assert (found.outcome, found.result) == ("referred", "Verweisung in den Bauausschuss")
    assert (found.start, found.end) == (0, len(text))


@pytest.mark.parametrize("behind", ["", "\n", "\nDie Verwaltung führt aus, warum."])
def test_the_line_of_a_label_may_be_the_last(behind: str) -> None:
    line = "Beschlussart: zur Kenntnis genommen"
    found = stated_in_line(line + behind, 0, len(line + behind))
    assert found is not None
    assert (found.start, found.end, found.result) == (0, len(line), "zur Kenntnis genommen")
