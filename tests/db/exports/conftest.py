"""What is exported: the published examples, and an invented town whose votes are told in every way."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.publish import publish
from db.records.council import Membership, Organization, Person
from db.records.findings import StatementSpeaker
from db.records.votes import Candidacy, Vote
from tests.db.site import musterhafen
from tests.db.site.musterhafen import council, documents, findings, place, runs


@pytest.fixture(scope="session")
def published(example_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("exports") / "beispiele.db"
    publish(example_database, target)
    return target


@pytest.fixture(scope="session")
def voting(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Musterhafen, where factions, named members and candidates' votes are told and two speak as one."""
    counted = {"decision_id": "b1", "agenda_item_id": "m1_oe-1", **place("9 Nein-Stimmen")}
    more = (
        StatementSpeaker(statement_id="a3", person_id="quandt", position=2, role="Ratsfrau", on_behalf_of="SPD"),
        Vote(id="v1", organization="SPD", option="no", count=5, **counted),
        Vote(id="v2", organization="FDP", option="abstain", **counted),
        Vote(id="v3", person="Frau Quandt", person_id="quandt", option="no", **counted),
        Candidacy(id="w1", candidate="Liste A", count=12, **counted),
        Organization(id="spd", body_id="musterhafen", name="SPD", classification="Fraktion"),
        Person(id="privat-1", body_id="musterhafen", name="Privatperson", private=True),
        Membership(
            person_id="quandt", organization_id="rat", role="Vorsitz", on_behalf_of="SPD", start_date="2021-11-01"
        ),
        Membership(
            person_id="uebelhoer", organization_id="spd", first_seen="2022-01-31", last_seen="2023-03-14"
        ),
    )  # fmt: skip
    path = tmp_path_factory.mktemp("exports") / "musterhafen.db"
    return musterhafen.publish(path, *council(), *documents(), *findings(), *runs(), *more)
