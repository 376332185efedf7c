"""Invented minutes in any number, for tests that need a folder of them."""

from __future__ import annotations

from pathlib import Path

TEMPLATE = """NIEDERSCHRIFT

Stadt Birkenau
Gremium: {number}. Sitzung Gemeinderat
Termin: {day}. März 2020, 17:00 Uhr
öffentlich
Ort: Rathaus
Vorsitzende/r: Oberbürgermeisterin Runa Falk

Punkt {number} der Tagesordnung: Sanierung der Brücke {number}
Vorlage: 2020/{number:04d}

Beschluss:
Der Gemeinderat stimmt der Sanierung der Brücke {number} zu.

Abstimmungsergebnis:
Bei {yes} Ja-Stimmen und 4 Nein-Stimmen mehrheitlich zugestimmt

Stadträtin Stern (SPD) erklärt, die Brücke {number} sei baufällig. Sie müsse bald gesperrt werden.

Stadtrat Mond (CDU) möchte wissen, was die Sanierung koste. {extra}
"""


def minutes(number: int, extra: str = "Er rechne mit viel Geld.") -> str:
    """The minutes of one item; different numbers are items of different days."""
    return TEMPLATE.format(number=number, day=1 + number % 28, yes=20 + number % 20, extra=extra)


def folder_of_minutes(folder: Path, documents: int) -> Path:
    """A folder with so many invented minutes as text files."""
    folder.mkdir()
    for number in range(1, documents + 1):
        (folder / f"protokoll-{number:03d}.txt").write_text(minutes(number), encoding="utf-8")
    return folder
