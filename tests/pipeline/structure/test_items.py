from __future__ import annotations

import pytest

from pipeline.structure.headings import outline_of
from pipeline.structure.numbers import follows
from pipeline.structure.papers import papers_of
from tests.pipeline.structure.reading import read

HEADINGS = [
    (
        "zu 13.1 Neuer Brunnen am Anger\nVorlage: 0012/I/3/2021\n\nHerr Muster fragt nach.",
        "13.1",
        "Neuer Brunnen am Anger",
        ("0012/I/3/2021",),
    ),
    (
        "Niederschrift des Tagesordnungspunktes 7. (öffentlich)\n\nNeuer Brunnen\n\nDer Vorsitzende erläuterte sie.",
        "7",
        "Neuer Brunnen",
        (),
    ),
    (
        "Punkt 4 der Tagesordnung: Neuer Brunnen\nAntrag: XYZ\nVorlage: 2021/0012\n\nBeschluss:\nJa",
        "4",
        "Neuer Brunnen",
        ("2021/0012",),
    ),
    (
        "Punk 4 der Tagesordnung: Neuer Brunnen\nVorlage: 2021/0012, 2021/0013\n\nBeschluss:\nJa",
        "4",
        "Neuer Brunnen",
        ("2021/0012", "2021/0013"),
    ),
    ("Punkt 4 und 5 der Tagesordnung: Neuer Brunnen\n\nBeschluss:\nJa", "4 und 5", "Neuer Brunnen", ()),
    (
        "Zu Punkt 3: Neuer Brunnen\n(DS 15/2023)\nHerr Muster erläutert die Drucksache ausführlich.",
        "3",
        "Neuer Brunnen",
        ("15/2023",),
    ),
    ("TOP 3: Neuer Brunnen\n\nHerr Muster fragt nach.", "3", "Neuer Brunnen", ()),
    (
        "TOP Ö 5.2 Neuer Brunnen\nDrucksache 12-3456\n\nHerr Muster fragt nach.",
        "Ö 5.2",
        "Neuer Brunnen",
        ("12-3456",),
    ),
    ("Ö 3.2 Neuer Brunnen\n\nHerr Muster fragt nach.", "Ö 3.2", "Neuer Brunnen", ()),
    (
        "Frau Muster: Ich rufe auf:\n3.1.5 Neuer Brunnen\nAN/0012/2021\nWer wünscht das Wort?",
        "3.1.5",
        "Neuer Brunnen",
        ("AN/0012/2021",),
    ),
    (
        "Tagesordnungspunkt\n3.2 Neuer Brunnen\n0012/2021\nGibt es Wortmeldungen?",
        "3.2",
        "Neuer Brunnen",
        ("0012/2021",),
    ),
]


@pytest.mark.parametrize(("text", "number", "title", "papers"), HEADINGS)
def test_headings_of_every_form(text: str, number: str, title: str, papers: tuple[str, ...]) -> None:
    items = read(text)._.items
    assert [(item.number, item.title, item.papers) for item in items] == [(number, title, papers)]


NO_HEADINGS = [
    "Herr Muster fragt, ob der Bau bis zum Herbst\nzu 10 Prozent bezahlt ist.",
    "Die Verwaltung hat dazu unter\nTOP 4.4, dem Bericht, alles gesagt.",
    "TOP 6.1.5 ist vertagt.",
    "Punkt 4 der Tagesordnung wird abgesetzt.",
    "Am 3. Juni tagte der Rat.",
]


@pytest.mark.parametrize("text", NO_HEADINGS)
def test_what_only_mentions_an_item_is_no_heading(text: str) -> None:
    assert read(text)._.items == ()


AGENDA = """Tagesordnung:
1. Eröffnung
2. Bau eines Brunnens auf dem Anger und eines zweiten am Bahnhof
3. Wünsche

{minutes}"""


@pytest.mark.parametrize(
    "minutes",
    [
        "1. Eröffnung\nDer Vorsitzende eröffnet die Sitzung.\n2. Bau eines Brunnens auf dem Anger und eines zweiten am "
        "Bahnhof\nDer Bau wird gelobt.\n3. Wünsche\nKeine.",
        "Zu Punkt 1: Eröffnung\nDer Vorsitzende eröffnet.\nZu Punkt 2: Bau eines Brunnens auf dem Anger und\neines "
        "zweiten am Bahnhof\nDer Bau wird gelobt.\nZu Punkt 3: Wünsche\nKeine.",
    ],
)
def test_the_agenda_is_not_taken_for_the_minutes(minutes: str) -> None:
    doc = read(AGENDA.format(minutes=minutes))
    assert [item.number for item in doc._.items] == ["1", "2", "3"]
    assert doc._.items[1].title == "Bau eines Brunnens auf dem Anger und eines zweiten am Bahnhof"
    talk = [doc.text[s.start : s.end].strip() for s in doc._.sections if s.kind == "discussion"]
    assert talk[1:] == ["Der Bau wird gelobt.", "Keine."]
    assert doc._.sections[0].kind == "agenda"


