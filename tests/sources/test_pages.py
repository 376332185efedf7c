"""Pages become one text; every letter stays on its page."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from sources.pages import Line, Page, continuous

LINES = st.lists(
    st.tuples(st.text("abÄß1 .-\ufffe", min_size=1, max_size=12).filter(str.strip), st.booleans()), max_size=4
)


def letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


@given(st.lists(LINES, min_size=1, max_size=5))
@example([[("a-", False)], [], [("a", False)]])
def test_spans_touch_cover_the_text_and_hold_their_pages_letters(drawn: list[list[tuple[str, bool]]]) -> None:
    pages = [
        Page(number, [Line(text.strip(), blank=blank) for text, blank in lines])
        for number, lines in enumerate(drawn, 1)
    ]
    text, spans = continuous(pages)
    assert [span.number for span in spans] == [page.number for page in pages]
    assert spans[0].start == 0
    assert spans[-1].end == len(text)
    for span, following in pairwise(spans):
        assert span.end == following.start
    for span, page in zip(spans, pages, strict=True):
        assert letters(text[span.start : span.end]) == letters("".join(line.text for line in page.lines))


def test_a_word_divided_over_a_page_end_is_one_word_on_two_pages() -> None:
    text, spans = continuous([Page(4, [Line("Der Rat be-")]), Page(5, [Line("schließt den Bau.")])])
    assert text == "Der Rat beschließt den Bau."
    assert [text[span.start : span.end] for span in spans] == ["Der Rat be", "schließt den Bau."]


def test_a_paragraph_ends_in_a_blank_line() -> None:
    text, _ = continuous([Page(1, [Line("Eins."), Line("Zwei", blank=True), Line("drei.")])])
    assert text == "Eins.\n\nZwei\ndrei."


def test_a_page_without_lines_has_a_span_without_letters() -> None:
    text, spans = continuous([Page(1, [Line("Anfang")]), Page(2), Page(3, [Line("Schluss")])])
    assert text == "Anfang\nSchluss"
    assert [(span.start, span.end) for span in spans] == [(0, 6), (6, 7), (7, 14)]
