"""The council records that a page states outright, within the municipality it names."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from db.records import ids
from db.records.council import (
    AgendaItem,
    Body,
    Consultation,
    File,
    Meeting,
    Membership,
    Organization,
    Paper,
    Person,
)
from db.records.documents import DocumentOrganization
from db.records.scope import scope_of
from sources.moments import span_of, times_in
from sources.offered import FileKind, file_kind, media_type
from sources.personal_names import split_name
from sources.results import outcome_of
from sources.words import VOCABULARIES

_KINDS = tomllib.loads((VOCABULARIES / "organizations.toml").read_text("utf-8"))
CLASSES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind["classification"], re.compile("|".join(kind["names"]))) for kind in _KINDS["kind"]
)
NONPUBLIC_NUMBER = re.compile(r"(?:N|NÖ|NÖS|nö|nichtöffentlich|nicht öffentlich)\b", re.IGNORECASE)
PUBLIC_NUMBER = re.compile(r"(?:Ö|ÖS|öffentlich)\b", re.IGNORECASE)


def classification_of(name: str) -> str | None:
    """What an organisation is by its name (`Hauptausschuss` → `Ausschuss`), None where the name does not tell."""
    return next((kind for kind, names in CLASSES if names.search(name)), None)


def is_public(number: str | None, status: str | None = None) -> bool:
    """Whether an item is public by the letter before its number, else by the status where that names one part only."""
    if number and NONPUBLIC_NUMBER.match(number):
        return False
    if number and PUBLIC_NUMBER.match(number):
        return True
    return re.sub(r"[\s-]", "", (status or "").lower()) not in ("nichtöffentlich", "nö")


def unnumbered_id(meeting: str, key: str) -> str:
    """The id of an item without a number: its meeting and the system's own key of it."""
    return f"{meeting}_top-{key}"


