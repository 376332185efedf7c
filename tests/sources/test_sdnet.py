"""SD.NET RIM: lists of meetings, agendas and papers: what they lead to, what is not known, the recorded by count."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from db.records.council import AgendaItem, Consultation, File, Meeting, Paper
from db.records.reading import Reading, ReadingError
from sources.read import read
from sources.sdnet.page import place_of

PAGES = Path(__file__).parent / "pages/sdnet"


def page(name: str) -> Reading:
    return read((PAGES / name).read_bytes())


def every(reading: Reading, kind: type[Any]) -> list[Any]:
    return [record for record in reading.records if isinstance(record, kind)]


@pytest.mark.parametrize(
    ("name", "kind", "kinds", "missing"),
    [
        ("termine.html", "calendar", {"agenda": 4, "list": 1, "calendar": 1}, ()),
        ("tops.html", "agenda", {"agenda": 1, "file": 4, "paper": 2, "organization": 1}, ()),
        ("vorgang.html", "paper", {"agenda": 2, "file": 3, "organization": 2}, ("day",)),
    ],
)
def test_pages_lead_on(name: str, kind: str, kinds: dict[str, int], missing: tuple[str, ...]) -> None:
    reading = page(name)
    assert (reading.product, reading.version, reading.kind) == ("SD.NET RIM", "4", kind)
    assert Counter(link.kind for link in reading.links) == kinds
    assert reading.fit is not None
    assert reading.fit.missing == missing


def test_nothing_leads_to_what_is_not_public() -> None:
    reading = page("tops.html")
    assert not [link for link in reading.links if "UGhVb3" in link.address]
    assert "item 3. is not public: its paper and 1 files are not taken" in told(reading)
    assert [paper.reference for paper in every(reading, Paper)] == ["V 12/2024"]


def told(reading: Reading) -> list[str]:
    return [doubt.message for doubt in reading.doubts]


def test_what_is_not_known_is_told() -> None:
    assert told(page("tops.html"))[:2] == [
        "unknown field of the head: Livestream",
        "item 2.: unknown part of the agenda: blau",
    ]
    assert told(page("vorgang.html")) == [
        "unknown field of the paper: Klimawirkung",
        "a station without day or committee is not taken: offen | Kreistag",
    ]
    markup = (PAGES / "termine.html").read_text("utf-8")
    row = '<tr class="sstfc-list-more"><td>2 weitere Termine</td></tr></tbody>'
    assert "unknown part of the list: 2 weitere Termine" in told(
        read(markup.replace("</tbody>", row).encode())
    )


def test_a_station_is_a_meeting_with_its_decision_and_no_second_item() -> None:
    reading = page("vorgang.html")
    assert [meeting.start for meeting in every(reading, Meeting)] == ["2024-03-12T18:15", "2024-03-21T17:00"]
    assert every(reading, AgendaItem) == []
    assert [(c.meeting_id, c.agenda_item_id, c.result, c.outcome) for c in every(reading, Consultation)] == [
        (every(reading, Meeting)[0].id, None, "mehrheitlich beschlossen", "accepted"),
        (every(reading, Meeting)[1].id, None, None, None),
    ]
    (decision,) = (file for file in every(reading, File) if file.kind == "result")
    assert decision.meeting_id == every(reading, Meeting)[0].id
    assert decision.paper_id == every(reading, Paper)[0].id
    assert "Bau- und Umweltausschuss | mehrheitlich beschlossen\n" in reading.text


def test_the_agenda_tells_the_item_of_the_same_consultation() -> None:
    (under,) = every(page("tops.html"), Consultation)
    station = every(page("vorgang.html"), Consultation)[0]
    assert (station.id, station.paper_id, station.meeting_id) == (under.id, under.paper_id, under.meeting_id)
    assert under.agenda_item_id is not None


def test_meetings_of_one_day_stay_apart_and_one_does_not_take_place() -> None:
    reading = page("termine.html")
    council = [meeting for meeting in every(reading, Meeting) if meeting.id.split("_")[1] == "rat"]
    assert {(meeting.name, meeting.cancelled) for meeting in council} == {
        ("Rat, 30. Sitzung", True),
        ("Rat, 31. öffentliche Sitzung", None),
    }
    assert len({meeting.id for meeting in council}) == 2
    (plain,) = (meeting for meeting in council if meeting.id.endswith("_2024-03-21"))
    assert plain.name == "Rat, 31. öffentliche Sitzung"


def test_a_list_that_no_script_has_filled_does_not_fit() -> None:
    markup = (PAGES / "termine.html").read_text("utf-8")
    start, end = markup.index("<table"), markup.index("</table>") + len("</table>")
    unfilled = read((markup[:start] + markup[end:]).encode())
    assert unfilled.fit is not None
    assert unfilled.fit.missing == ("list of meetings",)
    empty = markup[:start] + '<div class="sstfc-list-empty">Keine Termine</div>' + markup[end:]
    fit = read(empty.encode()).fit
    assert fit is not None
    assert fit.share == 1.0


def test_an_agenda_that_is_not_published_yet_is_the_meeting_alone() -> None:
    markup = (PAGES / "tops.html").read_text("utf-8")
    reading = read(markup.replace("table-top", "table-none").encode())
    assert every(reading, AgendaItem) == []
    assert len(every(reading, Meeting)) == 1
    assert "the page has no agenda" in told(reading)


@pytest.mark.parametrize(
    ("name", "message"), [("vorgang.html", "names no paper"), ("tops.html", "names no meeting")]
)
def test_a_page_that_names_nothing_is_refused(name: str, message: str) -> None:
    markup = (PAGES / name).read_text("utf-8")
    with pytest.raises(ReadingError, match=message):
        read(markup.replace("table-details", "table-none").encode())


@pytest.mark.parametrize(
    ("lines", "location", "room"),
    [
        (("Rathaus", "Am Markt 2", "12345 Lindau", "Saal"), "Rathaus, Am Markt 2, 12345 Lindau", "Saal"),
        (("Halle", "12345 Lindau", "Halle"), "Halle, 12345 Lindau", None),
        (("Halle", "12345 Lindau", "Weg 3, 12345 Lindau"), "Halle, 12345 Lindau, Weg 3, 12345 Lindau", None),
        (("Haus am See",), "Haus am See", None),
        ((), None, None),
    ],
)
def test_a_room_stands_behind_the_town(
    lines: tuple[str, ...], location: str | None, room: str | None
) -> None:
    assert place_of(lines) == (location, room)


@pytest.mark.recorded
@pytest.mark.parametrize(
    ("name", "meetings", "minutes", "invitations", "cancelled", "same_day"),
    [  # counted in the raw files: rows sstfc-list-item, titles of icons, filled span_hinweis, rows minus data-date
        ("Heilbronn_2019.htm", 5, 5, 0, 0, 1),
        ("Oberursel_2020.htm", 25, 23, 2, 2, 1),
        ("Viernheim_2012.htm", 8, 8, 0, 0, 0),
    ],
)
def test_recorded_lists_give_every_meeting(
    shared: Path, name: str, meetings: int, minutes: int, invitations: int, cancelled: int, same_day: int
) -> None:
    reading = read((shared / "data/sdnet" / name).read_bytes())
    found = every(reading, Meeting)
    assert len(found) == len({meeting.id for meeting in found}) == meetings
    assert sum(link.kind == "agenda" for link in reading.links) == meetings
    assert Counter(file.kind for file in every(reading, File)) == Counter(
        {"minutes": minutes, "invitation": invitations}
    )
    assert sum(meeting.cancelled or False for meeting in found) == cancelled
    assert len(reading.doubts) == same_day
    assert all("several meetings" in message for message in told(reading))
    assert all("T" in meeting.start and meeting.location for meeting in found)
    assert reading.fit is not None
    assert reading.fit.share == 1.0


@pytest.mark.recorded
@pytest.mark.parametrize(
    ("name", "items", "papers", "files", "consultations"),
    [  # counted in the raw files: rows top-oeff-data, numbers of papers, different sdnetrim addresses, column-beginn
        ("tagesordnung-rat.excerpt.html", 2, 1, 3, 1),
        ("vorgang.excerpt.html", 0, 1, 2, 1),
    ],
)
def test_recorded_agenda_and_paper(
    shared: Path, name: str, items: int, papers: int, files: int, consultations: int
) -> None:
    reading = read((shared / "data/sdnet" / name).read_bytes())
    assert len(every(reading, AgendaItem)) == items
    assert len(every(reading, Paper)) == papers
    assert len(every(reading, File)) == files
    assert len(every(reading, Consultation)) == consultations
    assert (told(reading), reading.fit and reading.fit.share) == ([], 1.0)
    (meeting,) = every(reading, Meeting)
    assert meeting.start == "2026-09-29T16:30"


def test_a_number_that_stands_twice_loses_no_item() -> None:
    markup = (PAGES / "tops.html").read_text("utf-8")
    reading = read(markup.replace('topnrtext">2.<', 'topnrtext">1.<').encode())
    assert [item.number for item in every(reading, AgendaItem)] == ["1.", "1.", "3."]
    assert "item 1. stands more than once in the agenda" in told(reading)
