"""Rows for what a decision tells beside its counts: single votes and candidacies."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from db.records.ids import Wordings
from db.records.votes import Candidacy, Vote
from pipeline.assembly.persons import Persons
from pipeline.findings import Decision, PersonMention, Span

Columns = Callable[[Span], Mapping[str, Any]]
"""The columns of a row that say where a finding stands."""


def details_of(
    decision: Decision, decision_id: str, *, columns: Columns, wordings: Wordings, persons: Persons
) -> Iterator[Any]:
    """The rows of the votes and candidacies of one decision."""
    for ballot in decision.ballots:
        place = columns(ballot)
        yield Vote(
            id=wordings.id("votes", ballot.option, place["text"]),
            decision_id=decision_id,
            organization=ballot.organization,
            person=place["text"] if ballot.person else None,
            person_id=_person(persons, ballot.person),
            option=ballot.option,
            count=ballot.count,
            rule=ballot.rule,
            **place,
        )
    for candidacy in decision.candidacies:
        place = columns(candidacy)
        yield Candidacy(
            id=wordings.id("candidacies", place["text"]),
            decision_id=decision_id,
            candidate=candidacy.candidate,
            person_id=_person(persons, candidacy.person),
            count=candidacy.count,
            rule=candidacy.rule,
            **place,
        )


def _person(persons: Persons, mention: PersonMention | None) -> str | None:
    return persons.id_of(mention.name) if mention else None
