"""The agenda at the front held against the items behind it."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

import pipeline.structure  # noqa: F401
from pipeline.structure.headings import outline_of
from pipeline.structure.matching import missing
from sources.read import read


@pytest.fixture(scope="module")
def nlp() -> Language:
    german = spacy.blank("de")
    for name in ("sentences", "sections"):
        german.add_pipe(name)
    return german


MINUTES = """Protokoll der Sitzung des Rates der Gemeinde Unterbach am Dienstag, dem 12. April 2022

Tagesordnung:

1. Eröffnung der Sitzung
2. Neue Brücke am Mühlweg
3. Haushalt für das kommende Jahr - abgesetzt -
5. Zuschuss an den Turnverein
6. Anfragen und Anregungen

Zu Punkt 1: Eröffnung der Sitzung

Frau Muster eröffnet die Sitzung.

Zu Punkt 5: Zuschuss an den Turnverein

Herr Beispiel erläutert den Antrag.

Zu Punkt 2: Neue Brücke am Mühlweg

Frau Probe fragt nach den Kosten.

Zu Punkt 7: Verschiedenes

Herr Beispiel dankt.
"""


def test_what_is_left_out_set_down_moved_or_not_listed_is_doubted(nlp: Language) -> None:
    doc = nlp(MINUTES)
    assert [doubt.message for doubt in doc._.doubts] == [
        "item 3 is set down on the agenda",
        "item 6 is on the agenda, but no minutes of it were found",
        "item 7 has minutes, but is not on the agenda",
        "item 2 was dealt with after item 5, which is listed behind it",
        "the agenda goes from item 3 to item 5",
    ]
    first = doc._.doubts[0]
    assert doc.text[first.start : first.end].startswith("3. Haushalt")


def test_minutes_that_follow_their_agenda_give_no_doubts(nlp: Language) -> None:
    front = "Protokoll der Sitzung des Rates\n\nTagesordnung:\n\n1. Eröffnung\n2. Brücke\n\n"
    minutes = "Zu Punkt 1: Eröffnung\n\nFrau Muster spricht.\n\nZu Punkt 2: Brücke\n\nEs wird beraten.\n"
    assert not nlp(front + minutes)._.doubts
    assert not nlp(front)._.doubts


@pytest.mark.recorded
@pytest.mark.parametrize(("town", "entries"), [("Landau", 177), ("Pirmasens", 271)])
def test_every_listed_item_has_minutes(shared: Path, nlp: Language, town: str, entries: int) -> None:
    listed, left_out = 0, []
    for path in sorted((shared / "data/minutes_pdf").glob(f"*{town}*")):
        doc = nlp(read(path.read_bytes()).text)
        agenda = outline_of(doc.text).agenda
        listed += sum(entry.public for entry in agenda.entries)
        left_out += [(path.name, entry.number) for entry in missing(agenda, doc._.items)]
    assert (listed, left_out) == (entries, [])
