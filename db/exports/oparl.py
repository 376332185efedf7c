"""A municipality as OParl 1.1 lists, with decisions and statements as properties `ratslese:…` of agenda items.

https://oparl.org/spezifikation/ — each list is a file as a server would answer it; the objects' ids are addresses below
the one the files are to be served at.
"""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

from db.exports.published import Published, Row, grouped, opened, the_body

SCHEMA = "https://schema.oparl.org/1.1/"
LOCAL = ZoneInfo("Europe/Berlin")

LISTS = {"organization": "organizations", "person": "persons", "meeting": "meetings", "paper": "papers"}
"""The lists of a body, and the tables their objects stand in."""

STATEMENTS = """
    select statements.*, group_concat(statement_speakers.person_id, ' ') as persons from statements
    left join statement_speakers on statement_speakers.statement_id = statements.id
    where statements.agenda_item_id in (
        select agenda_items.id from agenda_items join meetings on meetings.id = meeting_id where body_id = :body
    ) and double_of is null
    group by statements.id order by statements.document_id, statements.start
"""

DECISIONS = """
    select * from decisions where agenda_item_id in (
        select agenda_items.id from agenda_items join meetings on meetings.id = meeting_id where body_id = :body
    ) and double_of is null order by document_id, start
"""

ITEMS = """
    select agenda_items.* from agenda_items join meetings on meetings.id = meeting_id
    where body_id = :body order by meeting_id, position is null, position, number
"""

CONSULTATIONS = """
    select consultations.* from consultations join papers on papers.id = paper_id
    where papers.body_id = :body order by consultations.id
"""

MEMBERSHIPS = """
    select memberships.* from memberships join persons on persons.id = person_id
    where persons.body_id = :body and not persons.private order by person_id, organization_id, start_date
"""

ATTENDANCES = """
    select attendances.* from attendances join persons on persons.id = person_id
    where persons.body_id = :body and not persons.private and status = 'present' order by meeting_id, person_id
"""


def write(
    published: Path, out: Path, body: str | None, address: str = "https://ratslese.example/oparl/"
) -> list[Path]:
    """`system.json`, `body.json` and a list for each of `LISTS`; raises ValueError where no municipality is named."""
    with opened(published) as database:
        head = the_body(database, body)
        lists = _Export(database, head, address).lists()
    written = []
    for name, content in lists.items():
        written.append(out / f"{name}.json")
        written[-1].write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return written


