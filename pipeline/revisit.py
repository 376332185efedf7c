"""When a page is asked for again: what is young may change, what is old and complete is settled.

The ages are a trade between requests and days of delay: most minutes appear within three months of their meeting, and
hardly any after a year.
"""

from __future__ import annotations

import datetime

DAY = 24 * 3600.0
AT_ONCE = 0.0

AGES: dict[str, tuple[tuple[int, float], ...]] = {
    "calendar": ((92, AT_ONCE), (400, 7), (1500, 90)),
    "agenda": ((92, AT_ONCE), (400, 7), (800, 90)),
    "excerpt": ((31, 1), (92, 7), (400, 90)),
    "paper": ((31, 1), (92, 14), (400, 90)),
    "object": ((31, 1), (92, 14), (400, 90)),
    "file": ((31, 7), (92, 30)),
}
"""For each kind of page: up to which age of its meeting, in days, it is asked for again after how many days; older ones
are settled."""

COMPLETE = 31
"""Days after a meeting from which on its agenda is settled once its minutes are there."""

TROUBLED = 30
"""Days after which an address that was refused or is gone is looked at again."""


def next_due(kind: str, day: str | None, now: float, *, complete: bool = False) -> float | None:
    """The moment from which on a page is asked for again, None for never; `day` is its meeting's, `complete` says that
    the minutes are there."""
    if kind == "list":
        return now
    age = age_in_days(day, now)
    if complete and age > COMPLETE:
        return None
    return next((now + days * DAY for limit, days in AGES[kind] if age <= limit), None)


def age_in_days(day: str | None, now: float) -> int:
    """Days since a day, negative before it; what has no day is taken as of today."""
    if day is None:
        return 0
    today = datetime.datetime.fromtimestamp(now, datetime.UTC).date()
    return (today - datetime.date.fromisoformat(day[:10])).days
