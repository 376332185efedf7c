"""What a page or an answer of more!rubin holds: the models of its JSON and where the JSON stands."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from sources.lenient import AS_OBJECT, AS_OBJECTS, Text, as_objects
from sources.places import only_body
from sources.stated import day

PROPS = re.compile(r"\bprops:\s*(?=\{)")
MEETING_KEYS = frozenset({"nummer", "datum", "titel"})
NO_TIME = "00:00"
TRIPLE = re.compile(r"^(https?):/{3,}")
"""The API was seen to put three slashes before the host."""

ADMINISTRATION = re.compile(r"^(Stadt|Gemeinde|Kreis|Landkreis|Samtgemeinde)verwaltung\s")

NONE: Any = Field(default_factory=list)


def as_agenda(value: Any) -> list[dict[str, Any]] | None:
    """The items of an agenda; None where none is told, which is not an empty one."""
    return as_objects(value) if isinstance(value, list | dict) else None


class Lenient(BaseModel):
    """An object of which more may be told than is read."""

    model_config = ConfigDict(extra="ignore")


class Room(Lenient):
    """Where a meeting is held."""

    Bezeichnung: Text = None
    Strasse: Text = None
    PLZ: Text = None
    Ort: Text = None

    @property
    def address(self) -> str | None:
        """Street and town."""
        town = " ".join(filter(None, (self.PLZ, self.Ort)))
        return ", ".join(filter(None, (self.Strasse, town))) or None


class Document(Lenient):
    """A file of an item."""

    documentUrl: Text = None  # noqa: N815  (the API's name)
    documentName: Text = None  # noqa: N815


class Named(Lenient):
    """A committee or a kind of consultation."""

    name: Text = None


class Submission(Lenient):
    """The paper of an item; `alias` is its number."""

    alias: Text = None


class Item(Lenient):
    """An item of an agenda; `abstimmungstext` is its result."""

    topnummer: Text = None
    title: Text = None
    topart: Text = None
    abstimmungstext: Text = None
    resolution_number: Text = None
    counselling_status: Annotated[Named | None, AS_OBJECT] = None
    submission: Annotated[Submission | None, AS_OBJECT] = None
    documents: Annotated[list[Document], AS_OBJECTS] = NONE
    votings: Annotated[list[dict[str, Any]], AS_OBJECTS] = NONE


class Meeting(Lenient):
    """A meeting, with its agenda where its own page or answer tells it."""

    nummer: Text = None
    datum: Text = None
    titel: Text = None
    beginn: Text = None
    ende: Text = None
    fullUrl: Text = None  # noqa: N815
    full_url: Text = None
    room: Annotated[Room | None, AS_OBJECT] = None
    committees: Annotated[list[Named], AS_OBJECTS] = NONE
    agenda_items: Annotated[list[Item] | None, BeforeValidator(as_agenda)] = None

    @property
    def day(self) -> str | None:
        """The ISO day, None where `datum` is none."""
        return day(self.datum)

    @property
    def address(self) -> str | None:
        """The address of its page."""
        told = self.fullUrl or self.full_url
        return TRIPLE.sub(r"\1://", told) if told else None

    @property
    def time(self) -> str | None:
        """Beginning and end as far as they are told (midnight stands for neither)."""
        told = [clock[:5] for clock in (self.beginn, self.ende) if clock and clock[:5] != NO_TIME]
        return f"{' - '.join(told)} Uhr" if told and self.beginn and self.beginn[:5] != NO_TIME else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a page or an answer holds: meetings of a calendar, and those with their agendas."""

    listed: tuple[Meeting, ...] = ()
    whole: tuple[Meeting, ...] = ()
    bodies: tuple[str, ...] = ()
    evidence: str = ""
    titles: tuple[str, ...] = ()

    @property
    def body(self) -> str | None:
        """The municipality that is named: by its record, else in the page's title or a meeting's."""
        for name in self.bodies:
            if found := only_body(ADMINISTRATION.sub(r"\1 ", name)):
                return found
        names = (*self.titles, *(meeting.titel or "" for meeting in (*self.whole, *self.listed)))
        return next((found for name in names if (found := only_body(name))), None)


def loaded(text: str) -> Any:
    """The JSON; None for what is none."""
    try:
        return json.loads(text.lstrip("\ufeff"), strict=False)
    except (ValueError, RecursionError):
        return None


def answered(data: Any) -> Answer | None:
    """The meetings of an answer of the API."""
    if not isinstance(data, dict):
        return None
    calendar = data.get("calendar")
    listed = meetings_in(calendar.get("meetings")) if isinstance(calendar, dict) else ()
    told = meetings_in(data.get("meetings"))
    whole = tuple(meeting for meeting in told if meeting.agenda_items is not None)
    bare = tuple(meeting for meeting in told if meeting.agenda_items is None)
    if not (listed or told or is_empty(data)):
        return None
    evidence = ", ".join(sorted(MEETING_KEYS)) if listed or told else "calendar, first_day, last_day"
    return Answer(listed=(*listed, *bare), whole=whole, evidence=evidence)


def is_empty(data: dict[str, Any]) -> bool:
    """Whether it is a calendar without meetings."""
    calendar = data.get("calendar")
    return isinstance(calendar, dict) and {"first_day", "last_day", "meetings"} <= calendar.keys()


def meetings_in(value: Any) -> tuple[Meeting, ...]:
    """The meetings of a list or of an object whose values they are; what is none is left out."""
    entries = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    return tuple(
        Meeting.model_validate(entry)
        for entry in entries
        if isinstance(entry, dict) and entry.keys() >= MEETING_KEYS
    )


def in_page(markup: str) -> Answer | None:
    """What the components of a page are handed; None where nothing is."""
    listed: list[Meeting] = []
    whole: list[Meeting] = []
    bodies: list[str] = []
    evidence = ""
    for props in components(markup):
        listed += meetings_in(props.get("initial-meetings"))
        whole += meetings_in([props.get("passed-meeting")])
        evidence = evidence or next(
            (key for key in ("initial-meetings", "passed-meeting") if key in props), ""
        )
        for body in props.get("bodies") or ():
            if isinstance(body, dict) and isinstance(body.get("koerperschaft_bezeichnung"), str):
                bodies.append(body["koerperschaft_bezeichnung"])
    title = re.search(r"<title>([^<]*)</title>", markup)
    return Answer(
        listed=tuple(listed),
        whole=tuple(whole),
        bodies=tuple(bodies),
        evidence=evidence,
        titles=(title[1],) if title else (),
    )


def components(markup: str) -> Iterator[dict[str, Any]]:
    """The JSON that stands behind `props:` in the scripts."""
    decoder = json.JSONDecoder(strict=False)
    for found in PROPS.finditer(markup):
        try:
            props, _ = decoder.raw_decode(markup, found.end())
        except (ValueError, RecursionError):
            continue
        if isinstance(props, dict):
            yield props
