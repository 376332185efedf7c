"""Councils and what they deal with, in OParl's vocabulary; every table here may be told of by several documents."""

from __future__ import annotations

from typing import Annotated, Literal

from db.records.columns import Column, table

Outcome = Literal[
    "accepted",
    "accepted_amended",
    "rejected",
    "noted",
    "deferred",
    "referred",
    "withdrawn",
    "settled",
    "none",
    "unknown",
]

OUTCOME_HELP = (
    "accepted = angenommen, accepted_amended = geändert angenommen, rejected = abgelehnt, noted = zur Kenntnis "
    "genommen, deferred = vertagt, referred = verwiesen, withdrawn = zurückgezogen oder abgesetzt, settled = erledigt, "
    "none = offen oder nur beraten, unknown = Wortlaut nicht gedeutet"
)

ID = Column("Kennung", "Dauerhafte Kennung der Zeile; sie bleibt bei einer erneuten Auswertung gleich.")
BODY = Column("Kommune", "Die Gemeinde, Stadt oder der Kreis.", references="bodies", index=True, facet=True)
MEETING = Column("Sitzung", "Die Sitzung, zu der die Zeile gehört.", references="meetings", index=True)
PERSON = Column("Person", "Die Person, um die es geht.", references="persons", index=True)


@table(
    "bodies",
    title="Kommunen",
    description="Gemeinden, Städte, Kreise und Bezirke.",
    label="name",
    shared=True,
)
class Body:
    """A municipality, district or other territorial body (OParl: Body)."""

    id: Annotated[str, ID]
    name: Annotated[str, Column("Name", "Name der Kommune, wie ihn ihre Dokumente nennen.")]
    ags: Annotated[str | None, Column("AGS", "Amtlicher Gemeindeschlüssel, wo ein Dokument ihn nennt.")] = (
        None
    )
    product: Annotated[
        str | None, Column("Produkt", "Ratsinformationssystem, aus dem die Dokumente stammen.", facet=True)
    ] = None
    url: Annotated[str | None, Column("Adresse", "Adresse des Ratsinformationssystems.")] = None


@table(
    "organizations",
    title="Gremien und Organisationen",
    description="Räte, Ausschüsse, Fraktionen, Ämter und andere Organisationen.",
    label="name",
    shared=True,
)
class Organization:
    """A council, committee, faction, office or company (OParl: Organization)."""

    id: Annotated[str, ID]
    body_id: Annotated[str | None, BODY] = None
    name: Annotated[str, Column("Name", "Name des Gremiums oder der Organisation.")]
    classification: Annotated[
        str | None, Column("Art", "Rat, Ausschuss, Fraktion, Amt, Unternehmen …", facet=True)
    ] = None


@table("meetings", title="Sitzungen", description="Sitzungen der Gremien.", label="name", shared=True)
class Meeting:
    """A meeting of an organisation (OParl: Meeting)."""

    id: Annotated[str, ID]
    body_id: Annotated[str | None, BODY] = None
    organization_id: Annotated[
        str | None,
        Column("Gremium", "Das Gremium, das tagte.", references="organizations", index=True, facet=True),
    ] = None
    name: Annotated[
        str | None, Column("Name", "Bezeichnung der Sitzung, z. B. „41. Sitzung des Stadtrates“.")
    ] = None
    start: Annotated[
        str | None,
        Column("Beginn", "Tag oder Tag und Uhrzeit des Beginns (2021-10-28T18:00, Ortszeit).", index=True),
    ] = None
    end: Annotated[str | None, Column("Ende", "Tag und Uhrzeit des Endes (Ortszeit).")] = None
    room: Annotated[str | None, Column("Raum", "Raum der Sitzung.")] = None
    location: Annotated[str | None, Column("Ort", "Gebäude und Anschrift.")] = None
    cancelled: Annotated[bool | None, Column("Entfallen", "1, wenn die Sitzung ausfiel.")] = None
    withdrawn: Annotated[
        bool | None,
        Column("Verschwunden", "1, wenn das Ratsinformationssystem die Sitzung nicht mehr zeigt."),
    ] = None


