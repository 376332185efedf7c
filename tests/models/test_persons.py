"""What a document tells of its speakers, against what the database gives them."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from models.evaluation.persons import shares
from pipeline.commands.import_ import import_paths
from pipeline.settings import Settings

MINUTES = """Niederschrift
über die 3. Sitzung des Rates der Gemeinde Moorbeck am 12.03.2031
Vorsitz: Bürgermeister Jan Holm

TOP 1 Bus

Ratsfrau Eva Sturm (SPD) erklärt, dass der Bus fahre. Frau Sturm meint, er sei pünktlich.

Der Bürgermeister teilt mit, dass der Bus neu sei.

Die Verwaltung teilt mit, dass der Fahrplan gelte.
"""


@pytest.fixture
def database(tmp_path: Path) -> Path:
    (tmp_path / "minutes.txt").write_text(MINUTES, encoding="utf-8")
    import_paths((tmp_path / "minutes.txt",), Settings(db=tmp_path / "moorbeck.db", workers=1))
    return tmp_path / "moorbeck.db"


def test_what_is_told_is_given(database: Path) -> None:
    rows = {kind: (right, wanted) for town, kind, right, wanted in shares(database).rows() if town == "all"}
    assert rows == {"person": (3, 3), "full_name": (3, 3), "faction": (2, 2), "office": (3, 3)}


def test_what_is_missing_is_counted(database: Path) -> None:
    with sqlite3.connect(database) as connection:
        connection.execute("update statement_speakers set on_behalf_of = null, role = null")
        connection.execute("delete from statement_speakers where person_id like '%holm%'")
    rows = {kind: (right, wanted) for town, kind, right, wanted in shares(database).rows() if town != "all"}
    assert rows == {"person": (2, 3), "full_name": (2, 3), "faction": (0, 2), "office": (0, 3)}
    assert {town for town, *_ in shares(database).rows()} == {"Gemeinde Moorbeck", "all"}
