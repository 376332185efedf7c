from __future__ import annotations

import pytest

from pipeline.findings import Attendee, Name
from pipeline.structure.attendance import attendees_of
from pipeline.structure.lines import lines_of
from pipeline.structure.names import name_of

NAMES = [
    ("Herr Max Muster", Name(form_of_address="Herr", given_name="Max", family_name="Muster")),
    (
        "Frau Prof. Dr. Eva-Maria Muster-Probe",
        Name(form_of_address="Frau", title="Prof. Dr.", given_name="Eva-Maria", family_name="Muster-Probe"),
    ),
    (
        "Herr Alexander Freiherr von Musterau",
        Name(form_of_address="Herr", given_name="Alexander", family_name="Freiherr von Musterau"),
    ),
    ("Hans Peter Probe", Name(given_name="Hans Peter", family_name="Probe")),
    ("Otto L. Probe", Name(given_name="Otto L.", family_name="Probe")),
    (
        "Herr Landrat Dr. Emil Exempel",
        Name(form_of_address="Herr", office="Landrat", title="Dr.", given_name="Emil", family_name="Exempel"),
    ),
]


@pytest.mark.parametrize(("written", "expected"), NAMES)
def test_names(written: str, expected: Name) -> None:
    assert name_of(written) == (expected, len(written))


LIST = """Es sind anwesend:
Herr Max Muster, Bürgermeister
ABC-Fraktion
SPD-Ratsfraktion CDU-Ratsfraktion
Herr Andreas Eins Herr Jörg Zwei
Frau Dr. Petra Drei
Bündnis 90/Die Grünen
Frau Vera Vier (bis TOP 7)
Mitglieder
Herr Fritz Fünf ab 18.00 Uhr TOP 7 ö.S.
Es fehlen entschuldigt:
Frau Sara Sechs, FDP-Ratsfraktion
Teilnehmer der Verwaltung:
Herr Sven Sieben, Leiter des Fachbereichs Finanzen zugleich Protokollführer
"""


def people(text: str) -> dict[str, Attendee]:
    return {attendee.name.key: attendee for attendee in attendees_of(lines_of(text))}


def test_a_list_with_forms_of_address() -> None:
    found = people(LIST)
    assert list(found) == ["Muster", "Eins", "Zwei", "Drei", "Vier", "Fünf", "Sechs", "Sieben"]
    assert found["Muster"].name.office == "Bürgermeister"
    assert (found["Eins"].name.faction, found["Zwei"].name.faction) == ("SPD", "CDU")
    assert found["Drei"].name.faction is None, "a single name below two headings may belong to either"
    assert (found["Vier"].name.faction, found["Vier"].until_item) == ("Bündnis 90/Die Grünen", "TOP 7")
    assert (found["Fünf"].role, found["Fünf"].from_item) == ("Mitglied", "18.00 Uhr TOP 7 ö.S.")
    assert (found["Sechs"].status, found["Sechs"].name.faction) == ("excused", "FDP")
    assert (found["Sieben"].status, found["Sieben"].role) == ("present", "Schriftführung")
    assert found["Sieben"].name.office == "Leiter des Fachbereichs Finanzen"


def test_a_list_of_bare_names() -> None:
    found = people(
        "Anwesenheitsliste\nCDU\nAnna Eins\nDr. Bernd Zwei bis nach TOP 6.3 ö.S.\nSalz und Pfeffer\nCarla Drei\n"
        "Vorsitzender\nDora Vier\nBerichterstatter\nEmil Fünf (Bauamt)\nEntschuldigt\nCDU\nFranz Sechs\n"
        "Nicht Entschuldigt\nAfD\nGerd Sieben"
    )
    assert [attendee.name.faction for attendee in found.values()] == [
        "CDU", "CDU", "Salz und Pfeffer", None, None, "CDU", "AfD",
    ]  # fmt: skip
    assert [attendee.status for attendee in found.values()] == ["present"] * 5 + ["excused", "absent"]
    assert found["Zwei"].until_item == "nach TOP 6.3 ö.S."
    assert found["Vier"].role == "Vorsitz"
    assert found["Fünf"].name.office == "Bauamt"


def test_offsets_point_at_the_entry() -> None:
    for attendee in people(LIST).values():
        assert attendee.name.key in LIST[attendee.start : attendee.end]
        assert "\n" not in LIST[attendee.start : attendee.end]


def test_absence_told_behind_a_name() -> None:
    found = people("Es fehlten:\nFrau Dora Dorn (entschuldigt)\nHerr Emil Exempel")
    assert [attendee.status for attendee in found.values()] == ["excused", "absent"]


