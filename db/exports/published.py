"""Reading the published database for exports."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

Row = dict[str, Any]


class Published:
    """The published database, opened for reading."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.connection.row_factory = sqlite3.Row

    def rows(self, sql: str, **parameters: Any) -> list[Row]:
        """All rows of a query."""
        return [dict(row) for row in self.connection.execute(sql, parameters)]

    def first(self, sql: str, **parameters: Any) -> Row | None:
        """The first row of a query, None where there is none."""
        found = self.connection.execute(sql, parameters).fetchone()
        return dict(found) if found else None


@contextmanager
def opened(path: Path) -> Iterator[Published]:
    """The published database at this path, which is not written to."""
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        yield Published(connection)


def the_body(published: Published, wanted: str | None) -> Row:
    """The municipality that is wanted; raises ValueError where none or an unknown one is named."""
    known = published.rows("select * from bodies order by id")
    found = next((body for body in known if body["id"] == wanted), None)
    if found is None:
        ids = ", ".join(body["id"] for body in known)
        raise ValueError(f"name one municipality with --body; there are: {ids}")
    return found


def grouped(rows: Iterable[Row], key: str) -> defaultdict[str, list[Row]]:
    """Rows by their value of a column."""
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[key]].append(row)
    return groups
