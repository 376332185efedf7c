"""A quotation is found letter by letter, nearly, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

import pytest

from tests.db.site.musterhafen import DOCUMENT

Get = Callable[..., str]


@pytest.mark.parametrize(
    ("quotation", "verdict", "place"),
    [
        ("dass die Straße seit Jahren schadhaft sei", "wörtlich", "a-a1"),
        ("„die Straße seit Jahren\nschadhaft sei.“", "wörtlich", "a-a1"),
        (
            "die Straße seit Jahren schadhaft sei. Sie werde im Ausschuss darauf zurückkommen",
            "wörtlich",
            "a-a1",
        ),
        ("die Strasse sei seit vielen Jahren schadhaft", "nahezu", "a-a1"),
        ("Der Ausbau wird nach § 34 Abs. 1 GemO beschlossen", "wörtlich", "b-b1"),
    ],
)
def test_what_stands_there_is_found(page: Get, quotation: str, verdict: str, place: str) -> None:
    html = page(f"/zitat?q={quote(quotation)}")
    assert verdict in html
    assert f'href="/dokument/{DOCUMENT}#{place}"' in html


@pytest.mark.parametrize(
    "quotation", ["Der Hafen wird zugeschüttet und bepflanzt", "schadhaft", "?", "%00", '"']
)
def test_what_does_not_stand_there_is_not(page: Get, quotation: str) -> None:
    assert "Nicht gefunden" in page(f"/zitat?q={quote(quotation)}")


def test_a_difference_is_shown_word_by_word(page: Get) -> None:
    html = page(f"/zitat?q={quote('dass die Straße seit zwanzig Jahren völlig schadhaft sei')}")
    assert "<del>zwanzig</del>" in html
    assert "<del>völlig</del>" in html
    assert "nahezu (" in html


def test_it_tells_who_when_and_where(page: Get) -> None:
    html = page(f"/zitat?q={quote('die Straße seit Jahren schadhaft sei')}")
    assert (
        "Frau Quandt, Stadtrat Stadt Musterhafen, Sitzung vom 14.03.2023, TOP Ö 1, S. 1, http://localhost/"
        in html
    )
    assert f"SHA-256 {DOCUMENT}" in html
    assert "in indirekter Rede" in html


def test_scripts_in_minutes_and_quotations_are_text(page: Get) -> None:
    html = page(f"/zitat?q={quote('fragt, ob <script>alert(1)</script> im Entwurf stehen solle')}")
    assert "nahezu" in html
    assert "<script>" not in html
