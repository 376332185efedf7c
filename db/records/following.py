"""What goes before a decision and what follows from it: proposals, related papers, approvals, tasks, money."""

from __future__ import annotations

from typing import Annotated, Literal

from db.records.columns import Column, table
from db.records.council import ID
from db.records.documents import DOCUMENT, END, START
from db.records.findings import ITEM, PAGE, RULE

DECISION = Column("Beschluss", "Der Beschluss, in dem es steht.", references="decisions", index=True)
STATEMENT = Column("Äußerung", "Die Äußerung, in der es steht.", references="statements", index=True)
TEXT = Column("Wortlaut", "Die Stelle, Zeichen für Zeichen wie im Text.")

TaskKind = Literal["order", "request", "authorization", "promise", "review"]
ApprovalStatus = Literal["approved", "approved_with_changes", "objected"]
RelationKind = Literal["replaces", "revises", "supplements", "amends", "answers", "follows"]
AmountKind = Literal[
    "cost",
    "grant",
    "extra",
    "budget",
    "revenue",
    "saving",
    "fee",
    "price",
    "contract",
    "credit",
    "donation",
    "tax",
]


@table(
    "tasks",
    title="Aufträge und Zusagen",
    description="Wer womit bis wann beauftragt wurde oder was zusagte: die Grundlage der Beschlusskontrolle.",
    label="text",
)
class Task:
    """Somebody is charged with something, or promises it; `deadline` is the last day on which it is in time."""

    id: Annotated[str, ID]
    document_id: Annotated[str, DOCUMENT]
    agenda_item_id: Annotated[str | None, ITEM] = None
    decision_id: Annotated[str | None, DECISION] = None
    statement_id: Annotated[str | None, STATEMENT] = None
    kind: Annotated[
        TaskKind,
        Column(
            "Art",
            "order = Auftrag, request = Bitte, authorization = Ermächtigung, promise = Zusage, review = Prüfauftrag.",
            index=True,
            facet=True,
        ),
    ]
    charged: Annotated[
        str | None,
        Column("Wer", "Wer es tun soll oder zusagte, wie es dasteht (Die Verwaltung).", facet=True),
    ] = None
    task: Annotated[str, Column("Was", "Was zu tun ist, wie es dasteht.")]
    deadline: Annotated[
        str | None,
        Column("Frist", "Letzter Tag (2022-12-31), wo der Text einen bestimmt.", index=True),
    ] = None
    deadline_text: Annotated[
        str | None, Column("Frist (Wortlaut)", "Die Frist, wie sie dasteht (bis zur nächsten Sitzung).")
    ] = None
    text: Annotated[str, TEXT]
    start: Annotated[int, START]
    end: Annotated[int, END]
    page: Annotated[int | None, PAGE] = None
    rule: Annotated[str, RULE]
    double_of: Annotated[
        str | None,
        Column(
            "Doppelt zu",
            "Derselbe Auftrag in einem anderen Dokument derselben Sitzung; dort wird er gezählt.",
            references="tasks",
            index=True,
        ),
    ] = None


@table(
    "amounts",
    title="Geldbeträge",
    description="Beträge in Beschlüssen und Äußerungen mit Währung und Art.",
    label="text",
)
class Amount:
    """A sum of money; `cents` are hundredths of the currency's unit."""

    id: Annotated[str, ID]
    document_id: Annotated[str, DOCUMENT]
    agenda_item_id: Annotated[str | None, ITEM] = None
    decision_id: Annotated[str | None, DECISION] = None
    statement_id: Annotated[str | None, STATEMENT] = None
    cents: Annotated[
        int, Column("Betrag in Cent", "Der Betrag in Hundertsteln der Währung; 1,5 Mio. € = 150000000.")
    ]
    currency: Annotated[str, Column("Währung", "ISO 4217 (EUR, DEM, CHF).", facet=True)]
    kind: Annotated[
        AmountKind | None,
        Column(
            "Art",
            "cost = Kosten, grant = Zuschuss, extra = Mehrausgabe, budget = Ansatz, revenue = Einnahme, "
            "saving = Einsparung, fee = Gebühr oder Beitrag, price = Preis, contract = Auftragssumme, credit = Kredit, "
            "donation = Spende, tax = Steuer; leer, wo der Text keine nennt.",
            index=True,
            facet=True,
        ),
    ] = None
    kind_text: Annotated[str | None, Column("Art (Wortlaut)", "Das Wort, das die Art nennt.")] = None
    bound: Annotated[
        Literal["about", "at_most", "at_least"] | None,
        Column("Genauigkeit", "about = rund, at_most = höchstens, at_least = mindestens; leer = genau."),
    ] = None
    per: Annotated[str | None, Column("Je", "Wofür der Betrag jeweils gilt (m², Monat).")] = None
    text: Annotated[str, TEXT]
    start: Annotated[int, START]
    end: Annotated[int, END]
    page: Annotated[int | None, PAGE] = None
    rule: Annotated[str, RULE]
    double_of: Annotated[
        str | None,
        Column(
            "Doppelt zu",
            "Derselbe Betrag in einem anderen Dokument derselben Sitzung; dort wird er gezählt.",
            references="amounts",
            index=True,
        ),
    ] = None


