"""What is found in a document's text; `substr(texts.text, start + 1, end - start)` is each row's `text`."""

from __future__ import annotations

from typing import Annotated, Literal

from db.records.columns import Column, table
from db.records.council import ID, OUTCOME_HELP, PERSON, Outcome
from db.records.documents import DOCUMENT, END, START

ITEM = Column("Tagesordnungspunkt", "Der Punkt, unter dem es steht.", references="agenda_items", index=True)
PAGE = Column("Seite", "Seite des Originals, auf der die Stelle beginnt.")
RULE = Column("Regel", "Nach welcher Regel die Stelle gefunden wurde.", index=True)
CONFIDENCE = Column("Sicherheit", "Wie sicher die Zuordnung ist, von 0 bis 1.")


@table(
    "statements",
    title="Äußerungen",
    description="Wer was sagte, Satz für Satz im Wortlaut der Niederschrift.",
    label="text",
)
class Statement:
    """A sentence that reports what somebody said."""

    id: Annotated[str, ID]
    document_id: Annotated[str, DOCUMENT]
    agenda_item_id: Annotated[str | None, ITEM] = None
    speaker: Annotated[
        str | None, Column("Sprecher (Wortlaut)", "Wie zuletzt geschrieben: Frau Harder, Der Vorsitzende.")
    ] = None
    speaker_name: Annotated[
        str | None,
        Column(
            "Sprecher",
            "Nachname oder Rolle; mehrere mit „; “; leer, wenn nicht sicher zu sagen.",
            index=True,
            facet=True,
        ),
    ] = None
    speaker_note: Annotated[
        Literal[
            "unsicher", "mehrere Personen dieses Namens", "nur die Rolle genannt", "keine Person", "privat"
        ]
        | None,
        Column(
            "Hinweis zum Sprecher",
            "Warum keine Person dabeisteht: unsicher = zu unsicher, wer sprach; nur die Rolle genannt = wer sie "
            "innehatte, steht nicht da; keine Person = Verwaltung, Fraktion oder andere Stelle; privat = Name wird "
            "nicht veröffentlicht.",
            index=True,
            facet=True,
        ),
    ] = None
    speaker_start: Annotated[
        int | None,
        Column("Sprecher ab", "Erstes Zeichen der Stelle, die den Sprecher zuletzt nannte, ab 0."),
    ] = None
    speaker_end: Annotated[int | None, Column("Sprecher bis", "Zeichen hinter dem letzten.")] = None
    addressee: Annotated[
        str | None,
        Column("Angesprochen", "Zu wem es gesagt wurde oder wessen Frage es beantwortet, wie geschrieben."),
    ] = None
    kind: Annotated[
        Literal["indirect", "continued", "direct"],
        Column(
            "Art", "indirect = berichtet, continued = fortgesetzt, direct = wörtlich.", index=True, facet=True
        ),
    ]
    cue: Annotated[str | None, Column("Redeverb", "Das Verb, das die Rede einleitet (erklärt).")] = None
    text: Annotated[str, Column("Wortlaut", "Die Stelle, Zeichen für Zeichen wie im Text.")]
    start: Annotated[int, START]
    end: Annotated[int, END]
    page: Annotated[int | None, PAGE] = None
    confidence: Annotated[float, CONFIDENCE]
    rule: Annotated[str, RULE]
    evidence: Annotated[
        str | None,
        Column(
            "Beleg", "Die Worte, auf denen die Regel beruht; leer, wo nur die Stellung im Text sie trägt."
        ),
    ] = None
    evidence_start: Annotated[
        int | None, Column("Beleg ab", "Erstes Zeichen im Text des Dokuments, ab 0.")
    ] = None
    evidence_end: Annotated[int | None, Column("Beleg bis", "Zeichen hinter dem letzten.")] = None
    double_of: Annotated[
        str | None,
        Column(
            "Doppelt zu",
            "Dieselbe Äußerung in einem anderen Dokument derselben Sitzung; dort wird sie gezählt.",
            references="statements",
            index=True,
        ),
    ] = None
    speaker_function: Annotated[
        str | None,
        Column("Funktion", "Amt oder Funktion des Sprechers, wie das Dokument sie mit dem Namen nennt."),
    ] = None


