"""Who voted how, where a text says it: factions, persons by name, and what candidates received."""

from __future__ import annotations

from typing import Annotated, Literal

from db.records.columns import Column, table
from db.records.council import ID
from db.records.documents import DOCUMENT, END, START
from db.records.findings import ITEM, PAGE, RULE

VoteOption = Literal["yes", "no", "abstain", "not_taking_part", "absent"]
DECISION = Column("Beschluss", "Die Abstimmung, zu der es gehört.", references="decisions", index=True)
TEXT = Column("Wortlaut", "Die Stelle, Zeichen für Zeichen wie im Text.")


@table(
    "votes",
    title="Einzelne Stimmen",
    description="Wie Fraktionen und namentlich genannte Mitglieder stimmten; nur, wo der Text es sagt.",
    label="text",
)
class Vote:
    """How a faction or a person voted; `person_id` is that of the named person."""

    id: Annotated[str, ID]
    document_id: Annotated[str, DOCUMENT]
    agenda_item_id: Annotated[str | None, ITEM] = None
    decision_id: Annotated[str, DECISION]
    organization: Annotated[
        str | None, Column("Fraktion", "Fraktion oder Gruppe, wie sie dasteht.", index=True, facet=True)
    ] = None
    person: Annotated[str | None, Column("Mitglied (Wortlaut)", "Der Name, wie er dasteht.")] = None
    person_id: Annotated[
        str | None, Column("Person", "Die genannte Person.", references="persons", index=True)
    ] = None
    option: Annotated[
        VoteOption,
        Column(
            "Stimme",
            "yes = Ja, no = Nein, abstain = Enthaltung, not_taking_part = anwesend, aber nicht beteiligt "
            "(Befangenheit), absent = abwesend.",
            index=True,
            facet=True,
        ),
    ]
    count: Annotated[int | None, Column("Zahl", "Zahl der Stimmen, wo sie dasteht.")] = None
    text: Annotated[str, TEXT]
    start: Annotated[int, START]
    end: Annotated[int, END]
    page: Annotated[int | None, PAGE] = None
    rule: Annotated[str, RULE]


@table(
    "candidacies",
    title="Wahlvorschläge",
    description="Wer bei einer Wahl wie viele Stimmen erhielt.",
    label="candidate",
)
class Candidacy:
    """What a candidate or a list received in an election; `count` is a number of votes."""

    id: Annotated[str, ID]
    document_id: Annotated[str, DOCUMENT]
    agenda_item_id: Annotated[str | None, ITEM] = None
    decision_id: Annotated[
        str | None,
        Column("Wahl", "Das Ergebnis der Wahl, wo es festgestellt ist.", references="decisions", index=True),
    ] = None
    candidate: Annotated[str, Column("Vorschlag", "Person oder Liste, wie sie dasteht.", index=True)]
    person_id: Annotated[
        str | None, Column("Person", "Die vorgeschlagene Person.", references="persons", index=True)
    ] = None
    count: Annotated[int, Column("Stimmen", "Zahl der Stimmen für den Vorschlag.")]
    text: Annotated[str, TEXT]
    start: Annotated[int, START]
    end: Annotated[int, END]
    page: Annotated[int | None, PAGE] = None
    rule: Annotated[str, RULE]
