"""PARLIS (Frankfurt): minutes, exported from Word into a page with a head of labelled cells.

A paragraph `§ 322` gives the number of the resolution on the item that follows; `Beschluss:` and `Abstimmung:` stand
underlined in paragraphs of their own. Votes are told by factions (`ABC, DEF gegen GHI (= Ablehnung); JKL (=
Enthaltung)`), without counts: they stay as they stand, and no outcome is read off them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Tag

from db.records.extraction import Doubt
from db.records.reading import LayoutFit, Link, LinkKind, Reading, ReadingError, RegionKind
from sources.composition import Composition
from sources.council import Council
from sources.detection import Recognition, Sample, decoded
from sources.markup import line_of, parsed, plain
from sources.moments import day_in
from sources.offered import layout_fit, repeated

PRODUCT = "PARLIS"
MEDIA_TYPE = "text/html"

PAGE = re.compile(
    r"<title>PARLIS\b[^<]*\bNiederschrift\b|<title>PARLIS\b.{0,2000}?Dokumentart:.{0,60}?Niederschrift", re.S
)
NAME = re.compile(r"Niederschrift (?:der|des|über die) (?P<name>.+?)\s+am\s+\d")
LABELS = frozenset(("Dokumentart", "Gremium", "Datum"))
SECTIONS: dict[str, RegionKind] = {"Beschluss": "decision", "Abstimmung": "vote"}
RESOLUTION = re.compile(r"§\s*\d+[a-z]?")
HEADING = re.compile(r"(?P<number>\d+(?:\.\d+)*)\.\s+(?P<title>\S.*)")
HANGING = re.compile(r"text-indent:\s*-")
PART = re.compile(
    r"(?:[IVX]+\.\s*)?(?P<non>nicht\s?-?)?öffentliche[rs]? (?:Teil|Sitzung)\.?:?", re.IGNORECASE
)
EARLIER = re.compile(r"^(?:Vorg(?:ang|\.)|vgl\.|siehe)", re.IGNORECASE)
DOCUMENT = re.compile(r"DOK_NAME=(?:%27|')(?P<name>[A-Z]+_[\w-]+)")
MOVED = re.compile(r"^(?P<type>.+?)\s(?:der|des|von)\s(?P<by>.+?)\svom\s\d")
"""`Antrag der ABC vom 15.06.2026, NR 13`: kind, originator and day of a paper before its link."""


def recognise(sample: Sample) -> Recognition | None:
    """Minutes; other documents of PARLIS are not read here."""
    if sample.media_type != "text/html" or not (page := PAGE.search(sample.head)):
        return None
    return Recognition(product=PRODUCT, kind="minutes", evidence=" ".join(page[0].split())[:120])


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of the minutes; `papers` are the keys and numbers of the papers it links, `label` is filled where it
    is nothing but an underlined label, `addresses` are all it links."""

    text: str
    label: str | None
    hanging: bool
    papers: tuple[tuple[str, str], ...]
    addresses: tuple[str, ...]

    @property
    def resolution(self) -> bool:
        """Whether it is the number of a resolution."""
        return RESOLUTION.fullmatch(self.text) is not None


@dataclass(slots=True)
class Item:
    """An item with its paragraphs in order, the number of the resolution and the heading among them."""

    number: str
    title: str
    public: bool
    paragraphs: list[Paragraph] = field(default_factory=list)


def read(content: bytes, document_id: str) -> Reading:
    """The minutes; raises ReadingError for a page without items."""
    soup = parsed(decoded(content))
    head = head_of(soup)
    paragraphs = tuple(paragraphs_in(soup))
    before, items = items_in(paragraphs)
    if not items:
        raise ReadingError("the page has no items", "get the page of the minutes of one meeting")
    title = titled(soup)
    name = NAME.search(title)
    council = Council(document_id, None, PRODUCT)
    council.meeting(head.get("Gremium"), day_in(head.get("Datum", "")), name=name["name"] if name else None)
    composition = Composition()
    composition.paragraph(title)
    composition.lines(f"{label}: {value}" for label, value in head.items())
    composition.mark("head", 0)
    composition.paragraphs(paragraph.text for paragraph in before)
    for position, item in enumerate(items, start=1):
        add_item(composition, council, item, position)
    return Reading(
        product=PRODUCT,
        kind="minutes",
        media_type=MEDIA_TYPE,
        text=composition.text,
        regions=composition.regions,
        records=council.records,
        title=title,
        date=day_in(head.get("Datum", "")),
        meeting_id=council.meeting_id,
        links=tuple(links_in(soup, hidden_in(items))),
        fit=fit_of(head, items),
        doubts=(*doubts_of(soup, head, paragraphs), *doubts_of_items(items)),
    )


