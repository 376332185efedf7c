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
    assert len(NAMES) >= 14
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
    refused, doubtful = answer(site, "abgewiesen_und_zweifelhaft")
    assert refused["Stelle"] is None
    assert doubtful["Stelle"] == f"/dokument/{DOCUMENT}#z-{MINUTES.index('Jemand')}"
