from __future__ import annotations

import dataclasses
import itertools
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.records import ids
from db.records.council import AgendaItem, Consultation, Paper
from db.records.extraction import Doubt, Extraction, ExtractionError
from db.records.findings import Citation, OzgConcept, OzgMention
from db.store import Store
from tests.db.lindenau import BODY, MEETING, NOW, Minutes, broken_references, everything, item_id, person

LONG = "Frau Harms erklärt, der Spielplatz sei lange genug geschlossen gewesen."
SHORT = "Einstimmig."


class Run:
    """A store with a run that has begun."""

    def __init__(self, path: Path) -> None:
        self.store = Store(path)
        self.id = self.store.begin(["somewhere"], NOW)

    def take(self, extraction: Extraction, at: str = NOW) -> str:
        return self.store.store(extraction, self.id, at)

    def rows(self, sql: str, *values: Any) -> list[Any]:
        return self.store.connection.execute(sql, values).fetchall()


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Run]:
    run = Run(tmp_path / "lindenau.db")
    yield run
    assert broken_references(run.store.connection) == []
    run.store.close()


def test_what_is_stored_is_what_was_found(run: Run) -> None:
    extraction = Minutes("a").item(1, LONG, title="Spielplatz", outcome="accepted").done()
    assert run.take(extraction) == "taken"
    assert run.rows("SELECT text FROM statements") == [(LONG,)]
    assert run.rows("SELECT title, outcome, public FROM agenda_items") == [("Spielplatz", "accepted", 1)]
    assert run.rows(
        'SELECT substr(texts.text, start + 1, "end" - start) = statements.text FROM statements '
        "JOIN texts USING (document_id)"
    ) == [(1,)]
    assert run.rows("SELECT taken, unchanged, finished_at FROM imports") == [(1, 0, None)]
    run.store.finish(run.id, NOW)
    assert run.rows("SELECT finished_at FROM imports") == [(NOW,)]


def test_the_same_bytes_again_change_nothing(run: Run) -> None:
    extraction = Minutes("a").item(1, LONG).done()
    run.take(extraction)
    before = everything(run.store.connection)
    assert run.take(extraction) == "unchanged"
    assert run.store.found(extraction.address, extraction.document.id, run.id, NOW) == "unchanged"
    assert everything(run.store.connection) == before


def test_the_same_bytes_at_a_second_address_are_one_document(run: Run) -> None:
    run.take(Minutes("a", address="one.pdf").item(1, LONG).done())
    assert (
        run.take(Minutes("a", address="two.pdf").item(1, LONG).done(), at="2031-06-02T08:00:00Z")
        == "unchanged"
    )
    assert run.rows("SELECT path FROM documents") == [("two.pdf",)]
    assert run.rows("SELECT address FROM document_sources ORDER BY address") == [("one.pdf",), ("two.pdf",)]


def test_other_bytes_at_the_address_replace_the_document(run: Run) -> None:
    old = (
        Minutes("a", address="x.pdf")
        .item(1, LONG)
        .item(2, title="fällt weg")
        .done(doubts=(Doubt(message="?", advice="!"),))
    )
    run.take(old)
    known = run.store.known("x.pdf")
    assert known is not None
    assert known.id == old.document.id
    new = Minutes("b", address="x.pdf", first_version=known.first_version).item(1, LONG, "Neu gesagt.").done()
    assert run.take(new) == "replaced"
    assert run.rows("SELECT id, replaces, current FROM documents ORDER BY current") == [
        (old.document.id, None, 0),
        (new.document.id, old.document.id, 1),
    ]
    assert {row[0] for row in run.rows("SELECT document_id FROM texts")} == {new.document.id}
    assert run.rows("SELECT id FROM agenda_items") == [(item_id(1),)]
    assert run.rows("SELECT * FROM issues") == []
    assert old.owned[0].id in {row[0] for row in run.rows("SELECT id FROM statements")}


def test_going_back_to_an_earlier_version_makes_no_circle(run: Run) -> None:
    first = Minutes("a", address="x.pdf").item(1, LONG).done()
    second = Minutes("b", address="x.pdf", first_version=first.document.id).item(1, LONG).done()
    for extraction in (first, second, first, second, first):
        run.take(extraction)
    assert run.rows("SELECT id, replaces, current FROM documents ORDER BY current DESC") == [
        (first.document.id, None, 1),
        (second.document.id, first.document.id, 0),
    ]
    assert run.store.first_version("x.pdf", second.document.id) == first.document.id
    assert run.store.first_version("x.pdf", first.document.id) == first.document.id


