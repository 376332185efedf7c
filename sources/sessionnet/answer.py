"""Agendas as SessionNet 6 answers them: a JSON list of items, with neither meeting nor committee.

`toNr` and `voNr` are the system's numbers of item and paper (0: none), `nummer` the item's number as shown, `ebene` its
depth, `text` its title (`textLang` the long one), `beschluss` its result, `oSt` its part (1: public), `sort` its place.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from db.records.extraction import Doubt
from db.records.reading import Reading, ReadingError
from sources.composition import Composition
from sources.council import Council
from sources.detection import Recognition, Sample
from sources.markup import plain
from sources.offered import layout_fit, repeated
from sources.sessionnet.page import PRODUCT, doubt

MARKS = {"toNr", "oSt", "nummer"}


class Item(BaseModel):
    """An item as it is answered; depth stands in the number, and what the numbers of group and kind of vote mean is
    told nowhere."""

    model_config = ConfigDict(extra="allow", coerce_numbers_to_str=True, frozen=True)

    toNr: Any = None  # noqa: N815
    oSt: int  # noqa: N815
    nummer: str
    ebene: Any = None
    text: str | None = None
    textLang: str | None = None  # noqa: N815
    voNr: int | None = None  # noqa: N815
    grNr: Any = None  # noqa: N815
    abstimmungTyp: Any = None  # noqa: N815
    beschluss: str | None = None
    sort: int | None = None

    @property
    def public(self) -> bool:
        """Whether it stands in the public part; an unknown part is none."""
        return PARTS.get(self.oSt, False)

    @property
    def title(self) -> str:
        """The long title, where there is one."""
        return plain(self.textLang or self.text or "")


EXPECTED = ("toNr", "oSt", "nummer", "ebene", "text", "voNr", "abstimmungTyp", "sort")
ITEMS = TypeAdapter(list[Item])
PARTS = {1: True, 0: False, 2: False}
VERSION = "6"


def recognise(sample: Sample) -> Recognition | None:
    """An agenda of version 6."""
    try:
        items = items_of(sample.text)
    except (ValueError, RecursionError):
        return None
    if not items:
        return None
    return Recognition(
        product=PRODUCT, version=VERSION, kind="agenda", evidence=", ".join(sorted(MARKS)), name="an agenda"
    )


def items_of(text: str) -> list[Any]:
    """The items of an agenda as they stand, none for other JSON; raises ValueError for what is no JSON."""
    data = json.loads(text)
    items = data if isinstance(data, list) else [data]
    return items if all(isinstance(item, dict) and item.keys() >= MARKS for item in items) else []


def read(markup: str, document_id: str) -> Reading:
    """The agenda; raises ReadingError for other JSON and for values of other types."""
    answered = items_of(markup)
    if not answered:
        raise ReadingError(
            "the answer has no agenda", "get the answer for a meeting whose agenda is published"
        )
    try:
        items = ITEMS.validate_python(answered)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise ReadingError(f"{where}: {first['msg']}", "compare it with an agenda of SessionNet 6") from error
    council = Council(document_id, None, PRODUCT)
    composition = Composition()
    for position, item in enumerate(sorted(items, key=lambda item: item.sort or 0), start=1):
        add_item(composition, council, item, position)
    return Reading(
        product=PRODUCT,
        kind="agenda",
        media_type="application/json",
        text=composition.text,
        regions=composition.regions,
        records=council.records,
        doubts=tuple(doubts_of(items)),
        fit=layout_fit((key, key in item.model_fields_set) for item in items for key in EXPECTED),
        version=VERSION,
    )


def add_item(composition: Composition, council: Council, item: Item, position: int) -> None:
    """Add an item's lines and records; a paper is known by the system's number only."""
    result = plain(item.beschluss or "") or None
    key = council.next_item_id(item.nummer, item.public, position)
    start = composition.paragraph(f"{item.nummer} {item.title}".strip())
    if result:
        composition.mark("decision", composition.line(f"Beschluss: {result}"), item=key, public=item.public)
    composition.mark("item", start, item=key, public=item.public)
    council.item(
        item.nummer,
        public=item.public,
        title=item.title,
        result=result,
        place=(start, composition.end),
        position=position,
        key=key,
    )
    if item.voNr and item.public:
        council.consult(council.paper(None, system_key=f"voNr {item.voNr}"), key, result)


def doubts_of(items: list[Item]) -> Iterator[Doubt]:
    """Keys and parts of the agenda that are not known."""
    for key in sorted({key for item in items for key in item.model_extra or {}}):
        yield doubt(f"unknown key of the agenda: {key}")
    for number in repeated((item.nummer, item.public) for item in items):
        yield doubt(f"item {number} stands more than once in the agenda")
    for part in sorted({item.oSt for item in items} - PARTS.keys()):
        yield doubt(f"unknown part of the agenda: oSt {part}; its items are taken as non-public")
