"""The objects of an answer as text, records and links: one method for each type."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Literal

from pydantic import BaseModel

from db.records.council import AgendaItem, Paper
from db.records.reading import Link, Station
from sources.composition import Composition
from sources.oparl import models, wording
from sources.oparl.properties import address_of, many, order_of, place_of, shown, without
from sources.oparl.wording import EMBEDDED, EXPECTED, FILES, LISTS, TYPES, municipal_key, organ_in, part_in
from sources.stated import Stated, day, moment

PRODUCT = "OParl"
Reference = dict[str, Any] | str


class Objects:
    """Collects what the objects of one answer tell, in the order they stand."""

    def __init__(self, document_id: str, body: str | None) -> None:
        self.council = Stated(document_id, body, PRODUCT)
        self.composition = Composition()
        self.links: dict[Link, None] = {}
        self.title: str | None = None
        self.date: str | None = None
        self.expected: list[tuple[str, bool]] = []
        self.told: dict[str, str] = {}
        self.gone: list[str] = []
        self.items: dict[str, str] = {}
        self.stations: list[Station] = []
        self._head: int | None = None
        self._tellers: dict[str, Callable[[Any], None]] = {
            "Body": self._body,
            "Organization": self._organization_alone,
            "Person": self._person_alone,
            "Membership": self._membership,
            "Meeting": self._meeting,
            "AgendaItem": self._item_alone,
            "Paper": self._paper_alone,
            "Consultation": self._consultation,
            "File": self._file_alone,
        }

    def tell(self, name: str, data: dict[str, Any]) -> None:
        """Everything of one object; of a deleted one that it is deleted."""
        thing = models.MODELS.get(name, models.Thing).model_validate(data)
        heading = " ".join((thing.name or "").split())
        label = TYPES.get(name, name)
        self.title = self.title or heading or label
        start = self.composition.paragraph(heading or f"{label} {thing.id or ''}".strip())
        if thing.deleted:
            self.gone += [thing.id] if thing.id else []
            self.composition.line("Gelöscht")
            return
        self._check(name, data, thing)
        for line in shown(thing):
            self.composition.line(line)
        self._addresses(name, thing)
        self._head = start
        if name in ("AgendaItem", "File"):
            self._end_head()
        if teller := self._tellers.get(name):
            teller(thing)
        self._end_head()

    def _end_head(self) -> None:
        """What was composed of an object so far is its head; what follows is not."""
        if self._head is not None:
            self.composition.mark("head", self._head)
            self._head = None

    def _check(self, name: str, data: dict[str, Any], thing: models.Thing) -> None:
        """Note expected properties, and those that no version of OParl knows (names with a colon are vendors' own)."""
        for field in EXPECTED.get(name, EXPECTED["Thing"]):
            self.expected.append((f"{name}.{field}", data.get(field) not in (None, "")))
        strange = sorted(field for field in thing.model_extra or {} if ":" not in field)
        if strange:
            self.council.doubt(
                f"an OParl {name} has properties that are not read: {', '.join(strange)}",
                "look at the object; a property that matters belongs into sources/oparl/models.py",
            )

    def _addresses(self, name: str, thing: BaseModel) -> None:
        """Links for all that is only referred to by its address."""
        for field, info in type(thing).model_fields.items():
            if info.annotation in (str | None, bool | None, list[str], Any):
                continue
            for value in many(getattr(thing, field)):
                if isinstance(value, str) and value.startswith(("http://", "https://", "/")):
                    kind: Literal["list", "object"] = "list" if field in LISTS.get(name, ()) else "object"
                    self.links[Link(kind=kind, address=value, label=field)] = None

    def _inner(self, field: str, value: Reference) -> Any:
        """An embedded object as its model, its own addresses noted; None for a bare address."""
        if isinstance(value, str):
            return None
        name = EMBEDDED[field]
        thing = models.MODELS[name].model_validate(value)
        if thing.deleted:
            return None
        self._check(name, value, thing)
        self._addresses(name, thing)
        return thing

    def _body(self, body: models.Body) -> None:
        if not body.name:
            return
        key = municipal_key(body.ags, body.rgs)
        if body.ags and key is None:
            self.council.doubt(
                f"„{body.ags}“ is no Amtlicher Gemeindeschlüssel", "look it up, and tell the publisher"
            )
        self.council.municipality(body.name, ags=key, url=body.web or body.id, product=PRODUCT)
        for value in body.legislativeTerm:
            if term := self._inner("legislativeTerm", value):
                span = " – ".join(filter(None, (term.startDate, term.endDate)))
                self.composition.line(f"Wahlperiode: {term.name or ''} {span}".strip())

    def _organization(self, value: Reference) -> str | None:
        """The id of an organisation that is named; None for a bare address."""
        organization: models.Organization | None = self._inner("organization", value)
        return self._named(organization) if organization else None

    def _named(self, organization: models.Organization) -> str | None:
        if not organization.name:
            return None
        return self.council.organization(organization.name, organization.classification)

    def _organization_alone(self, organization: models.Organization) -> None:
        key = self._named(organization)
        for value in organization.membership:
            if key and (membership := self._inner("membership", value)):
                self._membership(membership, organization=key)

    def _person(self, person: models.Person) -> str | None:
        name = person.name or " ".join(filter(None, (person.givenName, person.familyName)))
        if not name:
            return None
        return self.council.somebody(
            without(name, person.formOfAddress, *person.title),
            family=person.familyName,
            given=person.givenName,
            address=person.formOfAddress,
            title=" ".join(person.title) or None,
        )

    def _person_alone(self, person: models.Person) -> None:
        key = self._person(person)
        for value in person.membership:
            if key and (membership := self._inner("membership", value)):
                self._membership(membership, person=key)

    def _membership(
        self, membership: models.Membership, *, person: str | None = None, organization: str | None = None
    ) -> None:
        """A membership as a line, and as a record where both its sides are named."""
        if membership.person and (inner := self._inner("person", membership.person)):
            person = self._person(inner)
            self.composition.line(f"Person: {inner.name or person}")
        if membership.organization and (held := self._inner("organization", membership.organization)):
            organization = self._named(held)
            self.composition.line(f"Gremium: {held.name}")
        behalf = self._inner("organization", membership.onBehalfOf) if membership.onBehalfOf else None
        if person and organization:
            self.council.member(
                person,
                organization,
                role=membership.role or "",
                on_behalf_of=(behalf.name if behalf else None) or "",
                start=membership.startDate or "",
                end=membership.endDate,
            )
        else:
            self.council.doubt(*wording.HALF_MEMBERSHIP)

    def _meeting(self, meeting: models.Meeting) -> None:
        council, start = self.council, moment(meeting.start)
        named = [found for value in meeting.organization if (found := self._inner("organization", value))]
        organ = next((found.name for found in named if found.name), None) or organ_in(meeting.name)
        place = self._inner("location", meeting.location) if meeting.location else None
        room, location = place_of(place)
        council.held(
            organ,
            start,
            address=meeting.id,
            name=meeting.name,
            end=moment(meeting.end),
            room=room,
            location=location,
            cancelled=meeting.cancelled,
        )
        if meeting.id and council.meeting_id:
            self.told[meeting.id] = council.meeting_id
        self.date = self.date or day(meeting.start)
        for label, value in (("Gremium", organ), ("Ort", room), ("Ort", location)):
            if value:
                self.composition.line(f"{label}: {value}")
        for field in ("invitation", "resultsProtocol", "verbatimProtocol", "auxiliaryFile"):
            for file in getattr(meeting, field):
                self._file(file, field, meeting=council.meeting_id)
        for value in meeting.participant:
            if person := self._inner("person", value):
                self._person(person)
                self.composition.line(f"Teilnehmer: {person.name}")
        self._end_head()
        self._agenda(meeting.agendaItem)

    def _agenda(self, values: list[Reference]) -> None:
        """The items in their order; one that only heads a part tells whether those behind it are public."""
        items = [found for value in values if (found := self._inner("agendaItem", value))]
        public, position = True, 0
        for item in sorted(items, key=order_of):
            part = part_in(item.name)
            if part is not None and not item.result:
                public = part
                self.composition.paragraph(item.name)
                continue
            position += 1
            self._item(item, public if item.public is None else item.public, position)

    def _item(self, item: models.AgendaItem, public: bool, position: int) -> None:
        """An item of the meeting told before it."""
        council, composition = self.council, self.composition
        key = council.free_item_id(item.number, public, position)
        start = composition.paragraph(" ".join(filter(None, (item.number, item.name))) or "Punkt ohne Titel")
        self._result(item, key, public)
        composition.mark("item", start, item=key, public=public)
        council.dealt(
            item.number,
            public=public,
            title=item.name,
            result=item.result,
            place=(start, composition.end),
            position=position,
        )
        if item.id:
            self.items[item.id] = key
        self._around(item, key)

    def _result(self, item: models.AgendaItem, key: str, public: bool) -> None:
        """The result and the resolution's text, marked as a decision."""
        lines = (("Ergebnis", item.result), ("Beschluss", item.resolutionText))
        for label, value in lines:
            if value:
                at = self.composition.line(f"{label}: {value}")
                self.composition.mark("decision", at, item=key, public=public)

    def _around(self, item: models.AgendaItem, key: str) -> None:
        """What an item leads to: files and consultations."""
        for field in ("resolutionFile", "auxiliaryFile"):
            for file in getattr(item, field):
                self._file(file, field, meeting=self.council.meeting_id, item=key)
        for value in item.consultation:
            if consultation := self._inner("consultation", value):
                self._consultation(consultation, item=key, result=item.result)

    def _item_alone(self, item: models.AgendaItem) -> None:
        """An item outside its meeting: it is known by its address."""
        key = self._known_item(item)
        self._result(item, key, item.public is not False)
        self._around(item, key)

    def _known_item(self, item: models.AgendaItem) -> str:
        """An item of which no meeting is told, by its address."""
        key = self.council.same(item.id or item.name or "")
        record = AgendaItem(
            id=key,
            document_id=self.council.document_id,
            number=item.number,
            title=item.name,
            public=item.public is not False,
            result=item.result,
            outcome=self.council.outcome(item.result),
        )
        return self.council.keep(record, key)

    def _paper(self, paper: models.Paper) -> str:
        originators = [
            inner.name
            for field, values in (
                ("person", paper.originatorPerson),
                ("organization", paper.originatorOrganization),
                ("organization", [*paper.underDirectionOf, *paper.underDirectionof]),
            )
            for value in values
            if (inner := self._inner(field, value)) and inner.name
        ]
        if not (paper.reference or paper.name):
            key = self.council.same(paper.id or "")
            return self.council.keep(Paper(id=key, body_id=self.council.body_id, reference=None), key)
        return self.council.paper(
            paper.reference,
            name=paper.name,
            paper_type=paper.paperType,
            originator=", ".join(dict.fromkeys(originators)) or None,
            date=day(paper.date) or day(paper.publishedDate),
        )

    def _paper_alone(self, paper: models.Paper) -> None:
        key = self._paper(paper)
        self.date = self.date or day(paper.date) or day(paper.publishedDate)
        for field in ("mainFile", "auxiliaryFile"):
            for file in getattr(paper, field):
                self._file(file, field, paper=key)
        for value in paper.consultation:
            if consultation := self._inner("consultation", value):
                self._consultation(consultation, paper=key)
        for field in wording.RELATED:
            for value in getattr(paper, field):
                if related := self._inner("paper", value):
                    self._paper(related)

    def _consultation(
        self,
        consultation: models.Consultation,
        *,
        paper: str | None = None,
        item: str | None = None,
        result: str | None = None,
    ) -> None:
        """A paper under an item; where a side is only referred to, it is a station that waits for it."""
        waiting = Station(
            paper=address_of(consultation.paper),
            item=address_of(consultation.agendaItem),
            meeting=address_of(consultation.meeting),
            role=consultation.role,
        )
        if paper is None and consultation.paper and (inner := self._inner("paper", consultation.paper)):
            paper = self._paper(inner)
        named = consultation.agendaItem
        if item is None and named and (found := self._inner("agendaItem", named)):
            item, result = self._known_item(found), found.result
        for value in consultation.organization:
            self._organization(value)
        if paper and item:
            self.council.consult(paper, item, result, role=consultation.role)
        elif (paper or waiting.paper) and (item or waiting.item):
            self.stations.append(replace(waiting, paper_id=paper, item_id=item))
        else:
            self.council.doubt(*wording.HALF_CONSULTATION)
        self.composition.line(f"Beratung: {consultation.role or 'ohne Angabe'}")

    def _file_alone(self, file: models.File) -> None:
        self._file_record(file, None)
        for paragraph in filter(None, map(str.strip, (file.text or "").split("\n\n"))):
            self.composition.paragraph(paragraph)

    def _file(
        self,
        value: Reference,
        field: str,
        *,
        meeting: str | None = None,
        item: str | None = None,
        paper: str | None = None,
    ) -> None:
        """A file in a property, with a line that names it; a bare address is a link."""
        if isinstance(value, str):
            return
        file = models.File.model_validate(value)
        if file.deleted:
            return
        self._check("File", value, file)
        self._addresses("File", file)
        self.composition.line(f"Datei: {file.name or file.fileName or FILES[field]}")
        self._file_record(file, FILES[field], meeting=meeting, item=item, paper=paper)

    def _file_record(
        self,
        file: models.File,
        field: str | None,
        *,
        meeting: str | None = None,
        item: str | None = None,
        paper: str | None = None,
    ) -> None:
        address = file.downloadUrl or file.accessUrl
        name = file.name or file.fileName
        if address:
            self.links[Link(kind="file", address=address, label=name)] = None
        if key := address or file.id:
            self.council.attach(
                key, name=name, field=field, media_type=file.mimeType, meeting=meeting, item=item, paper=paper
            )
