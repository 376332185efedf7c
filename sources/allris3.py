"""ALLRIS 3 (net 3.9, classic .asp): agendas (to010), excerpts of the minutes (to020) and papers (vo020).

The page type is the class of `#allriscontainer`. Head fields are table cells `td.kb1` (label) and the cell that follows
(value). The sections of excerpts and papers stand behind anchors `allrisWP`, `allrisBS`, … as complete HTML documents
of their own, so they are cut out before anything is parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from bs4 import BeautifulSoup, Tag

from db.records.documents import DocumentKind
from db.records.reading import Reading, ReadingError, RegionKind
from sources.composition import Composition
from sources.council import Council, is_public
from sources.detection import Recognition, Sample, decoded
from sources.factions import groups_in
from sources.head_fields import Field, Fields, field_of
from sources.markup import classes_of, line_of, paragraphs_of, parsed, plain
from sources.moments import day_in

PRODUCT = "ALLRIS 3"
MEDIA_TYPE = "text/html"

PAGE = re.compile(r"""<div\s+id=["']allriscontainer["']\s+class=["'](\w+)["']""")
VERSION = re.compile(r"ALLRIS\s*net\s+Version\s+([\w.]+)")
ADDRESS = re.compile(r"https?://[^\s\"'<>?&]+/(?=\w+\.asp)")
PAGES: dict[str, DocumentKind] = {"to010": "agenda", "to020": "excerpt", "vo020": "paper"}
REFUSED = "Zugriff verweigert"

MOTION = re.compile(r"\w*(?:antrag|anfrage)\b", re.IGNORECASE)
"""A Vorlage-Art that is moved by members of the council."""

STATION = re.compile(r"^zl1\d$")
"""Rows of a paper's Beratungsfolge."""

GENERIC_HEADLINE = re.compile(
    r"(?:bürger|rats?|gremien|sitzungs|kreistags)?-?(?:info(?:rmations?)?-?(?:system|portal)?|dienst)",
    re.IGNORECASE,
)
"""Headlines that name the system instead of the municipality."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What the text behind an anchor is; `label` where the page itself shows none."""

    kind: RegionKind
    label: str


PARTS = {
    "allrisSV": Part(kind="proposal", label="Sachverhalt"),
    "allrisBV": Part(kind="proposal", label="Beschlussvorschlag"),
    "allrisWP": Part(kind="discussion", label="Wortprotokoll"),
    "allrisBS": Part(kind="decision", label="Beschluss"),
    "allrisAE": Part(kind="vote", label="Abstimmungsergebnis"),
    "allrisAN": Part(kind="attachment", label="Anlagen"),
}
ANCHOR = re.compile(rf"""<a\s+name=["']({"|".join(PARTS)})["']\s*(?:/>|>\s*</a>)""")
"""The anchors in the page; what follows one up to the next, or to the end of its nested document, is its section."""


def recognise(sample: Sample) -> Recognition | None:
    """A page of one of the types read here."""
    page = PAGE.search(sample.text) if sample.media_type in ("text/html", "application/xml") else None
    if page is None or page[1] not in PAGES:
        return None
    version = VERSION.search(sample.text)
    return Recognition(
        product=PRODUCT, version=version[1] if version else None, kind=PAGES[page[1]], evidence=page[0]
    )


def read(content: bytes, document_id: str) -> Reading:
    """The reading of a page; raises ReadingError for one that was refused to its reader or has no head."""
    markup = decoded(content)
    page = PAGE.search(markup)
    if page is None or page[1] not in PAGES:
        raise ReadingError("no ALLRIS 3 page of a known type", "check that this is the page you meant")
    front = parsed(ANCHOR.split(markup, maxsplit=1)[0])
    head = Head(front, markup)
    if not head.title:
        refused = REFUSED in markup
        raise ReadingError(
            "the system refused this page" if refused else "the page has no heading",
            "get the page again from the council information system",
        )
    if page[1] == "to010":
        return agenda(head, document_id)
    return excerpt(head, markup, document_id) if page[1] == "to020" else paper(head, markup, document_id)


