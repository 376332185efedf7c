"""Example sites of four products, crawled end to end: all is there, politely had, and stays whatever happens."""

from __future__ import annotations

import datetime
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.crawl.conftest import Crawled
from tests.crawl.crawling import (
    CONTACT,
    PAUSE,
    Hours,
    crawl,
    every,
    issues,
    meeting_id,
    one,
    reread,
    rows,
)
from tests.crawl.oparl_site import OParl
from tests.crawl.server import Fault, Replay
from tests.crawl.town import Item, Meeting

AGENDAS = {
    "Allris3": r"to010\.asp\?SILFDNR={}$",
    "SessionNet": r"si0057\.php\?__ksinr={}$",
    "SdNet": r"/tops/\?__=.*{}$",
    "OParl": r"/meeting(/{}|\?.*)?$",
}
"""Where a meeting's agenda stands."""

WITHOUT_VALIDATORS = {"Allris3"}
"""Products whose pages come without ETag."""

WITHOUT_RESULTS = {"SdNet"}
"""Products whose agendas show no results."""

OFFERED_TWICE = {"Allris3"}
"""Products whose calendar offers the minutes at an address of its own."""

EXCERPTS = {"Allris3"}
"""Products whose excerpts tell of statements where there are no minutes yet."""


ONLY_LISTS_OF_OBJECTS = pytest.mark.parametrize("crawled", [OParl], indirect=True, ids=["OParl"])
"""For what no other product has: an answer that lists changed objects."""


def name_of(crawled: Crawled) -> str:
    return type(crawled.site).__name__


# what is there


def test_all_meetings_are_there(crawled: Crawled) -> None:
    found = every(crawled.database, "select id, substr(start, 1, 10), cancelled from meetings order by start")
    assert [(row[0], row[1], bool(row[2])) for row in found] == [
        (meeting_id(crawled.town, m.key), str(m.day), m.cancelled) for m in crawled.town.meetings
    ]
    assert len(found) == 30


def test_all_items_are_there_with_their_results(crawled: Crawled) -> None:
    """The result is what the minutes say where they are there, else what the system calls it."""
    found = every(
        crawled.database,
        "select meeting_id, number, title, public, outcome, result from agenda_items "
        "where number is not null order by meeting_id, position",
    )
    meetings = sorted(crawled.town.meetings, key=lambda meeting: meeting_id(crawled.town, meeting.key))
    expected = [(meeting, item) for meeting in meetings for item in meeting.items]
    assert [row[:5] for row in found_numbers(found)] == [
        (meeting_id(crawled.town, m.key), i.number.split(" ")[1], i.title, i.public, told(crawled, m, i))
        for m, i in expected
    ]
    assert len(found) == 116
    for row, (meeting, item) in zip(found, expected, strict=True):
        said = " ".join(row[5].split()) if row[5] else None
        assert said in ((item.result, item.decision) if told(crawled, meeting, item) else (None,))


def told(crawled: Crawled, meeting: Meeting, item: Item) -> str | None:
    """The outcome of an item as far as minutes or agenda tell it."""
    return item.outcome if meeting.minutes or name_of(crawled) not in WITHOUT_RESULTS else None


