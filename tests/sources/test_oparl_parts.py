"""The objects of OParl lists as documents of their own."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sources.oparl.parts import canonical, objects_in

HOST = "ris.example"
LIST = f"https://{HOST}/oparl/body/1/meeting"
MEETING = {"id": f"{LIST}/7", "type": "https://schema.oparl.org/1.1/Meeting", "name": "Sitzung des Rates"}
PAPER = {
    "id": f"https://{HOST}/oparl/paper/8",
    "type": "https://schema.oparl.org/1.1/Paper",
    "name": "Straße",
}


def parts(value: Any) -> list[tuple[str, bytes]] | None:
    return objects_in(json.dumps(value).encode(), [HOST], LIST)


def page(*entries: Any) -> dict[str, Any]:
    return {"data": list(entries), "links": {"next": f"{LIST}?page=2"}, "pagination": {}}


@pytest.mark.parametrize("listed", [page(MEETING, PAPER), [MEETING, PAPER]], ids=["page", "bare list"])
def test_each_object_stands_at_its_own_address(listed: Any) -> None:
    assert parts(listed) == [(thing["id"], canonical(thing)) for thing in (MEETING, PAPER)]


def test_an_unchanged_object_has_the_same_bytes_in_any_list() -> None:
    turned = dict(reversed(MEETING.items()))
    indented = json.dumps(page(turned), indent=2, ensure_ascii=False).encode()
    assert objects_in(indented, [HOST.upper()], LIST) == parts(page(MEETING))
    assert parts(page({**MEETING, "name": "Sitzung"})) != parts(page(MEETING))


@pytest.mark.parametrize(
    "left",
    [
        {"type": MEETING["type"], "name": "ohne Adresse"},
        {**MEETING, "id": "https://other.example/oparl/meeting/7"},
        {**MEETING, "id": "https://[ris.example/7"},
        {**MEETING, "id": LIST},
        {"id": f"https://{HOST}/7", "name": "of no type"},
        "text",
    ],
)
def test_what_has_no_address_of_its_own_stays_with_the_list(left: Any) -> None:
    found = parts(page(PAPER, left))
    assert found == [(PAPER["id"], canonical(PAPER)), (LIST, canonical(page(left)))]
    assert parts(page(left)) is None


@pytest.mark.parametrize("other", [MEETING, page(), [], {**MEETING, "data": [PAPER]}, {"code": 802}, None])
def test_what_is_no_list_has_no_parts(other: Any) -> None:
    assert parts(other) is None


def test_any_string_has_bytes() -> None:
    listed = b'{"data": [{"id": "https://ris.example/oparl/paper/8", "name": "\\ud800"}], "pagination": {}}'
    found = objects_in(listed, [HOST], LIST)
    assert found is not None
    assert json.loads(found[0][1])["name"] == "\ud800"
