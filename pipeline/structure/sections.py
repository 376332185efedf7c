"""The component `sections`: which part of the minutes a stretch of text is, and which agenda item it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

import pipeline.extensions  # noqa: F401
from pipeline.findings import Item, Section, SectionKind, Span
from pipeline.structure.items import Heading, headings_of
from pipeline.structure.lines import LABEL
from pipeline.structure.vocabulary import alternatives

PARTS: dict[SectionKind, re.Pattern[str]] = {
    "attendance": re.compile(alternatives("parts", "attendance"), re.MULTILINE),
    "agenda": re.compile(alternatives("parts", "agenda"), re.MULTILINE),
    "closing": re.compile(alternatives("parts", "closing"), re.MULTILINE),
    "attachment": re.compile(alternatives("parts", "attachment"), re.MULTILINE),
}
NONPUBLIC = re.compile(alternatives("parts", "nonpublic"))
PUBLIC = re.compile(alternatives("parts", "public"), re.MULTILINE)
LABELS: dict[SectionKind, re.Pattern[str]] = {
    kind: re.compile(rf"(?:{alternatives('labels', kind)})(?: (?:zu |TOP |Punkt )?[\d.]+)?\s*:")
    for kind in ("proposal", "vote", "decision", "discussion")
}
VOTE_WORDS = re.compile(alternatives("parts", "vote"))
LISTED = re.compile(r"(?:[-–•]\s|\(?\d{1,2}(?:\.\d{1,2})*\.?\)?\s|[a-z]\)\s)")


class SectionReader:
    """Sets `doc._.sections` and `doc._.items`; needs `doc._.paragraphs`."""

    def __call__(self, doc: Doc) -> Doc:
        """Read sections and items of the doc."""
        text, paragraphs = doc.text, doc._.paragraphs
        headings = headings_of(text, paragraphs)
        kinds = list(kinds_of(text, paragraphs, headings))
        publics = publics_of(text, paragraphs, headings)
        doc._.items = items_of(text, paragraphs, headings, kinds, publics)
        doc._.sections = sections_of(text, paragraphs, kinds, publics, doc._.items)
        return doc


def kinds_of(text: str, paragraphs: Sequence[Span], headings: Sequence[Heading]) -> Iterator[SectionKind]:
    """What each paragraph is, by the labels and headings so far."""
    first = headings[0].start if headings else len(text)
    kind: SectionKind = "head" if headings or len(paragraphs) > 3 else "discussion"
    within = {p.start for h in headings for p in paragraphs if h.start <= p.start < h.end}
    for paragraph in paragraphs:
        piece = text[paragraph.start : paragraph.end]
        if paragraph.start in within:
            kind = "heading"
        elif paragraph.start < first:
            kind = _front(piece, kind)
        else:
            kind = _inside(piece, kind)
        yield kind


def _front(piece: str, before: SectionKind) -> SectionKind:
    """The kind of a paragraph before the first item."""
    for kind in ("attendance", "agenda"):
        if PARTS[kind].match(piece):  # type: ignore[index]
            return kind  # type: ignore[return-value]
    if re.search(r"Tagesordnung\s?:\s?$", piece):
        return "agenda"
    if before == "agenda" and not LISTED.match(piece) and re.search(r"\.$", piece) and len(piece) > 100:
        return "discussion"
    if before == "attendance" and re.search(r"[a-zäöüß]{3,}\.$", piece) and len(piece) > 50:
        return "discussion"
    return before


def _inside(piece: str, before: SectionKind) -> SectionKind:
    """The kind of a paragraph in the minutes of an item or behind the last."""
    if before in ("closing", "attachment"):
        return "attachment" if PARTS["attachment"].match(piece) else before
    for kind in ("closing", "attachment"):
        if PARTS[kind].match(piece):  # type: ignore[index]
            return kind  # type: ignore[return-value]
    for kind, label in LABELS.items():
        if label.match(piece):
            return kind
    if before == "vote":
        return "vote" if len(piece) < 200 and VOTE_WORDS.search(piece) else "discussion"
    if before == "heading":
        return "discussion"
    return before


def publics_of(text: str, paragraphs: Sequence[Span], headings: Sequence[Heading]) -> list[bool]:
    """Whether each paragraph stands in the public part."""
    told = {heading.start: heading.public for heading in headings if heading.public is not None}
    public = True
    found = []
    for paragraph in paragraphs:
        if NONPUBLIC.match(text, paragraph.start, paragraph.end):
            public = False
        elif PUBLIC.match(text, paragraph.start, paragraph.end):
            public = True
        public = told.get(paragraph.start, public)
        found.append(public)
    return found


def items_of(
    text: str,
    paragraphs: Sequence[Span],
    headings: Sequence[Heading],
    kinds: Sequence[SectionKind],
    publics: Sequence[bool],
) -> tuple[Item, ...]:
    """The items from one heading to the next; the last ends before the closing."""
    public = {p.start: told for p, told in zip(paragraphs, publics, strict=True)}
    stop = next(
        (p.start for p, k in zip(paragraphs, kinds, strict=True) if k in ("closing", "attachment")), len(text)
    )
    found = []
    for heading, after in zip(headings, [*(h.start for h in headings[1:]), stop], strict=True):
        end = max(heading.end, after) if after == stop else after
        found.append(
            Item(
                start=heading.start,
                end=heading.start + len(text[heading.start : end].rstrip()),
                number=heading.number,
                title=heading.title,
                public=public[heading.start],
                papers=heading.papers,
            )
        )
    return tuple(found)


def sections_of(
    text: str,
    paragraphs: Sequence[Span],
    kinds: Sequence[SectionKind],
    publics: Sequence[bool],
    items: Sequence[Item],
) -> tuple[Section, ...]:
    """Paragraphs of one kind, item and publicity joined; each section ends where the next begins."""
    joined: list[Section] = []
    at = -1
    for paragraph, kind, public in zip(paragraphs, kinds, publics, strict=True):
        while at + 1 < len(items) and items[at + 1].start <= paragraph.start:
            at += 1
        item = at if at >= 0 and paragraph.start < items[at].end else None
        section = Section(start=paragraph.start, end=paragraph.end, kind=kind, item=item, public=public)
        last = joined[-1] if joined else None
        if (
            last
            and (last.kind, last.item, last.public) == (kind, item, public)
            and not LABEL.match(text, paragraph.start, paragraph.end)
        ):
            joined[-1] = replace(last, end=paragraph.end)
        else:
            joined.append(section)
    return covering(text, joined)


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
def make_sections(nlp: Language, name: str) -> SectionReader:
    """The component `sections`."""
    return SectionReader()