def test_who_presides_at_which_items() -> None:
    found = people(
        "Vorsitzender\nHerr Max Muster (außer bei TOP 3 & TOP 9)\nHerr Jan Probe (bei TOP 3 bis 5)"
    )
    assert (found["Muster"].not_items, found["Muster"].only_items) == (("3", "9"), ())
    assert (found["Probe"].not_items, found["Probe"].only_items) == ((), ("3", "4", "5"))
    assert {attendee.name.office for attendee in found.values()} == {None}


def test_the_chair_of_another_body_does_not_preside() -> None:
    found = people("Sonstige\nMax Muster (Vorsitzender Beirat für Wald)\nJan Probe (Vorsitzender)")
    assert (found["Muster"].role, found["Muster"].name.office) == ("Gast", "Vorsitzender Beirat für Wald")
    assert found["Probe"].role == "Vorsitz"


@pytest.mark.parametrize(
    "line",
    [
        "Frau Anna Muster als Vertreterin für Herrn Jan Probe",
        "Frau Anna Muster (in Vertretung für Herrn Jan Probe)",
        "Frau Anna Muster, für Herrn Jan Probe",
        "Frau Anna Muster i. V. Herrn Jan Probe",
    ],
)
def test_substitutes(line: str) -> None:
    found = people(f"Mitglieder\n{line}\nHerr Ole Drei, Vertreter des Vereins der Imker")
    assert list(found) == ["Muster", "Drei"]
    assert found["Muster"].role == "Vertretung für Herrn Jan Probe"
    assert (found["Drei"].role, found["Drei"].name.office) == ("Mitglied", "Vertreter des Vereins der Imker")


def test_a_name_without_a_form_of_address_does_not_end_the_members() -> None:
    found = people("Mitglieder\nHerr Max Muster\nMichael Ahl\nFrau Anna Probe")
    assert [attendee.role for attendee in found.values()] == ["Mitglied"] * 3


def test_firms_and_several_of_them() -> None:
    found = people(
        "Gäste\nHerr Max Muster-Ahl Ingenieurbüro Muster\nHerren Jan Eins, Ole Zwei und Tim Drei, alle Baulust AG"
    )
    assert found["Muster-Ahl"].name.office == "Ingenieurbüro Muster"
    assert [found[name].name.given_name for name in ("Eins", "Zwei", "Drei")] == ["Jan", "Ole", "Tim"]
    assert {found[name].name.office for name in ("Eins", "Zwei", "Drei")} == {"alle Baulust AG"}
    assert {attendee.name.form_of_address for attendee in found.values()} == {"Herr"}


def test_a_bracket_behind_several_lines() -> None:
    found = people(
        "Es fehlen entschuldigt:\nHerr Jan Eins }\nFrau Ida Zwei } SPD-Ratsfraktion\nFrau Eva Drei }"
    )
    assert {attendee.name.faction for attendee in found.values()} == {"SPD"}
    assert {attendee.name.office for attendee in found.values()} == {None}


def test_a_group_that_is_not_known_does_not_lend_its_names_the_party_above() -> None:
    found = people(
        "SPD-Ratsfraktion CDU-Ratsfraktion\nHerr Jan Eins Frau Ida Zwei\n"
        "Ratsfraktion Die Freien und Unabhängigen in Gruppe Bunte Liste für alle-Probe\nHerr Ole Drei Frau Eva Vier\n"
        "Ratsgruppe Bürger für Musterau\nHerr Tim Sechs"
    )
    assert [attendee.name.faction for attendee in found.values()] == [
        "SPD", "CDU", None, None, "Bürger für Musterau",
    ]  # fmt: skip


def test_family_names_alone() -> None:
    found = people("Anwesend:\nSPD-Fraktion: Ahlers, Dr. Brinkmeier und Holm\nCDU\nQuastorf, Sandhorst")
    assert {name: attendee.name.faction for name, attendee in found.items()} == {
        "Ahlers": "SPD",
        "Brinkmeier": "SPD",
        "Holm": "SPD",
        "Quastorf": "CDU",
        "Sandhorst": "CDU",
    }


def test_an_office_that_runs_over_its_line() -> None:
    found = people("Teilnehmer der Verwaltung:\nFrau Anna Muster, Leiterin Fachbereich Schule und\nSport")
    assert found["Muster"].name.office == "Leiterin Fachbereich Schule und Sport"


def test_who_is_excused_by_office() -> None:
    found = people("Anwesenheitsliste\nCDU\nAnna Eins\nEntschuldigt\nBeigeordnete/r\nEmil Probe")
    assert (found["Probe"].status, found["Probe"].name.office) == ("excused", "Beigeordnete")
