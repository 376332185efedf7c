"""An export keeps the rules OParl 1.1 states, and our own reader reads it back without loss."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from db.exports.oparl import SCHEMA, write
from db.records.council import AgendaItem, Meeting, Paper, Person
from sources.read import read

BODY = "stadt-lindenfurt"

MANDATORY = {
    "System": ("oparlVersion", "body"),
    "Body": ("name", "organization", "person", "meeting", "paper", "legislativeTerm"),
    "Organization": ("body",),
    "Person": ("body",),
    "Membership": (),
    "Meeting": (),
    "AgendaItem": ("meeting",),
    "Paper": ("body",),
    "Consultation": (),
    "Location": (),
}
"""What the specification's tables of each type mark as ZWINGEND, besides id and type."""


@pytest.fixture(scope="module")
def exported(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("oparl")
    assert len(write(published, out, BODY)) == 6
    return out


def objects(content: Any) -> Iterator[dict[str, Any]]:
    """All objects, those inside others too."""
    if isinstance(content, dict):
        if str(content.get("type", "")).startswith(SCHEMA):
            yield content
        content = list(content.values())
    if isinstance(content, list):
        for part in content:
            yield from objects(part)


def everything(exported: Path) -> list[dict[str, Any]]:
    return [
        found for file in exported.glob("*.json") for found in objects(json.loads(file.read_text("utf-8")))
    ]


def test_objects_have_what_the_specification_demands(exported: Path) -> None:
    found = everything(exported)
    assert {thing["type"].removeprefix(SCHEMA) for thing in found} >= {
        "System",
        "Body",
        "Meeting",
        "AgendaItem",
        "Person",
    }
    for thing in found:
        type = thing["type"].removeprefix(SCHEMA)
        assert thing["id"].startswith("https://")
        assert [name for name in MANDATORY[type] if name not in thing] == [], thing["id"]
        assert all(value is not None for value in thing.values())


def test_ids_are_unique_and_references_lead_to_objects(exported: Path) -> None:
    found = everything(exported)
    ids = [thing["id"] for thing in found]
    assert len(ids) == len(set(ids))
    references = {"organization", "person", "meeting", "body", "agendaItem", "paper", "participant"}
    for thing in found:
        for name in references & set(thing):
            values = thing[name] if isinstance(thing[name], list) else [thing[name]]
            missing = [value for value in values if isinstance(value, str) and value not in ids]
            assert all(value.endswith(".json") for value in missing), (thing["id"], name, missing)


@pytest.mark.parametrize(
    ("name", "record", "table"),
    [("meeting", Meeting, "meetings"), ("meeting", AgendaItem, "agenda_items"), ("person", Person, "persons"),
     ("paper", Paper, "papers")],
)  # fmt: skip
def test_our_reader_reads_it_back(
    exported: Path, published: Path, name: str, record: type, table: str
) -> None:
    reading = read((exported / f"{name}.json").read_bytes())
    there = sum(isinstance(told, record) for told in reading.records)
    connection = sqlite3.connect(published)
    condition = (
        "meeting_id in (select id from meetings where body_id = ?)"
        if table == "agenda_items"
        else "body_id = ?"
    )
    if table == "persons":
        condition += " and not private"
    (expected,) = connection.execute(f"select count(*) from {table} where {condition}", [BODY]).fetchone()
    connection.close()
    assert there == expected > 0


def test_no_statement_and_no_vote_is_lost(exported: Path, published: Path) -> None:
    items = [thing for thing in everything(exported) if thing["type"] == SCHEMA + "AgendaItem"]
    told = sorted(found["text"] for item in items for found in item.get("ratslese:statement", ()))
    votes = sorted(found["id"] for item in items for found in item.get("ratslese:decision", ()))
    connection = sqlite3.connect(published)
    of_body = """double_of is null and agenda_item_id in (
        select agenda_items.id from agenda_items join meetings on meetings.id = meeting_id where body_id = ?)"""
    assert told == sorted(
        row[0] for row in connection.execute(f"select text from statements where {of_body}", [BODY])
    )
    assert votes == sorted(
        row[0] for row in connection.execute(f"select id from decisions where {of_body}", [BODY])
    )
    connection.close()
    assert told
    assert votes


def test_an_unknown_municipality_is_told_with_those_there_are(published: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="stadt-lindenfurt"):
        write(published, tmp_path, "nirgendwo")
