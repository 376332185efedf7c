"""What the store knows of minutes, and meetings that are gone from their system."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.records.completeness import Completeness
from db.records.council import Body, File, Meeting, Organization
from db.records.documents import Document, Text
from db.records.extraction import Extraction
from db.store import Store

TOWN, COUNCIL, MEETING = "stadt-lindenau", "stadt-lindenau_rat", "stadt-lindenau_rat_2025-03-01"
PAGE, FILE = "https://ris.lindenau.example/si?7", "https://ris.lindenau.example/file?8"
NOW = "2025-11-22T09:00:00+00:00"


def extraction(document: str, address: str, kind: str, *files: File) -> Extraction:
    return Extraction(
        address=address,
        document=Document(
            id=document,
            path=address,
            media_type="text/html",
            kind=kind,  # type: ignore[arg-type]
            product="SessionNet",
            body_id=TOWN,
            meeting_id=MEETING,
        ),
        text=Text(document_id=document, text=""),
        shared=(
            Body(id=TOWN, name="Stadt Lindenau"),
            Organization(id=COUNCIL, body_id=TOWN, name="Rat"),
            Meeting(id=MEETING, body_id=TOWN, organization_id=COUNCIL, start="2025-03-01T18:00"),
            *files,
        ),
    )


OFFERED = File(id="f", body_id=TOWN, meeting_id=MEETING, kind="minutes", url=FILE)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "lindenau.db") as opened:
        yield opened


def state(store: Store) -> tuple[bool, bool, bool]:
    (meeting,) = store.minutes_of(TOWN)
    assert (meeting.meeting_id, meeting.day) == (MEETING, "2025-03-01")
    return meeting.published, meeting.fetched, meeting.parsed


def test_minutes_are_published_fetched_and_parsed(store: Store) -> None:
    run = store.begin([PAGE], NOW)
    store.store(extraction("a", PAGE, "agenda"), run, NOW)
    assert state(store) == (False, False, False)
    store.store(extraction("b", PAGE, "agenda", OFFERED), run, NOW)
    assert state(store) == (True, False, False)
    store.refuse(FILE, "fetch", "the host answered 500", "", run)
    assert state(store) == (True, False, False)
    store.refuse(FILE, "parse", "the file has no text", "", run)
    assert state(store) == (True, True, False)
    store.store(extraction("c", FILE, "minutes"), run, NOW)
    assert state(store) == (True, True, True)


def test_a_meeting_that_is_gone_is_kept_and_may_come_back(store: Store) -> None:
    run = store.begin([PAGE], NOW)
    store.store(extraction("a", PAGE, "agenda"), run, NOW)
    assert store.withdraw(PAGE, withdrawn=True)
    assert not store.withdraw(PAGE, withdrawn=True)
    assert store.is_withdrawn(MEETING)
    (meeting,) = store.minutes_of(TOWN)
    assert meeting.dropped
    assert store.withdraw(PAGE, withdrawn=False)
    assert not store.is_withdrawn(MEETING)
    assert not store.withdraw("https://ris.lindenau.example/unknown", withdrawn=True)


def test_counting_again_replaces_what_was_counted(store: Store) -> None:
    def year(held: int) -> Completeness:
        return Completeness(
            body_id=TOWN, year=2025, held=held, published=0, fetched=0, parsed=0, checked_at=NOW
        )

    query = "SELECT year, held FROM completeness"
    store.set_completeness(TOWN, [year(1)])
    assert store.connection.execute(query).fetchall() == []  # a body that no document tells of
    run = store.begin([PAGE], NOW)
    store.store(extraction("a", PAGE, "agenda"), run, NOW)
    for held in (1, 2):
        store.set_completeness(TOWN, [year(held)])
    assert store.connection.execute(query).fetchall() == [(2025, 2)]


def test_status_tells_how_complete_a_year_is(store: Store) -> None:
    import sqlite_utils

    from pipeline.commands.status_ import completeness

    database = sqlite_utils.Database(store.connection)
    assert list(completeness(database)) == []
    store.store(extraction("a", PAGE, "agenda"), store.begin([PAGE], NOW), NOW)
    told = Completeness(
        body_id=TOWN,
        year=2025,
        held=9,
        published=7,
        fetched=6,
        parsed=5,
        median_days=31.0,
        expected=8,
        checked_at=NOW,
    )
    store.set_completeness(TOWN, [told])
    head, line = completeness(database)
    assert head.split() == ["minutes", "year", "held", "published", "fetched", "parsed", "days", "expected"]
    assert line.split() == ["Stadt", "Lindenau", "2025", "9", "7", "6", "5", "31", "8", "too", "little"]
