"""The recorded real pages and texts: what their systems state must be in the readings, in so many rows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from db.records.council import AgendaItem, Body, Consultation, Meeting, Organization, Paper
from db.records.documents import DocumentOrganization
from db.records.reading import Reading
from sources.read import read

pytestmark = pytest.mark.recorded


def reading_of(shared: Path, pattern: str) -> Reading:
    (path,) = (shared / "data").glob(pattern)
    return read(path.read_bytes())


def only(reading: Reading, kind: type[Any]) -> Any:
    (record,) = (record for record in reading.records if isinstance(record, kind))
    return record


def every(reading: Reading, kind: type[Any]) -> list[Any]:
    return [record for record in reading.records if isinstance(record, kind)]


def marked(reading: Reading, kind: str) -> list[str]:
    return [reading.text[region.start : region.end] for region in reading.regions if region.kind == kind]


@pytest.mark.parametrize(
    ("page", "number", "result", "outcome", "start", "kinds", "paragraphs"),
    [
        ("altona", "Ö 2.1", "zur Kenntnis genommen", "noted", "2025-03-03T18:00", ["discussion", "vote"], 7),
        ("hamburg_mitte", "Ö 1", "(offen)", "none", "2025-01-09T18:00", ["discussion"], 4),
        ("harburg", "Ö 1", "(offen)", "none", "2025-03-03T18:00", ["discussion"], 2),
    ],
)
def test_allris_3_excerpts(
    shared: Path,
    page: str,
    number: str,
    result: str,
    outcome: str,
    start: str,
    kinds: list[str],
    paragraphs: int,
) -> None:
    reading = reading_of(shared, f"allris3/{page}__to020.html")
    item, meeting = only(reading, AgendaItem), only(reading, Meeting)
    assert (item.number, item.result, item.outcome, item.public) == (number, result, outcome, True)
    assert (meeting.start, meeting.room is not None, meeting.location is not None) == (start, True, True)
    assert only(reading, Body).name.startswith("Bezirksversammlung ")
    assert [region.kind for region in reading.regions if region.kind not in ("head", "item")] == kinds
    assert len(marked(reading, "discussion")[0].split("\n\n")) == paragraphs
    assert reading.text[item.start : item.end] == marked(reading, "item")[0]


@pytest.mark.parametrize("name", ["altona_to020", "hamburg_mitte_to020", "seed000", "seed003"])
def test_every_annotated_sentence_stands_whole_in_the_text(shared: Path, name: str) -> None:
    first, *rows = (shared / "gold/dev" / f"{name}.tsv").read_text("utf-8").splitlines()
    reading = reading_of(shared, f"*/{first.split('file:')[1].strip()}")
    text = " ".join(reading.text.split())
    units = [row.split("\t")[5] for row in rows if row.split("\t")[1] in ("I", "C", "A", "D")]
    assert units
    assert [unit for unit in units if " ".join(unit.split()) not in text] == []


@pytest.mark.parametrize(
    ("page", "items", "outcomes", "papers"),
    [
        ("altona__to010", 20, {"noted": 13, "accepted": 3, "none": 3, None: 1}, 16),
        ("hamburg_mitte__to010", 15, {"accepted_amended": 2, "noted": 1, "none": 10, None: 2}, 3),
        ("harburg__to010", 7, {"none": 7}, 4),
        ("to010", 33, {"accepted": 11, "referred": 8, "rejected": 3, "noted": 2, "none": 1, None: 8}, 24),
    ],
)
def test_allris_3_agendas(
    shared: Path, page: str, items: int, outcomes: dict[str | None, int], papers: int
) -> None:
    reading = reading_of(shared, f"allris3/{page}.html")
    found = every(reading, AgendaItem)
    told = [item.outcome for item in found]
    assert {outcome: told.count(outcome) for outcome in set(told)} == outcomes
    assert (len(found), len(every(reading, Paper))) == (items, papers)
    assert len(every(reading, Consultation)) == papers
    assert [item.position for item in found] == list(range(1, items + 1))


def test_session_net_results_and_votes(shared: Path) -> None:
    koblenz = reading_of(shared, "sessionnet/koblenz-si0057-*.html")
    assert [(i.number, i.outcome) for i in every(koblenz, AgendaItem)] == [
        ("Ö 1", None),
        ("Ö 2", "noted"),
        ("Ö 3", "accepted"),
    ]
    assert marked(koblenz, "vote") == ["Abstimmung: Ja: 20, Nein: 4, Enthaltung: 22, Befangen: 0"]
    halle = reading_of(shared, "sessionnet/halle-to0040.html")
    assert [(i.number, i.public) for i in every(halle, AgendaItem)] == [
        *((number, True) for number in ("1", "3.1", "4.1", "5.1")),
        *((number, False) for number in ("10", "11")),
    ]
    assert marked(halle, "vote") == ["Abstimmung: Ja: 4, Nein: 0, Enthaltungen: 6, Befangen: 0"]
    assert only(halle, Meeting).start == "2026-09-01T17:00"
    schiffweiler = reading_of(shared, "sessionnet/schiffweiler-to0040.html")
    assert [i.number for i in every(schiffweiler, AgendaItem)] == ["1", "2", "4"]
    assert only(reading_of(shared, "sessionnet/koblenz-vo0050-*.html"), Body).name == "Stadt Koblenz"


def test_seed_003_an_excerpt_of_allris_3(shared: Path) -> None:
    reading = reading_of(shared, "seeds/003*.txt")
    item, meeting, paper = only(reading, AgendaItem), only(reading, Meeting), only(reading, Paper)
    assert (item.number, item.outcome, item.public) == ("Ö 3.2", "none", True)
    assert only(reading, Organization).name == "Hauptausschuss"
    assert (meeting.start, meeting.end) == ("2021-10-28T18:00", "2021-10-28T22:15")
    assert (meeting.room, meeting.location) == ("Kreistagssitzungssaal", "Hamburger Straße 30, Bad Segeberg")
    assert (paper.reference, paper.paper_type) == ("DrS/2021/241", "Bericht der Verwaltung")
    assert paper.name == "Fortschreibung der E-Government-Strategie ab 2022"
    assert f"Verfasser/in:{paper.originator}\n" in reading.text
    (discussion,) = marked(reading, "discussion")
    assert discussion.startswith("Wortprotokoll")
    assert "Pause 20:15" not in discussion
    assert len(marked(reading, "attachment")) == 1


def test_seed_000_an_excerpt_of_allris_4(shared: Path) -> None:
    reading = reading_of(shared, "seeds/000*.txt")
    item = only(reading, AgendaItem)
    assert (item.number, item.result, item.outcome) == ("5", "zur Kenntnis genommen", "noted")
    assert (reading.date, only(reading, Meeting).start) == ("2021-05-06", "2021-05-06")
    assert only(reading, Organization).name == "Ausschuss für Personal, Informationstechnik und Beteiligungen"
    assert "Reduzieren" not in reading.text
    assert marked(reading, "decision")[0] == "Beschluss:\nzur Kenntnis genommen"


def test_seed_002_a_motion(shared: Path) -> None:
    reading = reading_of(shared, "seeds/002*.txt")
    assert (reading.kind, reading.date, only(reading, Body).name) == ("motion", "2021-06-24", "Stadt Hagen")
    assert only(reading, Paper).originator == "CDU, Bündnis90/Grüne, Hagen Aktiv, FDP-Ratsgruppe"
    assert [link.role for link in every(reading, DocumentOrganization)] == ["applicant"] * 4
    assert "Vorlage 0417/2021" in reading.text


def test_seeds_001_and_004_press_releases(shared: Path) -> None:
    state = reading_of(shared, "seeds/001*.txt")
    assert (state.kind, state.date, state.title) == ("press", None, None)
    assert [o.name for o in every(state, Organization)] == ["Land Niedersachsen", "GovConnect GmbH"]
    centre = reading_of(shared, "seeds/004*.txt")
    assert (centre.kind, centre.date) == ("press", "2021-07-29")
    assert centre.title == "Online-Termine zum Stand der OZG-Umsetzung"
    assert only(centre, Organization).name == "Kommunales Rechenzentrum Minden-Ravensberg/Lippe (krz)"
    assert only(centre, DocumentOrganization).role == "issuer"


def test_papers_on_the_councils_form(shared: Path) -> None:
    readings = {path.stem: read(path.read_bytes()) for path in (shared / "data/papers").glob("6*.txt")}
    forms = {name: reading for name, reading in readings.items() if reading.product == "Vorlage"}
    assert {name: only(reading, Paper).reference for name, reading in forms.items()} == {
        "603085": "2018/0182",
        "603096": "2018/0161",
        "610121": "2019/0605",
        "615539": "2020/0120",
        "617710": None,
        "637059": "2022/0387",
        "640631": "2022/0815",
        "645440": "2023/0234",
    }
    assert [name for name, reading in forms.items() if reading.kind == "motion"] == ["610121"]


def test_no_minutes_are_taken_for_anything_else(shared: Path) -> None:
    from sources import excerpt, motion, paper, press
    from sources.detection import sample_of

    taken = [
        path.name
        for path in (shared / "data/minutes_text").rglob("*.txt")
        if any(reader.recognise(sample_of(path.read_bytes())) for reader in (excerpt, motion, paper, press))
    ]
    assert taken == []
