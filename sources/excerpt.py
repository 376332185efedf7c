"""Excerpts of the minutes as pasted text: what remains of a page when a reader copies it.

An ALLRIS 3 page keeps its heading (`Auszug - …`), its head fields (several in a line, some glued together) and the
headings of its sections. Of an ALLRIS 4 page remain a heading with day and number (`06.05.2021 - 5 …`), the result and
the sections, with the buttons that fold them (`Reduzieren`) in between; of a SessionNet page heading and sections.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import cast

from db.records.reading import Reading, ReadingError, RegionKind
from sources.composition import Composition
from sources.council import Council, is_public
from sources.detection import Recognition, Sample, decoded
from sources.head_fields import LABEL, Field, Fields, fields_in
from sources.moments import day_in
from sources.organs import decides, deciding_organ
from sources.pasted import lines_of, paragraphs_of
from sources.places import only_body
from sources.results import outcome_of
from sources.words import VOCABULARIES, word_list

PRODUCT = "Auszug"
ALLRIS_3, ALLRIS_4, SESSIONNET = "ALLRIS 3", "ALLRIS 4", "SessionNet"
MEDIA_TYPE = "text/plain"

_WORDS = tomllib.loads((VOCABULARIES / "section_labels.toml").read_text("utf-8"))
KINDS: tuple[RegionKind, ...] = ("discussion", "decision", "vote", "proposal", "attachment")
SECTION = {label.casefold(): kind for kind in KINDS for label in _WORDS[kind]}
TOGGLES = frozenset(word.casefold() for word in _WORDS["toggles"])
MENU = frozenset(word.casefold() for word in _WORDS["menu"])
INTERLUDE = re.compile("|".join(word_list("interludes.txt")))

HEADINGS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (ALLRIS_3, re.compile(r"Auszug\s[-–]\s(?P<title>\S.*)")),
    (
        ALLRIS_4,
        re.compile(
            r"(?P<day>\d{2}\.\d{2}\.\d{4})\s[-–]\s(?P<number>(?:(?:Ö|N|NÖ)\s?)?\d+(?:\.\d+)*[a-z]?\.?)"
            r"\s+(?P<title>\S.*)"
        ),
    ),
    (SESSIONNET, re.compile(r"TOP\s(?P<number>(?:Ö|N|NÖ)\s?\d+(?:\.\d+)*):\s(?P<title>\S.*)")),
)
INLINE = re.compile(r"(Beschluss|Abstimmungsergebnis|Abstimmung):\s*\S")
REFERENCE = re.compile(r"(?=(?:\D*\d){3})(?=[^/-]*\d*[/-])[\w./()-]+\Z")
"""A paper's number: at least three digits, parts joined by `/` or `-` (`DrS/2021/241`, `22-0621`)."""

MEETING = re.compile(r"(?:\d+\.\s)?(?:\w+\s){0,2}Sitzung\s(?:des|der)\s")
"""How the page names the meeting (`25. öffentliche Sitzung des Sportausschusses`)."""

TWO_COLUMNS = re.compile(r"Ursprung\s?[Aa]ktuell")
"""Heading of a head that tells of the paper twice, side by side: the values of the columns are glued together."""

GLUED = re.compile(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ])")

PHRASE, PHRASE_LINES = 80, 2
"""A result has at most so many letters and stands in the line of its label or in the next."""

HEAD_LABELS = 3
"""So many different labels of head fields tell a head from a sentence with a colon."""


LABEL_HINTS = frozenset(
    ("TOP", "Gremium", "Beschlussart", "Datum", "Status", "Zeit", "Anlass", "Raum", "Ort")
)


def recognise(sample: Sample) -> Recognition | None:
    """Text with the heading of an excerpt, its fields or sections behind it."""
    if sample.media_type != "text/plain":
        return None
    lines = lines_of(sample.text)
    place = heading_place(lines)
    if place is None:
        return None
    product, _ = cast("tuple[str, re.Match[str]]", heading_of(lines[place]))
    following = lines[place + 1 : place + 60]
    labels = {match[1] for line in following for match in LABEL.finditer(line)} & LABEL_HINTS
    sections = any(kind_of_line(line) or is_toggle(line) for line in lines[place:])
    if len(labels) >= HEAD_LABELS or (sections and product != ALLRIS_3 and only_heading(lines)):
        return Recognition(product=product, kind="excerpt", evidence=lines[place][:80], name="Auszug")
    return None


def heading_of(line: str) -> tuple[str, re.Match[str]] | None:
    """The product whose heading of an excerpt a line is, with what it says."""
    matches = ((product, pattern.match(line)) for product, pattern in HEADINGS)
    return next(((product, match) for product, match in matches if match), None)


