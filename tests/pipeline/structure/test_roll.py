"""Attendance lists that run on in lines, in invented names."""

from __future__ import annotations

import pytest

from pipeline.findings import Attendee
from pipeline.structure.attendance import attendees_of
from pipeline.structure.entries import Group
from pipeline.structure.lines import lines_of
from pipeline.structure.openings import opening_of
from pipeline.structure.rows import told_in_head
from tests.pipeline.structure.reading import read

Told = tuple[str | None, str | None, str | None, str]
"""Office, given name, family name, status."""


def told(found: tuple[Attendee, ...]) -> list[Told]:
    return [(a.name.office, a.name.given_name, a.name.family_name, a.status) for a in found]


ROWS: dict[str, tuple[str, list[Told]]] = {
    "abbreviated offices": (
        "Anwesend: BM Huber, GR Meier, GRin Schulz (ab 18.00 Uhr)\nEntschuldigt: GR Lang (beruflich), VA Blum",
        [
            ("BM", None, "Huber", "present"),
            ("GR", None, "Meier", "present"),
            ("GRin", None, "Schulz", "present"),
            ("GR", None, "Lang", "excused"),
            ("VA", None, "Blum", "excused"),
        ],
    ),
    "an office for several, over the end of a line": (
        "Anwesend waren: Bürgermeister Josef Huber als Vorsitzender sowie die Gemeinderäte Anton Meier,\n"
        "Leopold Gamser und Carl Kurz",
        [
            ("Bürgermeister", "Josef", "Huber", "present"),
            ("Gemeinderat", "Anton", "Meier", "present"),
            ("Gemeinderat", "Leopold", "Gamser", "present"),
            ("Gemeinderat", "Carl", "Kurz", "present"),
        ],
    ),
    "surnames alone": (
        "Anwesend waren die Gemeinderäte Bichler, Eder, Forster\nEntschuldigt fehlte: GR Stadler",
        [
            ("Gemeinderat", None, "Bichler", "present"),
            ("Gemeinderat", None, "Eder", "present"),
            ("Gemeinderat", None, "Forster", "present"),
            ("GR", None, "Stadler", "excused"),
        ],
    ),
    "offices behind the comma": (
        "Gäste: Herr Dipl.-Ing. Otto Plan, Büro Planwerk\nVerwaltung: Frau Tietz (Kämmerin), 3 Bürger",
        [("Büro Planwerk", "Otto", "Plan", "present"), ("Kämmerin", None, "Tietz", "present")],
    ),
    "the family name first": (
        "Anwesenheitsliste\nHuber, Josef   Bürgermeister\nMeier, Berta   SPD   ab TOP 3\nKurz, Carl   entschuldigt",
        [
            ("Bürgermeister", "Josef", "Huber", "present"),
            (None, "Berta", "Meier", "present"),
            (None, "Carl", "Kurz", "excused"),
        ],
    ),
    "numbers before the names": (
        "Anwesend sind:\n1. Ortsvorsteher Klein als Vorsitzender\ndie Ortsratsmitglieder:\n2. Marx\n3. Naumann",
        [
            ("Ortsvorsteher", None, "Klein", "present"),
            (None, None, "Marx", "present"),
            (None, None, "Naumann", "present"),
        ],
    ),
    "offices before bare names": (
        "Anwesend sind:\nGemeindevertreter Dirk Lorenz\n1. stellv. Bürgermeisterin Maren Koch",
        [
            ("Gemeindevertreter", "Dirk", "Lorenz", "present"),
            ("Bürgermeisterin", "Maren", "Koch", "present"),
        ],
    ),
}


@pytest.mark.parametrize(("written", "expected"), ROWS.values(), ids=ROWS.keys())
def test_rows_of_names(written: str, expected: list[Told]) -> None:
    assert told(attendees_of(lines_of(written))) == expected


def test_factions_and_times_in_rows() -> None:
    found = attendees_of(
        lines_of(
            "Anwesend:\nCDU: Anton Meier, Berta Kurz\nFraktion Bürger für Au: Herr Albold (ab 19:05 Uhr), Frau Bock"
            "\nVerwaltung: Herr Hein (verlässt die Sitzung um 20.15 Uhr)"
        )
    )
    assert [(a.name.faction, a.role, a.from_item, a.until_item) for a in found] == [
        ("CDU", "Mitglied", None, None),
        ("CDU", "Mitglied", None, None),
        ("Bürger für Au", "Mitglied", "19:05 Uhr", None),
        ("Bürger für Au", "Mitglied", None, None),
        (None, "Verwaltung", None, "20.15 Uhr"),
    ]


def test_a_head_that_names_people_behind_labels() -> None:
    found = told_in_head(
        lines_of("Ort: Rathaus, Saal 1\nVorsitz: Landrat Petersen\nBeginn: 16 Uhr\nGäste: Frau Uhl")
    )
    assert [(a.name.family_name, a.role) for a in found] == [("Petersen", "Vorsitz"), ("Uhl", "Gast")]


@pytest.mark.parametrize(
    "words", ["Beginn: 19.00 Uhr", "Ort: Gasthof Zur Linde", "Herr Braun: Das ist so.", "Ende"]
)
def test_other_labels_open_no_list(words: str) -> None:
    assert opening_of(words, Group()) is None


def test_the_chair_of_a_list_speaks_as_such() -> None:
    doc = read(
        "Niederschrift über die Sitzung des Gemeinderates Moosbach\n\nAnwesend: Bgm. Josef Huber als Vorsitzender, "
        "GR Anton Meier\n\nTOP 1 Zaun\nDer Vorsitzende erklärt, dass der Zaun steht.\n"
    )
    assert doc._.head.chair == "Bgm. Josef Huber"
