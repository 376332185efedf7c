"""The persons of one document: everybody its attendance list and its speech name, each once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Literal

from db.private_names import without_home
from db.records import ids
from db.records.council import Attendance, Membership, Person
from pipeline.assembly.council import Council
from pipeline.findings import Attendee, Name, PersonMention
from pipeline.people.gender import gender_of
from pipeline.people.registry import Known, Registry
from pipeline.people.vocabulary import is_courtesy, speaks_as_one

Note = Literal["mehrere Personen dieses Namens", "unsicher", "nur die Rolle genannt", "keine Person"]
"""Why a statement has no person (see the column `speaker_note`)."""


class Persons:
    """Gives every `Name` the id of its person; only persons who were asked for, attended or are private get a row."""

    def __init__(
        self,
        council: Council,
        attendees: Iterable[Attendee],
        mentions: Iterable[PersonMention],
        others: Iterable[Name] = (),
    ) -> None:
        self.council = council
        self.attendees = tuple(attendee for attendee in attendees if attendee.name.family_name)
        named = [mention for mention in mentions if mention.name.family_name]
        self.registry = Registry(
            self.attendees,
            [*(mention.name for mention in named), *others],
        )
        private = [mention.name for mention in named if mention.private]
        self.private = [self.registry.who(name) for name in private]
        self.people: dict[str, Known] = {}
        for name in private:
            # `Bürger zur Kasse` is no person: who does not speak must be named beyond doubt to be hidden
            if (name.form_of_address or name.given_name) and (known := self.registry.who(name)):
                self._id(known)

    def named(self, names: Iterable[Name]) -> dict[str, Name]:
        """The persons among NAMES by their ids, each once, in order, with what the document says of them."""
        found: dict[str, Name] = {}
        for name in names:
            if known := self.registry.who(name):
                faction = name.faction or known.name.faction
                office = without_home(_stated_office(name, known))
                found.setdefault(self._id(known), replace(name, faction=faction, office=office))
        return found

    def id_of(self, name: Name) -> str | None:
        """The person's id; None for a role without a name, and where several may be meant."""
        known = self.registry.who(name)
        return self._id(known) if known else None

    def note(self, speakers: Sequence[Name]) -> Note | None:
        """Why somebody among the speakers of a statement is no person; None where everybody is."""
        if not speakers:
            return "unsicher"
        unknown = next((name for name in speakers if self.registry.who(name) is None), None)
        if unknown is None:
            return None
        if unknown.family_name:
            return "mehrere Personen dieses Namens"
        return "keine Person" if speaks_as_one(unknown.role or "") else "nur die Rolle genannt"

    def records(self) -> Iterator[Any]:
        """The persons, what the attendance list says of them, and for whom they speak."""
        for attendee in self.attendees:
            yield from self._attendance(attendee)
        for person, known in self.people.items():
            yield self._person(person, known)
            yield from self._membership(person, known)

    def _id(self, known: Known) -> str:
        name = known.name
        told = name.form_of_address
        if name.faction and not name.given_name and self.registry.namesakes(name):
            told = f"{told or ''} {name.faction}"
        person = ids.person_id(self.council.scope, name.family_name or "", name.given_name, told)
        self.people.setdefault(person, known)
        return person

    def _person(self, person: str, known: Known) -> Person:
        name = known.name
        gender = gender_of(replace(name, given_name=None))  # a given name alone would be a guess
        return Person(
            id=person,
            body_id=self.council.body_id,
            name=" ".join(filter(None, (name.title, name.given_name, name.family_name))),
            family_name=name.family_name,
            given_name=name.given_name,
            form_of_address=name.form_of_address if name.form_of_address in ("Herr", "Frau") else None,
            title=name.title,
            gender=None if gender == "x" else gender,
            private=known in self.private and not known.listed,
        )

    def _attendance(self, attendee: Attendee) -> Iterator[Any]:
        known = self.registry.who(attendee.name)
        if known is None:
            return
        person = self._id(known)
        if self.council.meeting_id:
            yield Attendance(
                meeting_id=self.council.meeting_id,
                person_id=person,
                status=attendee.status,
                role=without_home(attendee.role or attendee.name.office),
                on_behalf_of=attendee.name.faction,
                from_item=attendee.from_item,
                until_item=attendee.until_item,
            )
        if attendee.name.faction or attendee.role:
            role = without_home(attendee.role or attendee.name.office)
            yield from self._member(person, role, attendee.name.faction)

    def _membership(self, person: str, known: Known) -> Iterator[Membership]:
        """For whom somebody who is not on the list speaks, as far as the text says."""
        if known.name.faction and not known.listed:
            yield from self._member(person, None, known.name.faction)

    def _member(self, person: str, role: str | None, faction: str | None) -> Iterator[Membership]:
        if self.council.organization_id:
            yield Membership(
                person_id=person,
                organization_id=self.council.organization_id,
                role=role or "",
                on_behalf_of=faction or "",
                first_seen=self.council.date,
                last_seen=self.council.date,
            )


def _stated_office(name: Name, known: Known) -> str | None:
    """What somebody is beside presiding, as far as the document tells; a colleague has no office by that."""
    presides = (name.role or "").startswith("Vorsitzend")
    told = (
        (name.office, known.name.office, name.role)
        if presides
        else (name.office, name.role, known.name.office)
    )
    return next((wording for wording in told if wording and not is_courtesy(wording)), None)
