"""Names of meetings in calendars."""

from __future__ import annotations

import pytest

from sources.sittings import sitting_of


@pytest.mark.parametrize(
    ("shown", "name", "organ", "cancelled"),
    [
        ("Sitzung des Bauausschusses", "Sitzung des Bauausschusses", "Bauausschuss", False),
        (
            "ENTFÄLLT! Sitzung des Ausschusses für Moor und Furt",
            "Sitzung des Ausschusses für Moor und Furt",
            "Ausschuss für Moor und Furt",
            True,
        ),
        ("Sitzung des Stadtrates (abgesagt)", "Sitzung des Stadtrates", "Stadtrat", True),
        ("Sitzung des Stadtrates - fällt aus!", "Sitzung des Stadtrates", "Stadtrat", True),
        (
            "Sondersitzung der Gemeindevertretung",
            "Sondersitzung der Gemeindevertretung",
            "Gemeindevertretung",
            False,
        ),
        (
            "Sitzung der Gemeinsamen Kommission",
            "Sitzung der Gemeinsamen Kommission",
            "Gemeinsame Kommission",
            False,
        ),
        (
            "Sitzung des Gemeinsamen Ausschusses Moor",
            "Sitzung des Gemeinsamen Ausschusses Moor",
            "Gemeinsamer Ausschuss Moor",
            False,
        ),
        (
            "Sitzung des Haupt- und Finanzausschusses",
            "Sitzung des Haupt- und Finanzausschusses",
            "Haupt- und Finanzausschuss",
            False,
        ),
        (
            "Sitzung des Vorstandes Fraktion Moos",
            "Sitzung des Vorstandes Fraktion Moos",
            "Vorstand Fraktion Moos",
            False,
        ),
        (
            "Sitzung des Ortsbeirates Moor (nichtöffentlich)",
            "Sitzung des Ortsbeirates Moor (nichtöffentlich)",
            "Ortsbeirat Moor",
            False,
        ),
        (
            "Sitzung des Rates - Haushalt",
            "Sitzung des Rates - Haushalt",
            "Rat",
            False,
        ),
        ("Begehung am Quellteich", "Begehung am Quellteich", None, False),
        ("Ausfallstraße im Moor", "Ausfallstraße im Moor", None, False),
    ],
)
def test_the_organ_stands_in_the_nominative(
    shown: str, name: str, organ: str | None, cancelled: bool
) -> None:
    sitting = sitting_of(shown)
    assert (sitting.name, sitting.organ, sitting.cancelled) == (name, organ, cancelled)
