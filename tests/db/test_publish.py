from __future__ import annotations

import os
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from db.heldback import span_tables
from db.privacy import SHOWN_NAME
from db.publish import PublishError, Report, publish
from db.published import is_stale
from db.records import ids
from db.records.columns import TABLES
from db.records.council import AgendaItem, Attendance, Consultation, Membership, Organization, Paper, Person
from db.records.extraction import Doubt, Extraction
from db.records.findings import (
    Citation,
    OzgConcept,
    OzgMention,
    Statement,
    StatementAddressee,
    StatementSpeaker,
)
from db.records.ozg import OzgFact
from db.schema import quoted
from db.store import Store
from tests.db.lindenau import BODY, COUNCIL, MEETING, NOW, Minutes, broken_references, item_id, person

SECRET = "Geheimsache"


class House:
    """A working database and its published copy."""

    def __init__(self, folder: Path) -> None:
        self.source, self.target = folder / "lindenau.db", folder / "public" / "lindenau.db"

    def take(self, *extractions: Extraction) -> None:
        with Store(self.source) as store:
            store.set_concepts([OzgConcept(id="OZG", label="OZG", category="Gesetz", description="…")])
            run = store.begin(["/home/somebody/Eingang", "https://ris.lindenau.example/"], NOW)
            for extraction in extractions:
                store.store(extraction, run, NOW)
            store.refuse(
                "/home/somebody/Eingang/leer.pdf",
                "parse",
                "/home/somebody/Eingang/leer.pdf: kein Text",
                "…",
                run,
            )

    def publish(self) -> Report:
        report = publish(self.source, self.target)
        connection = self.readers()
        assert broken_references(connection) == []
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        for table in span_tables():
            wrong = connection.execute(
                f"SELECT found.text FROM {quoted(table.name)} AS found JOIN texts USING (document_id) "
                'WHERE substr(texts.text, start + 1, "end" - start) != found.text'
            ).fetchall()
            assert wrong == [], table.name
        assert self.all_bytes().count(b"/home/somebody") == 0
        return report

    def readers(self) -> sqlite3.Connection:
        return sqlite3.connect(f"file:{self.target}?mode=ro&immutable=1", uri=True)

    def rows(self, sql: str, *values: Any) -> list[Any]:
        return self.readers().execute(sql, values).fetchall()

    def all_bytes(self) -> bytes:
        return self.target.read_bytes()

    def tells_of(self, word: str) -> bool:
        """Whether a word stands anywhere in the file, as written or in the lower case of an index."""
        return word.lower().encode() in self.all_bytes().lower() or word.encode() in self.all_bytes()


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def minutes_with_a_non_public_part() -> Minutes:
    """Public item 1, non-public items 8 and 9; a person, a paper and a faction are told of in item 9 alone."""
    document = Minutes("m", address="/home/somebody/Eingang/m.pdf")
    document.add(f"Tagesordnung: 1. Spielplatz, 8. Verschiedenes, 9. {SECRET} Anger")
    document.item(1, "Frau Harms erklärt, der Spielplatz sei fertig.", title="Spielplatz")
    document.item(2, "Herr Böttcher fragt nach der Straße.", title="Verschiedenes")
    document.item(8, f"Herr Adler meint, die {SECRET} sei heikel.", title="Verschiedenes", public=False)
    document.add(f"Noch ein Absatz zur {SECRET}.")
    document.item(9, f"{SECRET} Anger", title=f"{SECRET} Anger", public=False)
    start, _ = document.add(f"Frau Vogelsang (Freie Liste) legt {SECRET}/77 vor.")
    document.items[-1] = AgendaItem(
        id=item_id(9),
        meeting_id=MEETING,
        title=f"{SECRET} Anger",
        public=False,
        document_id=document.id,
        start=document.items[-1].start,
        end=len(document.text),
    )
    document.owned.append(
        Citation(
            id="secret",
            document_id=document.id,
            agenda_item_id=None,
            kind="paper",
            text=f"{SECRET}/77",
            normalized=f"{SECRET}/77",
            start=document.text.index(f"{SECRET}/77"),
            end=document.text.index(f"{SECRET}/77") + len(f"{SECRET}/77"),
            target_id=f"{BODY}_77",
            rule="test",
        )
    )
    document.owned.append(
        OzgMention(
            id="mention",
            document_id=document.id,
            concept_id="OZG",
            statement_id=document.owned[2].id,
            text="Frau",
            start=start,
            end=start + 4,
            rule="test",
        )
    )
    return document


