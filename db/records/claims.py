"""What each document tells of the things that several documents tell of."""

from __future__ import annotations

from typing import Annotated

from db.records.columns import Column, table
from db.records.documents import DOCUMENT


@table(
    "claims",
    title="Angaben",
    description="Was jedes Dokument über Kommunen, Sitzungen, Punkte und Personen angibt, ehe es verbunden wird.",
    key=("table_name", "row_id", "document_id"),
    published=False,
)
class Claim:
    """One document's version of a shared row; `db.merge` makes the row out of all claims to it."""

    table_name: Annotated[str, Column("Tabelle", "Die Tabelle, in der die verbundene Zeile steht.")]
    row_id: Annotated[
        str, Column("Zeile", "Kennung der Zeile; bei mehreren Schlüsselspalten eine JSON-Liste ihrer Werte.")
    ]
    document_id: Annotated[str, DOCUMENT]
    rank: Annotated[
        int,
        Column("Rang", "Vorrang der Angabe: 0 = Niederschrift, 1 = Auszug, 2 = Tagesordnung, 3 = anderes."),
    ]
    record: Annotated[str, Column("Angabe", "Die angegebenen Werte als JSON-Objekt, ohne leere.")]
