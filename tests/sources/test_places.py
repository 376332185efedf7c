from __future__ import annotations

import pytest

from sources.places import bodies_named, only_body


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("der Stadt Auental und des Kreises Moorau", ["Stadt Auental", "Kreis Moorau"]),
        ("in der Stadt Neustadt an der Aue", ["Stadt Neustadt an der Aue"]),
        ("die Gemeinde Bad Quell am Montag", ["Gemeinde Bad Quell"]),
        ("der Kreis Moorau im Vergleich", ["Kreis Moorau"]),
        ("Stadt Halle (Saale)", ["Stadt Halle (Saale)"]),
        ("die Stadt hat", []),
        ("Stadt und Land", []),
    ],
)
def test_municipalities_named_in_full(text: str, names: list[str]) -> None:
    assert list(bodies_named(text)) == names


def test_only_one_may_be_named() -> None:
    assert only_body("die Stadt Au, der Stadt Au") == "Stadt Au"
    assert only_body("die Stadt Au, die Gemeinde Quell") is None
    assert only_body("die Stadt Au, der Kreis Moor", ["Kreis"]) == "Kreis Moor"
    assert only_body("niemand") is None
