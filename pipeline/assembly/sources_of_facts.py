"""Who stated a fact, in which part, and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc

from db.records.council import Body, Meeting, Organization, Paper
from db.records.documents import DocumentOrganization
from db.records.ozg import Stance, StatedAs
from db.records.reading import Reading
from pipeline.assembly.council import Council
from pipeline.findings import OzgFact

POINTS_IN_TIME = ("begin", "end")
"""Kinds whose value is a point in time: one that still lies ahead is announced."""

ASKED = ("status", "priority", "cooperation")
"""Kinds that the words of a motion ask for where they stand in one of its demands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who stated something; `name` is None where the document does not tell, `day` likewise."""

    name: str | None = None
    stated_as: StatedAs | None = None
    day: str | None = None


def author_of(doc: Doc, reading: Reading, council: Council) -> Source:
    """Who speaks where no statement does: a motion's applicants, a paper's office, who issued a release."""
    records = council.records
    day = reading.date or (doc._.head.date if doc._.head else None) or _first_meeting(records)
    match reading.kind:
        case "motion":
            names = "; ".join(_organizations(records, "applicant")) or _originator(records)
            return Source(name=names or None, stated_as="applicant", day=day)
        case "press":
            return Source(name=next(_organizations(records, "issuer"), None), stated_as="author", day=day)
        case "paper":
            return Source(
                name=_office(doc) or _originator(records) or _body(records), stated_as="author", day=day
            )
    return Source(day=day)


def stance_on(finding: OzgFact, day: str | None, *, demanded: bool) -> Stance:
    """How a fact is meant on the day it was stated; `demanded` where it stands in a demand."""
    if demanded and finding.kind in ASKED:
        return "demanded"
    if finding.kind in POINTS_IN_TIME and day and finding.value:
        return "announced" if finding.value > day[: len(finding.value)] else "reported"
    return finding.stance


def _first_meeting(records: Iterable[Any]) -> str | None:
    """The day on which a paper first came before a council."""
    return min(
        (record.start[:10] for record in records if isinstance(record, Meeting) and record.start),
        default=None,
    )


def _organizations(records: Iterable[Any], role: str) -> Iterator[str]:
    names = {record.id: record.name for record in records if isinstance(record, Organization)}
    for record in records:
        if isinstance(record, DocumentOrganization) and record.role == role:
            yield names[record.organization_id]


def _originator(records: Iterable[Any]) -> str | None:
    return next(
        (record.originator for record in records if isinstance(record, Paper) and record.originator), None
    )


def _office(doc: Doc) -> str | None:
    """The office that the head of a paper names as in charge, the last and so the nearest one."""
    labelled = [
        fact.value for fact in doc._.ozg_facts if fact.kind == "responsible" and fact.rule.endswith("label")
    ]
    return labelled[-1] if labelled else None


def _body(records: Iterable[Any]) -> str | None:
    return next((record.name for record in records if isinstance(record, Body)), None)