def test_bytes_that_live_on_elsewhere_are_not_replaced(run: Run) -> None:
    old = Minutes("a", address="x.pdf").item(1, LONG).done()
    run.take(old)
    run.take(Minutes("a", address="copy.pdf").item(1, LONG).done())
    new = Minutes("b", address="x.pdf").item(1, LONG).done()
    assert run.store.first_version("x.pdf", new.document.id) == new.document.id
    assert run.take(new) == "taken"
    assert run.rows("SELECT replaces, current FROM documents") == [(None, 1), (None, 1)]
    assert run.store.known("x.pdf").id == new.document.id  # type: ignore[union-attr]
    assert run.store.known("copy.pdf").id == old.document.id  # type: ignore[union-attr]


def test_an_address_that_comes_to_bring_a_known_document_retires_what_was_there(run: Run) -> None:
    run.take(Minutes("a", address="a.pdf").item(1, LONG).done())
    other = Minutes("b", address="b.pdf").item(2, "Ganz etwas anderes wurde hier gesagt.").done()
    run.take(other)
    assert run.take(Minutes("a", address="b.pdf").item(1, LONG).done()) == "replaced"
    assert run.rows("SELECT current FROM documents WHERE id = ?", other.document.id) == [(0,)]
    assert run.rows("SELECT id FROM agenda_items") == [(item_id(1),)]


def test_a_document_read_again_replaces_what_was_found_before(run: Run) -> None:
    run.take(
        Minutes("a")
        .item(1, LONG, title="Spiel")
        .item(2, title="Rest")
        .done(doubts=(Doubt(message="?", advice="!"),))
    )
    better = Minutes("a").item(1, LONG, "Herr Adler dankt.", title="Spielplatz").done()
    assert run.store.store(better, run.id, NOW, again=True) == "replaced"
    assert run.rows("SELECT title FROM agenda_items") == [("Spielplatz",)]
    assert run.rows("SELECT id, replaces, current FROM documents") == [(better.document.id, None, 1)]
    assert run.rows("SELECT count(*) FROM statements") == [(2,)]
    assert run.rows("SELECT * FROM issues") == []


def test_old_bytes_that_come_back_at_a_new_address_do_not_take_the_ids_of_their_successor(run: Run) -> None:
    first = Minutes("a", address="x.pdf").item(1, LONG).done()
    run.take(first)
    run.take(Minutes("b", address="x.pdf", first_version=first.document.id).item(1, LONG).done())
    seed = run.store.first_version("y.pdf", first.document.id)
    assert seed != first.document.id
    assert run.take(Minutes("a", address="y.pdf", first_version=seed).item(1, LONG).done()) == "taken"
    after = run.store.first_version("y.pdf", "c")
    assert after == "c"
    assert run.rows("SELECT count(*) FROM documents WHERE current") == [(2,)]


def test_an_outdated_extraction_is_refused(run: Run) -> None:
    first = Minutes("a", address="x.pdf").item(1, LONG).done()
    run.take(first)
    outdated = Minutes("b", address="x.pdf").item(1, LONG)
    with pytest.raises(ExtractionError, match="no longer"):
        run.take(dataclasses.replace(outdated.done(), first_version=outdated.id))
    assert run.store.known("x.pdf").id == first.document.id  # type: ignore[union-attr]


def test_one_row_out_of_what_several_documents_tell(run: Run) -> None:
    agenda = (
        Minutes("t", "agenda")
        .item(1, title="Spielplatz", outcome="none", position=1, public=True)
        .done(start="2031-05-12")
    )
    minutes = Minutes("m").item(1, LONG, title="Spielplatz am Anger", outcome="deferred").done()
    excerpt = (
        Minutes("e", "excerpt").item(1, LONG, outcome="accepted", result="ungeändert beschlossen").done()
    )
    for extraction in (agenda, excerpt, minutes):
        run.take(extraction)
    assert run.rows("SELECT title, outcome, position, result, document_id FROM agenda_items") == [
        ("Spielplatz am Anger", "deferred", 1, "ungeändert beschlossen", minutes.document.id)
    ]
    assert run.rows("SELECT start FROM meetings") == [("2031-05-12T18:00",)]