@table(
    "approvals",
    title="Genehmigte Niederschriften",
    description="Wo die Niederschrift einer früheren Sitzung genehmigt oder berichtigt wurde.",
    label="text",
)
class Approval:
    """Later minutes approve, correct or object to those of an earlier meeting; `meeting_id` is the store's to set."""

    id: Annotated[str, ID]
    document_id: Annotated[str, DOCUMENT]
    agenda_item_id: Annotated[str | None, ITEM] = None
    decision_id: Annotated[
        str | None, Column("Beschluss", "Der Beschluss darüber.", references="decisions", index=True)
    ] = None
    date: Annotated[
        str | None, Column("Sitzungstag", "Tag der Sitzung, um deren Niederschrift es geht.", index=True)
    ] = None
    meeting_id: Annotated[
        str | None,
        Column(
            "Sitzung",
            "Die Sitzung, um deren Niederschrift es geht, wo sie bekannt ist.",
            references="meetings",
            index=True,
        ),
    ] = None
    part: Annotated[
        Literal["public", "non_public"] | None,
        Column("Teil", "public = öffentlicher, non_public = nichtöffentlicher Teil; leer = nicht gesagt."),
    ] = None
    status: Annotated[
        ApprovalStatus,
        Column(
            "Stand",
            "approved = genehmigt, approved_with_changes = mit Änderungen genehmigt, objected = beanstandet.",
            index=True,
            facet=True,
        ),
    ]
    text: Annotated[str, TEXT]
    start: Annotated[int, START]
    end: Annotated[int, END]
    page: Annotated[int | None, PAGE] = None
    rule: Annotated[str, RULE]


@table(
    "paper_relations",
    title="Vorlagen zu Vorlagen",
    description="Welche Vorlage eine andere ersetzt, überarbeitet, ergänzt, ändert oder beantwortet.",
)
class PaperRelation:
    """A paper that belongs to an earlier one, told by its number or in words."""

    id: Annotated[str, ID]
    document_id: Annotated[str, DOCUMENT]
    agenda_item_id: Annotated[str | None, ITEM] = None
    paper_id: Annotated[str, Column("Vorlage", "Die spätere Drucksache.", references="papers", index=True)]
    related_id: Annotated[
        str, Column("Zu Vorlage", "Die frühere Drucksache.", references="papers", index=True)
    ]
    kind: Annotated[
        RelationKind,
        Column(
            "Art",
            "replaces = ersetzt, revises = neue Fassung, supplements = ergänzt, amends = Änderungsantrag, "
            "answers = Antwort oder Stellungnahme, follows = Folgenummer derselben Vorlage (2022/0100/1).",
            index=True,
            facet=True,
        ),
    ]
    text: Annotated[str, TEXT]
    start: Annotated[int, START]
    end: Annotated[int, END]
    page: Annotated[int | None, PAGE] = None
    rule: Annotated[str, RULE]


@table(
    "proposals",
    title="Beschlussvorschläge",
    description="Was zur Beschlussfassung vorgeschlagen wurde, im Wortlaut.",
    label="text",
)
class Proposal:
    """The text that a council was asked to decide."""

    id: Annotated[str, ID]
    document_id: Annotated[str, DOCUMENT]
    agenda_item_id: Annotated[str | None, ITEM] = None
    paper_id: Annotated[
        str | None, Column("Vorlage", "Die Drucksache, die es vorschlägt.", references="papers", index=True)
    ] = None
    text: Annotated[str, TEXT]
    start: Annotated[int, START]
    end: Annotated[int, END]
    page: Annotated[int | None, PAGE] = None
    rule: Annotated[str, RULE]


@table(
    "comparisons",
    title="Vorschlag und Beschluss",
    description="Ob ein Beschluss seinem Vorschlag entspricht.",
    key=("decision_id", "proposal_id"),
)
class Comparison:
    """A decision held against what was proposed; made by the store when both are there.

    Offsets tell which part of the decision's document was compared.
    """

    decision_id: Annotated[
        str, Column("Beschluss", "Der verglichene Beschluss.", references="decisions", index=True)
    ]
    proposal_id: Annotated[
        str, Column("Vorschlag", "Der verglichene Beschlussvorschlag.", references="proposals", index=True)
    ]
    status: Annotated[
        Literal["unchanged", "amended", "different"],
        Column(
            "Vergleich",
            "unchanged = unverändert, amended = geändert, different = ein anderer Wortlaut.",
            facet=True,
        ),
    ]
    similarity: Annotated[float, Column("Ähnlichkeit", "Anteil gleicher Wörter, von 0 bis 1.")]
    start: Annotated[int, Column("Anfang", "Erstes verglichenes Zeichen im Dokument des Beschlusses.")]
    end: Annotated[int, Column("Schluss", "Zeichen hinter dem letzten.")]


@table(
    "amendments",
    title="Änderungen am Vorschlag",
    description="Welche Wörter des Vorschlags im Beschluss anders lauten.",
    key=("decision_id", "proposal_id", "position"),
)
class Amendment:
    """A place where a decision differs from its proposal, as half-open offsets into both documents' texts."""

    decision_id: Annotated[
        str, Column("Beschluss", "Der verglichene Beschluss.", references="decisions", index=True)
    ]
    proposal_id: Annotated[
        str, Column("Vorschlag", "Der verglichene Beschlussvorschlag.", references="proposals", index=True)
    ]
    position: Annotated[int, Column("Stelle", "Reihenfolge im Text, ab 1.")]
    kind: Annotated[
        Literal["insert", "delete", "replace"],
        Column("Art", "insert = eingefügt, delete = gestrichen, replace = ersetzt.", facet=True),
    ]
    proposal_start: Annotated[
        int, Column("Anfang im Vorschlag", "Erstes Zeichen im Dokument des Vorschlags.")
    ]
    proposal_end: Annotated[int, Column("Schluss im Vorschlag", "Zeichen hinter dem letzten.")]
    decision_start: Annotated[
        int, Column("Anfang im Beschluss", "Erstes Zeichen im Dokument des Beschlusses.")
    ]
    decision_end: Annotated[int, Column("Schluss im Beschluss", "Zeichen hinter dem letzten.")]
