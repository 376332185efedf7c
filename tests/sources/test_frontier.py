"""The index of a crawl."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sources.fetch import Answer
from sources.frontier import RESUMED, Frontier, Page, shown_address

TOWN = "stadt-weidenfurt"
NOW = 1_750_000_000.0
A = "https://ris.weidenfurt.example/a"


@pytest.fixture
def frontier(tmp_path: Path) -> Iterator[Frontier]:
    with Frontier(tmp_path / "archive") as made:
        yield made


def due(
    frontier: Frontier, started: float = NOW, first: str = "2025-01-01", last: str = "2025-06-15"
) -> Page | None:
    return frontier.next_due(TOWN, started, first, last)


def add(frontier: Frontier, address: str = A, kind: str = "agenda", **more: Any) -> bool:
    return frontier.add(TOWN, address, more.pop("form", None), kind=kind, now=NOW, **more)


def answer(status: int = 200) -> Answer:
    return Answer(address=A, status=status, headers={"etag": '"1"'}, content=b"da")


def test_a_page_is_known_once_and_keeps_its_first_day(frontier: Frontier) -> None:
    assert add(frontier, day="2025-03-31")
    assert not add(frontier, day="2025-04-30", role="minutes")
    page = due(frontier)
    assert page is not None
    assert (page.day, page.role, page.first_seen) == ("2025-03-31", "minutes", NOW)


def test_forms_are_pages_of_their_own(frontier: Frontier) -> None:
    assert add(frontier, form=(("DOLFDNR", "1"),))
    assert add(frontier, form=(("DOLFDNR", "2"),))
    assert add(frontier)


def test_calendars_come_first(frontier: Frontier) -> None:
    for kind in ("file", "agenda", "calendar", "paper"):
        add(frontier, f"{A}/{kind}", kind)
    seen = []
    while page := due(frontier):
        seen.append(page.kind)
        frontier.settle(page, None)
    assert seen == ["calendar", "agenda", "paper", "file"]


@pytest.mark.parametrize(
    ("kind", "day", "asked"),
    [
        ("agenda", None, True),
        ("agenda", "2025-01-01", True),
        ("agenda", "2024-12-31", False),
        ("agenda", "2025-06-16", False),
        ("calendar", "2025-06-30", True),
        ("calendar", "2025-07-31", False),
        ("calendar", "2024-12-31", False),
    ],
)
def test_only_the_days_asked_for(frontier: Frontier, kind: str, day: str | None, asked: bool) -> None:
    add(frontier, kind=kind, day=day)
    assert (due(frontier) is not None) is asked


def test_what_is_settled_is_not_due_and_what_is_later_is_due_later(frontier: Frontier) -> None:
    add(frontier)
    page = due(frontier)
    assert page is not None
    frontier.settle(page, NOW + 10)
    assert due(frontier) is None
    assert due(frontier, NOW + 10) is not None
    frontier.settle(page, None)
    assert due(frontier, NOW + 1e9) is None
    frontier.call_again(TOWN, A, None)
    assert due(frontier) is not None


def test_a_kept_answer_waits_to_be_read(frontier: Frontier, tmp_path: Path) -> None:
    add(frontier)
    page = due(frontier)
    assert page is not None
    frontier.keep(page, A, answer(), "abc", NOW)
    with Frontier(tmp_path / "archive") as after_a_kill:
        waiting = due(after_a_kill)
        assert waiting is not None
        assert waiting.unread
        found = after_a_kill.answer(waiting)
        assert found is not None
        assert (found[0], found[1].content, found[1].headers) == (A, "abc", {"etag": '"1"'})


def test_an_answer_without_content_leaves_the_one_before(frontier: Frontier) -> None:
    add(frontier)
    page = due(frontier)
    assert page is not None
    frontier.keep(page, A, answer(), "abc", NOW)
    frontier.keep(page, A, answer(304), None, NOW + 5)
    (kept,) = frontier.answered(TOWN)
    found = frontier.answer(kept)
    assert found is not None
    assert (found[1].status, found[1].content) == (200, "abc")


def test_a_list_is_read_again_with_each_of_its_answers(frontier: Frontier) -> None:
    """The answers of all lists in the order they were had, the lists before what they lead to."""
    first, second, leaf = (
        "https://ris.example/paper",
        "https://ris.example/paper?page=2",
        "https://ris.example/7",
    )
    for address, kind in ((leaf, "object"), (first, "list"), (second, "list")):
        frontier.add(TOWN, address, None, kind=kind, now=NOW)
    changes = "modified_since=2025-11-21T08%3A00%3A00"
    for address, asked in (
        (first, first),
        (leaf, leaf),
        (second, second),
        (first, f"{first}?{changes}"),
        (second, f"{second}&{changes}"),
    ):
        page = frontier.page(TOWN, address)
        assert page is not None
        frontier.keep(page, asked, answer(), asked, NOW)
    found = [
        (page.address, frontier.answer(page), frontier.is_last(page)) for page in frontier.answered(TOWN)
    ]
    assert [(address, told and told[0], last) for address, told, last in found] == [
        (first, first, False),
        (second, second, False),
        (first, f"{first}?{changes}", True),
        (second, f"{second}&{changes}", True),
        (leaf, leaf, True),
    ]


def test_an_unfinished_run_is_continued_for_a_day(frontier: Frontier) -> None:
    run, started = frontier.begin(TOWN, NOW)
    assert frontier.begin(TOWN, NOW + 60) == (run, started)
    assert frontier.begin("other", NOW + 60)[1] == NOW + 60
    assert frontier.begin(TOWN, NOW + RESUMED + 1)[1] == NOW + RESUMED + 1
    assert frontier.last_started(TOWN) is None
    frontier.finish(run, NOW + 90)
    assert frontier.last_started(TOWN) == NOW


@pytest.mark.parametrize(
    ("address", "shown"),
    [("https://a/x", "https://a/x?n=1&m=%C3%A4"), ("https://a/x?y=1", "https://a/x?y=1&n=1&m=%C3%A4")],
)
def test_forms_are_shown_like_queries(address: str, shown: str) -> None:
    assert shown_address(address, (("n", "1"), ("m", "ä"))) == shown
    assert shown_address(address, None) == address
