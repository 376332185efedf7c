"""How many statements are given to a person, a full name, a faction and an office wherever their document tells it.

What a document tells is read off its bare text, apart from the pipeline: a surname with a form of address, a title, an
office or another name before it, or with a faction in brackets behind it, and the list of those present.
"""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from models.evaluation.measures import Measure
from pipeline.people.vocabulary import given_names, office, speaks_as_one, word_set

STATEMENTS = """
    select statements.id, statements.document_id, statements.speaker_name,
        coalesce(bodies.name, documents.path) as town, coalesce(agenda_items.meeting_id, documents.meeting_id),
        (select count(*) from statement_speakers where statement_id = statements.id),
        (select count(given_name) from statement_speakers join persons on persons.id = person_id
            where statement_id = statements.id),
        (select count(on_behalf_of) from statement_speakers where statement_id = statements.id),
        (select count(role) from statement_speakers where statement_id = statements.id)
    from statements join documents on documents.id = statements.document_id
    left join bodies on bodies.id = documents.body_id
    left join agenda_items on agenda_items.id = statements.agenda_item_id
    where statements.speaker_name is not null
"""
LISTED = """
    select meeting_id, family_name, given_name, on_behalf_of from attendances join persons on persons.id = person_id
    where family_name is not null
"""


KINDS = ("person", "full_name", "faction", "office")


@dataclass(slots=True)
class Told:
    """What a document tells of a surname."""

    person: bool = False
    full_name: bool = False
    faction: bool = False
    office: bool = False


@dataclass(slots=True)
class Shares:
    """Statements given to a person, a faction, an office, by municipality; `wanted` are those whose document tells."""

    measures: dict[tuple[str, str], Measure] = field(default_factory=lambda: defaultdict(Measure))

    def rows(self) -> Iterator[tuple[str, str, int, int]]:
        """Municipality, what is measured, how many have it, how many should; `all` last."""
        for kind in KINDS:
            towns = sorted((town, one) for (told, town), one in self.measures.items() if told == kind)
            for town, one in towns:
                yield town, kind, one.right, one.wanted
            yield "all", kind, sum(one.right for _, one in towns), sum(one.wanted for _, one in towns)


def shares(database: Path) -> Shares:
    """The shares over a working database; a town is the body's name, else the folder of the document."""
    found = Shares()
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        texts = dict(connection.execute("select document_id, text from texts"))
        listed = _listed(connection)
        told: dict[tuple[str, str | None, str], Told] = {}
        for row in connection.execute(STATEMENTS):
            _, document, speaker, town, meeting, *given = row
            names = speaker.split("; ")
            for name in names:
                key = (document, meeting, name)
                if key not in told:
                    told[key] = _told(texts[document], listed.get((meeting, name), ()), name)
            known = [told[document, meeting, name] for name in names]
            place = Path(town).parent.name if "/" in town else town
            for kind, count in zip(KINDS, given, strict=True):
                _count(found.measures[kind, place], [getattr(one, kind) for one in known], count)
    return found


def _count(measure: Measure, wanted: list[bool], given: int) -> None:
    """A statement of several speakers is right when as many have what is wanted."""
    if any(wanted):
        measure.add(right=int(given >= sum(wanted)), given=int(given > 0), wanted=1)


def _listed(connection: sqlite3.Connection) -> dict[tuple[str, str], list[tuple[str | None, str | None]]]:
    found = defaultdict(list)
    for meeting, family, given, faction in connection.execute(LISTED):
        found[meeting, family].append((given, faction))
    return found


def _told(text: str, listed: Sequence[tuple[str | None, str | None]], name: str) -> Told:
    if speaks_as_one(name):
        return Told()
    if _is_role(name):
        return Told(person=bool(_held(name).search(text)))
    told = Told(person=bool(listed))
    if len(listed) == 1:
        told.full_name, told.faction = (each is not None for each in listed[0])
    for match in _named(name).finditer(text):
        before = match["before"].split()
        told.office = told.office or any(office(word) is not None for word in before)
        told.faction = told.faction or bool(match["behind"] and _is_party(match["behind"]))
        told.full_name = told.full_name or bool(before and before[-1] in given_names())
        told.person = told.person or bool(before or match["behind"])
    return told


@cache
def _named(name: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<before>(?:\b[A-ZÄÖÜ][\w.-]*\s+){{0,3}})(?<!\w){re.escape(name)}(?!\w)(?:\s+\((?P<behind>[^)]{{2,40}})\))?"
    )


@cache
def _held(role: str) -> re.Pattern[str]:
    """A role with a name behind it, or at the head of a list."""
    stem = role.removesuffix("in").removesuffix("r")
    return re.compile(
        rf"\b{re.escape(stem)}\w*(?:/\w+)?:?,?\s+(?:Herrn?\s+|Frau\s+)?(?:Dr\.\s+)?[A-ZÄÖÜ][a-zäöüß]{{2,}}\s"
    )


def _is_role(name: str) -> bool:
    known = office(name)
    return known is not None and known.role


def _is_party(words: str) -> bool:
    parties = word_set("parties.txt")
    return any(word in parties for word in re.split(r"[\s/-]+", words))