def titled(soup: BeautifulSoup) -> str:
    """The page's title without the product's name."""
    title = soup.select_one("title")
    return re.sub(r"^PARLIS\s*[-–]\s*", "", plain(title.get_text())) if title else ""


def head_of(soup: BeautifulSoup) -> dict[str, str]:
    """The labelled cells before the minutes."""
    rows = (row.find_all("td", recursive=False) for row in soup.select("#anzeige > table tr"))
    lines = ([line_of(cell) for cell in cells] for cells in rows if len(cells) > 1)
    return {label.rstrip(": "): value for label, value, *_ in lines if label and value}


def paragraphs_in(soup: BeautifulSoup) -> Iterator[Paragraph]:
    """The filled paragraphs of the minutes, with cells of tables and items of lists."""
    for element in soup.select("#anzeige p, #anzeige li, #anzeige td, #anzeige h1, #anzeige h2, #anzeige h3"):
        if element.find_parent(class_="maske21") or element.select_one("p, li, td"):
            continue
        if text := line_of(element):
            yield paragraph_of(element, text)


def paragraph_of(element: Tag, text: str) -> Paragraph:
    """A paragraph with what its markup says."""
    underlined = " ".join(line_of(part) for part in element.select("u"))
    anchors = (
        (DOCUMENT.search(str(anchor["href"])), line_of(anchor)) for anchor in element.select("a[href]")
    )
    return Paragraph(
        text=text,
        label=text.rstrip(": ") if text == underlined and text.endswith(":") else None,
        hanging=HANGING.search(str(element.get("style") or "")) is not None,
        papers=tuple((found["name"], shown) for found, shown in anchors if found and is_paper(found["name"])),
        addresses=tuple(str(anchor["href"]) for anchor in element.select("a[href]")),
    )


def is_paper(name: str) -> bool:
    """Whether a document of this name is a paper; `PAR_…` are resolutions."""
    return not name.startswith("PAR_")


def items_in(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], list[Item]]:
    """The paragraphs before the first item, and the items; the number of a resolution opens its item."""
    before: list[Paragraph] = []
    items: list[Item] = []
    public, opened = True, False
    for at, paragraph in enumerate(paragraphs):
        if part := PART.fullmatch(paragraph.text):
            public = not part["non"]
        following = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
        if paragraph.resolution and following and (heading := HEADING.fullmatch(following.text)):
            items.append(Item(heading["number"], heading["title"], public))
            opened = True
        elif opened:
            opened = False
        elif heading := opening(paragraph, items):
            items.append(Item(heading["number"], heading["title"], public))
        (items[-1].paragraphs if items else before).append(paragraph)
    return before, items


def opening(paragraph: Paragraph, items: list[Item]) -> re.Match[str] | None:
    """The heading of an item without resolution: it hangs, counts on, and no decision is being told."""
    heading = HEADING.fullmatch(paragraph.text) if paragraph.hanging else None
    if heading is None or not items:
        return heading
    told = [each.label for each in items[-1].paragraphs if each.label in SECTIONS]
    deciding = bool(told) and told[-1] == "Beschluss"
    counted = int(heading["number"].split(".")[0]) - int(items[-1].number.split(".")[0])
    return heading if not deciding and counted in (0, 1) and heading["number"] != items[-1].number else None


def add_item(composition: Composition, council: Council, item: Item, position: int) -> None:
    """Add an item's text with its regions, and its records."""
    key = council.next_item_id(item.number, item.public, position)
    start, section, votes = composition.end, None, []
    first = composition.paragraph(item.paragraphs[0].text)
    start = first
    sections: list[tuple[RegionKind, int, int]] = []
    for paragraph in item.paragraphs[1:]:
        at = composition.paragraph(paragraph.text)
        if paragraph.label or paragraph.resolution:
            section = SECTIONS.get(paragraph.label or "")
            if section:
                sections.append((section, at, composition.end))
        elif section:
            kind, begun, _ = sections.pop()
            sections.append((kind, begun, composition.end))
            votes += [paragraph.text] if kind == "vote" else []
    for kind, begun, end in sections:
        composition.mark(kind, begun, end=end, item=key, public=item.public)
    composition.mark("item", start, item=key, public=item.public)
    council.item(
        item.number,
        public=item.public,
        title=item.title,
        result="\n".join(votes) or None,
        place=(start, composition.end),
        position=position,
        key=key,
        labelled=False,
    )
    if item.public:
        add_papers(council, item, key)


