"""How fast readers are answered on 200,000 statements, beside the bare time SQLite takes for the same queries.

    python -m benchmarks.reading

makes a database of invented minutes whose words have the frequencies of written German (`pip install --group bench`),
publishes it, serves it and asks for every kind of page: one reader, then four at once. It prints milliseconds and how
many times SQLite's own time a page takes; the ratios are what can be compared between machines.
"""

from __future__ import annotations

import asyncio
import random
import socket
import sqlite3
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import uvicorn
import wordfreq
from datasette.database import Database

from db.migrations import migrate
from db.publish import publish
from db.records.council import (
    AgendaItem,
    Body,
    Consultation,
    Meeting,
    Membership,
    Organization,
    Paper,
    Person,
)
from db.records.documents import Document, Page, Text
from db.records.findings import Decision, Statement, StatementSpeaker
from db.records.ids import document_id
from db.rows import insert
from db.site.entities.pages import page_path
from db.site.server import application

BODIES = 20
MEETINGS = 200
ITEMS = 10
STATEMENTS = 50
DECISIONS = 5
"""Per body; per meeting; per meeting; per meeting: 4,000 meetings, 200,000 statements, 20,000 decisions."""

SPEAKERS = 60
FACTIONS = ("CDU", "SPD", "GRÜNE", "FDP", "Freie Wähler", "DIE LINKE")
VOCABULARY = 60_000
ROUNDS = 20
SEARCHES = ("Haushaltssatzung", "Satzung", "Straße", "und", "Schule Kosten", '"zur Kenntnis"', "bürger*")


