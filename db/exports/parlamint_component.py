"""A meeting as a component of a ParlaMint corpus: its header, and its agenda items as sections of utterances.

Minutes report what was said more often than they give the words: every utterance says in `ana` which it is. A statement
keeps its lasting id in the `n` of its segment; where the kind of speech changes within a speech, its parts are linked.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Any

from db.exports.meetings import Meeting, Section, Told
from db.exports.published import Row
from db.exports.tei import (
    ID,
    LANG,
    OURS,
    counted,
    file_description,
    file_name_of,
    name_of,
    plain,
    project,
    tags,
    tei,
    titles,
)

COUNTS = {
    "votes_yes": "yes",
    "votes_no": "no",
    "votes_abstain": "abstain",
    "votes_not_taking_part": "notTakingPart",
    "votes_absent": "absent",
    "votes_invalid": "invalid",
    "unanimous": "unanimous",
    "secret": "secret",
}
"""Columns of `decisions` that are told in a note each, and the name it has there."""

NOTHING_TOLD = "In der Niederschrift wurde hierzu keine Äußerung und kein Beschluss gefunden."


class Component:
    """The file of one meeting of a corpus; `grown` is the day on which the collection last grew."""

    def __init__(self, corpus: str, town: Row, meeting: Meeting, grown: str) -> None:
        self.town, self.meeting, self.grown = town, meeting, grown
        self.day = meeting.day or "0001-01-01"
        self.name = f"{corpus}_{self.day}-{file_name_of(meeting.row['id'].removeprefix(town['id']))}"
        self.attendances = {row["person_id"]: row for row in meeting.attendances}
        self.utterances = self.segments = 0
        self.text = tei.text(tei.body(*map(self._section, meeting.sections)), ana="#reference")
        self._times()
        self.words = sum(len("".join(seg.itertext()).split()) for seg in self.text.iter(tei.seg().tag))
        self.tags = counted(self.text)

    @property
    def path(self) -> str:
        """Where the file lies below the corpus root: in the folder of its year."""
        return f"{self.day[:4]}/{self.name}.xml"

    def element(self) -> Any:
        """The root element of the file."""
        header = tei.teiHeader(
            file_description(
                self._title(), self.name, self.grown, self.utterances, self.words, self._source()
            ),
            tei.encodingDesc(project(), tags(self.tags)),
            tei.profileDesc(self._setting()),
        )
        return tei.TEI(header, self.text, {ID: self.name, LANG: "de"}, ana="#parla.sitting #reference")

    def _title(self) -> Any:
        title = f"{self.town['name']}, {self.meeting.title}, {self.day}"
        meeting = tei.meeting(plain(self.meeting.title), n=self.meeting.row["id"])
        meeting.set("ana", "#parla.local #parla.sitting")
        if self.meeting.row["organization_id"]:
            meeting.set("corresp", "#" + name_of("org", self.meeting.row["organization_id"]))
        english = f"{self.town['name']}, minutes of a meeting, {self.day}"
        return tei.titleStmt(*titles(title, english), meeting)

    def _source(self) -> Any:
        described = []
        for row in self.meeting.documents:
            bibl = tei.bibl(tei.title(plain(row["title"] or self.meeting.title), {LANG: "de"}))
            online = row["path"].startswith(("http://", "https://")) and " " not in row["path"]
            if online:
                bibl.append(tei.idno(plain(row["path"]), type="URI"))
            bibl.append(tei.idno(f"{OURS}/dokument/{row['id']}", type="URI", subtype="sha256"))
            if row["date"]:
                bibl.append(tei.date(row["date"], when=row["date"]))
            described.append(bibl)
        return tei.sourceDesc(*described)

    def _setting(self) -> Any:
        row = self.meeting.row
        setting = tei.setting()
        setting.extend(
            tei.name(plain(row[column]), type=kind)
            for column, kind in (("room", "room"), ("location", "place"))
            if row[column]
        )
        setting.append(tei.name(plain(self.town["name"]), type="city"))
        setting.append(tei.name("Deutschland", type="country", key="DE"))
        setting.append(tei.date(row["start"] or self.day, when=self.day))
        return tei.settingDesc(setting)

    def _section(self, section: Section) -> Any:
        """An agenda item; ParlaMint has a type of its own for those under which nobody speaks."""
        div = tei.div()
        if section.item:
            self._head(div, section.item)
        linked: Any = None
        for key, told in groupby(section.told, key=_speech):
            if key is None:
                for one in told:
                    div.extend(self._noted(one))
                    linked = None if one.kind == "decision" else linked  # a call interrupts, a decision ends
                continue
            utterance = self._utterance(list(told))
            if linked is not None and linked[0] == key[1:]:
                utterance.set("prev", "#" + linked[1].get(ID))
                linked[1].set("next", "#" + utterance.get(ID))
            else:
                div.extend(_speaker_note(key))
            div.append(utterance)
            linked = (key[1:], utterance)
        if not section.told:
            div.append(tei.gap(tei.desc(NOTHING_TOLD, {LANG: "de"}), reason="editorial"))
        div.set("type", "debateSection" if div.find(tei.u().tag) is not None else "commentSection")
        return div

    def _times(self) -> None:
        """Note when the meeting began, in its first section, and when it ended, in its last."""
        first, last = self.text[0][0], self.text[0][-1]
        for note in _time(self.meeting.row["start"], "start"):
            first.insert(len(first.findall(tei.head().tag)), note)
        last.extend(_time(self.meeting.row["end"], "end"))

    def _head(self, div: Any, item: Row) -> None:
        div.set("n", item["id"])
        if item["title"]:
            div.append(tei.head(plain(item["title"]), _n(item["number"])))
        elif item["number"]:
            div.append(tei.note(plain(item["number"]), type="number"))
        if item["result"]:
            div.append(tei.note(plain(item["result"]), _n(item["outcome"]), type="result"))
        elif item["outcome"]:
            div.append(tei.note(item["outcome"], n=item["outcome"], type="outcome"))

    def _utterance(self, told: list[Told]) -> Any:
        self.utterances += 1
        first = told[0]
        utterance = tei.u({ID: f"{self.name}.u{self.utterances}"})
        utterance.set("ana", f"#{self._type(first)} #{first.row['kind']}")
        if first.speakers:
            utterance.set("who", "#" + speaking(first))
        place = f"{OURS}/dokument/{first.row['document_id']}#a-{first.row['id']}"
        utterance.set("source", place)
        for one in told:
            self.segments += 1
            id = {ID: f"{self.name}.seg{self.segments}"}
            utterance.append(tei.seg(plain(one.row["text"]), id, n=one.row["id"]))
        return utterance

    def _type(self, told: Told) -> str:
        """ParlaMint's type of speaker, or `unknown` where nothing tells it."""
        row = told.speakers[0] if told.speakers else {}
        attendance = self.attendances.get(row.get("person_id"), {})
        name = told.row["speaker_name"] if told.row["speaker_note"] == "nur die Rolle genannt" else None
        roles = [role.lower() for role in (row.get("role"), attendance.get("role"), name) if role]
        if any(_is_chair(role) for role in roles):
            return "chair"
        faction = row.get("on_behalf_of") or attendance.get("on_behalf_of")
        if faction or any(role in _roles()["members"] for role in roles):
            return "regular"
        return "guest" if roles else "unknown"

    def _noted(self, told: Told) -> list[Any]:
        """A decision with its votes, or a call from the floor."""
        row = told.row
        if told.kind == "statement":
            call = tei.vocal(tei.desc(plain(row["text"]), {LANG: "de"}), type="interruption")
            if told.speakers:
                call.set("who", "#" + speaking(told))
            return [call]
        notes = [tei.note(plain(row["text"]), n=row["id"], type="decision")]
        notes.append(tei.note(row["outcome"], n=row["outcome"], type="outcome"))
        notes += [
            tei.note(str(int(row[column])), n=name, type="vote")
            for column, name in COUNTS.items()
            if row[column] is not None
        ]
        if row["majority"]:
            notes.append(tei.note(plain(row["majority"]), type="majority"))
        for vote in told.votes:
            voter = plain(vote["organization"] or vote["person"] or "ohne Angabe")
            counted_as = vote["option"] if vote["count"] is None else f"{vote['option']} {vote['count']}"
            notes.append(tei.note(voter, n=counted_as, type="voter"))
        notes += [
            tei.note(plain(candidate["candidate"]), n=str(candidate["count"]), type="candidate")
            for candidate in told.candidates
        ]
        return notes