def add_papers(council: Council, item: Item, key: str) -> None:
    """Add the papers that are named before the first decision; those of earlier proceedings are no part of it."""
    for paragraph in item.paragraphs:
        if paragraph.label:
            return
        if EARLIER.match(paragraph.text):
            continue
        told = MOVED.search(paragraph.text) if len(paragraph.papers) == 1 else None
        for name, shown in paragraph.papers:
            paper = council.paper(
                shown,
                system_key=name,
                paper_type=told["type"] if told else None,
                originator=told["by"] if told else None,
                date=day_in(paragraph.text) if told else None,
            )
            council.consult(paper, key)


def hidden_in(items: list[Item]) -> frozenset[str]:
    """Where only non-public items lead: nothing that a crawl should fetch."""
    told: dict[bool, set[str]] = {True: set(), False: set()}
    for item in items:
        told[item.public].update(address for each in item.paragraphs for address in each.addresses)
    return frozenset(told[False] - told[True])


def links_in(soup: BeautifulSoup, hidden: frozenset[str]) -> Iterator[Link]:
    """Papers, resolutions and files that the minutes link, each address once; not `hidden` ones."""
    labels: dict[str, str] = {}
    for anchor in soup.select("#anzeige a[href]"):
        labels.setdefault(str(anchor["href"]), line_of(anchor))
    for address, label in labels.items():
        if address not in hidden and (kind := kind_of(address)):
            yield Link(kind=kind, address=address, label=label or None)


def kind_of(address: str) -> LinkKind | None:
    """What is found behind an address."""
    if found := DOCUMENT.search(address):
        return "paper" if is_paper(found["name"]) else "excerpt"
    return "file" if ".pdf" in address.lower() else None


def fit_of(head: dict[str, str], items: list[Item]) -> LayoutFit:
    """How well the page is the layout expected: its head, and a vote for each decision."""
    elements = [(label, label in head) for label in sorted(LABELS)]
    elements += [("title of an item", bool(item.title)) for item in items]
    for item in items:
        labels = [paragraph.label for paragraph in item.paragraphs]
        if "Beschluss" in labels:
            elements.append(("vote on a decision", "Abstimmung" in labels))
    return layout_fit(elements)


ADVICE = "compare the page with the reading; its layout may have changed"


def doubts_of_items(items: list[Item]) -> Iterator[Doubt]:
    """Items whose number stands twice, and what of non-public items is left where it is."""
    for number in repeated((item.number, item.public) for item in items):
        message = f"item {number} stands more than once in the minutes"
        yield Doubt(stage="parse", message=message, advice=ADVICE)
    for item in items:
        if not item.public and any(paragraph.papers for paragraph in item.paragraphs):
            message = f"item {item.number} is not public: its papers are not taken"
            yield Doubt(stage="parse", message=message, advice=ADVICE)


def doubts_of(soup: BeautifulSoup, head: dict[str, str], paragraphs: Sequence[Paragraph]) -> Iterator[Doubt]:
    """What stands on the page and is not known."""
    unknown = [label for label in head if label not in LABELS]
    unknown += [each.label for each in paragraphs if each.label and each.label not in SECTIONS]
    for label in dict.fromkeys(unknown):
        yield Doubt(stage="parse", message=f"unknown label: {label[:100]}", advice=ADVICE)
    page = soup.select_one("#anzeige")
    shown = "".join(line_of(page).split()) if page else ""
    kept = sum(len("".join(each.text.split())) for each in paragraphs)
    cells = sum(len("".join(line_of(row).split())) for row in soup.select("#anzeige > table tr"))
    if len(shown) > kept + cells:
        yield Doubt(
            stage="parse",
            message=f"{len(shown) - kept - cells} letters of the page stand outside of its paragraphs",
            advice=ADVICE,
        )
