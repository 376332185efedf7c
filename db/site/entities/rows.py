"""Reading rows for the pages."""

from __future__ import annotations

from typing import Any

from datasette.database import Database

Row = dict[str, Any]


async def rows(database: Database, sql: str, **parameters: Any) -> list[Row]:
    """All rows of a query as dictionaries."""
    return [dict(row) for row in (await database.execute(sql, parameters)).rows]


async def first(database: Database, sql: str, **parameters: Any) -> Row | None:
    """The first row of a query, None where there is none."""
    found = await rows(database, sql, **parameters)
    return found[0] if found else None


async def count(database: Database, sql: str, **parameters: Any) -> int:
    """The only number a query gives."""
    return int((await database.execute(sql, parameters)).single_value() or 0)
