"""The recorded pages of ALLRIS 3 and 4: nothing of them is dropped.

The tables were counted in the raw files by patterns of their markup, without the readers: numbered rows of the agenda,
filled results (titles of buttons, cells of the Beschlussart), different papers linked, files (forms to `do027.asp`,
different copies, resources and attachments), items added late.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from db.records.council import (
    AgendaItem,
    Consultation,
    File,
    Meeting,
    Membership,
    Organization,
    Paper,
    Person,
)
from db.records.reading import Reading
from sources.read import read

pytestmark = pytest.mark.recorded


def reading_of(shared: Path, page: str) -> Reading:
    return read((shared / "data" / page).read_bytes())


def count(reading: Reading, kind: type) -> int:
    return sum(isinstance(record, kind) for record in reading.records)


AGENDAS = [
    # page, items, results, papers, files, excerpts, late
    ("allris3/altona__to010.html", 20, 19, 16, 4, 19, 5),
    ("allris3/hamburg_mitte__to010.html", 15, 13, 3, 3, 13, 0),
    ("allris3/harburg__to010.html", 7, 7, 4, 1, 7, 0),
    ("allris3/to010.html", 33, 25, 24, 4, 25, 12),
    ("allris4/Homburg_2019_0.htm", 26, 22, 20, 2, 26, 2),
    ("allris4/Homburg_2019_1.htm", 18, 15, 10, 3, 18, 4),
    ("allris4/Homburg_2019_2.htm", 29, 24, 20, 3, 29, 6),
    ("allris4/Homburg_2019_3.htm", 42, 39, 32, 4, 42, 5),
    ("allris4/Homburg_2019_4.htm", 60, 51, 49, 4, 60, 2),
    ("allris4/Homburg_2020_1.htm", 29, 26, 25, 2, 29, 2),
    ("allris4/Homburg_2020_2.htm", 33, 30, 16, 2, 33, 10),
    ("allris4/Homburg_2020_3.htm", 41, 37, 35, 2, 41, 4),
    ("allris4/Homburg_2020_4.htm", 38, 32, 28, 2, 38, 5),
    ("allris4/trier-to010-1000264.excerpt.html", 3, 0, 1, 1, 3, 0),
]


@pytest.mark.parametrize(("page", "items", "results", "papers", "files", "excerpts", "late"), AGENDAS)
def test_agendas_are_read_whole(
    shared: Path, page: str, items: int, results: int, papers: int, files: int, excerpts: int, late: int
) -> None:
    reading = reading_of(shared, page)
    found = [record for record in reading.records if isinstance(record, AgendaItem)]
    assert (len(found), sum(item.result is not None for item in found)) == (items, results)
    assert [item.position for item in found] == list(range(1, items + 1))
    assert all(item.outcome != "unknown" for item in found)
    assert (count(reading, Paper), count(reading, Consultation), count(reading, File)) == (
        papers,
        papers,
        files,
    )
    kinds = Counter(link.kind for link in reading.links)
    assert (kinds["excerpt"], kinds["paper"], kinds["file"]) == (excerpts, papers, files)
    assert reading.text.split("\n").count("Nachtrag") == late
    assert (reading.kind, count(reading, Meeting), reading.doubts) == ("agenda", 1, ())
    assert reading.fit is not None
    assert reading.fit.share == 1


ALLRIS_3_PAPERS = [
    # page, files, organs and meetings of the Beratungsfolge, papers (with those of the family)
    ("altona__vo020", 2, 1, 1, 1),
    ("hamburg_mitte__vo020", 2, 1, 1, 1),
    ("harburg__vo020", 1, 1, 0, 2),
]


@pytest.mark.parametrize(("page", "files", "organs", "meetings", "papers"), ALLRIS_3_PAPERS)
def test_allris_3_papers(
    shared: Path, page: str, files: int, organs: int, meetings: int, papers: int
) -> None:
    reading = reading_of(shared, f"allris3/{page}.html")
    committees = [
        r for r in reading.records if isinstance(r, Organization) and r.classification != "Fraktion"
    ]
    assert (count(reading, File), len(committees)) == (files, organs)
    assert (count(reading, Meeting), count(reading, AgendaItem)) == (meetings, 0)
    assert (count(reading, Paper), count(reading, Consultation)) == (papers, meetings)
    assert reading.doubts == ()


def test_an_allris_4_paper(shared: Path) -> None:
    reading = reading_of(shared, "allris4/trier-vo020-1001540.excerpt.html")
    assert (count(reading, File), count(reading, Meeting), count(reading, AgendaItem)) == (3, 1, 0)
    (station,) = (record for record in reading.records if isinstance(record, Consultation))
    assert (station.role, station.result, station.agenda_item_id) == ("Entscheidung", None, None)
    assert sorted(str(r.kind) for r in reading.records if isinstance(r, File)) == [
        "attachment",
        "other",
        "paper",
    ]
    assert (reading.kind, reading.doubts) == ("motion", ())


@pytest.mark.parametrize(
    ("page", "meetings", "agendas", "minutes", "cancelled"),
    [("allris3/si010_e.html", 14, 5, 5, 1), ("allris4/trier-si010-2026-10.excerpt.xml", 3, 2, 0, 0)],
)
def test_calendars(
    shared: Path, page: str, meetings: int, agendas: int, minutes: int, cancelled: int
) -> None:
    reading = reading_of(shared, page)
    found = [record for record in reading.records if isinstance(record, Meeting)]
    kinds = Counter(link.kind for link in reading.links)
    assert (len(found), kinds["agenda"], kinds["file"]) == (meetings, agendas, minutes)
    assert sum(meeting.cancelled is True for meeting in found) == cancelled
    assert [r.kind for r in reading.records if isinstance(r, File)] == ["minutes"] * minutes
    assert all(meeting.organization_id for meeting in found)
    assert reading.doubts == ()


@pytest.mark.parametrize(
    ("page", "named", "doubts"),
    [
        ("altona__au020", 29, 0),
        ("altona__fr020", 46, 0),
        ("au020", 28, 0),
        ("fr020", 51, 1),
        ("hamburg_mitte__au020", 58, 0),
        ("hamburg_mitte__fr020", 8, 1),
        ("harburg__au020", 29, 0),
        ("harburg__fr020", 30, 0),
    ],
)
def test_committees_and_factions_have_all_their_members(
    shared: Path, page: str, named: int, doubts: int
) -> None:
    reading = reading_of(shared, f"allris3/{page}.html")
    assert (count(reading, Person), count(reading, Membership)) == (named, named)
    assert all(record.role for record in reading.records if isinstance(record, Membership))
    assert len(reading.doubts) == doubts  # a member without a name


@pytest.mark.parametrize(
    ("page", "kind", "records", "link"),
    [("fr010", Organization, 10, "organization"), ("vo040", Paper, 50, "paper")],
)
def test_lists(shared: Path, page: str, kind: type, records: int, link: str) -> None:
    reading = reading_of(shared, f"allris3/{page}.html")
    assert (count(reading, kind), sum(found.kind == link for found in reading.links)) == (records, records)
    assert reading.doubts == ()