class Head:
    """The head of a page: its heading, its fields and the lines that show them."""

    def __init__(self, front: BeautifulSoup, markup: str) -> None:
        self.front = front
        self.title = line_of(front.select_one("#risname h1"))
        self.subject = self.title.partition(" - ")[2] or self.title
        headline = line_of(front.select_one("#rishead .topHeadline"))
        self.body = headline if headline and not GENERIC_HEADLINE.fullmatch(headline) else None
        address = ADDRESS.search(unquote(markup))
        self.url = address[0] if address else None
        self.rows = tuple(_rows(front))
        self.fields = Fields(row for row in self.rows if isinstance(row, Field))

    @property
    def lines(self) -> list[str]:
        """The rows as the text shows them."""
        return [row if isinstance(row, str) else f"{row.label} {row.value}" for row in self.rows if row]

    def council(self, document_id: str) -> Council:
        """The records' builder with the meeting, where the page has one."""
        council = Council(document_id, self.body, PRODUCT, self.url if self.body else None)
        get = self.fields.get
        council.meeting(
            get("committee"),
            day_in(get("date") or ""),
            time=get("time"),
            name=get("meeting") or next((row for row in self.rows if isinstance(row, str)), None),
            room=get("room"),
            location=get("location"),
        )
        return council


def _rows(front: BeautifulSoup) -> Iterator[Field | str]:
    """The head's fields in page order; a text without label is the link to the meeting or a station of a paper."""
    for cell in front.select("#rismain td"):
        station = cell.find_parent("tr", class_=STATION)
        if (
            cell.find("table")
            or (station and cell.find_previous_sibling("td"))
            or cell.find_parent("table", class_="tl1")
        ):
            continue
        if station:
            yield " ".join(filter(None, map(line_of, station.find_all("td", recursive=False))))
        elif "kb1" in classes_of(cell):
            label, value = line_of(cell), line_of(_value_of(cell))
            if label and value and (field := field_of(label, value)):
                yield field
        elif link := cell.select_one("a[href^='vo020']"):
            yield Field(name="paper", label=f"{_button(cell) or 'Drucksache'}:", value=line_of(link))
        elif link := cell.select_one("a[href^='to010']"):
            yield line_of(link)


def _value_of(label: Tag) -> Tag | None:
    cell = label.find_next_sibling("td")
    return cell if cell and any(name.startswith("text") for name in classes_of(cell)) else None


def _button(cell: Tag) -> str | None:
    """What the button before a paper's link calls papers here (`Drucksache`, `Vorlage`)."""
    before = cell.find_previous_sibling("td")
    button = before.select_one("input.il1_vo") if before else None
    return str(button["title"]) if button and button.get("title") else None


def sections(markup: str) -> Iterator[tuple[str, list[str]]]:
    """The filled sections as (anchor, paragraphs), in page order."""
    pieces = ANCHOR.split(markup)
    for anchor, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        paragraphs = paragraphs_of(parsed(nested_in(piece)))
        if paragraphs:
            yield anchor, paragraphs


def nested_in(piece: str) -> str:
    """The documents nested behind an anchor, without the page's own furniture behind them."""
    piece = re.split(r"<!-- ###|<div\s+id=[\"']risfoot", piece, maxsplit=1)[0]
    end = piece.rfind("</html>")
    if end >= 0 and "<html" in piece:
        return piece[: end + len("</html>")]
    return piece


def attachments(markup: str) -> list[str]:
    """The lines of the list of attachments that stands behind the sections."""
    tail = parsed(ANCHOR.split(markup)[-1])
    labels = (cell for cell in tail.select("td.kb1") if line_of(cell).startswith("Anlagen"))
    table = next((cell.find_parent("table") for cell in labels), None)
    return list(filter(None, map(line_of, table.select("tr")))) if table else []


def labels_of(front: BeautifulSoup) -> dict[str, str]:
    """How the page's own menu names its sections."""
    links = front.select("a[href^='#allris']")
    return {str(link["href"])[1:]: line_of(link) for link in links if line_of(link)}


def compose_sections(
    composition: Composition, head: Head, markup: str, item: str | None, public: bool
) -> int:
    """Add each section with its label on a line of its own; where the last ends."""
    labels = labels_of(head.front)
    for anchor, paragraphs in sections(markup):
        label = labels.get(anchor, PARTS[anchor].label)
        if plain(paragraphs[0]).rstrip(":").casefold() == label.casefold():
            label = paragraphs.pop(0)
        start = composition.paragraph(label)
        composition.paragraphs(paragraphs)
        composition.mark(PARTS[anchor].kind, start, item=item, public=public)
    return composition.end


def add_attachments(composition: Composition, markup: str, item: str | None, public: bool) -> None:
    """Add the list of attachments; it is no part of the minutes."""
    composition.mark("attachment", composition.lines(attachments(markup)), item=item, public=public)


