"""Facts about the OZG's implementation, in made-up sentences of the forms that minutes and papers have."""

from __future__ import annotations

import pytest
import spacy

import pipeline.extensions  # noqa: F401
from pipeline.findings import OzgFact
from pipeline.ozg.component import Ozg

NLP = spacy.blank("de")
NLP.add_pipe("sentencizer")
LAW = "Über die Umsetzung des OZG wird berichtet. "


def facts(text: str) -> tuple[OzgFact, ...]:
    return tuple(Ozg()(NLP(text))._.ozg_facts)


def told(text: str) -> set[tuple[str, str | None]]:
    return {(fact.kind, fact.value) for fact in facts(text)}


@pytest.mark.parametrize(
    ("sentence", "kind", "value"),
    [
        ("Der digitale Wohngeldantrag ist noch nicht online möglich.", "status", "offen"),
        ("Die Gewerbeanmeldung ist bereits online freigeschaltet.", "status", "abgeschlossen"),
        ("Der Onlinedienst wurde bis heute nicht umgesetzt.", "status", "offen"),
        ("Der Onlinedienst befindet sich im Testbetrieb.", "status", "in Bearbeitung"),
        ("Die digitale Hundesteuer ist in Planung.", "status", "in Planung"),
        ("Der Onlinedienst wurde zurückgestellt.", "status", "zurückgestellt"),
        ("Seit August 2020 ist der digitale Assistent im Einsatz.", "begin", "2020-08"),
        ("Die digitale Akte wurde am 1. März 2019 eingeführt.", "begin", "2019-03-01"),
        ("Die digitale Projektstelle ist bis Ende 2024 befristet.", "end", "2024-12-31"),
        ("Für die Onlinedienste ist das Hauptamt zuständig.", "responsible", "Hauptamt"),
        ("Unter Federführung des Dezernats III werden Onlinedienste erprobt.", "responsible", "Dezernat III"),
        ("Es gebe einen Erfahrungsaustausch der Kreise.", "cooperation", None),
        (
            "Man arbeite gemeinsam mit den anderen Kommunen an Onlinediensten.",
            "cooperation",
            "anderen Kommunen",
        ),
        ("Derzeit werden 48 Onlinedienste angeboten.", "count", "48"),
    ],
)
def test_a_fact_is_told_with_its_value(sentence: str, kind: str, value: str | None) -> None:
    assert (kind, value) in told(LAW + sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Straße wurde bereits fertiggestellt.",
        "Der Spielplatz ist in Planung.",
        "Der Prozess der Digitalisierung werde niemals abgeschlossen sein.",
        "Welches Amt ist für die Onlinedienste zuständig?",
        "Der Onlinedienst hätte seit Oktober 2019 fertig sein sollen.",
    ],
)
def test_what_is_no_fact_of_it_is_none(sentence: str) -> None:
    assert told(LAW + sentence) == set()


def test_without_the_law_there_are_no_facts() -> None:
    assert (
        facts("Der digitale Bauantrag ist noch nicht online möglich. Die digitale Verwaltung wächst.") == ()
    )


def test_a_fact_is_about_the_service_it_names() -> None:
    (state,) = facts(LAW + "Die KFZ-Zulassung ist noch nicht digital möglich.")
    assert (state.concept, state.stance) == ("Kfz-Zulassung", "reported")


def test_deadlines_are_announced_and_demands_demanded() -> None:
    (deadline,) = facts("Das OZG ist bis Ende 2022 umzusetzen.")
    assert deadline.stance == "announced"
    asked = facts(
        "Die Verwaltung wird gebeten, den Stand des OZG („in Planung“, „offen“) bis Ende 2022 zu nennen."
    )
    assert {fact.stance for fact in asked} == {"demanded"}


def test_a_sentence_may_name_its_own_source_and_day() -> None:
    text = "Am 01.06.2021 wurde seitens der Verwaltung ausgeführt, dass an der Umsetzung des OZG gearbeitet wird."
    (state,) = facts(text)
    assert (state.value, state.stated_by, state.stated_on) == ("in Bearbeitung", "Verwaltung", "2021-06-01")


def test_the_head_of_a_paper_names_the_office() -> None:
    text = "Vorlage Nr.:\nVerantwortlich:\n2031/0815\nDez. 4\nBericht zum OZG\n" + LAW
    assert ("responsible", "Dez. 4") in told(text)


def test_the_form_of_a_paper_tells_the_costs() -> None:
    text = "Beschlussvorlage\nGesamtkosten der\nMaßnahme\nEinzahlungen\n\n12.500 Euro\n\nBericht\n" + LAW
    assert ("money", "12500 EUR") in told(text)
