"""The published database in the forms other programs read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from db.exports import akoma_ntoso, oparl, parlamint, release, tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A form of export: `write(published, out, body)` fills the folder `out` and returns the files it wrote.

    `body` is the id of the municipality, for forms that hold one; those raise `ValueError` where none is named.
    """

    name: str
    description: str
    write: Callable[[Path, Path, str | None], list[Path]]


def _of_all(write: Callable[[Path, Path], list[Path]]) -> Callable[[Path, Path, str | None], list[Path]]:
    """A form that always holds every municipality."""
    return lambda published, out, _: write(published, out)


FORMATS = (
    Format(name="csv", description="a CSV file for each table", write=_of_all(tables.write_csv)),
    Format(name="parquet", description="a Parquet file for each table", write=_of_all(tables.write_parquet)),
    Format(name="oparl", description="a municipality as OParl 1.1 lists", write=oparl.write),
    Format(
        name="akoma-ntoso",
        description="a municipality's meetings as Akoma Ntoso 3.0 debates",
        write=akoma_ntoso.write,
    ),
    Format(name="parlamint", description="a municipality's meetings as ParlaMint TEI", write=parlamint.write),
    Format(
        name="release",
        description="a dataset release: database, checksums, citation",
        write=_of_all(release.write),
    ),
)