def test_a_day_with_its_time_wins_over_the_day(run: Run) -> None:
    run.take(Minutes("m").item(1, LONG).done(start="2031-05-12"))
    run.take(Minutes("e", "excerpt").item(1, LONG).done(start="2031-05-12T18:30"))
    assert run.rows("SELECT start FROM meetings") == [("2031-05-12T18:30",)]
    assert run.rows("SELECT * FROM issues") == []


def test_one_document_is_enough_to_hold_an_item_back(run: Run) -> None:
    run.take(Minutes("m").item(1, LONG).done())
    run.take(Minutes("t", "agenda").item(1, public=False).done())
    assert run.rows("SELECT public FROM agenda_items") == [(0,)]


def test_a_person_with_an_office_anywhere_is_not_private(run: Run) -> None:
    run.take(Minutes("m").says(LONG, speaker=person("Harms", private=True)).done())
    assert run.rows("SELECT private FROM persons") == [(1,)]
    run.take(Minutes("z", "paper").says("Anderes.", speaker=person("Harms", form_of_address="Frau")).done())
    assert run.rows("SELECT private, form_of_address FROM persons") == [(0, "Frau")]


def test_contradicting_times_are_an_issue_until_they_agree(run: Run) -> None:
    run.take(Minutes("m").item(1, LONG).done())
    run.take(Minutes("e", "excerpt", address="e.pdf").item(1, LONG).done(start="2031-05-12T18:30"))
    ((level, address, message),) = run.rows("SELECT level, address, message FROM issues")
    assert (level, address) == ("warning", "e.pdf")
    assert "18:00" in message
    assert "18:30" in message
    run.take(Minutes("f", "excerpt", address="e.pdf").item(1, LONG).done())
    assert run.rows("SELECT * FROM issues") == []


@pytest.mark.parametrize(
    ("first", "second", "is_double"),
    [
        ((LONG, 1), (LONG, 1), True),
        ((LONG, 1), (LONG.replace(",", "").upper(), 1), True),
        ((LONG, 1), (LONG, None), True),
        ((LONG, None), (LONG, None), True),
        ((LONG, 1), (LONG, 2), False),
        ((SHORT, 1), (SHORT, 1), True),
        ((SHORT, 1), (SHORT, None), False),
        ((SHORT, None), (SHORT, None), False),
        ((LONG, 1), (LONG + " Nie wieder.", 1), False),
    ],
)
def test_doubles(
    run: Run, first: tuple[str, int | None], second: tuple[str, int | None], is_double: bool
) -> None:
    excerpt, minutes = Minutes("e", "excerpt"), Minutes("m")
    for document, (wording, number) in ((excerpt, first), (minutes, second)):
        for add in (document.says, document.decides):
            add(wording, item_id(number) if number else None)
        for number in (1, 2):
            document.item(number)
        run.take(document.done())
    for table in ("statements", "decisions"):
        found = run.rows(f"SELECT double_of FROM {table} WHERE document_id = ?", excerpt.id)
        ((counted,),) = run.rows(f"SELECT id FROM {table} WHERE document_id = ?", minutes.id)
        # decisions are alike by their result too: here all of one item have the same outcome and tell no votes
        same_result = table == "decisions" and first[1] is not None and first[1] == second[1]
        assert found == [(counted if is_double or same_result else None,)]
        assert run.rows(f"SELECT double_of FROM {table} WHERE document_id = ?", minutes.id) == [(None,)]


@pytest.mark.parametrize(
    ("in_agenda", "in_minutes", "is_double"),
    [
        ({"votes_yes": 27, "votes_no": 5, "votes_abstain": 0}, {"votes_yes": 27, "votes_no": 5}, True),
        ({"outcome": "accepted_amended"}, {"outcome": "accepted"}, True),
        ({"votes_yes": 27}, {"votes_yes": 26}, False),
        ({"outcome": "rejected"}, {"outcome": "accepted"}, False),
    ],
)
def test_one_vote_told_by_agenda_and_minutes_counts_once(
    run: Run, in_agenda: dict[str, Any], in_minutes: dict[str, Any], is_double: bool
) -> None:
    run.take(Minutes("m").item(1).decides("Der Rat beschließt den Bau.", item_id(1), **in_minutes).done())
    run.take(Minutes("t", "agenda").item(1).decides("ungeändert beschlossen", item_id(1), **in_agenda).done())
    assert run.rows("SELECT count(*) FROM decisions WHERE double_of IS NULL") == [(1 if is_double else 2,)]


