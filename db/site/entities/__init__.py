"""A page for each thing that has an address of its own: what it holds is what its JSON holds."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from datasette.database import Database

from db.site.entities import (
    agenda_item,
    body,
    decision,
    law,
    meeting,
    organization,
    paper,
    person,
    statement,
)

Loaded = dict[str, Any] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A kind of page at `/<name>/<id>` for the rows of `table`, read by `load`; None where there is no such row."""

    name: str
    table: str
    load: Callable[[Database, str], Awaitable[Loaded]]

    @property
    def template(self) -> str:
        """The template that shows what was loaded."""
        return f"{self.name}.html"


ENTITIES = (
    Entity(name="kommune", table="bodies", load=body.load),
    Entity(name="gremium", table="organizations", load=organization.load),
    Entity(name="sitzung", table="meetings", load=meeting.load),
    Entity(name="punkt", table="agenda_items", load=agenda_item.load),
    Entity(name="vorlage", table="papers", load=paper.load),
    Entity(name="person", table="persons", load=person.load),
    Entity(name="aeusserung", table="statements", load=statement.load),
    Entity(name="beschluss", table="decisions", load=decision.load),
    Entity(name="gesetz", table="laws", load=law.load),
)

BY_NAME = {entity.name: entity for entity in ENTITIES}

PAGES = {entity.table: entity.name for entity in ENTITIES}
"""The name of the page on which a row of a table is shown."""
