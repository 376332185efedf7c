"""Whoever runs the site puts up an imprint; under a proxy's path every link stays below it."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest
from datasette.app import Datasette

from db.site.server import application
from tests.db.site.musterhafen import DOCUMENT


def get(site: Datasette, address: str) -> str:
    response = asyncio.run(site.client.get(address, follow_redirects=True))
    assert response.status_code == 200, response.text[:1000]
    return str(response.text)


@pytest.mark.parametrize("name", ["impressum", "datenschutz", "berichtigung"])
def test_what_is_configured_is_shown(published: Path, name: str) -> None:
    assert "Für Betreibende" in get(application(published), f"/{name}")
    site = application(published, notices={name: "# Verein Lesesaal\n\nHafenstr. 1 <script>x</script>"})
    assert "<h1>Verein Lesesaal</h1>" in get(site, f"/{name}")
    assert "<script>" not in get(site, f"/{name}")


PAGES = [
    "", "suche?q=schadhaft", "dokumente", "abfragen", "neu", "impressum", "genauigkeit", "kommune/musterhafen",
    "gremium/rat", "sitzung/m1", "punkt/m1_oe-1", "vorlage/p1", "person/quandt", "beschluss/b1", "gesetz/gemo",
    f"dokument/{DOCUMENT}", "musterhafen/statements", "zitat?q=seit+Jahren+schadhaft", "beschluesse", "hinweise",
]  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_below_a_proxys_path_every_link_stays_there(published: Path, path: str) -> None:
    site = application(published, base_url="/rat/lese/")
    html = get(site, f"/{path}")  # the client puts the base in front
    links = re.findall(r'(?:href|src|action)="(/[^"]*)"', html)
    assert links
    assert [link for link in links if not link.startswith("/rat/lese/")] == []
