"""The example sites: an invented town as four products show it.

A site answers addresses; what it shows is always made anew from its town, so that a changed town is a changed site.
Addresses are told apart by the parameters that count for a page, in any order, and a form's fields count like a query.
"""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from tests.crawl import minutes
from tests.crawl.town import MONTH_NAMES, WEEKDAYS, Meeting, Paper, Town

HTML = "text/html; charset=utf-8"
PDF = "application/pdf"

TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).with_name("templates")),
    autoescape=True,
    undefined=StrictUndefined,
)
TEMPLATES.tests["odd"] = lambda number: number % 2 == 1
TEMPLATES.globals.update(month_names=MONTH_NAMES, weekdays=WEEKDAYS)

HOLIDAYS = {(6, 10): "Schulferien", (10, 3): "Tag der Deutschen Einheit"}
"""Days by month and day that a calendar names without a meeting."""

MINUTES, ANNOUNCEMENT = 1, 2
"""Last digit of the number of a meeting's files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """What stands at an address; `dynamic` pages come without ETag and Last-Modified, as those of old systems do."""

    content: bytes
    media_type: str = HTML
    dynamic: bool = False


class Site:
    """A town's council information system at an address; `base` is where the server listens (`http://127.0.0.1:80`)."""

    product: str
    folder: str
    since: date

    def __init__(self, town: Town, base: str) -> None:
        self.town, self.base = town, base

    @property
    def url(self) -> str:
        """The base address as a body's file names it."""
        return self.base + self.folder

    def answer(self, path: str, parameters: Mapping[str, str]) -> Resource | None:
        """What stands at an address; None where nothing does."""
        page = self.pages().get(path.removeprefix(self.folder)) if path.startswith(self.folder) else None
        return page(parameters) if page else None

    def pages(self) -> Mapping[str, Callable[[Mapping[str, str]], Resource | None]]:
        """The programs of the system by name."""
        raise NotImplementedError

    def render(self, template: str, **values: Any) -> str:
        """A page's markup."""
        return TEMPLATES.get_template(template).render(town=self.town, **values)

    def organization_key(self, name: str) -> int:
        """The number of an organisation."""
        return 200 + self.town.organizations.index(name)

    def file_of(self, key: int) -> Resource | None:
        """A file by its number: of a meeting (`10131`, `10132`) or of a paper (`30010`)."""
        number, kind = divmod(key, 10)
        if paper := self.town.papers.get(number):
            return Resource(content=minutes.paper(self.town.name, paper), media_type=PDF)
        meeting = self.town.meeting(number)
        if meeting and kind == MINUTES and meeting.minutes:
            return Resource(content=minutes.minutes(self.town.name, meeting), media_type=PDF)
        if meeting and kind == ANNOUNCEMENT and self.announced(meeting):
            return Resource(content=minutes.announcement(self.town.name, meeting), media_type=PDF)
        return None

    def announced(self, meeting: Meeting) -> bool:
        """Whether an announcement is published: for the council only."""
        return not meeting.cancelled and meeting.organization == self.town.organizations[-1]

    def files(self, meeting: Meeting) -> list[tuple[int, str]]:
        """A meeting's files as (number, label)."""
        files = [(meeting.key * 10 + ANNOUNCEMENT, "Einladung")] if self.announced(meeting) else []
        return (
            [*files, (meeting.key * 10 + MINUTES, "Niederschrift öffent. Teil")] if meeting.minutes else files
        )

    @staticmethod
    def paper_file(paper: Paper) -> int:
        """The number of a paper's file."""
        return paper.key * 10


