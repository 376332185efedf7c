"""The store: the only writer of the working database.

Each document is one transaction, so that a run killed anywhere leaves whole documents; what several documents tell of
does not depend on the order in which they came.
"""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from db import (
    approvals,
    claims,
    closure,
    comparison,
    completeness,
    contradictions,
    doubles,
    identities,
    versions,
)
from db.completeness import MeetingMinutes
from db.migrations import migrate
from db.records.completeness import Completeness
from db.records.council import AgendaItem, Meeting, Organization
from db.records.documents import Document
from db.records.extraction import Extraction, ExtractionError
from db.records.findings import OzgConcept
from db.records.ids import digest
from db.records.runs import Import, Issue
from db.rows import delete_details, insert, table_of, upsert_sql, values_getter

BUSY_SECONDS = 30.0
CACHE_KIB = 64 * 1024
CHECKPOINT_PAGES = 8000
"""Pages the log may hold before they are moved to the main file (32 MB): with SQLite's 1000 half of an import's time
goes there."""

Outcome = Literal["taken", "unchanged", "replaced"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The current document at an address, and the first version new bytes at this address would continue."""

    id: str
    first_version: str


@dataclass(slots=True, kw_only=True)
class Affected:
    """What must be worked out anew when a document comes or goes: shared rows, meetings and agenda items."""

    rows: set[claims.Key] = field(default_factory=set)
    meetings: set[str] = field(default_factory=set)
    items: set[str] = field(default_factory=set)


class Store:
    """The working database, opened for writing; an older one is brought up to date, a missing one created.

    Use it as a context manager. One process writes at a time; others wait up to `BUSY_SECONDS`.
    """

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            self.connection.execute("PRAGMA journal_mode = WAL")
            self.connection.execute("PRAGMA synchronous = NORMAL")
            self.connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
            self.connection.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
            migrate(self.connection)
            self.connection.execute("PRAGMA foreign_keys = ON")
        except BaseException:
            self.connection.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the database back; what was stored is stored already."""
        self.connection.close()

    def begin(self, inputs: Sequence[str], started_at: str) -> str:
        """Note that a run starts; the id of its row in `imports`."""
        with self._transaction():
            (runs,) = self.connection.execute("SELECT count(*) FROM imports").fetchone()
            import_id = digest("import", started_at, str(runs), *inputs)
            insert(self.connection, [Import(id=import_id, started_at=started_at, inputs="\n".join(inputs))])
        return import_id

    def finish(self, import_id: str, finished_at: str) -> None:
        """Note that a run came to its end."""
        with self._transaction():
            self.connection.execute(
                "UPDATE imports SET finished_at = ? WHERE id = ?", (finished_at, import_id)
            )

    def known(self, address: str) -> Known | None:
        """The current document at this address."""
        document = versions.at_address(self.connection, address)
        return (
            Known(id=document, first_version=versions.root(self.connection, document)) if document else None
        )

    def has(self, document_id: str) -> bool:
        """Whether these bytes are stored and current, so that `found` is enough for another address of theirs."""
        return versions.is_current(self.connection, document_id) is True

    def first_version(self, address: str, document_id: str) -> str:
        """The document from whose id the ids of what is found in these bytes at this address are made.

        The oldest version where the bytes replace (or once replaced) others, else the document itself, as also where
        the bytes that were at this address live on at another one.
        """
        return versions.first_version(self.connection, document_id, address)

    def set_concepts(self, concepts: Sequence[OzgConcept]) -> None:
        """Bring the catalogue of OZG concepts up to date."""
        with self._transaction():
            for concept in concepts:
                table = table_of(concept)
                self.connection.execute(upsert_sql(table), values_getter(table)(concept))

    def found(self, address: str, document_id: str, import_id: str, retrieved_at: str) -> Outcome:
        """Note that an address brings bytes that are stored and current already (`has`)."""
        with self._transaction():
            return self._found(address, document_id, import_id, retrieved_at)

    def store(
        self, extraction: Extraction, import_id: str, retrieved_at: str, *, again: bool = False
    ) -> Outcome:
        """Keep a document and all that was found in it, or nothing of it.

        Bytes that are stored and current already only get another address, unless they were read `again`: then what
        was found in them before is replaced. Raises `ExtractionError` for an
        extraction that contradicts itself or the database.
        """
        document = extraction.document
        try:
            with self._transaction():
                if self.has(document.id) and not again:
                    self._hold_back(document)
                    return self._found(extraction.address, document.id, import_id, retrieved_at)
                return self._put(extraction, import_id, retrieved_at)
        except sqlite3.IntegrityError as error:
            raise ExtractionError(
                f"The rows of {document.id} do not fit the schema: {error}",
                "Compare what the extraction holds with docs/schema.md; nothing of this document was kept.",
            ) from error

    def refuse(self, address: str, stage: str, message: str, advice: str, import_id: str) -> None:
        """Note why an address was not taken; what was known of it stays, its earlier refusal goes."""
        with self._transaction():
            self._forget_refusal(address)
            issue = Issue(
                id=digest("refusal", address, stage, message),
                import_id=import_id,
                address=address,
                stage=stage,  # type: ignore[arg-type]  # the table's CHECK knows the stages
                level="error",
                message=message,
                advice=advice,
            )
            insert(self.connection, [issue])
            self._count(import_id, "refused")

    def meetings_at(self, address: str) -> tuple[tuple[Meeting, Organization | None], ...]:
        """The meetings that the current document at an address tells of, each with who met."""
        document = versions.at_address(self.connection, address)
        return claims.meetings_of(self.connection, document) if document else ()

    def meeting(self, meeting_id: str) -> tuple[Meeting, Organization | None] | None:
        """A meeting with who met; None where it is not known."""
        return claims.meeting(self.connection, meeting_id)

    def item(self, item_id: str) -> tuple[AgendaItem, Meeting, Organization | None] | None:
        """An item of a known meeting with that meeting and who met; None where it is not known."""
        return claims.item(self.connection, item_id)

    def is_withdrawn(self, meeting_id: str) -> bool:
        """Whether a meeting is marked as gone from its system."""
        query = "SELECT 1 FROM meetings WHERE id = ? AND withdrawn"
        return self.connection.execute(query, (meeting_id,)).fetchone() is not None

    def withdraw(self, address: str, *, withdrawn: bool) -> bool:
        """Mark the meeting of the document at an address as gone from its system, or as there again; whether it was
        not so before."""
        document = versions.at_address(self.connection, address)
        if document is None:
            return False
        with self._transaction():
            return claims.withdraw(self.connection, document, withdrawn)

    def set_completeness(self, body_id: str, years: Sequence[Completeness]) -> None:
        """Put what was counted for a body in place of what was counted before; nothing for a body without documents."""
        with self._transaction():
            self.connection.execute("DELETE FROM completeness WHERE body_id = ?", (body_id,))
            if self.connection.execute("SELECT 1 FROM bodies WHERE id = ?", (body_id,)).fetchone():
                insert(self.connection, years)

    def minutes_of(self, body_id: str) -> tuple[MeetingMinutes, ...]:
        """The meetings of a body with what is there of their minutes."""
        return completeness.meetings(self.connection, body_id)

    def resolve(self, address: str) -> None:
        """Forget why an address was refused: it is all right now."""
        with self._transaction():
            self._forget_refusal(address)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.connection.execute("COMMIT")
        except BaseException:
            self.connection.rollback()
            raise

    def _found(self, address: str, document: str, import_id: str, retrieved_at: str) -> Outcome:
        before = versions.replaced_by(self.connection, document, address)
        versions.note_source(self.connection, document, address, retrieved_at)
        versions.renew_path(self.connection, document)
        self._renew(self._retire([before]), import_id)
        outcome: Outcome = "replaced" if before else "unchanged"
        self._forget_refusal(address)
        self._count(import_id, outcome)
        return outcome

    def _put(self, extraction: Extraction, import_id: str, retrieved_at: str) -> Outcome:
        address, document = extraction.address, extraction.document
        self._check(extraction)
        replaces = versions.predecessor(self.connection, document.id, address)
        retired = [versions.replaced_by(self.connection, document.id, address)]
        retired += [document.id] if self.has(document.id) else []
        affected = self._retire(retired)
        row = dataclasses.replace(document, path=address, replaces=replaces, current=True)
        table = table_of(row)
        self.connection.execute(upsert_sql(table), values_getter(table)(row))
        versions.note_source(self.connection, document.id, address, retrieved_at)
        insert(self.connection, (extraction.text, *extraction.pages, *extraction.owned))
        affected.rows |= claims.put(self.connection, document, extraction.shared)
        affected.items |= comparison.items_of(self.connection, document.id)
        affected.meetings |= {document.meeting_id} if document.meeting_id else set()
        insert(self.connection, _issues(extraction, import_id))
        versions.renew_path(self.connection, document.id)
        self._renew(affected, import_id)
        self._forget_refusal(address)
        outcome: Outcome = "replaced" if any(retired) else "taken"
        self._count(import_id, outcome)
        return outcome

    def _check(self, extraction: Extraction) -> None:
        closure.check(
            extraction, {concept for (concept,) in self.connection.execute("SELECT id FROM ozg_concepts")}
        )
        expected = versions.first_version(self.connection, extraction.document.id, extraction.address)
        if extraction.first_version not in (None, expected):
            raise ExtractionError(
                f"{extraction.address} was read as a version of {extraction.first_version}, which it no longer is",
                "Read the document again; another document at its address came in between.",
            )

    def _retire(self, documents: Iterable[str | None]) -> Affected:
        """Make documents former versions; what must be renewed for it."""
        affected = Affected()
        for document in filter(None, documents):
            query = "SELECT meeting_id FROM documents WHERE id = ? AND meeting_id IS NOT NULL"
            affected.meetings |= {meeting for (meeting,) in self.connection.execute(query, (document,))}
            affected.meetings |= approvals.forget(self.connection, document)
            affected.items |= comparison.items_of(self.connection, document)
            affected.rows |= claims.of_document(self.connection, document)
            delete_details(self.connection, document)
            self.connection.execute("DELETE FROM issues WHERE document_id = ?", (document,))
            # Its meeting may be gone with its claims.
            self.connection.execute(
                "UPDATE documents SET current = 0, meeting_id = NULL, body_id = NULL WHERE id = ?",
                (document,),
            )
        return affected

    def _renew(self, affected: Affected, import_id: str) -> None:
        persons = [row for table, row in affected.rows if table == "persons"]
        families = identities.families(self.connection, persons)
        claims.renew(self.connection, affected.rows)
        identities.renew(self.connection, families | identities.families(self.connection, persons))
        changed = {row for table, row in affected.rows if table == "meetings"}
        contradictions.renew(self.connection, changed, import_id)
        doubles.renew(self.connection, affected.meetings)
        approvals.renew(self.connection, affected.meetings | changed)
        comparison.renew(self.connection, affected.items)

    def _hold_back(self, document: Document) -> None:
        """Bytes that one address calls non-public are non-public at every address."""
        if not document.public:
            self.connection.execute("UPDATE documents SET public = 0 WHERE id = ?", (document.id,))

    def _forget_refusal(self, address: str) -> None:
        self.connection.execute(
            "DELETE FROM issues WHERE address = ? AND level = 'error' AND document_id IS NULL", (address,)
        )

    def _count(self, import_id: str, outcome: str) -> None:
        self.connection.execute(f"UPDATE imports SET {outcome} = {outcome} + 1 WHERE id = ?", (import_id,))


def _issues(extraction: Extraction, import_id: str) -> list[Issue]:
    document = extraction.document.id
    return [
        Issue(
            id=digest(
                "doubt", document, doubt.stage, doubt.message, doubt.advice, str(doubt.start), str(doubt.end)
            ),
            import_id=import_id,
            document_id=document,
            address=extraction.address,
            stage=doubt.stage,
            level="warning",
            message=doubt.message,
            advice=doubt.advice,
            start=doubt.start,
            end=doubt.end,
        )
        for doubt in dict.fromkeys(extraction.doubts)
    ]
