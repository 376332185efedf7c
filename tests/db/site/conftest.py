"""The site over the published database of an invented town."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from datasette.app import Datasette

from db.site.server import application
from tests.db.site.musterhafen import council, documents, findings, publish, runs


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("site") / "musterhafen.db"
    return publish(path, *council(), *documents(), *findings(), *runs())


@pytest.fixture(scope="session")
def site(published: Path) -> Datasette:
    return application(published)


@pytest.fixture
def page(site: Datasette) -> Callable[..., str]:
    """Gives the page at an address, which must answer with the status."""

    def get(address: str, status: int = 200) -> str:
        response = asyncio.run(site.client.get(address))
        assert response.status_code == status, response.text[:2000]
        return str(response.text)

    return get
