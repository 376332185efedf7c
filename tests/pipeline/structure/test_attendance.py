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
