"""The observatory: every page answers, every number leads to its sentence, charts carry no script or style."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette

from db.records.documents import Document, Text
from db.records.findings import OzgConcept, OzgMention, Statement
from db.records.motions import Demand
from db.records.ozg import OzgFact
from db.site.ozg.charts import Point, bars, timeline
from db.site.server import application
from tests.db.site.musterhafen import council, publish

Get = Callable[..., str]
PAGES = ("", "/fristen", "/leistungen", "/wer", "/vergleich", "/forderungen", "/angaben")
MOTION = "c" * 64
TEXT = (
    "Das OZG gilt. Bis Ende 2022 sind 39 Dienste anzubieten, sagt Frau Quandt. "
    "Die Hundesteuer ist noch nicht online möglich. Die Verwaltung wird gebeten, zu berichten."
)


def place(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {
        "document_id": MOTION,
        "text": words,
        "start": start,
        "end": start + len(words),
        "rule": "example",
    }


def fact(id: str, kind: Any, value: str, words: str, stance: Any, **more: Any) -> OzgFact:
    start = TEXT.index(words)
    sentence = {"sentence_start": TEXT.rfind(". ", 0, start) + 1, "sentence_end": TEXT.index(".", start) + 1}
    return OzgFact(id=id, kind=kind, value=value, stance=stance, **sentence, **place(words), **more)


@pytest.fixture(scope="module")
def observatory(tmp_path_factory: pytest.TempPathFactory) -> Datasette:
    told = {"stated_by": "Quandt", "stated_as": "speaker", "stated_on": "2021-10-28"}
    rows = [
        Document(
            id=MOTION,
            path="antrag.txt",
            media_type="text/plain",
            kind="motion",
            product="Antrag",
            title="Antrag <b>OZG</b>",
            date="2021-10-28",
            body_id="musterhafen",
        ),
        Text(document_id=MOTION, text=TEXT),
        OzgConcept(id="OZG", label="Onlinezugangsgesetz", category="Gesetz", description="Gesetz."),
        OzgConcept(id="Hundesteuer", label="Hundesteuer", category="Leistung", description="Steuer."),
        Statement(
            id="s1",
            speaker_name="Quandt",
            kind="indirect",
            confidence=0.9,
            **place(TEXT[14 : TEXT.index(" Die H")]),
        ),
        OzgMention(id="m1", concept_id="OZG", **place("OZG")),
        OzgMention(id="m2", concept_id="OZG", statement_id="s1", **place("Dienste")),
        fact("f1", "deadline", "2022-12-31", "Bis Ende 2022", "announced", statement_id="s1", **told),
        fact("f2", "count", "39", "39 Dienste", "reported", unit="Dienste", **told),
        fact("f3", "status", "offen", "noch nicht online möglich", "reported", concept_id="Hundesteuer"),
        Demand(id="g1", position=1, addressee="Verwaltung", **place("zu berichten")),
    ]
    return application(publish(tmp_path_factory.mktemp("ozg") / "ozg.db", *council(), *rows))


@pytest.fixture
def page(observatory: Datasette) -> Get:
    def get(address: str) -> str:
        response = asyncio.run(observatory.client.get(address))
        assert response.status_code == 200, response.text[:2000]
        return str(response.text)

    return get


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_strict_and_german(page: Get, path: str) -> None:
    html = page(f"/ozg{path}")
    assert '<html lang="de">' in html
    assert not re.search(r"<script|<style| style=", html)
    assert "<b>OZG</b>" not in html
    assert 'aria-current="page"' in html


@pytest.mark.parametrize("path", PAGES)
def test_every_place_that_is_linked_is_there(page: Get, path: str) -> None:
    document = page(f"/dokument/{MOTION}")
    places = re.findall(rf"/dokument/{MOTION}#([\w-]+)", page(f"/ozg{path}"))
    assert places or path == "/"
    assert all(f'id="{anchor}"' in document for anchor in places)


@pytest.mark.parametrize("path", ["", "/fristen", "/leistungen", "/wer", "/vergleich"])
def test_a_chart_has_a_name_and_a_table_beside_it(page: Get, path: str) -> None:
    html = page(f"/ozg{path}")
    assert re.search(r'<svg[^>]* aria-label="[^"]+"', html)
    assert "<table>" in html


def test_promises_stand_against_reports(page: Get) -> None:
    html = page("/ozg/fristen")
    assert re.search(r"<td data.*#f-f1.*</td>\s*<td data.*#f-f2.*#f-f3", html, re.DOTALL)


def test_facts_are_filtered_by_what_the_address_says(page: Get) -> None:
    assert "1 Angabe<" in page("/ozg/angaben?art=deadline").replace("\n", "")
    assert "39 Dienste" not in page("/ozg/angaben?art=deadline&aussage=reported")
    assert "Dazu ist nichts bekannt." in page("/ozg/angaben?kommune=Nirgends")


def test_an_empty_collection_has_pages_too(tmp_path: Path) -> None:
    empty = application(publish(tmp_path / "leer.db", *council()))
    for path in PAGES:
        assert asyncio.run(empty.client.get(f"/ozg{path}")).status_code == 200


def test_charts_name_their_marks() -> None:
    drawn = timeline(
        "Titel", {"Frist": [Point(day="2022", row="A", label="bis <2022>", address="/x")]}, ["A", "B"]
    )
    assert "<title>bis &lt;2022&gt;</title>" in drawn
    assert 'href="/x"' in drawn
    assert drawn.count("<circle") == 1
    stacked = bars("Titel", {"offen": [(2, "/y")], "abgeschlossen": [(1, "/z")]}, ["A"])
    assert len(re.findall(r'<a [^>]*href="/[yz]"[^>]*>.*?<rect', stacked)) == 2
    assert bars("Leer", {"x": []}, []) == ""
    assert timeline("Leer", {"x": []}, []) == ""
