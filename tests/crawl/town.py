"""Invented towns: what their councils did in one year, from which every example site is made.

Three organisations meet in ten months. The main committee sends one paper a month to the council, so that there are
papers with two stations. One meeting is cancelled, and of the last the minutes are not yet there.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import chain, cycle, islice
from pathlib import Path
from typing import Any

TEXTS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("town.toml").read_text("utf-8"))

MONTHS = 10
CANCELLED = (6, "Bauausschuss")
WEEKDAYS = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]
MONTH_NAMES = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper; `key` is its number in the system."""

    key: int
    reference: str
    name: str
    paper_type: str
    reason: str
    proposal: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An agenda item; `votes` are yes, no and abstentions, `speeches` paragraphs of its minutes."""

    key: int
    number: str
    title: str
    public: bool = True
    result: str | None = None
    outcome: str | None = None
    votes: tuple[int, int, int] | None = None
    paper: Paper | None = None
    speeches: tuple[str, ...] = ()
    decision: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting; a cancelled one has no items, `minutes` tells whether they are published.

    `modified` is when the system last changed it, two weeks after its day unless told otherwise.
    """

    key: int
    organization: str
    count: int
    day: date
    start: str = "18:00"
    end: str = "20:15"
    room: str = "Ratssaal"
    location: str = "Rathaus, Am Brunnen 1"
    cancelled: bool = False
    minutes: bool = True
    items: tuple[Item, ...] = ()
    modified: datetime | None = None

    @property
    def name(self) -> str:
        """`Sitzung des Hauptausschusses`."""
        return f"Sitzung des {self.organization}{'' if self.organization.endswith('rat') else 'e'}s"

    @property
    def weekday(self) -> str:
        """The German name of its day."""
        return WEEKDAYS[self.day.weekday()]

    @property
    def shown_day(self) -> str:
        """`25.01.2025`."""
        return f"{self.day:%d.%m.%Y}"


@dataclass(frozen=True)
class Town:
    """A municipality with its meetings, in the order of their days; `gone` are meetings that were taken back."""

    name: str
    meetings: tuple[Meeting, ...]
    gone: tuple[Meeting, ...] = ()

    @cached_property
    def papers(self) -> dict[int, Paper]:
        """All papers by key."""
        items = chain.from_iterable(meeting.items for meeting in self.meetings)
        return {item.paper.key: item.paper for item in items if item.paper}

    @property
    def held(self) -> tuple[Meeting, ...]:
        """The meetings that took place."""
        return tuple(meeting for meeting in self.meetings if not meeting.cancelled)

    @property
    def organizations(self) -> tuple[str, ...]:
        """The names of its organisations."""
        return tuple(sorted({meeting.organization for meeting in self.meetings}))

    def in_month(self, year: int, month: int) -> tuple[Meeting, ...]:
        """The meetings of a month."""
        return tuple(m for m in self.meetings if (m.day.year, m.day.month) == (year, month))

    def meeting(self, key: int) -> Meeting | None:
        """The meeting with this number."""
        return next((meeting for meeting in self.meetings if meeting.key == key), None)

    def stations(self, paper: int) -> Iterator[tuple[Meeting, Item]]:
        """Where a paper was dealt with."""
        for meeting in self.meetings:
            for item in meeting.items:
                if item.paper and item.paper.key == paper:
                    yield meeting, item

    def without(self, key: int, at: datetime) -> Town:
        """The town with a meeting taken back at a moment."""
        gone = tuple(replace(meeting, modified=at) for meeting in self.meetings if meeting.key == key)
        kept = tuple(meeting for meeting in self.meetings if meeting.key != key)
        return replace(self, meetings=kept, gone=(*self.gone, *gone))

    def changed(self, key: int, at: datetime, **changes: Any) -> Town:
        """The town with one meeting changed at a moment."""
        meetings = (replace(m, modified=at, **changes) if m.key == key else m for m in self.meetings)
        return replace(self, meetings=tuple(meetings))


