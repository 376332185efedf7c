"""What documents tell together: approved minutes, and decisions against proposals, in whatever order they come."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from pathlib import Path

import pytest

from db.publish import publish
from db.records.ids import document_id
from db.store import Store
from pipeline.document import Task, understand
from pipeline.ozg.catalogue import concepts
from sources.read import read
from tests.db.lindenau import NOW, broken_references

FORM = (Path(__file__).parents[1] / "sources" / "pages" / "paper_form.txt").read_bytes()
HEAD = (
    "Niederschrift über die {number}. öffentliche Sitzung des Stadtrates\n"
    "der Stadt Lindenfurt am {day}, 17:00 Uhr\n\n"
)
EARLIER = (
    HEAD.format(number=7, day="23.11.2021")
    + """Punkt 8.1 der Tagesordnung: Neue Lüftung für die Ostschule
Vorlage: 2021/0417

Beschluss:
Der Stadtrat stimmt dem Einbau einer neuen und leisen Lüftungsanlage in der Ostschule zu.

Abstimmungsergebnis:
Einstimmig beschlossen
"""
).encode()
LATER = (
    HEAD.format(number=8, day="14.12.2021")
    + """Punkt 1 der Tagesordnung: Genehmigung der Niederschrift über die Sitzung vom 23.11.2021

Die Niederschrift wird einstimmig genehmigt.

Punkt 2 der Tagesordnung: Verschiedenes

Frau Amsel fragt nach dem Brunnen.
"""
).encode()
DOCUMENTS = {"paper.txt": FORM, "earlier.txt": EARLIER, "later.txt": LATER}


def stored(path: Path, names: Sequence[str]) -> Store:
    store = Store(path)
    store.set_concepts(concepts())
    run = store.begin(["x"], NOW)
    for name in names:
        take(store, run, name, DOCUMENTS[name])
    return store


def take(store: Store, run: str, address: str, content: bytes) -> None:
    first = store.first_version(address, document_id(content))
    task = Task(address=address, content=content, first_version=first)
    store.store(understand(read(content), task), run, NOW)


@pytest.mark.parametrize("order", list(itertools.permutations(DOCUMENTS)), ids=lambda order: " ".join(order))
def test_the_order_of_documents_does_not_matter(tmp_path: Path, order: Sequence[str]) -> None:
    with stored(tmp_path / "x.db", order) as store:
        ask = store.connection.execute
        assert ask("SELECT path, approval FROM documents WHERE approval IS NOT NULL").fetchall() == [
            ("earlier.txt", "approved")
        ]
        assert ask("SELECT date, meeting_id FROM approvals").fetchall() == [
            ("2021-11-23", "stadt-lindenfurt_stadtrat_2021-11-23")
        ]
        ((status, similarity),) = ask("SELECT status, similarity FROM comparisons").fetchall()
        assert status == "amended"
        assert 0.8 < similarity < 1
        ((kind, words),) = ask(
            "SELECT amendments.kind, substr(text, decision_start + 1, decision_end - decision_start) FROM amendments "
            "JOIN texts ON texts.document_id = (SELECT document_id FROM decisions WHERE id = decision_id)"
        ).fetchall()
        assert (kind, " ".join(words.split())) == ("insert", "und leisen")
        assert ask(
            "SELECT meeting_id, outcome FROM consultations WHERE agenda_item_id IS NOT NULL"
        ).fetchall() == [("stadt-lindenfurt_stadtrat_2021-11-23", "accepted")]
        assert broken_references(store.connection) == []


def test_what_is_read_again_without_the_proposal_is_not_compared(tmp_path: Path) -> None:
    with stored(tmp_path / "x.db", list(DOCUMENTS)) as store:
        run = store.begin(["y"], NOW)
        take(store, run, "paper.txt", FORM.replace(b"Beschlussantrag", b"Bemerkung"))
        assert store.connection.execute("SELECT count(*) FROM comparisons").fetchone() == (0,)
        take(store, run, "later.txt", LATER.replace(b"genehmigt", b"beanstandet"))
        assert store.connection.execute(
            "SELECT approval FROM documents WHERE path = 'earlier.txt'"
        ).fetchone() == ("objected",)
        assert broken_references(store.connection) == []


def test_readers_see_that_minutes_were_approved(tmp_path: Path) -> None:
    stored(tmp_path / "x.db", list(DOCUMENTS)).close()
    publish(tmp_path / "x.db", tmp_path / "y.db")
    with Store(tmp_path / "x.db") as store:
        store.connection.execute("ATTACH ? AS copy", (str(tmp_path / "y.db"),))
        query = "SELECT approval FROM copy.documents WHERE path = 'earlier.txt'"
        assert store.connection.execute(query).fetchone() == ("approved",)
        assert store.connection.execute("SELECT count(*) FROM copy.comparisons").fetchone() == (1,)
