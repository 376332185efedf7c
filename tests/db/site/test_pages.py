"""The pages readers see, asked for as a browser asks."""

from __future__ import annotations

import asyncio
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest
from datasette.app import Datasette

from db.records.documents import Document, Text
from db.records.findings import Statement
from db.site.server import application
from db.site.start import FIRST_QUERIES, chosen_queries
from tests.db.site.musterhafen import DOCUMENT, EXCERPT, MINUTES, publish

Get = Callable[..., str]
EVERY_PAGE = (
    "/",
    "/suche",
    "/suche?q=stra*",
    "/dokumente",
    "/abfragen",
    "/genauigkeit",
    "/vollstaendigkeit",
    "/einlesen",
    f"/dokument/{DOCUMENT}",
    "/musterhafen",
    "/musterhafen/statements",
    "/musterhafen/statements/a1",
    "/musterhafen/attendances",
    "/musterhafen/wer_sagte_was",
    "/musterhafen?sql=select+1",
)


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_every_page_is_german_and_asks_nothing_of_others(page: Get, address: str) -> None:
    html = page(address)
    assert '<html lang="de">' in html
    assert not re.search(r'(?:src=|rel="(?:stylesheet|icon)"[^>]* href=)"(?:https?:)?//', html)
    assert "<script" not in html
    assert " style=" not in html


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_minutes_cannot_smuggle_markup_in(page: Get, address: str) -> None:
    assert "<script>alert" not in page(address)


def test_the_start_page_tells_what_is_here(page: Get) -> None:
    html = page("/")
    for name, count in (("Dokumente", 2), ("Äußerungen", 5), ("Beschlüsse", 2), ("Kommunen", 2)):
        assert re.search(rf"<dt>{name}</dt><dd><a [^>]*>{count}</a></dd>", html)
    assert f"/dokument/{DOCUMENT}" in html
    assert all(f"<h3>{readers}</h3>" in html for readers in ("Recherche", "Forschung", "Verwaltung"))
    assert "Zuletzt kam am 02.01.2024 etwas hinzu" in html
    assert "Zu 2 von 2 bekannten Sitzungen" in html
    assert re.search(r"waren \d+,\d % der zugeschriebenen Äußerungen richtig", html)
    assert '<a href="/kommune/musterhafen">Stadt Musterhafen</a>' in html


def test_the_start_page_offers_queries_that_there_are() -> None:
    chosen = {readers: {query.name for query in found} for readers, found in chosen_queries().items()}
    assert chosen == {readers: set(names) for readers, names in FIRST_QUERIES.items()}


def test_completeness_is_told_by_municipality_and_year(page: Get) -> None:
    html = page("/vollstaendigkeit")
    assert 'Stadt Musterhafen <span class="leise">1 von 1 Sitzung, 2023</span>' in html
    row = '<tr><th scope="row">2023</th><td class="n">1</td><td class="n">1</td><td class="n">9</td>'
    assert row in html, "what the last crawl saw stands beside it"
    assert '<th scope="row">2022</th><td class="n">1</td><td class="n">1</td></tr>' in html
    assert row in page("/kommune/musterhafen")
    assert row not in page("/kommune/kreis-nordmark")


def test_administrators_see_runs_refusals_and_doubts_in_german(page: Get) -> None:
    html = page("/einlesen")
    assert "02.01.2024" in html
    assert "eingang/kaputt.pdf" in html
    assert "Das Dokument nennt die Kommune nicht." in html
    assert "the municipality is not named" not in html
    assert f'href="/dokument/{DOCUMENT}">Beispiel</a>' in html
    assert "Das Dokument nennt die Kommune nicht." in page("/musterhafen/abgewiesen_und_zweifelhaft")
    assert "/einlesen" in page("/musterhafen/abgewiesen_und_zweifelhaft")


def test_the_accuracy_card_is_a_page_that_the_start_page_leads_to(page: Get, site: Datasette) -> None:
    assert '<a href="/genauigkeit">' in page("/")
    html = page("/genauigkeit")
    assert "Eine Kommune ausgelassen" in html
    assert '<th class="n">' in html
    (plot,) = re.findall(r'<img src="([^"]*)"', html)
    assert asyncio.run(site.client.get(plot)).headers["content-type"].startswith("image/svg")


