"""Whether a published copy still shows what the working database holds."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from db.migrations import FOLDER


def version() -> int:
    """The version of the schema, kept as `user_version` of a published copy: the number of migrations."""
    return len(list(FOLDER.glob("*.sql")))


def is_stale(source: Path, target: Path) -> bool:
    """Whether `target` must be published anew: it is missing, of an older schema, or `source` changed since."""
    if not target.is_file() or _version(target) != version():
        return True
    return source.is_file() and state(source) > target.stat().st_mtime_ns


def state(source: Path) -> int:
    """When a working database last changed (nanoseconds); what is not yet in its main file counts too."""
    log = source.with_name(source.name + "-wal")
    files = [source, *([log] if log.is_file() and log.stat().st_size else [])]
    return max(file.stat().st_mtime_ns for file in files)


def stamp(copy: Path, state: int) -> None:
    """Date a copy by the state of the database it was made from, whatever is written to that while copying."""
    os.utime(copy, ns=(state, state))


def _version(target: Path) -> int | None:
    try:
        with closing(
            sqlite3.connect(f"{target.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
        ) as connection:
            return int(connection.execute("PRAGMA user_version").fetchone()[0])
    except sqlite3.DatabaseError:
        return None
