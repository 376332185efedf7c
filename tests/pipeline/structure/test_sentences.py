from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pipeline.structure.reading import flat, read


def sentences(text: str) -> list[str]:
    return [flat(sentence.text) for sentence in read(text).sents]


WHOLE = [
    "Der Ausschuss dankt Dr. Anna Muster und Prof. Dr. Otto Probe für den Bericht.",
    "Das gilt z. B. für Höfe, d. h. für alle, i. d. R. ohne Auflagen.",
    "Am 28. Oktober kommt der Bus.",
    "Am 28.\nOktober 2021 kommt der Bus.",
    "Das staatl. Monopol und die städt. Betriebe bleiben.",
    "Der Heimatverein e. V. Musterau lädt ein.",
    "Stadträtin Probe (DIE LINKE.) meint, es sei genug.",
    "Die Sitzung vom 28.10.2021 war öffentlich.",
    "Gemäß § 1 Abs. 1 und Nr. 5 gem. § 3 der Satzung gilt das.",
    "Sie beginnt um 18.00 Uhr im Saal.",
    "Der 1. Beigeordnete und der 2. Stellvertreter fehlen.",
    "Herr F. Muster und Frau Ferdinanda L. Probe kommen.",
    "Vgl. Drs. 12/2020 und Vorlage Nr. 4 der Verwaltung.",
    "Das II. Quartal ist vorbei.",
    "Ob das bzgl. Bäume und ggf. Hecken gilt, bleibt offen.",
    "Der 1. FC Musterau spielt im 2. Halbjahr hier.",
]


@pytest.mark.parametrize("text", WHOLE)
def test_one_sentence_stays_whole(text: str) -> None:
    assert sentences(text) == [flat(text)]


SPLIT = [
    ("Das gilt ab 2022. Frau Muster fragt nach.", ["Das gilt ab 2022.", "Frau Muster fragt nach."]),
    ("Ist das so? Ja! Gut.", ["Ist das so?", "Ja!", "Gut."]),
    ("Er sagt: „Das reicht.“ Dann geht er.", ["Er sagt: „Das reicht.“", "Dann geht er."]),
    ("Vielen Dank. - Weitere Fragen? - Keine.", ["Vielen Dank.", "- Weitere Fragen?", "- Keine."]),
    (
        "Das ist wahr. (Beifall bei der XYZ) Wir bleiben dabei.",
        ["Das ist wahr.", "(Beifall bei der XYZ)", "Wir bleiben dabei."],
    ),
    (
        "Es gibt Eis, Kuchen usw. Die Kosten trägt der Verein.",
        ["Es gibt Eis, Kuchen usw.", "Die Kosten trägt der Verein."],
    ),
    ("Das sind 12 von 40. Die anderen fehlen.", ["Das sind 12 von 40.", "Die anderen fehlen."]),
    ("Das kostet Mut. 39 Leute kamen.", ["Das kostet Mut.", "39 Leute kamen."]),
    ("Das gilt für alle dieser Art. Es bleibt so.", ["Das gilt für alle dieser Art.", "Es bleibt so."]),
    ("Das ist gut so. Die Zeit läuft.", ["Das ist gut so.", "Die Zeit läuft."]),
    ("Es spricht die SPD. Danach die CDU.", ["Es spricht die SPD.", "Danach die CDU."]),
]


@pytest.mark.parametrize(("text", "expected"), SPLIT)
def test_sentences_end(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_line_breaks_end_nothing_but_paragraphs_do() -> None:
    text = (
        "Herr Muster erklärt, die neue Brücke über den Bach werde im\n"
        "Frühjahr gebaut und im Herbst geöffnet.\n\nFrau Probe dankt."
    )
    assert sentences(text) == [
        "Herr Muster erklärt, die neue Brücke über den Bach werde im Frühjahr gebaut und im Herbst geöffnet.",
        "Frau Probe dankt.",
    ]


def test_a_page_break_in_a_sentence_ends_nothing() -> None:
    text = "Herr Muster erklärt, die neue Brücke werde über den\n\nbreiten Bach gebaut.\n\nFrau Probe dankt."
    assert len(sentences(text)) == 2


def test_speakers_begin_paragraphs() -> None:
    text = (
        "Stadtrat Muster (ABC): Das ist meine Meinung, und dabei bleibe ich auch heute noch.\n"
        "Stadträtin Dr. Probe (XYZ): Ich sehe das anders, und zwar schon lange und immer wieder.\n"
        "Der Vorsitzende: Danke."
    )
    doc = read(text)
    assert [doc.text[p.start : p.end].split(":")[0] for p in doc._.paragraphs] == [
        "Stadtrat Muster (ABC)",
        "Stadträtin Dr. Probe (XYZ)",
        "Der Vorsitzende",
    ]


PIECES = [
    "Herr A. sagt ja.",
    "\n",
    "\n\n",
    " 3. Juni ",
    "(Beifall)",
    "TOP 1: Eis\n",
    "ab 2020. Die ",
    "zu 2 Bau\n",
    "„Gut.“ ",
    "Beschluss:\n",
    "Stadtrat Muster (XYZ): ",
    "Tagesordnung:\n1. Bau\n2. Eis\n",
    "Ende der Sitzung: 19:30 Uhr\n",
    "Anwesend:\nHerr Max Muster\n",
]


@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_sentences_and_paragraphs_stay_in_order(pieces: list[str]) -> None:
    doc = read("".join(pieces))
    paragraphs = doc._.paragraphs
    assert all(a.end <= b.start for a, b in pairwise(paragraphs))
    assert all(doc.text[p.start : p.end].strip() == doc.text[p.start : p.end] != "" for p in paragraphs)
    covered = "".join(doc.text[p.start : p.end] for p in paragraphs)
    assert "".join(covered.split()) == "".join(doc.text.split())
    for sentence in doc.sents:
        inside = [p for p in paragraphs if p.start < sentence.end_char and sentence.start_char < p.end]
        assert len(inside) <= 1 or not sentence.text.strip()
    sections = doc._.sections
    assert "".join(doc.text[s.start : s.end] for s in sections) == (doc.text if sections else "")
    assert all(item.start <= item.end for item in doc._.items)
    assert all(section.item is None or section.item < len(doc._.items) for section in sections)


COLUMN = (
    "Vorsitzende Petra Muster: Vielen",
    "Dank. Damit kommen wir zum nächsten",
    "Punkt, den wir heute beraten wollen, die Sanierung der Halle am Markt",
    "und die Frage, was sie kosten wird. Es",
    "geht um viel Geld, das die Gemeinde nicht hat und das sie auch nicht bekommen wird, wie",
    "wir alle wissen. Ich gebe nun zuerst",
    "das Wort an Herrn Probe, der sich als",
    "Erster gemeldet hat, und danach an die übrigen Damen und Herren.",
)


def test_lines_of_a_narrow_column_do_not_end_sentences_where_many_were_joined() -> None:
    text = "\n".join(COLUMN)
    assert len(sentences(f"{text}\n\n{text}\n\n{text}")) == 3 * 4
