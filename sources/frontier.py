"""The index of a crawl: every answer ever had, and every page that is known with the time it is due.

It is one SQLite file in the archive's folder; the bytes of the answers are in the archive itself. What is written is
kept at once, so that a crawl killed anywhere is continued from here.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlencode

from sources.fetch import Answer, Form

NAME = "crawl.db"
CHANGES = re.compile(r"[?&]modified_since=[^&]*$")
"""What is put behind the address of a list to ask for changes only."""

RESUMED = 24 * 3600.0
"""Seconds after which a run that did not come to its end is no longer continued but begun anew."""

SCHEMA = """
CREATE TABLE IF NOT EXISTS answers (
  id INTEGER PRIMARY KEY,
  address TEXT NOT NULL,
  form TEXT NOT NULL,
  final TEXT NOT NULL,
  fetched_at REAL NOT NULL,
  status INTEGER NOT NULL,
  headers TEXT NOT NULL,
  content TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS answers_address ON answers (address);
CREATE TABLE IF NOT EXISTS pages (
  id INTEGER PRIMARY KEY,
  body TEXT NOT NULL,
  address TEXT NOT NULL,
  form TEXT NOT NULL,
  kind TEXT NOT NULL,
  rank INTEGER NOT NULL,
  parent TEXT,
  day TEXT,
  role TEXT,
  first_seen REAL NOT NULL,
  appeared TEXT,
  due REAL,
  answer INTEGER REFERENCES answers (id),
  unread INTEGER NOT NULL DEFAULT 0,
  gone INTEGER NOT NULL DEFAULT 0,
  complete INTEGER NOT NULL DEFAULT 0,
  waits INTEGER NOT NULL DEFAULT 0,
  sense TEXT,
  UNIQUE (body, address, form)
) STRICT;
CREATE INDEX IF NOT EXISTS pages_due ON pages (body, rank, due);
CREATE TABLE IF NOT EXISTS records (
  body TEXT NOT NULL,
  address TEXT NOT NULL,
  record TEXT NOT NULL,
  PRIMARY KEY (body, address)
) STRICT;
CREATE TABLE IF NOT EXISTS runs (
  id INTEGER PRIMARY KEY,
  body TEXT NOT NULL,
  started REAL NOT NULL,
  finished REAL
) STRICT;
"""

KINDS = ("calendar", "list", "agenda", "object", "excerpt", "paper", "file")
"""The kinds of pages a crawl visits, in this order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An address with what is known of it.

    `day` is the meeting's day, or the last of a calendar's month; `role` is a file's kind (`minutes`); `appeared` the
    day on which a file came, where that could be seen; `due` the moment from which on it is asked for again, None when
    it is settled; `sense` a digest of what its last reading said; `unread` an answer that was kept and not yet read;
    `gone` that the host has it no longer; `complete` that it offers minutes.
    """

    id: int
    body: str
    address: str
    form: Form | None
    kind: str
    parent: str | None
    day: str | None
    role: str | None
    first_seen: float
    appeared: str | None
    due: float | None
    answer: int | None
    unread: bool
    gone: bool
    complete: bool
    sense: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An answer in the index; `content` is the name of its bytes in the archive."""

    id: int
    final: str
    fetched_at: float
    status: int
    headers: Mapping[str, str]
    content: str | None


class Frontier:
    """The index in a folder; a context manager."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.connection = sqlite3.connect(folder / NAME, timeout=30.0, isolation_level=None)
        self.connection.row_factory = sqlite3.Row
        self.connection.execute("PRAGMA journal_mode = WAL")
        self.connection.execute("PRAGMA synchronous = NORMAL")
        self.connection.executescript(SCHEMA)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.connection.close()

    def begin(self, body: str, now: float) -> tuple[int, float]:
        """The run to go on with, or a new one: its number and the moment it began."""
        query = "SELECT id, started FROM runs WHERE body = ? AND finished IS NULL AND started > ?"
        if found := self.connection.execute(query, (body, now - RESUMED)).fetchone():
            # what failed before the interruption gets another chance
            self.connection.execute(
                "UPDATE pages SET due = 0 WHERE body = ? AND answer IS NULL AND due <= ?",
                (body, now + RESUMED),
            )
            return int(found["id"]), float(found["started"])
        made = self.connection.execute("INSERT INTO runs (body, started) VALUES (?, ?)", (body, now))
        return int(made.lastrowid or 0), now

    def finish(self, run: int, now: float) -> None:
        """Note that everything that was due has been visited."""
        self.connection.execute("UPDATE runs SET finished = ? WHERE id = ?", (now, run))

    def last_started(self, body: str) -> float | None:
        """When the last run that came to its end began."""
        query = "SELECT max(started) FROM runs WHERE body = ? AND finished IS NOT NULL"
        found: float | None = self.connection.execute(query, (body,)).fetchone()[0]
        return found

    def add(
        self,
        body: str,
        address: str,
        form: Form | None,
        *,
        kind: str,
        now: float,
        parent: str | None = None,
        day: str | None = None,
        role: str | None = None,
        appeared: str | None = None,
    ) -> bool:
        """Make a page known, due at once, or note what else is known of it; whether it is new.

        A page keeps the first day it was found with.
        """
        key = (body, address, packed(form))
        made = self.connection.execute(
            "INSERT OR IGNORE INTO pages "
            "(body, address, form, kind, rank, parent, day, role, first_seen, appeared, due) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
            (*key, kind, KINDS.index(kind), parent, day, role, now, appeared),
        )
        if made.rowcount:
            return True
        self.connection.execute(
            "UPDATE pages SET day = coalesce(day, ?), role = coalesce(?, role) "
            "WHERE body = ? AND address = ? AND form = ?",
            (day, role, *key),
        )
        return False

    def call_again(self, body: str, address: str, form: Form | None) -> None:
        """Make a page due at once: the page that leads to it has changed."""
        self.connection.execute(
            "UPDATE pages SET due = 0 WHERE body = ? AND address = ? AND form = ?",
            (body, address, packed(form)),
        )

    def next_due(self, body: str, started: float, first_day: str, last_day: str) -> Page | None:
        """The next page of a run; pages of days that were not asked for are left."""
        found = self.connection.execute(
            "SELECT * FROM pages WHERE body = ? AND (unread OR due <= ?) "
            "AND (day IS NULL OR day BETWEEN ? AND ? OR (kind = 'calendar' AND day >= ? AND substr(day, 1, 7) <= ?)) "
            "ORDER BY rank, due, id LIMIT 1",
            (body, started, first_day, last_day, first_day, last_day[:7]),
        ).fetchone()
        return page_of(found) if found else None

    def answered(self, body: str) -> Iterator[Page]:
        """All pages of a body with their last answer in the order of a crawl, a list once with each of its answers.

        The answers of all lists come in the order they were had, so that later ones are read after earlier ones.
        """
        query = "SELECT * FROM pages WHERE body = ? AND answer IS NOT NULL ORDER BY rank, id"
        pages = [page_of(row) for row in self.connection.execute(query, (body,)).fetchall()]
        lists = KINDS.index("list")
        yield from (page for page in pages if KINDS.index(page.kind) < lists)
        yield from self._every_answer({page.address: page for page in pages if page.kind == "list"})
        yield from (page for page in pages if KINDS.index(page.kind) > lists)

    def _every_answer(self, lists: Mapping[str, Page]) -> Iterator[Page]:
        query = "SELECT id, address FROM answers WHERE form = '' AND content IS NOT NULL ORDER BY id"
        for row in self.connection.execute(query).fetchall():
            page = lists.get(row["address"]) or lists.get(CHANGES.sub("", row["address"]))
            if page:
                yield replace(page, answer=row["id"])

    def is_last(self, page: Page) -> bool:
        """Whether a page is told with its last answer."""
        (last,) = self.connection.execute("SELECT answer FROM pages WHERE id = ?", (page.id,)).fetchone()
        return bool(last == page.answer)

    def waiting(self, body: str) -> tuple[Page, ...]:
        """The pages that tell of something which another page had not told of when they were read."""
        query = "SELECT * FROM pages WHERE body = ? AND waits AND NOT unread ORDER BY id"
        return tuple(map(page_of, self.connection.execute(query, (body,)).fetchall()))

    def page(self, body: str, address: str) -> Page | None:
        """The page at an address."""
        query = "SELECT * FROM pages WHERE body = ? AND address = ? AND form = ''"
        found = self.connection.execute(query, (body, address)).fetchone()
        return page_of(found) if found else None

    def keep(self, page: Page, asked: str, answer: Answer, content: str | None, now: float) -> None:
        """Keep what a host answered; an answer with content waits to be read."""
        with self.transaction():
            made = self.connection.execute(
                "INSERT INTO answers (address, form, final, fetched_at, status, headers, content) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    asked,
                    packed(page.form),
                    answer.address,
                    now,
                    answer.status,
                    json.dumps(dict(answer.headers)),
                    content,
                ),
            )
            if content is not None:
                self.connection.execute(
                    "UPDATE pages SET answer = ?, unread = 1 WHERE id = ?", (made.lastrowid, page.id)
                )

    def answer(self, page: Page) -> tuple[str, Kept] | None:
        """The last answer of a page that had content, with the address it was asked for at."""
        if page.answer is None:
            return None
        row = self.connection.execute("SELECT * FROM answers WHERE id = ?", (page.answer,)).fetchone()
        kept = Kept(
            id=row["id"],
            final=row["final"],
            fetched_at=row["fetched_at"],
            status=row["status"],
            headers=json.loads(row["headers"]),
            content=row["content"],
        )
        return row["address"], kept

    def settle(
        self,
        page: Page,
        due: float | None,
        *,
        day: str | None = None,
        sense: str | None = None,
        gone: bool = False,
        complete: bool = False,
        waits: bool = False,
        appeared: str | None = None,
    ) -> None:
        """A page was visited: nothing is left to read, and it is due again at the moment given, or never."""
        self.connection.execute(
            "UPDATE pages SET unread = 0, due = ?, day = coalesce(?, day), sense = coalesce(?, sense), gone = ?, "
            "complete = ?, waits = ?, appeared = coalesce(appeared, ?) WHERE id = ?",
            (due, day, sense, gone, complete, waits, appeared, page.id),
        )

    def appeared(self, body: str) -> dict[str, str]:
        """The days on which files came, by address."""
        query = "SELECT address, form, appeared FROM pages WHERE body = ? AND appeared IS NOT NULL"
        found = self.connection.execute(query, (body,))
        return {shown_address(row["address"], unpacked(row["form"])): row["appeared"] for row in found}

    def note_records(self, body: str, told: Iterable[tuple[str, str]]) -> None:
        """Note the addresses that meetings and items have in their system, each with the id of its row."""
        self.connection.executemany(
            "INSERT OR REPLACE INTO records (body, address, record) VALUES (?, ?, ?)",
            [(body, address, record) for address, record in told],
        )

    def record(self, body: str, address: str | None) -> str | None:
        """The id of the row of what has this address, where that is known."""
        query = "SELECT record FROM records WHERE body = ? AND address = ?"
        found = self.connection.execute(query, (body, address)).fetchone()
        return str(found["record"]) if found else None

    def transaction(self) -> sqlite3.Connection:
        """A context in which everything is kept or nothing."""
        self.connection.execute("BEGIN IMMEDIATE")
        return self.connection


def page_of(row: Any) -> Page:
    """A row as a page."""
    flags: dict[str, Any] = {name: bool(row[name]) for name in ("unread", "gone", "complete")}
    values = {name: row[name] for name in Page.__slots__ if name != "form" and name not in flags}
    return Page(**values, **flags, form=unpacked(row["form"]))


def packed(form: Form | None) -> str:
    """A form as a part of a key; no form is the empty text."""
    return "" if form is None else json.dumps(form, ensure_ascii=False)


def unpacked(form: str) -> Form | None:
    """The form of a key."""
    return tuple((name, value) for name, value in json.loads(form)) if form else None


def shown_address(address: str, form: Form | None) -> str:
    """An address that tells answers of different forms apart: the fields stand in it as in a query."""
    if not form:
        return address
    return f"{address}{'&' if '?' in address else '?'}{urlencode(form)}"
