"""The meetings of a calendar: as the page shows its days, and as JSON lists them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

from sources.calendar import Event
from sources.markup import line_of
from sources.moments import day_in
from sources.morerubin.answers import Meeting
from sources.organs import without_body
from sources.sittings import sitting_of


def shown_events(soup: BeautifulSoup) -> Iterator[Event]:
    """The meetings of the days that the page shows; the year stands in its heading (`2. Halbjahr 2019`)."""
    years = re.findall(r"\b\d{4}\b", line_of(soup.select_one(".calendar-page-readable-interval")))
    for day in soup.select(".calendar-page-day"):
        shown = line_of(day.select_one(".calendar-page-day-name"))
        for element in day.select(".calendar-page-day-meeting"):
            yield shown_event(element, day_shown(shown, years))


def day_shown(shown: str, years: list[str]) -> str | None:
    """The ISO day of `DI 2. Juli`; a calendar over the turn of the year names both years."""
    days = [found for year in years if (found := day_in(f"{shown} {year}"))]
    if len(set(years)) < 2 or not days:
        return days[0] if days else None
    return days[0] if days[0][5:7] > "06" else days[-1]


def shown_event(element: Tag, day: str | None) -> Event:
    """A meeting of a shown day: times and rooms stand in `-time` and `-info`, told apart by their form."""
    infos = [
        line_of(info) for info in element.select(".calendar-page-day-meeting-time, .calendar-page-day-info")
    ]
    times = [info for info in infos if re.match(r"\d{1,2}[:.]\d{2}", info)]
    rooms = [info for info in infos if info and info not in times]
    title = line_of(element.select_one(".calendar-page-day-meeting-title"))
    link = element.select_one("a[href]") or element.find_parent("a")
    return Event(
        day=day,
        time=times[0] if times else None,
        committee=organ_of(title) or title,
        name=title,
        location=", ".join(rooms) or None,
        note=line_of(element.select_one(".calendar-page-day-meeting-status")) or None,
        address=str(link["href"]) if link and link.get("href") else None,
    )


def event_of(meeting: Meeting) -> Event:
    """A meeting of a list."""
    title = meeting.titel or meeting.nummer or ""
    return Event(
        day=meeting.day,
        time=meeting.time,
        committee=organ_of(title) or title,
        name=title,
        location=meeting.room.Bezeichnung if meeting.room else None,
        address=meeting.address,
    )


def organ_of(title: str | None) -> str | None:
    """The organ in a meeting's title, without its municipality and what is added behind a dash."""
    organ = sitting_of((title or "").split(" - ")[0]).organ
    return without_body(organ) if organ else None
