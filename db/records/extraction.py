"""What understanding a document hands to the store: everything one transaction keeps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from db.records.documents import Document, Page, Text


class ExtractionError(Exception):
    """An extraction that cannot be kept, with nothing of it kept; `advice` tells where to look."""

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message, advice)
        self.message = message
        self.advice = advice


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Something in a document an editor should look at; it becomes a row of `issues` with level `warning`."""

    message: str
    advice: str
    stage: Literal["detect", "parse", "understand"] = "understand"
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """A document and all that was found in it.

    `shared` are this document's claims: records of shared tables. `owned` are records of tables whose rows belong to
    one document, in any order. An extraction is closed: what its records refer to is in it (a cited paper, the
    meeting, every person), so that no document depends on another's being there; OZG concepts alone are known to the
    store beforehand. `first_version` is the document the ids of the owned rows were made from
    (`Store.first_version`); where it is given, the store refuses an extraction that has become outdated.
    `document.replaces`, `document.current` and `double_of` are the store's to set.
    """

    address: str
    document: Document
    text: Text
    pages: tuple[Page, ...] = ()
    shared: tuple[Any, ...] = ()
    owned: tuple[Any, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    first_version: str | None = None
