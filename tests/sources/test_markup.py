from __future__ import annotations

import pytest

from sources.markup import line_of, paragraphs_of, parsed


@pytest.mark.parametrize(
    ("markup", "paragraphs"),
    [
        (
            "<p><span>V</span><span>ertagt, erl</span><span>ä</span><span>utert</span></p>",
            ["Vertagt, erläutert"],
        ),
        ("<p>Eins</p><p>&nbsp;</p><p>Zwei</p>", ["Eins", "Zwei"]),
        ("<div>vor<p>in</p>nach</div>", ["vor", "in", "nach"]),
        ("<p>Zeile<br/>neue  Zeile</p>", ["Zeile\nneue Zeile"]),
        ("<p>ein\nUmbruch im Quelltext</p>", ["ein Umbruch im Quelltext"]),
        ("<p>Trenn&shy;ung</p>", ["Trennung"]),
        ("<p>vor<!-- stumm --><script>var x = 1;</script> nach</p>", ["vor nach"]),
        ("<ul><li>a</li><li><b>b</b>c</li></ul>", ["a", "bc"]),
    ],
)
def test_words_stay_whole_and_blocks_apart(markup: str, paragraphs: list[str]) -> None:
    assert paragraphs_of(parsed(markup)) == paragraphs


def test_declarations_inside_are_no_text() -> None:
    assert (
        line_of(parsed('<?xml version="1.0"?><!DOCTYPE html><html><body><p>Text</p></body></html>')) == "Text"
    )


def test_nothing_is_an_empty_line() -> None:
    assert line_of(None) == ""
