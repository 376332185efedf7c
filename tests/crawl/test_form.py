"""The example pages are true to the form of the recorded ones: what they are made of occurs there, and the other way
round what every recorded page of a kind has in its content, the example has too.

A page is made of its tags, their classes and their ids, without the numbers in them; an OParl object of its fields.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

from tests.crawl.oparl_site import OParl
from tests.crawl.sites import Allris3, SdNet, SessionNet, Site, opaque
from tests.crawl.town import town

pytest.importorskip("reportlab")
pytestmark = pytest.mark.recorded

TOWN = town("Stadt Ellerquell", "Stadtrat", year=2025)
Parts = frozenset[tuple[str, str]]

FURTHER_FILES = {("span", ".attachment-link"), ("span", ".vorlage-attachment-link")}
NON_PUBLIC = {("tr", ".top-noeff-head"), ("tr", ".top-noeff-data")}
"""Known from the code of other projects only; the recorded agenda has no non-public part."""

PAGES: list[tuple[type[Site], str, str, str, set[tuple[str, str]], set[tuple[str, str]]]] = [
    (Allris3, "si010_e.asp?MM=6&YY=2025", "allris3/si010_e.html", "#rismain table.tl1", set(), set()),
    (Allris3, "to010.asp?SILFDNR=1013", "allris3/*to010.html", "body", set(), set()),
    (Allris3, "to020.asp?TOLFDNR=10132", "allris3/*to020.html", "body", set(), set()),
    (Allris3, "vo020.asp?VOLFDNR=3003", "allris3/*vo020.html", "body", set(), set()),
    (SessionNet, "si0040.php?__cjahr=2025&__cmonat=1", "sessionnet/halle-si0040.html", "body", set(), set()),
    (SessionNet, "si0057.php?__ksinr=1013", "sessionnet/koblenz-si0057*", "body", set(), set()),
    (SessionNet, "vo0050.php?__kvonr=3003", "sessionnet/koblenz-vo0050*", "body", set(), set()),
    (SdNet, "termine", "sdnet/*.htm", "table.sstfc-list-table", set(), set()),
    (
        SdNet,
        f"tops/?__={opaque(1013)}",
        "sdnet/tagesordnung*",
        "#div-content > div, #div-content > h1",
        NON_PUBLIC,
        FURTHER_FILES | {("div", ".outlook"), ("span", ".outlook"), ("span", ".fa-sst-medium")},
    ),
    (
        SdNet,
        f"vorgang/?__={opaque(3003)}",
        "sdnet/vorgang*",
        "#div-content > *",
        set(),
        FURTHER_FILES | {("br", "")},
    ),
]
"""A page, the recorded ones of its kind, where their content is, what is added to it and what is left out of it."""


def got(site: Site, address: str) -> bytes:
    parts = urlsplit(site.url + address)
    found = site.answer(parts.path, dict(parse_qsl(parts.query)))
    assert found, address
    return found.content


def parsed(content: bytes) -> BeautifulSoup:
    text = content.decode("cp1252" if b"iso-8859-1" in content[:600] else "utf-8")
    return BeautifulSoup(re.sub(r"<\?xml[^>]*\?>|<!DOCTYPE[^>]*>", "", text, flags=re.IGNORECASE), "lxml")


def parts_of(element: Tag) -> Iterator[tuple[str, str]]:
    """The tag with each of its classes, and with its id."""
    for name in element.get_attribute_list("class") or [None]:
        yield element.name, f".{without_numbers(str(name))}" if name else ""
    if element.get("id"):
        yield element.name, f"#{without_numbers(str(element['id']))}"


def without_numbers(name: str) -> str:
    """A class or id without what counts meetings, files and rows."""
    return re.sub(r"\d{4,}|(?<=ebene1-)\d+", "N", name)


def made_of(soup: BeautifulSoup, where: str) -> Parts:
    """What a page is made of within an element."""
    regions = soup.select(where)
    assert regions, where
    elements = (element for region in regions for element in (region, *region.find_all(True)))
    return frozenset(part for element in elements for part in parts_of(element))


@pytest.mark.parametrize(
    ("product", "address", "pattern", "content", "added", "left_out"),
    PAGES,
    ids=lambda value: str(value)[:40],
)
def test_pages_are_made_of_what_recorded_pages_are_made_of(
    shared: Path,
    product: type[Site],
    address: str,
    pattern: str,
    content: str,
    added: set[tuple[str, str]],
    left_out: set[tuple[str, str]],
) -> None:
    page = parsed(got(product(TOWN, "http://127.0.0.1:1"), address))
    recorded = [parsed(path.read_bytes()) for path in sorted((shared / "data").glob(pattern))]
    assert recorded
    anywhere = frozenset().union(*(made_of(soup, "body") for soup in recorded))
    assert made_of(page, "body") - anywhere == added
    always = frozenset.intersection(*(made_of(soup, content) for soup in recorded))
    assert always - made_of(page, content) == left_out


@pytest.mark.parametrize("address", [address for _, address, *_ in PAGES if address.startswith("to0")])
def test_results_of_allris_stand_where_they_stand_in_recorded_pages(shared: Path, address: str) -> None:
    """The result of an item is a button's title, that of an excerpt a field; sections are nested documents."""
    page = parsed(got(Allris3(TOWN, "http://127.0.0.1:1"), address))
    if address.startswith("to010"):
        assert [button["title"] for button in page.select("td > form > input.il1_naz")] == [
            item.result for item in TOWN.meetings[2].items if item.result
        ]
    else:
        assert page.select_one("td.kb1:-soup-contains('Beschlussart:') + td.text3")
        assert got(Allris3(TOWN, ""), address).count(b"<html") == 3


OPARL: list[tuple[str, str, str]] = [
    ("body/1/meeting/1013", "oparl/*/meetings/*.json", "Meeting"),
    ("body/1/paper/3003", "oparl/*/papers/*.json", "Paper"),
    ("system", "oparl/other/testdata__systems__*.json", "System"),
    ("body/1", "oparl/other/testdata__bodies__*.json", "Body"),
    ("body/1/organization/200", "oparl/karlsruhe/organizations.json", "Organization"),
]


def objects_in(value: Any) -> Iterator[dict[str, Any]]:
    """All objects in it that have an address, embedded ones too."""
    if isinstance(value, dict):
        if "id" in value:
            yield value
        for inner in value.values():
            yield from objects_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from objects_in(inner)


def kind_of(found: dict[str, Any], outer: str) -> str:
    """The type; the recorded meetings of one vendor do not name it."""
    return str(found.get("type", outer)).rpartition("/")[2]


@pytest.mark.parametrize(("address", "pattern", "kind"), OPARL)
def test_oparl_objects_have_fields_that_recorded_objects_have(
    shared: Path, address: str, pattern: str, kind: str
) -> None:
    recorded: dict[str, list[frozenset[str]]] = {}
    for path in sorted((shared / "data").glob(pattern)):
        for found in objects_in(json.loads(path.read_text("utf-8"), strict=False)):
            recorded.setdefault(kind_of(found, kind), []).append(frozenset(found))
    site = OParl(TOWN, "http://127.0.0.1:1")
    answer = site.answer(site.folder + address, {})
    assert answer
    for found in objects_in(json.loads(answer.content)):
        told = recorded[kind_of(found, kind)]
        assert set(found) <= frozenset().union(*told), kind_of(found, kind)
        assert frozenset.intersection(*told) <= set(found), kind_of(found, kind)
