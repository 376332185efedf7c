"""The component `sections`: which part of the minutes a stretch of text is, and which agenda item it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from db.records.council import AgendaItem
from db.records.reading import Region
from pipeline.extensions import text_of
from pipeline.findings import Item, Section, SectionKind, Span
from pipeline.structure.attendance import attendees_of
from pipeline.structure.entries import Group
from pipeline.structure.head import OFFICIAL, TITLE, head_of
from pipeline.structure.headings import Outline, outline_of
from pipeline.structure.items import items_of, together
from pipeline.structure.lines import LABEL, TALLY, is_spoken, tells
from pipeline.structure.matching import mismatches
from pipeline.structure.numbers import levels
from pipeline.structure.openings import opening_of
from pipeline.structure.parts import (
    ATTACHMENT,
    ATTENDANCE,
    CLOSING,
    SPEAKS,
    VOTE_WORDS,
)
from pipeline.structure.regions import innermost, items_in, kinds_in
from pipeline.structure.rows import told_in_head
from pipeline.structure.style import with_styles
from pipeline.structure.vocabulary import alternatives

SUBJECT = r"(?:\s(?:zu\s|TOP\s|Punkt\s)?[\d./]+)?\s*(?::|$)"
LABELS: dict[SectionKind, re.Pattern[str]] = {
    "proposal": re.compile(rf"(?:{alternatives('labels', 'proposal')}){SUBJECT}", re.MULTILINE),
    "vote": re.compile(rf"(?:{alternatives('labels', 'vote')}){SUBJECT}", re.MULTILINE),
    "decision": re.compile(rf"(?:{alternatives('labels', 'decision')}){SUBJECT}", re.MULTILINE),
    "discussion": re.compile(rf"(?:{alternatives('labels', 'discussion')}){SUBJECT}", re.MULTILINE),
}
BEHIND = ("closing", "attachment")
"""What stands behind the minutes of the items."""

RECORDED = re.compile(r"[Zz]u(?:m)? Protokoll gegebene[nr]? \w*(?:[Rr]ede|[Bb]eitr|[Ee]rklärung)")
"""A speech handed in for the record: it stands among the attachments, but is speech."""

SIGNATURES = 200
"""So many letters names, offices and places of a closing may take in one paragraph."""

OF_ITEM = re.compile(r"(?:\w+\s)?(?:TOP|Top|Punkt)\s?(\d{1,3}(?:\.\d{1,3})*)")


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph with its kind, the item it belongs to, and whether it is public."""

    paragraph: Span
    kind: SectionKind
    item: int | None
    public: bool


class SectionReader:
    """Sets `doc._.sections` and `doc._.items`; needs `doc._.paragraphs`."""

    def __call__(self, doc: Doc) -> Doc:
        """Read sections and items of the doc."""
        outline = doc.user_data.get("outline") or outline_of(text_of(doc))
        text = outline.text
        if doc._.regions:
            doc._.items, doc._.sections = structured(
                text, outline, doc._.paragraphs, doc._.regions, doc._.agenda
            )
        else:
            doc._.items, doc._.sections = structure_of(text, outline, doc._.paragraphs)
            doc._.doubts.extend(mismatches(outline.agenda, doc._.items, outline.lines))
        listed = [section for section in doc._.sections if section.kind == "attendance"]
        heads = [section for section in doc._.sections if section.kind == "head"]
        doc._.attendees = (
            *told_in_head([line for line in outline.lines if _within(line.start, heads)]),
            *attendees_of([line for line in outline.lines if _within(line.start, listed)]),
        )
        doc._.head = head_of(text, front_end(doc._.sections), doc._.attendees)
        return doc


def _within(place: int, sections: Sequence[Section]) -> bool:
    return any(section.start <= place < section.end for section in sections)


def front_end(sections: Sequence[Section]) -> int:
    """Where the head of the document ends: with the attendance list, or before the agenda or the first item."""
    return next(
        (section.start for section in sections if section.kind not in ("head", "attendance")),
        sections[-1].end if sections else 0,
    )


