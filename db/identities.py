"""Persons without a given name who are probably another person of their body: the only one of that family name whose
given name some document tells, if no form of address speaks against it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

Family = tuple[str, str]
"""A body and a family name."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """A person of a family name; `gender` is `f`, `m` or None."""

    id: str
    given_name: str | None
    gender: str | None
    same_as: str | None


def families(connection: sqlite3.Connection, persons: Iterable[str]) -> set[Family]:
    """The families of these persons as far as they are there."""
    query = (
        "SELECT body_id, family_name FROM persons WHERE id = ? AND body_id NOT NULL AND family_name NOT NULL"
    )
    return {row for person in persons for row in connection.execute(query, (person,))}


def all_families(connection: sqlite3.Connection) -> set[Family]:
    """Every family of every body."""
    query = (
        "SELECT DISTINCT body_id, family_name FROM persons WHERE body_id NOT NULL AND family_name NOT NULL"
    )
    return set(connection.execute(query))


def renew(connection: sqlite3.Connection, touched: Iterable[Family]) -> None:
    """Tell anew who of these families is the same person."""
    for body, family in sorted(touched):
        bearers = _bearers(connection, body, family)
        for one in bearers:
            same = _same(one, bearers)
            if same != one.same_as:
                connection.execute("UPDATE persons SET same_as = ? WHERE id = ?", (same, one.id))


def forget(connection: sqlite3.Connection) -> None:
    """Take every such mark away: a person who is held back must not stay for it."""
    connection.execute("UPDATE persons SET same_as = NULL WHERE same_as NOT NULL")


def _bearers(connection: sqlite3.Connection, body: str, family: str) -> list[Bearer]:
    """Who of a body bears the family name; private persons are left out, they are nobody's double."""
    query = (
        "SELECT id, given_name, gender, same_as FROM persons "
        "WHERE family_name = ? AND body_id = ? AND NOT private ORDER BY id"
    )
    return [Bearer(*row) for row in connection.execute(query, (family, body))]


def _same(one: Bearer, bearers: Iterable[Bearer]) -> str | None:
    if one.given_name is not None:
        return None
    full = [other for other in bearers if other.given_name is not None]
    agreeing = [other for other in full if None in (one.gender, other.gender) or one.gender == other.gender]
    return agreeing[0].id if len(agreeing) == 1 else None