class Council:
    """Collects the records of one document; where it names no municipality, its ids stand in a scope of its own."""

    def __init__(
        self, document_id: str, body: str | None, product: str | None = None, url: str | None = None
    ) -> None:
        self.document_id = document_id
        self.body_id = ids.body_id(body) if body else None
        self.scope = self.body_id or scope_of(document_id)
        self.meeting_id: str | None = None
        self._records: dict[tuple[str, ...], Any] = {}
        if body and self.body_id:
            self._keep(Body(id=self.body_id, name=body, product=product, url=url), self.body_id)

    @property
    def records(self) -> tuple[Any, ...]:
        """Each record once, in the order they were told."""
        return tuple(self._records.values())

    def organization(self, name: str, classification: str | None = None, *, own: bool = True) -> str:
        """An organisation of the municipality, or one that its name alone tells apart (`own=False`); its id."""
        key = ids.organization_id(self.scope if own else None, name)
        kind = classification or classification_of(name)
        body = self.body_id if own else None
        return self._keep(Organization(id=key, body_id=body, name=name, classification=kind), key)

    def involve(self, organization: str, role: str) -> None:
        """Link an organisation (by id) to the document: role `issuer`, `applicant` or `named`."""
        link = DocumentOrganization(document_id=self.document_id, organization_id=organization, role=role)  # type: ignore[arg-type]
        self._keep(link, organization, role)

    def meeting(
        self,
        organization: str | None,
        day: str | None,
        *,
        time: str | None = None,
        name: str | None = None,
        room: str | None = None,
        location: str | None = None,
        cancelled: bool | None = None,
    ) -> str | None:
        """The document's meeting: of an organisation (by name) on a day; None where one of both is not told."""
        if not organization or not day:
            return None
        self.meeting_id = self.other_meeting(
            organization, day, time=time, name=name, room=room, location=location, cancelled=cancelled
        )
        return self.meeting_id

    def other_meeting(
        self,
        organization: str | None,
        day: str,
        *,
        time: str | None = None,
        name: str | None = None,
        room: str | None = None,
        location: str | None = None,
        cancelled: bool | None = None,
        apart: str | None = None,
    ) -> str:
        """A meeting that the document tells of without being its own (a row of a calendar); its id.

        Where the organisation is not told, the meeting's own name tells it apart; `apart` tells a further meeting of
        the same organisation on the same day from the first.
        """
        held_by = self.organization(organization) if organization else None
        start, end = span_of(day, times_in(time or ""))
        key = ids.below(ids.meeting_id(held_by or ids.below(self.scope, name), day), apart)
        meeting = Meeting(
            id=key,
            body_id=self.body_id,
            organization_id=held_by,
            name=name or None,
            start=start,
            end=end,
            room=room or None,
            location=location or None,
            cancelled=cancelled,
        )
        return self._keep(meeting, key)

    def item_id(self, number: str, public: bool) -> str:
        """The id of an item of the document's meeting."""
        return ids.agenda_item_id(self.meeting_id or self.scope, number, public)

    def next_item_id(self, number: str, public: bool, position: int) -> str:
        """The id of the next item of an agenda; a number that stands there twice is told apart by the position."""
        key = self.item_id(number, public)
        return f"{key}_{position}" if ("AgendaItem", key) in self._records else key

    def item(
        self,
        number: str | None,
        *,
        public: bool,
        title: str | None,
        result: str | None,
        place: tuple[int, int],
        position: int | None = None,
        labelled: bool = True,
        key: str | None = None,
    ) -> str:
        """An agenda item whose minutes are `text[place[0]:place[1]]` (none, where that is empty); its id.

        An item without a number has its id as `key`. Where the result is not `labelled` but told otherwise (who voted
        how), no outcome is read off it.
        """
        key = key or self.item_id(number or "", public)
        start, end = place if place[0] < place[1] else (None, None)
        item = AgendaItem(
            id=key,
            meeting_id=self.meeting_id,
            document_id=self.document_id,
            number=number,
            position=position,
            title=title or None,
            public=public,
            result=result or None,
            outcome=outcome_of(result) if labelled else None,
            start=start,
            end=end,
        )
        return self._keep(item, key)

    def paper(
        self,
        reference: str | None,
        *,
        name: str | None = None,
        paper_type: str | None = None,
        originator: str | None = None,
        date: str | None = None,
        system_key: str | None = None,
    ) -> str:
        """A paper by the system's own key where only that tells it apart, else by its number, else by kind and name;
        its id."""
        number = system_key or reference
        key = ids.paper_id(self.scope, number) if number else ids.below(self.scope, paper_type, name)
        paper = Paper(
            id=key,
            body_id=self.body_id,
            reference=reference,
            name=name or None,
            paper_type=paper_type or None,
            date=date,
            originator=originator or None,
        )
        return self._keep(paper, key)

    def file(
        self,
        address: str | None,
        name: str | None,
        *,
        field: str | None = None,
        hint: str | None = None,
        stable: str | None = None,
        kind: FileKind | None = None,
        meeting: str | None = None,
        item: str | None = None,
        paper: str | None = None,
    ) -> str:
        """A file by its address as it stands in the page (by its name, where the page only says that there is one).

        It is of the `kind` given, else what its name, else the label of the `field` it stands in, says; `hint` is what
        else may tell its media type, `stable` what remains of an address that the system makes anew for each visit.
        """
        key = ids.file_id(self.scope, stable or address or f"{meeting} {name}")
        file = File(
            id=key,
            body_id=self.body_id,
            meeting_id=meeting,
            agenda_item_id=item,
            paper_id=paper,
            name=name or None,
            kind=kind or file_kind(name, field),
            media_type=media_type(address, hint),
            url=address,
        )
        return self._keep(file, key)

    def consult(
        self,
        paper: str,
        item: str | None,
        result: str | None = None,
        *,
        meeting: str | None = None,
        role: str | None = None,
    ) -> None:
        """A paper (by id) stood under an item (by id, where it is told) of the meeting, or of another one (by id).

        A further item of the same meeting under which it stood is a consultation of its own.
        """
        held = meeting or self.meeting_id
        key = ids.consultation_id(paper, held, item)
        first = self._records.get((Consultation.__name__, key))
        if first and item and first.agenda_item_id not in (None, item):
            key = ids.consultation_id(paper, None, item)
        consultation = Consultation(
            id=key,
            paper_id=paper,
            agenda_item_id=item,
            meeting_id=held,
            role=role or None,
            result=result or None,
            outcome=outcome_of(result),
        )
        self._keep(consultation, key)

    def person(self, name: str) -> str:
        """A person by the full name as a list of members writes it; its id."""
        told = split_name(name)
        key = ids.person_id(self.scope, told.family_name, told.given_name, told.form_of_address)
        person = Person(
            id=key,
            body_id=self.body_id,
            name=told.full,
            family_name=told.family_name,
            given_name=told.given_name,
            form_of_address=told.form_of_address,
            title=told.title,
        )
        return self._keep(person, key)

    def member(
        self,
        person: str,
        organization: str,
        *,
        role: str = "",
        on_behalf_of: str = "",
        start: str = "",
        end: str | None = None,
    ) -> None:
        """A person (by id) belongs to an organisation (by id)."""
        membership = Membership(
            person_id=person,
            organization_id=organization,
            role=role,
            on_behalf_of=on_behalf_of,
            start_date=start,
            end_date=end,
        )
        self._keep(membership, person, organization, role, on_behalf_of, start)

    def _keep(self, record: Any, *key: str) -> str:
        self._records[type(record).__name__, *key] = record
        return key[0]