def told_in_secret() -> tuple[Any, ...]:
    return (
        Organization(id=f"{BODY}_freie-liste", body_id=BODY, name="Freie Liste"),
        person("Vogelsang"),
        Membership(person_id=f"{BODY}_vogelsang", organization_id=f"{BODY}_freie-liste"),
        Paper(id=f"{BODY}_77", body_id=BODY, reference=f"{SECRET}/77", name=f"{SECRET} Anger"),
        Consultation(id="secret", paper_id=f"{BODY}_77", agenda_item_id=item_id(9), meeting_id=MEETING),
    )


def test_nothing_of_a_non_public_part_is_published(house: House) -> None:
    doubts = (
        Doubt(message=f"Unklar: {SECRET}", advice="Nachsehen."),
        Doubt(message="Unklar: Spielplatz", advice="Nachsehen.", start=80, end=85),
    )
    house.take(minutes_with_a_non_public_part().done(more=told_in_secret(), doubts=doubts))
    report = house.publish()
    assert not house.tells_of(SECRET)
    for word in ("Vogelsang", "Freie Liste", "Adler", "freie-liste", "_77"):
        assert not house.tells_of(word), word
    assert house.rows("SELECT id FROM agenda_items ORDER BY id") == [(item_id(1),), (item_id(2),)]
    assert [text for (text,) in house.rows("SELECT text FROM statements ORDER BY start")] == [
        "Frau Harms erklärt, der Spielplatz sei fertig.",
        "Herr Böttcher fragt nach der Straße.",
    ]
    assert "8. Verschiedenes, 9. ███████████ █████" in house.rows("SELECT text FROM texts")[0][0]
    assert (report.items_held_back, report.documents_held_back, report.documents) == (2, 0, 1)


def test_the_working_database_stays_as_it_was(house: House) -> None:
    house.take(minutes_with_a_non_public_part().done(more=told_in_secret()))
    with Store(house.source) as store:
        before = list(store.connection.iterdump())
    house.publish()
    with Store(house.source) as store:
        assert list(store.connection.iterdump()) == before


def test_what_the_public_part_tells_too_stays(house: House) -> None:
    document = minutes_with_a_non_public_part()
    document.add("Frau Vogelsang verlässt die Sitzung.")
    house.take(document.done(more=told_in_secret()))
    house.publish()
    assert house.rows("SELECT name FROM persons") == [("Vogelsang",)]
    assert not house.tells_of(SECRET)


def test_a_consultation_under_a_non_public_item_is_held_back_as_a_whole(house: House) -> None:
    """The paper's own page tells its meeting and result, the minutes alone that the item was not public."""
    key = ids.consultation_id(f"{BODY}_77", MEETING, None)
    paper = Paper(id=f"{BODY}_77", body_id=BODY, reference="V/77", name="Anger")
    station = Consultation(id=key, paper_id=paper.id, meeting_id=MEETING, result=SECRET, outcome="accepted")
    open_ = Consultation(
        id=ids.consultation_id(paper.id, None, item_id(1)), paper_id=paper.id, agenda_item_id=item_id(1)
    )
    under = Consultation(id=key, paper_id=paper.id, meeting_id=MEETING, agenda_item_id=item_id(9))
    minutes = Minutes("m").item(1, "Alles gut, meint Frau Harms.").item(9, title=SECRET, public=False)
    house.take(minutes.done(more=(paper, under, open_)), Minutes("p", "paper").done(more=(paper, station)))
    house.publish()
    assert house.rows("SELECT id FROM consultations") == [(open_.id,)]
    assert house.rows("SELECT reference FROM papers") == [("V/77",)]
    assert not house.tells_of(SECRET)


def test_a_station_without_an_item_is_published(house: House) -> None:
    paper = Paper(id=f"{BODY}_77", body_id=BODY, reference="V/77")
    key = ids.consultation_id(paper.id, MEETING, None)
    station = Consultation(id=key, paper_id=paper.id, meeting_id=MEETING, role="Vorberatung")
    house.take(
        Minutes("m").item(9, title=SECRET, public=False).done(),
        Minutes("p", "paper").done(more=(paper, station)),
    )
    house.publish()
    assert house.rows("SELECT id, agenda_item_id, role FROM consultations") == [(key, None, "Vorberatung")]


