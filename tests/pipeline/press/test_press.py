"""Quotations of made-up press releases."""

from __future__ import annotations

import spacy

import pipeline.extensions  # noqa: F401
from pipeline.press.component import press

NLP = spacy.blank("de")
NLP.add_pipe("sentencizer")

RELEASE = (
    "Auental (red). Die Stadt Auental stellt ihr Portal vor.\n"
    "Für die Ministerin für Digitales, Erika Möwe, ist das Portal ein Anfang. „Wir haben lange darauf gewartet. "
    "Nun geht es weiter mit den Anträgen.“\n"
    "Der IT-Beauftragte der Stadt Auental, Dr. Jan Reiher, sagt dazu: „Die Leute wollen nicht warten müssen.“\n"
    "„Das Projekt „Rathaus 24“ kostet Geld, aber es lohnt sich für alle“, so Dr. Reiher.\n"
    "Das Projekt „Digitale Stadt der Zukunft für alle“ läuft weiter.\n"
)


def read(text: str, kind: str = "press") -> list[tuple[str, str | None, str | None, str]]:
    doc = NLP(text)
    doc._.kind = kind
    press(doc)
    return [
        (
            statement.kind,
            statement.speakers[0].family_name,
            statement.function,
            text[statement.start : statement.end],
        )
        for statement in doc._.statements
    ]


def test_quotations_belong_to_the_person_named_with_them() -> None:
    found = read(RELEASE)
    assert [(kind, who) for kind, who, _, _ in found] == [
        ("indirect", "Möwe"),
        ("direct", "Möwe"),
        ("direct", "Möwe"),
        ("direct", "Reiher"),
        ("direct", "Reiher"),
    ]
    assert {(who, function) for _, who, function, _ in found} == {
        ("Möwe", "Ministerin für Digitales"),
        ("Reiher", "IT-Beauftragte der Stadt Auental"),
    }


def test_function_behind_the_name() -> None:
    text = (
        "„Es hat sich für alle gelohnt“, betonte Eva Specht, die Leiterin des Rechenzentrums, zu den Gästen."
    )
    ((kind, who, function, _),) = read(text)
    assert (kind, who, function) == ("direct", "Specht", "Leiterin des Rechenzentrums")


def test_terms_in_quotation_marks_are_no_speech() -> None:
    assert (
        read("Die Leiterin Eva Specht stellte das Programm „Digitale Stadt der Zukunft für alle“ vor.") == []
    )


def test_somebody_without_a_function_is_a_private_person() -> None:
    doc = NLP("„Ich freue mich sehr auf das neue Portal“, sagt Peter Fink aus der Nachbarschaft.")
    doc._.kind = "press"
    press(doc)
    assert [mention.private for mention in doc._.people] == [True]
    assert doc._.involved == ()


def test_minutes_are_left_alone() -> None:
    assert read(RELEASE, "minutes") == []
