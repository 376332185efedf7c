"""Which database the pages show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datasette.database import Database
from datasette.utils.asgi import NotFound

if TYPE_CHECKING:
    from datasette.app import Datasette


async def find_archive(datasette: Datasette) -> Database | None:
    """The first database that was published by us, None where there is none."""
    for database in datasette.databases.values():
        if not database.is_memory and await database.table_exists("statements_fts"):
            return database
    return None


async def archive(datasette: Datasette) -> Database:
    """The published database; raises `NotFound` where there is none."""
    found = await find_archive(datasette)
    if found is None:
        raise NotFound("Hier ist noch keine Sammlung von Niederschriften.")
    return found