def test_items_run_to_the_next_heading_and_end_before_the_closing() -> None:
    doc = read(
        "Zu Punkt 1: Bau\nHerr Muster fragt.\nZu Punkt 2: Eis\nFrau Probe dankt.\nEnde der Sitzung: 19:30 Uhr"
    )
    spans = [doc.text[item.start : item.end] for item in doc._.items]
    assert spans == ["Zu Punkt 1: Bau\nHerr Muster fragt.", "Zu Punkt 2: Eis\nFrau Probe dankt."]


def test_a_title_may_go_on_the_one_above() -> None:
    text = (
        "Tagesordnung:\n\n1. Eröffnung\n2. Festsetzung der Entschädigung\n2.1. des Landrats\n2.2. der Landrätin\n"
        "3. Verschiedenes\n\n"
        "zu 1 Eröffnung\n\nDer Landrat eröffnet die Sitzung.\n\nzu 2 Festsetzung der Entschädigung\n\n"
        "zu 2.1 des Landrats\n\nDer Kreistag stimmt zu.\n\nzu 2.2 der Landrätin\n\nDer Kreistag stimmt den\n"
        "zu 2.1 der Vorlage genannten Sätzen zu.\n\nzu 3 Verschiedenes\n\nNichts."
    )
    assert [heading.number for heading in outline_of(text).headings] == ["1", "2", "2.1", "2.2", "3"]


def test_items_of_an_excerpt_share_their_minutes() -> None:
    doc = read(
        "Punkt 4 der Tagesordnung: Bad\nVorlage: 2024/0004\n\nPunkt 4.1 der Tagesordnung: Becken\nVorlage: 2024/0005"
        "\n\nBeschluss:\nTOP 4: Das Bad wird gebaut.\nTOP 4.1: Das Becken entfällt.\n\nAbstimmungsergebnis:\n"
        "TOP 4: einstimmig zugestimmt\nTOP 4.1: mehrheitlich abgelehnt\n\nStadtrat Muster (XYZ): Ich bin dafür."
    )
    assert [item.number for item in doc._.items] == ["4", "4.1"]
    assert {item.end for item in doc._.items} == {len(doc.text)}
    votes = [(s.item, doc.text[s.start : s.end].strip()) for s in doc._.sections if s.kind == "vote"]
    assert votes[-1] == (1, "TOP 4.1: mehrheitlich abgelehnt")
    assert doc._.sections[-1].item == 0


def test_an_attachment_behind_the_closing_holds_no_items() -> None:
    doc = read(
        "Zu Punkt 1: Bau\nHerr Muster fragt.\n\nZu Punkt 2: Eis\nGut.\n\nEnde der Sitzung: 19:30 Uhr\n\n"
        "Zu Punkt 1: Ausgeführte Beschlüsse\nErledigt."
    )
    assert [item.title for item in doc._.items] == ["Bau", "Eis"]


def test_non_public_items() -> None:
    doc = read(
        "Öffentlicher Teil\n\nTOP 1: Bau\n\nHerr Muster fragt.\n\nNichtöffentlicher Teil\n\nTOP 2: Kauf\n\nNichts."
    )
    assert [item.public for item in doc._.items] == [True, False]
    assert [s.public for s in doc._.sections if s.kind == "discussion"] == [True, False]


MARKS = [
    ("Öffentlicher Teil", "Nichtöffentlicher Teil"),
    ("- öffentlicher Teil -", "- nichtöffentlicher Teil -"),
    ("I. Öffentlicher Teil", "II. Nichtöffentlicher Teil"),
    ("A) Öffentliche Sitzung", "B) Nicht öffentliche Sitzung:"),
    ("Teil A: Öffentliche Sitzung", "Teil B: Nicht-öffentliche Sitzung"),
    ("ÖFFENTLICHER TEIL", "NICHTÖFFENTLICHER TEIL"),
    ("Ö f f e n t l i c h e r  T e i l", "N i c h t ö f f e n t l i c h e r  T e i l"),
    ("Öffentlich", "Nichtöffentlich"),
    ("Öffentliche Tagesordnungspunkte", "Nichtöffentliche Tagesordnungspunkte"),
    ("Tagesordnung - öffentlicher Teil", "Tagesordnung - nichtöffentlicher Teil"),
    ("In öffentlicher Sitzung", "In nichtöffentlicher Sitzung:"),
    ("Öffentlicher Teil der Sitzung", "Nichtöffentlicher Teil (Beginn: 20:15 Uhr)"),
    ("Öffentlicher Sitzungsteil", "Vertraulicher Teil"),
    ("Beginn der öffentlichen Sitzung: 18:00 Uhr", "Ende der öffentlichen Sitzung: 19:30 Uhr"),
    ("Die Öffentlichkeit ist hergestellt.", "Die Öffentlichkeit wird ausgeschlossen."),
]


