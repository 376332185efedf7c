"""more!rubin in other forms: empty calendars, years in headings, answers of other shapes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import BaseModel

from db.records import council
from db.records.reading import Reading, ReadingError
from sources.morerubin.answers import Item, Meeting
from sources.morerubin.days import day_shown, organ_of
from sources.read import read

HEAD = '<!DOCTYPE html><html><head><meta name="author" content="more! software"></head><body>'


def page(props: Any, shown: str = "") -> Reading:
    script = (
        f'<script>window.components["Calendar__1"] = {{ props: {json.dumps(props)}, store: [] }};</script>'
    )
    return read(f"{HEAD}{shown}{script}</body></html>".encode())


@pytest.mark.parametrize(
    ("shown", "years", "day"),
    [
        ("DI 2. Juli", ["2019"], "2019-07-02"),
        ("MI 6. März", ["2019"], "2019-03-06"),
        ("SA 31. Dezember", ["2022", "2023"], "2022-12-31"),
        ("SO 1. Januar", ["2022", "2023"], "2023-01-01"),
        ("DI 31. Februar", ["2019"], None),
        ("DI 2. Juli", [], None),
    ],
)
def test_days_take_their_year_from_the_heading(shown: str, years: list[str], day: str | None) -> None:
    assert day_shown(shown, years) == day


@pytest.mark.parametrize(
    ("title", "organ"),
    [
        ("2. Sitzung des Bau- und Umweltausschusses - Sitzung entfällt!", "Bau- und Umweltausschuss"),
        ("14. Sitzung des Gemeinderates - Schlusssitzung", "Gemeinderat"),
        ("Sitzung des Stadtrates der Stadt Lindenfurt", "Stadtrat"),
        ("4. Sitzung des Werksausschusses der Stadtwerke Au", "Werksausschuss der Stadtwerke Au"),
        ("Einwohnerversammlung", None),
        (None, None),
    ],
)
def test_the_organ_in_a_title(title: str | None, organ: str | None) -> None:
    assert organ_of(title) == organ


@pytest.mark.parametrize(
    "answer",
    [{"calendar": {"first_day": "2026-08-01", "last_day": "2026-08-31", "meetings": []}, "meetings": {}}],
)
def test_an_empty_answer_is_an_empty_calendar(answer: Any) -> None:
    reading = read(json.dumps(answer).encode())
    assert (reading.product, reading.kind, reading.records) == ("more!rubin", "calendar", ())
    assert reading.fit
    assert reading.fit.share == 1


def test_an_empty_page_is_an_empty_calendar() -> None:
    reading = page({"initial-meetings": []})
    assert (reading.kind, reading.records, reading.doubts) == ("calendar", (), ())


def test_other_pages_are_named_and_refused() -> None:
    with pytest.raises(ReadingError, match="more!rubin: recognised, but not imported"):
        read(f"{HEAD}<p>Suche</p></body></html>".encode())


def test_a_meeting_without_an_organ_is_known_by_its_address() -> None:
    told = {
        "nummer": "1",
        "datum": "2026-09-10",
        "titel": "Klausur",
        "full_url": "https://ris.example/meeting.php?id=1",
        "agenda_items": [{"topnummer": "1", "title": "Begrüßung"}],
    }
    reading = page({"passed-meeting": told})
    (meeting,) = (record for record in reading.records if isinstance(record, council.Meeting))
    assert (meeting.organization_id, meeting.start) == (None, "2026-09-10")
    assert len(reading.doubts) == 1


STRANGE: list[Any] = [
    None,
    "",
    "x",
    7,
    True,
    [],
    {},
    ["x", 7],
    [[1]],
    {"id": 3},
    [{"name": [1]}, {"title": {}}, None],
]


@pytest.mark.parametrize("model", [Meeting, Item])
def test_strange_values_break_nothing(model: type[BaseModel]) -> None:
    for field in model.model_fields:
        for value in STRANGE:
            item = {"topnummer": "1", **({field: value} if model is Item else {})}
            told = {
                "nummer": "1",
                "datum": "2026-09-10",
                "titel": "1. Sitzung des Rates",
                "agenda_items": [item],
            }
            assert page({"passed-meeting": {**told, **({field: value} if model is Meeting else {})}}).text
