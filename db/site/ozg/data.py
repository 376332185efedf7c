"""What the observatory shows, read from the published database."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from datasette.database import Database
from datasette.utils.asgi import MultiParams

UNKNOWN = "Kommune nicht genannt"
PLACE = f"coalesce(bodies.name, issuers.name, '{UNKNOWN}')"
"""Where something was said: the municipality, or who issued it where that is none."""

OF_DOCUMENT = """
    join documents on documents.id = {table}.document_id
    left join bodies on bodies.id = documents.body_id
    left join (
        select document_id, min(organizations.name) as name
        from document_organizations join organizations on organizations.id = organization_id
        where role = 'issuer' group by document_id
    ) issuers on issuers.document_id = {table}.document_id
"""
OF_STATEMENT = OF_DOCUMENT + "left join statements on statements.id = {table}.statement_id"

FACTS = f"""
    select ozg_facts.*, documents.title, documents.kind as document_kind, {PLACE} as place,
        ozg_concepts.label as about, ozg_concepts.category as category,
        substr(texts.text, sentence_start + 1, sentence_end - sentence_start) as sentence
    from ozg_facts {OF_STATEMENT.format(table="ozg_facts")}
    join texts on texts.document_id = ozg_facts.document_id
    left join ozg_concepts on ozg_concepts.id = ozg_facts.concept_id
    where statements.double_of is null and documents.current
        and (:place = '' or {PLACE} = :place)
        and (:kind = '' or ozg_facts.kind = :kind)
        and (:stance = '' or stance = :stance)
        and (:concept = '' or ozg_facts.concept_id = :concept)
        and (:value = '' or ozg_facts.value = :value)
    order by place, stated_on is null, stated_on, ozg_facts.document_id, ozg_facts.start
"""

DOCUMENTS = f"""
    select documents.id, documents.title, documents.kind, coalesce(documents.date, told.day) as day,
        {PLACE} as place, count(*) as mentions,
        min(case when ozg_mentions.concept_id = 'OZG' then ozg_mentions.id end) as first_of_law,
        min(ozg_mentions.id) as first
    from ozg_mentions {OF_STATEMENT.format(table="ozg_mentions")}
    left join (select document_id, min(stated_on) as day from ozg_facts group by document_id) told
        on told.document_id = documents.id
    where statements.double_of is null and documents.current
    group by documents.id
    having sum(ozg_mentions.concept_id in ('OZG', 'OZG-Änderungsgesetz', 'EfA')) > 0
    order by day
"""

SPEAKERS = f"""
    select {PLACE} as place, coalesce(persons.name, statements.speaker_name, 'nicht sicher zu sagen') as who,
        min(statements.speaker_name) as spoken_as, max(statements.speaker_function) as function,
        count(distinct statements.id) as statements,
        group_concat(distinct ozg_concepts.label) as concepts,
        min(statements.document_id || '#a-' || statements.id) as first,
        min(documents.date) as since, max(documents.date) as until
    from ozg_mentions {OF_STATEMENT.format(table="ozg_mentions")}
    left join statement_speakers on statement_speakers.statement_id = statements.id
    left join persons on persons.id = statement_speakers.person_id
    left join ozg_concepts on ozg_concepts.id = ozg_mentions.concept_id
    where statements.id is not null and statements.double_of is null
    group by place, who
    order by statements desc, place, who
"""

DEMANDS = f"""
    select demands.*, {PLACE} as place, documents.date as day, documents.title,
        (select group_concat(organizations.name, ', ') from document_organizations
            join organizations on organizations.id = organization_id
            where document_organizations.document_id = documents.id and role = 'applicant') as applicants
    from demands {OF_DOCUMENT.format(table="demands")}
    where demands.document_id in (select document_id from ozg_mentions where concept_id = 'OZG')
    order by day desc, demands.document_id, position
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactFilter:
    """Which facts are wanted; an empty text is any."""

    place: str = ""
    kind: str = ""
    stance: str = ""
    concept: str = ""
    value: str = ""

    @classmethod
    def of(cls, arguments: MultiParams) -> FactFilter:
        """What an address asks for."""
        return cls(**{name: arguments.get(word) or "" for word, name in ARGUMENTS.items()})

    def parameters(self) -> dict[str, str]:
        """The filter as parameters of a query."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


ARGUMENTS = {"kommune": "place", "art": "kind", "aussage": "stance", "begriff": "concept", "wert": "value"}
"""What the parts of a filter are called in an address."""


async def facts(database: Database, wanted: FactFilter | None = None) -> list[dict[str, Any]]:
    """The facts that are wanted, by place and in the order they were stated."""
    return await _rows(database, FACTS, **(wanted or FactFilter()).parameters())


async def documents(database: Database) -> list[dict[str, Any]]:
    """The documents that speak of the OZG, by their day."""
    return await _rows(database, DOCUMENTS)


async def speakers(database: Database) -> list[dict[str, Any]]:
    """Who spoke of the OZG and its concepts, most first."""
    return await _rows(database, SPEAKERS)


async def demands(database: Database) -> list[dict[str, Any]]:
    """What motions on the OZG demand."""
    return await _rows(database, DEMANDS)


async def _rows(database: Database, sql: str, **parameters: Any) -> list[dict[str, Any]]:
    return [dict(row) for row in (await database.execute(sql, parameters)).rows]
