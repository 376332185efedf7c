"""Legal citations as minutes write them, normalised."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import pipeline.citations
from pipeline.citations.laws import laws


def found(text: str) -> list[str]:
    return [cited.normalized for cited in laws(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nach § 34 Abs. 1 GemO", ["§ 34 Abs. 1 GemO"]),
        ("gemäß §22 GemO", ["§ 22 GemO"]),
        ("gemäß § 13 b BauGB", ["§ 13b BauGB"]),
        ("§ 3 (2) BauGB", ["§ 3 Abs. 2 BauGB"]),
        ("§ 36 II BauGB", ["§ 36 Abs. 2 BauGB"]),
        ("§ 88 Abs 1. GemO", ["§ 88 Abs. 1 GemO"]),
        ("§ 74 Absatz 2 Satz 2 NKomVG", ["§ 74 Abs. 2 Satz 2 NKomVG"]),
        ("§ 59 Abs. 3 S. 5 NKomVG", ["§ 59 Abs. 3 Satz 5 NKomVG"]),
        ("§ 182 Abs. 2 Satz 1 Nr. 7 NKomVG", ["§ 182 Abs. 2 Satz 1 Nr. 7 NKomVG"]),
        ("§ 94 Abs. 1 Ziff. 2 NKomVG", ["§ 94 Abs. 1 Ziff. 2 NKomVG"]),
        ("§ 9 Abs. 1 Nr. 25 a) BauGB", ["§ 9 Abs. 1 Nr. 25 Buchst. a BauGB"]),
        ("§ 45 Abs. 1 Satz 2 Nr. 3 Buchstabe a StVO", ["§ 45 Abs. 1 Satz 2 Nr. 3 Buchst. a StVO"]),
        ("§ 58 Abs. 1 Nr. 5 und Abs. 2 NKomVG", ["§ 58 Abs. 1 Nr. 5 und Abs. 2 NKomVG"]),
        ("§ 5 Abs. 1 Satz 1, 2. Halbsatz KAG", ["§ 5 Abs. 1 Satz 1, 2. Halbsatz KAG"]),
        ("§§ 34 ff. BauGB", ["§§ 34 ff. BauGB"]),
        ("§ 35 a SGB VIII", ["§ 35a SGB VIII"]),
        ("§ 45 KVG LSA", ["§ 45 KVG LSA"]),
        ("§ 22 KV M-V", ["§ 22 KV M-V"]),
        ("§ 41 GO NRW", ["§ 41 GO NRW"]),
        ("Art. 28 Abs. 2 GG", ["Art. 28 Abs. 2 GG"]),
        ("Artikel 3 des Grundgesetzes", ["Art. 3 GG"]),
        ("§ 1 Abs. 1 des Onlinezugangsgesetzes (OZG)", ["§ 1 Abs. 1 OZG"]),
    ],
)
def test_parts_are_written_in_one_way(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("den §§ 40 bis 42 NKomVG", ["§§ 40 bis 42 NKomVG"]),
        ("die Paragrafen 40 - 42 NKomVG", ["§§ 40 bis 42 NKomVG"]),
        ("§§ 3, 4 und 5 GemO", ["§§ 3, 4 und 5 GemO"]),
        ("§ 2 Abs. 1 BauGB i.V.m. § 30 BauGB", ["§ 2 Abs. 1 BauGB", "§ 30 BauGB"]),
        ("§ 4 Abs. 2 i. V. m. § 4a Abs. 3 BauGB", ["§ 4 Abs. 2 BauGB", "§ 4a Abs. 3 BauGB"]),
        ("§ 83 Abs. 1 und § 85 Abs. 1 GO NRW", ["§ 83 Abs. 1 GO NRW", "§ 85 Abs. 1 GO NRW"]),
        ("§ 13 a in Verbindung mit §§ 13, 3 Abs. 2 BauGB", ["§ 13a BauGB", "§§ 13, 3 Abs. 2 BauGB"]),
        ("auf Grund des § 1 Abs. 3 und des § 10 des Baugesetzbuches", ["§ 1 Abs. 3 BauGB", "§ 10 BauGB"]),
    ],
)
def test_ranges_stay_and_chains_share_their_law(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("den §§ 40 bis 42 des Niedersächsischen Kommunalverfassungsgesetzes", ["§§ 40 bis 42 NKomVG"]),
        ('§ 35 "Bauen draußen" des Baugesetzbuches (BauGB)', ["§ 35 BauGB"]),
        ("§ 27 der Gemeindeordnung des Landes Nordrhein-Westfalen", ["§ 27 GO NRW"]),
        ("§ 4 der Gemeindeordnung für Baden-Württemberg", ["§ 4 GemO"]),
        ("§ 94 Absatz 3 Gemeindeordnung (GemO)", ["§ 94 Abs. 3 GemO"]),
        ("§ 8 des Achten Buches Sozialgesetzbuch", ["§ 8 SGB VIII"]),
        ("§ 25 des Gesetzes über die kommunale Zusammenarbeit", ["§ 25 GKZ"]),
        ("§ 6 des Landesgesetzes zur Ausführung des Abfallrechts (LAbfG)", ["§ 6 LAbfG"]),
        ("§ 3 Abs. 1 Landesaufnahmegesetz", ["§ 3 Abs. 1 Landesaufnahmegesetz"]),
        ("§ 3 der Saarländischen Abfallordnung", ["§ 3 Saarländische Abfallordnung"]),
        ("§ 7 der Kommunalbesoldungsverordnung (LKomBesVO)", ["§ 7 LKomBesVO"]),
        ("das BauGB § 34", ["§ 34 BauGB"]),
    ],
)
def test_full_names_become_short_forms(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("§ 19 der Geschäftsordnung des Rates", "§ 19 Geschäftsordnung"),
        ("§ 4 Abs. 3 der Hauptsatzung", "§ 4 Abs. 3 Hauptsatzung"),
        ("§ 5 Abs. 1 unserer Hauptsatzung", "§ 5 Abs. 1 Hauptsatzung"),
        ("§ 5 Abs. 2 der Haus- und Badeordnung", "§ 5 Abs. 2 Haus- und Badeordnung"),
        ("§ 8 Absatz 1 d) des Gesellschaftsvertrages", "§ 8 Abs. 1 Buchst. d Gesellschaftsvertrag"),
    ],
)
def test_local_rules_are_statutes(text: str, expected: str) -> None:
    assert [(cited.kind, cited.normalized) for cited in laws(text)] == [("statute", expected)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nach dem Baugesetzbuch", ["BauGB"]),
        ("Vollzug des Baugesetzbuches (BauGB);", ["BauGB"]),
        ("nach BImSchG genehmigungsfähig", ["BImSchG"]),
        ("das Bundesnaturschutzgesetz verlange einen Ausgleich", ["BNatSchG"]),
        ("nach KAG umlagefähig", ["KAG"]),
        ("gemäß SGB VIII", ["SGB VIII"]),
        ("nach GO entscheidet der Rat", []),
        ("nach WIP die AWO", []),
        ("im Rahmen des OZG", []),
        ("laut OZG", []),
        ("gemäß Onlinezugangsgesetz", []),
        ("durch das neue Gebäudeenergiegesetz", ["GEG"]),
        ("eine Stelle nach E 9 TVöD", []),
        ("In § 5 wird das Wort gestrichen", []),
        ("§ 1 Geltungsbereich", []),
        ("zur Tagesordnung", []),
    ],
)
def test_without_a_paragraph_a_law_counts_where_it_is_certain(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_the_text_of_a_citation_reaches_over_the_law() -> None:
    text = "gem. § 18 i.V.m. § 63 BNatSchG beteiligt"
    assert [text[cited.start : cited.end] for cited in laws(text)] == [
        "§ 18 i.V.m. § 63 BNatSchG",
        "§ 63 BNatSchG",
    ]


def test_the_vocabulary_knows_many_laws_and_each_name_once() -> None:
    file = Path(pipeline.citations.__file__).parent / "laws.toml"
    read = tomllib.loads(file.read_text(encoding="utf-8"))
    names = [name for part in ("federal", "states") for names in read[part].values() for name in names]
    assert len(read["federal"]) + len(read["states"]) >= 150
    assert len(names) == len(set(names))


@given(st.text(alphabet="§ 12ab()AbsSatzNr.und,-iVmBauGBGemO\n", max_size=60))
def test_citations_lie_in_the_text(text: str) -> None:
    for cited in laws(text):
        assert 0 <= cited.start < cited.end <= len(text)
        assert cited.normalized == " ".join(cited.normalized.split())
