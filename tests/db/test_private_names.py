from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.private_names import BLANK, Somebody, names_of, without_home


def private(family_name: str, *given_names: str) -> Somebody:
    return Somebody("p", family_name, given_names, True)


def office(family_name: str, *given_names: str) -> Somebody:
    return Somebody("o", family_name, given_names, False)


KOLBE = private("Kolbe")


@pytest.mark.parametrize(
    ("persons", "text", "expected"),
    [
        ([KOLBE], "Frau Kolbe fragt.", "Frau █████ fragt."),
        ([KOLBE], "Frau Dr. med. Kolbe fragt.", "Frau Dr. med. █████ fragt."),
        ([KOLBE], "Frau Ida Kolbe fragt.", "Frau ███ █████ fragt."),
        ([KOLBE], "Die Anfrage Kolbes (KOLBE) liegt vor.", "Die Anfrage ██████ (█████) liegt vor."),
        ([KOLBE], "Der Kolben am Kolbenweg, Kolberg.", "Der Kolben am Kolbenweg, Kolberg."),
        ([KOLBE], "Frau\nKolbe (Lindenstraße 20) fragt.", "Frau\n█████ (████████████ ██) fragt."),
        ([KOLBE], "Frau Kolbe, Am Alten Weg 7 b, fragt.", "Frau █████, ██ █████ ███ █ █, fragt."),
        ([KOLBE], "Frau Kolbe, Punkt 3, fragt.", "Frau █████, Punkt 3, fragt."),
        ([private("Kolbe", "Ida")], "Brief von Ida Kolbe", "Brief von ███ █████"),
        ([private("von der Heide")], "Herr von der\nHeide fragt.", "Herr ███ ███\n█████ fragt."),
        ([KOLBE, office("Kolbe-Winter")], "Frau Kolbe-Winter lobt Frau Kolbe.", "Frau Kolbe-Winter lobt Frau █████."),
        ([KOLBE, office("Kolbe", "Uwe")], "Stadtrat Kolbe lobt Frau Kolbe.", "Stadtrat Kolbe lobt Frau █████."),
        ([KOLBE, office("Kolbe", "Uwe")], "Herr Uwe Kolbe, Herr Stadtrat Kolbe", "Herr Uwe Kolbe, Herr Stadtrat Kolbe"),
        ([private("Kolbe", "Ida"), office("Kolbe")], "Kolbe dankt Ida Kolbe.", "Kolbe dankt ███ █████."),
        ([private("Otto"), office("Adler", "Otto")], "Herr Otto Adler, Frau Otto", "Herr Otto Adler, Frau ████"),
    ],
)  # fmt: skip
def test_hidden_names(persons: list[Somebody], text: str, expected: str) -> None:
    assert names_of(persons).hidden(text) == expected


@given(
    st.lists(
        st.sampled_from(
            ["Frau", "Herr", "Kolbe", "Kolbes", "Uwe", "KOLBE", ",", "(Lindenweg 3)", "Rat", "\n"]
        )
    )
)
def test_hiding_keeps_the_length_and_leaves_no_name(words: list[str]) -> None:
    text = " ".join(words)
    hidden = names_of([KOLBE]).hidden(text)
    assert len(hidden) == len(text)
    assert "kolbe" not in hidden.lower()
    assert all(new in (old, BLANK) for old, new in zip(text, hidden, strict=True))
    assert [c for c in hidden if c.isspace()] == [c for c in text if c.isspace()]


@pytest.mark.parametrize(
    ("role", "left"),
    [
        ("Am Mühlbach 10", None),
        ("Förderverein, Annastraße 29 A, 31171 Lindenau", "Förderverein"),
        ("Rektorin, Am Bach 3", "Rektorin"),
        ("Leiter Fachbereich 4", "Leiter Fachbereich 4"),
        ("Mitglied nach § 4", "Mitglied nach § 4"),
        (None, None),
    ],
)
def test_a_role_holds_no_street(role: str | None, left: str | None) -> None:
    assert without_home(role) == left
