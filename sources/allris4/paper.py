"""A paper (vo020): its fields, the Beratungsfolge in two rows per station, its text and attachments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bs4 import Tag

from db.records.documents import DocumentKind
from db.records.reading import Reading, ReadingError
from sources.allris4.offers import add_files
from sources.allris4.page import TITLE, Page, reading_of
from sources.allris4.sections import sections
from sources.composition import Composition
from sources.council import classification_of
from sources.excerpt import kind_of_line
from sources.factions import groups_in
from sources.markup import line_of
from sources.moments import day_in
from sources.stations import add_station

MOTION = re.compile(r"\w*(?:antrag|anfrage)\b", re.IGNORECASE)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
ENGLISH_DAY = re.compile(r"(?P<year>\d{4})\s(?P<month>[A-Z][a-z]{2})\w*\s(?P<day>\d{1,2})")
"""A day as the Beratungsfolge writes it (`2026 Oct 21`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """A station: state (`Geplant`), organ and role, then day, meeting and result where told."""

    state: str
    organ: str
    role: str
    day: str | None = None
    shown: str = ""
    meeting: str = ""
    result: str = ""

    @property
    def line(self) -> str:
        """The station as the text shows it."""
        return " ".join(
            filter(None, (self.state, self.organ, self.role, self.shown, self.meeting, self.result))
        )


def stations_of(main: Tag) -> Iterator[Station]:
    """The stations; a row with a day tells the meeting of the station before it."""
    waiting: Station | None = None
    for row in main.select("#bfTable tbody > tr, table.bfTable tbody > tr"):
        state, day, organ, role = (*row.find_all("td", recursive=False), None, None, None, None)[:4]
        when = shown_day(line_of(day))
        if when and waiting:
            yield Station(
                state=waiting.state,
                organ=waiting.organ,
                role=waiting.role,
                day=when,
                shown=line_of(day),
                meeting=line_of(organ),
                result=line_of(role),
            )
            waiting = None
            continue
        if waiting:
            yield waiting
        told = line_of(state.select_one(".wfcolorDesc")) if state else ""
        waiting = Station(state=told, organ=line_of(organ), role=line_of(role), day=when)
    if waiting:
        yield waiting


def shown_day(text: str) -> str | None:
    """The day of a cell, in English or German form."""
    match = ENGLISH_DAY.search(text)
    if match is None or match["month"].lower() not in MONTHS:
        return day_in(text)
    try:
        return date(
            int(match["year"]), MONTHS.index(match["month"].lower()) + 1, int(match["day"])
        ).isoformat()
    except ValueError:
        return None


def paper(page: Page, document_id: str) -> Reading:
    """A paper with its reasons and its proposal; raises ReadingError where the page names none."""
    council, get = page.council(document_id), page.fields.get
    heading = TITLE.match(page.title)
    reference = get("paper") or (heading["behind"] if heading else None)
    if not reference:
        raise ReadingError("the page names no paper", "get the page of a single paper again")
    paper_type = get("paper_type") or (heading["before"] if heading else None)
    kind: DocumentKind = "motion" if MOTION.match(paper_type or "") else "paper"
    author = ", ".join(field.value for field in page.fields.all if field.name == "author")
    if kind == "motion":
        for name in movers(author, get("subject")):
            council.involve(council.organization(name), "applicant")
    own = council.paper(
        reference, name=get("subject"), paper_type=paper_type, originator=author or get("office")
    )
    stations = tuple(stations_of(page.main))
    for station in stations:
        add_station(
            council,
            own,
            organ=station.organ,
            role=station.role,
            day=station.day,
            meeting=station.meeting,
            result=station.result,
        )
    add_files(council, page.main, paper=own)
    composition = Composition()
    composition.paragraph(page.title)
    composition.lines(page.lines)
    if stations:
        composition.lines(("Beratungsfolge:", *(station.line for station in stations)))
    composition.mark("head", 0)
    add_sections(composition, page)
    return reading_of(kind, page, council, composition, fit=fit_of(page, stations))


def movers(author: str, subject: str | None) -> list[str]:
    """The factions and groups that move a motion: those among its authors, else those its subject names."""
    named = [name.strip() for name in author.split(",")]
    factions = [name for name in named if classification_of(name) in ("Fraktion", "Gruppe")]
    return factions or [group.name for group in groups_in(subject or "")]


def add_sections(composition: Composition, page: Page) -> None:
    """Add the sections: in a paper all is proposed, nothing discussed."""
    for part in sections(page.main):
        start = composition.paragraph(part.label)
        composition.paragraphs(part.paragraphs)
        kind = kind_of_line(part.label)
        composition.mark("attachment" if kind == "attachment" else "proposal", start)


def fit_of(page: Page, stations: tuple[Station, ...]) -> Iterator[tuple[str, bool]]:
    """What a paper should have: head fields, its text, and an organ and a state for each station."""
    yield "h1.title", bool(page.title)
    for identifier in ("vobetreff", "vostatus", "voart"):
        yield f"#{identifier}", page.value_of(identifier) is not None
    yield ".compFull .docPart", page.main.select_one(".compFull .docPart") is not None
    for station in stations:
        yield "organ of a station", bool(station.organ)
        yield "state of a station", bool(station.state)