def structured(
    text: str,
    outline: Outline,
    paragraphs: Sequence[Span],
    regions: Sequence[Region],
    agenda: Sequence[AgendaItem] = (),
) -> tuple[tuple[Item, ...], tuple[Section, ...]]:
    """The items and sections of a text whose format tells regions."""
    items = items_in(text, regions, agenda)
    numbers = {item.id: at for at, item in enumerate(items)}
    kinds = kinds_in(paragraphs, regions, list(kinds_of(text, outline, paragraphs)))
    parts = []
    for paragraph, kind in zip(paragraphs, kinds, strict=True):
        region = innermost(paragraph, regions)
        item = numbers.get(region.item) if region else None
        parts.append(Part(paragraph, kind, item, region.public if region else True))
    return items, with_styles(text, covering(text, joined(text, parts)))


def structure_of(
    text: str, outline: Outline, paragraphs: Sequence[Span]
) -> tuple[tuple[Item, ...], tuple[Section, ...]]:
    """The items and sections of a text by what it looks like."""
    kinds = list(kinds_of(text, outline, paragraphs))
    publics = dict(zip((p.start for p in paragraphs), publics_of(outline, paragraphs), strict=True))
    last = outline.lines[outline.headings[-1].first].start if outline.headings else 0
    stop = next(
        (p.start for p, kind in zip(paragraphs, kinds, strict=True) if p.start > last and kind in BEHIND),
        len(text),
    )
    heading_publics = [publics[outline.lines[heading.first].start] for heading in outline.headings]
    items = items_of(text, outline, heading_publics, stop)
    parts = [
        Part(paragraph, kind, owner, publics[paragraph.start])
        for paragraph, kind, owner in zip(
            paragraphs, kinds, owners_of(text, outline, paragraphs, kinds, items), strict=True
        )
    ]
    return items, with_styles(text, covering(text, joined(text, parts)))


def kinds_of(text: str, outline: Outline, paragraphs: Sequence[Span]) -> Iterator[SectionKind]:
    """What each paragraph is, by the labels and headings so far."""
    lines, agenda = outline.lines, outline.agenda
    headings = {lines[heading.first].start for heading in outline.headings}
    first = min(headings, default=len(text))
    listed = range(lines[agenda.start].start, lines[agenda.end - 1].end) if agenda.entries else range(0)
    kind: SectionKind = "head" if headings or agenda.entries or len(paragraphs) > 3 else "discussion"
    for paragraph in paragraphs:
        piece = text[paragraph.start : paragraph.end]
        if paragraph.start in headings:
            kind = "heading"
        elif paragraph.start in listed:
            kind = "agenda"
        elif paragraph.start in outline.marks and kind not in ("head", "attendance"):
            kind = "heading"
        elif paragraph.start < first and kind in ("head", "attendance", "agenda"):
            kind = _front(piece, kind)
        else:
            kind = _inside(piece, kind)
        yield kind


def _front(piece: str, before: SectionKind) -> SectionKind:
    """The kind of a paragraph before the first item and outside the agenda."""
    if ATTENDANCE.match(piece) or (before == "attendance" and _names_on(piece)):
        return "attendance"
    if not TITLE.match(piece):
        for kind, label in LABELS.items():
            if label.match(piece):
                return kind
    if (
        before == "agenda"
        or (is_spoken(piece) and not OFFICIAL.match(piece))
        or (re.search(r"\w{3,}\W?\.$", piece) and len(piece) > 40 and SPEAKS.search(piece))
    ):
        return "discussion"
    return before


def _names_on(piece: str) -> bool:
    """Whether an attendance list goes on with a label and names (`Bürgermeister: Herr Braun`), which is no speech."""
    line = piece.split("\n", 1)[0]
    return opening_of(line, Group()) is not None and not piece.rstrip().endswith((".", "!", "?"))


def _inside(piece: str, before: SectionKind) -> SectionKind:
    """The kind of a paragraph in the minutes of an item or behind the last."""
    if before in BEHIND and RECORDED.search(piece):
        return "discussion"
    if before in BEHIND:
        return "attachment" if ATTACHMENT.match(piece) or _no_closing(piece) else before
    if CLOSING.match(piece):
        return "closing"
    if ATTACHMENT.match(piece):
        return "attachment"
    for kind, label in LABELS.items():
        if label.match(piece):
            return kind
    if before in ("decision", "discussion") and TALLY.fullmatch(piece):
        return "vote"
    if before == "vote":
        return "vote" if VOTE_WORDS.search(piece) and not tells(piece) and len(piece) < 1200 else "discussion"
    if before in ("decision", "proposal"):
        return "discussion" if tells(piece) else before
    return "discussion"


