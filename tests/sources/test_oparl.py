"""The dialects of OParl: types by shape, objects in place of lists, errors, keys and names of meetings."""

from __future__ import annotations

import json
from typing import Any

import pytest

from db.records.council import AgendaItem, File, Meeting, Organization
from db.records.reading import Reading, ReadingError
from sources.detection import sample_of
from sources.oparl.models import MODELS
from sources.oparl.shapes import told
from sources.oparl.wording import municipal_key, organ_in, part_in
from sources.read import detect, read
from sources.stated import moment

SCHEMA = "https://schema.oparl.org/1.1/"


def reading_of(value: Any) -> Reading:
    return read(json.dumps(value).encode())


def meeting(**more: Any) -> dict[str, Any]:
    return {
        "id": "https://a.example/m/1",
        "type": SCHEMA + "Meeting",
        "name": "Rat",
        "start": "2024-01-02",
        **more,
    }


@pytest.mark.parametrize(
    ("item", "name"),
    [
        ({"id": "https://a.example/x/1", "type": SCHEMA + "Paper"}, "Paper"),
        ({"id": "https://a.example/oparl/v1.1/body/1/meeting/5606"}, "Meeting"),
        ({"id": "https://a.example/public/oparl/agendaItems?id=664"}, "AgendaItem"),
        ({"id": "https://a.example/bi/oparl/1.0/bodies.asp?id=1"}, "Body"),
        ({"id": "https://a.example/oparl/bodies/0001/organizations/gr/31"}, "Organization"),
        ({"id": "https://a.example/7", "start": "2024-01-02", "agendaItem": []}, "Meeting"),
        ({"id": "https://a.example/7", "accessUrl": "https://a.example/7.pdf"}, "File"),
        ({"id": "https://a.example/7", "familyName": "Ahorn"}, "Person"),
        ({"id": "https://a.example/7", "order": 3, "name": "Bericht"}, "AgendaItem"),
        ({"id": "https://a.example/7", "oparlVersion": SCHEMA}, "System"),
        ({"name": "Schrauben", "price": 20}, None),
    ],
)
def test_types_are_told_by_type_address_or_shape(item: dict[str, Any], name: str | None) -> None:
    assert told(item)[0] == name


@pytest.mark.parametrize(
    ("name", "organ"),
    [
        ("Rat (11. Sitzung)", "Rat"),
        ("Gemeinderat (öffentlich/nicht öffentlich)", "Gemeinderat"),
        ("20. Sitzung des Stadtrates", "Stadtrat"),
        ("4. öffentliche Sitzung des Rates der Stadt Lindenfurt", "Rat"),
        ("Sitzung des Ausschusses für Schule am 3.4.2024", "Ausschuss für Schule"),
        ("Hauptausschuss, 12. Sitzung", "Hauptausschuss"),
        ("Ortsrat Ahornfeld", "Ortsrat Ahornfeld"),
        ("Bürgerabend", None),
        (None, None),
    ],
)
def test_the_organ_in_the_name_of_a_meeting(name: str | None, organ: str | None) -> None:
    assert organ_in(name) == organ


@pytest.mark.parametrize(
    ("ags", "rgs", "key"),
    [
        ("09999999", None, "09999999"),
        ("9999999", None, "09999999"),
        ("099990000", "099990000000", "09999000"),
        ("099990000", None, None),
        (None, "099991111222", "09999222"),
        ("09999", None, "09999"),
        (None, None, None),
    ],
)
def test_municipal_keys(ags: str | None, rgs: str | None, key: str | None) -> None:
    assert municipal_key(ags, rgs) == key


@pytest.mark.parametrize(
    ("value", "local"),
    [
        ("2024-03-12T17:30:00+01:00", "2024-03-12T17:30"),
        ("2024-07-09T15:00:00Z", "2024-07-09T17:00"),
        ("2024-07-09T00:00:00+02:00", "2024-07-09"),
        ("2024-07-09", "2024-07-09"),
        ("demnächst", None),
        (None, None),
    ],
)
def test_moments_are_local(value: str | None, local: str | None) -> None:
    assert moment(value) == local


@pytest.mark.parametrize(
    ("name", "public"),
    [
        ("- öffentlicher Teil -", True),
        ("Nichtöffentlicher Teil:", False),
        ("B. Bericht aus dem öffentlichen Teil", None),
    ],
)
def test_headings_of_parts(name: str, public: bool | None) -> None:
    assert part_in(name) == public


@pytest.mark.parametrize("empty", [[], "", None, {}])
def test_nothing_in_place_of_an_object(empty: Any) -> None:
    reading = reading_of(meeting(location=empty, invitation=empty, agendaItem=empty, organization=empty))
    assert [type(record) for record in reading.records] == [Organization, Meeting]
    assert reading.doubts == ()


@pytest.mark.parametrize("several", [True, False])
def test_an_object_in_place_of_a_list(several: bool) -> None:
    file = {
        "id": "https://a.example/f/1",
        "name": "Niederschrift",
        "downloadUrl": "https://a.example/f/1.pdf",
    }
    reading = reading_of(meeting(auxiliaryFile=[file] if several else file))
    assert [record.kind for record in reading.records if isinstance(record, File)] == ["minutes"]


