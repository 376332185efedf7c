"""A paper (vo020): its fields, the Beratungsfolge, its text, attachments and the papers it descends from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bs4 import Tag

from db.records.documents import DocumentKind
from db.records.reading import Reading
from sources.allris3.head import STATION, Head
from sources.allris3.offers import links_in
from sources.allris3.reading import add_files, reading_of
from sources.allris3.sections import add_attachments, compose_sections, tail_of
from sources.composition import Composition
from sources.council import Council
from sources.factions import groups_in
from sources.markup import line_of
from sources.moments import day_in
from sources.stations import add_station

MOTION = re.compile(r"\w*(?:antrag|anfrage)\b", re.IGNORECASE)
"""A Vorlage-Art that is moved by members of the council."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """A station of the Beratungsfolge: organ and role, then its meeting where it is planned, with the result."""

    organ: str
    role: str | None = None
    day: str | None = None
    meeting: str | None = None
    result: str | None = None


def paper(head: Head, markup: str, document_id: str) -> Reading:
    """A paper with its reasons and its proposal; nothing in it is decided."""
    council, get = (
        Council(document_id, head.body, head.product, head.url if head.body else None),
        head.fields.get,
    )
    tail, stations = tail_of(markup), tuple(stations_of(head.main))
    kind: DocumentKind = "motion" if MOTION.match(get("paper_type") or "") else "paper"
    movers = groups_in(get("subject") or "") if kind == "motion" else ()
    for group in movers:
        council.involve(council.organization(group.name, group.classification), "applicant")
    own = council.paper(
        head.subject,
        name=get("subject"),
        paper_type=get("paper_type"),
        originator=", ".join(group.name for group in movers) or get("author") or get("office"),
    )
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
    add_files(council, links_in(head.main, tail), paper=own, named=own)
    composition = Composition()
    composition.paragraph(head.title)
    composition.lines(head.lines)
    composition.mark("head", 0)
    compose_sections(composition, head, markup, None, True)
    add_attachments(composition, markup, None, True)
    composition.mark("attachment", composition.lines(relatives(council, tail, head.subject)))
    fit = [
        ("Betreff:", bool(get("subject"))),
        ("Drucksache-Art:", bool(get("paper_type"))),
        ("Beratungsfolge rows", bool(stations) or "Beratungsfolge" not in head.main.get_text()),
        *(("organ of a station", bool(station.organ)) for station in stations),
    ]
    return reading_of(kind, head, council, composition, fit=fit, parts=(tail,))


def stations_of(main: Tag) -> Iterator[Station]:
    """The stations: a row with organ and role, and mostly one behind it with day, meeting and result."""
    waiting: Station | None = None
    for row in main.find_all("tr", class_=STATION):
        cells = [line_of(cell) for cell in row.find_all("td", recursive=False)]
        day = day_in(cells[1]) if len(cells) > 1 else None
        if day is None:
            if waiting:
                yield waiting
            organ, role, *_ = (*filter(None, cells[1:]), "", "")
            waiting = Station(organ=organ, role=role or None)
        elif waiting:
            yield replace(
                waiting,
                day=day,
                meeting=line_of(row.select_one("a[href^='to010']")) or None,
                result=line_of(row.select_one("td.text3")) or None,
            )
            waiting = None
    if waiting:
        yield waiting


def relatives(council: Council, tail: Tag, own: str) -> list[str]:
    """The lines of the paper's family (Stammbaum), with a record of each other paper."""
    label = next((cell for cell in tail.select("td.kb1") if line_of(cell).startswith("Stammbaum")), None)
    table = label.find_parent("table") if label else None
    rows = (
        [list(filter(None, map(line_of, row.select("td.text3")))) for row in table.select("tr")]
        if table
        else []
    )
    for row in filter(None, rows):
        reference, name, *rest = (*row, "")
        if reference != own:
            council.paper(reference, name=name, paper_type=rest[1] if len(rest) > 2 else None)
    lines = [" ".join(row) for row in rows if row]
    return [line_of(label), *lines] if lines else []
