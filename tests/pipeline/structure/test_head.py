from __future__ import annotations

import pytest

from pipeline.findings import Head
from pipeline.structure.head import BODY, nominative
from tests.pipeline.structure.reading import read

MINUTES = "\n\nTOP 1: Bau\n\nHerr Muster fragt, was der Bau kostet.\n"

HEADS = [
    (
        "N i e d e r s c h r i f t\n\n"
        "über die öffentliche Sitzung des Stadtrates\nam Montag, den 23.09.2019 um 14:30 Uhr\n"
        "Sitzungssaal der Mehrzweckhalle, Ebene 1\n\nVorsitzende/r\nHerr Max Muster",
        Head(
            organization="Stadtrat",
            name="öffentliche Sitzung des Stadtrates",
            date="2019-09-23",
            start="14:30",
            room="Sitzungssaal der Mehrzweckhalle",
            location="Ebene 1",
            chair="Herr Max Muster",
        ),
    ),
    (
        "N I E D E R S C H R I F T\nüber die 42. Sitzung des Stadtrates\nder Stadt Musterau in der Pfalz\n"
        "am Dienstag, 11.12.2018,\nRathaus, Marktstraße 5, Ratssaal\nBeginn: 17:00 Ende: 21:06",
        Head(
            body="Stadt Musterau in der Pfalz",
            organization="Stadtrat",
            name="42. Sitzung des Stadtrates",
            date="2018-12-11",
            start="17:00",
            end="21:06",
            room="Ratssaal",
            location="Rathaus, Marktstraße 5",
        ),
    ),
    (
        "NIEDERSCHRIFT\n\nStadt Musterau\nGremium: 57. Plenarsitzung Gemeinderat\nTermin: 21. Januar 2014, 15:30 Uhr\n"
        "öffentlich\nOrt: Bürgersaal des Rathauses\nVorsitzende/r: Oberbürgermeister Dr. Max Muster",
        Head(
            body="Stadt Musterau",
            organization="Gemeinderat",
            name="57. Plenarsitzung Gemeinderat",
            date="2014-01-21",
            start="15:30",
            room="Bürgersaal des Rathauses",
            chair="Oberbürgermeister Dr. Max Muster",
        ),
    ),
    (
        "P r o t o k o l l\nder konstituierenden Sitzung des Rates der Gemeinde Musterau am Donnerstag,\n"
        "dem 10. November 2011, im Sitzungszimmer des Rathauses, Rathausstraße 3\nBeginn der Sitzung: 18:34 Uhr",
        Head(
            body="Gemeinde Musterau",
            organization="Rat",
            name="konstituierende Sitzung des Rates",
            date="2011-11-10",
            start="18:34",
            room="Sitzungszimmer des Rathauses",
            location="Rathausstraße 3",
        ),
    ),
    (
        "Landkreis Beispielland\nNiederschrift\nüber die 4. Sitzung des Kreistages am 12. Juni 2022\n"
        "Sitzungsbeginn: 15.00 Uhr    Sitzungsende: 17.30 Uhr\nDen Vorsitz führt Landrat Dr. Emil Exempel.",
        Head(
            body="Landkreis Beispielland",
            organization="Kreistag",
            name="4. Sitzung des Kreistages",
            date="2022-06-12",
            start="15:00",
            end="17:30",
            chair="Landrat Dr. Emil Exempel",
        ),
    ),
]


@pytest.mark.parametrize(("front", "expected"), HEADS)
def test_heads(front: str, expected: Head) -> None:
    assert read(front + MINUTES)._.head == expected


def test_what_a_text_does_not_tell_stays_empty() -> None:
    assert read("Frau Muster fragt nach dem Brunnen.")._.head == Head()


def test_the_end_is_found_behind_the_minutes() -> None:
    doc = read(
        "Niederschrift über die Sitzung des Rates"
        + MINUTES
        + "\nDer Vorsitzende schließt die Sitzung um 18.50\nUhr."
    )
    assert doc._.head.end == "18:50"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Stadtrates", "Stadtrat"),
        ("Rates", "Rat"),
        ("Ortsrates Groß Musterau", "Ortsrat Groß Musterau"),
        ("Ausschusses für Bau und Verkehr", "Ausschuss für Bau und Verkehr"),
        ("Kreistags", "Kreistag"),
        ("Bezirksvertretung Mitte", "Bezirksvertretung Mitte"),
        ("Naturschutzbeirats", "Naturschutzbeirat"),
    ],
)
def test_organisations_stand_in_the_nominative(written: str, expected: str) -> None:
    assert nominative(written) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("der Stadt Auental im Schwarzwald", "Stadt Auental im Schwarzwald"),
        ("Gemeinde Moorbeck im Jahre 2020", "Gemeinde Moorbeck"),
        ("Mitgliedschaft der Stadt Auental im Klimabündnis", "Stadt Auental"),
        ("Stadt Lindenfurt am See", "Stadt Lindenfurt am See"),
    ],
)
def test_only_a_landscape_belongs_to_a_name(text: str, name: str) -> None:
    found = BODY.search(text)
    assert found is not None
    assert found[0] == name
