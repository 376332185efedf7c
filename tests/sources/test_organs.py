from __future__ import annotations

import pytest

from sources.organs import decides, deciding_organ, nominative, sitting_in


@pytest.mark.parametrize(
    ("text", "organ"),
    [
        (
            "Der Ausschuss für Personal, IT und Sport nahm die Vorlage zur Kenntnis.",
            "Ausschuss für Personal, IT und Sport",
        ),
        ("Der Kreistag beschließt einstimmig.", "Kreistag"),
        ("Die Stadtverordnetenversammlung lehnt ab.", "Stadtverordnetenversammlung"),
        ("Der Ausschuss beschließt einstimmig.", None),
        ("Herr Rust nahm es zur Kenntnis.", None),
    ],
)
def test_the_organ_that_decides(text: str, organ: str | None) -> None:
    assert deciding_organ(text) == organ
    assert decides(text) == text.startswith(("Der A", "Der K", "Die S"))


@pytest.mark.parametrize(
    ("genitive", "organ"),
    [
        ("Rates", "Rat"),
        ("Stadtrates", "Stadtrat"),
        ("Hauptausschusses", "Hauptausschuss"),
        ("Ausschusses für Schule", "Ausschuss für Schule"),
        ("Kreistages", "Kreistag"),
        ("Bezirksvertretung", "Bezirksvertretung"),
    ],
)
def test_nominative(genitive: str, organ: str) -> None:
    assert nominative(genitive) == organ


@pytest.mark.parametrize(
    ("text", "meeting"),
    [
        ("zur Sitzung des Rates am 24.06.2021:", ("Rat", "2021-06-24")),
        ("für die Ratssitzung des Rates der Stadt Au am Dienstag, den 3. Mai 2022", ("Rat", "2022-05-03")),
        (
            "in der Sitzung des Ausschusses für Schule und Sport vom 01.02.2023",
            ("Ausschuss für Schule und Sport", "2023-02-01"),
        ),
        ("in der nächsten Sitzung des Rates", None),
        ("Sitzung des Ausschusses am 01.02.2023", None),
    ],
)
def test_a_meeting_named_with_organ_and_day(text: str, meeting: tuple[str, str] | None) -> None:
    assert sitting_in(text) == meeting
