"""Who voted how, where the minutes say so."""

from __future__ import annotations

import re

import pytest

from pipeline.decisions.ballots import ballots_in
from pipeline.decisions.elections import candidacies_in, invalid_in
from pipeline.decisions.groups import is_group, is_list_of_groups
from pipeline.decisions.votes import is_secret, majority_in, votes_in
from pipeline.findings import Name, PersonMention

PERSON = re.compile(
    r"(?:Herrn?|Frau|Ratsmitglied|Ratsherr) (?P<name>[A-ZÄÖÜ]\w+)|(?P<bare>\b(?:Probe|Muster|Beispiel)\b)"
)


def people(text: str) -> list[PersonMention]:
    return [
        PersonMention(
            start=found.start(), end=found.end(), name=Name(family_name=found["name"] or found["bare"])
        )
        for found in PERSON.finditer(text)
    ]


def told(text: str) -> list[tuple[str, str | None, int | None]]:
    found = ballots_in(text, 0, len(text), people(text))
    return [
        (each.option, each.person.name.key if each.person else each.organization, each.count)
        for each in found
    ]


GROUPS = [
    ("CDU, GRÜNE gegen ÖkoGRÜNE (= Ablehnung); BSW (= Enthaltung)",
     [("yes", "CDU", None), ("yes", "GRÜNE", None), ("no", "ÖkoGRÜNE", None), ("abstain", "BSW", None)]),
    ("CDU, SPD gegen AfD (= Annahme)", [("no", "CDU", None), ("no", "SPD", None), ("yes", "AfD", None)]),
    ("Gegenstimmen? – Keine. Enthaltungen? – Die AfD und Frau Probe.",
     [("abstain", "AfD", None), ("abstain", "Probe", None)]),
    ("Gegenstimmen? - Der AfD-Fraktion. Enthaltungen? - Keine.", [("no", "AfD", None)]),
    ("Enthaltungen? - Die Fraktion DIE LINKE enthält sich.", [("abstain", "DIE LINKE", None)]),
    ("mehrheitlich gegen die Stimmen der SPD-Fraktion und von Bündnis 90/Die Grünen beschlossen",
     [("no", "SPD", None), ("no", "Bündnis 90/Die Grünen", None)]),
    ("mit den Stimmen von CDU und FDP angenommen", [("yes", "CDU", None), ("yes", "FDP", None)]),
    ("bei zwei Enthaltungen der FDP-Fraktion einstimmig", [("abstain", "FDP", 2)]),
    ("gegen 3 Stimmen der AfD-Fraktion", [("no", "AfD", 3)]),
    ("Dafür: CDU (12), SPD (8)\nDagegen: AfD (3)", [("yes", "CDU", 12), ("yes", "SPD", 8), ("no", "AfD", 3)]),
    ("CDU: 10 Ja, 2 Nein\nSPD: 5 Nein-Stimmen", [("yes", "CDU", 10), ("no", "CDU", 2), ("no", "SPD", 5)]),
    ("Die Fraktion Unser Dorf enthält sich.", [("abstain", "Unser Dorf", None)]),
    ("Bei 29 Ja-Stimmen, 11 Nein-Stimmen und 2 Enthaltungen mehrheitlich zugestimmt", []),
    ("Der Antrag der CDU wird mit 12 zu 3 Stimmen abgelehnt.", []),
    ("CDU, SPD gegen FDP (= Prüfung und Bericht)", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), GROUPS)
def test_groups(text: str, expected: list[tuple[str, str | None, int | None]]) -> None:
    assert told(text) == expected


