"""Invented pages and texts in the form of each source, against their readings as golden files.

A missing golden file is written and fails the run: read it before it is kept.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from db.records.ids import document_id
from db.records.reading import Reading
from db.records.scope import scope_of
from sources.read import read

PAGES = Path(__file__).parent / "pages"
GOLDEN = ".golden.json"
INPUTS = sorted(
    path for path in PAGES.rglob("*") if path.is_file() and not path.name.endswith((GOLDEN, ".md"))
)


def shown(reading: Reading, content: bytes) -> str:
    """The reading as JSON; the document's own hash and scope have a short name in it."""
    told: dict[str, Any] = {
        "product": reading.product,
        "kind": reading.kind,
        "media_type": reading.media_type,
        "title": reading.title,
        "date": reading.date,
        "body_id": reading.body_id,
        "meeting_id": reading.meeting_id,
        "text": reading.text.split("\n"),
        "regions": [
            {**asdict(region), "text": reading.text[region.start : region.end]} for region in reading.regions
        ],
        "records": [
            {"record": type(record).__name__, **filled(asdict(record))} for record in reading.records
        ],
    }
    document = document_id(content)
    text = json.dumps(told, ensure_ascii=False, indent=1)
    return text.replace(document, "DOCUMENT").replace(scope_of(document), "SCOPE") + "\n"


def filled(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: str(path.relative_to(PAGES)))
def test_page_gives_its_golden_reading(path: Path) -> None:
    content = path.read_bytes()
    told = shown(read(content), content)
    golden = path.with_suffix(path.suffix + GOLDEN)
    if not golden.is_file():
        golden.write_text(told, "utf-8")
        pytest.fail(f"{golden.name} was missing; it is written now: read it, then keep it")
    assert told == golden.read_text("utf-8")


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: str(path.relative_to(PAGES)))
def test_regions_lie_in_the_text_and_do_not_overlap_within_a_kind(path: Path) -> None:
    reading = read(path.read_bytes())
    ends: dict[str, int] = {}
    for region in reading.regions:
        assert 0 <= region.start < region.end <= len(reading.text)
        assert region.start >= ends.get(region.kind, 0)
        ends[region.kind] = region.end
