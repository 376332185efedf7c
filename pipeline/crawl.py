"""A crawl of one municipality: from its calendars to meetings, agendas, excerpts, papers and files.

Every page that is known has a row in the frontier (`sources.frontier`) that says when it is due. A run visits what is
due, the calendars first: it fetches, keeps the answer, reads, stores, and notes where the page leads. Each step is
kept before the next, so that a run killed anywhere is continued by the next one.
"""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

from db.records import ids
from db.records.extraction import Extraction
from db.records.reading import Reading, ReadingError
from db.store import Store
from pipeline.batch import Batch, Fate, now
from pipeline.completeness import completeness, failures
from pipeline.crawl_report import CrawlReport, contact_of
from pipeline.crawled import (
    Under,
    Vanished,
    addresses,
    day_of,
    in_context,
    joined,
    offers_minutes,
    sense_of,
    vanished,
    with_vanished,
    withdrawn,
)
from pipeline.document import Refusal, Task, fault, fits, understand
from pipeline.ozg.catalogue import concepts
from pipeline.revisit import AT_ONCE, DAY, TROUBLED, next_due
from pipeline.settings import Settings
from pipeline.trail import Trail, date_of
from sources.bodies import Municipality
from sources.calendars import starts_of
from sources.fetch import (
    Answer,
    Budget,
    BudgetError,
    Clock,
    Fetcher,
    FetchError,
    ForbiddenError,
    UnavailableError,
)
from sources.frontier import Frontier, Kept, Page, shown_address
from sources.oparl import PRODUCT as OPARL
from sources.oparl.parts import objects_in
from sources.read import read

AHEAD = datetime.timedelta(days=183)
"""How far into the future calendars are asked for, where --until is not given."""

GONE = (404, 410)

LATER = 1e-3
"""Seconds after its beginning from which on a page is due in the next run and not in this one."""


