"""A municipality's meetings as Akoma Ntoso 3.0 debates, one file each.

https://docs.oasis-open.org/legaldocml/akn-core/v1.0/ — statements are paragraphs of speeches, decisions narratives
whose votes stand in the parliamentary analysis. A statement or decision carries its lasting id as `GUID`; what Akoma
Ntoso has no place for (where it stands in its document) are attributes of the namespace `RATSLESE`.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import quote

from lxml import etree
from lxml.builder import ElementMaker

from db.exports.akn_references import References
from db.exports.meetings import PERSONS, Meeting, Section, Told, grown, meetings, writable
from db.exports.published import Row, opened, the_body

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
RATSLESE = "https://ratslese.example/ns"
NO_DAY = "0001-01-01"
"""Stands where a date is demanded and not known, as in `cobalt`."""

COUNTS = {
    "votes_yes": "yes",
    "votes_no": "no",
    "votes_abstain": "abstain",
    "votes_not_taking_part": "not_taking_part",
    "votes_absent": "absent",
    "votes_invalid": "invalid",
}
"""Columns of `decisions` that count, and the concept of each."""

MARKS = {"unanimous": ("not_unanimous", "unanimous"), "secret": ("open", "secret")}
"""Columns of `decisions` that say no or yes, and the concepts of both answers."""

make = ElementMaker(namespace=AKN, nsmap={None: AKN, "ratslese": RATSLESE})


def write(published: Path, out: Path, body: str | None) -> list[Path]:
    """A file `<meeting>.xml` for each meeting with minutes; raises ValueError where no municipality is named."""
    written = []
    with opened(published) as database:
        town = the_body(database, body)
        persons = {row["id"]: row for row in database.rows(PERSONS, body=town["id"])}
        day = grown(database)
        for meeting in meetings(database, town["id"]):
            written.append(out / f"{meeting.row['id']}.xml")
            tree = etree.ElementTree(_Debate(town, persons, meeting, day).document())
            tree.write(written[-1], encoding="utf-8", xml_declaration=True)
    return written


class _Debate:
    """The document of one meeting; `grown` is the day on which the collection last grew."""

    def __init__(self, town: Row, persons: dict[str, Row], meeting: Meeting, grown: str) -> None:
        self.town, self.meeting, self.grown = town, meeting, grown
        self.references = References(make, town, persons, meeting.documents)
        self.votings: list[Any] = []

    def document(self) -> Any:
        """The root element; what it refers to is known when its body is made."""
        body = make.debateBody()
        if self.meeting.attendances:
            body.append(self._roll_call())
        body.extend(
            self._section(section, number) for number, section in enumerate(self.meeting.sections, start=1)
        )
        preface = self._preface()
        identification = self._identification()
        meta = make.meta(identification)
        if self.votings:
            meta.append(make.analysis(make.parliamentary(*self.votings), source="#ratslese"))
        meta.append(self.references.element())
        return make.akomaNtoso(make.debate(meta, preface, body, name="minutes"))

    def _identification(self) -> Any:
        row, day = self.meeting.row, self.meeting.day or NO_DAY
        work = f"/akn/de/debate/minutes/{quote(self.town['id'])}/{day}/{quote(row['id'])}"
        body = self.references.organization(self.town["name"])
        return make.identification(
            make.FRBRWork(
                *_addresses(work),
                make.FRBRdate(date=day, name="meeting"),
                make.FRBRauthor(href=body),
                make.FRBRcountry(value="de"),
                make.FRBRname(value=writable(self.meeting.title)),
            ),
            make.FRBRExpression(
                *_addresses(f"{work}/deu@{day}"),
                make.FRBRdate(date=day, name="meeting"),
                make.FRBRauthor(href=body),
                make.FRBRlanguage(language="deu"),
            ),
            make.FRBRManifestation(
                *_addresses(f"{work}/deu@{day}.xml"),
                make.FRBRdate(date=self.grown, name="export"),
                make.FRBRauthor(href="#ratslese"),
            ),
            source="#ratslese",
        )

    def _preface(self) -> Any:
        row = self.meeting.row
        line = make.p(make.docTitle(writable(self.meeting.title)))
        if row["organization"]:
            committee = make.docCommittee(writable(row["organization"]))
            committee.set("refersTo", self.references.organization(row["organization"]))
            line.append(committee)
        if row["start"]:
            line.append(make.docDate(row["start"], date=_moment(row["start"])))
        preface = make.preface(line)
        preface.extend(
            make.block(writable(row[name]), name=name) for name in ("end", "room", "location") if row[name]
        )
        return preface

    def _roll_call(self) -> Any:
        call = make.rollCall(eId="rollCall")
        for number, row in enumerate(self.meeting.attendances, start=1):
            person = make.person(
                writable(row["name"]),
                eId=f"rollCall__person_{number}",
                refersTo=self.references.person(row["person_id"]),
            )
            if row["role"]:
                person.set("as", self.references.role(row["role"]))
            if row["on_behalf_of"]:
                person.set(_ours("onBehalfOf"), self.references.organization(row["on_behalf_of"]))
            for name in ("from_item", "until_item"):
                if row[name]:
                    person.set(_ours(name), writable(row[name]))
            call.append(make.block(person, name=row["status"]))
        return call

    def _section(self, section: Section, number: int) -> Any:
        place = f"dbsect_{number}"
        element = make.debateSection(eId=place, name="agendaItem" if section.item else "other")
        if section.item:
            self._head(element, section.item)
        speeches = 0
        for speaker, told in groupby(section.told, key=_speaker):
            if speaker is None:
                element.extend(self._decision(one) for one in told)
            else:
                speeches += 1
                element.append(self._speech(list(told), f"{place}__speech_{speeches}"))
        return element

    def _head(self, element: Any, item: Row) -> None:
        element.set("GUID", item["id"])
        if item["number"]:
            element.append(make.num(writable(item["number"])))
        if item["title"]:
            element.append(make.heading(writable(item["title"])))
        if item["outcome"]:
            element.set("refersTo", self.references.concept(item["outcome"]))
        for name in ("position", "result"):
            if item[name] is not None:
                element.set(_ours(name), writable(item[name]))

    def _speech(self, told: list[Told], place: str) -> Any:
        """What a speaker said without another's statement or a decision between."""
        first = told[0]
        speech = make.speech(eId=place, by=self.references.speaker(first))
        if first.speakers and first.speakers[0]["role"]:
            speech.set("as", self.references.role(first.speakers[0]["role"]))
        if first.speakers and first.speakers[0]["on_behalf_of"]:
            speech.set(_ours("onBehalfOf"), self.references.organization(first.speakers[0]["on_behalf_of"]))
        if len(first.speakers) > 1:
            others = (self.references.person(row["person_id"]) for row in first.speakers[1:])
            speech.set(_ours("with"), " ".join(others))
        for name in ("speaker_name", "speaker_function"):
            if first.row[name]:
                speech.set(_ours(name), writable(first.row[name]))
        if first.row["speaker"]:
            speech.append(make("from", writable(first.row["speaker"])))
        for number, one in enumerate(told, start=1):
            said = make.p(writable(one.row["text"]), eId=f"{place}__p_{number}", GUID=one.row["id"])
            said.set("refersTo", self.references.concept(one.row["kind"]))
            self._place(said, one.row)
            speech.append(said)
        return speech

    def _decision(self, told: Told) -> Any:
        row = told.row
        told_of = [row["outcome"], *(MARKS[name][row[name]] for name in MARKS if row[name] is not None)]
        place = f"decision_{row['id']}"
        narrative = make.narrative(writable(row["text"]), eId=place, GUID=row["id"])
        narrative.set("refersTo", " ".join(self.references.concept(name) for name in told_of))
        if row["majority"]:
            narrative.set(_ours("majority"), writable(row["majority"]))
        self._place(narrative, row)
        counts = self._counts(told)
        if counts:
            voting = make.voting(*counts, eId=f"voting_{row['id']}", href=f"#{place}")
            voting.set("outcome", self.references.concept(row["outcome"]))
            self.votings.append(voting)
        return narrative

    def _counts(self, told: Told) -> list[Any]:
        """How many voted how; how factions and persons did, whose number may not be told; what candidates received."""
        place = f"voting_{told.row['id']}__count"
        counts = [
            make.count(
                eId=f"{place}_{concept}",
                value=str(told.row[column]),
                refersTo=self.references.concept(concept),
            )
            for column, concept in COUNTS.items()
            if told.row[column] is not None
        ]
        for number, vote in enumerate(told.votes, start=1):
            count = make.count(eId=f"{place}_{number}", refersTo=self.references.concept(vote["option"]))
            known = vote["count"] if vote["organization"] else 1
            count.set("value", "" if known is None else str(known))
            count.set("href", self.references.voter(vote))
            count.set("GUID", vote["id"])
            counts.append(count)
        for number, row in enumerate(told.candidates, start=1):
            count = make.count(
                eId=f"{place}_candidate_{number}", refersTo=self.references.concept("candidate")
            )
            count.set("value", str(row["count"]))
            count.set("href", self.references.candidate(row))
            count.set("GUID", row["id"])
            counts.append(count)
        return counts

    def _place(self, element: Any, row: Row) -> None:
        """Where a finding stands: its document, its characters there (half-open, from 0), its page."""
        element.set(_ours("document"), self.references.document(row["document_id"]))
        for name in ("start", "end", "page"):
            if row[name] is not None:
                element.set(_ours(name), str(row[name]))


def _speaker(told: Told) -> tuple[Any, ...] | None:
    """What must be the same for statements to be one speech; None for decisions."""
    if told.kind == "decision":
        return None
    row = told.row
    of = tuple((one["person_id"], one["role"], one["on_behalf_of"]) for one in told.speakers)
    return of, row["speaker"], row["speaker_name"], row["speaker_function"], row["document_id"]


def _addresses(address: str) -> tuple[Any, Any]:
    """A level's own address and, because a debate has one component, the same without it."""
    head, separator, form = address.partition(".xml")
    return make.FRBRthis(value=f"{head}/!main{separator}{form}"), make.FRBRuri(value=address)


def _moment(value: str) -> str:
    """A day, or a day and a time with its seconds, as XML Schema wants it."""
    return f"{value}:00" if len(value) == len("2021-10-28T18:00") else value


def _ours(name: str) -> str:
    return f"{{{RATSLESE}}}{name}"
