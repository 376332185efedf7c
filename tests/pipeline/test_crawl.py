"""What the crawl decides without a network: when pages are due, what they mean, and how complete a year is."""

from __future__ import annotations

import dataclasses
import datetime

import pytest

from db.completeness import MeetingMinutes
from db.records import ids
from db.records.council import Body, File, Meeting, Organization
from db.records.documents import Document, Text
from db.records.extraction import Extraction
from db.records.reading import Link, Reading
from db.records.scope import scope_of
from pipeline.completeness import completeness, expected, failures
from pipeline.crawled import day_of, in_context, offers_minutes, sense_of, targets, vanished
from pipeline.revisit import DAY, next_due
from sources.bodies import Expectations, Municipality

NOW = datetime.datetime(2025, 11, 22, 12, tzinfo=datetime.UTC).timestamp()
TODAY = datetime.date(2025, 11, 22)
BODY = Municipality(
    name="Stadt Weidenfurt",
    product="SessionNet",
    url="https://ris.weidenfurt.example/bi/",
    hosts=["ris.weidenfurt.example"],
    since=datetime.date(2024, 1, 1),
    expectations=Expectations(minutes_per_year=10, within_days=60),
    others=["Gemeinde Nebenau"],
)
TOWN = "stadt-weidenfurt"
BASE = "https://ris.weidenfurt.example/bi/si0057.php?__ksinr=7"


@pytest.mark.parametrize(
    ("kind", "age", "complete", "days"),
    [
        ("calendar", -20, False, 0),
        ("calendar", 92, False, 0),
        ("calendar", 93, False, 7),
        ("calendar", 1501, False, None),
        ("agenda", 10, False, 0),
        ("agenda", 10, True, 0),
        ("agenda", 40, True, None),
        ("agenda", 40, False, 0),
        ("agenda", 300, False, 7),
        ("agenda", 900, False, None),
        ("excerpt", 5, False, 1),
        ("file", 100, False, None),
        ("list", 5000, False, 0),
    ],
)
def test_what_is_young_is_asked_for_again(kind: str, age: int, complete: bool, days: float | None) -> None:
    day = (TODAY - datetime.timedelta(days=age)).isoformat()
    assert next_due(kind, day, NOW, complete=complete) == (None if days is None else NOW + days * DAY)


def reading(**values: object) -> Reading:
    told: dict[str, object] = {
        "product": "SessionNet",
        "kind": "agenda",
        "media_type": "text/html",
        "text": "Sitzung",
    }
    return Reading(**{**told, **values})  # type: ignore[arg-type]


def test_where_a_page_leads() -> None:
    page = reading(
        links=(
            Link(kind="file", address="getfile.php?id=3&type=do#x", label="Niederschrift"),
            Link(kind="file", address="do027.asp", form=(("DOLFDNR", "4"),)),
            Link(kind="paper", address="/vo/1"),
            Link(kind="paper", address="mailto:rat@weidenfurt.example"),
            Link(kind="paper", address="https://[kaputt/"),
        ),
        records=(
            File(id="f", kind="minutes", url="getfile.php?id=3&type=do"),
            File(id="g", kind="invitation", url="do027.asp?DOLFDNR=4"),
        ),
    )
    base = "https://ris.weidenfurt.example/bi/"
    assert [(t.address, t.form, t.kind, t.role) for t in targets(page, BASE)] == [
        (f"{base}getfile.php?id=3&type=do", None, "file", "minutes"),
        (f"{base}do027.asp", (("DOLFDNR", "4"),), "file", "invitation"),
        ("https://ris.weidenfurt.example/vo/1", None, "paper", None),
    ]
    assert offers_minutes(page)
    assert not offers_minutes(reading())


def test_the_sense_of_a_page_does_not_depend_on_its_bytes() -> None:
    one, two = "1" * 64, "2" * 64

    def page(document: str, text: str = "Sitzung") -> Reading:
        return reading(text=text, records=(Meeting(id=f"{scope_of(document)}_rat_2025-03-01"),))

    assert sense_of(page(one), one) == sense_of(page(two), two)
    assert sense_of(page(one), one) != sense_of(page(two, "Andere Sitzung"), two)


def test_the_day_of_a_page() -> None:
    meetings = (Meeting(id="a", start="2025-03-01T18:00"), Meeting(id="b", start="2025-04-01"))
    assert day_of(reading(date="2025-05-01T10:00")) == "2025-05-01"
    assert day_of(reading(records=meetings, meeting_id="b")) == "2025-04-01"
    assert day_of(reading(records=meetings)) is None


