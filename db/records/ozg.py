"""What is said about the implementation of the Onlinezugangsgesetz, as facts: by whom, when, about what."""

from __future__ import annotations

from typing import Annotated, Literal

from db.records.columns import Column, table
from db.records.council import ID
from db.records.documents import DOCUMENT, END, START
from db.records.findings import ITEM, PAGE, RULE

FactKind = Literal[
    "deadline", "count", "status", "priority", "money", "responsible", "begin", "end", "cooperation"
]
Stance = Literal["reported", "announced", "demanded"]
StatedAs = Literal["speaker", "quoted", "author", "applicant"]


@table(
    "ozg_related",
    title="Leistungen und Akteure",
    description="Wo Verwaltungsleistungen, IT-Dienstleister und andere Akteure im Zusammenhang mit dem OZG oder der "
    "digitalen Verwaltung genannt sind; Gesetz, Prinzipien und Infrastruktur stehen unter den OZG-Erwähnungen.",
    label="text",
)
class OzgRelated:
    """A service or actor of the catalogue, named in the company of the OZG or of digital administration."""

    id: Annotated[str, ID]
    document_id: Annotated[str, DOCUMENT]
    agenda_item_id: Annotated[str | None, ITEM] = None
    statement_id: Annotated[
        str | None, Column("Äußerung", "Die Äußerung, in der es steht.", references="statements", index=True)
    ] = None
    concept_id: Annotated[
        str,
        Column("Begriff", "Die Leistung oder der Akteur.", references="ozg_concepts", index=True, facet=True),
    ]
    text: Annotated[str, Column("Wortlaut", "Die Stelle, wie sie im Text steht.")]
    start: Annotated[int, START]
    end: Annotated[int, END]
    page: Annotated[int | None, PAGE] = None
    rule: Annotated[str, RULE]


@table(
    "ozg_facts",
    title="OZG-Angaben",
    description="Fristen, Zahlen, Stände, Zuständigkeiten und Zusammenarbeit beim OZG: wer es wann angab und wozu.",
    label="text",
)
class OzgFact:
    """A fact about the OZG's implementation; `sentence_start` and `sentence_end` are the sentence it stands in."""

    id: Annotated[str, ID]
    document_id: Annotated[str, DOCUMENT]
    agenda_item_id: Annotated[str | None, ITEM] = None
    statement_id: Annotated[
        str | None, Column("Äußerung", "Die Äußerung, in der es steht.", references="statements", index=True)
    ] = None
    kind: Annotated[
        FactKind,
        Column(
            "Art",
            "deadline = Frist, count = Zahl, status = Stand, priority = Priorität, money = Geld, responsible = "
            "zuständig, begin = Beginn, end = Ende, cooperation = Zusammenarbeit.",
            index=True,
            facet=True,
        ),
    ]
    value: Annotated[
        str | None,
        Column(
            "Wert",
            "Tag, Monat oder Jahr; Zahl; Betrag; Stand (zurückgestellt, in Planung, offen, in Bearbeitung, "
            "abgeschlossen); Priorität; Amt; Partner.",
            index=True,
        ),
    ] = None
    unit: Annotated[str | None, Column("Wovon", "Was gezählt wird (Dienstleistungen, Aufgaben).")] = None
    concept_id: Annotated[
        str | None,
        Column(
            "Worüber", "Die Leistung oder der Begriff, um den es geht.", references="ozg_concepts", index=True
        ),
    ] = None
    stance: Annotated[
        Stance,
        Column(
            "Aussage",
            "reported = berichtet, announced = angekündigt oder vorgeschrieben, demanded = gefordert.",
            index=True,
            facet=True,
        ),
    ]
    stated_by: Annotated[
        str | None,
        Column(
            "Angegeben von", "Wer es sagte oder schrieb; leer, wo es nicht dasteht.", index=True, facet=True
        ),
    ] = None
    stated_as: Annotated[
        StatedAs | None,
        Column(
            "Als",
            "speaker = in der Sitzung, quoted = zitiert, author = im eigenen Dokument, applicant = im Antrag.",
        ),
    ] = None
    stated_on: Annotated[
        str | None, Column("Angegeben am", "Tag der Sitzung oder des Dokuments.", index=True)
    ] = None
    text: Annotated[str, Column("Wortlaut", "Die Stelle, wie sie im Text steht.")]
    start: Annotated[int, START]
    end: Annotated[int, END]
    sentence_start: Annotated[int, Column("Satzanfang", "Erstes Zeichen des Satzes im Text, ab 0.")]
    sentence_end: Annotated[int, Column("Satzschluss", "Zeichen hinter dem Satz.")]
    page: Annotated[int | None, PAGE] = None
    rule: Annotated[str, RULE]
