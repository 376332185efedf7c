"""Ids of documents that do not say which municipality they are of, and moving them where the administrator does."""

from __future__ import annotations

import dataclasses
from typing import Any

from db.records import ids
from db.records.council import Body
from db.records.extraction import Extraction


def scope_of(document_id: str) -> str:
    """The stand-in for an unknown municipality: a scope of the document's own, so that two towns never meet in one
    row."""
    return f"dokument-{document_id[:12]}"


def within_body(extraction: Extraction, name: str) -> Extraction:
    """The extraction with every id moved into the body of this name, from the document's own scope or from the body
    that the document itself names."""
    body = ids.body_id(name)
    scopes = tuple(filter(None, (scope_of(extraction.document.id), extraction.document.body_id)))

    def moved(record: Any) -> Any:
        values = {field.name: getattr(record, field.name) for field in dataclasses.fields(record)}
        changes = {
            field: body + value[len(old) :]
            for field, value in values.items()
            for old in scopes
            if isinstance(value, str) and (value == old or value.startswith(f"{old}_"))
        }
        if changes and "body_id" in values and values["body_id"] is None:
            changes["body_id"] = body
        return dataclasses.replace(record, **changes)

    return dataclasses.replace(
        extraction,
        document=dataclasses.replace(moved(extraction.document), body_id=body),
        shared=(Body(id=body, name=name), *map(moved, extraction.shared)),
        owned=tuple(map(moved, extraction.owned)),
    )
