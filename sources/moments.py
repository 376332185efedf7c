"""Days and times of day as German council pages write them; the dates are those of `db.records.dates`."""

from __future__ import annotations

import re
from datetime import date, timedelta

from db.records.dates import DAY, MONTHS, NUMERIC, day_of

__all__ = ["DAY", "MONTHS", "NUMERIC", "day_in", "day_of", "span_of", "times_in"]

CLOCK = r"(\d{1,2})[:.](\d{2})"
TIMES = re.compile(rf"(?<![\d.]){CLOCK}(?:\s?(?:Uhr)?\s?(?:-|–|bis)\s?{CLOCK})?(?![\d.])")


def day_in(text: str) -> str | None:
    """The first day named: `Do, 28.10.2021` → `2021-10-28`; None for none or one that no calendar has."""
    for match in DAY.finditer(text):
        if found := day_of(match):
            return found
    return None


def times_in(text: str) -> tuple[str | None, str | None]:
    """Beginning and end: `18:00 - 22:15 Uhr` → (`18:00`, `22:15`)."""
    match = TIMES.search(text)
    if not match:
        return None, None
    begin, end = _clock(match[1], match[2]), _clock(match[3], match[4])
    return begin, end if begin else None


def _clock(hour: str | None, minute: str | None) -> str | None:
    if hour is None or minute is None or int(hour) > 24 or int(minute) > 59:
        return None
    return f"{int(hour):02}:{minute}"


def span_of(day: str, times: tuple[str | None, str | None]) -> tuple[str, str | None]:
    """Start and end of a meeting; one that ends earlier than it begins ends on the next day."""
    begin, end = times
    if begin is None:
        return day, None
    if end is None:
        return f"{day}T{begin}", None
    last = day if end >= begin else (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    return f"{day}T{begin}", f"{last}T{end}"
