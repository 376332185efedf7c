"""How fast the store keeps findings, against the floor of inserting bare rows in one go.

    python -m benchmarks.storing

prints rows per second and how many times the floor the store takes; the ratios are what can be compared between
machines.
"""

from __future__ import annotations

import sqlite3
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from db.publish import publish
from db.records.council import AgendaItem, Body, Meeting, Organization, Person
from db.records.documents import Document, Text
from db.records.extraction import Extraction
from db.records.findings import Statement, StatementSpeaker
from db.records.ids import Wordings, document_id
from db.rows import insert, insert_sql, table_of, values_getter
from db.schema import create_table
from db.store import Store

ITEMS = 20
SPEAKERS = 40
SENTENCE = (
    "Frau Person {0} erklärt zum Punkt {1}, die Angelegenheit {2} sei noch einmal gründlich zu beraten."
)


def invented(number: int, statements: int) -> Extraction:
    """Minutes of a meeting of their own with so many statements."""
    content = f"document {number}"
    document, body = document_id(content.encode()), "lindenau"
    council, meeting = "lindenau_rat", f"lindenau_rat_{number}"
    people = [Person(id=f"lindenau_{who}", body_id=body, name=f"Person {who}") for who in range(SPEAKERS)]
    items = [
        AgendaItem(id=f"{meeting}_oe-{item}", meeting_id=meeting, document_id=document, number=str(item))
        for item in range(ITEMS)
    ]
    wordings, text = Wordings(document), ""
    owned: list[Statement | StatementSpeaker] = []
    parts: list[str] = []
    start = 0
    for line in range(statements):
        item, speaker = line * ITEMS // statements, people[line % SPEAKERS]
        sentence = SENTENCE.format(line % SPEAKERS, item, line)
        statement = Statement(
            id=wordings.id("statements", sentence),
            document_id=document,
            agenda_item_id=items[item].id,
            speaker=f"Frau {speaker.name}",
            speaker_name=speaker.name,
            kind="indirect",
            cue="erklärt",
            text=sentence,
            start=start,
            end=start + len(sentence),
            page=1,
            confidence=0.9,
            rule="invented",
        )
        owned += [statement, StatementSpeaker(statement_id=statement.id, person_id=speaker.id, position=1)]
        parts.append(sentence)
        start += len(sentence) + 1
    text = "\n".join(parts)
    return Extraction(
        address=f"{number}.pdf",
        document=Document(
            id=document,
            path="",
            media_type="text/plain",
            kind="minutes",
            product="text",
            body_id=body,
            meeting_id=meeting,
        ),
        text=Text(document_id=document, text=text),
        shared=(
            Body(id=body, name="Lindenau"),
            Organization(id=council, body_id=body, name="Rat"),
            Meeting(id=meeting, body_id=body, organization_id=council, start="2031-05-12"),
            *items,
            *people,
        ),
        owned=tuple(owned),
    )


def floor(extractions: list[Extraction], path: Path) -> None:
    """The same statements in one transaction into a table without any index or check of references."""
    connection = sqlite3.connect(path, isolation_level=None)
    rows = [
        record for extraction in extractions for record in extraction.owned if record.table == "statements"
    ]
    table = table_of(rows[0])
    bare = create_table(table).split(",\n  PRIMARY KEY")[0] + "\n) STRICT"
    connection.execute(bare)
    connection.execute("BEGIN")
    connection.executemany(insert_sql(table), map(values_getter(table), rows))
    connection.execute("COMMIT")
    connection.close()


def row_by_row(extractions: list[Extraction], path: Path) -> None:
    """The same statements, each in a transaction of its own, as a naive importer does."""
    with Store(path) as store:
        store.connection.execute("PRAGMA foreign_keys = OFF")
        for extraction in extractions:
            for record in extraction.owned:
                if record.table == "statements":
                    insert(store.connection, [record])


def stored(extractions: list[Extraction], path: Path) -> None:
    """The whole documents, as an import keeps them."""
    with Store(path) as store:
        run = store.begin([], "2031")
        for extraction in extractions:
            store.store(extraction, run, "2031")


def measure(
    work: Callable[[list[Extraction], Path], None], extractions: list[Extraction], folder: Path
) -> float:
    """Statements per second."""
    statements = sum(record.table == "statements" for one in extractions for record in one.owned)
    started = time.perf_counter()
    work(extractions, folder / f"{work.__name__}-{len(extractions)}.db")
    return statements / (time.perf_counter() - started)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        few_large = [invented(number, 5000) for number in range(8)]
        many_small = [invented(number, 80) for number in range(250)]
        bare = measure(floor, few_large, folder)
        print(f"{'bare rows':28}{bare:10.0f} statements/s")
        for label, work, extractions in (
            ("row by row", row_by_row, few_large[:1]),
            ("store, 8 × 5000 statements", stored, few_large),
            ("store, 250 × 80 statements", stored, many_small),
        ):
            rate = measure(work, extractions, folder)
            print(f"{label:28}{rate:10.0f} statements/s   {bare / rate:5.1f} times the floor")
        started = time.perf_counter()
        report = publish(folder / "stored-8.db", folder / "published.db")
        rate = report.statements / (time.perf_counter() - started)
        print(f"{'publish':28}{rate:10.0f} statements/s   {bare / rate:5.1f} times the floor")


if __name__ == "__main__":
    main()
