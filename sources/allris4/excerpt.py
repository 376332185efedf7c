"""The minutes of one agenda item (to020).

No page was recorded: it is known that the result stands in `#toBeschlussart`, the number in `#toname`, and the sections
in `.compFull .docPart`, told apart by their headings or the tooltips of the buttons that fold them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from db.records.extraction import Doubt
from db.records.reading import Reading, ReadingError
from sources.allris4.offers import add_files
from sources.allris4.page import Page, reading_of
from sources.allris4.sections import Section, sections
from sources.composition import Composition
from sources.council import Council, is_public
from sources.excerpt import kind_of_line
from sources.markup import line_of
from sources.moments import day_in
from sources.sittings import organ_in, sitting_of

HEADING = re.compile(
    r"(?:(?P<day>\d{1,2}\.\d{1,2}\.\d{4})\s[-–]\s)?(?P<number>(?:(?:Ö|N|NÖ)\s?)?\d+(?:\.\d+)*[a-z]?\.?)\s+(?P<title>\S.*)"
)
"""Heading of the page (`06.05.2021 - Ö 5 Bericht über …`)."""


def excerpt(page: Page, document_id: str) -> Reading:
    """The minutes of one agenda item; raises ReadingError where the page tells of none."""
    council, get = page.council(document_id), page.fields.get
    heading = HEADING.match(page.title)
    number = get("item") or (heading["number"] if heading else "")
    if not number:
        raise ReadingError("the page names no agenda item", "get the page of a single item again")
    day = add_meeting(page, council, heading)
    public, result = is_public(number, get("status")), get("result")
    item = council.item_id(number, public)
    parts = tuple(sections(page.main))
    composition = Composition()
    composition.paragraph(page.title)
    composition.lines(page.lines)
    composition.mark("head", 0, item=item, public=public)
    start, end = add_sections(composition, parts, item, public)
    composition.mark("item", start, end=end, item=item, public=public)
    title = (heading["title"] if heading else None) or get("subject")
    council.item(number, public=public, title=title, result=result, place=(start, end))
    paper = page.main.select_one("#voname, a[href*='vo020?']")
    reference = line_of(paper)
    if reference and public and re.search(r"\d", reference):
        council.consult(council.paper(reference, paper_type=get("paper_type")), item, result)
    add_files(council, page.main, item=item)
    fit = [
        ("h1.title", bool(page.title)),
        ("#toname", page.value_of("toname") is not None),
        ("#toBeschlussart", result is not None),
        (".compFull .docPart", bool(parts)),
        *(("kind of a section", kind_of_line(part.label) is not None) for part in parts),
    ]
    return reading_of("excerpt", page, council, composition, fit=fit, doubts=doubts_of(parts), date=day)


def add_meeting(page: Page, council: Council, heading: re.Match[str] | None) -> str | None:
    """The meeting, told by the head's fields or by heading and link to the agenda; its day."""
    get = page.fields.get
    link = line_of(page.main.select_one("a[href*='to010?SILFDNR']"))
    name = get("meeting") or link or None
    day = day_in(get("date") or "") or day_in((heading["day"] if heading else None) or "")
    council.meeting(
        get("committee") or (organ_in(name) if name else None),
        day,
        time=get("time"),
        name=sitting_of(name).name if name else None,
        room=get("room"),
        location=get("location"),
        cancelled=page.cancelled,
    )
    return day


def add_sections(
    composition: Composition, parts: tuple[Section, ...], item: str, public: bool
) -> tuple[int, int]:
    """Add each section with its label on a line of its own; where the first starts and the last ends."""
    starts = []
    for part in parts:
        starts.append(composition.paragraph(part.label) if part.label else composition.end)
        composition.paragraphs(part.paragraphs)
        if kind := kind_of_line(part.label):
            composition.mark(kind, starts[-1], item=item, public=public)
    return (starts[0] if starts else composition.end), composition.end


def doubts_of(parts: tuple[Section, ...]) -> Iterator[Doubt]:
    """A doubt for each section of which it is not known what it is."""
    for part in parts:
        if kind_of_line(part.label) is None:
            yield Doubt(
                message=f"the section „{part.label[:80]}“ is not known",
                advice="enter its heading in vocabularies/section_labels.toml",
                stage="parse",
            )