@table(
    "agenda_items",
    title="Tagesordnungspunkte",
    description="Punkte der Tagesordnungen mit ihrem Ergebnis.",
    label="title",
    shared=True,
)
class AgendaItem:
    """An item of a meeting's agenda (OParl: AgendaItem); `text[start:end]` of its document carries its minutes."""

    id: Annotated[str, ID]
    meeting_id: Annotated[str | None, MEETING] = None
    document_id: Annotated[
        str | None,
        Column(
            "Dokument",
            "Das Dokument, das die Niederschrift des Punktes trägt.",
            references="documents",
            index=True,
        ),
    ] = None
    number: Annotated[str | None, Column("Nummer", "Nummer, wie das Dokument sie zeigt (Ö 3.2).")] = None
    position: Annotated[int | None, Column("Stelle", "Stelle in der Tagesordnung, ab 1.")] = None
    title: Annotated[str | None, Column("Titel", "Betreff des Punktes.")] = None
    public: Annotated[
        bool, Column("Öffentlich", "1 = öffentlich beraten, 0 = nichtöffentlich.", facet=True)
    ] = True
    result: Annotated[
        str | None, Column("Ergebnis (Wortlaut)", "Das Ergebnis, wie das Dokument es nennt.")
    ] = None
    outcome: Annotated[
        Outcome | None,
        Column("Ergebnis", f"Das letzte Wort zum Punkt: {OUTCOME_HELP}.", index=True, facet=True),
    ] = None
    start: Annotated[int | None, Column("Anfang", "Erstes Zeichen im Text des Dokuments, ab 0.")] = None
    end: Annotated[int | None, Column("Schluss", "Zeichen hinter dem letzten.")] = None


@table(
    "papers",
    title="Vorlagen und Anträge",
    description="Drucksachen: Vorlagen, Anträge, Anfragen, Berichte.",
    label="reference",
    shared=True,
)
class Paper:
    """A paper (OParl: Paper)."""

    id: Annotated[str, ID]
    body_id: Annotated[str | None, BODY] = None
    reference: Annotated[
        str | None, Column("Nummer", "Nummer der Drucksache, wie sie dort steht (DrS/2021/241).")
    ]
    name: Annotated[str | None, Column("Betreff", "Titel der Drucksache.")] = None
    paper_type: Annotated[str | None, Column("Art", "Beschlussvorlage, Antrag, Bericht …", facet=True)] = None
    date: Annotated[str | None, Column("Datum", "Datum der Drucksache.")] = None
    originator: Annotated[str | None, Column("Urheber", "Wer sie eingebracht oder verfasst hat.")] = None


@table(
    "files",
    title="Dateien",
    description="Dateien, die ein Ratsinformationssystem zu Sitzungen, Punkten und Vorlagen anbietet.",
    label="name",
    shared=True,
)
class File:
    """A file that a council information system offers (OParl: File)."""

    id: Annotated[str, ID]
    body_id: Annotated[str | None, BODY] = None
    meeting_id: Annotated[str | None, MEETING] = None
    agenda_item_id: Annotated[
        str | None,
        Column("Tagesordnungspunkt", "Der Punkt, bei dem sie liegt.", references="agenda_items", index=True),
    ] = None
    paper_id: Annotated[
        str | None, Column("Vorlage", "Die Drucksache, zu der sie gehört.", references="papers", index=True)
    ] = None
    name: Annotated[str | None, Column("Name", "Bezeichnung der Datei, wie das System sie zeigt.")] = None
    kind: Annotated[
        Literal["minutes", "invitation", "agenda", "notice", "paper", "attachment", "result", "other"] | None,
        Column(
            "Art",
            "minutes = Niederschrift, invitation = Einladung, agenda = Tagesordnung, notice = Bekanntmachung, "
            "paper = Vorlage, attachment = Anlage, result = Abstimmungsergebnis, other = anderes.",
            index=True,
            facet=True,
        ),
    ] = None
    media_type: Annotated[str | None, Column("Medientyp", "MIME-Typ, wo das System ihn nennt.")] = None
    url: Annotated[
        str | None,
        Column(
            "Adresse",
            "Adresse der Datei; aus einzeln eingelesenen Seiten so, wie sie dort steht.",
            index=True,
        ),
    ] = None


@table(
    "consultations",
    title="Beratungsfolge",
    description="Wann und wo eine Vorlage beraten wurde.",
    shared=True,
)
class Consultation:
    """A paper on an agenda (OParl: Consultation); a paper's own page often tells the meeting without the item."""

    id: Annotated[str, ID]
    paper_id: Annotated[str, Column("Vorlage", "Die beratene Drucksache.", references="papers", index=True)]
    agenda_item_id: Annotated[
        str | None,
        Column(
            "Tagesordnungspunkt",
            "Der Punkt, unter dem sie stand, wo ein Dokument ihn nennt.",
            references="agenda_items",
            index=True,
        ),
    ] = None
    meeting_id: Annotated[str | None, MEETING] = None
    role: Annotated[str | None, Column("Rolle", "Vorberatung, Entscheidung, Kenntnisnahme …")] = None
    result: Annotated[
        str | None, Column("Ergebnis (Wortlaut)", "Das Ergebnis, wie das Dokument es nennt.")
    ] = None
    outcome: Annotated[Outcome | None, Column("Ergebnis", f"Ergebnis der Beratung: {OUTCOME_HELP}.")] = None