def test_a_hit_leads_to_its_place(page: Get) -> None:
    html = page("/suche?q=schadhaft")
    assert f'href="/dokument/{DOCUMENT}#a-a1"' in html
    assert "<mark>schadhaft</mark>" in html
    assert "#a-a6" not in html, "what is told twice is found once"
    assert '<a class="wer" href="/person/quandt">Quandt</a>' in html
    item = '<a href="/punkt/m1_oe-1">Ausbau der Hafenstraße</a>'
    assert f"Stadt Musterhafen · Stadtrat · 14.03.2023, 18:00 Uhr · {item} · Seite 1" in html


def test_everything_is_searched_at_once(page: Get) -> None:
    html = page("/suche?q=hafen*+OR")
    assert "Keine Treffer" in html
    html = page("/suche?q=hafenstrasse")
    assert "Tagesordnungspunkte <b>1</b>" in html
    assert "Vorlagen und Anträge <b>1</b>" in html


@pytest.mark.parametrize(
    ("filters", "hits"),
    [
        ("", 1),
        ("&kommune=musterhafen", 1),
        ("&kommune=kreis-nordmark", 0),
        ("&jahr=2023", 1),
        ("&jahr=1999", 0),
    ],
)
def test_hits_are_filtered(page: Get, filters: str, hits: int) -> None:
    assert ("#a-a1" in page(f"/suche?q=schadhaft{filters}")) is bool(hits)


@pytest.mark.parametrize(
    "typed",
    ["hafen+-markt", "%22", "*", "%3Cscript%3E", "a%22b*", "%C3%A4+%C3%9F", "%00", "NEAR(", "x" * 2000],
)
def test_no_search_fails(page: Get, typed: str) -> None:
    assert "<script>" not in page(f"/suche?q={typed}")


def test_one_kind_is_paged(page: Get) -> None:
    html = page("/suche?q=schadhaft&art=aeusserungen&seite=2")
    assert "#a-a1" not in html
    assert "#a-a1" in page("/suche?q=schadhaft&art=unsinn&seite=-1&jahr=x&ordnung=datum")


def test_a_document_shows_every_letter_with_its_places(page: Get) -> None:
    html = page(f"/dokument/{DOCUMENT}")
    article = html[html.index("<article") : html.index("</article>")]
    for anchor in ("a-a1", "a-a6", "b-b1", "c-c1", "d-d2", "seite-2", "top-m1_oe-2"):
        assert article.count(f'id="{anchor}"') == 1
    assert f'id="z-{MINUTES.index("Frau Quandt")}"' in article
    assert "&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt;" in article
    assert article.count('<a class="wer" href="/person/quandt" title="Frau Quandt">Ida Quandt</a>') == 1
    assert 'title="Beschluss: angenommen, 12 Ja, 9 Nein, 1 Enthaltung"' in article


def test_a_document_leads_to_the_pages_of_what_it_holds(page: Get) -> None:
    html = page(f"/dokument/{DOCUMENT}")
    assert re.search(r'<a class="fundstelle" id="c-c1" [^>]*href="/gesetz/gemo">§ 34 Abs. 1 GemO</a>', html)
    assert '<a href="/sitzung/m1">12. Sitzung</a>' in html
    assert '<a href="/gremium/rat">Stadtrat</a>' in html
    assert '<a href="/kommune/musterhafen">Stadt Musterhafen</a>' in html
    assert html.count('<a href="/punkt/m1_oe-2">Seite des Punkts</a>') == 2


def test_a_page_of_a_pdf_opens_in_the_original(page: Get) -> None:
    assert 'href="https://ris.musterhafen.example/si0057.asp?id=7#page=2"' in page(f"/dokument/{DOCUMENT}")
    assert "#page=" not in page(f"/dokument/{EXCERPT}")


def test_a_document_tells_where_it_is_from(page: Get) -> None:
    html = page(f"/dokument/{DOCUMENT}")
    assert f'<code class="hash">{DOCUMENT}</code>' in html
    assert 'href="https://ris.musterhafen.example/si0057.asp?id=7"' in html
    assert '<a href="#top-m1_oe-1"><span class="nummer">Ö 1</span> Ausbau der Hafenstraße</a>' in html
    assert "Auszug Kreistag" in page(f"/dokument/{EXCERPT}")