def test_control_characters_in_json() -> None:
    content = json.dumps(meeting(name="Rat 1")).replace("Rat 1", "Rat\n\t(1. Sitzung)")
    reading = read(content.encode())
    assert reading.meeting_id
    assert reading.meeting_id.endswith("_rat_2024-01-02")


def test_numbers_shown_twice_do_not_take_the_place_of_others() -> None:
    items = [
        {"number": number, "order": at, "name": f"Punkt {at}"}
        for at, number in enumerate(("1", "1", "1.2", ""))
    ]
    found = [
        record for record in reading_of(meeting(agendaItem=items)).records if isinstance(record, AgendaItem)
    ]
    assert [record.id.rpartition("2024-01-02_")[2] for record in found] == [
        "oe-1",
        "oe-1_2",
        "oe-1-2",
        "oe-stelle-4",
    ]


def test_two_meetings_of_an_organ_on_a_day_stay_two() -> None:
    first, second = meeting(start="2024-01-02T15:00:00"), meeting(start="2024-01-02T18:00:00")
    found = [record for record in reading_of([first, second]).records if isinstance(record, Meeting)]
    assert [record.start for record in found] == ["2024-01-02T15:00", "2024-01-02T18:00"]


def test_a_page_of_a_list_leads_to_the_next() -> None:
    page = {"data": [meeting()], "links": {"next": "https://a.example/m?page=2"}, "pagination": {}}
    assert [(link.kind, link.address) for link in reading_of(page).links] == [
        ("list", "https://a.example/m?page=2")
    ]


def test_a_consultation_waits_for_the_side_that_is_an_address() -> None:
    item, paper = "https://a.example/i/1", "https://a.example/p/1"
    told_of = {"id": "https://a.example/c/1", "paper": paper, "agendaItem": item, "role": "Entscheidung"}
    reading = reading_of(
        {"id": paper, "type": SCHEMA + "Paper", "reference": "1/24", "consultation": told_of}
    )
    (station,) = reading.stations
    assert (station.item, station.item_id, station.role) == (item, None, "Entscheidung")
    assert station.paper_id is not None
    assert station.paper_id.endswith("_1-24")
    agenda = reading_of(meeting(agendaItem={"id": item, "number": "1", "name": "Bericht"}))
    assert [(address, key.endswith("_rat_2024-01-02_oe-1")) for address, key in agenda.items] == [
        (item, True)
    ]
    assert [address for address, _ in agenda.told] == ["https://a.example/m/1"]


@pytest.mark.parametrize(
    "answer",
    [
        {"error": {"code": 802, "message": "no entries"}},
        {"code": "802", "message": "no entries"},
        {"data": [], "links": {}, "pagination": {"totalElements": 0}},
    ],
)
def test_empty_lists(answer: Any) -> None:
    reading = reading_of(answer)
    assert (reading.records, reading.links, reading.fit and reading.fit.share) == ((), (), 1)


def test_an_error_is_refused_with_its_message() -> None:
    with pytest.raises(ReadingError, match="Datenbank nicht erreichbar"):
        reading_of({"error": {"code": 500, "message": "Datenbank nicht erreichbar"}})


def test_a_deleted_object_tells_nothing_else() -> None:
    reading = reading_of(meeting(deleted=True))
    assert reading.records == ()
    assert "Gelöscht" in reading.text


def test_unknown_properties_and_results_are_doubts() -> None:
    items = [{"number": "1", "name": "Bericht", "result": "in die Fraktionen gegeben"}]
    reading = reading_of(meeting(agendaItem=items, farbe="grün", **{"maker:colour": "green"}))
    assert [doubt.stage for doubt in reading.doubts] == ["parse", "parse"]
    assert "farbe" in reading.doubts[0].message
    assert "colour" not in reading.doubts[0].message
    assert "in die Fraktionen gegeben" in reading.doubts[1].message
    assert "maker:colour: green" in reading.text


def test_evidence_and_version() -> None:
    recognition, reader = detect(sample_of(json.dumps(meeting()).encode()))
    assert (recognition.product, recognition.version, recognition.kind) == ("OParl", "1.1", "agenda")
    assert recognition.evidence == SCHEMA + "Meeting"
    assert reader is not None


STRANGE: list[Any] = [
    None,
    "",
    "x",
    7,
    True,
    [],
    {},
    ["x", 7],
    [[1]],
    {"id": 3},
    [{"name": [1]}, {"id": {}}, None],
]


@pytest.mark.parametrize("name", MODELS)
def test_strange_values_break_nothing(name: str) -> None:
    for field in MODELS[name].model_fields:
        for value in STRANGE:
            told_of = {
                "id": "https://a.example/1",
                "name": "Rat",
                "start": "2024-01-02",
                field: value,
                "type": SCHEMA + name,
            }
            assert reading_of(told_of).text
