from __future__ import annotations

import pytest

from sources.head_fields import Field, fields_in


def told(*lines: str) -> list[tuple[str, str] | str]:
    return [(part.name, part.value) if isinstance(part, Field) else part for part in fields_in(lines)]


@pytest.mark.parametrize(
    ("lines", "parts"),
    [
        (
            ["Gremium: Bauausschuss Beschlussart: (offen)"],
            [("committee", "Bauausschuss"), ("result", "(offen)")],
        ),
        (
            ["Status:öffentlichVorlage-Art:Bericht der Verwaltung"],
            [("status", "öffentlich"), ("paper_type", "Bericht der Verwaltung")],
        ),
        (["TOP:", "Ö 3", "Raum: Saal"], [("item", "Ö 3"), ("room", "Saal")]),
        (["Zusatz:", "Ort: Markt 1"], [("remark", ""), ("location", "Markt 1")]),
        (["Datum:"], [("date", "")]),
        (["22-001 Radwege", "Verfasser/in:Eibe, Karin"], ["22-001 Radwege", ("author", "Eibe, Karin")]),
        (["Ein Standort: kein Feld"], ["Ein Standort: kein Feld"]),
        (["", "  "], []),
    ],
)
def test_fields_of_pasted_heads(lines: list[str], parts: list[tuple[str, str] | str]) -> None:
    assert told(*lines) == parts