NAMED = [
    ("Mit Ja stimmten: Muster, Probe. Mit Nein stimmten: Beispiel.",
     [("yes", "Muster"), ("yes", "Probe"), ("no", "Beispiel")]),
    ("Ratsherr Muster stimmt dagegen.", [("no", "Muster")]),
    ("Frau Probe enthält sich der Stimme.", [("abstain", "Probe")]),
    ("Herr Muster nimmt wegen Befangenheit an Beratung und Abstimmung nicht teil.", [("not_taking_part", "Muster")]),
    ("Die Ratsmitglieder Muster, Probe und Beispiel nehmen gemäß § 22 GemO an der Beschlussfassung nicht teil.",
     [("not_taking_part", "Muster"), ("not_taking_part", "Probe"), ("not_taking_part", "Beispiel")]),
    ("Herr Muster hat nicht mitgestimmt.", [("not_taking_part", "Muster")]),
    ("Frau Probe erklärt sich für befangen.", [("not_taking_part", "Probe")]),
    ("Frau Probe war bei der Abstimmung nicht anwesend.", [("absent", "Probe")]),
    ("Herr Muster begründet den Antrag.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_named_votes(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(option, name) for option, name, _ in told(text)] == expected


def test_every_place_is_the_name_as_written() -> None:
    text = "mit den Stimmen von CDU und Frau Probe"
    assert [text[each.start : each.end] for each in ballots_in(text, 0, len(text), people(text))] == [
        "CDU",
        "Frau Probe",
    ]


@pytest.mark.parametrize(
    ("words", "group"),
    [
        ("CDU", True),
        ("SPD-Stadtratsfraktion", True),
        ("Fraktion Freie Liste", True),
        ("Änderungsantrag SPD", False),
        ("Vorlage", False),
    ],
)
def test_what_is_a_group(words: str, group: bool) -> None:
    assert is_group(words) == group


def test_a_list_of_groups_is_told_from_a_sentence() -> None:
    assert is_list_of_groups("CDU, SPD, Unsere Liste und GRÜNE")
    assert not is_list_of_groups("CDU und SPD stimmen der Vorlage zu")
    assert not is_list_of_groups("Herr Muster, Frau Probe")


ELECTIONS = [
    ("Abgegebene Stimmen: 44 Stimmen\nPetra Muster: 11 Stimmen\nKarl Beispiel: 29 Stimmen\nUngültig: 4 Stimmen",
     [("Petra Muster", 11), ("Karl Beispiel", 29)]),
    ("Auf Herrn Muster entfielen 20 Stimmen, auf Frau Probe 15 Stimmen.", [("Herrn Muster", 20), ("Frau Probe", 15)]),
    ("Der Vorschlag der ABC-Fraktion erhält 12 Stimmen.", [("Vorschlag der ABC-Fraktion", 12)]),
    ("Frau Probe erhielt zwölf Stimmen.", [("Frau Probe", 12)]),
    ("Die Zahl der gültigen Stimmen: 40 Stimmen", []),
    ("Der Rat hat 44 Mitglieder.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ELECTIONS)
def test_elections(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(each.candidate, each.count) for each in candidacies_in(text, 0, len(text), ())] == expected


def test_invalid_votes() -> None:
    assert invalid_in("Ungültig: 4 Stimmen") == 4
    assert invalid_in("2 Stimmen waren ungültig") == 2
    assert invalid_in("20 Stimmen für Frau Probe") is None


SECRET = [
    ("in geheimer Wahl", True),
    ("Die Abstimmung erfolgt mittels vorbereiteter Stimmzettel.", True),
    ("Der Rat beschließt, offen abzustimmen.", False),
    ("Da geheime Wahl nicht beantragt wird, wird durch Handzeichen gewählt.", False),
    ("Ein Antrag auf geheime Abstimmung liegt nicht vor.", None),
    ("Der Rat beschließt einstimmig.", None),
]


@pytest.mark.parametrize(("text", "secret"), SECRET)
def test_secret_ballots_are_only_what_is_said(text: str, secret: bool | None) -> None:
    assert is_secret(text) is secret


MAJORITIES = [
    ("mit der erforderlichen Zwei-Drittel-Mehrheit beschlossen", "Zwei-Drittel-Mehrheit"),
    (
        "mit der Mehrheit der gesetzlichen Zahl ihrer Mitglieder",
        "mit der Mehrheit der gesetzlichen Zahl ihrer Mitglieder",
    ),
    ("mit großer Mehrheit angenommen", "großer Mehrheit"),
    ("mehrheitlich zugestimmt", "mehrheitlich"),
    ("einstimmig", None),
]


@pytest.mark.parametrize(("text", "majority"), MAJORITIES)
def test_majorities_stand_as_written(text: str, majority: str | None) -> None:
    assert majority_in(text) == majority


def test_those_not_taking_part_absent_and_abstaining_are_different_things() -> None:
    votes = votes_in("Ja: 20, Nein: 4, Enthaltung: 22, Befangen: 1, Abwesend: 3, Ungültig: 2")
    assert (votes.yes, votes.no, votes.abstain) == (20, 4, 22)
    assert (votes.not_taking_part, votes.absent, votes.invalid) == (1, 3, 2)