class Year:
    """Makes the meetings of a year; counters run through, so that every wording occurs once."""

    def __init__(self, year: int, council: str, months: int) -> None:
        self.year, self.council, self.months = year, council, months
        self.topics = cycle(TEXTS["topic"])
        self.ends = cycle(TEXTS["end"])
        self.people = cycle(TEXTS["people"]["members"])
        self.papers = 0

    def meetings(self) -> Iterator[Meeting]:
        """All meetings of the year."""
        for month in range(1, self.months + 1):
            building = self.meeting(month, 4, "Bauausschuss")
            main = self.meeting(month, 11, "Hauptausschuss")
            sent_on = main.items[1].paper
            yield building
            yield main
            yield self.meeting(month, 25, self.council, sent_on)

    def meeting(self, month: int, day: int, organization: str, paper: Paper | None = None) -> Meeting:
        """One meeting with its items."""
        at = date(self.year, month, day)
        at += timedelta(days=max(0, 7 - at.weekday()) if at.weekday() >= 5 else 0)
        key = 1000 + month * 10 + {4: 1, 11: 2, 25: 3}[day]
        cancelled = (month, organization) == CANCELLED
        return Meeting(
            key=key,
            organization=organization,
            count=month,
            day=at,
            cancelled=cancelled,
            minutes=not cancelled and (month, organization) != (self.months, self.council),
            items=() if cancelled else tuple(self.items(key, at, organization, paper)),
        )

    def items(self, meeting: int, day: date, organization: str, paper: Paper | None) -> Iterator[Item]:
        """An approval, two topics with papers, and a non-public item."""
        yield Item(key=meeting * 10 + 1, number="Ö 1", title="Genehmigung der Niederschrift")
        for place, given in ((2, paper), (3, None)):
            yield self.topic(meeting * 10 + place, f"Ö {place}", organization, given or self.paper(day))
        yield Item(key=meeting * 10 + 4, number="N 4", title="Grundstücksangelegenheiten", public=False)

    def paper(self, day: date) -> Paper:
        """The next paper."""
        self.papers += 1
        topic, number = next(self.topics), self.papers
        return Paper(
            key=3000 + number,
            reference=f"{self.year}/{number:04d}",
            name=topic["title"].format(number=number),
            paper_type=topic["paper_type"],
            reason=topic["reason"].format(number=number),
            proposal=topic["proposal"].format(number=number),
            day=day - timedelta(days=21),
        )

    def topic(self, key: int, number: str, organization: str, paper: Paper) -> Item:
        """An item that a paper is discussed under."""
        end = next(self.ends)
        first, second = islice(self.people, 2)
        votes = (12 + key % 7, 1 + key % 4, key % 3) if end["vote"] else None
        if votes and end["outcome"] == "rejected":
            votes = (votes[1], votes[0], votes[2])
        topic = next(t for t in TEXTS["topic"] if t["paper_type"] == paper.paper_type and matches(t, paper))
        words = {
            "first": first,
            "second": second,
            "number": paper.key - 3000,
            "amount": f"{key % 900 + 100}.000",
        }
        yes, no, abstain = votes or (0, 0, 0)
        return Item(
            key=key,
            number=number,
            title=paper.name,
            result=end["result"],
            outcome=end["outcome"],
            votes=votes,
            paper=paper,
            speeches=(topic["speech"].format(**words), topic["reply"].format(**words)),
            decision=TEXTS["sentences"][end["outcome"]].format(
                organization=f"Der {organization}", yes=yes, no=no, abstain=abstain
            ),
        )


def matches(topic: dict[str, Any], paper: Paper) -> bool:
    """Whether a paper is about a topic."""
    return bool(topic["title"].format(number=paper.key - 3000) == paper.name)


def town(name: str, council: str, *, year: int, months: int = MONTHS) -> Town:
    """A town whose three organisations met in the first months of a year."""
    return Town(name, tuple(Year(year, council, months).meetings()))
