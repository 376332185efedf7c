"""Motions and questions of factions as text, as they are published on their pages or sent to the council."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from db.records.reading import Reading
from sources.composition import Composition
from sources.council import Council
from sources.detection import Recognition, Sample, decoded
from sources.factions import Group, groups_in
from sources.moments import DAY, day_in
from sources.organs import sitting_in
from sources.pasted import MINUTES, content_lines, filled, paragraphs_of
from sources.places import bodies_named, only_body
from sources.words import VOCABULARIES

PRODUCT = "Antrag"
MEDIA_TYPE = "text/plain"

_WORDS: dict[str, list[str]] = tomllib.loads((VOCABULARIES / "motions.toml").read_text("utf-8"))
HEADING = re.compile(
    rf"(?P<type>{'|'.join(_WORDS['headings'])})(?:\s*[:–-]\s*(?P<name>\S.*)|\s+(?P<phrase>(?!an\b)\S.*)|\s*:?\s*$)"
)
PHRASES = re.compile("|".join(_WORDS["phrases"]), re.DOTALL)
MOVING = re.compile("|".join(_WORDS["moving"]))
ADDRESSED = re.compile(r"\(|(?:für|an|der|des|von|vom|nach|gemäß)\s")
"""Words behind the heading's first that say whose it is or where it goes, not what it is about."""

MOVED = re.compile(
    r"\b(?:stell(?:t|en)|richte(?:t|n))\b.{0,300}?\bfolgende[nr]?\s(?:\w+\s)?(?P<type>\w*(?:antrag|Antrag|anfrage|Anfrage))\b"
)
"""A sentence that moves something: `Die Fraktion der SPD stellt folgenden Antrag`."""

SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ„])")
SUBJECT = re.compile(
    r"(?:^(?:Betreff|Betrifft|Betr\.|Thema|Gegenstand|Titel)\s?:|^An(?:trag|frage)\b.*?\b(?:betreffend|betr\.|bezüglich))"
    r"\s*(?P<name>\S.*)"
)

BEGINNING, HEADING_LENGTH = 15, 200
"""The heading stands in so many filled lines and has so many letters at most."""


def recognise(sample: Sample) -> Recognition | None:
    """Text with a motion's heading and somebody who moves something, and nothing that only minutes have."""
    if sample.media_type != "text/plain":
        return None
    lines = content_lines(sample.text)
    heading = heading_in(lines)
    text = "\n".join(lines)
    if heading is None or MINUTES.search(text) or not PHRASES.search(text):
        return None
    return Recognition(product=PRODUCT, kind="motion", evidence=heading.line[:80], name="Antrag")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The line that calls the text a motion; `name` is what it is about."""

    line: str
    type: str
    name: str


def heading_in(lines: Sequence[str]) -> Heading | None:
    """The heading among the first lines; what it is about stands in it, in a line `Betreff`, before it or behind it."""
    beginning = filled(lines, BEGINNING)
    for at, line in enumerate(beginning):
        match = HEADING.match(line) if len(line) <= HEADING_LENGTH and not line.endswith(".") else None
        if match is None:
            continue
        around = [*beginning[max(at - 1, 0) : at], *beginning[at + 1 : at + 2]]
        title = next(filter(is_title, [*around, beginning[0]]), None)
        about = None if ADDRESSED.match(match["phrase"] or "(") else line
        return Heading(
            line=line,
            type=match["type"],
            name=subject_in(beginning) or match["name"] or about or title or line,
        )
    return moved_in(beginning, lines)


def moved_in(beginning: Sequence[str], lines: Sequence[str]) -> Heading | None:
    """The title of a text that is not called a motion but moves something in the name of a group."""
    for line in lines:
        match = MOVED.search(line)
        if match and groups_in(line) and is_title(beginning[0]):
            return Heading(line=beginning[0], type=match["type"], name=beginning[0])
    return None


def subject_in(lines: Sequence[str]) -> str | None:
    """What a line `Betreff: …` or `Anfrage … betreffend …` says."""
    return next((match["name"] for line in lines if (match := SUBJECT.search(line))), None)


def is_title(line: str) -> bool:
    """Whether a line may be a title: one phrase that is no label, address or date."""
    return bool(line) and len(line) <= HEADING_LENGTH and line[-1] not in ".:,;" and ": " not in line


def read(content: bytes, document_id: str) -> Reading:
    """The reading of a motion: who moves what, for which meeting."""
    lines = content_lines(decoded(content))
    heading = heading_in(lines) or Heading(line="", type="Antrag", name="")
    groups = applicants(lines)
    council = Council(document_id, municipality(lines))
    organ, day = meeting_told(lines) or (None, None)
    meeting = council.meeting(organ, day)
    own_day = own_date(lines)
    council.paper(
        None,
        name=heading.name,
        paper_type=heading.type,
        originator=", ".join(group.name for group in groups),
        date=own_day,
    )
    for group in groups:
        council.involve(council.organization(group.name, group.classification), "applicant")
    composition = composed(lines, heading)
    return Reading(
        product=PRODUCT,
        kind="motion",
        media_type=MEDIA_TYPE,
        text=composition.text,
        regions=composition.regions,
        records=council.records,
        title=(heading.line if heading.name in heading.line else heading.name) or None,
        date=day or own_day,
        body_id=council.body_id,
        meeting_id=meeting,
    )


def places_that_tell(lines: Sequence[str]) -> Iterator[str]:
    """Where it may stand who moves it and for which meeting: the sentences that say so, the heading, the letterhead."""
    beginning = filled(lines, BEGINNING)
    yield from (text for line in lines for text in SENTENCE.split(line) if MOVING.search(text))
    yield from (line for line in beginning if HEADING.match(line))
    yield from (line for line in beginning if len(line) < HEADING_LENGTH)


def applicants(lines: Sequence[str]) -> tuple[Group, ...]:
    """Who moves it, from the first place that names a group."""
    return next(filter(None, map(groups_in, places_that_tell(lines))), ())


def municipality(lines: Sequence[str]) -> str | None:
    """The only municipality that is named, where it is named in the beginning or more than once: one that is named
    in passing may be another's example."""
    text = "\n".join(lines)
    name = only_body(text)
    told = name and (
        bodies_named(text)[name] > 1 or name in bodies_named("\n".join(filled(lines, BEGINNING)))
    )
    return name if told else None


def meeting_told(lines: Sequence[str]) -> tuple[str, str] | None:
    """Organ and day of the meeting for which it is moved."""
    return next(filter(None, map(sitting_in, places_that_tell(lines))), None)


def own_date(lines: Sequence[str]) -> str | None:
    """The day on which it was written: a line of the beginning that is little more than a date."""
    for line in filled(lines, BEGINNING):
        match = DAY.search(line)
        if match and len(line) - len(match[0]) <= DATE_LINE and "itzung" not in line:
            return day_in(line)
    return None


DATE_LINE = 30
"""A date line has so many letters beside the date (`Lindenfurt, den …`)."""


def composed(lines: Sequence[str], heading: Heading) -> Composition:
    """The text: what stands down to the heading is the head, all else is proposed."""
    composition = Composition()
    paragraphs = paragraphs_of(lines)
    head = (
        next((at for at, paragraph in enumerate(paragraphs) if heading.line in paragraph.split("\n")), 0) + 1
    )
    composition.paragraphs(paragraphs[:head])
    composition.mark("head", 0)
    composition.mark("proposal", composition.paragraphs(paragraphs[head:]))
    return composition