def test_the_nth_repetition_is_the_double_of_the_nth(run: Run) -> None:
    excerpt = Minutes("e", "excerpt").item(1, LONG, SHORT, LONG, LONG).done()
    minutes = Minutes("m").item(1, LONG, LONG).done()
    run.take(minutes)
    run.take(excerpt)
    counted = [record.id for record in minutes.owned]
    said = [record.id for record in excerpt.owned]
    double_of = dict(run.rows("SELECT id, double_of FROM statements"))
    assert [double_of[statement] for statement in said] == [counted[0], None, counted[1], None]


def test_repetitions_within_one_document_all_count(run: Run) -> None:
    run.take(Minutes("m").item(1, LONG, LONG).done())
    assert run.rows("SELECT count(*) FROM statements WHERE double_of IS NULL") == [(2,)]


def test_a_double_counts_when_the_counted_one_goes(run: Run) -> None:
    run.take(Minutes("m", address="m.pdf").item(1, LONG).done())
    run.take(Minutes("e", "excerpt").item(1, LONG).done())
    run.take(Minutes("n", address="m.pdf").item(2, "Etwas ganz anderes wird festgestellt.").done())
    assert run.rows("SELECT text, double_of FROM statements WHERE text = ?", LONG) == [(LONG, None)]


def test_refusals_are_replaced_and_end_with_success(run: Run) -> None:
    run.store.refuse("a.pdf", "parse", "Kein Text.", "OCR laufen lassen.", run.id)
    run.store.refuse("a.pdf", "detect", "Unbekannt.", "Nachsehen.", run.id)
    assert run.rows("SELECT address, stage, level, message FROM issues") == [
        ("a.pdf", "detect", "error", "Unbekannt.")
    ]
    assert run.rows("SELECT refused FROM imports") == [(2,)]
    run.take(Minutes("a").item(1, LONG).done())
    assert run.rows("SELECT * FROM issues") == []


def test_a_refused_new_version_leaves_the_known_one(run: Run) -> None:
    extraction = Minutes("a").item(1, LONG).done()
    run.take(extraction)
    run.store.refuse("a.pdf", "parse", "Kein Text.", "OCR laufen lassen.", run.id)
    assert run.store.has(extraction.document.id)
    assert run.rows("SELECT count(*) FROM issues") == [(1,)]


def test_doubts_go_with_their_document(run: Run) -> None:
    doubt = Doubt(
        message="Unbekannte Beschlussart „vertröstet“.", advice="Wortliste ergänzen.", start=3, end=9
    )
    run.take(Minutes("a", address="x.pdf").item(1, LONG).done(doubts=(doubt, doubt)))
    assert run.rows('SELECT address, level, stage, start, "end" FROM issues') == [
        ("x.pdf", "warning", "understand", 3, 9)
    ]
    run.take(Minutes("b", address="x.pdf").item(1, LONG).done())
    assert run.rows("SELECT * FROM issues") == []


def test_what_an_extraction_names_must_be_in_it(run: Run) -> None:
    with pytest.raises(ExtractionError, match=r"statements\.agenda_item_id"):
        run.take(Minutes("a").says(LONG, item_id(9)).done())
    paper = Paper(id=f"{BODY}_1-2031", body_id=BODY, reference="1/2031")
    citing = Minutes("b").item(1, LONG)
    citing.owned.append(
        Citation(
            id="c",
            document_id=citing.id,
            kind="paper",
            text="Frau",
            normalized="1/2031",
            target_id=paper.id,
            start=0,
            end=4,
            rule="test",
        )
    )
    with pytest.raises(ExtractionError, match=r"citations\.target_id"):
        run.take(citing.done())
    assert run.rows("SELECT * FROM documents") == []
    assert run.take(citing.done(more=(paper,))) == "taken"


def test_records_must_stand_where_they_belong(run: Run) -> None:
    with pytest.raises(ExtractionError, match="wrong part"):
        run.take(Minutes("a").done(more=(Minutes("a").says(LONG).owned[0],)))