class Language:
    """Sentences of words drawn by their frequency in written German."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.words = wordfreq.top_n_list("de", VOCABULARY)
        self.weights = [wordfreq.word_frequency(word, "de") for word in self.words]
        self.nouns = set(self.words[::2])

    def sentences(self, count: int) -> Iterator[str]:
        """So many sentences of some fifteen words; every other word is written with a capital, as nouns are."""
        lengths = [max(4, round(self.random.lognormvariate(2.6, 0.5))) for _ in range(count)]
        drawn = iter(self.random.choices(self.words, self.weights, k=sum(lengths)))
        for length in lengths:
            yield " ".join(self._cased(next(drawn)) for _ in range(length)) + "."

    def _cased(self, word: str) -> str:
        return word.capitalize() if len(word) > 4 and word in self.nouns else word


def records(language: Language) -> Iterator[Any]:
    """Everything of the invented municipalities."""
    for number in range(BODIES):
        body, council = f"stadt-{number}", f"stadt-{number}_rat"
        yield Body(id=body, name=f"Stadt {number}", product="sessionnet")
        yield Organization(id=council, body_id=body, name="Stadtrat", classification="Rat")
        for who in range(SPEAKERS):
            yield Person(id=f"{body}_p{who}", body_id=body, name=f"Anna Name{who}", family_name=f"Name{who}")
            faction = FACTIONS[who % len(FACTIONS)]
            yield Membership(person_id=f"{body}_p{who}", organization_id=council, on_behalf_of=faction)
        for meeting in range(MEETINGS):
            yield from _meeting(language, body, council, meeting)


def _meeting(language: Language, body: str, council: str, number: int) -> Iterator[Any]:
    id, day = f"{council}_{number}", f"{2006 + number // 10}-{number % 10 + 1:02}-14"
    document = document_id(id.encode())
    yield Meeting(
        id=id, body_id=body, organization_id=council, name=f"{number}. Sitzung", start=f"{day}T18:00"
    )
    yield Document(
        id=document, path=f"{id}.pdf", media_type="application/pdf", kind="minutes", product="unknown",
        title=f"Niederschrift {number}", date=day, body_id=body, meeting_id=id, page_count=10,
    )  # fmt: skip
    sentences, at, text = list(language.sentences(STATEMENTS + DECISIONS + ITEMS)), 0, ""
    titles = [sentences.pop() for _ in range(ITEMS)]
    for position, title in enumerate(titles, start=1):
        item = f"{id}_oe-{position}"
        yield AgendaItem(
            id=item, meeting_id=id, document_id=document, number=f"Ö {position}", position=position, title=title,
            outcome="accepted",
        )  # fmt: skip
        paper = f"{body}_{number}-{position}"
        yield Paper(id=paper, body_id=body, reference=f"{number}/{position}", name=title, date=day)
        yield Consultation(id=f"{paper}_{id}", paper_id=paper, agenda_item_id=item, meeting_id=id)
    rest = {"document_id": document, "page": 1, "confidence": 0.9, "rule": "invented"}
    for line, sentence in enumerate(sentences):
        item = f"{id}_oe-{line % ITEMS + 1}"
        place = {**rest, "agenda_item_id": item, "text": sentence, "start": at, "end": at + len(sentence)}
        text, at = f"{text}{sentence}\n", at + len(sentence) + 1
        if line < DECISIONS:
            yield Decision(id=f"{id}-d{line}", outcome="accepted", votes_yes=20, votes_no=3, **place)
            continue
        who = language.random.randrange(SPEAKERS)
        statement = f"{id}-s{line}"
        yield Statement(
            id=statement, speaker=f"Frau Name{who}", speaker_name=f"Name{who}", kind="indirect", **place
        )  # fmt: skip
        yield StatementSpeaker(statement_id=statement, person_id=f"{body}_p{who}", position=1)
    yield Text(document_id=document, text=text)
    yield Page(document_id=document, number=1, start=0, end=len(text))


def make(folder: Path) -> Path:
    """The published database."""
    working, published = folder / "working.db", folder / "published.db"
    connection = sqlite3.connect(working)
    migrate(connection)
    connection.execute("PRAGMA defer_foreign_keys = on")
    with connection:
        for record in records(Language(seed=1)):
            insert(connection, [record])
    connection.close()
    started = time.perf_counter()
    report = publish(working, published)
    print(f"published in {time.perf_counter() - started:.1f} s\n{report}\n")
    return published


def addresses(published: Path) -> dict[str, list[str]]:
    """For every kind of page the addresses that are asked for."""
    chosen, connection = random.Random(2), sqlite3.connect(published)

    def some(name: str, table: str) -> list[str]:
        ids = [row[0] for row in connection.execute(f"SELECT id FROM {table}")]
        return [page_path(name, id) for id in chosen.sample(ids, min(ROUNDS, len(ids)))]

    pages = {
        "Start": ["/"],
        "Dokumente": ["/dokumente", "/dokumente?kommune=stadt-3&seite=2"],
        "Dokument": some("dokument", "documents"),
        "Kommune": some("kommune", "bodies"),
        "Gremium": some("gremium", "organizations"),
        "Sitzung": some("sitzung", "meetings"),
        "Punkt": some("punkt", "agenda_items"),
        "Vorlage": some("vorlage", "papers"),
        "Person": some("person", "persons"),
        "Beschluss": some("beschluss", "decisions"),
        "Zitat": [f"/zitat?q={quoted}" for quoted in _quotations(connection)],
    }
    for search in SEARCHES:
        query = str(httpx.QueryParams({"q": search}))
        pages[f"Suche {search}"] = [f"/suche?{query}", f"/suche?{query}&art=aeusserungen"]
        pages["… in Stadt 3, SPD"] = ["/suche?q=Satzung&kommune=stadt-3&fraktion=SPD&art=aeusserungen"]
    connection.close()
    return pages


def _quotations(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute("SELECT text FROM statements WHERE length(text) > 60 LIMIT 10")
    return [str(httpx.QueryParams({"q": row[0]}))[2:] for row in rows]


def times(ask: Callable[[str], None], pages: list[str], readers: int) -> list[float]:
    """Milliseconds of each of so many requests, the pages in turn."""

    def timed(address: str) -> float:
        started = time.perf_counter()
        ask(address)
        return 1000 * (time.perf_counter() - started)

    asked = [pages[number % len(pages)] for number in range(ROUNDS * readers)]
    with ThreadPoolExecutor(readers) as pool:
        return list(pool.map(timed, asked))


def bare(published: Path, address: str) -> float:
    """Milliseconds SQLite alone takes for the queries of a page."""
    asked: list[tuple[str, Any]] = []
    execute = Database.execute

    async def noted(self: Database, sql: str, params: Any = None, *rest: Any, **more: Any) -> Any:
        if self.name == published.stem:
            asked.append((sql, params))
        return await execute(self, sql, params, *rest, **more)

    async def asked_twice() -> None:
        # What Datasette asks of a database at its first request is no part of a page.
        site = application(published)
        await site.client.get("/")
        asked.clear()
        await site.client.get(address)

    Database.execute = noted
    try:
        asyncio.run(asked_twice())
    finally:
        Database.execute = execute
    connection = sqlite3.connect(f"file:{published}?immutable=1", uri=True)

    def run() -> float:
        started = time.perf_counter()
        for sql, params in asked:
            connection.execute(sql, params or {}).fetchall()
        return 1000 * (time.perf_counter() - started)

    return min(run() for _ in range(3))


def main() -> None:
    """Print one line for every kind of page."""
    with tempfile.TemporaryDirectory() as folder:
        published = make(Path(folder))
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        config = uvicorn.Config(application(published).app(), host="127.0.0.1", port=port, log_level="error")
        server = uvicorn.Server(config)
        threading.Thread(target=server.run, daemon=True).start()
        client = httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60)
        while not server.started:
            time.sleep(0.05)

        def ask(address: str) -> None:
            client.get(address, follow_redirects=True).raise_for_status()

        print(
            f"{'page':28}{'one reader':>22}{'four readers':>22}{'SQLite':>10}{'ratio':>8}   (ms: median, p95)"
        )
        for name, pages in addresses(published).items():
            ask(pages[0])
            figures = [times(ask, pages, readers) for readers in (1, 4)]
            shown = "".join(
                f"{statistics.median(taken):12.1f}{statistics.quantiles(taken, n=20)[-1]:10.1f}"
                for taken in figures
            )
            alone = statistics.median(bare(published, page) for page in pages[:5])
            print(f"{name:28}{shown}{alone:10.1f}{statistics.median(figures[0]) / alone:8.1f}")
        server.should_exit = True


if __name__ == "__main__":
    main()
