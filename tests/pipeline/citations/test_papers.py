"""Paper numbers of many municipalities, and what only looks like one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.citations.papers import numbers


def found(text: str, known: tuple[str, ...] = ()) -> list[str]:
    return [text[number.start : number.end] for number in numbers(text, known)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vorlage: 0858/I/61/2019", ["0858/I/61/2019"]),
        ("Vorlage: 0017/II/66.1/2021", ["0017/II/66.1/2021"]),
        ("Vorlage: 0844/WSP/2019", ["0844/WSP/2019"]),
        ("Kaufvertrag (BV 0852/I/23/2019)", ["0852/I/23/2019"]),
        ("Antrag vom 3. Mai (BV-Nr. 0819/III/69/2019)", ["0819/III/69/2019"]),
        ("Sanierung der Halle\nVorlage: 2018/0161\nBeschluss:", ["2018/0161"]),
        ("Änderungsantrag Vorlage: 2022/0100/1", ["2022/0100/1"]),
        ("anhand der Vorlage 0417/2021 berichtet", ["0417/2021"]),
        ("gemäß Anlage 2 der Vorlage Nr. 2013/0228, die", ["2013/0228"]),
        ("Beschlussvorlage - 22-2402", ["22-2402"]),
        ("DrS/2021/241 Fortschreibung der Strategie", ["DrS/2021/241"]),
        ("Änderungsantrag AN/2620/2021", ["AN/2620/2021"]),
        ("Schenkung eines Bildes\n3701/2021\nDas ist", ["3701/2021"]),
        ("Vorlage: 101/181/2013", ["101/181/2013"]),
        ("siehe 610/667/2021", ["610/667/2021"]),
        ("Vorlage: BV/2019/0123", ["BV/2019/0123"]),
        ("Vorlage: VII/2020/01234", ["VII/2020/01234"]),
        ("Antrag Nr. 12/2023 der Gruppe", ["12/2023"]),
        ("Antrag - 469/2026", ["469/2026"]),
        ("Antrag 469/2026 der Fraktion", ["469/2026"]),
        ("Drucksache: 22-1306.1.1", ["22-1306.1.1"]),
        ("Drs.-Nr.: 22-0621", ["22-0621"]),
        ("2021/2021 Bericht zur Lage", ["2021/2021"]),
        ("Vorlage: 248 (Antrag aus der Sitzung)", ["248"]),
        ("DS0123/21 wird beraten", ["DS0123/21"]),
    ],
)
def test_a_number_stands_without_the_word_before_it(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Antrag der Gruppe FREIE vom 03.02.2025, NR 41", ["NR 41"]),
        ("Der Rat stimmt der Vorlage M 118 zu.", ["M 118"]),
        ("Vortrag des Magistrats vom 14.11.2024, M 7", ["M 7"]),
        ("Anregung des Ortsbeirats 3 vom 09.01.2025, OA 512", ["OA 512"]),
        ("Antrag der LINKEN vom 9.1.2025, OF 212/3", ["OF 212/3"]),
        ("Bericht des Magistrats vom 14.11.2024, B 27", ["B 27"]),
        ("die Vorlage B 27 zum Ausbau", []),
        ("Antrag zur M 8 im Ortsteil", []),
        ("Die Vorlage M 118/2 ist erledigt, F 5 nicht.", ["M 118/2"]),
        ("Urteil vom 14.11.2024, M 7 K 21.1", []),
        ("Vorlage NR. 2021/0044", ["2021/0044"]),
        ("Genehmigung der Niederschrift KA/017/2023 vom 05.05.2023", []),
        ("Genehmigung des Protokolls 004/2022", []),
        ("Genehmigung der Niederschrift (2022/0417)", ["2022/0417"]),
        ("Niederschrift vom 04.04.2022, Vorlage 2022/0417", ["2022/0417"]),
    ],
)
def test_numbers_of_a_kind_are_papers_numbers_of_meetings_are_none(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Haushalt (DS 15/2023)", ["DS 15/2023"]),
        ("erläutert die DS 15/2023.", ["DS 15/2023"]),
        ("die Vorlage DS 15/2023", ["DS 15/2023"]),
        ("aus der Drs. 22-0621 geht hervor", ["Drs. 22-0621"]),
        ("Resolution (AT 5/2025)", ["AT 5/2025"]),
        ("die Drucksache 15/2023", ["15/2023"]),
        ("die Drucksache Nr. 15/2023", ["15/2023"]),
        ("die Drucksache 15/2023 1. Ergänzung", ["15/2023 1. Ergänzung"]),
    ],
)
def test_an_abbreviation_stays_with_a_short_number(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_an_enumeration_needs_its_word_once() -> None:
    assert found("die Drucksachen 3/2020, 4/2020 und 7/2020 sowie 9 Anträge") == [
        "3/2020",
        "4/2020",
        "7/2020",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Haushalt 2022/2023",
        "Antrag 2022/2023",
        "der SV 08/29 Neustadt spielt",
        "Wahlperiode 2019/2024",
        "im Schuljahr 2026/27",
        "HH/2021/2022",
        "am 01/02/2013",
        "am 12.03.2024 um 18:00 Uhr",
        "Telefon 05069/800",
        "Tel. 0231/5001234",
        "Tel.: 0511-8565",
        "Bebauungsplan Nr. 0115/2018",
        "Flurstück 1234/2015",
        "Flst.-Nr. 45245/38",
        "Verordnung (EU) 2016/0679",
        "Richtlinie 2014/24/EU",
        "Az. 4 K 1234/2019",
        "Bündnis 90/Die Grünen",
        "eine 2/3-Mehrheit",
        "Finanzbericht Nr. 3/2017",
        "Vorlage von 2014 ist",
        "die Vorlage. - 12 Gegenstimmen",
        "Vorlage unter Punkt 9.1",
        "mit 22-0621 Stimmen",
    ],
)
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    assert found(text) == []


def test_a_weak_form_counts_where_an_introduced_number_proves_it() -> None:
    assert found("22-0621 Parken am Markt") == []
    assert found("Drucksache 22-0794 und weiter unten: 22-0621 Parken am Markt") == ["22-0794", "22-0621"]


def test_what_a_heading_names_is_known_in_the_text() -> None:
    assert found("der Bericht 7/19 liegt vor", known=("7/19",)) == ["7/19"]
    assert found("der Haushalt 2022/2023 liegt vor", known=("2022/2023",)) == []


@given(st.text(alphabet="0123456789/-.IVX ABDSrsVorlage:\nNr", max_size=60))
def test_numbers_lie_in_the_text_in_order_and_apart(text: str) -> None:
    spans = [(number.start, number.end) for number in numbers(text)]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
