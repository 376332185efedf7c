"""A corpus keeps the rules ParlaMint states, and tells all that the database tells of who said what."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from db.exports.parlamint import XINCLUDE, write
from db.exports.tei import ID, LANG, TEI, plain
from db.records.council import Body
from tests.db.exports.parlamint_rules import COMPONENT, ROOT, broken
from tests.db.exports.rows import bodies, rows
from tests.db.site import musterhafen

NAMES = {"t": TEI, "xi": XINCLUDE}


@dataclass(frozen=True, kw_only=True)
class Corpus:
    """The corpus of one municipality: its root, its components by their files, and both as one document."""

    body: str
    root: Any
    components: dict[Path, Any]
    whole: Any


@pytest.fixture(scope="module", params=["published", "voting"])
def database(request: pytest.FixtureRequest) -> Path:
    path: Path = request.getfixturevalue(request.param)
    return path


@pytest.fixture(scope="module")
def corpora(database: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Corpus]:
    out = tmp_path_factory.mktemp("parlamint")
    found = []
    for body in bodies(database):
        file, *components = write(database, out, body)
        whole = etree.parse(file)
        whole.xinclude()
        found.append(
            Corpus(
                body=body,
                root=etree.parse(file).getroot(),
                components={path: etree.parse(path).getroot() for path in components},
                whole=whole.getroot(),
            )
        )
    assert sum(len(corpus.components) for corpus in found) >= 2
    return found


def find(root: Any, path: str) -> list[Any]:
    return list(root.xpath(path, namespaces=NAMES))


def first(root: Any, path: str) -> Any:
    return next(iter(find(root, path)), None)


def test_elements_and_attributes_are_those_of_the_schema(corpora: list[Corpus]) -> None:
    for corpus in corpora:
        assert broken(corpus.root, ROOT) == []
        for component in corpus.components.values():
            assert broken(component, COMPONENT) == []


def test_a_rule_that_is_broken_is_noticed(corpora: list[Corpus]) -> None:
    component = next(iter(corpora[-1].components.values()))
    utterance = first(component, "//t:u")
    kept = utterance.attrib.pop("ana")
    assert len(broken(component, COMPONENT)) == 1
    utterance.set("ana", kept)


def test_files_are_named_as_the_specification_wants(corpora: list[Corpus]) -> None:
    for corpus in corpora:
        name = corpus.root.get(ID)
        assert re.fullmatch(r"ParlaMint-DE-[A-Za-z0-9-]+", name)
        assert [*find(corpus.root, "//xi:include/@href")] == [
            f"{path.parent.name}/{path.name}" for path in corpus.components
        ]
        for path, component in corpus.components.items():
            assert component.get(ID) == path.stem
            assert re.fullmatch(rf"{name}_\d{{4}}-\d\d-\d\d(-[A-Za-z0-9-]+)?", path.stem)
            assert path.parent.name == path.stem.removeprefix(name)[1:5]
            for tag in ("u", "seg"):
                ids = [element.get(ID) for element in component.iter(f"{{{TEI}}}{tag}")]
                assert ids == [f"{path.stem}.{tag}{number}" for number in range(1, len(ids) + 1)]


def test_ids_are_unique_and_pointers_lead_to_them(corpora: list[Corpus]) -> None:
    for corpus in corpora:
        ids = [element.get(ID) for element in corpus.whole.iter() if element.get(ID)]
        assert len(ids) == len(set(ids))
        pointing = " | ".join(f"//@{name}" for name in ("who", "ana", "corresp", "ref", "prev", "next"))
        pointers = {pointer for value in find(corpus.whole, pointing) for pointer in value.split()}
        assert {pointer for pointer in pointers if pointer.removeprefix("#") not in ids} == set()


def test_headers_tell_what_they_must(corpora: list[Corpus]) -> None:
    for corpus in corpora:
        for header in find(corpus.whole, "//t:teiHeader"):
            languages = {title.get(LANG) for title in find(header, ".//t:titleStmt/t:title")}
            assert languages == {"de", "en"}
            assert all(re.match(r"https?://\S+$", idno.text) for idno in find(header, ".//t:idno"))
        roles = find(corpus.root, "//t:org/@role")
        assert roles[0] == "government"
        assert roles.count("government") == 1
        for component in corpus.components.values():
            tags = Counter(etree.QName(element).localname for element in first(component, "//t:text").iter())
            told = {tag.get("gi"): int(tag.get("occurs")) for tag in find(component, "//t:tagUsage")}
            assert told == tags
            (speeches,) = find(component, "//t:measure[@unit='speeches']/@quantity")
            assert int(speeches) == tags["u"]


def test_utterances_tell_whether_the_words_are_given_and_what_part_the_speaker_has(
    corpora: list[Corpus],
) -> None:
    for corpus in corpora:
        for utterance in find(corpus.whole, "//t:u"):
            part, kind = utterance.get("ana").split()
            assert part in ("#chair", "#regular", "#guest", "#unknown")
            assert kind in ("#indirect", "#continued", "#direct")


def said(utterance: Any) -> tuple[str | None, str | None]:
    """How the minutes write the speaker of an utterance; that of a linked one stands before the first."""
    while utterance.get("prev"):  # linked over calls, too
        utterance = first(utterance, f"//t:u[@xml:id='{utterance.get('prev')[1:]}']")
    note = utterance.getprevious()
    told = note is not None and note.get("type") == "speaker"
    return (note.text, note.get("n")) if told else (None, None)


def test_statements_are_read_back(database: Path, corpora: list[Corpus]) -> None:
    for corpus in corpora:
        told = [
            (
                segment.get("n"),
                segment.text,
                segment.getparent().get("ana").split()[1].removeprefix("#"),
                *said(segment.getparent()),
                first(segment, "ancestor::t:div/@n"),
            )
            for segment in find(corpus.whole, "//t:seg")
        ]
        sql = """select id, text, kind, coalesce(speaker, speaker_name), speaker_name, agenda_item_id
            from statements where rule <> 'heckling' and :of_body"""
        expected = [
            (id, plain(text), kind, speaker and plain(speaker), name and plain(name), item)
            for id, text, kind, speaker, name, item in rows(database, sql, corpus.body)
        ]
        assert sorted(told, key=repr) == sorted(expected, key=repr)


def test_calls_are_read_back(database: Path, corpora: list[Corpus]) -> None:
    for corpus in corpora:
        told = [first(call, "t:desc/text()") for call in find(corpus.whole, "//t:vocal")]
        sql = "select text from statements where rule = 'heckling' and :of_body"
        assert sorted(told) == sorted(plain(text) for (text,) in rows(database, sql, corpus.body))


def test_speakers_are_read_back(database: Path, corpora: list[Corpus]) -> None:
    for corpus in corpora:
        people = {
            f"#{person.get(ID)}": person.get("n").split() for person in find(corpus.root, "//t:person[@n]")
        }
        told = [
            (segment, person, position)
            for utterance in find(corpus.whole, "//t:u[@who]")
            for segment in find(utterance, "t:seg/@n")
            for position, person in enumerate(people[utterance.get("who")], start=1)
        ]
        sql = """select statement_id, person_id, position from statement_speakers
            join persons on persons.id = person_id where not private
            and statement_id in (select id from statements where rule <> 'heckling' and :of_body)"""
        assert sorted(told) == sorted(rows(database, sql, corpus.body))


def test_persons_are_read_back(database: Path, corpora: list[Corpus]) -> None:
    genders = {"M": "m", "F": "f", "U": None}
    for corpus in corpora:
        told = [
            (person.get("n"), genders[first(person, "t:sex/@value")])
            for person in find(corpus.root, "//t:person")
            if not person.get(ID).startswith("persons.")
        ]
        sql = "select id, gender from persons where body_id = :body and not private"
        assert sorted(told) == sorted(rows(database, sql, corpus.body))


def test_items_are_read_back(database: Path, corpora: list[Corpus]) -> None:
    for corpus in corpora:
        told = []
        for item in find(corpus.whole, "//t:div[@n]"):
            head = first(item, "t:head")
            number = head.get("n") if head is not None else first(item, "t:note[@type='number']/text()")
            result = first(item, "t:note[@type='result']")
            own = "t:note[@type='outcome'][not(preceding-sibling::t:note[@type='decision'])]"
            noted = result if result is not None else first(item, own)
            outcome = None if noted is None else noted.get("n")
            told.append(
                (
                    item.get("n"),
                    number,
                    None if head is None else head.text,
                    None if result is None else result.text,
                    outcome,
                )
            )
        sql = """select id, number, title, result, outcome from agenda_items where public and meeting_id in (
            select meeting_id from documents where body_id = :body and kind in ('minutes', 'excerpt'))"""
        expected = [
            (id, number and plain(number), title and plain(title), result and plain(result), outcome)
            for id, number, title, result, outcome in rows(database, sql, corpus.body)
        ]
        assert sorted(told) == sorted(expected)


def votes(decision: Any) -> tuple[dict[str, int], list[tuple[str, str, str]]]:
    """What is noted behind a decision: counts, and how factions, members and candidates fared."""
    counts, others = {}, []
    for note in decision.itersiblings():
        if note.get("type") == "vote":
            counts[note.get("n")] = int(note.text)
        elif note.get("type") in ("voter", "candidate"):
            others.append((note.get("type"), note.text, note.get("n")))
        elif note.get("type") not in ("outcome", "majority"):
            break
    return counts, others


def test_decisions_and_votes_are_read_back(database: Path, corpora: list[Corpus]) -> None:
    columns = ("yes", "no", "abstain", "notTakingPart", "absent", "invalid", "unanimous", "secret")
    for corpus in corpora:
        told = []
        for decision in find(corpus.whole, "//t:note[@type='decision']"):
            outcome = first(decision, "following-sibling::t:note[@type='outcome'][1]/@n")
            told.append((decision.get("n"), decision.text, outcome, *map(votes(decision)[0].get, columns)))
        sql = """select id, text, outcome, votes_yes, votes_no, votes_abstain, votes_not_taking_part, votes_absent,
            votes_invalid, unanimous, secret from decisions where :of_body"""
        expected = [(id, plain(text), *more) for id, text, *more in rows(database, sql, corpus.body)]
        assert sorted(told) == sorted(expected)


def corpus_of(database: Path, out: Path, body: str) -> Any:
    whole = etree.parse(write(database, out, body)[0])
    whole.xinclude()
    return whole.getroot()


def test_who_voted_how_and_who_belongs_to_whom_is_told(voting: Path, tmp_path: Path) -> None:
    corpus = corpus_of(voting, tmp_path, "musterhafen")
    assert votes(first(corpus, "//t:note[@n='b1']"))[1] == [
        ("voter", "SPD", "no 5"),
        ("voter", "FDP", "abstain"),
        ("voter", "Frau Quandt", "no"),
        ("candidate", "Liste A", "12"),
    ]
    quandt = [dict(one.attrib) for one in find(corpus, "//t:person[@n='quandt']/t:affiliation")]
    assert quandt == [
        {"ref": "#org.rat", "role": "head", "from": "2021-11-01"},
        {"ref": "#faction.spd", "role": "member", "from": "2021-11-01"},
    ]
    (uebelhoer,) = find(corpus, "//t:person[@n='uebelhoer']/t:affiliation")
    assert dict(uebelhoer.attrib) == {
        "ref": "#org.spd",
        "role": "member",
        "from": "2022-01-31",
        "to": "2023-03-14",
    }


def test_a_continued_speech_is_linked(voting: Path, tmp_path: Path) -> None:
    corpus = corpus_of(voting, tmp_path, "musterhafen")
    reported, continued = find(corpus, "//t:u[@who='#quandt']")
    assert reported.get("next") == f"#{continued.get(ID)}"
    assert continued.get("prev") == f"#{reported.get(ID)}"


def test_nobody_private_is_named(corpora: list[Corpus]) -> None:
    for corpus in corpora:
        assert not [id for id in find(corpus.whole, "//t:person/@n") if "privat-" in id]


def test_a_municipality_without_meetings_has_no_corpus(tmp_path: Path) -> None:
    path = musterhafen.publish(tmp_path / "leer.db", Body(id="leer", name="Leer"))
    assert write(path, tmp_path, "leer") == []


def test_when_a_meeting_began_and_ended_is_noted(voting: Path, tmp_path: Path) -> None:
    corpus = corpus_of(voting, tmp_path, "musterhafen")
    times = [(note.get("n"), first(note, "t:time/@when")) for note in find(corpus, "//t:note[@type='time']")]
    assert times == [("start", "2023-03-14T18:00:00"), ("end", "2023-03-14T20:15:00")]


def test_a_call_does_not_end_a_speech(published: Path, tmp_path: Path) -> None:
    corpus = corpus_of(published, tmp_path, "stadt-lindenfurt")
    (call,) = find(corpus, "//t:vocal")
    assert call.getprevious().get(ID)
    after = call.getnext()
    assert after.get("type") == "speaker" or after.get("prev") == f"#{call.getprevious().get(ID)}"
