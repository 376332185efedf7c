"""Records that an answer states in fields: council records with meetings known by their address, items without a
number, files and persons."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from db.records import ids
from db.records.council import AgendaItem, Body, File, Meeting, Person
from db.records.extraction import Doubt
from sources.council import Council
from sources.offered import FileKind, file_kind
from sources.results import outcome_of

LOCAL = ZoneInfo("Europe/Berlin")


def moment(value: str | None) -> str | None:
    """`2025-05-27T18:30:00+02:00` as local time to the minute, the day alone at midnight; None for no moment."""
    try:
        told = datetime.fromisoformat((value or "").strip())
    except ValueError:
        return None
    local = told.astimezone(LOCAL) if told.tzinfo else told
    return local.strftime("%Y-%m-%dT%H:%M" if local.hour or local.minute else "%Y-%m-%d")


def day(value: str | None) -> str | None:
    """The local day of a moment or date; None for what is none."""
    told = moment(value)
    return told[:10] if told else None


class Stated(Council):
    """The council records of one answer, and what is doubtful in it."""

    def __init__(self, document_id: str, body: str | None, product: str, url: str | None = None) -> None:
        super().__init__(document_id, body, product, url)
        self.doubts: list[Doubt] = []

    def doubt(self, message: str, advice: str) -> None:
        """Note what an editor should look at, once."""
        found = Doubt(message=message, advice=advice, stage="parse")
        if found not in self.doubts:
            self.doubts.append(found)

    def keep(self, record: Any, *key: str) -> str:
        """Keep a record under its key; its id where it has one."""
        return self._keep(record, *key)

    def same(self, address: str) -> str:
        """The id of something of which only the address is told."""
        return ids.file_id(self.scope, address)

    def municipality(self, name: str, *, ags: str | None, url: str | None, product: str) -> str:
        """A municipality with its key; all that follows is of it."""
        key = ids.body_id(name)
        self.body_id = self.scope = key
        return self._keep(Body(id=key, name=name, ags=ags, product=product, url=url), key)

    def held(
        self,
        organization: str | None,
        start: str | None,
        *,
        address: str | None = None,
        name: str | None = None,
        end: str | None = None,
        room: str | None = None,
        location: str | None = None,
        cancelled: bool | None = None,
    ) -> str | None:
        """A meeting of an organisation (by name) from a local moment on; what follows is of it.

        Where its organisation or day is not told it is known by its address; None where that is not told either.
        """
        held_by = self.organization(organization) if organization else None
        if held_by and start:
            self.meeting_id = self._apart(ids.meeting_id(held_by, start[:10]), start)
        else:
            self.meeting_id = self.same(address) if address else None
        if self.meeting_id is None:
            return None
        meeting = Meeting(
            id=self.meeting_id,
            body_id=self.body_id,
            organization_id=held_by,
            name=name,
            start=start,
            end=end,
            room=room,
            location=location,
            cancelled=cancelled,
        )
        return self._keep(meeting, self.meeting_id)

    def _apart(self, key: str, start: str) -> str:
        """The id of a meeting; a second one of the organisation on that day is told apart by its time."""
        first = self._records.get(("Meeting", key))
        return key if first is None or first.start in (start, start[:10]) else ids.below(key, start[11:])

    def free_item_id(self, number: str | None, public: bool, position: int) -> str:
        """The id of an item; a number that is shown twice is told apart by a counter, none by the place."""
        part = f"{self.meeting_id or self.scope}_{'oe' if public else 'n'}"
        key = self.item_id(number, public) if number else f"{part}-stelle-{position}"
        count, free = 1, key
        while ("AgendaItem", free) in self._records:
            count += 1
            free = f"{key}_{count}"
        return free

    def dealt(
        self,
        number: str | None,
        *,
        public: bool,
        title: str | None,
        result: str | None,
        place: tuple[int, int],
        position: int,
    ) -> str:
        """An agenda item that may lack a number or share it; its id."""
        key = self.free_item_id(number, public, position)
        item = AgendaItem(
            id=key,
            meeting_id=self.meeting_id,
            document_id=self.document_id,
            number=number,
            position=position,
            title=title,
            public=public,
            result=result,
            outcome=self.outcome(result),
            start=place[0],
            end=place[1],
        )
        return self._keep(item, key)

    def outcome(self, result: str | None) -> Any:
        """The outcome of a wording; one that is in no vocabulary is doubtful."""
        outcome = outcome_of(result)
        if outcome == "unknown":
            self.doubt(
                f"the result „{result}“ is in no vocabulary",
                "add the wording to sources/vocabularies/results.toml",
            )
        return outcome

    def attach(
        self,
        address: str,
        *,
        name: str | None,
        field: str | None = None,
        kind: FileKind | None = None,
        media_type: str | None = None,
        meeting: str | None = None,
        item: str | None = None,
        paper: str | None = None,
    ) -> str:
        """A file by its address; its kind is what its name, else the label of the `field` it stands in, says.

        `kind` is what the system itself states.
        """
        key = ids.file_id(self.scope, address)
        record = File(
            id=key,
            body_id=self.body_id,
            meeting_id=meeting,
            agenda_item_id=item,
            paper_id=paper,
            name=name,
            kind=kind or file_kind(name, field),
            media_type=media_type,
            url=address,
        )
        return self._keep(record, key)

    def somebody(
        self, name: str, *, family: str | None, given: str | None, address: str | None, title: str | None
    ) -> str:
        """A person; without a family name the last word of the name is it."""
        surname = family or name.split()[-1]
        first = given or (None if family else " ".join(name.split()[:-1]) or None)
        key = ids.person_id(self.scope, surname, first, address)
        record = Person(
            id=key,
            body_id=self.body_id,
            name=name,
            family_name=surname,
            given_name=first,
            form_of_address=address,
            title=title,
        )
        return self._keep(record, key)
