"""The bundled example minutes: built from their texts, and read as they were meant."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from sources.examples.build import MINUTES, build

TOWNS = ("kreis-auental", "stadt-lindenfurt", "gemeinde-moorbeck")


@pytest.fixture(scope="module")
def db(example_database: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{example_database}?mode=ro", uri=True)


def test_the_examples_are_what_their_texts_make() -> None:
    pytest.importorskip("reportlab")
    for path, content in build().items():
        assert (MINUTES / path).read_bytes() == content, f"{path}: run python -m sources.examples.build"


@pytest.mark.parametrize("town", TOWNS)
def test_each_town_has_thirty_statements_and_eight_decisions(db: sqlite3.Connection, town: str) -> None:
    statements = "select count(*) from statements join documents d on d.id = document_id where body_id = ?"
    decisions = "select count(*) from decisions join documents d on d.id = document_id where body_id = ?"
    assert db.execute(statements, [town]).fetchone()[0] >= 30
    assert db.execute(f"{decisions} and double_of is null", [town]).fetchone()[0] >= 8


@pytest.mark.parametrize(
    ("speaker", "beginning"),
    [
        ("Dachs", "Sie führt aus, dass der Kreis bis Ende 2022"),
        ("Dachs", "Das Servicekonto stehe"),
        ("Iltis", "Außerdem fehle ihr ein Zeitplan."),
        ("Dachs", "Auf Nachfrage von Frau Iltis bestätigt Frau Dachs"),
        ("Otter", "Er werde daher nicht zustimmen."),
        ("Marder", "Laut Herrn Marder seien die Kosten"),
        ("Amsel", "Stadträtin Amsel (GRÜNE): Danke für den Bericht. Ich hätte gern gewusst, wie viele"),
        ("Dommel", "Herr Dommel (Hauptamt): Das waren im Oktober 212 Anträge."),
        ("Kuckuck", "Stadtrat Kuckuck (FDP): Wir nicht. Sie trifft die Falschen."),
        ("Deich", "Allerdings stiegen die Kosten für Energie."),
        ("Heide", "Dies habe der Rat im vergangenen"),
        ("Wurt", "Das koste wenig und spare später"),
        ("Sode", "Davon seien 5 abgeschlossen."),
    ],
)
def test_who_said_it(db: sqlite3.Connection, speaker: str, beginning: str) -> None:
    found = db.execute(
        "select speaker_name from statements where replace(text, char(10), ' ') like ? || '%'", [beginning]
    ).fetchall()
    assert found == [(speaker,)]


@pytest.mark.parametrize(
    ("item", "outcome", "votes"),
    [
        ("kreis-auental_hauptausschuss_2021-09-16_oe-4", "accepted", (9, 3, 1)),
        ("kreis-auental_hauptausschuss_2021-09-16_oe-5", "rejected", (3, 10, None)),
        ("stadt-lindenfurt_stadtrat_2021-11-11_oe-5", "accepted", (19, 13, 1)),
        ("stadt-lindenfurt_stadtrat_2021-11-11_oe-6", "accepted", (27, 5, None)),
        ("stadt-lindenfurt_stadtrat_2021-11-11_oe-7", "referred", (33, 0, 0)),
        ("gemeinde-moorbeck_rat_2022-03-15_oe-4", "accepted", (5, 1, 0)),
        ("gemeinde-moorbeck_rat_2022-03-15_oe-6", "rejected", (3, 4, None)),
    ],
)
def test_what_was_decided(
    db: sqlite3.Connection, item: str, outcome: str, votes: tuple[int | None, ...]
) -> None:
    counted = db.execute(
        "select outcome, votes_yes, votes_no, votes_abstain from decisions "
        "where agenda_item_id = ? and double_of is null and votes_yes is not null",
        [item],
    ).fetchall()
    assert counted == [(outcome, *votes)]
    assert db.execute("select outcome from agenda_items where id = ?", [item]).fetchone() == (outcome,)


def test_one_meeting_told_by_agenda_and_minutes_is_one(db: sqlite3.Connection) -> None:
    meetings = db.execute("select id, start, end from meetings where body_id = 'stadt-lindenfurt'").fetchall()
    assert meetings == [
        ("stadt-lindenfurt_stadtrat_2021-11-11", "2021-11-11T16:00", "2021-11-11T19:30"),
    ]
    numbers = (
        "select count(*), count(distinct number) from agenda_items where meeting_id like 'stadt-lindenfurt%'"
    )
    assert db.execute(numbers).fetchone() == (10, 10)


def test_non_public_items_and_private_persons_are_known_as_such(db: sqlite3.Connection) -> None:
    held_back = {row[0] for row in db.execute("select id from agenda_items where public = 0")}
    assert {
        "kreis-auental_hauptausschuss_2021-09-16_n-10",
        "stadt-lindenfurt_stadtrat_2021-11-11_n-10",
        "gemeinde-moorbeck_rat_2022-03-15_n-11",
    } <= held_back
    private = {row[0] for row in db.execute("select family_name from persons where private = 1")}
    assert private == {"Kranich", "Sperling", "Strandläufer"}


def test_ozg_facts(db: sqlite3.Connection) -> None:
    facts = set(db.execute("select concept_id, value from ozg_mentions where value is not null"))
    assert {
        ("deadline", "2022-12-31"),
        ("count", "64"),
        ("count", "38"),
        ("count", "23"),
        ("system", "enaio"),
    } <= facts
    concepts = {row[0] for row in db.execute("select concept_id from ozg_mentions")}
    assert {"OZG", "EfA", "Servicekonto", "Portalverbund"} <= concepts


def test_the_motion_demands_and_the_press_release_quotes(db: sqlite3.Connection) -> None:
    demands = db.execute("select number, addressee from demands order by position").fetchall()
    assert demands == [("1", "Verwaltung"), ("2", "Verwaltung"), ("3", "Verwaltung")]
    quoted = (
        "select distinct speaker_name, speaker_function from statements where speaker_function is not null"
    )
    assert set(db.execute(quoted)) == {
        ("Zobel", "Landrat"),
        ("Dachs", "Leiterin des Fachdienstes Digitale Verwaltung"),
    }
    states = (
        "select concept_id, value, stance, stated_by from ozg_facts "
        "where kind = 'status' and stated_as = 'applicant'"
    )
    assert {("Wohngeld", "offen", "reported", "SPD; CDU"), ("OZG", "offen", "demanded", "SPD; CDU")} <= set(
        db.execute(states)
    )


def test_a_paper_replaces_another_and_is_decided_with_changes(db: sqlite3.Connection) -> None:
    related = (
        "select later.reference, kind, earlier.reference from paper_relations "
        "join papers as later on later.id = paper_id join papers as earlier on earlier.id = related_id"
    )
    assert db.execute(related).fetchall() == [("BV/0205/2021", "replaces", "BV/0163/2021")]
    amended = (
        "select substr(proposed.text, proposal_start + 1, proposal_end - proposal_start), "
        "substr(decided.text, decision_start + 1, decision_end - decision_start) from amendments "
        "join proposals on proposals.id = proposal_id join decisions on decisions.id = decision_id "
        "join texts as proposed on proposed.document_id = proposals.document_id "
        "join texts as decided on decided.document_id = decisions.document_id"
    )
    assert db.execute(amended).fetchall() == [("5.000", "4.000")]
