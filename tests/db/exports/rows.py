"""What a published database tells of a municipality's meetings, asked without the exports' own queries."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

OF_BODY = """
    double_of is null and document_id in (
        select id from documents where body_id = :body and meeting_id in (
            select meeting_id from documents where kind in ('minutes', 'excerpt')
        )
    )
"""


def rows(path: Path, sql: str, body: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql.replace(":of_body", OF_BODY), {"body": body}).fetchall()


def bodies(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [id for (id,) in connection.execute("select id from bodies order by id")]
