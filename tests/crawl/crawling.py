"""Crawls of an example site in a time of their own: waiting costs nothing, and how long was waited is known.

`python -m tests.crawl.crawling DATABASE YAML` crawls in a process of its own, which a test can kill.
"""

from __future__ import annotations

import datetime
import sqlite3
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from db.records import ids
from db.store import Store
from pipeline.crawl import Crawl
from pipeline.crawl_report import CrawlReport
from pipeline.settings import settings
from sources.bodies import municipality
from sources.fetch import Clock
from tests.crawl.sites import Site
from tests.crawl.town import Town

YEAR = 2025
FIRST_RUN = datetime.datetime(YEAR, 11, 22, 9, tzinfo=datetime.UTC)
CONTACT = "https://ratslese.example/kontakt"
PAUSE = 1.0
TIMEOUT = 1.5
"""Real seconds an answer may take: nothing on this machine takes that long unless it was told to."""

RUN_DEPENDENT = {
    ("document_sources", "retrieved_at"),
    ("document_sources", "found_at"),
    ("completeness", "checked_at"),
    ("issues", "import_id"),
    ("issues", "id"),
}
"""Columns that tell of a run and not of what it found."""


@dataclass(slots=True)
class Hours:
    """A clock that stands still but for what is slept."""

    seconds: float = FIRST_RUN.timestamp()
    slept: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        self.slept.append(seconds)
        self.seconds += seconds

    def later(self, **span: float) -> None:
        """Let days or hours pass without a crawl."""
        self.seconds += datetime.timedelta(**span).total_seconds()

    def clock(self) -> Clock:
        """The clock as a crawl takes it; chance is none."""
        return Clock(now=lambda: self.seconds, sleep=self.sleep, chance=lambda: 0.0)


def body_file(site: Site, folder: Path, **more: Any) -> Path:
    """The YAML of a site's municipality."""
    said = {
        "name": site.town.name,
        "product": site.product,
        "url": site.url,
        "hosts": [site.base.removeprefix("http://")],
        "since": datetime.date(YEAR, 1, 1),
        **more,
    }
    path = folder / "town.yaml"
    path.write_text(yaml.safe_dump(said, allow_unicode=True), "utf-8")
    return path


def crawl(
    database: Path, body: Path, hours: Hours | None = None, *, private: bool = True, **options: Any
) -> CrawlReport:
    """One run over the whole year."""
    chosen = settings(
        db=database, workers=1, pause=PAUSE, timeout=TIMEOUT, contact=CONTACT, private_addresses=private
    )
    with Store(database) as store:
        return Crawl(
            store,
            chosen,
            municipality(str(body)),
            until=datetime.date(YEAR, 12, 31),
            clock=(hours or Hours()).clock(),
            **options,
        ).run()


def reread(database: Path, body: Path) -> CrawlReport:
    """Read all again that the crawls into a database kept."""
    chosen = settings(db=database, workers=1, contact=CONTACT)
    with Store(database) as store:
        return Crawl(
            store,
            chosen,
            municipality(str(body)),
            until=datetime.date(YEAR, 12, 31),
            clock=Hours().clock(),
        ).reread()


def opened(database: Path) -> sqlite3.Connection:
    """A database to look at."""
    return sqlite3.connect(f"file:{database}?mode=ro", uri=True)


def rows(database: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables, but what tells of a run and not of what it found."""
    with opened(database) as connection:
        tables = [
            name
            for (name,) in connection.execute("select name from sqlite_master where type = 'table'")
            if name != "imports" and not name.startswith(("sqlite_", "_sqlite_"))
        ]
        return {table: sorted(rows_of(connection, table), key=repr) for table in tables}


def rows_of(connection: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    """The rows of a table."""
    columns = [row[1] for row in connection.execute(f'pragma table_info("{table}")')]
    kept = ", ".join(f'"{name}"' for name in columns if (table, name) not in RUN_DEPENDENT)
    return connection.execute(f'select {kept} from "{table}"').fetchall()


def one(database: Path, query: str, *values: Any) -> Any:
    """The one value a query finds."""
    with opened(database) as connection:
        (value,) = connection.execute(query, values).fetchone()
    return value


def every(database: Path, query: str, *values: Any) -> list[tuple[Any, ...]]:
    """The rows a query finds."""
    with opened(database) as connection:
        return connection.execute(query, values).fetchall()


def issues(database: Path) -> list[tuple[Any, ...]]:
    """What was refused: address and message."""
    return every(database, "select address, message from issues where level = 'error'")


def meeting_id(place: Town, key: int) -> str:
    """The id of a meeting by its number in the system."""
    meeting = next(m for m in (*place.meetings, *place.gone) if m.key == key)
    return ids.meeting_id(
        ids.organization_id(ids.body_id(place.name), meeting.organization), str(meeting.day)
    )


if __name__ == "__main__":
    crawl(Path(sys.argv[1]), Path(sys.argv[2]))
