"""What all ALLRIS 4 pages share: their head, told by the ids of its fields, and their reading."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from typing import cast

from bs4 import BeautifulSoup, Tag

from db.records.documents import DocumentKind
from db.records.extraction import Doubt
from db.records.reading import Reading
from sources.allris4.offers import links_in
from sources.composition import Composition
from sources.council import Council
from sources.head_fields import Field, FieldName, Fields
from sources.markup import line_of
from sources.moments import day_in
from sources.offered import layout_fit
from sources.places import only_body
from sources.sittings import MARK, sitting_of
from sources.words import VOCABULARIES

PRODUCT = "ALLRIS 4"
MEDIA_TYPE = "text/html"
VERSION = re.compile(r"ALLRIS\s*net\s+Version\s+(4[\w.]*)")
TITLE = re.compile(r"^(?P<before>.*?)\s+-\s+(?P<behind>.*)$")

FIELDS: dict[str, FieldName] = {
    identifier: cast(FieldName, name)
    for name, identifiers in tomllib.loads((VOCABULARIES / "allris4.toml").read_text("utf-8"))[
        "fields"
    ].items()
    for identifier in identifiers
}
FIELD = re.compile(r"^(?:si|vo|to)[a-zB]\w*$")
STATE = re.compile(rf"\((?:sitzung\s)?(?:{MARK})", re.IGNORECASE)


class Page:
    """A page with its heading and the fields of its head."""

    def __init__(self, soup: BeautifulSoup, markup: str) -> None:
        for tooltip in soup.select("[role=tooltip], .wicket-ajax-indicator"):
            tooltip.decompose()  # a saved page has them beside the links they explain
        version = VERSION.search(markup)
        self.version = version[1] if version else None
        self.main = soup.select_one("#pageContent") or soup
        self.title = line_of(self.main.select_one("h1.title"))
        self.body = only_body(line_of(soup.select_one("#pagetitle")))
        self.elements = tuple(elements_of(self.main))
        self.fields = Fields(
            Field(name=FIELDS[identifier], label=label, value=value)
            for identifier, label, value in self.elements
            if identifier in FIELDS
        )

    @property
    def lines(self) -> list[str]:
        """The head's fields as the text shows them: a label with all that stands behind it."""
        shown: dict[str, list[str]] = {}
        for _, label, value in self.elements:
            shown.setdefault(label, []).append(value)
        return [" ".join(filter(None, (label, *values))) for label, values in shown.items()]

    def value_of(self, identifier: str) -> str | None:
        """What stands in the element with this id."""
        return next((value for found, _, value in self.elements if found == identifier), None)

    @property
    def cancelled(self) -> bool | None:
        """True where the state of the meeting or its name says that it does not take place."""
        name = self.value_of("sibetreff")
        told = STATE.search(self.value_of("sistat") or "") or (name and sitting_of(name).cancelled)
        return True if told else None

    def council(self, document_id: str) -> Council:
        """The records' builder."""
        return Council(document_id, self.body, PRODUCT)

    @property
    def doubts(self) -> Iterator[Doubt]:
        """A doubt for each filled field whose id is not in the vocabulary."""
        for identifier, label, _ in self.elements:
            if identifier not in FIELDS:
                yield Doubt(
                    message=f"the head has a field „{label}“ ({identifier}) that is not known",
                    advice="enter its id in vocabularies/allris4.toml",
                    stage="parse",
                )


def elements_of(main: Tag) -> Iterator[tuple[str, str, str]]:
    """The filled fields of the head as (id, label, value); the ids stay where the markup around them changes."""
    for element in main.select("#headLeft [id], .headLeftInner [id]") or main.select("[id]"):
        identifier, value = str(element["id"]), line_of(element)
        inside = element.find_parent(class_="label") or element.find(class_="label")
        if FIELD.match(identifier) and value and not inside and element.name in ("span", "div", "dd"):
            label = element.find_previous(class_="label")
            yield identifier, line_of(label if isinstance(label, Tag) else None), value


def reading_of(
    kind: DocumentKind,
    page: Page,
    council: Council,
    composition: Composition,
    *,
    fit: Iterable[tuple[str, bool]],
    doubts: Iterable[Doubt] = (),
    date: str | None = None,
) -> Reading:
    """The reading of what was composed."""
    return Reading(
        product=PRODUCT,
        kind=kind,
        media_type=MEDIA_TYPE,
        text=composition.text,
        regions=composition.regions,
        records=council.records,
        title=page.title or composition.text.partition("\n")[0] or None,
        date=date or day_in(page.fields.get("date") or ""),
        body_id=council.body_id,
        meeting_id=council.meeting_id,
        doubts=(*page.doubts, *doubts),
        links=links_in(page.main),
        fit=layout_fit(fit),
        version=page.version,
    )
