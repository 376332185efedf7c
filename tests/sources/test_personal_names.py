"""Names in their parts."""

from __future__ import annotations

import pytest

from sources.personal_names import split_name


@pytest.mark.parametrize(
    ("name", "family", "given", "title", "address"),
    [
        ("Erika Ahorn", "Ahorn", "Erika", None, None),
        ("Dr. Anna-Lena von der Birke", "von der Birke", "Anna-Lena", "Dr.", None),
        ("Prof. Dr. med. Jan Erle", "Erle", "Jan", "Prof. Dr. med.", None),
        ("Herr Max Ulrich Fichte", "Fichte", "Max Ulrich", None, "Herr"),
        ("Linde, Dr. Paula", "Linde", "Paula", "Dr.", None),
        ("von Weide, Kai", "von Weide", "Kai", None, None),
        ("Eiche", "Eiche", None, None, None),
        ("Frau Eiche", "Eiche", None, None, "Frau"),
    ],
)
def test_a_name_is_told_apart(
    name: str, family: str, given: str | None, title: str | None, address: str | None
) -> None:
    parts = split_name(name)
    assert (parts.family_name, parts.given_name, parts.title, parts.form_of_address) == (
        family,
        given,
        title,
        address,
    )