def found_numbers(found: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """The rows with their bare numbers."""
    return [(row[0], re.sub(r"[^\d]", "", row[1]), *row[2:]) for row in found]


def test_all_papers_are_there_with_where_they_were_dealt_with(crawled: Crawled) -> None:
    found = every(crawled.database, "select reference, name, paper_type from papers order by reference")
    assert found == [(p.reference, p.name, p.paper_type) for p in crawled.town.papers.values()]
    assert len(found) == 48
    stations = every(
        crawled.database,
        "select reference, c.meeting_id from consultations c join papers p on p.id = paper_id order by 1, 2",
    )
    assert stations == sorted(
        (paper.reference, meeting_id(crawled.town, meeting.key))
        for key, paper in crawled.town.papers.items()
        for meeting, _ in crawled.town.stations(key)
    )
    assert len(stations) == 58


def test_all_files_are_there_and_read(crawled: Crawled) -> None:
    found = Counter(
        kind for (kind,) in every(crawled.database, "select kind from files where url is not null")
    )
    assert found["minutes"] == 28 * (1 + (name_of(crawled) in OFFERED_TWICE))
    assert found["paper"] + found["other"] == 48
    assert found["invitation"] + found["notice"] == 10
    assert sum(found.values()) == 86 + 28 * (name_of(crawled) in OFFERED_TWICE)
    read = Counter(
        kind
        for (kind,) in every(
            crawled.database, "select kind from documents where media_type = 'application/pdf'"
        )
    )
    assert read["minutes"] == 28
    assert read["paper"] + read["motion"] == 48


SAID = (
    "select agenda_item_id, speaker_name from statements join documents d on d.id = document_id "
    "where d.kind in ('minutes', 'excerpt')"
)


def test_who_said_what_is_there(crawled: Crawled) -> None:
    told = {
        (f"{meeting_id(crawled.town, m.key)}_oe-{i.number.split(' ')[1]}", speech.split(" ")[1])
        for m in crawled.town.meetings
        for i in m.items
        for speech in i.speeches
        if m.minutes or name_of(crawled) in EXCERPTS
    }
    found = set(every(crawled.database, SAID))
    assert found == told
    assert len(found) == (116 if name_of(crawled) in EXCERPTS else 112)


def test_every_vote_is_there_once(crawled: Crawled) -> None:
    voted = {
        (f"{meeting_id(crawled.town, m.key)}_oe-{i.number.split(' ')[1]}", i.outcome, *i.votes)
        for m in crawled.town.meetings
        for i in m.items
        if i.votes
    }
    found = every(
        crawled.database,
        "select agenda_item_id, outcome, votes_yes, votes_no, coalesce(votes_abstain, 0) from decisions "
        "where double_of is null and votes_yes is not null",
    )
    kept = {row for row in voted if "stadtrat_2025-10" in row[0] or "gemeinderat_2025-10" in row[0]}
    assert set(found) - voted == set()
    assert (
        voted - set(found) <= kept
    )  # the last minutes are not there yet, and not every system shows votes elsewhere
    assert len(found) == len(set(found))


def test_all_is_the_municipality_s(crawled: Crawled) -> None:
    assert every(crawled.database, "select name from bodies") == [(crawled.town.name,)]
    strangers = (
        "select count(*) from documents where body_id is null or body_id not in (select id from bodies)"
    )
    assert one(crawled.database, strangers) == 0
    assert issues(crawled.database) == []


# how it was asked for


def test_the_crawl_is_polite(crawled: Crawled) -> None:
    first = crawled.requests[0]
    assert first[0].target == "/robots.txt"
    agents = {request.headers["user-agent"] for request in first}
    assert len(agents) == 1
    assert re.fullmatch(rf"Ratslese/\S+ \(\+{re.escape(CONTACT)}\)", agents.pop())
    assert crawled.at_once == 1
    assert sum(crawled.hours.slept) >= PAUSE * (len(first) - 1 + len(crawled.requests[1]) - 1)
    asked = Counter((request.method, request.target) for request in first)
    assert [target for target, times in asked.items() if times > 1] == []
    assert {request.status for request in first} <= {200, 404}


def test_the_second_run_asks_for_a_fifth_at_most(crawled: Crawled) -> None:
    first, second = map(len, crawled.requests)
    print(f"{crawled.site.product}: {first} requests, then {second}")
    assert second <= first / 5
    assert first == crawled.reports[0].requests


def test_the_second_run_changes_nothing(crawled: Crawled) -> None:
    assert crawled.rows[1] == crawled.rows[0]
    assert crawled.reports[1].fates["taken"] == crawled.reports[1].fates["replaced"] == 0


def test_pages_are_asked_for_again_on_condition(crawled: Crawled) -> None:
    first, second = crawled.requests
    had = {request.target for request in first}
    again = [request for request in second if request.target in had and request.path != "/robots.txt"]
    if name_of(crawled) in WITHOUT_VALIDATORS:
        assert {request.status for request in again} == {200}
    else:
        assert again
        assert {request.status for request in again} == {304}
        assert all("if-none-match" in request.headers for request in again)


# what happens meanwhile


@pytest.fixture
def copied(crawled: Crawled, tmp_path: Path) -> Path:
    """A copy of what was crawled; its database."""
    shutil.copytree(crawled.folder, tmp_path / "copy")
    return tmp_path / "copy/town.db"


def test_changes_and_withdrawals_are_seen(crawled: Crawled, copied: Path) -> None:
    """The last minutes come with another result, and an earlier meeting vanishes."""
    at = datetime.datetime.fromtimestamp(crawled.hours.seconds, datetime.UTC) - datetime.timedelta(hours=2)
    last, vanished = crawled.town.meetings[-1], crawled.town.meetings[-2]
    items = tuple(
        item
        if item.key % 10 != 2
        else type(item)(
            key=item.key,
            number=item.number,
            title=item.title,
            paper=item.paper,
            result="abgelehnt",
            outcome="rejected",
            votes=(3, 15, 1),
            speeches=item.speeches,
            decision="Der Vorschlag wird mit 3 Ja-Stimmen, 15 Nein-Stimmen und 1 Enthaltungen abgelehnt.",
        )
        for item in last.items
    )
    changed = crawled.town.changed(last.key, at, minutes=True, items=items).without(vanished.key, at)
    before = one(
        copied,
        "select count(*) from statements where agenda_item_id like ?",
        f"{meeting_id(changed, vanished.key)}%",
    )
    crawled.server.site = type(crawled.site)(changed, crawled.server.base)
    try:
        report = crawl(copied, crawled.body, Hours(crawled.hours.seconds))
        crawled.server.taken()
    finally:
        crawled.server.site = crawled.site
    assert report.withdrawn == 1
    assert every(copied, "select id from meetings where withdrawn") == [(meeting_id(changed, vanished.key),)]
    kept = "select count(*) from statements where agenda_item_id like ?"
    assert one(copied, kept, f"{meeting_id(changed, vanished.key)}%") == before > 0
    item = f"{meeting_id(changed, last.key)}_oe-2"
    assert one(copied, "select outcome from agenda_items where id = ?", item) == "rejected"
    votes = (
        "select votes_yes, votes_no from decisions "
        "where agenda_item_id = ? and double_of is null and votes_yes is not null"
    )
    assert every(copied, votes, item) == [(3, 15)]
    assert one(copied, "select count(*) from documents where kind = 'minutes' and current") == 29


@ONLY_LISTS_OF_OBJECTS
def test_an_object_that_changed_takes_the_place_of_what_it_was(crawled: Crawled, copied: Path) -> None:
    """A meeting moves to another room and its items end otherwise, and the next run asks for changes only."""
    at = datetime.datetime.fromtimestamp(crawled.hours.seconds, datetime.UTC) - datetime.timedelta(hours=2)
    last = crawled.town.meetings[-1]
    hours, item = Hours(crawled.hours.seconds), f"{meeting_id(crawled.town, last.key)}_oe-2"
    try:
        for place, (room, result) in enumerate([("Aula", "abgelehnt"), ("Kantine", "vertagt")]):
            items = tuple(replace(one, result=result) if one.result else one for one in last.items)
            changed = crawled.town.changed(
                last.key, at + place * datetime.timedelta(days=1), room=room, items=items
            )
            crawled.server.site = type(crawled.site)(changed, crawled.server.base)
            report = crawl(copied, crawled.body, hours)
            assert report.fates["replaced"] == 1
            assert report.fates["taken"] == 0
            assert one(copied, "select room from meetings where id = ?", item.split("_oe-")[0]) == room
            assert one(copied, "select result from agenda_items where id = ?", item) == result
            hours.later(days=1)
        crawled.server.taken()
    finally:
        crawled.server.site = crawled.site
    known = "select count(*), sum(current) from documents where path like ?"
    assert every(copied, known, f"%/meeting/{last.key}") == [(3, 1)]
    assert one(copied, "select count(*) from documents where path like '%/meeting?%'") == 0
    assert_reads_the_same_again(crawled, copied)


@ONLY_LISTS_OF_OBJECTS
def test_a_deleted_object_is_marked_until_it_is_back(crawled: Crawled, copied: Path) -> None:
    at = datetime.datetime.fromtimestamp(crawled.hours.seconds, datetime.UTC) - datetime.timedelta(hours=2)
    gone, hours = crawled.town.meetings[-1], Hours(crawled.hours.seconds)
    marked, items = "select id from meetings where withdrawn", "select id, title, result from agenda_items"
    before = every(copied, items)
    try:
        crawled.server.site = type(crawled.site)(crawled.town.without(gone.key, at), crawled.server.base)
        assert crawl(copied, crawled.body, hours).withdrawn == 1
        assert every(copied, marked) == [(meeting_id(crawled.town, gone.key),)]
        assert every(copied, items) == before
        assert_reads_the_same_again(crawled, copied)
        hours.later(days=1)
        back = crawled.town.changed(gone.key, at + datetime.timedelta(days=1))
        crawled.server.site = type(crawled.site)(back, crawled.server.base)
        crawl(copied, crawled.body, hours)
        crawled.server.taken()
    finally:
        crawled.server.site = crawled.site
    assert every(copied, marked) == []
    assert every(copied, items) == before


def assert_reads_the_same_again(crawled: Crawled, database: Path) -> None:
    """What was kept gives the same rows again, over those that are there and without them."""
    before = rows(database)
    reread(database, crawled.body)
    assert rows(database) == before
    for file in database.parent.glob("town.db*"):
        file.unlink()
    reread(database, crawled.body)
    assert rows(database) == {**before, "completeness": []}  # it is counted at the end of a crawl


def wait_for(server: Replay, requests: int, process: subprocess.Popen[bytes]) -> None:
    """Until so many requests were made."""
    until = time.monotonic() + 30
    while len(server.asked()) < requests:
        assert process.poll() is None, "the crawl ended too early"
        assert time.monotonic() < until
        time.sleep(0.005)


def test_killed_and_disturbed_it_finds_the_same(crawled: Crawled, tmp_path: Path) -> None:
    """429 with Retry-After, 500s, a timeout, a broken answer; killed in the middle, and crawled again."""
    server, pattern = crawled.server, AGENDAS[name_of(crawled)]
    keys = [meeting.key for meeting in crawled.town.held]
    server.faults = [
        Fault(at=pattern.format(keys[1]), status=429, headers={"Retry-After": "7"}),
        Fault(at=pattern.format(keys[-2]), status=500, times=2),
        Fault(at=pattern.format(keys[3]), kind="stall", seconds=1.8),
        Fault(at=pattern.format(keys[-4]), kind="broken"),
    ]
    database = tmp_path / "town.db"
    command = [sys.executable, "-m", "tests.crawl.crawling", str(database), str(crawled.body)]
    try:
        with subprocess.Popen(command) as process:
            wait_for(server, len(crawled.requests[0]) // 2, process)
            process.send_signal(signal.SIGKILL)
            assert process.wait() == -signal.SIGKILL
        interrupted = server.taken()
        report = crawl(database, crawled.body)
        rest = server.taken()
    finally:
        server.faults = []
    assert report.unfinished is None
    assert rows(database) == crawled.rows[0]
    again = {request.target for request in interrupted if request.status == 200 and request.whole} & {
        request.target for request in rest
    }
    assert len(again - {"/robots.txt"}) <= 1  # what was kept before the kill is not asked for again
    assert {429, 500} <= {request.status for request in (*interrupted, *rest)}
