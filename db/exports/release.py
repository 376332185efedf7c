"""A dataset release: the database under its version, checksums, how to cite it, and what the tables hold."""

from __future__ import annotations

import hashlib
import json
import shutil
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import yaml

from db.exports.published import opened
from db.exports.tables import published_tables
from db.schema import columns
from db.site.metadata import SITE

FIELD_TYPES = {"TEXT": "string", "INTEGER": "integer", "REAL": "number"}


def write(published: Path, out: Path) -> list[Path]:
    """Database, `datapackage.json` (Frictionless), `CITATION.cff` and `SHA256SUMS`.

    The version is the day the collection last grew; the same collection gives the same files.
    """
    with opened(published) as database:
        (day,) = database.connection.execute(
            "select coalesce(max(substr(retrieved_at, 1, 10)), '1970-01-01') from document_sources"
        ).fetchone()
        described = _datapackage(database, day)
    copy = out / f"ratslese-{day}.db"
    shutil.copyfile(published, copy)
    package, citation, sums = out / "datapackage.json", out / "CITATION.cff", out / "SHA256SUMS"
    package.write_text(json.dumps(described, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    citation.write_text(yaml.safe_dump(_citation(day), allow_unicode=True, sort_keys=False), encoding="utf-8")
    listed = [f"{_sum(file)}  {file.name}\n" for file in (copy, package, citation)]
    sums.write_text("".join(listed), encoding="utf-8")
    return [copy, package, citation, sums]


def _sum(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _citation(day: str) -> dict[str, Any]:
    """What Citation File Format 1.2 asks for."""
    return {
        "cff-version": "1.2.0",
        "message": "Bitte diese Ausgabe mit Version und Prüfsumme zitieren.",
        "type": "dataset",
        "title": "Ratslese: Äußerungen und Beschlüsse aus kommunalen Niederschriften",
        "abstract": SITE["description"],
        "authors": [{"name": "Ratslese"}],
        "version": day,
        "date-released": day,
        "keywords": ["Kommunalpolitik", "Niederschriften", "Onlinezugangsgesetz"],
    }


def _datapackage(database: Any, day: str) -> dict[str, Any]:
    """The tables as a Frictionless data package, written by this version of Ratslese."""
    return {
        "name": "ratslese",
        "title": SITE["title"],
        "description": SITE["description"],
        "version": day,
        "created": datetime.fromisoformat(day).replace(tzinfo=UTC).isoformat(),
        "contributors": [{"title": f"Ratslese {version('ratslese')}", "role": "wrangler"}],
        "sources": [{"title": SITE["source"]}],
        "licenses": [{"name": "other", "title": SITE["license"]}],
        "resources": [
            {
                "name": table.name,
                "title": table.title,
                "description": table.description,
                "path": f"ratslese-{day}.db",
                "dialect": {"table": table.name},
                "schema": {
                    "fields": [
                        {
                            "name": field.name,
                            "title": field.column.title,
                            "description": field.column.description,
                            "type": FIELD_TYPES[field.sql_type],
                        }
                        for field in columns(table)
                    ],
                    "primaryKey": list(table.key),
                },
            }
            for table in published_tables(database)
        ],
    }
