"""Municipalities as YAML files."""

from __future__ import annotations

import datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from sources.bodies import FOLDER, TEMPLATE, Municipality, MunicipalityError, known, municipality
from sources.calendars import starts_of

GOOD = """
name: Stadt Weidenfurt
product: SessionNet
url: https://ris.weidenfurt.example/bi/
hosts: [ris.weidenfurt.example]
since: 2024-01-01
"""


def test_every_known_municipality_is_right() -> None:
    assert len(known()) > 20
    for name in known():
        body = municipality(name)
        assert urlsplit(body.url).netloc in body.hosts
        starts = list(
            starts_of(body.product, body.url, datetime.date(2025, 11, 20), datetime.date(2026, 1, 5))
        )
        assert starts
        assert all(urlsplit(start.address).netloc in body.hosts for start in starts)


def test_names_are_told_apart() -> None:
    names = [municipality(name).name for name in known()]
    assert len(set(names)) == len(names)


def test_the_template_is_right_and_explains_every_field() -> None:
    text = (FOLDER / f"{TEMPLATE}.yaml").read_text("utf-8")
    body = municipality(str(FOLDER / f"{TEMPLATE}.yaml"))
    assert body.expectations is not None
    for field in Municipality.model_fields:
        assert f"\n{field}:" in text or f"\n# {field}:" in text, field


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (("product: SessionNet", "product: Sessionnet"), "product"),
        (("name: Stadt Weidenfurt", "name: ''"), "name"),
        (("name: Stadt Weidenfurt", ""), "name"),
        (("hosts: [ris.weidenfurt.example]", "hosts: []"), "hosts"),
        (("hosts: [ris.weidenfurt.example]", "hosts: [weidenfurt.example]"), "hosts"),
        (("https://ris", "ftp://ris"), "url"),
        (("since: 2024-01-01", "since: gestern"), "since"),
        (("since: 2024-01-01", "since: 2024-01-01\nags: 05114000"), "ags"),
        (("since: 2024-01-01", "since: 2024-01-01\nags: '0511400'"), "ags"),
        (("since: 2024-01-01", "since: 2024-01-01\nexpectations: {minutes: 4}"), "expectations"),
        (("since: 2024-01-01", "since: 2024-01-01\nhost: x"), "host"),
        (("hosts: [ris.weidenfurt.example]", "hosts: [ris"), "no YAML"),
    ],
)
def test_mistakes_are_told_with_their_place(tmp_path: Path, change: tuple[str, str], place: str) -> None:
    file = tmp_path / "town.yaml"
    file.write_text(GOOD.replace(*change), "utf-8")
    with pytest.raises(MunicipalityError, match=place) as told:
        municipality(str(file))
    assert "town.yaml" in str(told.value)


def test_an_unknown_name_lists_the_known() -> None:
    with pytest.raises(MunicipalityError, match="karlsruhe"):
        municipality("atlantis")
    with pytest.raises(MunicipalityError):
        municipality(TEMPLATE + ".yaml")


@pytest.mark.parametrize("ags", ["05", "05114", "05114000", "051140000000"])
def test_keys_of_all_levels(tmp_path: Path, ags: str) -> None:
    file = tmp_path / "town.yaml"
    file.write_text(f"{GOOD}ags: '{ags}'\n", "utf-8")
    assert municipality(str(file)).ags == ags
