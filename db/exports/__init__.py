"""The published database in the forms other programs read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from db.exports import oparl, release, tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A form of export: `write(published, out, body)` fills the folder `out` and returns the files it wrote.

    `body` is the id of the only municipality that is wanted, None for all; raises `ValueError` where a form needs one.
    """

    name: str
    description: str
    write: Callable[[Path, Path, str | None], list[Path]]


FORMATS = (
    Format(name="csv", description="a CSV file for each table", write=tables.write_csv),
    Format(name="parquet", description="a Parquet file for each table", write=tables.write_parquet),
    Format(name="oparl", description="a municipality as OParl 1.1 lists", write=oparl.write),
    Format(
        name="release", description="a dataset release: database, checksums, citation", write=release.write
    ),
)
