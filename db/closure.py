"""Whether an extraction is closed: everything its records refer to is in it.

So no document depends on another's being there, and the order of imports does not matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Any

from db.records.extraction import Extraction, ExtractionError
from db.rows import KEPT, detail_tables, follower_tables, references, table_of


def check(extraction: Extraction, concepts: AbstractSet[str]) -> None:
    """Raise `ExtractionError` for a record in the wrong place or a reference to what the extraction does not hold."""
    _check_places(extraction)
    ids = _ids(extraction, concepts)
    for record in (extraction.document, *extraction.shared, *extraction.owned):
        for column, target in references(table_of(record)):
            value = getattr(record, column)
            if value is not None and value not in ids[target] and column != "replaces":
                raise ExtractionError(
                    f"{record.table}.{column} names {value!r}, which is not among the extraction's {target}",
                    "Whoever makes the extraction must claim what it refers to (Extraction.shared).",
                )


def _ids(extraction: Extraction, concepts: AbstractSet[str]) -> dict[str, set[Any]]:
    ids: dict[str, set[Any]] = defaultdict(set)
    ids["documents"].add(extraction.document.id)
    ids["ozg_concepts"] |= concepts
    for record in (*extraction.shared, *extraction.owned):
        if table_of(record).key == ("id",):
            ids[record.table].add(record.id)
    return ids


def _check_places(extraction: Extraction) -> None:
    misplaced = [record.table for record in extraction.shared if not table_of(record).shared]
    misplaced += [record.table for record in extraction.owned if record.table not in _owned()]
    document = extraction.document.id
    strange = [
        record.table
        for record in (extraction.text, *extraction.pages, *extraction.owned)
        if getattr(record, "document_id", document) != document
    ]
    if misplaced or strange:
        raise ExtractionError(
            f"Records in the wrong part of the extraction or of another document: {sorted({*misplaced, *strange})}",
            "Shared tables go to Extraction.shared, a document's own findings to Extraction.owned.",
        )


@cache
def _owned() -> frozenset[str]:
    tables = {table.name for table in detail_tables()} | {
        follower.name for follower, _, _ in follower_tables()
    }
    return frozenset(tables - {*KEPT, "texts", "pages", "claims"})