def test_concepts_are_known_beforehand_and_kept_up_to_date(run: Run) -> None:
    mentioning = Minutes("a").item(1, LONG)
    mentioning.owned.append(
        OzgMention(
            id="o", document_id=mentioning.id, concept_id="EfA", text="Frau", start=0, end=4, rule="test"
        )
    )
    with pytest.raises(ExtractionError, match="ozg_concepts"):
        run.take(mentioning.done())
    for label in ("Einer für alle", "Einer-für-alle"):
        run.store.set_concepts([OzgConcept(id="EfA", label=label, category="Prinzip", description="…")])
        run.take(mentioning.done())
    assert run.rows("SELECT label FROM ozg_concepts") == [("Einer-für-alle",)]


def test_rows_that_do_not_fit_leave_nothing_of_the_document(run: Run) -> None:
    before = everything(run.store.connection)
    broken = Minutes("a").item(1, LONG, outcome="agreed")
    with pytest.raises(ExtractionError, match="CHECK"):
        run.take(broken.done())
    assert everything(run.store.connection) == before


@pytest.mark.parametrize(
    "stage", ["claims.put", "claims.renew", "contradictions.renew", "doubles.renew", "versions.renew_path"]
)
def test_an_interruption_anywhere_leaves_whole_documents(
    run: Run, stage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.take(Minutes("a", address="x.pdf").item(1, LONG).done())
    before = everything(run.store.connection)

    def interrupted(*_: Any) -> Any:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(f"db.{stage}", interrupted)
        with pytest.raises(KeyboardInterrupt):
            run.take(Minutes("b", address="x.pdf").item(2, LONG).done())
    assert everything(run.store.connection) == before
    assert run.take(Minutes("b", address="x.pdf").item(2, LONG).done()) == "replaced"


WORDINGS = (LONG, SHORT, "Herr Böttcher bittet, den Antrag noch heute zu behandeln.")


@st.composite
def meetings(draw: st.DrawFn) -> list[Extraction]:
    """Some documents of one meeting that tell of the same things, and not quite alike."""
    kinds = draw(st.lists(st.sampled_from(("minutes", "excerpt", "agenda", "paper")), min_size=2, max_size=4))
    return [_document(draw, f"{kind}-{number}", kind) for number, kind in enumerate(kinds)]


def _document(draw: st.DrawFn, content: str, kind: Any) -> Extraction:
    document = Minutes(content, kind)
    said = st.lists(st.sampled_from(WORDINGS), max_size=3)
    for number in (1, 2):
        outcome = draw(st.sampled_from((None, "none", "unknown", "accepted", "noted")))
        title = draw(st.sampled_from((None, "Haushalt", "HAUSHALT 2031")))
        document.item(number, *draw(said), title=title, outcome=outcome, public=draw(st.booleans()))
    speaker = person(
        "Harms", private=draw(st.booleans()), title=draw(st.sampled_from((None, "Dr.", "Prof.")))
    )
    for wording in draw(said):
        document.says(wording, speaker=speaker)
    for wording in draw(said):
        document.decides(wording, draw(st.sampled_from((None, item_id(1), item_id(2)))))
    return document.done(
        start=draw(st.sampled_from((None, "2031-05-12", "2031-05-12T18:00", "2031-05-12T18:30")))
    )


def _stored(folder: Path, number: int, documents: Sequence[Extraction]) -> dict[str, set[Any]]:
    run = Run(folder / f"{number}.db")
    for document in documents:
        run.take(document)
    rows = everything(run.store.connection)
    assert broken_references(run.store.connection) == []
    run.store.close()
    (folder / f"{number}.db").unlink()
    return rows


@settings(max_examples=15, deadline=None)
@given(documents=meetings(), data=st.data())
def test_the_order_of_imports_does_not_matter(
    tmp_path_factory: pytest.TempPathFactory, documents: list[Extraction], data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("orders")
    orders = list(itertools.permutations(documents))
    other = data.draw(st.sampled_from(orders))
    expected = _stored(folder, 0, documents)
    assert _stored(folder, 1, other) == expected


@settings(max_examples=15, deadline=None)
@given(documents=meetings(), data=st.data())
def test_a_former_version_leaves_no_trace_in_shared_rows(
    tmp_path_factory: pytest.TempPathFactory, documents: list[Extraction], data: st.DataObject
) -> None:
    """Replacing a document gives what storing the replacement alone gives."""
    folder = tmp_path_factory.mktemp("versions")
    former = dataclasses.replace(_document(data.draw, "former", "minutes"), address=documents[0].address)
    with_former = _stored(folder, 0, [former, *documents])
    without = _stored(folder, 1, documents)
    for name in set(with_former) - {"documents", "document_sources"}:
        assert with_former[name] == without[name], name


def test_a_killed_process_leaves_whole_documents(tmp_path: Path) -> None:
    """A second connection sees nothing of a transaction that was never committed."""
    path = tmp_path / "killed.db"
    run = Run(path)
    run.take(Minutes("a").item(1, LONG).done())
    run.store.connection.execute("BEGIN IMMEDIATE")
    run.store.connection.execute("DELETE FROM statements")
    reader = sqlite3.connect(path)
    assert reader.execute("SELECT count(*) FROM statements").fetchone() == (1,)
    reader.close()
    run.store.connection.close()
    with Store(path) as store:
        assert store.connection.execute("SELECT count(*) FROM statements").fetchone() == (1,)


KILLED = """
import sys
from pathlib import Path
from tests.db.lindenau import NOW, Minutes
from tests.db.test_store import LONG, Run

run = Run(Path(sys.argv[1]))
for number in range(int(sys.argv[2])):
    sentences = [f"{LONG} ({number}, {line})" for line in range(20)]
    run.take(Minutes(str(number)).item(number % 7, *sentences).done())
    print(number, flush=True)
"""


def _import_many(path: Path, documents: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", KILLED, str(path), str(documents)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )


def test_a_killed_and_resumed_import_is_as_good_as_one_that_ran_through(tmp_path: Path) -> None:
    """SIGKILL at whatever point the process has reached after some documents."""
    killed, whole = tmp_path / "killed.db", tmp_path / "whole.db"
    process = _import_many(killed, 40)
    assert process.stdout is not None
    for _ in range(12):
        process.stdout.readline()
    process.kill()
    process.communicate()
    with Store(killed) as store:
        counts = {
            count
            for (count,) in store.connection.execute("SELECT count(*) FROM statements GROUP BY document_id")
        }
        documents = store.connection.execute("SELECT count(*) FROM documents").fetchone()
    assert counts == {20}
    assert 12 <= documents[0] < 40
    for path in (killed, whole):
        _import_many(path, 40).communicate()
    with Store(killed) as resumed, Store(whole) as expected:
        assert everything(resumed.connection) == everything(expected.connection)


def test_two_runs_with_the_same_inputs_are_two_runs(run: Run) -> None:
    assert run.store.begin(["somewhere"], NOW) != run.id
    assert run.rows("SELECT inputs FROM imports") == [("somewhere",), ("somewhere",)]


def test_an_item_told_twice_in_one_document_is_one_claim(run: Run) -> None:
    twice = Minutes("a").item(1, LONG, title="Spielplatz")
    run.take(
        twice.done(
            more=(AgendaItem(id=item_id(1), meeting_id=MEETING, result="vertagt", outcome="deferred"),)
        )
    )
    assert run.rows("SELECT title, result FROM agenda_items") == [("Spielplatz", "vertagt")]


@pytest.mark.parametrize("order", [("agenda", "paper"), ("paper", "agenda")])
def test_a_papers_page_and_an_agenda_tell_of_one_consultation(run: Run, order: tuple[str, ...]) -> None:
    """The paper's page knows the role and that the matter is open, the agenda the item and what was decided."""
    paper = Paper(id=f"{BODY}_v-7", body_id=BODY, reference="V/7")
    key = ids.consultation_id(paper.id, MEETING, None)
    assert (
        key == ids.consultation_id(paper.id, MEETING, item_id(1)) == "stadt-lindenau_v-7_stadtrat_2031-05-12"
    )
    station = Consultation(
        id=key, paper_id=paper.id, meeting_id=MEETING, role="Entscheidung", result="offen", outcome="none"
    )
    under = Consultation(
        id=key, paper_id=paper.id, meeting_id=MEETING, agenda_item_id=item_id(1), outcome="accepted"
    )
    told = {
        "agenda": Minutes("a", "agenda").item(1, title="Spielplatz").done(more=(paper, under)),
        "paper": Minutes("p", "paper").done(more=(paper, station)),
    }
    for name in order:
        run.take(told[name])
    rows = run.rows("SELECT id, meeting_id, agenda_item_id, role, result, outcome FROM consultations")
    assert rows == [(key, MEETING, item_id(1), "Entscheidung", "offen", "accepted")]
