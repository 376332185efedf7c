"""The component in a pipeline, and on recorded minutes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import spacy

import pipeline.citations.component
import pipeline.extensions  # noqa: F401
from pipeline.citations.component import find
from pipeline.findings import Item

TEXT = "Zu Punkt 3: Neubau der Brücke (7/19)\nDer Rat beschließt nach § 58 NKomVG die Vorlage 0012/2021."


def test_the_component_sets_citations_in_the_order_of_the_text() -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("citations")
    doc = nlp.make_doc(TEXT)
    doc._.items = (Item(start=0, end=len(TEXT), number="3", title="Neubau der Brücke", papers=("7/19",)),)
    for _, component in nlp.pipeline:
        doc = component(doc)
    assert [(c.kind, c.normalized) for c in doc._.citations] == [
        ("paper", "7/19"),
        ("law", "§ 58 NKomVG"),
        ("paper", "0012/2021"),
    ]


@pytest.mark.recorded
def test_every_head_of_recorded_minutes_gives_its_paper(shared: Path) -> None:
    files = sorted((shared / "data/minutes_text/karlsruhe").glob("*.txt"))[:60]
    assert files
    for file in files:
        text = file.read_text(encoding="utf-8")
        if head := re.search(r"^Vorlage:\s+(\d{4}/\d{4}(?:/\d)?)\s*$", text, re.MULTILINE):
            assert head[1] in {citation.normalized for citation in find(text)}, file.name