def only_heading(lines: Sequence[str]) -> bool:
    """Whether no second heading follows, as in the minutes of a whole meeting."""
    return sum(heading_of(line) is not None for line in lines) == 1


def heading_place(lines: Sequence[str]) -> int | None:
    """The line of the page's heading: nothing but menu lines and short lines stands before it."""
    for at, line in enumerate(lines[:80]):
        if heading_of(line):
            return at
        if len(line) > 120:
            return None
    return None


def is_toggle(line: str) -> bool:
    """Whether a line is a button that folds a section."""
    return line.casefold() in TOGGLES


def kind_of_line(line: str) -> RegionKind | None:
    """What section a line begins, None for a line that is no section's heading."""
    if kind := SECTION.get(line.rstrip(": ").casefold()):
        return kind
    inline = INLINE.match(line)
    return SECTION[inline[1].casefold()] if inline else None


@dataclass(slots=True)
class Section:
    """A section of the page; `kind` is None where neither a heading nor its wording tells."""

    kind: RegionKind | None
    labelled: bool
    lines: list[str] = field(default_factory=list)

    @property
    def told(self) -> bool:
        """Whether anything but its heading stands in it."""
        lines = [line for line in self.lines if line]
        return len(lines) > 1 or any(not self.labelled or INLINE.match(line) for line in lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A pasted page in its parts; `menu` are the menu lines that stood before the heading."""

    menu: tuple[str, ...]
    before: tuple[str, ...]
    heading: str
    head: tuple[str, ...]
    sections: tuple[Section, ...]


def page_of(text: str) -> Page:
    """Cut a pasted page into its parts; raises ReadingError where it has no heading."""
    lines = lines_of(text)
    place = heading_place(lines)
    if place is None:
        raise ReadingError(
            "the text has no heading of an excerpt", "paste the whole page, from its heading on"
        )
    above = [line for line in lines[:place] if line]
    first = next(
        (at for at in range(place + 1, len(lines)) if kind_of_line(lines[at]) or is_toggle(lines[at])), None
    )
    if first is None:
        first = after_head(lines, place + 1)
    return Page(
        menu=tuple(line for line in above if line.casefold() in MENU),
        before=tuple(line for line in above if line.casefold() not in MENU),
        heading=lines[place],
        head=tuple(line for line in lines[place + 1 : first] if line),
        sections=tuple(
            with_kind(part)
            for section in sections_of(lines[first:])
            for part in parted(section)
            if any(part.lines)
        ),
    )


def after_head(lines: Sequence[str], start: int) -> int:
    """The first line behind the head of a page without section headings: the one after the last label."""
    labelled = [at for at in range(start, len(lines)) if LABEL.search(lines[at]) and len(lines[at]) < 200]
    return labelled[-1] + 1 if labelled else start


def sections_of(lines: Sequence[str]) -> Iterator[Section]:
    """The sections: each begins with its heading, or behind a button."""
    section = Section(kind=None, labelled=False)
    for line in lines:
        kind = kind_of_line(line)
        if is_toggle(line) or (kind and section.kind != "attachment"):
            yield section
            section = Section(kind=kind, labelled=kind is not None)
        if not is_toggle(line):
            section.lines.append(line)
    yield section


def phrase_of(section: Section) -> str | None:
    """The result where a section `Beschluss` is no more than a phrase."""
    words = [line for line in section.lines if line]
    if section.kind != "decision" or not section.labelled or len(words) > PHRASE_LINES:
        return None
    phrase = words[-1].partition(":")[2].strip() if len(words) == 1 else words[-1]
    return phrase if phrase and len(phrase) <= PHRASE and not phrase.endswith(".") else None


def parted(section: Section) -> Iterator[Section]:
    """A result at the head of the minutes apart from them, where no button stands between."""
    gap = next((at for at, line in enumerate(section.lines) if at and not line), len(section.lines))
    head = Section(section.kind, section.labelled, section.lines[:gap])
    rest = section.lines[gap:]
    if any(rest) and outcome_of(phrase_of(head)) not in (None, "unknown"):
        yield head
        yield Section(None, False, rest)
    else:
        yield section


def with_kind(section: Section) -> Section:
    """The section with its kind: one without a heading is the decision where it begins with an organ's, else the
    discussion."""
    if section.kind is None:
        text = "\n".join(section.lines).strip()
        section.kind = "decision" if decides(text) else "discussion"
    return section


def read(content: bytes, document_id: str) -> Reading:
    """The reading of a pasted excerpt; raises ReadingError where it has no heading."""
    page = page_of(decoded(content))
    excerpt = Excerpt(page)
    composition = Composition()
    council = excerpt.council(document_id)
    item = council.item_id(excerpt.number, excerpt.public) if excerpt.number else None
    composition.lines([*page.before, page.heading, *page.head])
    composition.mark("head", 0, item=item, public=excerpt.public)
    start, end = compose(composition, page.sections, item, excerpt.public)
    if item and excerpt.number:
        council.item(
            excerpt.number,
            public=excerpt.public,
            title=excerpt.title,
            result=excerpt.result,
            place=(start, end),
        )
    excerpt.add_paper(council, item)
    return Reading(
        product=excerpt.product,
        kind="excerpt",
        media_type=MEDIA_TYPE,
        text=composition.text,
        regions=composition.regions,
        records=council.records,
        title=page.heading,
        date=excerpt.day,
        body_id=council.body_id,
        meeting_id=council.meeting_id,
    )


def compose(
    composition: Composition, sections: Sequence[Section], item: str | None, public: bool
) -> tuple[int, int]:
    """Add the sections; where the minutes of the item start and end (attachments are none of them)."""
    start = end = composition.end
    for section in sections:
        at = add_section(composition, section, item, public)
        start = at if start == end else start
        if section.kind != "attachment":
            end = composition.end
    if start < end:
        composition.mark("item", start, end=end, item=item, public=public)
    return start, end


def add_section(composition: Composition, section: Section, item: str | None, public: bool) -> int:
    """Add a section's paragraphs and mark it, leaving out breaks of the meeting; where it starts."""
    first: int | None = None
    begin: int | None = None
    for paragraph in paragraphs_of(section.lines):
        if section.kind == "discussion" and INTERLUDE.match(paragraph) and begin is not None:
            composition.mark("discussion", begin, item=item, public=public)
            begin = None
            composition.paragraph(paragraph)
            continue
        at = composition.paragraph(paragraph)
        first = at if first is None else first
        begin = at if begin is None else begin
    if section.kind and section.told and begin is not None:
        composition.mark(section.kind, begin, item=item, public=public)
    return composition.end if first is None else first


class Excerpt:
    """What a pasted page says of its item."""

    def __init__(self, page: Page) -> None:
        self.page = page
        parts = tuple(fields_in(page.head))
        self.fields = Fields(part for part in parts if isinstance(part, Field))
        self.free = tuple(part for part in parts if isinstance(part, str))
        self.product, match = cast("tuple[str, re.Match[str]]", heading_of(page.heading))
        heading = match.groupdict()
        self.title = heading["title"]
        self.number = self.fields.get("item") or heading.get("number")
        self.day = day_in(self.fields.get("date") or "") or day_in(heading.get("day") or "")
        self.two_columns = any(TWO_COLUMNS.fullmatch(line) for line in self.free)
        self.public = is_public(self.number, self.fields.get("status"))

    @property
    def result(self) -> str | None:
        """The result as the page labels it: `Beschlussart`, or the first section `Beschluss` where it is a phrase."""
        if stated := self.fields.get("result"):
            return stated
        if self.product == ALLRIS_3 or not self.page.sections:
            return None
        return phrase_of(self.page.sections[0])

    @property
    def committee(self) -> str | None:
        """The organ that met: the field `Gremium`, or the one whose decision is told."""
        if named := self.fields.get("committee"):
            return named
        told = [deciding_organ("\n".join(section.lines)) for section in self.page.sections]
        return next(filter(None, reversed(told)), None)

    @property
    def reference(self) -> tuple[str, str] | None:
        """The number and name of the paper: a field of its own, or a line that begins with such a number."""
        for line in filter(None, (self.fields.get("paper"), *self.free)):
            number, _, name = line.partition(" ")
            if REFERENCE.match(number):
                return number, name
        return None

    def council(self, document_id: str) -> Council:
        """The records' builder with the meeting."""
        council = Council(document_id, self.body, self.product)
        get = self.fields.get
        name = get("meeting") or next((line for line in self.free if MEETING.match(line)), None)
        council.meeting(
            self.committee,
            self.day,
            time=get("time"),
            name=name,
            room=get("room"),
            location=get("location"),
        )
        return council

    @property
    def body(self) -> str | None:
        """The municipality: the only one the text names in full of the kind whose council stands in the menu."""
        kinds = [kind for council in self.page.menu for kind in _WORDS["councils"].get(council, ())]
        text = "\n".join(line for section in self.page.sections for line in section.lines)
        return only_body(text, kinds) if kinds else None

    def add_paper(self, council: Council, item: str | None) -> None:
        """The paper that was dealt with under a public item."""
        if self.reference is None or not self.public:
            return
        number, name = self.reference
        author = self.fields.get("author") or self.fields.get("office")
        paper_type = self.fields.get("paper_type")
        if self.two_columns:
            author, paper_type = None, GLUED.split(paper_type)[0] if paper_type else None
        paper = council.paper(number, name=name, paper_type=paper_type, originator=author)
        if item:
            council.consult(paper, item, self.result)
