from __future__ import annotations

from typing import Any

import pytest

from db.merge import adds_nothing, merged, rank
from db.records.columns import TABLES
from db.rows import Row


@pytest.mark.parametrize(
    ("table", "column", "told", "expected"),
    [
        ("agenda_items", "title", [None, "Bus", "Bahn"], "Bus"),
        ("agenda_items", "title", [None, None], None),
        ("agenda_items", "outcome", ["none", "unknown", "noted", "accepted"], "noted"),
        ("agenda_items", "outcome", [None, "unknown", "none"], "unknown"),
        ("consultations", "outcome", ["none", "accepted"], "accepted"),
        ("agenda_items", "public", [True, False, True], False),
        ("agenda_items", "public", [True, True], True),
        ("persons", "private", [True, False], False),
        ("persons", "private", [True, True], True),
        ("meetings", "start", ["2031-05-12", "2031-05-12T18:00", "2031-05-12T19:00"], "2031-05-12T18:00"),
        ("meetings", "start", [None, "2031-05-12"], "2031-05-12"),
        ("meetings", "cancelled", [None, False, True], False),
    ],
)
def test_which_value_wins(table: str, column: str, told: list[Any], expected: Any) -> None:
    claims: list[Row] = [{} if value is None else {column: value} for value in told]
    assert merged(TABLES[table], claims)[column] == expected


@pytest.mark.parametrize(
    ("claims", "place"),
    [
        ([{"document_id": "agenda"}, {"document_id": "minutes", "start": 3, "end": 9}], ("minutes", 3, 9)),
        ([{"document_id": "agenda"}, {"document_id": "other"}], ("agenda", None, None)),
        (
            [{"document_id": "a", "start": 0, "end": 2}, {"document_id": "b", "start": 3, "end": 9}],
            ("a", 0, 2),
        ),
        ([{}], (None, None, None)),
    ],
)
def test_a_place_is_taken_from_one_document(claims: list[Row], place: tuple[Any, ...]) -> None:
    row = merged(TABLES["agenda_items"], claims)
    assert (row["document_id"], row["start"], row["end"]) == place


def test_minutes_go_before_excerpts_before_agendas() -> None:
    assert sorted(["paper", "agenda", "minutes", "unknown", "excerpt"], key=rank)[:3] == [
        "minutes",
        "excerpt",
        "agenda",
    ]
    assert rank("paper") == rank("unknown")


def test_a_claim_that_adds_nothing() -> None:
    row = {"id": "a", "title": "Bus", "public": 1, "start": None}
    assert adds_nothing({"id": "a", "title": None, "public": True}, row)
    assert not adds_nothing({"id": "a", "title": "Bahn"}, row)
    assert not adds_nothing({"id": "a", "public": False}, row)
    assert not adds_nothing({"id": "a", "start": 0}, row)
