"""The one grammar of German dates and times of day: `Montag, den 23.09.2019`, `21. Januar 2014`, `18.34 Uhr`.

Own code, as no library reads them: of ten wordings of minutes dateparser 1.2 read none, at 14,000 characters a second.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            line.split()
            for line in Path(__file__).with_name("months.txt").read_text(encoding="utf-8").splitlines()
            if not line.startswith("#")
        ),
        start=1,
    )
    for name in names
}
"""Every form of a month's name with its number."""
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))

NUMERIC = r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4}|\d{2}(?!\d))"
WRITTEN = rf"(?P<wday>\d{{1,2}})\.\s?(?P<wmonth>{MONTH})\.?\s(?P<wyear>\d{{4}})"
DAY = re.compile(rf"(?<!\d)(?:{NUMERIC}|{WRITTEN})(?!\d)")
"""A day with its year, for patterns that contain one; `day_of` reads its match."""

DATE = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})\.\s?(?:(?P<word>{MONTH})\b\.?|(?P<month>\d{{1,2}})\.)(?:\s?(?P<year>(?:19|20)\d\d|\d\d(?![.:\d]))\b)?"
    r"|(?P<iso>\d{4}-\d\d-\d\d)\b)"
)
TIME = re.compile(
    r"\b(?P<hour>[01]?\d|2[0-4])(?:[.:](?P<minute>[0-5]\d))?\s?(?:Uhr|h\b)"
    r"|(?<![\d.])(?P<hour2>[01]?\d|2[0-3]):(?P<minute2>[0-5]\d)(?![\d:])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A date told in `text[start:end]`; `year` is None where the text leaves it out."""

    start: int
    end: int
    year: int | None
    month: int
    day: int

    @property
    def iso(self) -> str | None:
        """`2021-10-28`, or None without a year."""
        return None if self.year is None else f"{self.year:04}-{self.month:02}-{self.day:02}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time of day told in `text[start:end]`; `clock` is `18:05`."""

    start: int
    end: int
    clock: str


def iso(year: int, month: int, day: int) -> str | None:
    """`2021-10-28`; None for a day that no calendar has."""
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


def full_year(digits: str) -> int:
    """Two digits mean this century, or the last where that lies far ahead."""
    if len(digits) == 4:
        return int(digits)
    return 2000 + int(digits) if int(digits) < 70 else 1900 + int(digits)


def day_of(match: re.Match[str]) -> str | None:
    """The day of a match of `DAY`, or of a pattern that contains it; None for one that no calendar has."""
    month = int(match["month"]) if match["month"] else MONTHS[match["wmonth"]]
    return iso(full_year(match["year"] or match["wyear"]), month, int(match["day"] or match["wday"]))


def days_in(text: str, start: int = 0, end: int | None = None) -> Iterator[Day]:
    """The dates in the text, in order; what is no date of the calendar is passed over."""
    for match in DATE.finditer(text, start, len(text) if end is None else end):
        if found := _day(match):
            yield found


def _day(match: re.Match[str]) -> Day | None:
    if match["iso"]:
        year, month, day = (int(part) for part in match["iso"].split("-"))
    else:
        day = int(match["day"])
        month = MONTHS[match["word"]] if match["word"] else int(match["month"])
        year = full_year(match["year"]) if match["year"] else 0
    if iso(year or 2000, month, day) is None:
        return None
    return Day(start=match.start(), end=match.end(), year=year or None, month=month, day=day)


def times_in(text: str, start: int = 0, end: int | None = None) -> Iterator[Time]:
    """The times of day in the text, in order: with `Uhr`, or with a colon."""
    for match in TIME.finditer(text, start, len(text) if end is None else end):
        hour = match["hour"] or match["hour2"]
        minute = match["minute"] or match["minute2"] or "00"
        yield Time(start=match.start(), end=match.end(), clock=f"{int(hour):02}:{minute}")