@pytest.mark.parametrize(("public", "non_public"), MARKS)
def test_marks_of_the_parts(public: str, non_public: str) -> None:
    parts = [
        f"{public}\n\nTOP 1: Bau\n\nHerr Muster fragt.",
        f"{non_public}\n\nTOP 2: Kauf\n\nHerr Muster nennt den Preis.",
    ]
    doc = read("\n\n".join(parts))
    assert [item.public for item in doc._.items] == [True, False]
    assert [s.public for s in doc._.sections if s.kind == "discussion"] == [True, False]
    back = read(
        "\n\n".join([*parts, *([] if "Ende" in non_public else [f"{public}\n\nTOP 3: Wald\n\nGut."])])
    )
    assert [item.public for item in back._.items][2:] == [True] * (len(back._.items) - 2)


@pytest.mark.parametrize(
    "words",
    [
        "Bekanntgabe der in nichtöffentlicher Sitzung gefassten Beschlüsse",
        "Der Kauf wurde im Ausschuss vor einigen Wochen schon\nin nichtöffentlicher Sitzung\nvorberaten.",
        "Bekanntgabe von Beschlüssen aus der\nNichtöffentlichen Sitzung",
        "Sitzung:\nöffentlich\nnichtöffentlich",
        "☐ nichtöffentlich",
        "Nichtöffentlicher Teil wurde nicht beantragt.",
        "der teils öffentlichen / teils nichtöffentlichen Sitzung",
    ],
)
def test_what_only_speaks_of_a_non_public_part_marks_none(words: str) -> None:
    doc = read(f"TOP 1: Bau\n\n{words}\n\nTOP 2: Kauf\n\nHerr Muster fragt.")
    assert [item.public for item in doc._.items] == [True, True]
    assert all(section.public for section in doc._.sections)


@pytest.mark.parametrize(
    "mark", ["II. Nichtöffentlicher Teil", "Nichtöffentlich:", "B) NICHT ÖFFENTLICHE SITZUNG"]
)
def test_the_agenda_keeps_its_non_public_part(mark: str) -> None:
    text = (
        f"Tagesordnung:\n1. Eröffnung\n2. Spielplatz\n{mark}\n3. Kauf eines Ackers\nam Mühlbach\n\n"
        "TOP 1: Eröffnung\n\nHerr Muster eröffnet die Sitzung.\n\nTOP 2: Spielplatz\n\nHerr Muster fragt nach."
    )
    doc = read(text)
    assert [(item.number, item.public) for item in doc._.items] == [("1", True), ("2", True)]
    hidden = "".join(text[section.start : section.end] for section in doc._.sections if not section.public)
    assert "Kauf eines Ackers\nam Mühlbach" in hidden
    assert "Spielplatz" not in hidden


@pytest.mark.parametrize("title", ["Kauf (nichtöffentlich)", "Kauf - nicht öffentlich", "Kauf (n.ö.)"])
def test_a_title_that_says_so_is_not_public(title: str) -> None:
    assert [item.public for item in read(f"TOP 1: Bau\n\nGut.\n\nTOP 2: {title}\n\nGut.")._.items] == [
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("number", "last", "expected"),
    [
        ((2,), (1,), True),
        ((1, 1), (1,), True),
        ((2,), (1, 4), True),
        ((1, 2), (1, 1), True),
        ((1,), (9, 1), False),
        ((3, 4), (2,), False),
        ((12,), (3,), False),
    ],
)
def test_numbers_that_follow(number: tuple[int, ...], last: tuple[int, ...], expected: bool) -> None:
    assert follows(number, last) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Vorlage: 2018/0161", ("2018/0161",)),
        ("Vorlagen: 2018/0161 und 2018/0162", ("2018/0161", "2018/0162")),
        ("(DS 15/2023)", ("15/2023",)),
        ("Drs. 22-0621", ("22-0621",)),
        ("Vorlage: DrS/2021/241", ("DrS/2021/241",)),
        ("0012/2021", ("0012/2021",)),
        ("Neuer Brunnen 2021", ()),
    ],
)
def test_numbers_of_papers(words: str, expected: tuple[str, ...]) -> None:
    assert papers_of(words) == expected


def test_an_empty_text_has_an_empty_outline() -> None:
    assert outline_of("").headings == ()
    assert read("")._.sections == ()
