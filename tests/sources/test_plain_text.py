"""Plain text: page marks, divided words, doubled lines, encodings."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources import plain_text
from sources.pages import Line
from sources.plain_text import counting_marks, undoubled
from sources.read import read

MINUTES = """
NIEDERSCHRIFT

Stadt Auental
Gremium: 7. Sitzung des Gemeinderates

Punkt 3 der Tagesordnung: Sanierung und Erweite-
rung der Brücke

Frau Birke fragt, was die Sanierung koste und wann sie beginnen solle, denn der Schul-

{mark}
weg führe über die Brücke. Sie bitte um einen Bericht des Haupt-
und Bauamtes zur Ost-
West-Querung und zu den OZG-
Prozessen.

Der Rat stimmt zu.
"""


@pytest.mark.parametrize("mark", ["– 2 –", " - 2 - ", "Seite 2", "Seite 2 von 4", "\f"])
def test_page_marks_lead_to_pages(mark: str) -> None:
    reading = read(MINUTES.format(mark=mark).encode())
    first, second = reading.pages
    assert (first.number, second.number) == (1, 2)
    assert reading.text[first.start : first.end].endswith("denn der Schul")
    assert reading.text[second.start : second.end].startswith("weg führe")
    assert "Schulweg führe" in reading.text


def test_divided_words_are_joined_and_real_hyphens_stay() -> None:
    text = read(MINUTES.format(mark="- 2 -").encode()).text
    assert "Erweiterung der Brücke" in text
    assert "Haupt-\nund Bauamtes zur Ost-West-Querung und zu den OZG-Prozessen." in text


def test_text_without_marks_has_no_pages() -> None:
    assert read(MINUTES.format(mark="").encode()).pages == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "latin-1", "utf-16"])
def test_encodings(encoding: str) -> None:
    assert "Frau Birke fragt" in read(MINUTES.format(mark="").encode(encoding)).text
    assert "Brücke" in read(MINUTES.format(mark="").replace("\n", "\r\n").encode(encoding)).text


MARKS = [
    (["a", "- 2 -", "b", "- 3 -"], [2, 3]),
    (["a", "- 2 -", "b", "- 2 -", "c", "- 3 -"], [2, 3]),
    (["a", "- 2 -", "b", "- 1 -", "c"], [2]),
    (["a", "- 12 -", "b", "- 13 -"], [12, 13]),
    (["a", "- 2031 -", "b"], []),
    (["a", "2", "b"], []),
    (["a", "-- 1 of 2 --", "b", "-- 2 of 2 --"], [1, 2]),
]


@pytest.mark.parametrize(("lines", "numbers"), MARKS)
def test_marks_must_count_on(lines: list[str], numbers: list[int]) -> None:
    assert [number for _, number in counting_marks(lines)] == numbers


def test_a_first_mark_of_one_closes_its_page() -> None:
    pages = plain_text.pages_of("eins\n-- 1 of 2 --\nzwei\n-- 2 of 2 --\n")
    assert [(page.number, [line.text for line in page.lines]) for page in pages if page.lines] == [
        (1, ["eins"]),
        (2, ["zwei"]),
    ]


def test_pages_marked_by_the_extractor_and_in_print_count_once() -> None:
    pages = plain_text.pages_of(
        "eins\n-- 1 of 3 --\n\n– 2 –\nzwei\n-- 2 of 3 --\n\n– 3 –\ndrei\n-- 3 of 3 --\n"
    )
    assert [page.number for page in pages if page.lines] == [1, 2, 3]
    text = plain_text.read(b"Beratung\neins\n-- 1 of 2 --\n\n- 2 -\nzwei\n-- 2 of 2 --\n", "x").text
    assert "of 2" not in text


def test_lines_doubled_at_a_page_border_stand_once() -> None:
    shared = ["Herr Ahorn trägt die Drucksache vor.", "Frau Birke fragt nach den Kosten."]
    text = "\n".join(["Niederschrift des Rates", "Anfang", *shared, "- 2 -", *shared, "Der Rat stimmt zu."])
    assert read(text.encode()).text.count("trägt die Drucksache vor") == 1


def test_a_doubled_passage_inside_a_page_stands_once_and_votes_twice() -> None:
    passage = [
        f"Herr Ahorn erklärt ausführlich, warum die Brücke {n} gesperrt werden musste." for n in range(3)
    ]
    assert len(undoubled([Line(text) for text in [*passage, *passage]])) == 3
    votes = ["Ja: 20, Nein: 3", "Einstimmig angenommen"] * 2
    assert len(undoubled([Line(text) for text in votes])) == 4


def test_paragraphs_of_a_text_without_blank_lines() -> None:
    full = "Herr Ahorn erklärt, die Brücke sei seit langem baufällig und der Bauhof habe sie heute"
    turns = [line for n in range(5) for line in (full, f"{full} {n}", "gesperrt.", f"Frau Birke dankt {n}.")]
    text = read("\n".join(["Niederschrift des Rates", *turns]).encode()).text
    assert "gesperrt.\n\nFrau Birke dankt 3.\n\nHerr Ahorn" in text
    assert f"{full}\n{full} 3\ngesperrt." in text


WORDS = st.lists(
    st.sampled_from(["Rat", "be-", "schließt", "den", "Bau.", "- 2 -", "- 3 -", "", "\f", "Ost-"]),
    max_size=30,
)


@given(WORDS)
def test_nothing_is_invented_or_moved_and_pages_cover_the_text(words: list[str]) -> None:
    raw = "\n".join(["Niederschrift des Rates", "Tagesordnung mit einem Beschluss", *words])
    reading = read(raw.encode())
    rest = iter(re.sub(r"\W", "", raw))
    assert all(letter in rest for letter in re.sub(r"\W", "", reading.text))
    assert reading.text.startswith("Niederschrift des Rates")
    if reading.pages:
        assert reading.pages[0].start == 0
        assert reading.pages[-1].end == len(reading.text)