def extraction(body: str | None) -> Extraction:
    document = "3" * 64
    scope = ids.body_id(body) if body else scope_of(document)
    body_id = ids.body_id(body) if body else None
    return Extraction(
        address=BASE,
        document=Document(
            id=document,
            path=BASE,
            media_type="text/html",
            kind="agenda",
            product="SessionNet",
            body_id=body_id,
        ),
        text=Text(document_id=document, text=""),
        shared=(
            *((Body(id=scope, name=body),) if body else ()),
            Organization(id=f"{scope}_rat", body_id=body_id, name="Rat"),
            Meeting(id=f"{scope}_rat_2025-03-01", body_id=body_id, organization_id=f"{scope}_rat"),
            File(id="f", url="getfile.php?id=3"),
        ),
    )


@pytest.mark.parametrize(
    ("named", "scope"),
    [
        (None, TOWN),
        ("Stadt Weidenfurt", TOWN),
        ("Weidenfurt", TOWN),
        ("Gemeinde Nebenau", "gemeinde-nebenau"),
    ],
)
def test_all_is_the_municipality_s_but_what_names_another_of_its_own(named: str | None, scope: str) -> None:
    found = in_context(extraction(named), BODY, BASE)
    meeting = next(record for record in found.shared if isinstance(record, Meeting))
    assert (meeting.id, meeting.body_id) == (f"{scope}_rat_2025-03-01", scope)
    assert found.document.body_id == scope
    file = next(record for record in found.shared if isinstance(record, File))
    assert file.url == "https://ris.weidenfurt.example/bi/getfile.php?id=3"
    if scope == TOWN:
        first = found.shared[0]
        assert (first.name, first.product, first.url) == ("Stadt Weidenfurt", "SessionNet", BODY.url)


def test_what_a_calendar_shows_no_more_has_vanished() -> None:
    found = in_context(extraction(None), BODY, BASE)
    before = [
        (Meeting(id=f"{TOWN}_rat_2025-03-01", start="2025-03-01"), None),
        (Meeting(id=f"{TOWN}_rat_2025-03-20", start="2025-03-20T17:00"), Organization(id="o", name="Rat")),
        (Meeting(id=f"{TOWN}_rat_2025-04-01", start="2025-04-01"), None),
    ]
    ((meeting, organization),) = vanished(found, before, "2025-03")
    assert (meeting.id, meeting.withdrawn) == (f"{TOWN}_rat_2025-03-20", True)
    assert organization is not None


def held(day: str, **values: object) -> MeetingMinutes:
    told: dict[str, object] = {
        "meeting_id": f"{TOWN}_rat_{day}",
        "day": day,
        "dropped": False,
        "addresses": (),
        "fetched": False,
        "parsed": False,
    }
    return MeetingMinutes(**{**told, **values})  # type: ignore[arg-type]


def test_a_year_is_counted() -> None:
    meetings = [
        held("2025-01-10", addresses=("a",), fetched=True, parsed=True),
        held("2025-02-10", addresses=("b", "c"), fetched=True),
        held("2025-03-10", addresses=("d",)),
        held("2025-04-10"),
        held("2025-05-10", parsed=True, fetched=True),
        held("2025-06-10", dropped=True),
        held("2025-12-01"),
    ]
    appeared = {"a": "2025-01-30", "c": "2025-03-10", "b": "2025-04-01"}
    before, year = completeness(BODY, meetings, appeared, TODAY, "2025-11-22T12:00:00+00:00")
    assert (before.year, before.held, before.parsed) == (2024, 0, 0)
    assert (year.year, year.held, year.published, year.fetched, year.parsed) == (2025, 5, 4, 3, 2)
    assert year.median_days == 24.0


@pytest.mark.parametrize(
    ("year", "minutes"),
    [(2023, 0), (2024, 10), (2025, 7), (2026, 0)],
)
def test_what_is_expected_by_now(year: int, minutes: int) -> None:
    assert expected(BODY, year, TODAY) == minutes
    assert expected(BODY.model_copy(update={"expectations": None}), year, TODAY) is None


@pytest.mark.parametrize(
    ("since", "until", "years"),
    [
        ("2024-01-01", "2025-12-31", ["2024", "2025"]),
        ("2024-06-01", "2025-12-31", ["2025"]),
        ("2024-01-01", "2024-12-31", ["2024"]),
    ],
)
def test_too_little_is_a_failure_in_the_years_asked_for(since: str, until: str, years: list[str]) -> None:
    counted = completeness(BODY, [held("2025-01-10", parsed=True)], {}, TODAY, "")
    told = list(failures(counted, datetime.date.fromisoformat(since), datetime.date.fromisoformat(until)))
    assert [failure[:4] for failure in told] == years
    assert "at least" in told[0]


def test_enough_is_no_failure() -> None:
    counted = completeness(
        BODY, [held(f"2025-01-{day:02}", parsed=True) for day in range(1, 8)], {}, TODAY, ""
    )
    year = dataclasses.replace(counted[1])
    assert list(failures([year], datetime.date(2025, 1, 1), datetime.date(2025, 12, 31))) == []