@table(
    "statement_speakers",
    title="Sprecher der Äußerungen",
    description="Welche Personen eine Äußerung taten.",
    key=("statement_id", "person_id"),
)
class StatementSpeaker:
    """A person who made a statement; `position` counts from 1 in the order of the text."""

    statement_id: Annotated[str, Column("Äußerung", "Die Äußerung.", references="statements", index=True)]
    person_id: Annotated[str, PERSON]
    position: Annotated[int, Column("Stelle", "Reihenfolge im Text, ab 1.")]
    role: Annotated[
        str | None, Column("Amt", "Amt oder Rolle an diesem Tag, wie das Dokument sie nennt.", facet=True)
    ] = None
    on_behalf_of: Annotated[
        str | None, Column("Fraktion", "Fraktion an diesem Tag, wie das Dokument sie nennt.", facet=True)
    ] = None


@table(
    "statement_addressees",
    title="Angesprochene",
    description="An welche Personen sich eine Äußerung richtete.",
    key=("statement_id", "person_id"),
)
class StatementAddressee:
    """A person to whom a statement was made; `position` counts from 1 in the order of the text."""

    statement_id: Annotated[str, Column("Äußerung", "Die Äußerung.", references="statements", index=True)]
    person_id: Annotated[str, PERSON]
    position: Annotated[int, Column("Stelle", "Reihenfolge im Text, ab 1.")]


@table("decisions", title="Beschlüsse", description="Einzelne Abstimmungen und Ergebnisse.", label="text")
class Decision:
    """A single vote or result."""

    id: Annotated[str, ID]
    document_id: Annotated[str, DOCUMENT]
    agenda_item_id: Annotated[str | None, ITEM] = None
    outcome: Annotated[Outcome, Column("Ergebnis", f"{OUTCOME_HELP}.", index=True, facet=True)]
    unanimous: Annotated[
        bool | None,
        Column("Einstimmig", "1, wo es dasteht; 0 bei Gegenstimmen; sonst leer.", index=True, facet=True),
    ] = None
    votes_yes: Annotated[int | None, Column("Ja", "Zahl der Ja-Stimmen, wo sie dasteht.")] = None
    votes_no: Annotated[int | None, Column("Nein", "Zahl der Nein-Stimmen, wo sie dasteht.")] = None
    votes_abstain: Annotated[int | None, Column("Enthaltungen", "Zahl der Enthaltungen, wo sie dasteht.")] = (
        None
    )
    votes_not_taking_part: Annotated[
        int | None,
        Column("Befangen", "Zahl derer, die da waren und nicht abstimmten (Befangenheit), wo sie dasteht."),
    ] = None
    votes_absent: Annotated[
        int | None, Column("Abwesend", "Zahl derer, die bei der Abstimmung fehlten, wo sie dasteht.")
    ] = None
    votes_invalid: Annotated[
        int | None, Column("Ungültig", "Zahl der ungültigen Stimmen, wo sie dasteht.")
    ] = None
    majority: Annotated[
        str | None,
        Column("Mehrheit (Wortlaut)", "Mit welcher Mehrheit, wie es dasteht (Zwei-Drittel-Mehrheit)."),
    ] = None
    secret: Annotated[
        bool | None, Column("Geheim", "1 bei geheimer, 0 bei ausdrücklich offener Abstimmung; sonst leer.")
    ] = None
    result: Annotated[
        str | None, Column("Ergebnis (Wortlaut)", "Die Worte, die das Ergebnis nennen, wie sie dastehen.")
    ] = None
    text: Annotated[
        str, Column("Wortlaut", "Die Stelle, die das Ergebnis nennt, mit dem Beschlusstext davor.")
    ]
    start: Annotated[int, START]
    end: Annotated[int, END]
    page: Annotated[int | None, PAGE] = None
    resolution_start: Annotated[
        int | None,
        Column("Anfang des Beschlusstextes", "Erstes Zeichen dessen, was beschlossen wurde, wo es dasteht."),
    ] = None
    resolution_end: Annotated[
        int | None, Column("Schluss des Beschlusstextes", "Zeichen hinter dem letzten.")
    ] = None
    confidence: Annotated[float, CONFIDENCE]
    rule: Annotated[str, RULE]
    double_of: Annotated[
        str | None,
        Column(
            "Doppelt zu",
            "Derselbe Beschluss, an anderer Stelle oder in einem anderen Dokument der Sitzung; dort wird er gezählt.",
            references="decisions",
            index=True,
        ),
    ] = None


