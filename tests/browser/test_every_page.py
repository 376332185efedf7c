"""Every kind of page at both widths: accessible, no wider than the window, in light and dark."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

KINDS = {
    "start": "/",
    "suche": "/suche?q=Satzung",
    "zitat": "/zitat?q=die+Solaranlage+auf+dem+Dach",
    "dokumente": "/dokumente",
    "abfragen": "/abfragen",
    "abfrage": "/hinweise",
    "neu": "/neu",
    "genauigkeit": "/genauigkeit",
    "vollstaendigkeit": "/vollstaendigkeit",
    "einlesen": "/einlesen",
    "impressum": "/impressum",
    "ozg": "/ozg",
    "ozg-fristen": "/ozg/fristen",
    "ozg-leistungen": "/ozg/leistungen",
    "ozg-wer": "/ozg/wer",
    "ozg-vergleich": "/ozg/vergleich",
    "ozg-angaben": "/ozg/angaben",
    "kommune": "bodies",
    "gremium": "organizations",
    "sitzung": "meetings",
    "punkt": "agenda_items",
    "vorlage": "papers",
    "person": "persons",
    "aeusserung": "statements",
    "beschluss": "decisions",
    "gesetz": "laws",
    "dokument": "documents",
}

SERIOUS = ("serious", "critical")


def address(page: Page, kind: str) -> str:
    """The address of a page of this kind; of things the first one of its table."""
    there = KINDS[kind]
    if there.startswith("/"):
        return there
    order = {"documents": "page_count", "agenda_items": "start"}.get(there, "rowid")
    sql = f"select id from {there} order by {order} desc limit 1"
    rows = page.request.get("/beispiele.json", params={"sql": sql, "_shape": "arrayfirst"}).json()
    return f"/{kind}/{rows[0]}"


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_accessible(page: Page, kind: str) -> None:
    """On a desk in light colours, on a phone in dark ones."""
    narrow = page.evaluate("window.innerWidth") < 600
    page.emulate_media(color_scheme="dark" if narrow else "light")
    answer = page.goto(address(page, kind))
    assert answer is not None
    assert answer.ok
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    serious = [
        f"{violation['id']}: {node['html'][:150]}"
        for violation in found
        if violation["impact"] in SERIOUS
        for node in violation["nodes"]
    ]
    assert serious == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_scrolls_sideways(page: Page, kind: str) -> None:
    page.goto(address(page, kind))
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
