"""What the recorded minutes must at least yield; the figures are those reached when the rules were written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from spacy.tokens import Doc

from pipeline.structure.numbers import levels
from sources.read import read as read_file
from tests.pipeline.structure.reading import read

pytestmark = pytest.mark.recorded


def documents(folder: Path, pattern: str) -> Iterator[tuple[str, Doc]]:
    for path in sorted(folder.glob(pattern)):
        yield path.name, read(read_file(path.read_bytes()).text)


@pytest.fixture(scope="module")
def karlsruhe(shared: Path) -> dict[str, Doc]:
    return dict(documents(shared / "data/minutes_text/karlsruhe", "*.txt"))


def test_item_numbers_are_those_of_the_information_system(shared: Path, karlsruhe: dict[str, Doc]) -> None:
    results = json.loads((shared / "gold/karlsruhe_results.json").read_text(encoding="utf-8"))
    numbers = {name: [item.number or "" for item in doc._.items] for name, doc in karlsruhe.items()}
    told = [(numbers[Path(result["file"]).name], result["agenda_item"]) for result in results]
    first = sum(bool(found) and levels(found[0]) == levels(wanted) for found, wanted in told)
    among = sum(levels(wanted) in map(levels, found) for found, wanted in told)
    assert len(told) == 408
    assert first >= 386, "the others are sub-items that a file treats together with their main item"
    assert among >= 402


def test_every_excerpt_tells_its_day_chair_and_papers(karlsruhe: dict[str, Doc]) -> None:
    heads = [doc._.head for doc in karlsruhe.values()]
    assert all(head.date and head.chair and head.organization for head in heads)
    with_papers = sum(any(item.papers for item in doc._.items) for doc in karlsruhe.values())
    named = sum("\nVorlage: 2" in doc.text for doc in karlsruhe.values())
    assert with_papers >= named > 380


def test_every_excerpt_has_its_parts(karlsruhe: dict[str, Doc]) -> None:
    for name, doc in karlsruhe.items():
        kinds = {section.kind for section in doc._.sections}
        if re.search(r"^Abstimmungsergebnis:", doc.text, re.MULTILINE):
            assert {"head", "heading", "vote", "closing"} <= kinds, name


def test_minutes_hold_every_item_of_their_agenda(shared: Path) -> None:
    for pattern, least in (("*Landau*", 9), ("*Pirmasens*", 11)):
        for name, doc in documents(shared / "data/minutes_pdf", pattern):
            outline = doc.user_data["outline"]
            listed = {levels(entry.number) for entry in outline.agenda.entries}
            held = {levels(item.number) for item in doc._.items}
            assert len(listed) >= least, name
            assert listed <= held, name
            assert doc._.head.date == re.sub(r"(\d{4})_(\d\d)_(\d\d)_.*", r"\1-\2-\3", name)
            assert len(doc._.attendees) > 50, name


def test_verbatim_minutes_are_told_as_such(shared: Path) -> None:
    for name, doc in documents(shared / "data/minutes_pdf", "*Wortprotokoll*"):
        told = dict.fromkeys(("konjunktiv", "indicative", "verbatim"), 0)
        for section in doc._.sections:
            if section.style:
                told[section.style] += section.end - section.start
        assert told["verbatim"] > 0.97 * sum(told.values()), name
        assert doc._.items, name


def test_minutes_of_a_village_hold_every_item_of_their_agenda(shared: Path) -> None:
    missing = []
    for name, doc in documents(shared / "data/minutes_text/nordstemmen", "*.txt"):
        day, month, year = re.findall(r"_(\d\d)\.(\d\d)\.(\d{4})\.txt", name)[0]
        assert doc._.head.date == f"{year}-{month}-{day}", name
        held = {levels(item.number) for item in doc._.items}
        missing.extend(
            (name, entry.number)
            for entry in doc.user_data["outline"].agenda.entries
            if levels(entry.number) not in held
        )
    assert len(missing) <= 3, missing
