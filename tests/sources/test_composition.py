from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sources.composition import Composition

WORDS = st.text(alphabet="aäß .", min_size=1)


def test_lines_and_paragraphs() -> None:
    composition = Composition()
    composition.paragraph("Titel")
    start = composition.lines(["Gremium: Rat", "Ort: Saal"])
    composition.mark("head", 0)
    at = composition.line("Raum: 1")
    assert composition.text == "Titel\n\nGremium: Rat\nOrt: Saal\nRaum: 1"
    assert composition.text[start:].startswith("Gremium")
    assert composition.text[at:] == "Raum: 1"
    assert [(r.start, r.end) for r in composition.regions] == [(0, at - 1)]


def test_nothing_is_marked_where_nothing_stands() -> None:
    composition = Composition()
    composition.mark("head", composition.lines([]))
    assert composition.text == ""
    assert composition.regions == ()


@given(st.lists(st.tuples(st.booleans(), WORDS)))
def test_positions_point_to_what_was_added(pieces: list[tuple[bool, str]]) -> None:
    composition = Composition()
    for is_line, piece in pieces:
        start = composition.line(piece) if is_line else composition.paragraph(piece)
        composition.mark("item", start)
        assert composition.end == len(composition.text)
    assert [composition.text[region.start : region.end] for region in composition.regions] == [
        piece for _, piece in pieces
    ]
