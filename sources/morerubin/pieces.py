"""Text, records and links of a page or answer of more!rubin."""

from __future__ import annotations

import re
from typing import Any

from db.records.reading import Link, Reading
from sources.calendar import Event, add_events
from sources.composition import Composition
from sources.moments import span_of, times_in
from sources.morerubin.answers import Document, Item, Meeting
from sources.morerubin.days import organ_of
from sources.offered import FileKind, layout_fit
from sources.sittings import sitting_of
from sources.stated import Stated

PRODUCT = "more!rubin"

TYPE_OF_FILE = re.compile(r"[?&]document_type_id=(\d+)")
FILE_TYPES: dict[str, FileKind] = {"4": "paper", "13": "attachment"}
"""What a file is by the number of its type, as the names of the files show (5, a Beschluss, is told by its name)."""

PAPER_TYPE = re.compile(r"^(\w*(?:vorlage|antrag|anfrage|bericht|mitteilung))\b", re.IGNORECASE)


class Pieces:
    """Text, records and links of one page or answer."""

    def __init__(self, document_id: str, body: str | None) -> None:
        self.council = Stated(document_id, body, PRODUCT)
        self.composition = Composition()
        self.links: list[Link] = []
        self.expected: list[tuple[str, bool]] = []

    def calendar(self, events: list[Event]) -> None:
        """The meetings, each once, with the links to their pages."""
        events = list(dict.fromkeys(events))
        if events:
            self.composition.paragraph("Sitzungskalender")
        self.council.doubts += add_events(self.council, self.composition, events)
        for event in events:
            told = (("day", event.day), ("title", event.name), ("link", event.address))
            self.expected += [(name, bool(value)) for name, value in told]
            if event.address:
                self.links.append(Link(kind="agenda", address=event.address, label=event.name))

    def meeting(self, meeting: Meeting) -> None:
        """A meeting with its agenda."""
        council, composition = self.council, self.composition
        committee = next((named.name for named in meeting.committees if named.name), None)
        organ = organ_of(meeting.titel) or committee
        start, end = span_of(meeting.day, times_in(meeting.time or "")) if meeting.day else (None, None)
        council.held(
            organ,
            start,
            end=end,
            address=meeting.address,
            name=meeting.titel,
            room=meeting.room.Bezeichnung if meeting.room else None,
            location=meeting.room.address if meeting.room else None,
            cancelled=sitting_of(meeting.titel or "").cancelled or None,
        )
        if not (organ and start):
            council.doubt(
                f"a meeting without organ or day: {meeting.titel}",
                "look at the page; documents of the meeting will not meet it",
            )
        begin = composition.paragraph(meeting.titel or meeting.nummer or "Sitzung")
        lines = (
            ("Gremium", committee),
            ("Datum", meeting.datum),
            ("Zeit", meeting.time),
            ("Raum", meeting.room.Bezeichnung if meeting.room else None),
        )
        for label, value in lines:
            if value:
                composition.line(f"{label}: {value}")
        composition.mark("head", begin)
        if meeting.address:
            self.links.append(Link(kind="agenda", address=meeting.address, label=meeting.titel))
        self.expected += [("day", bool(meeting.day)), ("committee", bool(committee))]
        for position, item in enumerate(meeting.agenda_items or (), start=1):
            self.item(item, position)

    def item(self, item: Item, position: int) -> None:
        """An item with its result, paper and files."""
        council, composition = self.council, self.composition
        self.expected += [("number", bool(item.topnummer)), ("item title", bool(item.title))]
        key = council.free_item_id(item.topnummer, True, position)
        start = composition.paragraph(
            " ".join(filter(None, (item.topnummer, item.title))) or "Punkt ohne Titel"
        )
        self.results(item, key)
        reference = item.submission.alias if item.submission else None
        if reference:
            composition.line(f"Vorlage: {reference}")
        for document in item.documents:
            composition.line(f"Datei: {document.documentName or 'ohne Namen'}")
        composition.mark("item", start, item=key)
        council.dealt(
            item.topnummer,
            public=True,
            title=item.title,
            result=item.abstimmungstext,
            place=(start, composition.end),
            position=position,
        )
        paper = self.paper(item, reference, key)
        for document in item.documents:
            self.file(document, key, paper)

    def results(self, item: Item, key: str) -> None:
        """The lines that tell what became of it."""
        role = item.counselling_status.name if item.counselling_status else None
        if role:
            self.composition.line(f"Beratung: {role}")
        if item.abstimmungstext:
            at = self.composition.line(f"Abstimmung: {item.abstimmungstext}")
            self.composition.mark("decision", at, item=key)
        if item.resolution_number:
            self.composition.line(f"Beschlussnummer: {item.resolution_number}")
        for voting in item.votings:
            told = ", ".join(f"{name}: {value}" for name, value in voting.items() if is_told(value))
            if told:
                self.composition.mark("vote", self.composition.line(f"Abstimmung: {told}"), item=key)
                self.council.doubt(
                    "votes in an unknown form", "look at the item; its votes are kept as text only"
                )

    def paper(self, item: Item, reference: str | None, key: str) -> str | None:
        """The paper that stood under an item (by id)."""
        if not reference:
            return None
        types = (PAPER_TYPE.match(document.documentName or "") for document in item.documents)
        paper = self.council.paper(
            reference, name=item.title, paper_type=next((found[1] for found in types if found), None)
        )
        role = item.counselling_status.name if item.counselling_status else None
        self.council.consult(paper, key, item.abstimmungstext, role=role)
        return paper

    def file(self, document: Document, item: str, paper: str | None) -> None:
        """A file of an item; a Vorlage or Anlage belongs to its paper."""
        if not document.documentUrl:
            self.council.doubt(f"a file without an address: {document.documentName}", "look at the item")
            return
        number = TYPE_OF_FILE.search(document.documentUrl)
        kind = FILE_TYPES.get(number[1]) if number else None
        self.links.append(Link(kind="file", address=document.documentUrl, label=document.documentName))
        self.council.attach(
            document.documentUrl,
            name=document.documentName,
            kind=kind,
            meeting=self.council.meeting_id,
            item=item,
            paper=paper if kind else None,
        )

    def reading(self, media_type: str, alone: Meeting | None) -> Reading:
        """The reading of what was collected; `alone` is the meeting whose page it is."""
        return Reading(
            product=PRODUCT,
            kind="agenda" if alone else "calendar",
            media_type=media_type,
            text=self.composition.text or "Sitzungskalender ohne Sitzungen",
            regions=self.composition.regions,
            records=self.council.records,
            title=alone.titel if alone else None,
            date=alone.day if alone else None,
            body_id=self.council.body_id,
            meeting_id=self.council.meeting_id if alone else None,
            doubts=tuple(self.council.doubts),
            links=tuple(dict.fromkeys(self.links)),
            fit=layout_fit(self.expected),
        )


def is_told(value: Any) -> bool:
    """Whether a value of unknown JSON says something in itself."""
    return isinstance(value, str | int | float) and value != ""
