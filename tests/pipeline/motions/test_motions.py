"""Demands and applicants of made-up motions."""

from __future__ import annotations

import spacy

import pipeline.extensions  # noqa: F401
from pipeline.motions.component import motions

NLP = spacy.blank("de")
HEAD = "Antrag: Stand der Onlinedienste\n\nDaher stellt die Fraktion folgenden Antrag:\n\n"


def read(text: str, kind: str = "motion") -> list[tuple[str | None, str | None, str]]:
    doc = NLP(text)
    doc._.kind = kind
    motions(doc)
    return [(demand.number, demand.addressee, text[demand.start : demand.end]) for demand in doc._.demands]


def test_points_are_demands_up_to_the_reasons() -> None:
    text = (
        HEAD + "Die Verwaltung wird gebeten,\n\n1. über den Stand zu berichten,\n2. die Kosten zu nennen\n\n"
        "Begründung:\n\n1. Das Gesetz gilt.\n"
    )
    assert read(text) == [
        ("1", "Verwaltung", "über den Stand zu berichten"),
        ("2", "Verwaltung", "die Kosten zu nennen"),
    ]


def test_a_single_demand_is_its_sentence() -> None:
    text = (
        HEAD + "Der Rat möge beschließen:\n\nDas Rathaus bietet alle Anträge online an.\n\nBegründung\nWeil."
    )
    assert read(text) == [(None, "Rat", "Das Rathaus bietet alle Anträge online an.")]


def test_whoever_asks_nobody_demands_nothing() -> None:
    assert read("Antrag\n\nDie Lage ist ernst.\n") == []
    assert read(HEAD + "Die Verwaltung wird gebeten,\n1. zu berichten", "minutes") == []


def test_who_signs_applies() -> None:
    doc = NLP("ANTRAG\n\nDie Lage.\n\nUnterzeichnet von:\nAnna Specht\nDr. Peter Fink\n\nAnlagen")
    doc._.kind = "motion"
    motions(doc)
    assert [(one.name.family_name, one.role) for one in doc._.involved] == [
        ("Specht", "applicant"),
        ("Fink", "applicant"),
    ]
