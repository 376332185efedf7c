"""An OParl 1.1 endpoint: lists with pages, filtered by `modified_since`, meetings with their items embedded."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, time, timedelta
from itertools import chain
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from tests.crawl.sites import Resource, Site
from tests.crawl.town import TEXTS, Item, Meeting, Paper

JSON = "application/json; charset=utf-8"
SCHEMA = "https://schema.oparl.org/1.1/"
PER_PAGE = 10
BERLIN = ZoneInfo("Europe/Berlin")

Object = dict[str, Any]


class OParl(Site):
    """One body; the objects' ids are their addresses."""

    product = "OParl"
    folder = "/oparl/v1.1/"

    @property
    def url(self) -> str:
        """The address of the System object."""
        return self.at("system")

    def at(self, *path: str | int) -> str:
        """The address of an object."""
        return self.base + self.folder + "/".join(map(str, path))

    def answer(self, path: str, parameters: Mapping[str, str]) -> Resource | None:
        """What stands at an address."""
        parts = path.removeprefix(self.folder).split("/")
        if parts[:3] == ["body", "1", "download"]:
            return self.file_of(int(parts[3].removesuffix(".pdf")))
        found = self.lists().get("/".join(parts)) or self.objects(parts)
        if found is None:
            return None
        shown = found if isinstance(found, dict) else self.listed("/".join(parts), found, parameters)
        return Resource(content=json.dumps(shown, ensure_ascii=False).encode(), media_type=JSON)

    def lists(self) -> Mapping[str, list[Object]]:
        """The lists by their path."""
        town = self.town
        return {
            "bodies": [self.body()],
            "body/1/organization": [self.organization(name) for name in town.organizations],
            "body/1/person": [self.person(place) for place in range(len(people()))],
            "body/1/meeting": [
                *map(self.meeting, town.meetings),
                *(deleted(self.meeting(meeting)) for meeting in town.gone),
            ],
            "body/1/paper": [self.paper_object(paper) for paper in town.papers.values()],
        }

    def objects(self, parts: list[str]) -> Object | None:
        """A single object."""
        if parts == ["system"]:
            return self.system()
        if parts == ["body", "1"]:
            return self.body()
        if parts[:2] != ["body", "1"] or len(parts) != 4:
            return None
        return next((found for found in self.every(parts[2]) if found["id"] == self.at(*parts)), None)

    def every(self, kind: str) -> Iterator[Object]:
        """All objects of a kind, embedded ones too."""
        embedded = {"agendaitem": ("meeting", "agendaItem"), "consultation": ("paper", "consultation")}
        if kind in embedded:
            listed, field = embedded[kind]
            yield from chain.from_iterable(found.get(field, ()) for found in self.lists()[f"body/1/{listed}"])
        yield from self.lists().get(f"body/1/{kind}", ())

    def listed(self, path: str, found: list[Object], given: Mapping[str, str]) -> Object:
        """A page of a list; deleted objects are shown to those who ask for changes only (OParl 1.1, 2.5.2)."""
        since = given.get("modified_since")
        if since:
            asked = datetime.fromisoformat(since.replace(" ", "+"))
            found = [one for one in found if datetime.fromisoformat(one["modified"]) >= asked]
        else:
            found = [one for one in found if not one.get("deleted")]
        pages = max(1, -(-len(found) // PER_PAGE))
        page = int(given.get("page", 1))
        kept = {name: value for name, value in given.items() if name != "page"}

        def link(number: int) -> str:
            return f"{self.at(path)}?{urlencode({**kept, 'page': number})}"

        links = {"first": link(1), "self": link(page), "last": link(pages)}
        return {
            "data": found[(page - 1) * PER_PAGE : page * PER_PAGE],
            "pagination": {
                "totalElements": len(found),
                "elementsPerPage": PER_PAGE,
                "currentPage": page,
                "totalPages": pages,
            },
            "links": {**links, "next": link(page + 1)} if page < pages else links,
        }

    def system(self) -> Object:
        """The entry."""
        return {
            "id": self.url,
            "type": f"{SCHEMA}System",
            "oparlVersion": SCHEMA,
            "name": f"Ratsinformationssystem der {self.town.name}",
            "body": self.at("bodies"),
            "contactName": "Sitzungsdienst",
            "contactEmail": "sitzungsdienst@ris.example",
            "website": "https://ris.example/",
            "vendor": "https://ris.example/",
            "product": "https://ris.example/produkt",
        }

    def body(self) -> Object:
        """The municipality."""
        lists = {kind: self.at("body/1", kind) for kind in ("organization", "person", "meeting", "paper")}
        return {
            "id": self.at("body/1"),
            "type": f"{SCHEMA}Body",
            "system": self.url,
            "name": self.town.name,
            "legislativeTerm": [],
            **lists,
            **dated(self.town.meetings[0].day, 0),
        }

    def organization(self, name: str) -> Object:
        """A committee."""
        return {
            "id": self.at("body/1/organization", self.organization_key(name)),
            "type": f"{SCHEMA}Organization",
            "body": self.at("body/1"),
            "name": name,
            "shortName": name[:3].upper(),
            "classification": "Rat" if name.endswith("rat") else "Ausschuss",
            **dated(self.town.meetings[0].day, 0),
        }

    def person(self, place: int) -> Object:
        """A member of the council."""
        form, family_name = people()[place].split(" ")
        return {
            "id": self.at("body/1/person", place + 1),
            "type": f"{SCHEMA}Person",
            "body": self.at("body/1"),
            "name": f"{form} {family_name}",
            "familyName": family_name,
            "formOfAddress": form,
            "membership": [
                {
                    "id": self.at("body/1/membership", place + 1),
                    "type": f"{SCHEMA}Membership",
                    "organization": self.at(
                        "body/1/organization", self.organization_key(self.town.organizations[-1])
                    ),
                    "role": "Mitglied" if place else "Vorsitz",
                    "votingRight": True,
                    **dated(self.town.meetings[0].day, 0),
                }
            ],
            **dated(self.town.meetings[0].day, 0),
        }

    def meeting(self, meeting: Meeting) -> Object:
        """A meeting with its items and files."""
        files = {label.split(" ")[0]: key for key, label in self.files(meeting)}
        embedded = {
            field: self.file_object(files[label], f"{name} ({meeting.organization})", meeting.day)
            for field, label, name in (
                ("invitation", "Einladung", "Bekanntmachung"),
                ("resultsProtocol", "Niederschrift", "Öffentliche Niederschrift"),
            )
            if label in files
        }
        return {
            "id": self.at("body/1/meeting", meeting.key),
            "type": f"{SCHEMA}Meeting",
            "name": f"{meeting.organization} ({meeting.count}. Sitzung)",
            "start": moment(meeting, meeting.start),
            "end": moment(meeting, meeting.end),
            **({"cancelled": True} if meeting.cancelled else {}),
            "location": {
                "id": self.at("body/1/location", 1),
                "type": f"{SCHEMA}Location",
                "description": f"{meeting.room}, {meeting.location}",
                "room": meeting.room,
                **dated(self.town.meetings[0].day, 0),
            },
            "organization": [self.at("body/1/organization", self.organization_key(meeting.organization))],
            **embedded,
            "agendaItem": [
                self.item(meeting, item, place) for place, item in enumerate(meeting.items, start=1)
            ],
            **dated(meeting.day, 14, meeting.modified),
        }

    def item(self, meeting: Meeting, item: Item, place: int) -> Object:
        """An agenda item."""
        shown: Object = {
            "id": self.at("body/1/agendaitem", item.key),
            "type": f"{SCHEMA}AgendaItem",
            "meeting": self.at("body/1/meeting", meeting.key),
            "number": item.number.split(" ")[1],
            "order": place,
            "name": item.title,
            "public": item.public,
            **dated(meeting.day, 14, meeting.modified),
        }
        if item.result:
            shown["result"] = item.result
        if item.paper:
            shown["consultation"] = self.at("body/1/consultation", item.key)
        return shown

    def paper_object(self, paper: Paper) -> Object:
        """A paper with its stations."""
        return {
            "id": self.at("body/1/paper", paper.key),
            "type": f"{SCHEMA}Paper",
            "body": self.at("body/1"),
            "name": paper.name,
            "reference": paper.reference,
            "date": paper.day.isoformat(),
            "paperType": paper.paper_type,
            "mainFile": self.file_object(self.paper_file(paper), paper.paper_type, paper.day),
            "consultation": [
                {
                    "id": self.at("body/1/consultation", item.key),
                    "type": f"{SCHEMA}Consultation",
                    "paper": self.at("body/1/paper", paper.key),
                    "agendaItem": self.at("body/1/agendaitem", item.key),
                    "meeting": self.at("body/1/meeting", meeting.key),
                    "organization": [
                        self.at("body/1/organization", self.organization_key(meeting.organization))
                    ],
                    "authoritative": False,
                    "role": "Vorberatung",
                    **dated(meeting.day, 14),
                }
                for meeting, item in self.town.stations(paper.key)
            ],
            **dated(paper.day, 7),
        }

    def file_object(self, key: int, name: str, day: Any) -> Object:
        """A file."""
        return {
            "id": self.at("body/1/file", key),
            "type": f"{SCHEMA}File",
            "name": name,
            "fileName": f"{key}.pdf",
            "mimeType": "application/pdf",
            "date": day.isoformat(),
            "accessUrl": self.at("body/1/download", f"{key}.pdf"),
            "downloadUrl": self.at("body/1/download", f"{key}.pdf"),
            **dated(day, 14),
        }


def people() -> list[str]:
    """Who sits in the council, the chair first."""
    return [TEXTS["people"]["chair"], *TEXTS["people"]["members"]]


def moment(meeting: Meeting, clock: str) -> str:
    """A time of a meeting's day, in local time with its offset."""
    return datetime.combine(meeting.day, time.fromisoformat(clock), BERLIN).isoformat()


def dated(day: Any, days: int, modified: datetime | None = None) -> Object:
    """When an object was made and last changed: so many days after a day, unless told otherwise."""
    made = datetime.combine(day, time(9), UTC)
    return {
        "created": made.isoformat(),
        "modified": (modified or made + timedelta(days=days)).isoformat(),
    }


def deleted(found: Object) -> Object:
    """What is left of a deleted object."""
    kept = {name: found[name] for name in ("id", "type", "created", "modified")}
    return {**kept, "deleted": True}
