"""Press releases as text."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass

from db.records.reading import Reading
from sources.composition import Composition
from sources.council import Council
from sources.detection import Recognition, Sample, decoded
from sources.moments import DAY, day_of
from sources.organizations import Named, named_in
from sources.pasted import MINUTES, content_lines, filled, paragraphs_of
from sources.places import only_body
from sources.words import VOCABULARIES

PRODUCT = "Pressemitteilung"
MEDIA_TYPE = "text/plain"

_WORDS: dict[str, list[str]] = tomllib.loads((VOCABULARIES / "press.toml").read_text("utf-8"))
PLACE = r"[A-ZÄÖÜ][\w./()-]*(?:[ /][A-ZÄÖÜ][\w./-]*){0,3}"
CALLED = re.compile(rf"(?:{'|'.join(_WORDS['names'])})\b")
EDITED = re.compile(rf"{PLACE}\s?[(/](?:{'|'.join(_WORDS['editors'])})[)/][.:]?\s?[–-]?(?:\s|$)")
DATELINE = re.compile(rf"{PLACE},?\s(?:(?:den|der)\s)?{DAY.pattern}\s?[.:–-]+\s+(?=\S.{{60}})")
DATE_LINE = re.compile(rf"(?:\w+,\s)?(?:{PLACE},\s)?(?:(?:den|vom)\s)?{DAY.pattern}\.?")
NAMED_LINE = re.compile(rf"(?:{'|'.join(_WORDS['names'])})\b[^\n]{{0,40}}?{DAY.pattern}")
QUOTED = "|".join(_WORDS["quoting"])
QUOTATION = re.compile(
    rf"(?:[“”\"]\s?,?\s?(?:{QUOTED})\s[^.„“]{{0,60}}?[A-ZÄÖÜ]|\b(?:{QUOTED})\b[^.„“]{{0,120}}:\s?[„“\"][A-ZÄÖÜ])"
)
COUNCIL = re.compile(rf"^\W*(?:{'|'.join(_WORDS['council'])})", re.MULTILINE)
ISSUED = re.compile(
    rf"(?:{'|'.join(_WORDS['issuers'])})(?:\s(?:der|des|von))?\s?:?\s+(?P<name>[A-ZÄÖÜ][^\n,;:]{{3,80}})"
)

BEGINNING, TITLE_LENGTH, PROSE = 8, 160, 200
"""A release begins with so many lines; a title has at most so many letters, a paragraph of prose at least so many."""


def recognise(sample: Sample) -> Recognition | None:
    """Text that calls itself a press release, or reports with a dateline or a date and quotations; nothing that stands
    in council documents only."""
    if sample.media_type != "text/plain":
        return None
    lines = content_lines(sample.text)
    text = "\n".join(lines)
    if MINUTES.search(text) or COUNCIL.search(text) or not any(len(line) > PROSE for line in lines):
        return None
    evidence = evidence_of(lines, text)
    return (
        Recognition(product=PRODUCT, kind="press", evidence=evidence[:80], name=PRODUCT) if evidence else None
    )


def evidence_of(lines: Sequence[str], text: str) -> str | None:
    """The words that show a press release."""
    beginning = filled(lines, BEGINNING)
    if called := next((line for line in beginning if len(line) <= TITLE_LENGTH and CALLED.match(line)), None):
        return called
    quotation = QUOTATION.search(text)
    if quotation is None:
        return None
    for line in beginning:
        if report := EDITED.match(line) or DATELINE.match(line):
            return report[0]
    dated = next((line for line in beginning if DATE_LINE.fullmatch(line)), None)
    return dated if dated and front_of(lines).title else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """What stands before the first paragraph of prose; `lines` counts the filled ones."""

    date: str | None
    title: str | None
    subtitles: tuple[str, ...]
    lines: int


def front_of(lines: Sequence[str]) -> Front:
    """Date, title and subtitles."""
    date: str | None = None
    titles: list[str] = []
    count = 0
    for line in filled(lines, BEGINNING):
        if len(line) > TITLE_LENGTH or EDITED.match(line):
            break
        count += 1
        found = DATE_LINE.fullmatch(line) or NAMED_LINE.match(line)
        if found:
            date = date or day_of(found)
        elif not CALLED.match(line) and not ISSUED.match(line) and line[-1] not in ".,;":
            titles.append(line)
    return Front(date=date, title=titles[0] if titles else None, subtitles=tuple(titles[1:]), lines=count)


def read(content: bytes, document_id: str) -> Reading:
    """The reading of a press release: title, day, who issued it and which organisations it names."""
    lines = content_lines(decoded(content))
    text = "\n".join(lines)
    front = front_of(lines)
    council = Council(document_id, municipality(lines))
    named = named_in(text)
    issuer = issuer_of(text, front, named)
    if issuer:
        council.involve(council.organization(issuer, own=False), "issuer")
    for organization in named:
        key = council.organization(organization.name, organization.classification, own=False)
        if organization.name != issuer:
            council.involve(key, "named")
    composition = composed(lines, front)
    return Reading(
        product=PRODUCT,
        kind="press",
        media_type=MEDIA_TYPE,
        text=composition.text,
        regions=composition.regions,
        records=council.records,
        title=front.title,
        date=front.date or dateline_day(lines),
        body_id=council.body_id,
    )


def municipality(lines: Sequence[str]) -> str | None:
    """The municipality that calls the text its own in the beginning (`Pressemitteilung der Stadt Auental`)."""
    return next((only_body(line) for line in filled(lines, BEGINNING) if CALLED.match(line)), None)


def dateline_day(lines: Sequence[str]) -> str | None:
    """The day of the dateline with which the report begins."""
    reports = (DATELINE.match(line) for line in filled(lines, BEGINNING))
    return next((day_of(report) for report in reports if report), None)


def issuer_of(text: str, front: Front, named: Sequence[Named]) -> str | None:
    """Who published it: the one a line names as publisher, else the organisation with which a title begins."""
    if labelled := ISSUED.search(text):
        issued = labelled["name"].strip()
        return next((known.name for known in named if known.name in issued or known.short == issued), issued)
    for title in filter(None, (front.title, *front.subtitles)):
        for organization in named:
            called = (organization.short, organization.name.partition(" (")[0])
            if any(name and re.match(rf"(?:Das |Die |Der )?{re.escape(name)}\b", title) for name in called):
                return organization.name
    return municipality(text.split("\n"))


def composed(lines: Sequence[str], front: Front) -> Composition:
    """The text; its head is what stands before the first paragraph of prose."""
    composition = Composition()
    seen = 0
    paragraphs = paragraphs_of(lines)
    for at, paragraph in enumerate(paragraphs):
        if seen >= front.lines:
            composition.mark("head", 0)
            composition.paragraphs(paragraphs[at:])
            break
        seen += len(paragraph.splitlines())
        composition.paragraph(paragraph)
    return composition
