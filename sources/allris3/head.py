"""The head of an ALLRIS 3 page: its heading, its labelled fields, the municipality and the meeting they tell of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from bs4 import BeautifulSoup, Tag

from db.records.extraction import Doubt
from sources.council import Council
from sources.head_fields import Field, Fields, field_of
from sources.markup import classes_of, line_of
from sources.moments import day_in
from sources.sittings import sitting_of

PRODUCT = "ALLRIS 3"
VERSION = re.compile(r"ALLRIS\s*net\s+Version\s+([\w.]+)")
ADDRESS = re.compile(r"https?://[^\s\"'<>?&]+/(?=\w+\.asp)")

STATION = re.compile(r"^zl1\d$")
"""Rows of a paper's Beratungsfolge."""

GENERIC_HEADLINE = re.compile(
    r"(?:bürger|rats?|gremien|sitzungs|kreistags)?-?(?:info(?:rmations?)?-?(?:system|portal)?|dienst)",
    re.IGNORECASE,
)
"""Headlines that name the system instead of the municipality."""


class Head:
    """The head of a page: its heading, its fields and the lines that show them."""

    product = PRODUCT

    def __init__(self, front: BeautifulSoup, markup: str) -> None:
        self.front = front
        version = VERSION.search(markup)
        self.version = version[1] if version else None
        self.main = front.select_one("#rismain") or front
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
        name = get("meeting") or next((row for row in self.rows if isinstance(row, str)), None)
        sitting = sitting_of(name) if name else None
        council.meeting(
            get("committee"),
            day_in(get("date") or ""),
            time=get("time"),
            name=sitting.name if sitting else None,
            room=get("room"),
            location=get("location"),
            cancelled=True if sitting and sitting.cancelled else None,
        )
        return council

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """A doubt for each filled field whose label is not in the vocabulary."""
        cells = self.front.select("#rismain td.kb1")
        labels = {line_of(cell) for cell in cells if line_of(_value_of(cell)) and not cell.find("table")}
        return tuple(
            Doubt(
                message=f"the head has a field „{label}“ that is not known",
                advice="enter the label in vocabularies/head_labels.toml",
                stage="parse",
            )
            for label in sorted(labels)
            if label.endswith(":") and field_of(label, "-") is None
        )


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
            if label and value:
                yield field_of(label, value) or f"{label} {value}"
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
