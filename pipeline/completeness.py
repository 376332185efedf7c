"""How complete a municipality is: what was held, published, fetched and parsed in each year, and what was expected."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import median

from db.completeness import MeetingMinutes
from db.records import ids
from db.records.completeness import Completeness
from sources.bodies import Municipality


def completeness(
    body: Municipality,
    meetings: Iterable[MeetingMinutes],
    appeared: Mapping[str, str],
    today: datetime.date,
    checked_at: str,
) -> tuple[Completeness, ...]:
    """The years of a body up to today; `appeared` are the days on which files came, by address."""
    years: dict[int, list[MeetingMinutes]] = defaultdict(list)
    for year in range(body.since.year, today.year + 1):
        years[year] = []
    for meeting in meetings:
        if meeting.day < today.isoformat() and not meeting.dropped:
            years[int(meeting.day[:4])].append(meeting)
    return tuple(_year(body, year, held, appeared, today, checked_at) for year, held in sorted(years.items()))


def _year(
    body: Municipality,
    year: int,
    held: Sequence[MeetingMinutes],
    appeared: Mapping[str, str],
    today: datetime.date,
    checked_at: str,
) -> Completeness:
    days = list(_days(held, appeared))
    return Completeness(
        body_id=ids.body_id(body.name),
        year=year,
        held=len(held),
        published=sum(meeting.published for meeting in held),
        fetched=sum(meeting.fetched for meeting in held),
        parsed=sum(meeting.parsed for meeting in held),
        median_days=float(median(days)) if days else None,
        expected=expected(body, year, today),
        checked_at=checked_at,
    )


def _days(held: Iterable[MeetingMinutes], appeared: Mapping[str, str]) -> Iterator[int]:
    """The days from each meeting to its minutes, where their coming was seen."""
    for meeting in held:
        came = min((appeared[address] for address in meeting.addresses if address in appeared), default=None)
        if came is not None:
            yield (datetime.date.fromisoformat(came) - datetime.date.fromisoformat(meeting.day)).days


def expected(body: Municipality, year: int, today: datetime.date) -> int | None:
    """Minutes that a year must have by now: in proportion to the days that count, rounded down."""
    if body.expectations is None:
        return None
    first = max(body.since, datetime.date(year, 1, 1))
    due = today - datetime.timedelta(days=body.expectations.within_days)
    last = min(due, datetime.date(year, 12, 31))
    days = max(0, (last - first).days + 1)
    return int(body.expectations.minutes_per_year * min(days, 365) / 365)


def failures(years: Iterable[Completeness], since: datetime.date, until: datetime.date) -> Iterator[str]:
    """What is not met, of the years that were asked for whole."""
    for year in years:
        asked = since <= datetime.date(year.year, 1, 1) or since.year < year.year
        if asked and year.year <= until.year and year.expected is not None and year.parsed < year.expected:
            yield (
                f"{year.year}: minutes of {year.parsed} meetings, at least {year.expected} expected "
                f"(held {year.held}, published {year.published}, fetched {year.fetched})"
            )
