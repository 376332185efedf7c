"""What imports report is told in German, whatever it is about."""

from __future__ import annotations

import pytest

from db.site.imports import by_kind
from db.site.messages import told


@pytest.mark.parametrize(
    ("message", "says", "kind"),
    [
        (
            "31 votes were counted, but at most 29 who vote were present",
            "31 Stimmen stehen da, laut Anwesenheit waren es 29 Stimmberechtigte.",
            "… Stimmen stehen da, laut Anwesenheit waren es … Stimmberechtigte.",
        ),
        (
            "the result „vertagt auf {Mai}“ of item 4.1 is not known",
            "Das Ergebnis „vertagt auf {Mai}“ steht in keinem Wortschatz.",
            "Das Ergebnis „…“ steht in keinem Wortschatz.",
        ),
        ("1 page has no text: 20", "Seiten ohne Text: 20", "Seiten ohne Text: …"),
    ],
)
def test_a_message_is_told_in_german(message: str, says: str, kind: str) -> None:
    found = told(message, "look")
    assert (found.says, found.kind) == (says, kind)
    assert found.advice != "look"


def test_an_unknown_message_stays_as_it_was_reported() -> None:
    found = told("something new {0}", "look at it")
    assert (found.says, found.advice, found.german) == ("something new {0}", "look at it", False)


def test_messages_of_one_kind_are_counted_together() -> None:
    rows = [
        {"message": f"item {number} stands more than once in the agenda", "advice": "", "address": number}
        for number in (2, 3)
    ]
    assert [(kind["told"].kind, kind["count"]) for kind in by_kind(rows)] == [
        ("Punkt … steht mehrmals in der Tagesordnung.", 2)
    ]
