"""The records of one document, assembled from its reading and its understood text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.tokens import Doc

from db.records import findings as rows
from db.records import ids, motions
from db.records import ozg as ozg_rows
from db.records.council import AgendaItem, Paper
from db.records.documents import Document, DocumentOrganization, Page, Text
from db.records.extraction import Doubt, Extraction
from db.records.laws import Law
from db.records.reading import Reading
from pipeline.assembly.council import MEETING_KINDS, Council, council_of
from pipeline.assembly.following import Following
from pipeline.assembly.persons import Persons
from pipeline.assembly.places import Pages, Place, Ranges
from pipeline.assembly.sources_of_facts import Source, author_of, stance_on
from pipeline.assembly.votes import details_of
from pipeline.findings import CitedLaw, Decision, Span, Statement

QUOTING = ("press", "motion")
"""Kinds of documents whose statements are quotations, not speech of a meeting."""


class Assembler:
    """Makes the rows of one document; `first_version` is the document id that its rows' ids are made of."""

    def __init__(self, doc: Doc, reading: Reading, document_id: str, first_version: str) -> None:
        self.doc = doc
        self.reading = reading
        self.document_id = document_id
        self.council: Council = council_of(doc, reading, document_id)
        others = [one.name for one in doc._.involved]
        self.persons = Persons(self.council, doc._.attendees, doc._.people, others)
        self.pages = Pages(reading.pages)
        self.items = Ranges(self.council.items)
        self.wordings = ids.Wordings(first_version)
        self.statements: list[tuple[str, Span]] = []
        self.speakers: dict[str, Source] = {}
        self.decisions: list[tuple[str, Span]] = []

    def place(self, span: Span) -> Place:
        """Where a finding stands."""
        return Place(
            document_id=self.document_id,
            agenda_item_id=self.items.at(span.start),
            text=self.reading.text[span.start : span.end],
            start=span.start,
            end=span.end,
            page=self.pages.at(span.start),
        )

    def owned(self) -> Iterator[Any]:
        """The rows that belong to this document alone."""
        yield from self._statements()
        yield from self._decisions()
        yield from self._citations()
        yield from self.following().owned()
        yield from self._ozg_mentions()
        yield from self._ozg_related()
        yield from self._ozg_facts()
        yield from self._demands()
        yield from self._involved()
        for record in self.reading.records:
            if isinstance(record, DocumentOrganization):
                yield record

    def following(self) -> Following:
        """What goes before the decisions and follows from them; call it when these have their ids."""
        return Following(self.doc, self.council, self.place, self.wordings, self.decisions, self.statements)

    def shared(self) -> Iterator[Any]:
        """What this document tells of things that others may tell of too; call it after `owned`."""
        for record in self.council.records:
            if not isinstance(record, DocumentOrganization):
                yield record
        yield from self.persons.records()
        yield from self.following().shared()
        for finding in self.doc._.citations:
            if finding.kind == "paper":
                yield Paper(
                    id=self._paper(finding.normalized),
                    body_id=self.council.body_id,
                    reference=finding.normalized,
                )
            elif finding.law:
                yield self._law(finding.law)

    def _law(self, cited: CitedLaw) -> Law:
        local = cited.kind == "local"
        return Law(
            id=ids.law_id(self.council.scope if local else None, cited.short),
            body_id=self.council.body_id if local else None,
            short=cited.short,
            name=cited.name,
            kind=cited.kind,
        )

    def _paper(self, reference: str) -> str:
        return ids.paper_id(self.council.scope, reference)

    def _statements(self) -> Iterator[Any]:
        for finding in self.doc._.statements:
            place = self.place(finding)
            row_id = self.wordings.id("statements", place.text)
            self.statements.append((row_id, finding))
            speaker_name = "; ".join(name.key for name in finding.speakers if name.key) or None
            self.speakers[row_id] = Source(
                name=speaker_name, stated_as="quoted" if self.reading.kind in QUOTING else "speaker"
            )
            yield rows.Statement(
                id=row_id,
                speaker=finding.speaker,
                speaker_name=speaker_name,
                speaker_function=finding.function,
                kind=finding.kind,
                speaker_note=self.persons.note(finding.speakers),
                speaker_start=finding.named.start if finding.named else None,
                speaker_end=finding.named.end if finding.named else None,
                addressee=finding.addressee,
                cue=finding.cue,
                confidence=round(finding.confidence, 3),
                rule=finding.rule,
                **self._evidence(finding.evidence),
                **place.columns(),
            )
            yield from self._speakers(row_id, finding)

    def _evidence(self, span: Span | None) -> dict[str, Any]:
        if span is None:
            return {}
        words = self.reading.text[span.start : span.end]
        return {"evidence": words, "evidence_start": span.start, "evidence_end": span.end}

    def _speakers(self, statement: str, finding: Statement) -> Iterator[Any]:
        """Who made a statement, with what the document says of them, and to whom."""
        for position, (person, name) in enumerate(self.persons.named(finding.speakers).items(), start=1):
            yield rows.StatementSpeaker(
                statement_id=statement,
                person_id=person,
                position=position,
                role=name.office,
                on_behalf_of=name.faction,
            )
        for position, person in enumerate(self.persons.named(finding.addressees), start=1):
            yield rows.StatementAddressee(statement_id=statement, person_id=person, position=position)

    def _decisions(self) -> Iterator[Any]:
        found = [(finding, self.place(finding)) for finding in self.doc._.decisions]
        ids_ = [self.wordings.id("decisions", place.text) for _, place in found]
        counted = {
            _told(finding, place): row_id
            for (finding, place), row_id in zip(reversed(found), reversed(ids_), strict=True)
            if not finding.again
        }
        resolutions = self.doc._.resolutions or (None,) * len(found)
        for (finding, place), row_id, resolution in zip(found, ids_, resolutions, strict=True):
            self.decisions += [(row_id, span) for span in (finding, resolution) if span]
            yield rows.Decision(
                id=row_id,
                outcome=finding.outcome,
                unanimous=finding.unanimous,
                votes_yes=finding.votes_yes,
                votes_no=finding.votes_no,
                votes_abstain=finding.votes_abstain,
                resolution_start=resolution.start if resolution else None,
                resolution_end=resolution.end if resolution else None,
                votes_not_taking_part=finding.votes_not_taking_part,
                votes_absent=finding.votes_absent,
                votes_invalid=finding.votes_invalid,
                majority=finding.majority,
                secret=finding.secret,
                result=finding.result,
                confidence=round(finding.confidence, 3),
                rule=finding.rule,
                double_of=counted.get(_told(finding, place)) if finding.again else None,
                **place.columns(),
            )
            yield from details_of(
                finding,
                row_id,
                columns=lambda span: self.place(span).columns(),
                wordings=self.wordings,
                persons=self.persons,
            )

    def _citations(self) -> Iterator[Any]:
        for finding in self.doc._.citations:
            place = self.place(finding)
            yield rows.Citation(
                id=self.wordings.id("citations", place.text),
                kind=finding.kind,
                normalized=finding.normalized,
                target_id=self._paper(finding.normalized) if finding.kind == "paper" else None,
                law_id=self._law(finding.law).id if finding.law else None,
                rule=finding.rule,
                **place.columns(),
            )

    def _ozg_mentions(self) -> Iterator[Any]:
        spoken = Ranges(self.statements)
        for finding in self.doc._.ozg:
            place = self.place(finding)
            yield rows.OzgMention(
                id=self.wordings.id("ozg_mentions", finding.concept, place.text),
                statement_id=spoken.at(finding.start),
                concept_id=finding.concept,
                value=finding.value,
                rule=finding.rule,
                **place.columns(),
            )

    def _demands(self) -> Iterator[Any]:
        for position, finding in enumerate(self.doc._.demands, start=1):
            place = self.place(finding)
            yield motions.Demand(
                id=self.wordings.id("demands", place.text),
                position=position,
                number=finding.number,
                addressee=finding.addressee,
                rule=finding.rule,
                **place.columns(),
            )

    def _involved(self) -> Iterator[Any]:
        """Who applies and who is quoted, each once in each role."""
        told: dict[tuple[str, str], motions.DocumentPerson] = {}
        for one in self.doc._.involved:
            person = self.persons.id_of(one.name)
            if person and (person, one.role) not in told:
                told[person, one.role] = motions.DocumentPerson(
                    document_id=self.document_id, person_id=person, role=one.role, function=one.function
                )
        yield from told.values()

    def _ozg_related(self) -> Iterator[Any]:
        spoken = Ranges(self.statements)
        for finding in self.doc._.ozg_related:
            place = self.place(finding)
            yield ozg_rows.OzgRelated(
                id=self.wordings.id("ozg_related", finding.concept, place.text),
                statement_id=spoken.at(finding.start),
                concept_id=finding.concept,
                rule=finding.rule,
                **place.columns(),
            )

    def _ozg_facts(self) -> Iterator[Any]:
        spoken = Ranges(self.statements)
        asked = Ranges([("asked", demand) for demand in self.doc._.demands])
        author = author_of(self.doc, self.reading, self.council)
        for finding in self.doc._.ozg_facts:
            place = self.place(finding)
            statement = spoken.at(finding.start)
            source = self.speakers.get(statement or "") or author
            yield ozg_rows.OzgFact(
                id=self.wordings.id("ozg_facts", finding.kind, place.text),
                statement_id=statement,
                kind=finding.kind,
                value=finding.value,
                unit=finding.unit,
                concept_id=finding.concept,
                stance=stance_on(finding, author.day, demanded=bool(asked.at(finding.start))),
                stated_by=finding.stated_by or source.name,
                stated_as=source.stated_as,
                stated_on=finding.stated_on or author.day,
                sentence_start=finding.sentence[0],
                sentence_end=finding.sentence[1],
                rule=finding.rule,
                **place.columns(),
            )


