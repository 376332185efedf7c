"""A document that does not name its municipality is moved into the one the administrator names."""

from __future__ import annotations

from db.records import ids
from db.records.council import Body, Meeting, Organization
from db.records.documents import Document, Text
from db.records.extraction import Extraction
from db.records.scope import scope_of, within_body


def test_ids_move_into_the_body_and_what_is_elsewhere_stays() -> None:
    document = "ab" * 32
    committee = ids.organization_id(scope_of(document), "Bauausschuss")
    meeting = ids.meeting_id(committee, "2020-01-02")
    extraction = Extraction(
        address="/auszug.txt",
        document=Document(
            id=document,
            path="auszug.txt",
            media_type="text/plain",
            kind="excerpt",
            product="text",
            meeting_id=meeting,
        ),
        text=Text(document_id=document, text=f"{scope_of(document)} bleibt im Text stehen"),
        shared=(
            Organization(id=committee, name="Bauausschuss"),
            Organization(id="land-hessen", name="Land Hessen"),
            Meeting(id=meeting, organization_id=committee, start="2020-01-02"),
        ),
    )
    moved = within_body(extraction, "Stadt Birkenau")
    assert moved.document.body_id == "stadt-birkenau"
    assert moved.document.meeting_id == "stadt-birkenau_bauausschuss_2020-01-02"
    assert moved.text == extraction.text
    assert moved.shared == (
        Body(id="stadt-birkenau", name="Stadt Birkenau"),
        Organization(id="stadt-birkenau_bauausschuss", body_id="stadt-birkenau", name="Bauausschuss"),
        Organization(id="land-hessen", name="Land Hessen"),
        Meeting(
            id="stadt-birkenau_bauausschuss_2020-01-02",
            body_id="stadt-birkenau",
            organization_id="stadt-birkenau_bauausschuss",
            start="2020-01-02",
        ),
    )