def speaking(told: Told) -> str:
    """The id of who made a statement; those who made it together are one entry in the list of persons."""
    return name_of(
        *(["persons"] if len(told.speakers) > 1 else []), *(row["person_id"] for row in told.speakers)
    )


def _speech(told: Told) -> tuple[Any, ...] | None:
    """What must be the same for statements to be one utterance, their kind first; None for what is noted only."""
    row = told.row
    if told.kind == "decision" or row["rule"] == "heckling":
        return None
    of = tuple((one["person_id"], one["role"], one["on_behalf_of"]) for one in told.speakers)
    return row["kind"], of, row["speaker"], row["speaker_name"], row["document_id"]


def _speaker_note(key: tuple[Any, ...]) -> list[Any]:
    """How the minutes write the speaker of an utterance; `n` is the surname or role."""
    _, _, speaker, name, _ = key
    if not speaker and not name:
        return []
    return [tei.note(plain(speaker or name), _n(name), type="speaker")]


def _n(value: str | None) -> dict[str, str]:
    """The attribute `n`, where there is something to put into it."""
    return {"n": plain(value)} if value else {}


def _time(moment: str | None, name: str) -> list[Any]:
    """A note of a day with its hour; none where the hour is not told."""
    if not moment or len(moment) < len("2021-10-28T18:00"):
        return []
    return [tei.note(tei.time(moment[11:], when=f"{moment}:00"), n=name, type="time")]


def _is_chair(role: str) -> bool:
    roles = _roles()
    return any(part in role for part in roles["chair"]) and not any(
        part in role for part in roles["not chair"]
    )


@cache
def _roles() -> dict[str, list[str]]:
    text = (files("db.exports") / "council_roles.toml").read_text("utf-8")
    return {name: list(values) for name, values in tomllib.loads(text).items()}
