"""What an answer of an OParl server is: an object, a list of them, an error; told by type, address or shape."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from db.records.documents import DocumentKind
from sources.oparl.dumps import is_dump, objects_of

TYPE = re.compile(r"https?://(?:schema\.)?oparl\.org/(?:schema/)?(?P<version>[\d.]+)/(?P<type>[A-Z]\w+)")
ADDRESS = re.compile(
    r"/oparl/(?:.*/)?(?P<type>meeting|paper|person|organization|bod(?=y|ies)|system|agendaitem|consultation|file"
    r"|location|membership|legislativeterm)(?:s|y|ies)?(?:\.\w+)?(?:[/?]|$)",
    re.IGNORECASE,
)
NAMES = {
    name.lower(): name
    for name in (
        "System", "LegislativeTerm", "Organization", "Person", "Membership", "Meeting", "AgendaItem", "Paper",
        "Consultation", "File", "Location",
    )
} | {"bod": "Body", "body": "Body"}  # fmt: skip
KINDS: dict[str, DocumentKind] = {
    "Meeting": "agenda",
    "AgendaItem": "agenda",
    "Paper": "paper",
    "Consultation": "paper",
    "File": "paper",
    "Organization": "organization",
    "Membership": "organization",
    "Person": "person",
}
SHAPES: tuple[tuple[str, frozenset[str]], ...] = (
    ("System", frozenset({"oparlVersion"})),
    ("Body", frozenset({"organization", "person", "meeting", "paper"})),
    ("Meeting", frozenset({"start", "organization"})),
    ("Meeting", frozenset({"start", "agendaItem"})),
    ("Paper", frozenset({"reference", "paperType"})),
    ("Paper", frozenset({"paperType", "consultation"})),
    ("File", frozenset({"accessUrl"})),
    ("File", frozenset({"downloadUrl"})),
    ("Consultation", frozenset({"agendaItem", "paper"})),
    ("Consultation", frozenset({"agendaItem", "meeting"})),
    ("Membership", frozenset({"person", "organization"})),
    ("Person", frozenset({"familyName"})),
    ("AgendaItem", frozenset({"meeting", "number"})),
    ("AgendaItem", frozenset({"order", "name"})),
    ("Organization", frozenset({"body", "membership"})),
    ("Organization", frozenset({"body", "classification"})),
    ("Organization", frozenset({"body", "organizationType"})),
    ("LegislativeTerm", frozenset({"startDate", "endDate", "name"})),
    ("Location", frozenset({"streetAddress"})),
    ("Location", frozenset({"geojson"})),
)
"""Properties that only this type has together; asked in this order, for objects of no type and no telling address."""

EMPTY_LIST = "802"
"""The code by which a Sternberg server answers a list without entries (with status 404)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer's objects, each with the name of its type.

    `listed` where it is a list, `next` its following page, `error` the message where the server told one, `dump` where
    a whole municipality stands in one file.
    """

    objects: tuple[tuple[str, dict[str, Any]], ...]
    listed: bool
    version: str | None
    evidence: str
    next: str | None = None
    error: str | None = None
    dump: bool = False

    @property
    def type(self) -> str | None:
        """The type of the first object."""
        return self.objects[0][0] if self.objects else None

    @property
    def kind(self) -> DocumentKind:
        """The kind of document it is."""
        if self.type == "Meeting" and self.listed:
            return "calendar"
        return KINDS.get(self.type or "", "unknown")


def loaded(text: str) -> Any:
    """The JSON, with control characters that a server left unescaped; None for what is none."""
    try:
        return json.loads(text.lstrip("\ufeff"), strict=False)
    except (ValueError, RecursionError):
        return None


def answer_of(data: Any) -> Answer | None:
    """The answer of an OParl server; None for what is of somebody else."""
    if isinstance(data, dict):
        return error_in(data) or page_of(data) or dumped(data) or single(data)
    return listing(data, None) if isinstance(data, list) and data else None


def single(data: dict[str, Any]) -> Answer | None:
    """An object."""
    name, evidence = told(data)
    if name is None:
        return None
    return Answer(objects=((name, data),), listed=False, version=version_in(data), evidence=evidence)


def dumped(data: dict[str, Any]) -> Answer | None:
    """The objects of a municipality that is told in one file."""
    if not is_dump(data):
        return None
    return Answer(
        objects=tuple(objects_of(data)), listed=True, version=None, evidence="meta, agenda_items", dump=True
    )


def page_of(data: dict[str, Any]) -> Answer | None:
    """A page of a list: `data` with `links` and `pagination`."""
    entries, links = data.get("data"), data.get("links")
    if not isinstance(entries, list) or not ("pagination" in data or isinstance(links, dict)):
        return None
    following = links.get("next") if isinstance(links, dict) else None
    following = following if isinstance(following, str) and following else None
    if not entries:
        return Answer(objects=(), listed=True, version=None, evidence="data, pagination", next=following)
    return listing(entries, following)


def listing(entries: list[Any], following: str | None) -> Answer | None:
    """A list of objects, of which the first must be known."""
    objects = [entry for entry in entries if isinstance(entry, dict)]
    kinds = [told(entry)[0] for entry in objects]
    if not objects or kinds[0] is None:
        return None
    return Answer(
        objects=tuple((kind or "Thing", entry) for kind, entry in zip(kinds, objects, strict=True)),
        listed=True,
        version=version_in(objects[0]),
        evidence=told(objects[0])[1],
        next=following,
    )


def error_in(data: dict[str, Any]) -> Answer | None:
    """An error: a list without entries where its code says so, else one with its message."""
    error = data.get("error") if isinstance(data.get("error"), dict) else data
    if not isinstance(error, dict) or not {"code", "message"} <= error.keys() or "id" in error:
        return None
    code, message = str(error["code"]), str(error["message"] or "")
    empty = code == EMPTY_LIST
    return Answer(
        objects=(),
        listed=empty,
        version=None,
        evidence=f"code {code}",
        error=None if empty else message or code,
    )


def told(item: dict[str, Any], default: str | None = None) -> tuple[str | None, str]:
    """The type of an object and what tells it: its type, else its address, else its shape."""
    if (found := TYPE.fullmatch(str(item.get("type", "")))) and found["type"].lower() in NAMES:
        return NAMES[found["type"].lower()], found[0]
    if default:
        return default, ""
    if found := ADDRESS.search(str(item.get("id", ""))):
        return NAMES[found["type"].lower()], found[0]
    for name, keys in SHAPES:
        if keys <= item.keys() and "id" in item:
            return name, ", ".join(sorted(keys))
    return None, ""


def version_in(item: dict[str, Any]) -> str | None:
    """The version that the object's type, or one inside, tells."""
    found = TYPE.search(str(item.get("type", ""))) or TYPE.search(json.dumps(item))
    return found["version"] if found else None
