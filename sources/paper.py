"""Papers for a council as the text layer of their files: proposals, reports, replies, and motions on its forms."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from db.records.documents import DocumentKind
from db.records.reading import Reading, Region
from sources import plain_text
from sources.council import Council
from sources.detection import Recognition, Sample, decoded
from sources.factions import groups_in
from sources.moments import NUMERIC, day_in
from sources.organs import ORGAN
from sources.pasted import MINUTES, filled, lines_of
from sources.places import BODY, bodies_named
from sources.words import VOCABULARIES

PRODUCT = "Vorlage"

_WORDS = tomllib.loads((VOCABULARIES / "papers.toml").read_text("utf-8"))
HEADINGS: tuple[tuple[DocumentKind, re.Pattern[str]], ...] = (
    ("motion", re.compile("|".join(_WORDS["headings"]["motion"]), re.IGNORECASE)),
    ("paper", re.compile("|".join(_WORDS["headings"]["paper"]), re.IGNORECASE)),
)
NUMBER = re.compile(rf"(?:{'|'.join(_WORDS['labels']['number'])})\s?:?(?=\s|$)")
TABLE = re.compile(rf"(?:{'|'.join(_WORDS['labels']['table'])})")
RESPONSIBLE = re.compile(rf"(?:{'|'.join(_WORDS['labels']['responsible'])})")
REFERENCE = re.compile(r"(?<![\w/-])(?=(?:[^\s\d]*\d){3})\w+(?:[/-]\w+)+(?![\w/.])")
"""A paper's number: parts joined by `/` or `-`, three digits at least."""

STATION = re.compile(rf"(?P<organ>{ORGAN}[^\d\n]{{0,60}}?)\s+{NUMERIC}(?:\s|$)")
HEAD_LINES, LOOK = 30, 8
"""The head of a form has at most so many filled lines; a title is looked for in so many before its table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What the form's head tells."""

    kind: DocumentKind
    heading: str
    title: str | None
    reference: str | None
    body: str | None
    originator: str | None
    stations: tuple[tuple[str, str], ...]


def recognise(sample: Sample) -> Recognition | None:
    """Text on a council's form: the kind in a line of its own, a label for its number and a table of consultations."""
    if sample.media_type != "text/plain":
        return None
    lines = head_lines(sample.text)
    if MINUTES.search("\n".join(lines_of(sample.text))):
        return None
    found = heading_of(lines)
    labelled = any(NUMBER.match(line) for line in lines) or any(TABLE.match(line) for line in lines)
    if found is None or not labelled:
        return None
    kind, heading = found
    return Recognition(product=PRODUCT, kind=kind, evidence=heading[:80], name=heading[:80])


def head_lines(text: str) -> list[str]:
    """The filled lines of the head."""
    return filled(lines_of(text[:HEAD_TEXT]), HEAD_LINES)


HEAD_TEXT = 6000
"""The head stands in so many characters."""


def heading_of(lines: Sequence[str]) -> tuple[DocumentKind, str] | None:
    """The kind of document and the line that says so, before the table of consultations."""
    for line in lines:
        if TABLE.match(line):
            return None
        for kind, pattern in HEADINGS:
            if pattern.fullmatch(line):
                return kind, line
    return None


def read(content: bytes, document_id: str) -> Reading:
    """The continuous text of a paper with what its head tells; nothing in it is decided."""
    base = plain_text.read(content, document_id)
    head = head_of(head_lines(decoded(content)))
    council = Council(document_id, head.body)
    council.paper(head.reference, name=head.title, paper_type=head.heading, originator=head.originator)
    for organ, day in head.stations:
        council.meeting(organ, day)
    if head.kind == "motion":
        for group in groups_in(head.originator or ""):
            council.involve(council.organization(group.name, group.classification), "applicant")
    return replace(
        base,
        product=PRODUCT,
        kind=head.kind,
        title=head.title or head.heading,
        regions=(Region(kind="proposal", start=0, end=len(base.text)),),
        records=council.records,
        body_id=council.body_id,
    )


def head_of(lines: Sequence[str]) -> Head:
    """Read a form's head."""
    kind, heading = heading_of(lines) or ("paper", lines[0])
    table = next((at for at, line in enumerate(lines) if TABLE.match(line)), len(lines))
    before = lines[:table]
    reference = reference_in(before)
    named = [name for line in before if BODY.fullmatch(line) for name in bodies_named(line)]
    return Head(
        kind=kind,
        heading=heading,
        title=title_in(before, heading, reference) if table < len(lines) else None,
        reference=reference,
        body=named[0] if named else None,
        originator=originator_in(before, heading) if kind == "motion" else None,
        stations=tuple(stations_in(lines[table:])),
    )


def reference_in(lines: Sequence[str]) -> str | None:
    """The paper's number: the first one behind its label."""
    start = next((at for at, line in enumerate(lines) if NUMBER.match(line)), None)
    if start is None:
        return None
    found = REFERENCE.search("\n".join(lines[start:]))
    return found[0] if found else None


def title_in(lines: Sequence[str], heading: str, reference: str | None) -> str | None:
    """The title: the last line before the table that is no label, number or name of who moves it."""
    for line in reversed(lines[-LOOK:]):
        if line in (heading, reference) or RESPONSIBLE.match(line) or BODY.fullmatch(line):
            return None
        if not re.match(r"(?:Antrag|Anfrage)\s?:", line):
            return line if len(line) > 5 else None
    return None


def originator_in(lines: Sequence[str], heading: str) -> str | None:
    """Who moves it: the line behind the heading, where it names a faction or members of the council."""
    behind = lines[lines.index(heading) + 1 :] if heading in lines else []
    named = [
        line for line in behind[:LOOK] if groups_in(line) or re.match(r"\w*(?:rat|rätin|ordnete\w*)\s", line)
    ]
    return ", ".join(named) or None


def stations_in(lines: Sequence[str]) -> list[tuple[str, str]]:
    """Organ and day of each consultation in the table."""
    found = []
    for line in lines[:LOOK]:
        if match := STATION.match(line):
            day = day_in(match[0])
            found += [(match["organ"].strip(), day)] if day else []
    return found