def _no_closing(piece: str) -> bool:
    """Whether a paragraph behind the closing is too long for signatures: it belongs to what is attached."""
    return len(piece) > SIGNATURES and not CLOSING.match(piece)


def publics_of(outline: Outline, paragraphs: Sequence[Span]) -> Iterator[bool]:
    """Whether each paragraph stands in the public part: by the marks of parts, the headings and the agenda.

    What the agenda lists as non-public is not public, whatever part it stands in.
    """
    headings = {outline.lines[heading.first].start: heading for heading in outline.headings}
    entries = {outline.lines[entry.line].start: entry.public for entry in outline.agenda.entries}
    front = _agenda_end(outline)
    public, listed, told = True, True, True
    for paragraph in paragraphs:
        if paragraph.start in entries:
            yield entries[paragraph.start]
            continue
        if paragraph.start >= front > 0 and told:
            # behind an agenda that lists both parts the minutes begin with the public one
            told, public = False, public or not all(entries.values())
        if paragraph.start in outline.marks:
            public, listed = outline.marks[paragraph.start], True
        if heading := headings.get(paragraph.start):
            public = public if heading.public is None else heading.public
            listed = not outline.agenda.holds_back(heading.number)
        yield public and listed


def _agenda_end(outline: Outline) -> int:
    """Where the agenda at the front ends; 0 where there is none."""
    agenda, lines = outline.agenda, outline.lines
    return lines[agenda.end - 1].end if agenda.entries else 0


def owners_of(
    text: str,
    outline: Outline,
    paragraphs: Sequence[Span],
    kinds: Sequence[SectionKind],
    items: Sequence[Item],
) -> Iterator[int | None]:
    """The item each paragraph belongs to; of items that share their minutes the first, unless a label names one."""
    shared = together(outline.headings)
    numbers = {levels(item.number or ""): at for at, item in enumerate(items)}
    starts = [item.start for item in items]
    at, named = -1, None
    for paragraph, kind in zip(paragraphs, kinds, strict=True):
        while at + 1 < len(starts) and starts[at + 1] <= paragraph.start:
            at += 1
        if at < 0 or kind in BEHIND or paragraph.start >= items[at].end:
            yield None
        elif not shared or kind == "heading":
            yield at
        else:
            match = (
                OF_ITEM.match(text, paragraph.start, paragraph.end) if kind in ("vote", "decision") else None
            )
            if LABEL.match(text, paragraph.start, paragraph.end) or kind == "discussion":
                named = None
            if match:
                named = numbers.get(levels(match[1]), named)
            yield named if named is not None else 0


def joined(text: str, parts: Sequence[Part]) -> list[Section]:
    """Paragraphs of one kind, item and publicity as one section; a label always begins a section."""
    sections: list[Section] = []
    for part in parts:
        last = sections[-1] if sections else None
        same = last and (last.kind, last.item, last.public) == (part.kind, part.item, part.public)
        labelled = LABEL.match(text, part.paragraph.start, part.paragraph.end)
        if last and same and not labelled:
            sections[-1] = replace(last, end=part.paragraph.end)
        else:
            sections.append(
                Section(
                    start=part.paragraph.start,
                    end=part.paragraph.end,
                    kind=part.kind,
                    item=part.item,
                    public=part.public,
                )
            )
    return sections


def covering(text: str, sections: Sequence[Section]) -> tuple[Section, ...]:
    """The same sections, grown so that they cover the text."""
    starts = [0, *(section.start for section in sections[1:])]
    ends = [*starts[1:], len(text)]
    return tuple(
        replace(section, start=start, end=end)
        for section, start, end in zip(sections, starts, ends, strict=False)
    )


@Language.factory(
    "sections",
    assigns=["doc._.sections", "doc._.items", "doc._.head", "doc._.attendees"],
    requires=["doc._.paragraphs"],
)
def make_sections(nlp: Language, name: str) -> SectionReader:  # noqa: ARG001 - spaCy calls factories so
    """The component `sections`."""
    return SectionReader()
