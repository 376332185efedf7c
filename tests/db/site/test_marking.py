"""Marked text keeps every letter, and every mark covers exactly its span."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from db.site.marking import Mark, Milestone, flowing, marked_text


class Reader(HTMLParser):
    """Reads the page back: its text, what stands inside each element, and whether all is nested."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.open: list[str] = []
        self.ids: list[str] = []
        self.inside: dict[str, str] = {}

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        told = dict(attributes)
        if told.get("id"):
            self.ids.append(told["id"] or "")
        self.open.append(told.get("title") or "")

    def handle_endtag(self, tag: str) -> None:
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.text += data
        for name in self.open:
            self.inside[name] = self.inside.get(name, "") + data


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(str(html))
    reader.close()
    return reader


def mark(start: int, end: int, name: str) -> Mark:
    return Mark(start=start, end=end, id=f"a-{name}", css="aeusserung", hint=name)


def test_a_span_within_a_span_stays_one_element() -> None:
    html = marked_text("abcdef", [mark(1, 5, "outer"), mark(2, 3, "inner")])
    assert html == (
        'a<span id="z-1"></span><span class="aeusserung" id="a-outer" title="outer">b'
        '<span id="z-2"></span><span class="aeusserung" id="a-inner" title="inner">c</span>de</span>f'
    )


def test_spans_that_cross_are_split_where_they_cross() -> None:
    html = marked_text("abcdef", [mark(0, 4, "first"), mark(2, 6, "second")])
    assert html == (
        '<span id="z-0"></span><span class="aeusserung" id="a-first" title="first">ab'
        '<span id="z-2"></span><span class="aeusserung" id="a-second" title="second">cd</span></span>'
        '<span class="aeusserung" title="second">ef</span>'
    )


def test_milestones_stand_at_their_place() -> None:
    page = Milestone(at=2, html=Markup("<i></i>"))
    assert marked_text("abcd", [mark(1, 4, "x")], [page]) == (
        'a<span id="z-1"></span><span class="aeusserung" id="a-x" title="x">b<i></i>cd</span>'
    )


def test_markup_in_minutes_is_text() -> None:
    html = marked_text('<script>"&', [mark(0, 8, '"><b>')])
    assert "<script>" not in html
    assert "<b>" not in html
    assert read(html).text == '<script>"&'


@given(st.data(), st.text(alphabet="ab<>&\"'ü \n", min_size=1, max_size=40))
def test_every_letter_is_kept_and_every_mark_is_whole(data: st.DataObject, text: str) -> None:
    places = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(places, places), max_size=6))
    marks = [mark(min(span), max(span), f"m{number}") for number, span in enumerate(spans)]
    reader = read(marked_text(text, marks))
    assert reader.text == text
    assert reader.open == []
    seen = [id for id in reader.ids if id.startswith("a-")]
    assert sorted(seen) == sorted(each.id for each in marks if each.start < each.end)
    for each in marks:
        assert reader.inside.get(each.hint, "") == text[each.start : each.end]


FULL = "Der Rat beriet an diesem Abend lange über den Ausbau des Hafens"


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        (FULL, "und vertagte sich dann.", True),
        (FULL + ".", "Danach ging man heim.", True),
        (FULL + ".", "Beschluss: Der Ausbau kommt.", False),
        (FULL + ".", "2. Verschiedenes", False),
        (FULL, "2. Bauabschnitts und des Kais", True),
        (FULL + ":", "- erstens", False),
        (FULL, "", False),
        ("Kurze Zeile", "und noch eine", False),
    ],
)
def test_only_breaks_made_by_the_page_are_joined(before: str, after: str, joined: bool) -> None:
    lines = [FULL, FULL, "", before, after, "", FULL, FULL, ""]
    text = "\n".join(lines)
    place = text.index(f"{before}\n{after}\n\n") + len(before)
    assert (flowing(text)[place] == " ") is joined
    assert len(flowing(text)) == len(text)


def test_a_list_is_no_running_text() -> None:
    text = "\n".join(
        ("Anwesend:", "Frau Quandt", "Herr Übelhör", "Frau Dr. von der Brelie-Hinrichsen (Fraktion)") * 3
    )
    assert flowing(text) == text


def test_a_mark_that_leads_somewhere_is_a_link_but_never_in_another_one() -> None:
    outer = replace(mark(0, 9, "outer"), leads_to="/vorlage/p")
    inner = replace(mark(4, 13, "inner"), leads_to="/gesetz/g")
    html = marked_text("0123456789abcdef", [outer, inner])
    assert '<a class="aeusserung" id="a-outer" title="outer" href="/vorlage/p">0123' in html
    assert '<span class="aeusserung" id="a-inner" title="inner">45678</span></a>' in html
    assert '<a class="aeusserung" title="inner" href="/gesetz/g">9abc</a>def' in html
