"""The queries offered to readers: one `.sql` file each, with its German title and description in the head.

-- title: Wer sagte was?
-- description: Äußerungen zu einem Stichwort, …
-- for: Recherche
select …
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from db.records.ids import slug

HEAD_LINE = re.compile(r"-- (\w+): (.+)")
READERS = ("Recherche", "Forschung", "Verwaltung")
"""Whom the queries are for, in the order of the page that lists them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A query of ours; `readers` is one of `READERS`."""

    name: str
    title: str
    description: str
    readers: str
    sql: str


@cache
def queries() -> dict[str, Query]:
    """All queries by name, in the order of their titles."""
    folder = files("db.site") / "queries"
    found = [_query(file) for file in folder.iterdir() if file.name.endswith(".sql")]
    return {query.name: query for query in sorted(found, key=lambda query: slug(query.title))}


def canned() -> dict[str, dict[str, Any]]:
    """The queries as Datasette's hook wants them."""
    return {
        query.name: {
            "sql": query.sql,
            "title": query.title,
            "description": query.description,
            "hide_sql": True,
        }
        for query in queries().values()
    }


def by_readers() -> dict[str, list[Query]]:
    """The queries for each kind of reader."""
    return {
        readers: [query for query in queries().values() if query.readers == readers] for readers in READERS
    }


def _query(file: Traversable) -> Query:
    lines = file.read_text("utf-8").splitlines()
    head = {match[1]: match[2] for line in lines if (match := HEAD_LINE.fullmatch(line))}
    sql = "\n".join(line for line in lines if not HEAD_LINE.fullmatch(line)).strip()
    return Query(
        name=file.name.removesuffix(".sql"),
        title=head["title"],
        description=head["description"],
        readers=head["for"],
        sql=sql,
    )
