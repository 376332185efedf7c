"""An invented town whose documents the store tests tell of."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from db.records.columns import TABLES
from db.records.council import AgendaItem, Attendance, Body, Meeting, Organization, Person
from db.records.documents import Document, DocumentKind, Page, Text
from db.records.extraction import Doubt, Extraction
from db.records.findings import Decision, Statement, StatementSpeaker
from db.records.ids import Wordings, document_id
from db.rows import names
from db.schema import quoted

BODY = "stadt-lindenau"
COUNCIL = f"{BODY}_stadtrat"
MEETING = f"{COUNCIL}_2031-05-12"
NOW = "2031-06-01T08:00:00Z"


def item_id(number: int) -> str:
    return f"{MEETING}_oe-{number}"


def shared(
    *items: AgendaItem, start: str | None = "2031-05-12T18:00", persons: Sequence[Person] = ()
) -> tuple[Any, ...]:
    """What every document of the meeting tells, with these items and persons present."""
    return (
        Body(id=BODY, name="Stadt Lindenau"),
        Organization(id=COUNCIL, body_id=BODY, name="Stadtrat"),
        Meeting(id=MEETING, body_id=BODY, organization_id=COUNCIL, start=start),
        *items,
        *persons,
        *(Attendance(meeting_id=MEETING, person_id=person.id, status="present") for person in persons),
    )


def person(family_name: str, *, private: bool = False, **more: Any) -> Person:
    return Person(
        id=f"{BODY}_{family_name.lower()}",
        body_id=BODY,
        name=family_name,
        family_name=family_name,
        private=private,
        **more,
    )


class Minutes:
    """Builds an extraction whose text is made of the sentences that are added."""

    def __init__(
        self,
        content: str,
        kind: DocumentKind = "minutes",
        address: str | None = None,
        first_version: str | None = None,
    ) -> None:
        self.id = document_id(content.encode())
        self.kind: DocumentKind = kind
        self.address = address or f"{content}.pdf"
        self.wordings = Wordings(first_version or self.id)
        self.text = ""
        self.owned: list[Any] = []
        self.items: list[AgendaItem] = []
        self.persons: dict[str, Person] = {}

    def add(self, sentence: str) -> tuple[int, int]:
        start = len(self.text)
        self.text += sentence + "\n"
        return start, start + len(sentence)

    def item(self, number: int, *sentences: str, **more: Any) -> Minutes:
        """An agenda item whose minutes are statements of these wordings."""
        start = len(self.text)
        for sentence in sentences:
            self.says(sentence, item_id(number))
        place = {"document_id": self.id, "start": start, "end": len(self.text)} if sentences else {}
        self.items.append(
            AgendaItem(
                **{"id": item_id(number), "meeting_id": MEETING, "number": str(number), **place, **more}
            )
        )
        return self

    def says(
        self, sentence: str, item: str | None = None, speaker: Person | None = None, **more: Any
    ) -> Minutes:
        start, end = self.add(sentence)
        statement = Statement(
            id=self.wordings.id("statements", sentence),
            document_id=self.id,
            agenda_item_id=item,
            kind="indirect",
            text=sentence,
            start=start,
            end=end,
            confidence=1.0,
            rule="test",
            **more,
        )
        self.owned.append(statement)
        if speaker:
            self.persons[speaker.id] = speaker
            self.owned.append(StatementSpeaker(statement_id=statement.id, person_id=speaker.id, position=1))
        return self

    def decides(self, sentence: str, item: str | None = None, **told: Any) -> Minutes:
        """A decision of this wording; `told` are its outcome and votes."""
        start, end = self.add(sentence)
        self.owned.append(
            Decision(
                id=self.wordings.id("decisions", sentence),
                document_id=self.id,
                agenda_item_id=item,
                text=sentence,
                start=start,
                end=end,
                confidence=1.0,
                rule="test",
                **({"outcome": "accepted"} | told),
            )
        )
        return self

    def done(
        self,
        *,
        start: str | None = "2031-05-12T18:00",
        doubts: tuple[Doubt, ...] = (),
        public: bool = True,
        more: tuple[Any, ...] = (),
    ) -> Extraction:
        return Extraction(
            address=self.address,
            document=Document(
                id=self.id,
                path=self.address,
                media_type="application/pdf",
                kind=self.kind,
                product="pdf",
                body_id=BODY,
                meeting_id=MEETING,
                public=public,
            ),
            text=Text(document_id=self.id, text=self.text),
            pages=(Page(document_id=self.id, number=1, start=0, end=len(self.text)),),
            shared=shared(*self.items, start=start, persons=tuple(self.persons.values())) + more,
            owned=tuple(self.owned),
            doubts=doubts,
        )


PRIVATE_RUNS = {"imports"}


def everything(connection: sqlite3.Connection) -> dict[str, set[tuple[Any, ...]]]:
    """All rows of all tables but the runs themselves, and without what names a run."""
    rows = {}
    for name, table in TABLES.items():
        if name not in PRIVATE_RUNS:
            listed = ", ".join(quoted(column) for column in names(table) if column != "import_id")
            rows[name] = set(connection.execute(f"SELECT {listed} FROM {quoted(name)}"))
    return rows


def broken_references(connection: sqlite3.Connection) -> list[Any]:
    return connection.execute("PRAGMA foreign_key_check").fetchall()
