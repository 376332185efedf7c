"""A table of law citations in every form, held against what is found and how far it reaches."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.citations.laws import laws

LINES = [
    line.replace("\\n", "\n").split("\t")
    for name in ("laws.tsv", "named_laws.tsv")
    for line in Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("text", "wanted"), [(text, wanted) for text, *wanted in LINES])
def test_citations_reach_from_the_sign_to_the_law(text: str, wanted: list[str]) -> None:
    found = [f"{text[cited.start : cited.end]} => {cited.normalized}" for cited in laws(text)]
    assert found == wanted


def test_there_are_enough_forms() -> None:
    assert len(LINES) >= 140


@pytest.mark.parametrize(
    ("text", "short", "name", "origin"),
    [
        ("§ 34 BauGB", "BauGB", "Baugesetzbuch", "federal"),
        ("§ 41 GO NRW", "GO NRW", None, "state"),
        ("Art. 6 DSGVO", "DSGVO", "Datenschutz-Grundverordnung", "european"),
        ("Art. 5 der Verordnung (EU) 2016/679", "Verordnung (EU) 2016/679", None, "european"),
        ("§ 12 TVöD", "TVöD", "Tarifvertrag für den öffentlichen Dienst", "contract"),
        ("§ 5 der Hauptsatzung", "Hauptsatzung", None, "local"),
        ("§ 7 K-AGO", "K-AGO", "Kärntner Allgemeine Gemeindeordnung", "state"),
        ("§ 3 Landesaufnahmegesetz", "Landesaufnahmegesetz", None, "other"),
    ],
)
def test_a_law_is_known_by_its_short_form(text: str, short: str, name: str | None, origin: str) -> None:
    (cited,) = laws(text)
    assert (cited.law.name, cited.law.full_name, cited.law.origin) == (short, name, origin)