@table(
    "persons",
    title="Personen",
    description="Ratsmitglieder, Verwaltung und andere, die in den Protokollen vorkommen.",
    label="name",
    shared=True,
)
class Person:
    """Somebody who speaks, attends or is named (OParl: Person)."""

    id: Annotated[str, ID]
    body_id: Annotated[str | None, BODY] = None
    name: Annotated[str, Column("Name", "Voller Name, soweit bekannt, ohne Anrede.")]
    family_name: Annotated[str | None, Column("Nachname", "Nachname mit Namenszusätzen.", index=True)] = None
    given_name: Annotated[str | None, Column("Vorname", "Vornamen, wo ein Dokument sie nennt.")] = None
    form_of_address: Annotated[str | None, Column("Anrede", "Herr oder Frau, wo ein Dokument es sagt.")] = (
        None
    )
    title: Annotated[str | None, Column("Titel", "Akademische Titel.")] = None
    gender: Annotated[
        Literal["f", "m"] | None,
        Column(
            "Geschlecht", "f = weiblich, m = männlich, wo Anrede oder Amtsbezeichnung es sagt.", facet=True
        ),
    ] = None
    private: Annotated[
        bool,
        Column(
            "Privatperson", "1 = Einwohnerin oder Einwohner ohne Amt; der Name wird nicht veröffentlicht."
        ),
    ] = False
    same_as: Annotated[
        str | None,
        Column(
            "Wohl dieselbe Person",
            "Wo kein Vorname dasteht: die einzige Person dieses Nachnamens in der Kommune, deren Vorname bekannt ist.",
            references="persons",
            index=True,
        ),
    ] = None


@table(
    "memberships",
    title="Mitgliedschaften",
    description="Wer welchem Gremium angehört, in welcher Rolle und für wen.",
    key=("person_id", "organization_id", "role", "on_behalf_of", "start_date"),
    shared=True,
)
class Membership:
    """A person in an organisation (OParl: Membership); empty texts stand for what is not told, as parts of the key."""

    person_id: Annotated[str, PERSON]
    organization_id: Annotated[
        str, Column("Gremium", "Das Gremium oder Amt.", references="organizations", index=True)
    ]
    role: Annotated[str, Column("Rolle", "Vorsitz, Mitglied, Amtsleitung … oder leer.", facet=True)] = ""
    on_behalf_of: Annotated[str, Column("Fraktion", "Fraktion oder Gruppe, oder leer.", facet=True)] = ""
    start_date: Annotated[str, Column("Seit", "Erster Tag, oder leer.")] = ""
    end_date: Annotated[str | None, Column("Bis", "Letzter Tag.")] = None
    first_seen: Annotated[
        str | None, Column("Belegt ab", "Erster Sitzungstag, dessen Dokumente die Mitgliedschaft nennen.")
    ] = None
    last_seen: Annotated[
        str | None, Column("Belegt bis", "Letzter Sitzungstag, dessen Dokumente die Mitgliedschaft nennen.")
    ] = None


@table(
    "attendances",
    title="Anwesenheit",
    description="Wer an einer Sitzung teilnahm oder fehlte.",
    key=("meeting_id", "person_id"),
    shared=True,
)
class Attendance:
    """A person at a meeting, as its attendance list tells."""

    meeting_id: Annotated[str, MEETING]
    person_id: Annotated[str, PERSON]
    status: Annotated[
        Literal["present", "excused", "absent"],
        Column("Status", "present = anwesend, excused = entschuldigt, absent = fehlt.", facet=True),
    ]
    role: Annotated[str | None, Column("Rolle", "Vorsitz, Mitglied, Verwaltung, Gast …", facet=True)] = None
    on_behalf_of: Annotated[
        str | None, Column("Fraktion", "Fraktion an diesem Tag, wie die Liste sie nennt.")
    ] = None
    from_item: Annotated[str | None, Column("Ab", "Ab welchem Punkt oder welcher Uhrzeit.")] = None
    until_item: Annotated[str | None, Column("Bis", "Bis zu welchem Punkt oder welcher Uhrzeit.")] = None
