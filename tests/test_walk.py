"""One walk from a file to the page a reader sees."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import httpx
import pytest

from db.publish import publish
from db.site.server import application


@pytest.fixture(scope="module")
def published(example_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("published") / "readers.db"
    publish(example_database, target)
    return target


def page(published: Path, path: str) -> httpx.Response:
    async def get() -> httpx.Response:
        site = application(published)
        response: httpx.Response = await site.client.get(path, follow_redirects=True)
        return response

    return asyncio.run(get())


def test_a_journalist_finds_who_said_it_and_where_it_stands(published: Path) -> None:
    hits = page(published, "/suche?q=Solaranlage")
    assert hits.status_code == 200
    address = re.search(r'href="(/dokument/[0-9a-f]{64})[^"#]*#(a-[^"]+)"', hits.text)
    assert address, hits.text[:2000]
    document = page(published, address[1])
    assert f'id="{address[2]}"' in document.text
    assert "Andrea Wurt" not in document.text
    assert "Antje Wurt" in document.text
    assert 'id="seite-3"' in document.text


@pytest.mark.parametrize("word", ["Verkaufspreis", "Mühlenwiese", "Kranich", "Sperling", "Strandläufer"])
def test_what_must_not_be_published_is_not_there(published: Path, word: str) -> None:
    assert word.encode() not in published.read_bytes()
    assert "/dokument/" not in page(published, f"/suche?q={word}").text


def canned_queries() -> list[str]:
    folder = Path(__file__).parents[1] / "db/site/queries"
    return sorted(path.stem for path in folder.glob("*.sql"))


@pytest.mark.parametrize("query", canned_queries())
def test_every_canned_query_answers_with_rows_on_the_examples(published: Path, query: str) -> None:
    answer = page(published, f"/{published.stem}/{query}.json?_shape=array")
    assert answer.status_code == 200, answer.text[:500]
    assert answer.json(), query
