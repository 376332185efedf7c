"""The facts arranged for the pages: by municipality, by service, by what was promised and what reported."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from db.site.ozg.data import UNKNOWN

Fact = dict[str, Any]

STATES = ("zurückgestellt", "offen", "in Planung", "in Bearbeitung", "abgeschlossen")
REPORTED_KINDS = ("status", "count", "begin", "end")
COMPARED = ("deadline", "count", "status", "priority", "money", "responsible", "cooperation")
"""The kinds of facts that municipalities are compared by, in the order of the columns."""


@dataclass(slots=True, kw_only=True)
class Place:
    """What is known of a municipality or issuer."""

    name: str
    documents: int = 0
    mentions: int = 0
    since: str | None = None
    until: str | None = None
    first: str | None = None
    by_kind: dict[str, list[Fact]] = field(default_factory=lambda: defaultdict(list))


def places(documents: Iterable[dict[str, Any]], facts: Iterable[Fact]) -> list[Place]:
    """Every municipality with its documents and facts, the one with the most mentions first."""
    known: dict[str, Place] = {}
    for row in documents:
        place = known.setdefault(row["place"], Place(name=row["place"]))
        place.documents += 1
        place.mentions += row["mentions"]
        if row["day"] and (place.since is None or row["day"] < place.since):
            place.since = row["day"]
            place.first = f"/dokument/{row['id']}#d-{row['first_of_law'] or row['first']}"
        place.until = max(filter(None, (place.until, row["day"])), default=None)
        place.first = place.first or f"/dokument/{row['id']}#d-{row['first_of_law'] or row['first']}"
    for fact in facts:
        known.setdefault(fact["place"], Place(name=fact["place"])).by_kind[fact["kind"]].append(fact)
    return sorted(known.values(), key=lambda place: (place.name == UNKNOWN, -place.mentions, place.name))


@dataclass(slots=True, kw_only=True)
class Promise:
    """What a municipality announced or was asked for, and what it reported, each in the order it was stated."""

    place: str
    announced: list[Fact]
    demanded: list[Fact]
    reported: list[Fact]


def promises(facts: Sequence[Fact]) -> list[Promise]:
    """Promised against reported, by municipality; those with both first."""
    by_place: dict[str, Promise] = {}
    for fact in facts:
        promise = by_place.setdefault(
            fact["place"], Promise(place=fact["place"], announced=[], demanded=[], reported=[])
        )
        if fact["stance"] == "demanded":
            promise.demanded.append(fact)
        elif fact["stance"] == "announced" and fact["kind"] in ("deadline", "end", "begin", "status"):
            promise.announced.append(fact)
        elif fact["stance"] == "reported" and fact["kind"] in REPORTED_KINDS:
            promise.reported.append(fact)
    told = [one for one in by_place.values() if one.announced or one.demanded or one.reported]
    return sorted(
        told, key=lambda one: (one.place == UNKNOWN, not (one.announced and one.reported), -len(one.reported))
    )


@dataclass(slots=True, kw_only=True)
class Service:
    """A service, or what else a state is told of, with its facts by state."""

    name: str
    concept: str
    by_state: dict[str, list[Fact]] = field(default_factory=lambda: defaultdict(list))

    @property
    def count(self) -> int:
        """How many states are told of it."""
        return sum(map(len, self.by_state.values()))


def services(facts: Iterable[Fact]) -> list[Service]:
    """The services whose state is reported, those of the catalogue's services first."""
    known: dict[str, Service] = {}
    for fact in facts:
        if fact["kind"] == "status" and fact["stance"] != "demanded" and fact["value"] in STATES:
            concept = fact["concept_id"] or ""
            service = known.setdefault(
                concept, Service(name=fact["about"] or "ohne Angabe, welche Leistung", concept=concept)
            )
            service.by_state[fact["value"]].append(fact)
    return sorted(known.values(), key=lambda service: (not service.concept, -service.count, service.name))


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number at the top of the overview, and the page that shows what it counts."""

    title: str
    number: int
    path: str


def key_figures(documents: Sequence[Any], facts: Sequence[Fact], speakers: Sequence[Any]) -> list[Figure]:
    """The numbers at the top of the overview."""
    deadlines = sum(fact["kind"] == "deadline" for fact in facts)
    states = sum(fact["kind"] == "status" for fact in facts)
    demanded = sum(fact["stance"] == "demanded" for fact in facts)
    return [
        Figure(title="Dokumente", number=len(documents), path="/ozg#dokumente"),
        Figure(title="Kommunen", number=len({row["place"] for row in documents}), path="/ozg/vergleich"),
        Figure(title="Personen", number=len(speakers), path="/ozg/wer"),
        Figure(title="Fristen", number=deadlines, path="/ozg/angaben?art=deadline"),
        Figure(title="Stände", number=states, path="/ozg/angaben?art=status"),
        Figure(title="Gefordertes", number=demanded, path="/ozg/angaben?aussage=demanded"),
    ]