def _told(finding: Decision, place: Place) -> tuple[str | None, str]:
    """What a vote and what tells it again have in common."""
    return place.agenda_item_id, finding.outcome.removesuffix("_amended")


def assemble(doc: Doc, reading: Reading, *, document_id: str, address: str, first_version: str) -> Extraction:
    """Everything that is stored of one document."""
    assembler = Assembler(doc, reading, document_id, first_version)
    owned = tuple(assembler.owned())
    return Extraction(
        address=address,
        document=_document(assembler, address),
        text=Text(document_id=document_id, text=reading.text),
        pages=tuple(
            Page(document_id=document_id, number=page.number, start=page.start, end=page.end)
            for page in reading.pages
        ),
        shared=tuple(assembler.shared()),
        owned=owned,
        doubts=tuple(_doubts(assembler)),
        first_version=first_version,
    )


def _document(assembler: Assembler, address: str) -> Document:
    reading, head = assembler.reading, assembler.doc._.head
    return Document(
        id=assembler.document_id,
        path=address,
        media_type=reading.media_type,
        kind=reading.kind,
        product=reading.product,
        version=reading.version,
        evidence=reading.evidence,
        layout_fit=reading.fit.share if reading.fit else None,
        title=reading.title or (head.name or head.organization if head else None),
        date=reading.date or (head.date if head else None),
        body_id=assembler.council.body_id,
        meeting_id=assembler.council.meeting_id,
        page_count=len(reading.pages) or None,
        public=_has_public_part(assembler.council),
    )