class _Export:
    """The objects of one municipality."""

    def __init__(self, database: Published, body: Row, address: str) -> None:
        self.database, self.body, self.address = database, body, address

    def lists(self) -> dict[str, Any]:
        """The files' contents by their names."""
        objects = {
            "organization": self._organizations(),
            "person": self._persons(),
            "meeting": self._meetings(),
            "paper": self._papers(),
        }
        return {
            "system": self._system(),
            "body": self._body(),
            **{name: self._listed(name, found) for name, found in objects.items()},
        }

    def _id(self, type: str, id: str) -> str:
        return f"{self.address}{type}/{quote(id, safe='')}"

    def _object(self, type: str, id: str, **properties: Any) -> dict[str, Any]:
        """An object without the properties that are not known."""
        told = {"id": self._id(type[0].lower() + type[1:], id), "type": SCHEMA + type, **properties}
        return {name.replace("__", ":"): value for name, value in told.items() if value not in (None, "", [])}

    def _listed(self, name: str, objects: list[dict[str, Any]]) -> dict[str, Any]:
        itself = f"{self.address}{name}.json"
        pagination = {
            "totalElements": len(objects),
            "elementsPerPage": len(objects),
            "currentPage": 1,
            "totalPages": 1,
        }
        return {"data": objects, "pagination": pagination, "links": {"first": itself, "last": itself}}

    def _rows(self, sql: str) -> list[Row]:
        return self.database.rows(sql, body=self.body["id"])

    def _of_body(self, table: str) -> list[Row]:
        condition = " and not private" if table == "persons" else ""
        return self._rows(f"select * from {table} where body_id = :body{condition} order by id")

    def _system(self) -> dict[str, Any]:
        return {
            "id": f"{self.address}system.json",
            "type": SCHEMA + "System",
            "oparlVersion": SCHEMA,
            "name": "Ratslese",
            "body": f"{self.address}body.json",
        }

    def _body(self) -> dict[str, Any]:
        body = self._object(
            "Body",
            self.body["id"],
            system=f"{self.address}system.json",
            name=self.body["name"],
            ags=self.body["ags"],
            website=self.body["url"],
            **{name: f"{self.address}{name}.json" for name in LISTS},
        )
        return self._listed("body", [{**body, "legislativeTerm": []}])

    def _organizations(self) -> list[dict[str, Any]]:
        return [
            self._object(
                "Organization",
                row["id"],
                body=self._id("body", self.body["id"]),
                name=row["name"],
                classification=row["classification"],
            )
            for row in self._of_body("organizations")
        ]

    def _persons(self) -> list[dict[str, Any]]:
        memberships = grouped(self._rows(MEMBERSHIPS), "person_id")
        return [
            self._object(
                "Person",
                row["id"],
                body=self._id("body", self.body["id"]),
                name=row["name"],
                familyName=row["family_name"],
                givenName=row["given_name"],
                formOfAddress=row["form_of_address"],
                title=[row["title"]] if row["title"] else None,
                membership=[self._membership(row, at) for at, row in enumerate(memberships[row["id"]])],
            )
            for row in self._of_body("persons")
        ]

    def _membership(self, row: Row, number: int) -> dict[str, Any]:
        return self._object(
            "Membership",
            f"{row['person_id']}_{number}",
            person=self._id("person", row["person_id"]),
            organization=self._id("organization", row["organization_id"]),
            role=row["role"],
            startDate=row["start_date"],
            endDate=row["end_date"],
            ratslese__onBehalfOf=row["on_behalf_of"],
        )

    def _meetings(self) -> list[dict[str, Any]]:
        items = grouped(self._rows(ITEMS), "meeting_id")
        present = grouped(self._rows(ATTENDANCES), "meeting_id")
        statements = grouped(self._rows(STATEMENTS), "agenda_item_id")
        decisions = grouped(self._rows(DECISIONS), "agenda_item_id")
        return [
            self._object(
                "Meeting",
                row["id"],
                name=row["name"],
                start=_moment(row["start"]),
                end=_moment(row["end"]),
                cancelled=None if row["cancelled"] is None else bool(row["cancelled"]),
                location=self._location(row),
                organization=[self._id("organization", row["organization_id"])]
                if row["organization_id"]
                else None,
                participant=[self._id("person", person["person_id"]) for person in present[row["id"]]],
                agendaItem=[
                    self._item(item, statements[item["id"]], decisions[item["id"]])
                    for item in items[row["id"]]
                ],
            )
            for row in self._of_body("meetings")
        ]

    def _location(self, row: Row) -> dict[str, Any] | None:
        if not row["room"] and not row["location"]:
            return None
        return self._object("Location", row["id"], room=row["room"], description=row["location"])

    def _item(self, row: Row, statements: list[Row], decisions: list[Row]) -> dict[str, Any]:
        return self._object(
            "AgendaItem",
            row["id"],
            meeting=self._id("meeting", row["meeting_id"]),
            number=row["number"],
            order=row["position"],
            name=row["title"],
            public=bool(row["public"]),
            result=row["result"],
            ratslese__outcome=row["outcome"],
            ratslese__decision=[_finding(decision, "outcome", *VOTES) for decision in decisions],
            ratslese__statement=[
                {
                    **_finding(statement, "speaker", "speaker_name", "kind", "confidence", "rule"),
                    "person": [self._id("person", id) for id in (statement["persons"] or "").split()],
                }
                for statement in statements
            ],
        )

    def _papers(self) -> list[dict[str, Any]]:
        consultations = grouped(self._rows(CONSULTATIONS), "paper_id")
        return [
            self._object(
                "Paper",
                row["id"],
                body=self._id("body", self.body["id"]),
                name=row["name"],
                reference=row["reference"],
                date=row["date"],
                paperType=row["paper_type"],
                consultation=[self._consultation(station) for station in consultations[row["id"]]],
                ratslese__originator=row["originator"],
            )
            for row in self._of_body("papers")
        ]

    def _consultation(self, row: Row) -> dict[str, Any]:
        return self._object(
            "Consultation",
            row["id"],
            paper=self._id("paper", row["paper_id"]),
            agendaItem=self._id("agendaItem", row["agenda_item_id"]) if row["agenda_item_id"] else None,
            meeting=self._id("meeting", row["meeting_id"]) if row["meeting_id"] else None,
            role=row["role"],
            ratslese__outcome=row["outcome"],
        )


VOTES = ("unanimous", "votes_yes", "votes_no", "votes_abstain")


def _finding(row: Row, *names: str) -> dict[str, Any]:
    """A finding with its place in its document."""
    wanted = ("id", "text", *names, "document_id", "start", "end", "page")
    return {name: row[name] for name in wanted if row[name] is not None}


def _moment(value: str | None) -> str | None:
    """Local time with its offset, as OParl wants it; a day without a time is its midnight."""
    return datetime.fromisoformat(value).replace(tzinfo=LOCAL).isoformat() if value else None
