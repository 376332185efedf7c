from __future__ import annotations

import pytest

from sources.factions import groups_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Daher stellen die Fraktionen von SPD, Bündnis90/Grüne und Au Aktiv sowie die FDP-Ratsgruppe den Antrag",
            ["SPD", "Bündnis90/Grüne", "Au Aktiv", "FDP-Ratsgruppe"],
        ),
        ("Antrag der Fraktionen von GRÜNE und CDU", ["GRÜNE", "CDU"]),
        ("Antrag der SPD- und GRÜNE-Fraktion", ["SPD-Fraktion", "GRÜNE-Fraktion"]),
        ("Die CDU-Fraktion beantragt", ["CDU-Fraktion"]),
        ("Die Fraktionen der SPD und der CDU bitten", ["SPD", "CDU"]),
        ("Antrag der Fraktion Die Linke", ["Die Linke"]),
        ("Fraktion Bündnis 90 / Die Grünen im Kreistag", ["Bündnis 90 / Die Grünen"]),
        (
            "Fraktionen BÜNDNIS 90/DIE GRÜNEN, SPD und Bürger für Au vom",
            ["BÜNDNIS 90/DIE GRÜNEN", "SPD", "Bürger für Au"],
        ),
        ("Wir, die Ratsgruppe Freie Wähler, beantragen", ["Freie Wähler"]),
        ("FW/BfA -Gemeinderatsfraktion", ["FW/BfA-Gemeinderatsfraktion"]),
        ("der CDU-Fraktion und der CDU-Fraktion", ["CDU-Fraktion"]),
        ("Die Fraktion beantragt, die Gruppe schweigt", []),
        ("", []),
    ],
)
def test_groups_as_written(text: str, names: list[str]) -> None:
    assert [group.name for group in groups_in(text)] == names


def test_a_group_is_no_faction() -> None:
    assert [group.classification for group in groups_in("SPD-Fraktion und FDP-Ratsgruppe")] == [
        "Fraktion",
        "Gruppe",
    ]
