"""A crawl of one municipality: from its calendars to meetings, agendas, excerpts, papers and files.

Every page that is known has a row in the frontier (`sources.frontier`) that says when it is due. A run visits what is
due, the calendars first: it fetches, keeps the answer, reads, stores, and notes where the page leads. Each step is
kept before the next, so that a run killed anywhere is continued by the next one.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field

from db.store import Store
from pipeline.batch import Report
from pipeline.settings import Settings
from sources.bodies import Municipality
from sources.fetch import Budget, Clock


@dataclass(slots=True, kw_only=True)
class CrawlReport(Report):
    """What became of a crawl; `failures` are the expectations that are not met, `unfinished` why it ended early."""

    requests: int = 0
    unchanged_answers: int = 0
    withdrawn: int = 0
    failures: list[str] = field(default_factory=list)
    unfinished: str | None = None


class Crawl:
    """One run over one municipality; `progress` is called once per page with its fate and address."""

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
        progress: Callable[[str, str], None] = lambda fate, address: None,
    ) -> None:
        raise NotImplementedError

    def run(self) -> CrawlReport:
        """Visit what is due; what was kept before a kill is not asked for again."""
        raise NotImplementedError
