"""What a server does wrong, on a site of six meetings: waited for, tried again, refused with an issue, had later."""

from __future__ import annotations

import datetime
from collections import Counter
from pathlib import Path

import pytest

from tests.crawl.crawling import (
    CONTACT,
    PAUSE,
    YEAR,
    Hours,
    body_file,
    crawl,
    every,
    issues,
    meeting_id,
    one,
)
from tests.crawl.server import Fault, Replay, serving
from tests.crawl.sites import SessionNet
from tests.crawl.town import town


@pytest.fixture
def small(server: Replay, tmp_path: Path) -> tuple[SessionNet, Path, Path]:
    """A small site with its municipality's file and where its database will be."""
    pytest.importorskip("reportlab")
    site = server.site = SessionNet(town("Stadt Weidenfurt", "Stadtrat", year=YEAR, months=2), server.base)
    return site, body_file(site, tmp_path), tmp_path / "town.db"


def test_retry_after_is_waited_for(server: Replay, small: tuple[SessionNet, Path, Path]) -> None:
    _, body, database = small
    server.faults = [Fault(at="ksinr=1012", status=429, headers={"Retry-After": "77"})]
    hours = Hours()
    crawl(database, body, hours)
    assert [seconds for seconds in hours.slept if seconds > 10] == [77.0]
    assert issues(database) == []
    assert [request.status for request in server.asked("ksinr=1012")] == [429, 200]


def test_failures_are_tried_again_with_growing_pauses(
    server: Replay, small: tuple[SessionNet, Path, Path]
) -> None:
    _, body, database = small
    server.faults = [Fault(at="ksinr=1012", status=503, times=3)]
    hours = Hours()
    crawl(database, body, hours)
    waits = [seconds for seconds in hours.slept if seconds > PAUSE]
    assert waits == sorted(waits)
    assert len(waits) == 3
    assert issues(database) == []


def test_what_fails_again_and_again_is_listed_and_had_later(
    server: Replay, small: tuple[SessionNet, Path, Path]
) -> None:
    site, body, database = small
    server.faults = [Fault(at="ksinr=1012", status=500, times=None)]
    hours = Hours()
    crawl(database, body, hours)
    assert [address for address, _ in issues(database)] == [f"{site.url}si0057.php?__ksinr=1012"]
    missing = meeting_id(site.town, 1012)
    assert one(database, "select count(*) from agenda_items where meeting_id = ?", missing) == 0
    assert one(database, "select count(*) from agenda_items") == 20
    server.faults = []
    hours.later(days=1)
    crawl(database, body, hours)
    assert one(database, "select count(*) from agenda_items where meeting_id = ?", missing) == 4
    assert issues(database) == []


def test_a_meeting_whose_page_is_gone_is_kept_and_marked(
    server: Replay, small: tuple[SessionNet, Path, Path]
) -> None:
    """Its calendar shows it still; when the page is there again, so is the meeting."""
    site, body, database = small
    hours = Hours(datetime.datetime(YEAR, 3, 1, tzinfo=datetime.UTC).timestamp())
    crawl(database, body, hours)
    server.faults = [Fault(at="ksinr=1022", status=404, times=None)]
    hours.later(days=1)
    assert crawl(database, body, hours).withdrawn == 1
    gone = meeting_id(site.town, 1022)
    assert every(database, "select id from meetings where withdrawn") == [(gone,)]
    assert one(database, "select count(*) from agenda_items where meeting_id = ?", gone) == 4
    assert one(database, "select count(*) from statements where agenda_item_id like ?", f"{gone}%") > 0
    server.faults = []
    hours.later(days=31)
    crawl(database, body, hours)
    assert every(database, "select id from meetings where withdrawn") == []


def test_a_redirect_to_another_host_is_refused(server: Replay, small: tuple[SessionNet, Path, Path]) -> None:
    site, body, database = small
    with serving() as other:
        other.site = site
        target = f"http://localhost:{other.server_address[1]}/bi/si0057.php?__ksinr=1012"
        server.faults = [Fault(at="ksinr=1012", status=302, headers={"Location": target}, times=None)]
        crawl(database, body)
        assert other.asked() == []
    ((address, message),) = issues(database)
    assert address == f"{site.url}si0057.php?__ksinr=1012"
    assert "host" in message
    assert one(database, "select count(*) from agenda_items") == 20


def test_a_redirect_within_the_host_is_followed(server: Replay, small: tuple[SessionNet, Path, Path]) -> None:
    _, body, database = small
    server.faults = [
        Fault(at="ksinr=1012$", status=302, headers={"Location": "/bi/si0057.php?__ksinr=1012&x=1"})
    ]
    crawl(database, body)
    assert issues(database) == []
    assert one(database, "select count(*) from agenda_items") == 24


def test_robots_txt_is_obeyed(server: Replay, small: tuple[SessionNet, Path, Path]) -> None:
    site, body, database = small
    server.robots = "User-agent: *\nDisallow: /bi/vo0050.php\nCrawl-delay: 3\n"
    hours = Hours()
    crawl(database, body, hours)
    assert server.asked("vo0050") == []
    assert len(server.asked("robots.txt")) == 1
    refused = {address for address, message in issues(database) if "robots.txt" in message}
    assert refused == {f"{site.url}vo0050.php?__kvonr={key}" for key in site.town.papers}
    assert one(database, "select count(*) from agenda_items") == 24
    assert max(hours.slept) == 3.0


def test_private_addresses_are_contacted_by_tests_only(
    server: Replay, small: tuple[SessionNet, Path, Path]
) -> None:
    _, body, database = small
    crawl(database, body, private=False)
    assert server.asked() == []
    assert issues(database)
    assert all("private address" in message for _, message in issues(database))


def test_a_spent_budget_ends_the_run_and_the_next_goes_on(
    server: Replay, small: tuple[SessionNet, Path, Path]
) -> None:
    from sources.fetch import Budget

    _, body, database = small
    hours = Hours()
    report = crawl(database, body, hours, budget=Budget(requests=15))
    assert len(server.asked()) == report.requests == 15
    assert report.unfinished
    assert crawl(database, body, hours).unfinished is None
    assert one(database, "select count(*) from agenda_items") == 24
    asked = Counter(request.target for request in server.asked())
    assert {target for target, times in asked.items() if times > 1} == {"/robots.txt"}


@pytest.fixture
def _settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RATSLESE_PRIVATE_ADDRESSES", "1")
    monkeypatch.setenv("RATSLESE_PAUSE", "0")


@pytest.mark.usefixtures("_settings")
@pytest.mark.parametrize(
    ("fault", "options", "status", "said"),
    [
        (None, [], 0, "45 taken"),
        (Fault(at="ksinr=1012", status=404, times=None), [], 1, "si0057.php?__ksinr=1012"),
        (None, ["--budget", "5"], 1, "5 requests"),
    ],
    ids=["all well", "a page is missing", "the budget is spent"],
)
def test_the_command(
    server: Replay,
    small: tuple[SessionNet, Path, Path],
    fault: Fault | None,
    options: list[str],
    status: int,
    said: str,
) -> None:
    from click.testing import CliRunner

    from pipeline.commands import ratslese

    _, body, database = small
    server.faults = [fault] if fault else []
    asked = ["crawl", str(body), "--db", str(database), "--contact", CONTACT, "--until", f"{YEAR}-12-31"]
    answer = CliRunner().invoke(ratslese, [*asked, *options])
    assert answer.exit_code == status, answer.output
    assert said in answer.output