def _has_public_part(council: Council) -> bool:
    """False for the excerpt of a non-public item: its very title must be held back."""
    items = [record for record in council.records if isinstance(record, AgendaItem)]
    return not items or any(item.public for item in items)


def _doubts(assembler: Assembler) -> Iterator[Doubt]:
    for doubt in assembler.doc._.doubts:
        yield Doubt(
            stage="understand", message=doubt.message, advice=doubt.advice, start=doubt.start, end=doubt.end
        )
    for record in assembler.council.records:
        if isinstance(record, AgendaItem) and record.outcome == "unknown":
            yield Doubt(
                stage="understand",
                message=f"the result „{record.result}“ of item {record.number} is not known",
                advice="add its wording to the vocabulary of results",
            )
    if assembler.reading.kind in MEETING_KINDS:
        yield from _unknown_meeting(assembler.council)


def _unknown_meeting(council: Council) -> Iterator[Doubt]:
    if council.meeting_id is None:
        what, then = "the day of the meeting", "its findings are kept without a meeting"
    elif council.organization_id is None:
        what, then = "the organisation that met", "its meeting is not joined with other documents"
    else:
        return
    yield Doubt(
        stage="understand",
        message=f"{what} could not be read",
        advice=f"look at the head of the document; {then}",
    )
