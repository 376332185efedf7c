"""What the start page tells: what is in here, how fresh, how complete and how accurate it is."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

from datasette.database import Database

from db.site.completeness import completeness
from db.site.entities.rows import count, rows
from db.site.news import LATEST as LAST_ARRIVAL
from db.site.queries import Query, by_readers

COUNTS = {
    "documents": "select count(*) from documents",
    "statements": "select count(*) from statements where double_of is null",
    "decisions": "select count(*) from decisions where double_of is null",
    "meetings": "select count(*) from meetings",
    "bodies": "select count(*) from bodies where id in (select body_id from documents)",
    "ozg": "select count(*) from ozg_mentions",
}

LATEST = """
    select documents.id, documents.title, documents.kind, documents.date, bodies.id as body_id, bodies.name as body,
        (select count(*) from statements where document_id = documents.id and double_of is null) as statements,
        (select count(*) from decisions where document_id = documents.id and double_of is null) as decisions
    from documents left join bodies on bodies.id = documents.body_id
    where documents.current and documents.kind in ('minutes', 'excerpt')
    order by documents.date desc, documents.id limit 6
"""

BODIES = """
    select bodies.id, bodies.name, count(*) as documents from documents
    join bodies on bodies.id = documents.body_id
    group by bodies.id order by documents desc, bodies.name
"""

FIRST_BODIES = 12
FIRST_QUERIES = {
    "Recherche": (
        "wer_sagte_was",
        "beschluesse",
        "abgelehnte_antraege",
        "weg_einer_vorlage",
        "beschlusskontrolle",
    ),
    "Forschung": (
        "redeanteile",
        "ergebnisse_nach_gremium",
        "anwesenheit",
        "zitierte_gesetze",
        "ozg_zeitachse",
    ),
    "Verwaltung": ("letzte_einlesevorgaenge", "abgewiesen_und_zweifelhaft", "ohne_sprecher", "doppelte"),
}
"""The queries the start page offers; /abfragen has them all."""

FIRST_SIGHT = re.compile(
    r"Auf den ersten Blick.*?<strong>alle</strong>.*?<td[^>]*>\d+</td>\s*<td[^>]*>([\d,]+) %", re.S
)


async def start(database: Database) -> dict[str, Any]:
    """All that the start page shows of a published database."""
    bodies = await rows(database, BODIES)
    years = await completeness(database)
    return {
        "counts": {name: await count(database, sql) for name, sql in COUNTS.items()},
        "latest": await rows(database, LATEST),
        "arrived": (await database.execute(LAST_ARRIVAL)).single_value(),
        "first_bodies": bodies[:FIRST_BODIES],
        "more_bodies": bodies[FIRST_BODIES:],
        "meetings_held": sum(body["meetings"] for body in years),
        "meetings_with_minutes": sum(body["with_minutes"] for body in years),
        "accuracy": accuracy(),
        "groups": chosen_queries(),
        "query_count": sum(len(found) for found in by_readers().values()),
    }


def chosen_queries() -> dict[str, list[Query]]:
    """A few queries for each kind of reader."""
    return {
        readers: [query for query in found if query.name in FIRST_QUERIES[readers]]
        for readers, found in by_readers().items()
    }


@cache
def accuracy() -> str | None:
    """How many of 100 attributed statements were right in minutes read for the first time, from the accuracy card."""
    card = (files("db.site") / "templates/_genauigkeit.html").read_text("utf-8")
    match = FIRST_SIGHT.search(card)
    return match[1] if match else None
