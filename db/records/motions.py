"""What motions and press releases hold beside their text: demands, applicants, quoted persons."""

from __future__ import annotations

from typing import Annotated, Literal

from db.records.columns import Column, table
from db.records.council import ID, PERSON
from db.records.documents import DOCUMENT, END, START
from db.records.findings import ITEM, PAGE, RULE


@table(
    "demands",
    title="Forderungen",
    description="Was ein Antrag fordert, Punkt für Punkt.",
    label="text",
)
class Demand:
    """A point of a motion; `position` counts from 1, `number` is as written."""

    id: Annotated[str, ID]
    document_id: Annotated[str, DOCUMENT]
    agenda_item_id: Annotated[str | None, ITEM] = None
    position: Annotated[int, Column("Stelle", "Reihenfolge im Antrag, ab 1.")]
    number: Annotated[str | None, Column("Nummer", "Nummer des Punktes, wie sie dasteht.")] = None
    addressee: Annotated[
        str | None, Column("An", "Wer handeln soll (Verwaltung), wo es dasteht.", facet=True)
    ] = None
    text: Annotated[str, Column("Wortlaut", "Die Forderung, Zeichen für Zeichen wie im Text.")]
    start: Annotated[int, START]
    end: Annotated[int, END]
    page: Annotated[int | None, PAGE] = None
    rule: Annotated[str, RULE]


@table(
    "document_persons",
    title="Beteiligte Personen",
    description="Personen, die einen Antrag stellen oder in einer Pressemitteilung zu Wort kommen.",
    key=("document_id", "person_id", "role"),
)
class DocumentPerson:
    """A person who applies for something in a document or is quoted in it."""

    document_id: Annotated[str, DOCUMENT]
    person_id: Annotated[str, PERSON]
    role: Annotated[
        Literal["applicant", "quoted"],
        Column("Rolle", "applicant = stellt den Antrag, quoted = wird zitiert.", facet=True),
    ]
    function: Annotated[str | None, Column("Funktion", "Amt oder Funktion, wie das Dokument sie nennt.")] = (
        None
    )
