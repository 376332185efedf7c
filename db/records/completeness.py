"""How much of what a municipality's councils did is in the database."""

from __future__ import annotations

from typing import Annotated

from db.records.columns import Column, table
from db.records.council import BODY


@table(
    "completeness",
    title="Vollständigkeit",
    description="Je Kommune und Jahr: Sitzungen und was von ihren Niederschriften da ist.",
    key=("body_id", "year"),
)
class Completeness:
    """A year of a municipality as the last crawl left it; each number but `held` is a part of the one before."""

    body_id: Annotated[str, BODY]
    year: Annotated[int, Column("Jahr", "Kalenderjahr der Sitzungen.")]
    held: Annotated[
        int,
        Column("Sitzungen", "Sitzungen, die stattfanden: vergangen, nicht entfallen, nicht verschwunden."),
    ]
    published: Annotated[
        int, Column("Veröffentlicht", "Sitzungen, deren Niederschrift das Ratsinformationssystem anbietet.")
    ]
    fetched: Annotated[int, Column("Abgerufen", "Sitzungen, deren Niederschrift abgerufen wurde.")]
    parsed: Annotated[int, Column("Eingelesen", "Sitzungen, deren Niederschrift eingelesen ist.")]
    median_days: Annotated[
        float | None,
        Column("Tage bis zur Niederschrift", "Median; leer, wo kein Erscheinen beobachtet wurde."),
    ] = None
    expected: Annotated[
        int | None,
        Column("Erwartet", "Niederschriften, die bis jetzt zu erwarten sind, wo es angegeben ist."),
    ] = None
    checked_at: Annotated[str, Column("Stand", "Zeitpunkt der Zählung (UTC).")]
