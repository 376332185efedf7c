"""The second opinion, asked of a small parser that answers in TIGER's labels."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import pipeline.people.component
import pipeline.statements.component
from pipeline.findings import Span
from pipeline.opinion.component import Opinion, installed
from pipeline.opinion.subjects import subjects_of_saying

PARSES = {
    "Xylothekar Quelsner führt aus, der Bestand sei feucht.": [
        ("Xylothekar", 1, "nk"), ("Quelsner", 2, "sb"), ("führt", 2, "ROOT"), ("aus", 2, "svp"), (",", 2, "punct"),
        ("der", 6, "nk"), ("Bestand", 7, "sb"), ("sei", 2, "oc"), ("feucht", 7, "pd"), (".", 2, "punct"),
    ],
    "Xylothekar Quelsner hat gefragt, wann der Anbau komme.": [
        ("Xylothekar", 1, "nk"), ("Quelsner", 2, "sb"), ("hat", 2, "ROOT"), ("gefragt", 2, "oc"), (",", 3, "punct"),
        ("wann", 8, "mo"), ("der", 7, "nk"), ("Anbau", 8, "sb"), ("komme", 3, "oc"), (".", 2, "punct"),
    ],
    "Xylothekar Quelsner sitzt am Fenster.": [
        ("Xylothekar", 1, "nk"), ("Quelsner", 2, "sb"), ("sitzt", 2, "ROOT"), ("am", 2, "mo"), ("Fenster", 3, "nk"),
        (".", 2, "punct"),
    ],
    "Quelsner führt aus, der Bestand sei feucht.": [
        ("Quelsner", 1, "sb"), ("führt", 1, "ROOT"), ("aus", 1, "svp"), (",", 1, "punct"), ("der", 5, "nk"),
        ("Bestand", 6, "sb"), ("sei", 1, "oc"), ("feucht", 6, "pd"), (".", 1, "punct"),
    ],
    "Der Anbau bedeutet Arbeit.": [
        ("Der", 1, "nk"), ("Anbau", 2, "sb"), ("bedeutet", 2, "ROOT"), ("Arbeit", 2, "oa"), (".", 2, "punct"),
    ],
    "Der Antrag fragt nach dem Anbau.": [
        ("Der", 1, "nk"), ("Antrag", 2, "sb"), ("fragt", 2, "ROOT"), ("nach", 2, "op"), ("dem", 5, "nk"),
        ("Anbau", 3, "nk"), (".", 2, "punct"),
    ],
}  # fmt: skip


@Language.component("table_of_parses")
def table_of_parses(doc: Doc) -> Doc:
    parse = PARSES[doc.text]
    assert [token.text for token in doc] == [word for word, _, _ in parse]
    for token, (_, head, label) in zip(doc, parse, strict=True):
        token.head, token.dep_ = doc[head], label
    return doc


@pytest.fixture(scope="module")
def parser() -> Language:
    parser = spacy.blank("de")
    parser.add_pipe("table_of_parses")
    return parser


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Xylothekar Quelsner führt aus, der Bestand sei feucht.", "Xylothekar Quelsner"),
        ("Xylothekar Quelsner hat gefragt, wann der Anbau komme.", "Xylothekar Quelsner"),
        ("Xylothekar Quelsner sitzt am Fenster.", None),
    ],
)
def test_the_subject_of_a_verb_of_saying(parser: Language, text: str, subject: str | None) -> None:
    found = [text[start:end] for start, end in subjects_of_saying(parser(text))]
    assert found == ([subject] if subject else [])


def read(lines: list[str], parser: Language | None) -> Doc:
    nlp = spacy.blank("de")
    doc = nlp.make_doc("\n\n".join(lines))
    at, starts = 0, []
    for line in lines:
        starts.append(at)
        at += len(line) + 2
    for token in doc:
        token.is_sent_start = token.idx in starts
    doc._.kind = "minutes"
    doc._.paragraphs = tuple(
        Span(start=start, end=start + len(line)) for start, line in zip(starts, lines, strict=True)
    )
    doc = pipeline.people.component.people(doc)
    if parser:
        doc = Opinion(parser)(doc)
    return pipeline.statements.component.statements(doc)


def test_whom_no_title_gives_away_is_read_where_a_parser_is_asked(parser: Language) -> None:
    line = "Quelsner führt aus, der Bestand sei feucht."
    before = "Frau Stern erklärt, der Anbau sei nötig."
    alone = read([before, line], None)
    assert "Quelsner" not in [name.key for found in alone._.statements for name in found.speakers]
    asked = read([before, line], parser)
    assert [name.key for found in asked._.statements for name in found.speakers] == ["Stern", "Quelsner"]


@pytest.mark.parametrize("line", ["Der Anbau bedeutet Arbeit.", "Der Antrag fragt nach dem Anbau."])
def test_a_thing_does_not_speak(parser: Language, line: str) -> None:
    assert read([line], parser)._.statements == ()


def test_nothing_is_asked_where_no_parser_is_installed() -> None:
    from models.german import load

    assert ("opinion" in load().pipe_names) == bool(installed())
