"""A small published database of an invented town."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from db.publish import SEARCHED, TOKENIZER
from db.records.completeness import Completeness
from db.records.council import (
    AgendaItem,
    Attendance,
    Body,
    Consultation,
    Meeting,
    Organization,
    Paper,
    Person,
)
from db.records.documents import Document, DocumentSource, Page, Text
from db.records.findings import Citation, Decision, OzgConcept, OzgMention, Statement, StatementSpeaker
from db.records.following import Amendment, Amount, Approval, Comparison, PaperRelation, Proposal, Task
from db.records.laws import Law
from db.records.motions import Demand
from db.records.ozg import OzgFact, OzgRelated
from db.records.runs import Import, Issue
from db.schema import create_indexes, create_table
from db.search import index
from db.site.words import published_tables

MINUTES = """Stadt Musterhafen
Niederschrift über die 12. Sitzung des Stadtrates am 14.03.2023

TOP 1 Ausbau der Hafenstraße
Frau Quandt erklärt, dass die Straße seit Jahren schadhaft sei. Sie werde
im Ausschuss darauf zurückkommen.
Herr Übelhör fragt, ob <script>alert("x")</script> im Entwurf stehen solle.
Beschluss: Der Ausbau wird nach § 34 Abs. 1 GemO beschlossen.
Abstimmungsergebnis: 12 Ja-Stimmen, 9 Nein-Stimmen, 1 Enthaltung
TOP 2 Umsetzung des OZG
Herr Übelhör teilt mit, dass bis zum 31.12.2024 noch 39 Leistungen online gehen müssten.
Der Antrag wird bei 3 Ja-Stimmen abgelehnt.
TOP 3 Einwohnerfragestunde
Es werden keine Fragen gestellt. Jemand merkt an, es sei spät.
"""
DOCUMENT = "a" * 64
EXCERPT = "b" * 64
SECOND_PAGE = MINUTES.index("Beschluss: Der Ausbau")


def place(wording: str) -> dict[str, Any]:
    """Where a wording stands in the minutes, as the columns of a finding."""
    start = MINUTES.index(wording)
    return {
        "document_id": DOCUMENT,
        "text": wording,
        "start": start,
        "end": start + len(wording),
        "page": 1 if start < SECOND_PAGE else 2,
        "rule": "example",
    }


def statement(id: str, item: str, speaker: str | None, wording: str, **more: Any) -> Statement:
    name = None if speaker is None else speaker.split()[-1]
    told = {"kind": "indirect", "cue": None, "confidence": 0.9, **place(wording), **more}
    return Statement(id=id, agenda_item_id=item, speaker=speaker, speaker_name=name, **told)


def item(number: int, title: str, outcome: Any, start: str, end: str | None) -> AgendaItem:
    return AgendaItem(
        id=f"m1_oe-{number}",
        meeting_id="m1",
        document_id=DOCUMENT,
        number=f"Ö {number}",
        position=number,
        title=title,
        outcome=outcome,
        start=MINUTES.index(start),
        end=MINUTES.index(end) if end else len(MINUTES),
    )


def council() -> Iterable[Any]:
    yield Body(id="musterhafen", name="Stadt Musterhafen", product="sessionnet")
    yield Body(id="kreis-nordmark", name="Kreis Nordmark", product="allris3")
    yield Organization(id="rat", body_id="musterhafen", name="Stadtrat", classification="Rat")
    yield Organization(id="kreistag", body_id="kreis-nordmark", name="Kreistag", classification="Rat")
    yield Meeting(
        id="m1",
        body_id="musterhafen",
        organization_id="rat",
        name="12. Sitzung",
        start="2023-03-14T18:00",
        end="2023-03-14T20:15",
    )
    yield Meeting(
        id="m2", body_id="kreis-nordmark", organization_id="kreistag", name=None, start="2022-05-02"
    )
    yield item(1, "Ausbau der Hafenstraße", "accepted", "TOP 1", "TOP 2")
    yield item(2, "Umsetzung des OZG", "rejected", "TOP 2", "TOP 3")
    yield item(3, "Einwohnerfragestunde", "none", "TOP 3", None)
    yield Paper(id="p0", body_id="musterhafen", reference="DrS/2023/16", name="Brunnen")
    yield Law(id="gemo", short="GemO", name="Gemeindeordnung", kind="state")
    yield Paper(
        id="p1",
        body_id="musterhafen",
        reference="DrS/2023/17",
        name="Ausbau der Hafenstraße",
        originator="SPD-Fraktion",
    )
    yield Consultation(id="c1", paper_id="p1", agenda_item_id="m1_oe-1", meeting_id="m1", outcome="accepted")
    yield Person(id="quandt", body_id="musterhafen", name="Ida Quandt", family_name="Quandt", gender="f")
    yield Person(id="uebelhoer", body_id="musterhafen", name="Jan Übelhör", family_name="Übelhör")
    yield Attendance(
        meeting_id="m1", person_id="quandt", status="present", role="Mitglied", on_behalf_of="SPD"
    )
    yield Attendance(meeting_id="m1", person_id="uebelhoer", status="excused", role="Mitglied")


def documents() -> Iterable[Any]:
    yield Document(
        id=DOCUMENT,
        path="https://ris.musterhafen.example/si0057.asp?id=7",
        media_type="application/pdf",
        kind="minutes",
        product="sessionnet",
        title="Niederschrift Stadtrat",
        date="2023-03-14",
        body_id="musterhafen",
        meeting_id="m1",
        page_count=2,
        approval="approved",
    )
    yield Document(
        id=EXCERPT,
        path="auszug.html",
        media_type="text/html",
        kind="excerpt",
        product="allris3",
        title="Auszug Kreistag",
        date="2022-05-02",
        body_id="kreis-nordmark",
        meeting_id="m2",
    )
    yield DocumentSource(
        document_id=DOCUMENT,
        address="https://ris.musterhafen.example/si0057.asp?id=7",
        retrieved_at="2024-01-02T03:04:05Z",
    )
    yield Text(document_id=DOCUMENT, text=MINUTES)
    yield Text(document_id=EXCERPT, text="Der Landrat dankt.")
    yield Page(document_id=DOCUMENT, number=1, start=0, end=SECOND_PAGE)
    yield Page(document_id=DOCUMENT, number=2, start=SECOND_PAGE, end=len(MINUTES))


def findings() -> Iterable[Any]:
    first = "Frau Quandt erklärt, dass die Straße seit Jahren schadhaft sei."
    yield statement("a1", "m1_oe-1", "Frau Quandt", first, cue="erklärt")
    second = "Sie werde\nim Ausschuss darauf zurückkommen."
    yield statement("a2", "m1_oe-1", "Frau Quandt", second, kind="continued")
    yield statement(
        "a3",
        "m1_oe-1",
        "Herr Übelhör",
        'Herr Übelhör fragt, ob <script>alert("x")</script> im Entwurf stehen solle.',
    )
    ozg = "Herr Übelhör teilt mit, dass bis zum 31.12.2024 noch 39 Leistungen online gehen müssten."
    yield statement("a4", "m1_oe-2", "Herr Übelhör", ozg, speaker_function="Bürgermeister")
    yield statement("a5", "m1_oe-3", None, "Jemand merkt an, es sei spät.", confidence=0.3, rule="heckling")
    yield statement("a6", "m1_oe-1", "Frau Quandt", first, double_of="a1")
    for speaker, said in (("quandt", ("a1", "a2", "a6")), ("uebelhoer", ("a3", "a4"))):
        for id in said:
            yield StatementSpeaker(statement_id=id, person_id=speaker, position=1)
    vote = MINUTES[SECOND_PAGE : MINUTES.index("TOP 2") - 1]
    yield Decision(
        id="b1",
        agenda_item_id="m1_oe-1",
        outcome="accepted",
        unanimous=False,
        votes_yes=12,
        votes_no=9,
        votes_abstain=1,
        confidence=1.0,
        **place(vote),
    )
    yield Decision(
        id="b2",
        agenda_item_id="m1_oe-2",
        outcome="rejected",
        votes_yes=3,
        confidence=0.8,
        **place("Der Antrag wird bei 3 Ja-Stimmen abgelehnt."),
    )
    law = place("§ 34 Abs. 1 GemO")
    yield Citation(
        id="c1", agenda_item_id="m1_oe-1", kind="law", normalized="§ 34 Abs. 1 GemO", law_id="gemo", **law
    )
    yield from following()
    for concept, label in (("OZG", "Onlinezugangsgesetz"), ("deadline", "Frist"), ("count", "Anzahl")):
        yield OzgConcept(id=concept, label=label, category="Fakt", description=f"{label}.")
    for id, concept, value, wording in (
        ("d1", "OZG", None, "OZG"),
        ("d2", "deadline", "2024-12-31", "31.12.2024"),
        ("d3", "count", "39", "39 Leistungen"),
    ):
        yield OzgMention(
            id=id,
            agenda_item_id="m1_oe-2",
            statement_id="a4",
            concept_id=concept,
            value=value,
            **place(wording),
        )

    yield from ozg_facts(ozg)
    yield OzgConcept(id="Bauantrag", label="Bauantrag", category="Leistung", description="Bauen.")
    yield OzgRelated(id="h1", agenda_item_id="m1_oe-1", concept_id="Bauantrag", **place("Der Ausbau"))
    yield Demand(id="g1", agenda_item_id="m1_oe-2", position=1, **place("online gehen"))


def ozg_facts(sentence: str) -> Iterable[OzgFact]:
    for id, kind, value, wording, stance in (
        ("f1", "deadline", "2024-12-31", "bis zum 31.12.2024", "announced"),
        ("f2", "count", "39", "39 Leistungen", "reported"),
        ("f3", "status", "offen", "noch", "reported"),
    ):
        yield OzgFact(
            id=id,
            agenda_item_id="m1_oe-2",
            statement_id="a4",
            kind=kind,  # type: ignore[arg-type]
            value=value,
            concept_id="OZG",
            stance=stance,  # type: ignore[arg-type]
            stated_by="Übelhör",
            stated_as="speaker",
            stated_on="2023-03-14",
            sentence_start=MINUTES.index(sentence),
            sentence_end=MINUTES.index(sentence) + len(sentence),
            **place(wording),
        )


def following() -> Iterable[Any]:
    own = place("Der Ausbau wird nach § 34 Abs. 1 GemO beschlossen.")
    yield Task(
        id="f1",
        agenda_item_id="m1_oe-2",
        statement_id="a4",
        kind="promise",
        charged="Herr Übelhör",
        task="noch 39 Leistungen",
        deadline="2024-12-31",
        deadline_text="bis zum 31.12.2024",
        **place("bis zum 31.12.2024 noch 39 Leistungen"),
    )
    amount = place("12. Sitzung")
    yield Amount(id="g1", agenda_item_id="m1_oe-1", decision_id="b1", cents=1200, currency="EUR", **amount)
    yield Approval(id="h1", date="2023-02-14", status="approved", **place("Es werden keine Fragen gestellt."))
    yield PaperRelation(
        id="k1", paper_id="p1", related_id="p0", kind="replaces", **place("Ausbau der Hafenstraße")
    )
    yield Proposal(id="l1", agenda_item_id="m1_oe-1", paper_id="p1", **own)
    yield Comparison(
        decision_id="b1",
        proposal_id="l1",
        status="amended",
        similarity=0.9,
        start=own["start"],
        end=own["end"],
    )
    yield Amendment(
        decision_id="b1",
        proposal_id="l1",
        position=1,
        kind="replace",
        proposal_start=own["start"],
        proposal_end=own["start"] + 3,
        decision_start=own["start"] + 4,
        decision_end=own["start"] + 10,
    )


def runs() -> Iterable[Any]:
    yield Import(
        id="r1",
        started_at="2024-01-02T03:04:05Z",
        finished_at="2024-01-02T03:05:00Z",
        inputs="eingang/",
        taken=2,
    )
    yield Issue(
        id="i1",
        import_id="r1",
        address="eingang/kaputt.pdf",
        stage="parse",
        level="error",
        message="Die Datei ist kein PDF.",
        advice="Datei neu beschaffen.",
    )
    yield Issue(
        id="i2",
        import_id="r1",
        document_id=DOCUMENT,
        address="eingang/si0057.pdf",
        stage="understand",
        level="warning",
        message="Sprecher nicht erkannt.",
        advice="Stelle ansehen.",
        start=MINUTES.index("Jemand"),
    )

    yield Issue(
        id="i3",
        import_id="r1",
        document_id=DOCUMENT,
        address="eingang/si0057.pdf",
        stage="understand",
        level="warning",
        message="the municipality is not named in the document",
        advice="import it again",
    )
    yield Completeness(
        body_id="musterhafen",
        year=2023,
        held=1,
        published=9,
        fetched=1,
        parsed=1,
        median_days=20.5,
        expected=11,
        checked_at="2024-01-02T03:04:05Z",
    )


def insert(connection: sqlite3.Connection, record: Any) -> None:
    values = [getattr(record, field.name) for field in dataclasses.fields(record)]
    marks = ", ".join("?" * len(values))
    connection.execute(f"insert into {record.table} values ({marks})", values)


def publish(path: Path, *records: Any) -> Path:
    """A database as readers get it: every table, the records, the full-text index."""
    connection = sqlite3.connect(path)
    for table in published_tables():
        connection.execute(create_table(table))
        for sql in create_indexes(table):
            connection.execute(sql)
    for record in records:
        insert(connection, record)
    for name, columns in SEARCHED.items():
        options = f"content='{name}', tokenize='{TOKENIZER}'"
        connection.execute(f"create virtual table {name}_fts using fts5({', '.join(columns)}, {options})")
        connection.execute(f"insert into {name}_fts({name}_fts) values ('rebuild')")
    index.build(connection)
    connection.commit()
    connection.close()
    return path