class Crawl:
    """One run over one municipality; `progress` is called once per document with its fate and address."""

    def __init__(
        self,
        store: Store,
        settings: Settings,
        body: Municipality,
        *,
        since: datetime.date | None = None,
        until: datetime.date | None = None,
        budget: Budget | None = None,
        clock: Clock | None = None,
        progress: Callable[[Fate, str], None] = lambda fate, address: None,  # noqa: ARG005
    ) -> None:
        self.store = store
        self.settings = settings
        self.body = body
        self.body_id = ids.body_id(body.name)
        self.clock = clock or Clock()
        self.today = datetime.datetime.fromtimestamp(self.clock.now(), datetime.UTC).date()
        self.since = since or body.since
        self.until = until or self.today + AHEAD
        self.budget = budget or Budget(requests=settings.budget)
        self.waits = self.joining = False
        self.batch = Batch(store, settings, body=body.name, progress=progress)
        self.report = self.batch.report = CrawlReport()

    def run(self) -> CrawlReport:
        """Visit what is due; what was kept before a kill is not asked for again."""
        started = time.perf_counter()
        self.store.set_concepts(concepts())
        self.batch.import_id = self.store.begin([self.body.url], now())
        with Frontier(self.settings.archive) as self.frontier, self._fetcher() as self.fetcher:
            run, self.started = self.frontier.begin(self.body_id, self.clock.now())
            self.trail = self._trail()
            self._begin()
            try:
                self._visit_due()
                self._read_waiting(self.frontier.waiting(self.body_id))
                self.frontier.finish(run, self.clock.now())
                self._count_up()
            except BudgetError as error:
                self.report.unfinished = error.message
            self.report.requests = self.fetcher.requests
        self.store.finish(self.batch.import_id, now())
        self.report.seconds = time.perf_counter() - started
        return self.report

    def _count_up(self) -> None:
        """Note how complete the municipality is, and what of its expectations is not met."""
        appeared = self.frontier.appeared(self.body_id)
        meetings = self.store.minutes_of(self.body_id)
        years = completeness(self.body, meetings, appeared, self.today, now())
        self.store.set_completeness(self.body_id, years)
        self.report.failures = list(failures(years, self.since, self.until))
        if self.report.failures:
            advice = "see `ratslese status`; where fewer minutes are right, correct the body's expectations"
            told = "; ".join(self.report.failures)
            self.store.refuse(self.body.url, "fetch", told, advice, self.batch.import_id)
        else:
            self.store.resolve(self.body.url)

    def reread(self) -> CrawlReport:
        """Read every kept answer again; nothing is asked for."""
        started = time.perf_counter()
        self.store.set_concepts(concepts())
        self.batch.again = True
        self.batch.import_id = self.store.begin([self.body.url], now())
        with Frontier(self.settings.archive) as self.frontier:
            self.started, self.trail = self.clock.now(), self._trail()
            waiting = []
            for page in self.frontier.answered(self.body_id):
                self._read(page, again=True)
                waiting += [page] if self.waits else []
            self._read_waiting(waiting)
        self.store.finish(self.batch.import_id, now())
        self.report.seconds = time.perf_counter() - started
        return self.report

    def _fetcher(self) -> Fetcher:
        return Fetcher(
            self.body.hosts,
            contact=contact_of(self.settings, self.body),
            pause=self.settings.pause,
            budget=self.budget,
            private=self.settings.private_addresses,
            timeout=self.settings.timeout,
            clock=self.clock,
        )

    def _trail(self) -> Trail:
        return Trail(
            self.frontier,
            self.body,
            refuse=self.batch.refuse,
            today=self.today,
            since=self.since,
            until=self.until,
        )

    def _begin(self) -> None:
        """Make the calendars of the days asked for known."""
        for start in starts_of(self.body.product, self.body.url, self.since, self.until):
            day = start.month.isoformat() if start.month else None
            self.frontier.add(
                self.body_id, start.address, None, kind=start.kind, day=day, now=self.clock.now()
            )

    def _visit_due(self) -> None:
        first, last = self.since.isoformat(), self.until.isoformat()
        while page := self.frontier.next_due(self.body_id, self.started, first, last):
            if not page.unread:
                self._fetch(page)
            else:
                self._read(page)

    def _fetch(self, page: Page) -> None:
        """Ask for a page and keep the answer; where it brings something, it is read next."""
        asked = self.trail.asked(page)
        try:
            answer = self.fetcher.fetch(asked, page.form, **self._validators(page, asked))
        except BudgetError:
            raise
        except UnavailableError as error:
            self.report.unfinished = error.message
            self._postpone(page)
        except ForbiddenError as error:
            self._refuse(page, error)
            self._postpone(page, days=TROUBLED)
        except FetchError as error:
            self._refuse(page, error)
            self._postpone(page)
        else:
            self._take(page, asked, answer)

    def _validators(self, page: Page, asked: str) -> dict[str, str | None]:
        """What makes a request conditional: only where the earlier answer is still at hand."""
        found = self.frontier.answer(page)
        if found is None or found[0] != asked or (found[1].content or "") not in self.batch.archive:
            return {}
        headers = found[1].headers
        return {"etag": headers.get("etag"), "modified": headers.get("last-modified")}

    def _take(self, page: Page, asked: str, answer: Answer) -> None:
        """Keep an answer, whatever its status."""
        if answer.status == 200 and answer.content:
            content = self.batch.archive.put(answer.content)
            self.frontier.keep(page, asked, answer, content, self.clock.now())
            return
        self.frontier.keep(page, asked, answer, None, self.clock.now())
        if answer.status == 304:
            self.report.same += 1
            self._present(page)
            self.frontier.settle(page, self._due(page, page.day, page.complete), complete=page.complete)
        elif answer.status in GONE and page.answer is not None:
            self._vanish(page)
        else:
            message = f"the host answered {answer.status}" if answer.status != 200 else "the answer is empty"
            self._refuse(page, FetchError(message, "look at the address in a browser"))
            self._postpone(page, days=TROUBLED)

    def _vanish(self, page: Page) -> None:
        """What was there is there no more: it is kept, and a meeting is marked."""
        if page.kind == "agenda" and self.store.withdraw(
            shown_address(page.address, page.form), withdrawn=True
        ):
            self.report.withdrawn += 1
        self.frontier.settle(page, self.clock.now() + TROUBLED * DAY, gone=True)

    def _present(self, page: Page) -> None:
        """A page that was gone is there again."""
        if page.gone and page.kind == "agenda":
            self.store.withdraw(shown_address(page.address, page.form), withdrawn=False)

    def _read(self, page: Page, *, again: bool = False) -> None:
        """Read what was kept of a page, store it, and note where it leads."""
        self.waits = False
        found = self.frontier.answer(page)
        if found is None or found[1].content is None:
            return
        asked, kept = found
        try:
            content = self.batch.archive.get(found[1].content)
        except KeyError:  # lost or damaged: it is asked for again
            self.frontier.settle(page, AT_ONCE)
            return
        address = shown_address(asked, page.form)
        document_id = ids.document_id(content)
        first = self.store.first_version(address, document_id)
        task = Task(address=address, content=content, first_version=first, body=self.body.name)
        try:
            reading = read(content)
            sense = sense_of(reading, document_id)
            if again or sense != page.sense:
                self._store(page, reading, task, kept.final)
            else:
                self.report.same += 1
        except ReadingError as error:
            self._drop(
                page,
                Refusal(address=address, stage="parse", message=error.message, advice=error.advice),
            )
        except Exception as error:  # one page must not end a crawl
            self._drop(page, fault(task, error))
        else:
            self._present(page)
            if self.frontier.is_last(page):
                self._go_on(page, reading, kept, sense)

    def _store(self, page: Page, reading: Reading, task: Task, base: str) -> None:
        """Keep what a page says, of a list of objects each as a document at its own address; an empty list is left."""
        if page.kind == "list" and not (reading.records or reading.gone):
            self.report.same += 1
            return
        parts = objects_in(task.content, self.body.hosts, task.address) if reading.product == OPARL else None
        if parts is None:
            self._store_document(page, reading, task, base)
            return
        self.store.resolve(page.address)
        waits = False
        for address, content in parts:
            self.waits = False
            self._store_object(page, address, content, base)
            waits = waits or self.waits
        self.waits = waits

    def _store_object(self, page: Page, address: str, content: bytes, base: str) -> None:
        """Keep an object of a list in place of what it was before; a deleted one is marked."""
        document_id = ids.document_id(content)
        first = self.store.first_version(address, document_id)
        task = Task(address=address, content=content, first_version=first, body=self.body.name)
        try:
            reading = read(content)
            if reading.gone == (address,):
                self.report.withdrawn += self.store.withdraw(address, withdrawn=True)
            elif not self.joining or self._joins(reading, address, document_id):
                self.batch.archive.put(content)
                self._store_document(page, reading, task, base)
                if reading.meeting_id:
                    self.store.withdraw(address, withdrawn=False)
        except ReadingError as error:
            refusal = Refusal(address=address, stage="parse", message=error.message, advice=error.advice)
            self.batch.refuse(refusal)
        except Exception as error:  # one object must not end a list
            self.batch.refuse(fault(task, error))

    def _joins(self, reading: Reading, address: str, document_id: str) -> bool:
        """Whether an object that was kept is still as it was, and refers to items by their address."""
        known = self.store.known(address)
        return (known is None or known.id == document_id) and any(
            station.paper_id for station in reading.stations
        )

    def _store_document(self, page: Page, reading: Reading, task: Task, base: str) -> None:
        """Keep a document; bytes that are known already only get another address."""
        document_id = ids.document_id(task.content)
        if self.store.has(document_id) and not self.batch.again:
            self.batch.found(task.address, document_id)
            return
        extraction = in_context(understand(reading, task), self.body, base)
        gone = self._gone(page, reading, extraction)
        self.report.withdrawn += sum(not self.store.is_withdrawn(meeting.id) for meeting, _ in gone)
        extraction = with_vanished(extraction, gone, self.body) if gone else extraction
        extraction, self.waits = joined(extraction, reading, self.body, self._item_at)
        self.batch.keep(extraction)
        self.frontier.note_records(self.body_id, addresses(reading, document_id, self.body))

    def _item_at(self, address: str | None) -> Under | None:
        record = self.frontier.record(self.body_id, address)
        return self.store.item(record) if record else None

    def _read_waiting(self, waiting: Iterable[Page]) -> None:
        """Read again what told of something that other pages have told of since."""
        self.batch.again = self.joining = True
        for page in waiting:
            self._read(page, again=True)
        self.batch.again = self.joining = False

    def _gone(self, page: Page, reading: Reading, extraction: Extraction) -> tuple[Vanished, ...]:
        """The meetings that a page shows to be no more: a calendar by silence, a list of objects by word."""
        if page.kind == "calendar" and fits(reading):
            month = page.day[:7] if page.day else None
            return vanished(extraction, self.store.meetings_at(extraction.address), month)
        deleted = (self.frontier.record(self.body_id, address) for address in reading.gone)
        return tuple(
            withdrawn(found) for record in deleted if record and (found := self.store.meeting(record))
        )

    def _go_on(self, page: Page, reading: Reading, kept: Kept, sense: str) -> None:
        """Note where a page leads and when it is due again."""
        day = (day_of(reading) if page.kind in ("agenda", "file") else None) or page.day
        complete = offers_minutes(reading)
        asked_for = day is None or page.kind == "calendar" or self.since <= date_of(day) <= self.until
        if asked_for:
            changed = page.sense not in (None, sense)
            self.trail.follow(page, reading, kept.final, day, self.clock.now(), changed=changed)
            due = self._due(page, day, complete)
        else:
            due = AT_ONCE  # as soon as its day is asked for
        self.frontier.settle(
            page,
            due,
            day=day,
            sense=sense,
            complete=complete,
            waits=self.waits,
            appeared=self.trail.appeared(page, kept),
        )

    def _due(self, page: Page, day: str | None, complete: bool) -> float | None:
        """When a page is due again; never in this run, and a further page of a list never at all."""
        if page.kind == "list" and page.parent and urlsplit(page.parent)[:3] == urlsplit(page.address)[:3]:
            return None
        if day is None and page.parent:  # what has no day ages from the day it was found
            day = datetime.datetime.fromtimestamp(page.first_seen, datetime.UTC).date().isoformat()
        due = next_due(page.kind, day, self.clock.now(), complete=complete)
        return None if due is None else max(due, self.started + LATER)

    def _postpone(self, page: Page, days: float = 0.0) -> None:
        """Leave a page as it is for the next run, or for some days."""
        due = max(self.clock.now() + days * DAY, self.started + LATER)
        self.frontier.settle(page, due, gone=page.gone)

    def _refuse(self, page: Page, error: FetchError) -> None:
        address = shown_address(page.address, page.form)
        self.batch.refuse(Refusal(address=address, stage="fetch", message=error.message, advice=error.advice))

    def _drop(self, page: Page, refusal: Refusal) -> None:
        """Refuse what cannot be read; it is looked at again when it is due like any other."""
        self.batch.refuse(refusal)
        self.frontier.settle(page, self._due(page, page.day, False))