def test_an_excerpt_is_held_back_where_the_minutes_say_so(house: House) -> None:
    """The excerpt itself does not say that its item is not public."""
    excerpt = Minutes("e", "excerpt").item(9, f"Die {SECRET} wird beraten.", title=SECRET)
    house.take(
        excerpt.done(),
        Minutes("m").item(9, title=SECRET, public=False).item(1, "Alles gut, meint Frau Harms.").done(),
    )
    house.publish()
    assert not house.tells_of(SECRET)
    assert house.rows("SELECT count(*) FROM documents") == [(2,)]


def test_what_a_non_public_document_tells_is_not_published(house: House) -> None:
    said = "Frau Harms erklärt, der Spielplatz sei lange geschlossen gewesen."
    secret = Minutes("n", address="n.pdf").item(1, said, title=f"Spielplatz ({SECRET})", outcome="rejected")
    public = Minutes("e", "excerpt").item(1, said, title="Spielplatz")
    house.take(secret.done(public=False, more=told_in_secret()[:-1]), public.done())
    report = house.publish()
    assert not house.tells_of(SECRET)
    assert not house.tells_of("Vogelsang")
    assert not house.tells_of(secret.id)
    assert house.rows("SELECT title, outcome, document_id FROM agenda_items") == [
        ("Spielplatz", None, public.id)
    ]
    assert house.rows("SELECT double_of FROM statements") == [(None,)]
    assert report.documents_held_back == 1


def test_former_versions_are_not_published(house: House) -> None:
    old = Minutes("a", address="x.pdf").item(1, f"Die {SECRET} war ein Versehen.", title=SECRET)
    new = Minutes("b", address="x.pdf", first_version=old.id).item(1, "Alles gut, meint Frau Harms.")
    house.take(old.done(), new.done())
    house.publish()
    assert house.rows("SELECT id, replaces FROM documents") == [(new.id, None)]
    assert not house.tells_of(SECRET)


