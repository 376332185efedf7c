"""Laws and local statutes that are cited."""

from __future__ import annotations

from typing import Annotated, Literal

from db.records.columns import Column, table
from db.records.council import BODY, ID

LawKind = Literal["federal", "state", "european", "contract", "local", "other"]


@table(
    "laws",
    title="Gesetze und Satzungen",
    description="Gesetze, Verordnungen und Ortsrecht, auf die sich Dokumente berufen.",
    label="short",
    shared=True,
)
class Law:
    """A law by its usual short form, or a municipality's own statute; each citation of it leads here."""

    id: Annotated[str, ID]
    body_id: Annotated[str | None, BODY] = None
    short: Annotated[str, Column("Kurz", "Die übliche Abkürzung (BauGB) oder der Name der Satzung.")]
    name: Annotated[str | None, Column("Name", "Der ausgeschriebene Name, wo er bekannt ist.")] = None
    kind: Annotated[
        LawKind,
        Column(
            "Art",
            "federal = Bund, state = Land, european = Europäische Union, contract = Tarif- und Vertragswerke, "
            "local = Ortsrecht, other = nicht bekannt.",
            facet=True,
        ),
    ]
