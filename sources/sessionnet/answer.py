"""Agendas as SessionNet 6 answers them: a JSON list of items, with neither meeting nor committee.

`toNr` and `voNr` are the system's numbers of item and paper (0: none), `nummer` the item's number as shown, `ebene` its
depth, `text` its title (`textLang` the long one), `beschluss` its result, `oSt` its part (1: public), `sort` its place.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from db.records.extraction import Doubt
from db.records.reading import Reading, ReadingError
from sources.composition import Composition
from sources.council import Council
from sources.detection import Recognition, Sample
from sources.markup import plain
from sources.offered import layout_fit, repeated
from sources.sessionnet.page import PRODUCT, doubt

EXPECTED = ("toNr", "oSt", "nummer", "ebene", "text", "voNr", "abstimmungTyp", "sort")
MARKS = {"toNr", "oSt", "nummer"}
READ = {"toNr", "oSt", "nummer", "text", "textLang", "voNr", "beschluss", "sort"}
IGNORED = {"ebene", "grNr", "abstimmungTyp"}
"""Depth stands in the number; what the numbers of group and kind of vote mean is told nowhere."""

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


def items_of(text: str) -> list[dict[str, Any]]:
    """The items of an agenda, none for other JSON; raises ValueError for what is no JSON."""
    data = json.loads(text)
    items = data if isinstance(data, list) else [data]
    agenda = [item for item in items if isinstance(item, dict) and item.keys() >= MARKS]
    return agenda if len(agenda) == len(items) else []


def read(markup: str, document_id: str) -> Reading:
    """The agenda; raises ReadingError for other JSON."""
    items = items_of(markup)
    if not items:
        raise ReadingError(
            "the answer has no agenda", "get the answer for a meeting whose agenda is published"
        )
    council = Council(document_id, None, PRODUCT)
    composition = Composition()
    for position, item in enumerate(sorted(items, key=lambda item: item.get("sort") or 0), start=1):
        add_item(composition, council, item, position)
    return Reading(
        product=PRODUCT,
        kind="agenda",
        media_type="application/json",
        text=composition.text,
        regions=composition.regions,
        records=council.records,
        doubts=tuple(doubts_of(items)),
        fit=layout_fit((key, key in item) for item in items for key in EXPECTED),
        version=VERSION,
    )


def add_item(composition: Composition, council: Council, item: dict[str, Any], position: int) -> None:
    """Add an item's lines and records; a paper is known by the system's number only."""
    public = PARTS.get(item["oSt"], False)
    number, title = str(item["nummer"]), title_of(item)
    result = plain(str(item.get("beschluss") or "")) or None
    key = council.next_item_id(number, public, position)
    start = composition.paragraph(f"{number} {title}".strip())
    if result:
        composition.mark("decision", composition.line(f"Beschluss: {result}"), item=key, public=public)
    composition.mark("item", start, item=key, public=public)
    council.item(
        number,
        public=public,
        title=title,
        result=result,
        place=(start, composition.end),
        position=position,
        key=key,
    )
    if item.get("voNr") and public:
        council.consult(council.paper(None, system_key=f"voNr {item['voNr']}"), key, result)


def title_of(item: dict[str, Any]) -> str:
    """The long title, where there is one."""
    return plain(str(item.get("textLang") or item.get("text") or ""))


def doubts_of(items: list[dict[str, Any]]) -> Iterator[Doubt]:
    """Keys and parts of the agenda that are not known."""
    for key in sorted({key for item in items for key in item} - READ - IGNORED):
        yield doubt(f"unknown key of the agenda: {key}")
    for number in repeated((str(item["nummer"]), PARTS.get(item["oSt"], False)) for item in items):
        yield doubt(f"item {number} stands more than once in the agenda")
    for part in sorted({str(item["oSt"]) for item in items if item["oSt"] not in PARTS}):
        yield doubt(f"unknown part of the agenda: oSt {part}; its items are taken as non-public")
