"""Imports and what was refused or doubtful in them."""

from __future__ import annotations

from typing import Annotated, Literal

from db.records.columns import Column, table


@table("imports", title="Einlesevorgänge", description="Jeder Lauf des Einlesens mit seiner Bilanz.")
class Import:
    """One run of `ratslese import`; `finished_at` stays empty where it was interrupted."""

    id: Annotated[str, Column("Kennung", "Kennung des Laufs.")]
    started_at: Annotated[str, Column("Beginn", "Beginn des Laufs (UTC).")]
    finished_at: Annotated[str | None, Column("Ende", "Ende des Laufs (UTC); leer, wenn abgebrochen.")] = None
    inputs: Annotated[str, Column("Eingaben", "Was eingelesen werden sollte.")]
    taken: Annotated[int, Column("Neu", "Neu aufgenommene Dokumente.")] = 0
    unchanged: Annotated[int, Column("Unverändert", "Schon bekannte Dokumente.")] = 0
    replaced: Annotated[
        int, Column("Ersetzt", "Dokumente, die eine frühere Fassung ersetzten oder neu ausgewertet wurden.")
    ] = 0
    refused: Annotated[int, Column("Abgewiesen", "Nicht aufgenommene Dateien; Gründe unter „Hinweise“.")] = 0


@table(
    "issues", title="Hinweise", description="Was abgewiesen wurde oder zweifelhaft ist, und was zu tun ist."
)
class Issue:
    """A refusal (level `error`) or a doubt (level `warning`)."""

    id: Annotated[str, Column("Kennung", "Kennung des Hinweises.")]
    import_id: Annotated[
        str | None, Column("Lauf", "Der Lauf, in dem es auffiel.", references="imports", index=True)
    ] = None
    document_id: Annotated[
        str | None, Column("Dokument", "Das betroffene Dokument.", references="documents", index=True)
    ] = None
    address: Annotated[str, Column("Herkunft", "Pfad oder Adresse.", index=True)]
    stage: Annotated[
        Literal["fetch", "detect", "parse", "understand", "store"],
        Column("Stufe", "Wo es auffiel: fetch, detect, parse, understand, store.", facet=True),
    ]
    level: Annotated[
        Literal["error", "warning"],
        Column("Schwere", "error = abgewiesen, warning = zweifelhaft.", index=True, facet=True),
    ]
    message: Annotated[str, Column("Meldung", "Was los ist.")]
    advice: Annotated[str, Column("Was tun", "Was zu tun ist.")]
    start: Annotated[int | None, Column("Anfang", "Erstes Zeichen im Text, wo es eine Stelle gibt.")] = None
    end: Annotated[int | None, Column("Schluss", "Zeichen hinter dem letzten.")] = None
