"""The recorded pages of more!rubin, against what was counted in the raw files by searching them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from db.records.council import AgendaItem, Body, Consultation, File, Meeting, Paper
from db.records.reading import Reading
from sources.read import read

pytestmark = pytest.mark.recorded


def count(reading: Reading, kind: type[Any]) -> int:
    return sum(isinstance(record, kind) for record in reading.records)


@pytest.mark.parametrize(
    ("page", "body", "meetings", "cancelled"),
    [
        ("Friedrichshall_20192.htm", "Stadt Bad Friedrichshall", 22 + 8, 0),
        ("Friedrichshall_20201.htm", "Stadt Bad Friedrichshall", 16 + 8, 2),
        ("Schifferstadt_2019-1.htm", "Stadt Schifferstadt", 17 + 4, 0),
        ("Schifferstadt_2020-2.htm", "Stadt Schifferstadt", 25 + 4, 0),
    ],
)
def test_calendars(shared: Path, page: str, body: str, meetings: int, cancelled: int) -> None:
    """Meetings of the days that are shown, and those that the page was first handed."""
    reading = read((shared / "data/morerubin" / page).read_bytes())
    found = [record for record in reading.records if isinstance(record, Meeting)]
    assert (len(found), sum(bool(meeting.cancelled) for meeting in found)) == (meetings, cancelled)
    assert len({link.address for link in reading.links if link.kind == "agenda"}) == meetings
    assert all(meeting.organization_id and "T" in (meeting.start or "") for meeting in found)
    assert [record.name for record in reading.records if isinstance(record, Body)] == [body]
    assert reading.doubts == ()
    assert reading.fit
    assert reading.fit.share == 1


@pytest.mark.parametrize(
    ("page", "meetings", "items", "papers", "files"),
    [("eibenstock-meeting.html", 1, 3, 2, 5), ("zwenkau.json", 2, 3, 2, 5)],
)
def test_agendas(shared: Path, page: str, meetings: int, items: int, papers: int, files: int) -> None:
    reading = read((shared / "data/morerubin" / page).read_bytes())
    kinds = (Meeting, AgendaItem, Paper, Consultation, File)
    assert [count(reading, kind) for kind in kinds] == [meetings, items, papers, papers, files]
    assert not any(isinstance(record, AgendaItem) and record.result for record in reading.records)
