"""Where the pages of a crawl lead: which links are followed, and what is known of what lies behind them."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from urllib.parse import urlencode, urlsplit

from db.records import ids
from db.records.reading import Reading
from pipeline.crawled import targets
from pipeline.document import Refusal
from sources.bodies import Municipality
from sources.frontier import Frontier, Kept, Page

FOLLOWED: dict[str, frozenset[str]] = {
    "calendar": frozenset({"agenda", "file"}),
    "list": frozenset({"list", "agenda", "object", "paper", "file"}),
    "agenda": frozenset({"excerpt", "paper", "file"}),
    "object": frozenset({"list", "agenda", "paper", "object", "file"}),
    "excerpt": frozenset({"paper", "file"}),
    "paper": frozenset({"file"}),
    "file": frozenset(),
}
"""Which links a kind of page is followed by: never back to meetings of other days."""

RECALLED = frozenset({"excerpt", "object"})
"""Kinds of pages that may have changed when the page that leads to them has."""

OVERLAP = 3600.0
"""Seconds before the last run from which on changes are asked for: clocks of servers differ."""


class Trail:
    """Makes known in the frontier where pages lead; `refuse` takes hosts that must not be contacted."""

    def __init__(
        self,
        frontier: Frontier,
        body: Municipality,
        *,
        refuse: Callable[[Refusal], None],
        today: datetime.date,
        since: datetime.date,
        until: datetime.date,
    ) -> None:
        self.frontier = frontier
        self.body_id = ids.body_id(body.name)
        self.hosts = {host.lower() for host in body.hosts}
        self.refuse = refuse
        self.today, self.since, self.until = today, since, until
        self.strangers: set[str] = set()

    def asked(self, page: Page) -> str:
        """A page's address; of a list of objects that was read before, only what was modified since then."""
        last = self.frontier.last_started(self.body_id)
        if page.kind != "list" or page.answer is None or last is None:
            return page.address
        since = datetime.datetime.fromtimestamp(last - OVERLAP, datetime.UTC).isoformat(timespec="seconds")
        joint = "&" if "?" in page.address else "?"
        return f"{page.address}{joint}{urlencode({'modified_since': since})}"

    def follow(
        self, page: Page, reading: Reading, base: str, day: str | None, now: float, *, changed: bool
    ) -> None:
        """Note where a page leads; where it has changed, what may have changed with it is called again."""
        if page.kind == "calendar" and day:  # the month's last day: the meeting's is not known yet
            day = max(self.since.isoformat(), min(day, self.until.isoformat()))
        for target in targets(reading, base):
            if target.kind not in FOLLOWED[page.kind] or (target.kind == "object" and reading.records):
                continue  # what tells of things itself need not be asked about each of them
            if urlsplit(target.address).netloc.lower() not in self.hosts:
                self._note_stranger(target.address)
                continue
            seen_before = page.sense is not None and target.role == "minutes"
            new = self.frontier.add(
                self.body_id,
                target.address,
                target.form,
                kind=target.kind,
                parent=page.address,
                day=day,
                role=target.role,
                appeared=self.today.isoformat() if seen_before else None,
                now=now,
            )
            if changed and not new and target.kind in RECALLED:
                self.frontier.call_again(self.body_id, target.address, target.form)

    def _note_stranger(self, address: str) -> None:
        """Say once a run that a page leads to a host that is not to be contacted."""
        host = urlsplit(address).netloc
        if host not in self.strangers:
            self.strangers.add(host)
            advice = "add it to the body's `hosts` where it belongs to the system"
            message = f"pages lead to {host}, which is none of the hosts of this body"
            self.refuse(Refusal(address=f"https://{host}/", stage="fetch", message=message, advice=advice))

    def appeared(self, page: Page, kept: Kept) -> str | None:
        """The day on which minutes were last changed on their server, where it says a day after the meeting."""
        if page.role != "minutes" or "last-modified" not in kept.headers:
            return None
        try:
            told = parsedate_to_datetime(kept.headers["last-modified"]).date()
        except ValueError:
            return None
        return told.isoformat() if page.day and date_of(page.day) <= told <= self.today else None


def date_of(day: str) -> datetime.date:
    """A day as it stands in records."""
    return datetime.date.fromisoformat(day[:10])
