"""Servers that replay example sites, and each site crawled twice for all tests that look at what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.crawl.oparl_site import OParl
from tests.crawl.server import Replay, Request, serving
from tests.crawl.sites import Allris3, SdNet, SessionNet, Site
from tests.crawl.town import Town, town

TOWNS: dict[type[Site], tuple[str, str]] = {
    Allris3: ("Stadt Ellerquell", "Stadtrat"),
    SessionNet: ("Stadt Weidenfurt", "Stadtrat"),
    SdNet: ("Gemeinde Kiefersund", "Gemeinderat"),
    OParl: ("Gemeinde Sandmoor", "Gemeinderat"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Crawled:
    """A site that was crawled, and crawled again a day later without a change, into the database in `folder`.

    `at_once` is how many requests were worked on at one time.
    """

    site: Site
    server: Replay
    folder: Path
    reports: tuple[Any, Any]
    requests: tuple[list[Request], list[Request]]
    at_once: int
    rows: tuple[dict[str, list[Any]], dict[str, list[Any]]]
    hours: Any

    @property
    def town(self) -> Town:
        """Whose site it is."""
        return self.site.town

    @property
    def database(self) -> Path:
        """What came of it."""
        return self.folder / "town.db"

    @property
    def body(self) -> Path:
        """The municipality's file."""
        return self.folder / "town.yaml"


@pytest.fixture
def server() -> Iterator[Replay]:
    """A server without a site."""
    with serving() as running:
        yield running


@pytest.fixture(scope="module", params=TOWNS, ids=lambda product: product.__name__)
def crawled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crawled]:
    """Each product's site after two crawls; its server still runs."""
    pytest.importorskip("reportlab")
    from tests.crawl.crawling import YEAR, Hours, body_file, crawl, rows

    product = request.param
    folder = tmp_path_factory.mktemp(product.__name__)
    with serving() as server:
        site = server.site = product(town(*TOWNS[product], year=YEAR), server.base)
        database, body, hours = folder / "town.db", body_file(site, folder), Hours()
        reports, requests, found = [], [], []
        for _ in range(2):
            reports.append(crawl(database, body, hours))
            requests.append(server.taken())
            found.append(rows(database))
            hours.later(days=1)
        yield Crawled(
            site=site,
            server=server,
            folder=folder,
            reports=(reports[0], reports[1]),
            requests=(requests[0], requests[1]),
            at_once=server.most_busy,
            rows=(found[0], found[1]),
            hours=hours,
        )
