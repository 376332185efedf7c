"""The replaying server itself: it shows the four sites, counts, and misbehaves as told."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import httpx
import pytest

from tests.crawl.oparl_site import OParl
from tests.crawl.server import Fault, Replay, serving
from tests.crawl.sites import Allris3, SdNet, SessionNet, Site
from tests.crawl.town import town

pytest.importorskip("reportlab")
TOWN = town("Stadt Ellerquell", "Stadtrat", year=2025)


@pytest.fixture
def server() -> Iterator[Replay]:
    with serving() as running:
        yield running


def test_a_town_has_thirty_meetings() -> None:
    assert (len(TOWN.meetings), len(TOWN.held), len(TOWN.papers)) == (30, 29, 48)
    assert sum(len(meeting.items) for meeting in TOWN.meetings) == 116
    assert sum(meeting.minutes for meeting in TOWN.meetings) == 28
    assert max(len(list(TOWN.stations(key))) for key in TOWN.papers) == 2


@pytest.mark.parametrize(
    ("product", "address", "said"),
    [
        (Allris3, "si010_e.asp?YY=2025&MM=6", "ENTFÄLLT! Sitzung des Bauausschusses"),
        (Allris3, "to010.asp?SILFDNR=1012", "Tagesordnung - Sitzung des Hauptausschusses"),
        (Allris3, "to020.asp?TOLFDNR=10123", 'name="allrisWP"'),
        (Allris3, "vo020.asp?VOLFDNR=3003", "Drucksache - 2025/0003"),
        (SessionNet, "si0040.php?__cjahr=2025&__cmonat=1", "si0057.php?__ksinr=1012"),
        (SessionNet, "si0057.php?__ksinr=1012", "getfile.php?id=10121&type=do"),
        (SessionNet, "vo0050.php?__kvonr=3003", "2025/0003"),
        (SdNet, "termine", "Hauptausschuss, 10. Sitzung"),
        (SdNet, "termine/", "Hauptausschuss, 10. Sitzung"),
    ],
)
def test_pages(server: Replay, product: type[Site], address: str, said: str) -> None:
    server.site = product(TOWN, server.base)
    answer = httpx.get(server.site.url + address)
    assert answer.status_code == 200
    assert said in answer.text
    assert httpx.get(server.site.url + address.replace("=1", "=9").replace("=3", "=9")).status_code in (
        200,
        404,
    )


def test_every_address_of_sd_net_leads_somewhere(server: Replay) -> None:
    server.site = SdNet(TOWN, server.base)
    addresses = re.findall(rf'href="({server.base}/[^"]+)"', httpx.get(server.site.url + "termine").text)
    assert len(addresses) == 30
    pages = [httpx.get(address) for address in addresses[:2]]
    inner = {a for page in pages for a in re.findall(rf'href="({server.base}/(?!gremien)[^"]+)"', page.text)}
    assert {httpx.get(address).status_code for address in inner} == {200}


def test_forms_are_answered_like_queries(server: Replay) -> None:
    server.site = Allris3(TOWN, server.base)
    answer = httpx.post(server.site.url + "do027.asp", data={"DOLFDNR": "10121", "options": "64"})
    assert answer.content.startswith(b"%PDF-")
    assert server.counts() == {"/bi/do027.asp": 1}


def test_oparl_lists_have_pages_and_are_filtered(server: Replay) -> None:
    server.site = OParl(TOWN, server.base)
    system = httpx.get(server.site.url).json()
    (body,) = httpx.get(system["body"]).json()["data"]
    page, meetings = httpx.get(body["meeting"]).json(), []
    while True:
        meetings += page["data"]
        if "next" not in page["links"]:
            break
        page = httpx.get(page["links"]["next"]).json()
    assert len(meetings) == 30
    assert httpx.get(meetings[0]["agendaItem"][1]["id"]).json() == meetings[0]["agendaItem"][1]
    assert httpx.get(meetings[0]["resultsProtocol"]["downloadUrl"]).content.startswith(b"%PDF-")
    late = httpx.get(body["meeting"], params={"modified_since": meetings[-3]["modified"]}).json()
    assert len(late["data"]) == 3
    assert json.loads(httpx.get(body["paper"]).text)["pagination"]["totalElements"] == 48


def test_unchanged_pages_are_304(server: Replay) -> None:
    server.site = SessionNet(TOWN, server.base)
    address = server.site.url + "si0057.php?__ksinr=1012"
    etag = httpx.get(address).headers["etag"]
    assert httpx.get(address, headers={"If-None-Match": etag}).status_code == 304
    assert [request.status for request in server.taken()] == [200, 304]
    assert server.taken() == []


def test_faults_happen_as_often_as_told(server: Replay) -> None:
    server.site = SessionNet(TOWN, server.base)
    server.faults = [
        Fault(at="ksinr=1012", status=429, headers={"Retry-After": "1"}),
        Fault(at="ksinr=1012", status=500, times=2),
    ]
    address = server.site.url + "si0057.php?__ksinr=1012"
    assert [httpx.get(address).status_code for _ in range(4)] == [429, 500, 500, 200]
    server.faults = [Fault(at="ksinr=1012", kind="broken")]
    with pytest.raises(httpx.RemoteProtocolError):
        httpx.get(address)
    assert httpx.get(address).status_code == 200
