"""The recorded OParl objects: what was counted in the raw files by searching them must be in the readings."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from db.records.council import AgendaItem, Body, File, Meeting, Organization, Paper, Person
from db.records.reading import Reading
from sources.read import read

pytestmark = pytest.mark.recorded

MEETINGS = """
karlsruhe/meetings/10037 8 8 2
karlsruhe/meetings/10041 13 11 5
karlsruhe/meetings/10051 57 53 8
karlsruhe/meetings/10468 29 24 6
karlsruhe/meetings/10515 3 2 2
karlsruhe/meetings/3485 51 46 5
karlsruhe/meetings/3573 2 2 2
karlsruhe/meetings/3828 2 0 1
karlsruhe/meetings/4051 2 0 2
karlsruhe/meetings/4521 28 22 6
karlsruhe/meetings/4578 3 3 1
karlsruhe/meetings/4881 43 33 5
karlsruhe/meetings/5004 10 0 3
karlsruhe/meetings/5008 56 48 4
karlsruhe/meetings/5276 39 17 5
karlsruhe/meetings/5344 28 21 4
karlsruhe/meetings/5658 16 14 3
karlsruhe/meetings/5665 99 79 5
karlsruhe/meetings/5801 7 0 2
karlsruhe/meetings/6228 2 2 2
karlsruhe/meetings/6253 7 7 2
karlsruhe/meetings/6346 53 45 6
karlsruhe/meetings/6589 10 10 2
karlsruhe/meetings/6600 65 60 5
karlsruhe/meetings/6610 39 33 4
karlsruhe/meetings/9045 30 24 5
karlsruhe/meetings/9061 4 4 2
karlsruhe/meetings/9066 4 4 2
karlsruhe/meetings/9512 10 10 2
karlsruhe/meetings/9520 7 7 2
karlsruhe/meetings/9532 56 47 7
karlsruhe/meetings/9693 9 7 4
nordstemmen/meetings/2012-01-24 9 0 4
nordstemmen/meetings/2013-10-01 12 0 4
nordstemmen/meetings/2014-07-31 11 0 2
nordstemmen/meetings/2015-06-11 8 0 3
nordstemmen/meetings/2016-10-27 9 0 2
nordstemmen/meetings/2018-02-12 9 1 4
nordstemmen/meetings/2018-12-11 12 2 5
nordstemmen/meetings/2020-09-29 17 7 3
nordstemmen/meetings/2021-12-14 12 5 2
nordstemmen/meetings/2022-07-12 6 0 2
nordstemmen/meetings/2023-11-07 12 1 7
nordstemmen/meetings/2024-05-16 10 4 2
nordstemmen/meetings/2025-05-27 15 6 2
"""
"""Items, results and files of each meeting, counted with grep by their types; in each of Nordstemmen's one more
agenda item is the heading `- öffentlicher Teil -` and is no item here."""

PAPERS = """
karlsruhe/papers/33534 2 1
karlsruhe/papers/33680 3 1
karlsruhe/papers/33869 163 1
karlsruhe/papers/34236 3 1
karlsruhe/papers/35123 38 1
karlsruhe/papers/35254 3 1
karlsruhe/papers/35589 3 1
karlsruhe/papers/36166 3 1
karlsruhe/papers/36210 4 1
karlsruhe/papers/36299 4 2
karlsruhe/papers/36634 4 1
karlsruhe/papers/37060 3 1
karlsruhe/papers/37410 3 1
karlsruhe/papers/37921 4 1
karlsruhe/papers/38282 3 1
karlsruhe/papers/39656 3 1
karlsruhe/papers/40171 4 1
karlsruhe/papers/40494 4 1
karlsruhe/papers/41218 4 2
karlsruhe/papers/46216 4 1
karlsruhe/papers/46447 4 1
karlsruhe/papers/46685 3 1
karlsruhe/papers/46712 3 1
karlsruhe/papers/48269 4 2
karlsruhe/papers/48676 19 1
karlsruhe/papers/49499 3 1
karlsruhe/papers/49980 5 3
karlsruhe/papers/50807 2 1
karlsruhe/papers/51401 2 1
karlsruhe/papers/51651 3 1
karlsruhe/papers/52108 4 2
karlsruhe/papers/52347 2 1
karlsruhe/papers/54086 7 1
nordstemmen/papers/DS_11-2025 2 1
nordstemmen/papers/DS_119-2017 1 1
nordstemmen/papers/DS_139-2017 1 2
nordstemmen/papers/DS_16-2012 2 1
nordstemmen/papers/DS_31-2015 2 2
nordstemmen/papers/DS_41-2017 2 1
nordstemmen/papers/DS_61-2024 2 2
nordstemmen/papers/DS_69-2014 1 0
nordstemmen/papers/DS_84-2020 2 1
nordstemmen/papers/DS_99-2020 2 1
"""
"""Files and consultations of each paper; the one consultation of DS 69/2014 names no agenda item and is in doubt."""


def rows(table: str) -> list[tuple[str, tuple[int, ...]]]:
    return [(name, tuple(map(int, counts))) for name, *counts in map(str.split, table.strip().splitlines())]


def reading_of(shared: Path, name: str) -> Reading:
    (path,) = (shared / "data/oparl").glob(f"{name}*")
    return read(path.read_bytes())


def every(reading: Reading, kind: type[Any]) -> list[Any]:
    return [record for record in reading.records if isinstance(record, kind)]


@pytest.mark.parametrize(("name", "counts"), rows(MEETINGS))
def test_meetings(shared: Path, name: str, counts: tuple[int, ...]) -> None:
    reading = reading_of(shared, name)
    items = every(reading, AgendaItem)
    assert (len(items), sum(item.result is not None for item in items), len(every(reading, File))) == counts
    (meeting,) = every(reading, Meeting)
    assert meeting.id == reading.meeting_id
    assert meeting.organization_id
    assert meeting.start[10] == "T"
    assert {item.meeting_id for item in items} == {meeting.id}
    assert [item.position for item in items] == list(range(1, len(items) + 1))
    assert reading.fit
    assert set(reading.fit.missing) <= {"Meeting.type"}


@pytest.mark.parametrize(("name", "counts"), rows(PAPERS))
def test_papers(shared: Path, name: str, counts: tuple[int, ...]) -> None:
    reading = reading_of(shared, name)
    assert (len(every(reading, File)), len(reading.stations)) == counts
    (paper,) = every(reading, Paper)
    assert (bool(paper.reference), bool(paper.name), bool(paper.date)) == (True, True, True)
    assert len([link for link in reading.links if link.kind == "file"]) == counts[0]
    assert bool(reading.doubts) == (name == "nordstemmen/papers/DS_69-2014")


@pytest.mark.parametrize(("town", "results", "told"), [("karlsruhe", 643, 638), ("nordstemmen", 26, 26)])
def test_results_have_an_outcome(shared: Path, town: str, results: int, told: int) -> None:
    readings = [
        read(path.read_bytes()) for path in (shared / "data/oparl" / town / "meetings").glob("*.json")
    ]
    items = [item for reading in readings for item in every(reading, AgendaItem) if item.result]
    unknown = Counter(item.result for item in items if item.outcome == "unknown")
    assert (len(items), len(items) - unknown.total()) == (results, told)
    assert told >= 0.98 * results
    doubts = "\n".join(doubt.message for reading in readings for doubt in reading.doubts)
    assert all(f"„{wording}“" in doubts for wording in unknown)


def test_lists(shared: Path) -> None:
    consultations = reading_of(shared, "karlsruhe/consultations")
    assert len(consultations.stations) == 262
    assert consultations.records == ()
    organizations = every(reading_of(shared, "karlsruhe/organizations"), Organization)
    told = json.loads((shared / "data/oparl/karlsruhe/organizations.json").read_text("utf-8"))
    assert {organization.name for organization in organizations} == {entry["name"] for entry in told}


@pytest.mark.parametrize(("name", "counts"), [("new", (1, 2, 2, 2, 2, 2)), ("old", (1, 2, 2, 2, 2, 3))])
def test_a_municipality_in_one_file(shared: Path, name: str, counts: tuple[int, ...]) -> None:
    """Bodies, persons, meetings, items, papers and files, counted in the tables of the raw files."""
    reading = reading_of(shared, f"other/importer__test-data__amtzell_{name}.json")
    kinds = (Body, Person, Meeting, AgendaItem, Paper, File)
    assert tuple(len(every(reading, kind)) for kind in kinds) == counts
    assert reading.body_id == "amtzell"
    assert [body.ags for body in every(reading, Body)] == ["08436006"]


def test_bodies_and_their_keys(shared: Path) -> None:
    paths = sorted((shared / "data/oparl/other").glob("testdata__bodies__*.json"))
    bodies = [body for path in paths for body in every(read(path.read_bytes()), Body)]
    assert (len(paths), len(bodies)) == (29, 29)
    keys = [body.ags for body in bodies if body.ags]
    assert len(keys) == 24
    assert all(len(key) == 8 and key.startswith("05") for key in keys)
    assert {body.ags for body in bodies if body.name == "Stadt Krefeld"} == {"05114000"}


def test_systems_lead_to_their_bodies(shared: Path) -> None:
    paths = sorted((shared / "data/oparl/other").glob("testdata__systems__*.json"))
    readings = [read(path.read_bytes()) for path in paths]
    assert len(readings) == 29
    assert all(
        [(link.kind, link.label) for link in reading.links] == [("list", "body")] for reading in readings
    )
    assert {reading.version for reading in readings} == {"1.0"}
