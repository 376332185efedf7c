"""Everything that has an address of its own has a page and the same as JSON."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from datasette.app import Datasette

from db.records.council import Person
from db.records.documents import Text
from db.records.findings import Decision
from db.site.server import application
from tests.db.site.musterhafen import DOCUMENT, EXCERPT, council, documents, findings, publish

Get = Callable[..., str]

PAGES = {
    "/kommune/musterhafen": ("Stadt Musterhafen", "Stadtrat", "Ida Quandt"),
    "/gremium/rat": ("Stadtrat", "12. Sitzung"),
    "/sitzung/m1": ("12. Sitzung", "Umsetzung des OZG", "Jan Übelhör", "entschuldigt"),
    "/punkt/m1_oe-1": ("Ausbau der Hafenstraße", "Ida Quandt", "schadhaft", "12 Ja", "DrS/2023/17"),
    "/vorlage/p1": ("DrS/2023/17", "angenommen", "Stadtrat"),
    "/person/quandt": ("Ida Quandt", "2 Äußerungen", "schadhaft"),
    "/aeusserung/a2": ("Ida Quandt", "<mark>Sie werde", "Im Zusammenhang", f"SHA-256 {DOCUMENT}"),
    "/beschluss/b1": ("angenommen", "9 Nein", f"SHA-256 {DOCUMENT}"),
    "/gesetz/gemo": ("Gemeindeordnung", "§ 34 Abs. 1 GemO", "1 Fundstelle"),
}


@pytest.mark.parametrize("address", PAGES)
def test_a_page_shows_what_is_known(page: Get, address: str) -> None:
    html = page(address)
    for said in PAGES[address]:
        assert said in html


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_there_as_json(page: Get, address: str) -> None:
    assert "head" in json.loads(page(f"{address}.json"))


@pytest.mark.parametrize(
    "address", [f"/{name}/nichts" for name in ("kommune", "sitzung", "person", "gesetz")]
)
def test_what_is_not_there_is_not_found(page: Get, address: str) -> None:
    assert "Das ist hier nicht zu finden" in page(address, status=404)


def test_sentences_of_one_speaker_are_one_turn(page: Get) -> None:
    turns = json.loads(page("/punkt/m1_oe-1.json"))["turns"]
    assert [(turn["name"], len(turn["statements"])) for turn in turns] == [
        ("Ida Quandt", 2),
        ("Jan Übelhör", 1),
    ]


def test_scripts_in_minutes_are_text(page: Get) -> None:
    assert "<script>" not in page("/punkt/m1_oe-1")
    assert "&lt;script&gt;" in page("/punkt/m1_oe-1")


def test_every_link_of_a_page_leads_somewhere(site: Datasette, page: Get) -> None:
    import re

    links = {
        link.split("#")[0].replace("&amp;", "&")
        for address in PAGES
        for link in re.findall(r'href="(/[^"]*)"', page(address))
    }
    for link in sorted(links):
        status = asyncio.run(site.client.get(link)).status_code
        assert status in (200, 302), link


def test_a_long_decision_is_folded_beside_others_and_whole_on_its_own_page(tmp_path: Path) -> None:
    words = "Der Ausbau wird in weiteren Abschnitten beschlossen. " * 30
    text = "TOP 1\n" + words
    long = Decision(
        id="b9",
        document_id=EXCERPT,
        agenda_item_id="m1_oe-1",
        outcome="accepted",
        text=words,
        start=6,
        end=len(text),
        page=1,
        confidence=1.0,
        rule="example",
    )
    told = [
        record for record in documents() if not (isinstance(record, Text) and record.document_id == EXCERPT)
    ]
    site = application(
        publish(
            tmp_path / "lang.db", *council(), *told, Text(document_id=EXCERPT, text=text), *findings(), long
        )
    )
    item = asyncio.run(site.client.get("/punkt/m1_oe-1")).text
    assert "<details><summary>Ganzer Wortlaut</summary>" in item
    assert words.strip() in " ".join(item.split())
    assert "Ganzer Wortlaut" not in asyncio.run(site.client.get("/beschluss/b9")).text


def test_titles_are_not_doubled(tmp_path: Path) -> None:
    person = Person(id="dr", body_id="musterhafen", name="Dr. Ute Möwe", family_name="Möwe", title="Dr.")
    site = application(publish(tmp_path / "titel.db", *council(), person))
    assert "<h1>Dr. Ute Möwe</h1>" in asyncio.run(site.client.get("/person/dr")).text
