"""Documents: where they came from, their text and the pages of the original."""

from __future__ import annotations

from typing import Annotated, Literal

from db.records.columns import Column, table
from db.records.council import BODY, MEETING

DocumentKind = Literal[
    "minutes",
    "excerpt",
    "agenda",
    "paper",
    "motion",
    "press",
    "calendar",
    "organization",
    "person",
    "unknown",
]

DOCUMENT = Column("Dokument", "Das Dokument, in dem es steht.", references="documents", index=True)
START = Column("Anfang", "Erstes Zeichen im Text des Dokuments, ab 0.")
END = Column("Schluss", "Zeichen hinter dem letzten.")


@table(
    "documents",
    title="Dokumente",
    description="Eingelesene Niederschriften, Auszüge, Vorlagen.",
    label="title",
)
class Document:
    """An original, known by the hash of its bytes."""

    id: Annotated[str, Column("Kennung", "SHA-256 der Bytes des Originals.")]
    path: Annotated[str, Column("Herkunft", "Dateiname oder Adresse, von der es zuletzt kam.")]
    media_type: Annotated[str, Column("Medientyp", "MIME-Typ, am Inhalt erkannt.")]
    kind: Annotated[
        DocumentKind,
        Column(
            "Art",
            "minutes = Niederschrift, excerpt = Auszug, agenda = Tagesordnung, paper = Vorlage, motion = Antrag, "
            "press = Pressemitteilung.",
            index=True,
            facet=True,
        ),
    ]
    product: Annotated[
        str, Column("Produkt", "Ratsinformationssystem oder Dateiform.", index=True, facet=True)
    ]
    version: Annotated[
        str | None, Column("Produktversion", "Version des Ratsinformationssystems, wo die Seite sie nennt.")
    ] = None
    evidence: Annotated[str | None, Column("Erkannt an", "Was im Dokument zeigt, was es ist.")] = None
    layout_fit: Annotated[
        float | None,
        Column("Aufbau erkannt", "Anteil der erwarteten Seitenelemente, die gefunden wurden (0 bis 1)."),
    ] = None
    title: Annotated[str | None, Column("Titel", "Überschrift des Dokuments.")] = None
    date: Annotated[str | None, Column("Datum", "Tag der Sitzung oder des Dokuments.", index=True)] = None
    body_id: Annotated[str | None, BODY] = None
    meeting_id: Annotated[str | None, MEETING] = None
    page_count: Annotated[int | None, Column("Seiten", "Zahl der Seiten, wo das Original Seiten hat.")] = None
    replaces: Annotated[
        str | None,
        Column("Ersetzt", "Die frühere Fassung von derselben Adresse.", references="documents", index=True),
    ] = None
    approval: Annotated[
        Literal["approved", "approved_with_changes", "objected"] | None,
        Column(
            "Genehmigung",
            "Was eine spätere Sitzung zu dieser Niederschrift sagte: approved = genehmigt, approved_with_changes = mit "
            "Änderungen genehmigt, objected = beanstandet; leer, wo keine eingelesene Sitzung davon spricht.",
            facet=True,
        ),
    ] = None
    current: Annotated[
        bool, Column("Gültig", "1 = gültige Fassung, 0 = ersetzt; nur gültige Fassungen haben Auswertungen.")
    ] = True
    public: Annotated[
        bool, Column("Öffentlich", "0 = nichtöffentliches Dokument; es wird nicht veröffentlicht.")
    ] = True


@table(
    "document_sources",
    title="Fundstellen der Dokumente",
    description="Alle Adressen, unter denen die Bytes eines Dokuments gefunden wurden.",
    key=("document_id", "address"),
)
class DocumentSource:
    """Where a document's bytes were found; `current` tells whether the address still brings them."""

    document_id: Annotated[str, DOCUMENT]
    address: Annotated[str, Column("Adresse", "Pfad oder URL.", index=True)]
    retrieved_at: Annotated[str, Column("Abgerufen", "Zeitpunkt des Abrufs (UTC).")]
    current: Annotated[bool, Column("Gültig", "1, solange die Adresse diese Bytes liefert.")] = True
    found_at: Annotated[
        str | None,
        Column("Zuerst gefunden", "Zeitpunkt, zu dem die Adresse diese Bytes zum ersten Mal lieferte (UTC)."),
    ] = None


@table(
    "texts", title="Texte", description="Der gelesene Text, in den alle Stellen zeigen.", key=("document_id",)
)
class Text:
    """The cleaned reading of a document, into which all offsets point."""

    document_id: Annotated[str, DOCUMENT]
    text: Annotated[
        str,
        Column("Text", "Bereinigter Text: Trennungen verbunden, Kopfzeilen und Seitenzahlen entfernt."),
    ]


@table(
    "pages",
    title="Seiten",
    description="Welche Zeichen des Textes auf welcher Seite des Originals stehen.",
    key=("document_id", "number"),
)
class Page:
    """A page of the original as a half-open range of the text."""

    document_id: Annotated[str, DOCUMENT]
    number: Annotated[int, Column("Seite", "Seite des Originals, ab 1.")]
    start: Annotated[int, START]
    end: Annotated[int, END]


@table(
    "document_organizations",
    title="Beteiligte Organisationen",
    description="Organisationen, die ein Dokument tragen oder in ihm vorkommen.",
    key=("document_id", "organization_id", "role"),
)
class DocumentOrganization:
    """An organisation that issued a document, applied for something in it or is named in it."""

    document_id: Annotated[str, DOCUMENT]
    organization_id: Annotated[
        str, Column("Organisation", "Die Organisation.", references="organizations", index=True)
    ]
    role: Annotated[
        Literal["issuer", "applicant", "named"],
        Column("Rolle", "issuer = Herausgeber, applicant = Antragsteller, named = genannt.", facet=True),
    ]
