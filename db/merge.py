"""One row out of what several documents claim about it.

The claims come in order of precedence (minutes, then excerpts, agendas, others; within one rank by document id), so
that the result does not depend on which document was read first. Each column takes the first value that is told, but
for the columns with a rule of their own below.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from db.records.columns import Table
from db.rows import Row, names

RANKS = {"minutes": 0, "excerpt": 1, "agenda": 2}
OTHER_RANK = 3

PLACE = ("document_id", "start", "end")
"""Where an agenda item's minutes stand: taken together, as offsets mean nothing in another document."""


def rank(kind: str) -> int:
    """The precedence of a kind of document, 0 first."""
    return RANKS.get(kind, OTHER_RANK)


def merged(table: Table, claims: Sequence[Row]) -> Row:
    """The row that the claims, in order of precedence, make together."""
    row = {name: _value(table, name, claims) for name in names(table)}
    if table.name == "agenda_items":
        row |= _place(claims)
    return row


def adds_nothing(claim: Row, row: Row) -> bool:
    """Whether a row stays as it is when this claim joins the ones it was made from, whatever its precedence."""
    return all(value is None or value == row[name] for name, value in claim.items())


def _value(table: Table, name: str, claims: Sequence[Row]) -> Any:
    told = [value for claim in claims if (value := claim.get(name)) is not None]
    if not told:
        return None
    return RULES.get((table.name, name), _first)(told)


def _place(claims: Sequence[Row]) -> Row:
    placed = [claim for claim in claims if claim.get("start") is not None]
    named = [claim for claim in claims if claim.get("document_id") is not None]
    carrier = (placed or named or [{}])[0]
    return {name: carrier.get(name) for name in PLACE}


def _first(told: Sequence[Any]) -> Any:
    return told[0]


def _decisive(told: Sequence[Any]) -> Any:
    """An agenda page's `none` or an unread wording must not hide what other minutes tell."""
    return next((outcome for outcome in told if outcome not in ("none", "unknown")), told[0])


def _with_time(told: Sequence[Any]) -> Any:
    """A day with its time of day tells more than the day alone."""
    return next((moment for moment in told if "T" in moment), told[0])


RULES: dict[tuple[str, str], Callable[[Sequence[Any]], Any]] = {
    ("agenda_items", "outcome"): _decisive,
    ("consultations", "outcome"): _decisive,
    ("agenda_items", "public"): all,  # held back as soon as one document says so
    ("persons", "private"): all,  # no longer private once a document shows an office
    ("memberships", "first_seen"): min,
    ("memberships", "last_seen"): max,
    ("meetings", "start"): _with_time,
    ("meetings", "end"): _with_time,
}
