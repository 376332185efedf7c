"""Running headers and page marks go, what only looks like them stays."""

from __future__ import annotations

import pytest

from sources.furniture import running_title, without_furniture
from sources.pages import Line, Page

BODY = [
    "Die Sitzung beginnt um {} Uhr.",
    "Frau Ahorn fragt nach Punkt {}.",
    "Herr Buche antwortet ihr {} Mal.",
]


def pages(*edges: str, count: int = 6, top: float | None = 700.0) -> list[Page]:
    """Pages that each begin with the given lines; `{}` is the page's number."""
    return [
        Page(
            number,
            [Line(edge.format(number), top=top) for edge in edges]
            + [Line(line.format(number * 7), top=600.0 - number * 40) for line in BODY],
        )
        for number in range(1, count + 1)
    ]


@pytest.mark.parametrize(
    "header",
    [
        "Öffentliche Sitzung des Rates vom 03.04.2031 Seite {} von 6",
        "- {} -",
        "– {} –",
        "Seite {}",
        "Blatt {}",
        "7. Sitzung vom 3. April 2031 Seite {}",
        "Niederschrift des Rates der Stadt Auental",
        "Stadt Auental | {}",
        "{} Bericht der Stadt Auental",
    ],
)
def test_running_lines_go(header: str) -> None:
    for page in without_furniture(pages(header)):
        assert len(page.lines) == len(BODY)


@pytest.mark.parametrize(
    "heading",
    [
        "Niederschrift des Tagesordnungspunktes {}. (öffentlich)",
        "TOP {}",
        "Zu Punkt {}",
        "{}. Bericht der Verwaltung",
    ],
)
def test_headings_that_count_like_pages_stay(heading: str) -> None:
    assert all(len(page.lines) == len(BODY) + 1 for page in without_furniture(pages(heading)))


def test_printed_numbers_may_lag_behind_a_cover() -> None:
    numbered = [Page(page.number + 1, page.lines) for page in pages("Stadt Auental {}")]
    assert all(
        len(page.lines) == len(BODY)
        for page in without_furniture([Page(1, [Line("Deckblatt")]), *numbered])[1:]
    )


def test_a_line_that_repeats_at_other_heights_stays() -> None:
    scattered = pages("Der Rat beschließt einstimmig:")
    for page in scattered:
        page.lines[0].top = 100.0 * page.number
    assert without_furniture(scattered) == scattered


def test_left_and_right_headers_go() -> None:
    left, right = pages("Rat | {}", count=9), pages("{} | Sitzung", count=9)
    turned = [(left if number % 2 else right)[number] for number in range(9)]
    assert all(len(page.lines) == len(BODY) for page in without_furniture(turned))


def test_the_running_header_names_the_meeting() -> None:
    assert running_title(pages("7. Sitzung vom 3. April 2031 Seite {}")) == "7. Sitzung vom 3. April 2031"
    assert running_title(pages("- {} -")) is None
