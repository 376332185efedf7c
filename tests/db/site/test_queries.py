"""Every query answers on a small database without any input, and every row leads to its place."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from datasette.app import Datasette

from db.site.queries import READERS, by_readers, queries
from tests.db.site.musterhafen import DOCUMENT, MINUTES

NAMES = tuple(queries())


def answer(site: Datasette, query: str, **parameters: str) -> list[dict[str, Any]]:
    response = asyncio.run(
        site.client.get(f"/musterhafen/{query}.json", params={"_shape": "objects", **parameters})
    )
    told = response.json()
    assert response.status_code == 200, told
    return list(told["rows"])


@pytest.mark.parametrize("name", NAMES)
def test_a_query_has_a_head_and_answers(site: Datasette, name: str) -> None:
    query = queries()[name]
    assert query.title
    assert query.description.endswith(".")
    assert query.readers in READERS
    assert answer(site, name), "no rows without input"


@pytest.mark.parametrize("name", NAMES)
def test_a_query_page_is_shown(page: Any, name: str) -> None:
    html = page(f"/musterhafen/{name}")
    assert f"<h1>{queries()[name].title}</h1>" in html
    assert "SQL weiterschreiben" in html


@pytest.mark.parametrize("name", NAMES)
def test_a_municipality_that_is_not_there_has_no_rows(site: Datasette, name: str) -> None:
    if ":kommune" in queries()[name].sql:
        assert answer(site, name, kommune="Nirgendwo") == []


def test_there_are_queries_for_every_reader() -> None:
    assert len(NAMES) >= 30
    assert all(by_readers().values())


def test_who_said_what_about_something(site: Datasette) -> None:
    rows = answer(site, "wer_sagte_was", suche="schadh*")
    assert [(row["Wer"], row["Datum"], row["Stelle"]) for row in rows] == [
        ("Quandt", "2023-03-14", f"/dokument/{DOCUMENT}#a-a1")
    ]
    assert len(answer(site, "wer_sagte_was")) == 5, "what is told twice is counted once"
    assert answer(site, "wer_sagte_was", suche='-"') == []


def test_split_votes(site: Datasette) -> None:
    (row,) = answer(site, "strittige_abstimmungen")
    assert (row["Ja"], row["Nein"], row["Vorsprung"]) == (12, 9, 3)


def test_who_speaks_how_much(site: Datasette) -> None:
    rows = answer(site, "redeanteile")
    assert [(row["Wer"], row["Äußerungen"]) for row in rows] == [("Ida Quandt", 2), ("Jan Übelhör", 2)]


def test_tasks_stand_with_their_deadline(site: Datasette) -> None:
    (row,) = answer(site, "beschlusskontrolle")
    assert (row["Frist"], row["Wer"], row["Was"]) == ("2024-12-31", "Herr Übelhör", "noch 39 Leistungen")
    assert row["Stelle"] == f"/dokument/{DOCUMENT}#z-{MINUTES.index('bis zum 31')}"


def test_a_change_of_a_proposal_is_shown_in_both_wordings(site: Datasette) -> None:
    (row,) = answer(site, "vorschlag_und_beschluss", vorlage="2023/17")
    assert (row["Vergleich"], row["Im Vorschlag"], row["Im Beschluss"]) == ("amended", "Der", "Ausbau")


def test_a_doubtful_place_is_linked(site: Datasette) -> None:
    refused, _, doubtful = answer(site, "abgewiesen_und_zweifelhaft")
    assert refused["Stelle"] is None
    assert doubtful["Stelle"] == f"/dokument/{DOCUMENT}#z-{MINUTES.index('Jemand')}"


def test_shares_of_speech_by_gender_and_faction(site: Datasette) -> None:
    rows = answer(site, "redeanteile_nach_geschlecht")
    told = [(row["Fraktion"], row["Geschlecht"], row["Äußerungen"], row["Anteil in %"]) for row in rows]
    assert told == [("SPD", "Frauen", 2, 100.0), ("(keine genannt)", "ohne Angabe", 2, 100.0)]


def test_shares_of_factions_and_offices(site: Datasette) -> None:
    (year,) = answer(site, "redeanteile_nach_jahr")
    assert (year["Jahr"], year["Fraktion"], year["Äußerungen"], year["Anteil in %"]) == (
        "2023",
        "SPD",
        2,
        100.0,
    )
    rows = answer(site, "redeanteile_nach_amt")
    assert sorted((row["Amt"], row["Äußerungen"]) for row in rows) == [("Mitglied", 4)]


def test_agreement_is_counted_where_it_is_told(site: Datasette) -> None:
    (row,) = answer(site, "einigkeit_nach_jahren")
    counted = [row[name] for name in ("Beschlüsse", "Einstimmig", "Mit Gegenstimmen", "Nicht vermerkt")]
    assert (row["Jahr"], counted, row["Einstimmig in %"]) == ("2023", [2, 0, 1, 1], 0.0)
    (vote,) = answer(site, "abstimmungen_nach_mehrheit")
    assert (vote["Mehrheit"], vote["Abstimmungen"], vote["Davon mit Enthaltungen"]) == ("Mehrheit Ja", 1, 1)


def test_meetings_have_a_length_and_items(site: Datasette) -> None:
    (row,) = answer(site, "dauer_der_sitzungen")
    told = [row[name] for name in ("Dauer in Minuten", "Punkte", "Äußerungen", "Beschlüsse")]
    assert (told, row["Stelle"]) == ([135, 3, 5, 2], "/sitzung/m1")
    (year,) = answer(site, "punkte_je_sitzung")
    assert (year["Punkte"], year["Angenommen"], year["Abgelehnt"]) == (3, 1, 1)
    assert [row["Äußerungen"] for row in answer(site, "laengste_beratungen")] == [3, 1, 1]


def test_what_became_of_a_factions_papers(site: Datasette) -> None:
    (row,) = answer(site, "antraege_je_fraktion", urheber="SPD")
    assert [row[name] for name in ("Drucksachen", "Beratungen", "Angenommen", "Abgelehnt")] == [1, 1, 1, 0]
    (paper,) = answer(site, "meistberatene_vorlagen")
    assert (paper["Vorlage"], paper["Beratungen"], paper["Tage"]) == ("DrS/2023/17", 1, 0)


def test_attendance_is_a_share_of_those_listed(site: Datasette) -> None:
    rows = answer(site, "anwesenheitsquote")
    assert [(row["Fraktion"], row["Anwesend in %"]) for row in rows] == [
        ("(keine genannt)", 0.0),
        ("SPD", 100.0),
    ]


def test_tasks_are_due_before_a_day(site: Datasette) -> None:
    (before,) = answer(site, "auftraege_nach_empfaenger", stichtag="2024-12-31")
    (after,) = answer(site, "auftraege_nach_empfaenger", stichtag="2025-01-01")
    assert [row["Vor dem Stichtag fällig"] for row in (before, after)] == [0, 1]


def test_a_call_stands_with_who_spoke_before(site: Datasette) -> None:
    (row,) = answer(site, "zwischenrufe")
    assert (row["Wortlaut"], row["Davor sprach"]) == ("Jemand merkt an, es sei spät.", "Übelhör")


def test_how_minutes_give_speech(site: Datasette) -> None:
    rows = answer(site, "wortlaut_oder_bericht")
    told = [(row["Wiedergabe"], row["Äußerungen"], row["Anteil in %"]) for row in rows]
    assert told == [("berichtet", 4, 80.0), ("fortgesetzt", 1, 20.0)]
