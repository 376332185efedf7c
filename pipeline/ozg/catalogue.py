"""The catalogue of OZG concepts, as records and as one compiled matcher."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from db.records.findings import OzgConcept

HERE = Path(__file__).parent
ENDING = r"(?:e?s|e?n|e)?(?:-\w[\w-]*)?"
"""A German ending and a hyphenated compound (`OZG-Umsetzung`) that a form may carry."""

COMPOUND = r"(?:s?(?:antr[aä]ge?n?s?|verfahrens?|beantragung(?:en)?|erteilung(?:en)?|stellen?|portale?s?))?"
"""What a service's name may grow by without a hyphen (`Wohngeldantrag`, `Führerscheinstelle`)."""

OWN = "Eigene Zusammenstellung"
"""The source of concepts that are laid down nowhere else."""

Company = Literal["none", "digital", "ozg", "sentence", "actor", "service"]


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
    """The whole catalogue, parents before their children."""
    rows = [*_world(), *_themes(), *_services(), *_systems()]
    known = {row.id: row for row in reversed(rows)}
    return tuple(sorted(known.values(), key=lambda row: _depth(row, known)))


def _world() -> Iterator[OzgConcept]:
    """Laws, principles, infrastructure, programmes, actors, and the kinds of facts."""
    for row in read("concepts.toml")["concept"]:
        yield OzgConcept(
            id=row["id"],
            label=row["label"],
            category=row["category"],
            description=row["description"],
            parent_id=row.get("parent"),
            aliases="; ".join(row.get("aliases", ())) or None,
            source=row.get("source", OWN),
        )


def _themes() -> Iterator[OzgConcept]:
    for theme in read("services.toml"):
        yield OzgConcept(
            id=theme,
            label=theme,
            category="Themenfeld",
            description=f"Themenfeld {theme} des OZG-Umsetzungskatalogs.",
            parent_id="OZG-Themenfeld",
            source="OZG-Umsetzungskatalog: 14 Themenfelder",
        )


def _services() -> Iterator[OzgConcept]:
    for theme, services in read("services.toml").items():
        for name, row in services.items():
            yield OzgConcept(
                id=name,
                label=name,
                category="Leistung",
                description=row["text"],
                parent_id=theme,
                aliases="; ".join(alias for alias in row["names"] if alias != name) or None,
                source=row.get("source", OWN),
                leika=row.get("leika"),
            )


def _systems() -> Iterator[OzgConcept]:
    """Named systems; a mention of one is of the concept `system` and has the name as its value."""
    systems = read("systems.toml")
    for name in (*systems["plain"], *systems["digital"]):
        yield OzgConcept(
            id=name,
            label=name,
            category="System",
            description=f"IT-System, Plattform oder Portal {name}.",
            parent_id="system",
            source=OWN,
        )


@cache
def categories() -> dict[str, str]:
    """The category of each concept."""
    return {row.id: row.category for row in concepts()}


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
        *(
            ([_service(alias) for alias in row["names"]], Form(concept=name, value=None, company="service"))
            for services in read("services.toml").values()
            for name, row in services.items()
        ),
    ]


def _service(alias: str) -> str:
    """A service's name with a small or capital first letter, broken by any blanks, and what it may grow by."""
    first, rest = alias[0], alias[1:]
    words = r"\s+".join(map(re.escape, rest.split(" ")))
    letter = f"[{first.lower()}{first.upper()}]" if first.isalpha() else re.escape(first)
    return f"{letter}{words}{COMPOUND}"
