"""A batch of documents from files to database: the only place where sources, pipeline and store meet."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from db.records import ids
from db.records.extraction import Extraction, ExtractionError
from db.records.reading import ReadingError
from db.store import Store
from pipeline.document import Refusal, Task
from pipeline.settings import Settings
from pipeline.workers import run
from sources.archive import Archive
from sources.files import Input, walk

Fate = Literal["taken", "unchanged", "replaced", "refused"]


@dataclass(slots=True, kw_only=True)
class Report:
    """What became of a batch; `seconds` is wall time."""

    fates: Counter[Fate] = field(default_factory=Counter)
    refusals: list[Refusal] = field(default_factory=list)
    doubts: int = 0
    pages: int = 0
    rows: int = 0
    seconds: float = 0.0

    @property
    def documents(self) -> int:
        """How many inputs there were."""
        return sum(self.fates.values())


class Batch:
    """One run of an import into a database; `progress` is called once per input with its fate."""

    def __init__(
        self,
        store: Store,
        settings: Settings,
        *,
        body: str | None = None,
        again: bool = False,
        dry_run: bool = False,
        progress: Callable[[Fate, str], None],
    ) -> None:
        self.store = store
        self.settings = settings
        self.body = body
        self.again = again
        self.dry_run = dry_run
        self.progress = progress
        self.archive = Archive(settings.archive)
        self.report = Report()
        self.import_id = ""

    def run(self, paths: Sequence[Path]) -> Report:
        """Take everything below the paths that can be taken; a dry run does all but write."""
        started = time.perf_counter()
        if not self.dry_run:
            self.import_id = self.store.begin([str(path) for path in paths], now())
        tasks = self._tasks(walk(paths))
        for result in run(tasks, workers=self.settings.workers, scheduler=self.settings.scheduler):
            if isinstance(result, Refusal):
                self.refuse(result)
            else:
                self.keep(result)
        if not self.dry_run:
            self.store.finish(self.import_id, now())
        self.report.seconds = time.perf_counter() - started
        return self.report

    def _tasks(self, inputs: Iterator[Input]) -> Iterator[Task]:
        """What is left to do: everything that is not in the database already."""
        for item in inputs:
            try:
                content = item.load()
            except ReadingError as error:
                self.refuse(
                    Refusal(address=item.address, stage="fetch", message=error.message, advice=error.advice)
                )
                continue
            document_id = ids.document_id(content)
            if self.store.has(document_id) and not self.again:
                self.found(item.address, document_id)
                continue
            if not self.dry_run:
                self.archive.put(content)
            yield Task(
                address=item.address,
                content=content,
                first_version=self.store.first_version(item.address, document_id),
                body=self.body,
            )

    def found(self, address: str, document_id: str) -> None:
        """Bytes that are known already: at most their address is new."""
        fate: Fate = "unchanged"
        if not self.dry_run:
            fate = self.store.found(address, document_id, self.import_id, now())
        self._count(fate, address)

    def keep(self, extraction: Extraction) -> None:
        """Store what was read, or refuse it."""
        try:
            fate = self._stored(extraction)
        except ExtractionError as error:
            self.refuse(
                Refusal(address=extraction.address, stage="store", message=error.message, advice=error.advice)
            )
            return
        self.report.pages += len(extraction.pages)
        self.report.rows += len(extraction.owned) + len(extraction.shared)
        self.report.doubts += len(extraction.doubts)
        self._count(fate, extraction.address)

    def _stored(self, extraction: Extraction) -> Fate:
        if self.dry_run:
            return "replaced" if self.store.known(extraction.address) else "taken"
        return self.store.store(extraction, self.import_id, now(), again=self.again)

    def refuse(self, refusal: Refusal) -> None:
        """Note why an input was not taken."""
        if not self.dry_run:
            self.store.refuse(refusal.address, refusal.stage, refusal.message, refusal.advice, self.import_id)
        self.report.refusals.append(refusal)
        self._count("refused", refusal.address)

    def _count(self, fate: Fate, address: str) -> None:
        self.report.fates[fate] += 1
        self.progress(fate, address)


def now() -> str:
    """The present moment in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
