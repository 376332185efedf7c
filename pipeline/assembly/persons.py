"""The persons of one document: everybody its attendance list and its speech name, each once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

from db.records import ids
from db.records.council import Attendance, Membership, Person
from pipeline.assembly.council import Council
from pipeline.findings import Attendee, Name, PersonMention
from pipeline.people.vocabulary import speaks_as_one

Note = Literal["mehrere Personen dieses Namens", "unsicher", "nur die Rolle genannt", "keine Person"]
"""Why a statement has no person (see the column `speaker_note`)."""


class Persons:
    """Gives every `Name` the id of its person.

    A name in running text is the attendee of that family name when there is exactly one whose form of address and
    given name do not contradict it; otherwise it is a person of its own, known by what the text says.
    """

    def __init__(
        self, council: Council, attendees: Iterable[Attendee], mentions: Iterable[PersonMention]
    ) -> None:
        self.council = council
        self.private = {mention.name for mention in mentions if mention.private}
        self.attendees = tuple(attendee for attendee in attendees if attendee.name.family_name)
        self.by_family_name: dict[str, list[Name]] = defaultdict(list)
        self.people: dict[str, Person] = {}
        for attendee in self.attendees:
            self.by_family_name[attendee.name.family_name or ""].append(attendee.name)

    def named(self, names: Iterable[Name]) -> dict[str, Name]:
        """The persons among NAMES by their ids, each once, in order."""
        found: dict[str, Name] = {}
        for name in names:
            if person := self.id_of(name):
                found.setdefault(person, name)
        return found

    def note(self, speakers: Sequence[Name]) -> Note | None:
        """Why somebody among the speakers of a statement is no person; None where everybody is."""
        if not speakers:
            return "unsicher"
        unknown = next((name for name in speakers if self.id_of(name) is None), None)
        if unknown is None:
            return None
        return "keine Person" if speaks_as_one(unknown.role or "") else "nur die Rolle genannt"

    def id_of(self, name: Name) -> str | None:
        """The person's id; None for a role without a name."""
        if not name.family_name:
            return None
        full = self._listed(name)
        person = _person(self.council, full or name, private=name in self.private and full is None)
        held = self.people.get(person.id)
        if held is None or (held.private and not person.private):
            self.people[person.id] = person
        return person.id

    def records(self) -> Iterator[Any]:
        """The persons, and what the attendance list says of them."""
        for attendee in self.attendees:
            yield from self._attendance(attendee)
        yield from self.people.values()

    def _listed(self, name: Name) -> Name | None:
        same = {listed for listed in self.by_family_name[name.family_name or ""] if _compatible(listed, name)}
        return same.pop() if len(same) == 1 else None

    def _attendance(self, attendee: Attendee) -> Iterator[Any]:
        person = self.id_of(attendee.name)
        if person is None:
            return
        if self.council.meeting_id:
            yield Attendance(
                meeting_id=self.council.meeting_id,
                person_id=person,
                status=attendee.status,
                role=attendee.role or attendee.name.office,
                on_behalf_of=attendee.name.faction,
                from_item=attendee.from_item,
                until_item=attendee.until_item,
            )
        if self.council.organization_id and (attendee.name.faction or attendee.role):
            yield Membership(
                person_id=person,
                organization_id=self.council.organization_id,
                role=attendee.role or attendee.name.office or "",
                on_behalf_of=attendee.name.faction or "",
            )


def _compatible(listed: Name, named: Name) -> bool:
    given = not (listed.given_name and named.given_name) or listed.given_name == named.given_name
    address = not (listed.form_of_address and named.form_of_address) or (
        listed.form_of_address == named.form_of_address
    )
    return given and address


def _person(council: Council, name: Name, *, private: bool) -> Person:
    family_name = name.family_name or ""
    return Person(
        id=ids.person_id(council.scope, family_name, name.given_name, name.form_of_address),
        body_id=council.body_id,
        name=" ".join(part for part in (name.title, name.given_name, family_name) if part),
        family_name=family_name,
        given_name=name.given_name,
        form_of_address=name.form_of_address,
        title=name.title,
        private=private,
    )