class Allris3(Site):
    """ALLRIS 3: files are had by posting forms; every page is dynamic, in ISO-8859-1.

    What si016 answers is not recorded; here it is the minutes, as its button in the calendar says.
    """

    product = "ALLRIS 3"
    folder = "/bi/"

    def pages(self) -> Mapping[str, Callable[[Mapping[str, str]], Resource | None]]:
        """The programs."""
        return {
            "si010_e.asp": self.calendar,
            "to010.asp": self.agenda,
            "to020.asp": self.excerpt,
            "vo020.asp": self.paper,
            "do027.asp": lambda given: self.file_of(number(given, "DOLFDNR")),
            "si016.asp": lambda given: self.file_of(number(given, "SILFDNR") * 10 + MINUTES),
        }

    def page(self, name: str, title: str, heading: str, self_address: str, **values: Any) -> Resource:
        """A page in the frame that all of them share."""
        markup = self.render(
            f"allris3/{name}.html",
            page=name.removesuffix("_e"),
            title=title,
            heading=heading,
            self_address=self_address,
            **values,
        )
        content = markup.encode("iso-8859-1", "xmlcharrefreplace")
        return Resource(content=content, media_type="text/html; charset=iso-8859-1", dynamic=True)

    def calendar(self, given: Mapping[str, str]) -> Resource:
        """A month; without parameters that of the last meeting."""
        last = self.town.meetings[-1].day
        year, month = int(given.get("YY", last.year)), int(given.get("MM", last.month))
        meetings = self.town.in_month(year, month)
        days = [day for day in Calendar().itermonthdates(year, month) if day.month == month]
        return self.page(
            "si010_e",
            "Sitzungskalender",
            "Sitzungskalender",
            f"si010_e.asp?MM={month}&amp;YY={year}",
            year=year,
            month=month,
            month_name=MONTH_NAMES[month - 1],
            days=[(day, [meeting for meeting in meetings if meeting.day == day]) for day in days],
            holidays=HOLIDAYS,
        )

    def agenda(self, given: Mapping[str, str]) -> Resource | None:
        """A meeting's agenda."""
        meeting = self.town.meeting(number(given, "SILFDNR"))
        if not meeting or meeting.cancelled:
            return None
        return self.page(
            "to010",
            "Tagesordnung",
            f"Tagesordnung - {meeting.name}",
            f"to010.asp?SILFDNR={meeting.key}",
            meeting=meeting,
            files=self.files(meeting),
            organization_key=self.organization_key(meeting.organization),
        )

    def excerpt(self, given: Mapping[str, str]) -> Resource | None:
        """The minutes of one item."""
        key = number(given, "TOLFDNR")
        meeting = self.town.meeting(key // 10)
        item = next((item for item in meeting.items if item.key == key), None) if meeting else None
        if not meeting or not item or not item.result:
            return None
        return self.page(
            "to020",
            "Auszug",
            f"Auszug - {item.title}",
            f"to020.asp?TOLFDNR={item.key}",
            meeting=meeting,
            item=item,
            organization_key=self.organization_key(meeting.organization),
        )

    def paper(self, given: Mapping[str, str]) -> Resource | None:
        """A paper with its stations."""
        paper = self.town.papers.get(number(given, "VOLFDNR"))
        if not paper:
            return None
        return self.page(
            "vo020",
            "Drucksache",
            f"Drucksache - {paper.reference}",
            f"vo020.asp?VOLFDNR={paper.key}",
            paper=paper,
            file=self.paper_file(paper),
            stations=list(self.town.stations(paper.key)),
        )


class SessionNet(Site):
    """SessionNet 5.4, Layout 6."""

    product = "SessionNet"
    folder = "/bi/"

    def pages(self) -> Mapping[str, Callable[[Mapping[str, str]], Resource | None]]:
        """The programs."""
        return {
            "si0040.php": self.calendar,
            "si0057.php": self.agenda,
            "vo0050.php": self.paper,
            "getfile.php": lambda given: self.file_of(number(given, "id")),
        }

    def calendar(self, given: Mapping[str, str]) -> Resource:
        """A month; without parameters that of the last meeting."""
        last = self.town.meetings[-1].day
        year, month = int(given.get("__cjahr", last.year)), int(given.get("__cmonat", last.month))
        markup = self.render(
            "sessionnet/si0040.html",
            year=year,
            month_name=MONTH_NAMES[month - 1],
            meetings=self.town.in_month(year, month),
            files=self.files,
        )
        return Resource(content=markup.encode())

    def agenda(self, given: Mapping[str, str]) -> Resource | None:
        """A meeting's agenda with results and votes."""
        meeting = self.town.meeting(number(given, "__ksinr"))
        if not meeting or meeting.cancelled:
            return None
        markup = self.render(
            "sessionnet/si0057.html",
            page="si0057",
            title=f"{meeting.organization} - {meeting.shown_day} - {meeting.start}-{meeting.end} Uhr",
            meeting=meeting,
            files=self.files(meeting),
            paper_file=self.paper_file,
        )
        return Resource(content=markup.encode())

    def paper(self, given: Mapping[str, str]) -> Resource | None:
        """A paper."""
        paper = self.town.papers.get(number(given, "__kvonr"))
        if not paper:
            return None
        markup = self.render(
            "sessionnet/vo0050.html",
            title=f"Bürgerinformationssystem der {self.town.name} -  {paper.name}",
            paper=paper,
            file=self.paper_file(paper),
        )
        return Resource(content=markup.encode())


class SdNet(Site):
    """SD.NET RIM 4: one list of meetings, opaque absolute addresses."""

    product = "SD.NET RIM"
    folder = "/"

    def answer(self, path: str, parameters: Mapping[str, str]) -> Resource | None:
        """What stands at an address."""
        if path.startswith("/sdnetrim/"):
            return self.file_of(key_in(path.split("/")[2]))
        return super().answer(path.rstrip("/"), parameters)

    def pages(self) -> Mapping[str, Callable[[Mapping[str, str]], Resource | None]]:
        """The programs."""
        return {"termine": self.calendar, "tops": self.agenda, "vorgang": self.paper}

    def page(self, name: str, title: str, **values: Any) -> Resource:
        """A page in the frame that all of them share."""
        markup = self.render(
            f"sdnet/{name}.html",
            page=name,
            title=title,
            address=partial(address, self.base),
            file=self.file_address,
            paper_file=lambda paper: f"{self.paper_file(paper)}:{paper.paper_type}_{paper.key}",
            **values,
        )
        return Resource(content=markup.encode())

    def file_address(self, named: str) -> str:
        """The address of a file given as `number:name`."""
        key, name = named.split(":")
        return f"{self.base}/sdnetrim/{opaque(int(key))}/{name}.pdf"

    def calendar(self, given: Mapping[str, str]) -> Resource:
        """The list of a year's meetings."""
        return self.page(
            "termine", "Sitzungen", year=self.town.meetings[-1].day.year, meetings=self.town.meetings
        )

    def agenda(self, given: Mapping[str, str]) -> Resource | None:
        """A meeting's agenda."""
        meeting = self.town.meeting(key_in(given.get("__", "")))
        if not meeting:
            return None
        shown = {"Einladung": "Bekanntmachung", "Niederschrift öffent. Teil": "Niederschrift"}
        files = [
            (
                label.split(" ")[0],
                shown[label],
                f"{key}:{shown[label]}_{meeting.organization}_{meeting.shown_day}",
            )
            for key, label in self.files(meeting)
        ]
        return self.page(
            "tops",
            "Sitzungstermin",
            meeting=meeting,
            files=files,
            organization_key=self.organization_key(meeting.organization),
        )

    def paper(self, given: Mapping[str, str]) -> Resource | None:
        """A paper with its stations."""
        paper = self.town.papers.get(key_in(given.get("__", "")))
        if not paper:
            return None
        return self.page(
            "vorgang",
            f"Vorgang {paper.reference}",
            paper=paper,
            stations=list(self.town.stations(paper.key)),
            organization_key=self.organization_key,
        )


def opaque(key: int) -> str:
    """A number as SD.NET hides it."""
    return f"UGhVM0hpd2NXNFdFcExjZ{key:06}"


def address(base: str, program: str, key: int) -> str:
    """An address as SD.NET writes it."""
    return f"{base}/{program}/?__={opaque(key)}"


def key_in(hidden: str) -> int:
    """The number in an opaque address; 0 where there is none."""
    return int(hidden[-6:]) if hidden[-6:].isdigit() else 0


def number(given: Mapping[str, str], name: str) -> int:
    """A parameter as a number; 0 where it is not given or is none."""
    value = given.get(name, "")
    return int(value) if value.isdigit() else 0
