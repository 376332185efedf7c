"""What an Akoma Ntoso document refers to: each person, organisation, role, concept and document once, with an id."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from lxml.builder import ElementMaker

from db.exports.meetings import Told, writable
from db.exports.published import Row
from db.records.ids import slug

CONCEPTS = {
    "accepted": "angenommen",
    "accepted_amended": "geändert angenommen",
    "rejected": "abgelehnt",
    "noted": "zur Kenntnis genommen",
    "deferred": "vertagt",
    "referred": "verwiesen",
    "withdrawn": "zurückgezogen",
    "settled": "erledigt",
    "none": "offen oder nur beraten",
    "unknown": "nicht gedeutet",
    "yes": "Ja",
    "no": "Nein",
    "abstain": "Enthaltung",
    "not_taking_part": "nicht beteiligt",
    "absent": "abwesend",
    "invalid": "ungültig",
    "candidate": "für den Wahlvorschlag",
    "unanimous": "einstimmig",
    "not_unanimous": "nicht einstimmig",
    "secret": "geheim",
    "open": "offen abgestimmt",
    "indirect": "berichtete Rede",
    "continued": "fortgesetzte berichtete Rede",
    "direct": "wörtliche Rede",
}
"""Values of our columns, as the documents show them."""


class References:
    """Gives the address (`#person_…`) of what is referred to and remembers it for the document's references."""

    def __init__(
        self, make: ElementMaker, town: Row, persons: dict[str, Row], documents: Iterable[Row]
    ) -> None:
        self.make, self.town, self.persons = make, town, persons
        self.documents = {row["id"]: row for row in documents}
        self.elements: dict[str, Any] = {}

    def element(self) -> Any:
        """All that was referred to, and who wrote the document down."""
        ourselves = self.make.TLCOrganization(eId="ratslese", href="/akn/ontology/organization/ratslese")
        ourselves.set("showAs", "Ratslese")
        return self.make.references(ourselves, *self.elements.values(), source="#ratslese")

    def person(self, id: str) -> str:
        """Somebody whose name is published."""
        return self._known("TLCPerson", "person", id, self.persons[id]["name"])

    def organization(self, name: str) -> str:
        """A municipality, committee, faction or office by its name."""
        return self._known("TLCOrganization", "organization", f"{self.town['id']}_{slug(name)}", name)

    def role(self, name: str) -> str:
        """An office or role by its name."""
        return self._known("TLCRole", "role", slug(name), name)

    def concept(self, name: str) -> str:
        """One of `CONCEPTS`."""
        return self._known("TLCConcept", "concept", name, CONCEPTS[name])

    def document(self, id: str) -> str:
        """The original, known by the hash of its bytes."""
        row = self.documents.get(id)
        shown = (row["title"] or row["path"]) if row else id
        element = self.make.TLCReference(eId=f"document_{id}", href=f"hash://sha256/{id}", name="original")
        return self._remembered(element, shown)

    def speaker(self, told: Told) -> str:
        """Who made a statement: the first of its persons, else the office or role, else somebody who is not named."""
        if told.speakers:
            return self.person(told.speakers[0]["person_id"])
        name, note = told.row["speaker_name"], told.row["speaker_note"]
        if name and note == "keine Person":
            return self.organization(name)
        if name and note == "nur die Rolle genannt":
            return self.role(name)
        return self._named("speaker", name)

    def voter(self, vote: Row) -> str:
        """A faction, or a person as far as the name is known."""
        if vote["person_id"] in self.persons:
            return self.person(vote["person_id"])
        return (
            self.organization(vote["organization"])
            if vote["organization"]
            else self._named("voter", vote["person"])
        )

    def candidate(self, row: Row) -> str:
        """A person, or a list as it stands there."""
        known = row["person_id"] in self.persons
        return self.person(row["person_id"]) if known else self._named("candidate", row["candidate"])

    def _named(self, kind: str, name: str | None) -> str:
        """Somebody of whom only a name is known, or not even that."""
        shown = name or "ohne Angabe"
        id = slug(shown)
        return self._remembered(
            self.make.TLCReference(eId=f"{kind}_{id}", href=_address(kind, id), name=kind), shown
        )

    def _known(self, tag: str, kind: str, id: str, shown: str) -> str:
        return self._remembered(self.make(tag, eId=f"{kind}_{id}", href=_address(kind, id)), shown)

    def _remembered(self, element: Any, shown: str) -> str:
        element.set("showAs", writable(shown))
        return "#" + str(self.elements.setdefault(element.get("eId"), element).get("eId"))


def _address(kind: str, id: str) -> str:
    return f"/akn/ontology/{kind}/de/{quote(id)}"
