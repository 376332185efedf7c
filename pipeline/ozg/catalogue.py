"""The catalogue of OZG concepts, as records and as one compiled matcher."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from db.records.findings import OzgConcept

HERE = Path(__file__).parent
ENDING = r"(?:e?s|e?n|e)?(?:-\w[\w-]*)?"
"""A German ending and a hyphenated compound (`OZG-Umsetzung`) that a form may carry."""

Company = Literal["none", "digital", "ozg", "sentence"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What a form stands for: a concept, with the name as value where it is a system; and the company it needs."""

    concept: str
    value: str | None
    company: Company


def read(name: str) -> dict[str, Any]:
    """A vocabulary file beside this module."""
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


@cache
def concepts() -> tuple[OzgConcept, ...]:
    """The whole catalogue, parents before their children; facts and systems are concepts of the category `Fakt`."""
    rows = [
        OzgConcept(
            id=row["id"],
            label=row["label"],
            category=row["category"],
            description=row["description"],
            parent_id=row.get("parent"),
        )
        for row in read("concepts.toml")["concept"]
    ]
    return tuple(sorted(rows, key=lambda row: _depth(row, {other.id: other for other in rows})))


def _depth(row: OzgConcept, rows: dict[str, OzgConcept]) -> int:
    return 0 if row.parent_id is None else 1 + _depth(rows[row.parent_id], rows)


@cache
def matcher() -> re.Pattern[str]:
    """One pattern for all forms; of two forms at a place the earlier in the catalogue wins.

    Without a group for each form, so that the first letter of each is tried before the whole:
    seven times faster.
    """
    return _compiled([pattern for patterns, _ in _forms() for pattern in patterns])


@cache
def _told() -> tuple[tuple[re.Pattern[str], Form], ...]:
    return tuple((_compiled(patterns), form) for patterns, form in _forms())


def form_of(match: re.Match[str]) -> Form:
    """What a match of the matcher stands for."""
    return next(
        form
        for pattern, form in _told()
        if (again := pattern.match(match.string, match.start())) and again[0] == match[0]
    )


def _compiled(patterns: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w@])(?:{'|'.join(patterns)}){ENDING}(?!\w)")


def _forms() -> list[tuple[list[str], Form]]:
    systems = read("systems.toml")
    named = [
        ([form], Form(concept="system", value=name, company="none"))
        for name, form in systems["plain"].items()
    ]
    risky = [
        ([form], Form(concept="system", value=name, company="digital"))
        for name, form in systems["digital"].items()
    ]
    rows = [row for row in read("concepts.toml")["concept"] if "forms" in row]
    law = [row for row in rows if row["id"] == "OZG"]
    others = [row for row in rows if row["id"] != "OZG"]
    return [
        *named,
        *(
            (row["forms"], Form(concept=row["id"], value=None, company=row["company"]))
            for row in (*others, *law)
        ),
        *risky,
    ]
