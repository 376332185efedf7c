"""Calendars of council information systems: meetings with day, time, committee and place, whatever their markup."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from db.records.extraction import Doubt
from sources.composition import Composition
from sources.council import Council
from sources.moments import times_in
from sources.words import word_list

CANCELLED = re.compile("|".join(word_list("cancelled.txt")), re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A file of a meeting; without an address, where the page only says that there is one."""

    name: str | None
    address: str | None = None
    hint: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A meeting as a calendar shows it; `address` leads to its agenda, `day` is an ISO day."""

    day: str | None
    time: str | None
    committee: str
    name: str | None = None
    room: str | None = None
    location: str | None = None
    note: str | None = None
    address: str | None = None
    files: tuple[Offered, ...] = ()

    @property
    def cancelled(self) -> bool | None:
        """Whether a note or the title says that it does not take place; None where nothing is said."""
        return True if CANCELLED.search(f"{self.committee} {self.name or ''} {self.note or ''}") else None

    @property
    def line(self) -> str:
        """The meeting in one line."""
        called = self.name if self.name and self.name.startswith(self.committee) else self.committee
        if self.name and self.name != called:
            called = f"{called}, {self.name}"
        return " | ".join(filter(None, (self.day, self.time, called, self.location, self.room, self.note)))


def add_events(council: Council, composition: Composition, events: Iterable[Event]) -> tuple[Doubt, ...]:
    """Add the meetings with their files and a line each; what is in doubt about them.

    Of several meetings of a committee on one day the first that takes place is the one that documents without a time
    mean; the others are told apart by their time.
    """
    doubts: list[Doubt] = []
    days: dict[tuple[str, str | None], list[Event]] = defaultdict(list)
    for event in events:
        composition.line(event.line)
        days[event.committee, event.day].append(event)
    for together in days.values():
        ordered = sorted(together, key=lambda event: (event.cancelled or False, event.time or ""))
        for place, event in enumerate(ordered):
            doubts += add_event(council, event, apart=place > 0)
    return tuple(doubts)


def add_event(council: Council, event: Event, *, apart: bool) -> Iterator[Doubt]:
    """Add one meeting."""
    if not event.day:
        yield Doubt(
            stage="parse",
            message=f"a meeting without a day: {event.line[:100]}",
            advice="look into the calendar; the meeting is not taken",
        )
        return
    clock = times_in(event.time or "")[0]
    if apart:
        yield Doubt(
            stage="parse",
            message=f"several meetings of one committee on {event.day}: {event.line[:100]}",
            advice="documents that name only the day are counted to the first of them",
        )
    meeting = council.other_meeting(
        event.committee,
        event.day,
        time=event.time,
        name=event.name,
        room=event.room,
        location=event.location,
        cancelled=event.cancelled,
        apart=(clock or event.name or "weitere") if apart else None,
    )
    for file in event.files:
        council.file(file.address, file.name, hint=file.hint, meeting=meeting)
