"""Where a crawl begins: the addresses of a product's calendars for the months asked for.

The forms of the addresses are those of links on recorded pages. SD.NET, more!rubin, PARLIS and OParl have one entry:
what lies behind it is found by its links.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urljoin, urlsplit

from db.records.reading import LinkKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """An address to begin with; `month` is the last day of the one month it shows, None where it shows others."""

    address: str
    kind: LinkKind = "calendar"
    month: datetime.date | None = None


class Calendars(Protocol):
    """How a product's calendars are addressed, from a base address and the days asked for, both included."""

    def __call__(self, url: str, since: datetime.date, until: datetime.date) -> Iterator[Start]:
        """The first addresses of a crawl."""


def monthly(pattern: str) -> Calendars:
    """Calendars with one page a month; `{year}` and `{month}` stand in the pattern."""

    def starts(url: str, since: datetime.date, until: datetime.date) -> Iterator[Start]:
        for year, month in months(since, until):
            last = datetime.date(year, month, calendar.monthrange(year, month)[1])
            yield Start(address=urljoin(url, pattern.format(year=year, month=month)), month=last)

    return starts


def single(address: str, kind: LinkKind = "calendar") -> Calendars:
    """One entry for all years, relative to the base address."""

    def starts(url: str, since: datetime.date, until: datetime.date) -> Iterator[Start]:  # noqa: ARG001
        yield Start(address=urljoin(url, address), kind=kind)

    return starts


def months(since: datetime.date, until: datetime.date) -> Iterator[tuple[int, int]]:
    """The months between two days as (year, month), the latest first: what is new is wanted most."""
    for number in range(until.year * 12 + until.month - 1, since.year * 12 + since.month - 2, -1):
        yield number // 12, number % 12 + 1


def sessionnet(url: str, since: datetime.date, until: datetime.date) -> Iterator[Start]:
    """SessionNet's pages end in `.asp` on some servers: there the base address names its calendar page."""
    ending = "asp" if urlsplit(url).path.endswith(".asp") else "php"
    return monthly(f"si0040.{ending}?__cjahr={{year}}&__cmonat={{month}}")(url, since, until)


CALENDARS: dict[str, Calendars] = {
    "ALLRIS 3": monthly("si010_e.asp?MM={month}&YY={year}"),
    "ALLRIS 4": monthly("si010?DD=1&MM={month}&YY={year}"),
    "SessionNet": sessionnet,
    "SD.NET RIM": single("termine"),
    "more!rubin": single("index.php"),
    "PARLIS": single(""),
    "OParl": single("", "object"),
}
"""How each product's calendars are addressed."""


def starts_of(product: str, url: str, since: datetime.date, until: datetime.date) -> Iterator[Start]:
    """Where the crawl of a system begins."""
    yield from CALENDARS[product](url, since, until)
