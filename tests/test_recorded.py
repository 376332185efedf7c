"""The recorded real inputs: what the seeds tell, and the floors below which no figure may fall."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from models.evaluation.evaluate import evaluate

pytestmark = pytest.mark.recorded


@pytest.fixture(scope="module")
def db(recorded_database: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"file:{recorded_database}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    return connection


def one(db: sqlite3.Connection, sql: str, *values: Any) -> tuple[Any, ...]:
    rows = db.execute(sql, values).fetchall()
    assert len(rows) == 1, (sql, [tuple(row) for row in rows])
    return tuple(rows[0])


def document(db: sqlite3.Connection, seed: str) -> str:
    (found,) = one(db, "select id from documents where path like '%/seeds/' || ? || '%'", seed)
    return str(found)


def facts(db: sqlite3.Connection, seed: str) -> set[tuple[str, str | None]]:
    rows = db.execute(
        "select concept_id, value from ozg_mentions where document_id = ?", [document(db, seed)]
    )
    return {(row[0], row[1]) for row in rows}


def test_seed_000_an_allris_4_excerpt(db: sqlite3.Connection) -> None:
    seed = document(db, "000")
    number, outcome, start = one(
        db,
        "select number, outcome, m.start from agenda_items i join meetings m on m.id = meeting_id "
        "where document_id = ?",
        seed,
    )
    assert (number, outcome, start) == ("5", "noted", "2021-05-06")
    speakers = {
        row[0] for row in db.execute("select speaker_name from statements where document_id = ?", [seed])
    }
    assert {"Ziemons", "Andraczek", "von Morandell"} <= speakers
    assert {("OZG", None), ("count", "39"), ("deadline", "2022-12-31")} <= facts(db, "000")


def test_seed_003_an_allris_3_excerpt(db: sqlite3.Connection) -> None:
    seed = document(db, "003")
    assert one(
        db,
        "select i.number, o.name, m.start, m.end from agenda_items i join meetings m on m.id = i.meeting_id "
        "join organizations o on o.id = m.organization_id where i.document_id = ?",
        seed,
    ) == ("Ö 3.2", "Hauptausschuss", "2021-10-28T18:00", "2021-10-28T22:15")
    papers = "select p.reference from citations c join papers p on p.id = target_id where document_id = ?"
    assert ("DrS/2021/241",) in {tuple(row) for row in db.execute(papers, [seed])}
    assert one(
        db,
        "select kind, speaker_name, speaker from statements where document_id = ? and text = ?",
        seed,
        "Dies solle sich nun ändern.",
    ) == ("continued", "Harder", "Frau Harder")
    asked = "select speaker_name from statements where document_id = ? and text like '%auf Nachfrage von Frau Grote%'"
    assert one(db, asked, seed) == ("Harder",)


def test_seed_001_a_press_release(db: sqlite3.Connection) -> None:
    wanted = {("count", "575"), ("count", "90"), ("money", "5000000 EUR"), ("deadline", "2022-12-31")}
    assert wanted | {("deadline", "2021-03-31"), ("EfA", None), ("Servicekonto", None)} <= facts(db, "001")
    assert {"GovConnect GmbH", "Land Niedersachsen"} <= organizations(db, "001")


def test_seed_002_a_motion(db: sqlite3.Connection) -> None:
    seed = document(db, "002")
    assert one(db, "select kind, date from documents where id = ?", seed) == ("motion", "2021-06-24")
    assert {("count", "1782"), ("count", "23"), ("deadline", "2022-12-31")} <= facts(db, "002")
    cited = {row[0] for row in db.execute("select normalized from citations where document_id = ?", [seed])}
    assert "0417/2021" in cited
    assert any("CDU" in name for name in organizations(db, "002"))


def test_seed_004_a_press_release(db: sqlite3.Connection) -> None:
    seed = document(db, "004")
    assert one(db, "select kind, date from documents where id = ?", seed) == ("press", "2021-07-29")
    assert {("deadline", "2022-12-31"), ("Portalverbund", None), ("Servicekonto", None)} <= facts(db, "004")
    assert any("krz" in name for name in organizations(db, "004"))


def organizations(db: sqlite3.Connection, seed: str) -> set[str]:
    rows = db.execute(
        "select name from document_organizations join organizations on id = organization_id where document_id = ?",
        [document(db, seed)],
    )
    return {row[0] for row in rows}


def test_all_recorded_pdfs_are_taken(db: sqlite3.Connection, shared: Path) -> None:
    pdfs = len(list((shared / "data" / "minutes_pdf").glob("*.pdf")))
    assert one(db, "select count(*) from documents where media_type = 'application/pdf'") == (pdfs,)


FLOORS = {"statements": 0.85, "decisions": 0.85, "item outcome": 0.90}


def test_floors(recorded_database: Path, shared: Path) -> None:
    gold = shared / "gold"
    scores = evaluate(recorded_database, gold / "dev", gold / "karlsruhe_results.json")
    for name, floor in FLOORS.items():
        assert scores.measures[name].f1 >= floor, name
    assert scores.share_wrong <= 0.06


def test_the_law_is_not_found_where_it_is_not(db: sqlite3.Connection) -> None:
    """In the minutes of two towns nobody speaks of the OZG, its principles or its infrastructure, and so of no fact."""
    of_towns = (
        "document_id in (select id from documents where path like '%ordstemmen%' or path like '%Landau%')"
    )
    assert one(db, f"select count(*) >= 62 from texts where {of_towns}") == (1,)
    for table in ("ozg_mentions", "ozg_related", "ozg_facts"):
        assert one(db, f"select count(*) from {table} where {of_towns}") == (0,)


@pytest.mark.parametrize(
    ("seed", "kinds"),
    [
        ("000", {"deadline": 1, "count": 1, "status": 1, "responsible": 4, "begin": 1}),
        (
            "001",
            {"deadline": 3, "count": 2, "money": 1, "priority": 2, "status": 1, "begin": 2, "cooperation": 5},
        ),
        ("002", {"deadline": 1, "count": 2, "status": 6, "priority": 6, "begin": 1, "cooperation": 1}),
        ("003", {"status": 2, "cooperation": 3, "responsible": 1, "begin": 1}),
        ("004", {"deadline": 1, "begin": 1, "cooperation": 3}),
    ],
)
def test_the_facts_of_the_seeds_are_those_read_by_hand(
    db: sqlite3.Connection, seed: str, kinds: dict[str, int]
) -> None:
    counted = dict(
        db.execute(
            "select kind, count(*) from ozg_facts where document_id = ? group by kind", [document(db, seed)]
        ).fetchall()
    )
    assert {kind: counted.get(kind, 0) for kind in kinds} == kinds


def test_a_motion_has_its_demands_and_press_releases_their_quotations(db: sqlite3.Connection) -> None:
    assert one(db, "select count(*) from demands where document_id = ?", document(db, "002")) == (6,)
    for seed, number in (("001", 9), ("004", 3)):
        told = "select count(*) from statements where document_id = ? and speaker_function is not null"
        assert one(db, told, document(db, seed)) == (number,)
    assert one(db, "select count(*) from decisions where document_id = ?", document(db, "002")) == (0,)
