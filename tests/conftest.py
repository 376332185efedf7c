"""What all tests share: where the recorded real inputs lie, and that nothing calls the outside."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).parents[1] / "../shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of recorded real inputs and gold beside the project; the test is skipped without it."""
    if not SHARED.is_dir():
        pytest.skip("the recorded inputs (../shared) are not here")
    return SHARED.resolve()


@pytest.fixture(autouse=True)
def _no_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection that leaves this machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if isinstance(address, tuple) and address[0] not in ("127.0.0.1", "localhost", "::1"):
            raise AssertionError(f"a test calls the outside: {address}")
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(scope="session")
def recorded_database(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All recorded inputs, imported once for all tests that look at them."""
    from pipeline.commands.import_ import import_paths
    from pipeline.settings import Settings

    database = tmp_path_factory.mktemp("recorded") / "recorded.db"
    import_paths((shared / "data",), Settings(db=database, workers=2))
    return database


@pytest.fixture(scope="session")
def example_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled example minutes, imported once for all tests that look at them."""
    from pipeline.commands.import_ import import_paths
    from pipeline.settings import Settings

    database = tmp_path_factory.mktemp("examples") / "examples.db"
    examples = Path(__file__).parents[1] / "sources/examples/minutes"
    report = import_paths((examples,), Settings(db=database, workers=1))
    refused = [Path(refusal.address).name for refusal in report.refusals]
    assert refused == ["abgebrochener-download.pdf"], report.refusals
    return database