def excerpt(head: Head, markup: str, document_id: str) -> Reading:
    """The minutes of one agenda item."""
    council, get = head.council(document_id), head.fields.get
    number, result = get("item") or "", get("result")
    public = is_public(number, get("status"))
    item = council.item_id(number, public) if number else None
    composition = Composition()
    composition.paragraph(head.title)
    composition.lines(head.lines)
    composition.mark("head", 0, item=item, public=public)
    start = composition.end
    end = compose_sections(composition, head, markup, item, public)
    start = min(start + 2, end)  # behind the empty line
    composition.mark("item", start, end=end, item=item, public=public)
    add_attachments(composition, markup, item, public)
    if item:
        council.item(number, public=public, title=head.subject, result=result, place=(start, end))
    if public:
        _add_paper(council, head.fields, item, result)
    return _reading("excerpt", head, council, composition)


def _add_paper(council: Council, fields: Fields, item: str | None, result: str | None) -> None:
    """The paper an excerpt links: its number is the first word of the link."""
    reference, _, name = (fields.get("paper") or "").partition(" ")
    if not reference:
        return
    author = fields.get("author") or fields.get("office")
    paper = council.paper(reference, name=name, paper_type=fields.get("paper_type"), originator=author)
    if item:
        council.consult(paper, item, result)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A numbered row of an agenda; `late` items were added after the agenda was published."""

    number: str
    title: str
    result: str | None
    paper: str | None
    paper_label: str | None
    late: bool


def agenda_rows(front: BeautifulSoup) -> Iterator[Row]:
    """The rows that carry an item; rows without a number carry attachments only."""
    for row in front.select("table.tl1 tr"):
        cells = row.find_all("td", recursive=False)
        number = line_of(cells[0]) if cells else ""
        if not re.search(r"\d", number):
            continue
        paper = row.select_one("a[href^='vo020']")
        button = row.select_one("input.il1_naz")
        vo_button = row.select_one("input.il1_vo")
        yield Row(
            number=number,
            title=next((text for text in map(line_of, cells[1:]) if text), ""),
            result=str(button["title"]) if button and button.get("title") else None,
            paper=line_of(paper) or None,
            paper_label=str(vo_button["title"]) if vo_button and vo_button.get("title") else None,
            late=cells[0].select_one("[title*='Nachtrag']") is not None,
        )


def agenda(head: Head, document_id: str) -> Reading:
    """The agenda of a meeting, with the results that its buttons name."""
    council = head.council(document_id)
    composition = Composition()
    composition.paragraph(head.title)
    composition.lines(head.lines)
    composition.mark("head", 0)
    for position, row in enumerate(agenda_rows(head.front), start=1):
        public = is_public(row.number)
        item = council.item_id(row.number, public)
        start = composition.paragraph(f"{row.number} {row.title}".strip())
        if row.paper:
            composition.line(f"{row.paper_label or 'Drucksache'}: {row.paper}")
        if row.result:
            at = composition.line(f"Beschlussart: {row.result}")
            composition.mark("decision", at, item=item, public=public)
        composition.mark("item", start, item=item, public=public)
        council.item(
            row.number,
            public=public,
            title=row.title,
            result=row.result,
            place=(start, composition.end),
            position=position,
        )
        if row.paper and public:
            council.consult(council.paper(row.paper), item, row.result)
    return _reading("agenda", head, council, composition)


def paper(head: Head, markup: str, document_id: str) -> Reading:
    """A paper with its reasons and its proposal; nothing in it is decided."""
    council, get = Council(document_id, head.body, PRODUCT, head.url if head.body else None), head.fields.get
    composition = Composition()
    composition.paragraph(head.title)
    composition.lines(head.lines)
    composition.mark("head", 0)
    compose_sections(composition, head, markup, None, True)
    add_attachments(composition, markup, None, True)
    kind: DocumentKind = "motion" if MOTION.match(get("paper_type") or "") else "paper"
    movers = groups_in(get("subject") or "") if kind == "motion" else ()
    for group in movers:
        council.involve(council.organization(group.name, group.classification), "applicant")
    council.paper(
        head.subject,
        name=get("subject"),
        paper_type=get("paper_type"),
        originator=", ".join(group.name for group in movers) or get("author") or get("office"),
    )
    return _reading(kind, head, council, composition)


def _reading(kind: DocumentKind, head: Head, council: Council, composition: Composition) -> Reading:
    return Reading(
        product=PRODUCT,
        kind=kind,
        media_type=MEDIA_TYPE,
        text=composition.text,
        regions=composition.regions,
        records=council.records,
        title=head.title,
        date=day_in(head.fields.get("date") or ""),
        body_id=council.body_id,
        meeting_id=council.meeting_id,
    )