@table(
    "citations",
    title="Fundstellen",
    description="Zitierte Vorlagen, Gesetze und Satzungen.",
    label="normalized",
)
class Citation:
    """A paper or law that is cited; `target_id` is the paper's id, `law_id` the law's."""

    id: Annotated[str, ID]
    document_id: Annotated[str, DOCUMENT]
    agenda_item_id: Annotated[str | None, ITEM] = None
    kind: Annotated[
        Literal["paper", "law", "statute"],
        Column("Art", "paper = Vorlage, law = Gesetz, statute = Satzung.", index=True, facet=True),
    ]
    text: Annotated[str, Column("Wortlaut", "Die Stelle, wie sie im Text steht.")]
    normalized: Annotated[str, Column("Zitat", "In einheitlicher Form (§ 34 Abs. 1 GemO).", index=True)]
    target_id: Annotated[
        str | None, Column("Vorlage", "Die zitierte Drucksache.", references="papers", index=True)
    ] = None
    law_id: Annotated[
        str | None,
        Column("Gesetz", "Das zitierte Gesetz oder die Satzung.", references="laws", index=True, facet=True),
    ] = None
    start: Annotated[int, START]
    end: Annotated[int, END]
    page: Annotated[int | None, PAGE] = None
    rule: Annotated[str, RULE]


@table(
    "ozg_concepts",
    title="OZG-Begriffe",
    description="Begriffe rund um das Onlinezugangsgesetz.",
    label="label",
)
class OzgConcept:
    """A concept of the Onlinezugangsgesetz world, from the catalogue."""

    id: Annotated[str, Column("Kennung", "Kurzname des Begriffs (OZG, EfA, deadline).")]
    label: Annotated[str, Column("Bezeichnung", "Deutsche Bezeichnung.")]
    category: Annotated[str, Column("Bereich", "Gesetz, Prinzip, Infrastruktur, Fakt, System …", facet=True)]
    description: Annotated[str, Column("Erläuterung", "Was gemeint ist.")]
    parent_id: Annotated[
        str | None, Column("Oberbegriff", "Der weitere Begriff.", references="ozg_concepts")
    ] = None
    aliases: Annotated[
        str | None, Column("Auch", "Andere Namen, wie Kommunen sie schreiben, mit „; “ getrennt.")
    ] = None
    source: Annotated[str | None, Column("Quelle", "Wo der Begriff festgelegt ist oder woher er stammt.")] = (
        None
    )
    leika: Annotated[
        str | None,
        Column("LeiKa-Schlüssel", "Schlüssel im Leistungskatalog, nur wo eine Quelle ihn nennt."),
    ] = None


@table(
    "ozg_mentions",
    title="OZG-Erwähnungen",
    description="Wo das Onlinezugangsgesetz und seine Begriffe, Fristen und Zahlen vorkommen.",
    label="text",
)
class OzgMention:
    """A mention of an OZG concept, or a fact about it with its value."""

    id: Annotated[str, ID]
    document_id: Annotated[str, DOCUMENT]
    agenda_item_id: Annotated[str | None, ITEM] = None
    statement_id: Annotated[
        str | None, Column("Äußerung", "Die Äußerung, in der es steht.", references="statements", index=True)
    ] = None
    concept_id: Annotated[
        str,
        Column(
            "Begriff",
            "Der Begriff oder die Art des Fakts.",
            references="ozg_concepts",
            index=True,
            facet=True,
        ),
    ]
    value: Annotated[str | None, Column("Wert", "Frist (2022-12-31), Zahl (39), Name (enaio) …")] = None
    text: Annotated[str, Column("Wortlaut", "Die Stelle, wie sie im Text steht.")]
    start: Annotated[int, START]
    end: Annotated[int, END]
    page: Annotated[int | None, PAGE] = None
    rule: Annotated[str, RULE]