def test_internal_tables_and_folders_are_not_published(house: House) -> None:
    house.take(minutes_with_a_non_public_part().done(more=told_in_secret()))
    house.publish()
    tables = {name for (name,) in house.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert "claims" not in tables
    assert "_sqlite_migrations" not in tables
    assert {name for name, table in TABLES.items() if table.published} <= tables
    assert house.rows("SELECT path FROM documents") == [("m.pdf",)]
    assert house.rows("SELECT address FROM document_sources") == [("m.pdf",)]
    assert house.rows("SELECT inputs FROM imports") == [("Eingang\nhttps://ris.lindenau.example/",)]
    assert house.rows("SELECT address, message FROM issues") == [("leer.pdf", "leer.pdf: kein Text")]


KOLBE = Person(
    id=f"{BODY}_kolbe_frau",
    body_id=BODY,
    name="Kolbe",
    family_name="Kolbe",
    form_of_address="Frau",
    private=True,
)
OFFICE = Person(id=f"{BODY}_kolbe_uwe", body_id=BODY, name="Uwe Kolbe", family_name="Kolbe", given_name="Uwe")


def test_private_persons_have_no_name(house: House) -> None:
    document = Minutes("m", address="/home/somebody/Anfrage_Kolbe.pdf")
    document.item(1, title="Anfrage der Einwohnerin Kolbe")
    document.says("Frau Kolbe fragt, wann der Bus komme.", item_id(1), speaker=KOLBE, speaker_name="Kolbe")
    document.says(
        "Herr Adler verweist auf Kolbes Brief und auf die Kolbenstraße.", item_id(1), speaker=person("Adler")
    )
    document.decides("Die Anfrage Kolbe wird zur Kenntnis genommen.", item_id(1))
    doubt = Doubt(message="Wer ist „Frau Kolbe“?", advice="Amt nachtragen.", start=0, end=10)
    house.take(document.done(doubts=(doubt,)))
    report = house.publish()
    assert [text for (text,) in house.rows("SELECT text FROM statements ORDER BY start")] == [
        "Frau █████ fragt, wann der Bus komme.",
        "Herr Adler verweist auf ██████ Brief und auf die Kolbenstraße.",
    ]
    assert house.rows("SELECT title FROM agenda_items") == [("Anfrage der Einwohnerin █████",)]
    assert house.rows("SELECT text FROM decisions") == [("Die Anfrage █████ wird zur Kenntnis genommen.",)]
    assert house.rows("SELECT path FROM documents") == [("Anfrage_█████.pdf",)]
    assert house.rows("SELECT message FROM issues WHERE level = 'warning'") == [("Wer ist „Frau █████“?",)]
    ((private, name),) = house.rows("SELECT id, name FROM persons WHERE private")
    assert name == SHOWN_NAME
    assert house.rows("SELECT count(*) FROM statement_speakers WHERE person_id = ?", private) == [(1,)]
    assert house.rows("SELECT count(*) FROM attendances WHERE person_id = ?", private) == [(1,)]
    assert house.all_bytes().lower().count(b"kolbe") == house.all_bytes().lower().count(b"kolbenstra")
    assert report.private_persons == 1


def test_given_names_of_private_persons_are_hidden_where_they_speak(house: House) -> None:
    petra = person("Kolbe", private=True, given_name="Petra")
    document = Minutes("m").item(1, title="Fragen")
    document.says("Petra Kolbe fragt, wann der Bus komme.", item_id(1), speaker=petra)
    document.owned[0] = replace(document.owned[0], speaker="Petra Kolbe", speaker_name="Petra Kolbe")
    house.take(document.done())
    house.publish()
    assert house.rows("SELECT speaker FROM statements") == [("█████ █████",)]
    assert not house.tells_of("Petra")


def test_a_couple_keeps_none_of_its_names(house: House) -> None:
    document = Minutes("m").item(1, title="Ehrung der Eheleute Jan und Petra Kolbe")
    document.says("Herr Adler lobt die Eheleute Jan und Petra Kolbe.", item_id(1), speaker=person("Adler"))
    house.take(document.done(more=(KOLBE,)))
    house.publish()
    assert house.rows("SELECT title FROM agenda_items") == [("Ehrung der Eheleute ███ ███ █████ █████",)]
    assert house.rows("SELECT text FROM statements") == [
        ("Herr Adler lobt die Eheleute ███ ███ █████ █████.",)
    ]


def test_no_street_in_which_somebody_lives_is_published(house: House) -> None:
    document = Minutes("m").decides("Der Rat wählt Herrn Dr. Jan Adler, Annastraße 29 b, 76829 Lindenau.")
    document.decides("Gewählt ist Frau Ina Harms, An der Schmiede 5, 76829 Lindenau.")
    document.decides("Das Büro Brück, Annastraße 2, 76829 Lindenau, plant.")
    house.take(document.done())
    house.publish()
    assert [text for (text,) in house.rows("SELECT text FROM decisions ORDER BY start")] == [
        "Der Rat wählt Herrn Dr. Jan Adler, ██████████ ██ █, 76829 Lindenau.",
        "Gewählt ist Frau Ina Harms, ██ ███ ████████ █, 76829 Lindenau.",
        "Das Büro Brück, Annastraße 2, 76829 Lindenau, plant.",
    ]
    assert not house.tells_of("Schmiede")


def test_private_persons_have_no_name_in_what_a_statement_rests_on(house: House) -> None:
    document = Minutes("m")
    document.says("Auf Nachfrage von Frau Kolbe sagt Herr Adler, der Bus komme.", speaker=person("Adler"))
    document.says("Frau Kolbe und Herr Brandis danken.", speaker=KOLBE, speaker_name="Kolbe; Brandis")
    asked, thanked = (row for row in document.owned if isinstance(row, Statement))
    thanks = thanked.text.rindex("danken") + 6
    brandis = person("Brandis", private=True)
    document.persons[brandis.id] = brandis
    document.owned += [
        StatementAddressee(statement_id=asked.id, person_id=KOLBE.id, position=1),
        StatementSpeaker(statement_id=thanked.id, person_id=brandis.id, position=2),
        replace(asked, addressee="Frau Kolbe"),
        replace(
            thanked,
            speaker="Frau Kolbe und Herr Brandis",
            evidence=thanked.text[:thanks],
            evidence_start=thanked.start,
            evidence_end=thanked.start + thanks,
        ),
    ]
    document.owned = [row for row in document.owned if row not in (asked, thanked)]
    house.take(document.done())
    house.publish()
    assert house.rows(
        "SELECT addressee, speaker, speaker_name, speaker_note, evidence FROM statements ORDER BY start"
    ) == [
        ("Frau █████", None, None, None, None),
        (
            None,
            "Frau █████ und Herr ███████",
            "Privatperson; Privatperson",
            "privat",
            "Frau █████ und Herr ███████ danken",
        ),
    ]


def test_a_fact_that_a_private_person_states_is_a_private_persons(house: House) -> None:
    document = Minutes("m")
    document.says("Frau Kolbe fragt nach der Frist bis 2022.", speaker=KOLBE, speaker_name="Kolbe")
    (asked,) = (row for row in document.owned if isinstance(row, Statement))
    document.owned.append(
        OzgFact(
            id="f",
            document_id=document.id,
            statement_id=asked.id,
            kind="deadline",
            value="2022",
            stance="announced",
            stated_by="Kolbe",
            text=asked.text[-9:-1],
            start=asked.end - 9,
            end=asked.end - 1,
            sentence_start=asked.start,
            sentence_end=asked.end,
            rule="example",
        )
    )
    house.take(document.done())
    house.publish()
    assert house.rows("SELECT stated_by FROM ozg_facts") == [("Privatperson",)]


def test_who_bears_the_same_name_in_an_office_keeps_it(house: House) -> None:
    document = Minutes("m")
    document.item(1, title="Bus")
    document.says("Frau Kolbe fragt, wann der Bus komme.", item_id(1), speaker=KOLBE, speaker_name="Kolbe")
    document.says(
        "Stadtrat Kolbe antwortet, er komme bald.", item_id(1), speaker=OFFICE, speaker_name="Kolbe"
    )
    document.add("Kolbe dankt Frau Dr. Kolbe.")
    elsewhere = Minutes("e", "excerpt").says("Stadtrat Kolbe und Frau Kolbe (SPD) danken.", speaker=OFFICE)
    house.take(document.done(), elsewhere.done())
    house.publish()
    assert house.rows(
        "SELECT text, speaker_name FROM statements WHERE document_id = ? ORDER BY start", document.id
    ) == [
        ("Frau █████ fragt, wann der Bus komme.", "Privatperson"),
        ("Stadtrat Kolbe antwortet, er komme bald.", "Kolbe"),
    ]
    assert (
        "Kolbe dankt Frau Dr. █████."
        in house.rows("SELECT text FROM texts WHERE document_id = ?", document.id)[0][0]
    )
    assert house.rows("SELECT text FROM statements WHERE document_id = ?", elsewhere.id) == [
        ("Stadtrat Kolbe und Frau Kolbe (SPD) danken.",)
    ]
    assert house.rows("SELECT name FROM persons ORDER BY name") == [(SHOWN_NAME,), ("Uwe Kolbe",)]


def test_a_longer_name_with_the_private_one_in_it_stays(house: House) -> None:
    document = Minutes("m")
    document.says("Frau Kolbe fragt, wann der Bus komme.", speaker=KOLBE)
    document.says("Frau Kolbe-Winter antwortet, er komme bald.", speaker=person("Kolbe-Winter"))
    house.take(document.done())
    house.publish()
    assert [text for (text,) in house.rows("SELECT text FROM statements ORDER BY start")] == [
        "Frau █████ fragt, wann der Bus komme.",
        "Frau Kolbe-Winter antwortet, er komme bald.",
    ]


def test_masked_statements_keep_no_digest_of_the_name(house: House) -> None:
    document = Minutes("m").says("Frau Kolbe fragt, wann der Bus komme.", speaker=KOLBE)
    twin = Minutes("e", "excerpt").says("Frau Kolbe fragt, wann der Bus komme.", speaker=KOLBE)
    house.take(document.done(), twin.done())
    house.publish()
    ids = {record.id for record in (*document.owned, *twin.owned) if record.table == "statements"}
    published = dict(house.rows("SELECT id, double_of FROM statements"))
    assert not ids & set(published)
    assert sorted(published.values(), key=str) == sorted([None, *(set(published.values()) - {None})], key=str)
    before = house.rows("SELECT id FROM statements ORDER BY id")
    house.publish()
    assert house.rows("SELECT id FROM statements ORDER BY id") == before


@pytest.mark.parametrize(
    ("table", "query", "count"),
    [
        ("statements", "strasse OR straße", 1),
        ("statements", "harms", 1),
        ("statements", "bottcher", 1),
        ("agenda_items", "spielplatz", 1),
        ("statements", "adler", 0),
    ],
)
def test_full_text_search(house: House, table: str, query: str, count: int) -> None:
    house.take(minutes_with_a_non_public_part().done(more=told_in_secret()))
    house.publish()
    found = house.rows(
        f"SELECT count(*) FROM {table} WHERE rowid IN (SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH ?)",
        query,
    )
    assert found == [(count,)]


def test_the_search_index_points_at_its_rows(house: House) -> None:
    words = [f"wort{number}" for number in range(60)]
    document = Minutes("m")
    for number, word in enumerate(words):
        document.says(f"Frau Harms sagt, {word} sei richtig.", public_item(number))
    for number in (0, 1):
        document.item(number, title="Bus", public=bool(number))
    house.take(document.done())
    house.publish()
    for word in words[1::2]:
        found = "SELECT rowid FROM statements_fts WHERE statements_fts MATCH ?"
        assert house.rows(f"SELECT text FROM statements WHERE rowid IN ({found})", word) == [
            (f"Frau Harms sagt, {word} sei richtig.",)
        ]


def public_item(number: int) -> str:
    return item_id(number % 2)


def test_a_copy_in_use_is_replaced_at_once(house: House) -> None:
    house.take(Minutes("m").item(1, "Alles gut, meint Frau Harms.").done())
    house.publish()
    reader = house.readers()
    assert reader.execute("SELECT count(*) FROM documents").fetchone() == (1,)
    house.take(Minutes("n").item(1, "Alles besser, meint Frau Harms.").done())
    house.publish()
    assert reader.execute("SELECT count(*) FROM statements").fetchone() == (1,)
    assert house.rows("SELECT count(*) FROM documents") == [(2,)]
    assert sorted(path.name for path in house.target.parent.iterdir()) == ["lindenau.db"]


def test_publishing_while_the_store_is_open(house: House) -> None:
    house.take(Minutes("m").item(1, "Alles gut, meint Frau Harms.").done())
    with Store(house.source) as store:
        run = store.begin([], NOW)
        store.store(Minutes("n").item(1, "Alles besser, meint Frau Harms.").done(), run, NOW)
        assert house.publish().documents == 2


def test_a_copy_is_stale_when_the_database_changed(house: House) -> None:
    house.take(Minutes("m").item(1, "Alles gut, meint Frau Harms.").done())
    assert is_stale(house.source, house.target)
    house.publish()
    assert not is_stale(house.source, house.target)
    house.take(Minutes("n").item(1, "Alles besser, meint Frau Harms.").done())
    assert is_stale(house.source, house.target)
    house.publish()
    assert not is_stale(house.source, house.target)
    connection = sqlite3.connect(house.target)
    connection.execute("PRAGMA user_version = 0")
    connection.close()
    os.utime(house.target)
    assert is_stale(house.source, house.target)


def test_what_cannot_be_published_leaves_the_old_copy(house: House) -> None:
    with pytest.raises(PublishError, match="no database"):
        publish(house.source, house.target)
    house.source.write_bytes(b"no database at all")
    house.target.parent.mkdir()
    house.target.write_bytes(b"old")
    with pytest.raises(PublishError):
        publish(house.source, house.target)
    assert house.target.read_bytes() == b"old"
    assert sorted(path.name for path in house.target.parent.iterdir()) == ["lindenau.db"]
    with pytest.raises(PublishError, match="itself"):
        publish(house.source, house.source)


def test_attendances_of_the_council_stay(house: House) -> None:
    document = minutes_with_a_non_public_part()
    adler = person("Adler")
    present = Attendance(meeting_id=MEETING, person_id=adler.id, status="present")
    membership = Membership(person_id=adler.id, organization_id=COUNCIL)
    house.take(document.done(more=(*told_in_secret(), adler, present, membership)))
    house.publish()
    assert house.rows("SELECT name FROM persons") == [("Adler",)]
    assert house.rows("SELECT count(*) FROM memberships") == [(1,)]
