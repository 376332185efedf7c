"""Divided words: when the hyphen goes, when it stays."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.hyphens import ends_divided, joined, joint

JOINTS = [
    ("Erweite", "rung", ""),
    ("gesell", "schaftlich.", ""),
    ("Haupt", "und Personalamt", "-\n"),
    ("Ein", "bzw. Ausgänge", "-\n"),
    ("Landes", "oder Bundesmittel", "-\n"),
    ("den", "noch", ""),
    ("so", "wie", ""),
    ("Werk", "statt", ""),
    ("Hunds", "undank", ""),
    ("Ost", "West-Achse", "-"),
    ("OZG", "Prozesse", "-"),
    ("OZG", "konform", "-"),
    ("2015", "2020", "-"),
    ("20", "jährig", "-"),
    ("E", "mail", "-"),
    ("Straßen", "/Wegebau", "-\n"),
]


@pytest.mark.parametrize(("left", "right", "between"), JOINTS)
def test_what_stands_between_the_parts(left: str, right: str, between: str) -> None:
    assert joint(left, right) == between


def test_capitals_are_joined_only_where_the_document_writes_the_word_so() -> None:
    assert joint("GRÜ", "NEN", {"GRÜNEN"}) == ""
    assert joint("GRÜ", "NEN", {"CDU"}) == "-"


def test_soft_hyphens_inside_a_line_are_resolved() -> None:
    assert joined("Die Be\ufffeschlussvorlage des Haupt\ufffeund Bauamts zur Ost\ufffeWest-Achse") == (
        "Die Beschlussvorlage des Haupt-\nund Bauamts zur Ost-West-Achse"
    )


@pytest.mark.parametrize(
    ("line", "divided"), [("Sanie-", True), ("so -", False), ("- 2 -", False), ("gut.", False)]
)
def test_only_a_hyphen_right_after_a_letter_divides(line: str, divided: bool) -> None:
    assert ends_divided(line) is divided


@given(st.lists(st.text("abcÄß12 ", min_size=1, max_size=8), min_size=1, max_size=6))
def test_resolving_never_changes_a_letter(parts: list[str]) -> None:
    line = "\ufffe".join(parts)
    assert re.sub(r"\W", "", joined(line)) == re.sub(r"\W", "", line)


def test_a_soft_hyphen_at_the_end_waits_for_the_next_line() -> None:
    assert joined("Die Be\ufffe") == "Die Be-"
    assert joined("") == ""
