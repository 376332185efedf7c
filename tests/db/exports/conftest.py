"""The published examples, to be exported."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.publish import publish


@pytest.fixture(scope="session")
def published(example_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("exports") / "beispiele.db"
    publish(example_database, target)
    return target
