"""Feeds, calendars and news, read again with the libraries readers use."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from icalendar import Calendar

from tests.db.site.musterhafen import DOCUMENT

Get = Callable[..., str]
ATOM = "{http://www.w3.org/2005/Atom}"


def entries(feed: str) -> list[tuple[str, str]]:
    """Title and link of every entry."""
    found = ElementTree.fromstring(feed).iter(f"{ATOM}entry")
    return [
        (entry.findtext(f"{ATOM}title") or "", entry.find(f"{ATOM}link").attrib["href"])  # type: ignore[union-attr]
        for entry in found
    ]


@pytest.mark.parametrize(
    ("address", "title", "place"),
    [
        ("/suche.atom?q=schadhaft", "Frau Quandt, Stadtrat, Stadt Musterhafen, 14.03.2023", "#a-a1"),
        ("/person/quandt.atom", "Frau Quandt, Stadtrat, Stadt Musterhafen, 14.03.2023", "#a-a1"),
        ("/kommune/musterhafen.atom", "Niederschrift, Stadtrat, Stadt Musterhafen, 14.03.2023", ""),
        ("/gremium/rat.atom", "Niederschrift, Stadtrat, Stadt Musterhafen, 14.03.2023", ""),
        ("/ozg.atom", "Herr Übelhör, Stadtrat, Stadt Musterhafen, 14.03.2023", "#a-a4"),
    ],
)
def test_a_feed_leads_to_the_place(page: Get, address: str, title: str, place: str) -> None:
    assert (title, f"http://localhost/dokument/{DOCUMENT}{place}") in entries(page(address))


@pytest.mark.parametrize("address", ["/person/nichts.atom", "/kommune/nichts.atom", "/gremium/nichts.ics"])
def test_what_is_not_there_has_no_feed(page: Get, address: str) -> None:
    page(address, status=404)


def test_a_search_for_nothing_is_an_empty_feed(page: Get) -> None:
    assert entries(page("/suche.atom")) == []


def test_a_feed_dates_entries_by_their_arrival(page: Get) -> None:
    feed = ElementTree.fromstring(page("/person/quandt.atom"))
    assert next(feed.iter(f"{ATOM}entry")).findtext(f"{ATOM}updated") == "2024-01-02T03:04:05+00:00"


@pytest.mark.parametrize("address", ["/kommune/musterhafen.ics", "/gremium/rat.ics"])
def test_a_calendar_holds_the_meetings(page: Get, address: str) -> None:
    (event,) = Calendar.from_ical(page(address)).walk("VEVENT")
    assert event["summary"] == "12. Sitzung, Stadt Musterhafen"
    assert event["dtstart"].dt.isoformat() == "2023-03-14T18:00:00+01:00"
    assert event["url"].endswith("/sitzung/m1")


def test_news_count_what_came_since(page: Get) -> None:
    html = page("/neu?seit=2024-01-01")
    assert "Seit dem 01.01.2024 kam 1 neues Dokument hinzu" in html
    assert "Niederschrift Stadtrat" in html
    assert "0 neue Dokumente" in page("/neu?seit=2024-02-01")
    assert "Niederschrift Stadtrat" in page("/neu"), "without a day the last arrivals are shown"