def test_a_long_document_is_shown_at_once(tmp_path: Path) -> None:
    sentence = (
        "Frau Quandt erklärt, dass der Ausbau der Hafenstraße noch lange dauern werde und Geduld brauche.\n"
    )
    text = sentence * 3000
    said = (
        Statement(
            id=f"s{number}",
            document_id=DOCUMENT,
            speaker_name="Quandt",
            kind="indirect",
            text=sentence.strip(),
            start=number * len(sentence),
            end=(number + 1) * len(sentence) - 1,
            confidence=0.9,
            rule="example",
        )
        for number in range(3000)
    )
    head = Document(id=DOCUMENT, path="lang.txt", media_type="text/plain", kind="minutes", product="text")
    site = application(publish(tmp_path / "lang.db", head, Text(document_id=DOCUMENT, text=text), *said))
    asyncio.run(site.client.get("/abfragen"))
    begun = process_time()
    response = asyncio.run(site.client.get(f"/dokument/{DOCUMENT}"))
    assert process_time() - begun < 1
    assert response.text.count('class="aeusserung"') == 3001, "3000 and one in the legend"


def test_documents_are_listed_and_filtered(page: Get) -> None:
    assert "2 Dokumente" in page("/dokumente")
    html = page("/dokumente?kommune=kreis-nordmark&art=excerpt&jahr=2022")
    assert f"/dokument/{EXCERPT}" in html
    assert f"/dokument/{DOCUMENT}" not in html


@pytest.mark.parametrize(
    "address", ["/nichts", f"/dokument/{'c' * 64}", "/musterhafen/nichts", "/musterhafen/statements/x"]
)
def test_what_is_not_there_is_told_in_german(page: Get, address: str) -> None:
    answer = page(address, status=404)
    assert "Diese Seite gibt es nicht" in answer
    assert "not found" not in answer


def test_an_endless_query_is_stopped(page: Get) -> None:
    endless = "with recursive n(x) as (select 1 union all select x + 1 from n) select count(*) from n"
    html = page(f"/musterhafen?sql={endless.replace('+', '%2B').replace(' ', '+')}", status=400)
    assert "Sekunden und wurde abgebrochen" in html
    assert "&lt;textarea" not in html


def test_another_database_has_a_start_page_too(tmp_path: Path) -> None:
    other = tmp_path / "anderes.db"
    sqlite3.connect(other).execute("create table dinge (id integer primary key, name text)")
    site = application(other)
    assert "keine Sammlung" in asyncio.run(site.client.get("/")).text
    assert asyncio.run(site.client.get("/suche?q=x")).status_code == 404
    assert asyncio.run(site.client.get("/anderes/dinge")).status_code == 200


def test_wrong_sql_is_no_accident(page: Get, capsys: pytest.CaptureFixture[str]) -> None:
    assert "no such column" in page("/musterhafen?sql=select+nichts", status=400)
    page("/nichts.json", status=404)
    assert "Traceback" not in capsys.readouterr().err


def test_cells_speak_german_and_lead_to_their_place(page: Get) -> None:
    html = page("/musterhafen/decisions")
    assert "angenommen" in html
    assert f'<a class="stelle" href="/dokument/{DOCUMENT}#b-b1">zur Stelle</a>' in html
    assert f'<a href="/dokument/{DOCUMENT}#b-b1">Niederschrift Stadtrat</a>' in html
    row = page("/musterhafen/statements/a1")
    assert '<a href="/punkt/m1_oe-1">Ausbau der Hafenstraße</a>' in row
    assert f'<a href="/dokument/{DOCUMENT}">Niederschrift Stadtrat</a>' in page("/musterhafen/documents")
    assert "entschuldigt" in page("/musterhafen/attendances")
    assert "fortgesetzt" in page("/musterhafen/statements?_facet=kind&speaker_name=Quandt")


def test_json_and_csv_carry_what_is_stored(page: Get) -> None:
    assert '"outcome": "accepted"' in page("/musterhafen/decisions.json?_shape=array").replace('":"', '": "')
    assert ",accepted," in page("/musterhafen/beschluesse.csv")


def test_headers_keep_scripts_out(site: Datasette) -> None:
    for address in ("/", "/nichts", "/musterhafen.json", "/-/ratslese/ratslese.css"):
        headers = asyncio.run(site.client.get(address)).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert "unsafe-inline" not in headers["content-security-policy"].split("style-src")[0]
        assert headers["referrer-policy"] in ("same-origin", "no-referrer")


@pytest.mark.parametrize(
    ("short", "query"), [("/beschluesse", "beschluesse"), ("/hinweise", "abgewiesen_und_zweifelhaft")]
)
def test_short_addresses_lead_on(site: Datasette, short: str, query: str) -> None:
    response = asyncio.run(site.client.get(short))
    assert response.headers["location"] == f"/musterhafen/{query}"


def test_a_document_tells_that_its_minutes_were_approved(page: Get) -> None:
    assert "<dt>Genehmigung</dt><dd>genehmigt</dd>" in page(f"/dokument/{DOCUMENT}")
