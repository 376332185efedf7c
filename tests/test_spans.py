"""Every fact can be looked up: its place gives its letters back, and they stand on the page it names."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pypdfium2
import pytest

from db.records.columns import TABLES, fields_of

SPANNED = [
    name
    for name, table in TABLES.items()
    if {"text", "start", "end", "document_id"} <= {field.name for field in fields_of(table.record)}
]


def check_spans(database: Path) -> int:
    """Compare every row's text with its place; how many were compared."""
    db = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    checked = 0
    for table in SPANNED:
        wrong = db.execute(
            f'select r.id from {table} r join texts t using (document_id) where r."start" >= r."end" '
            'or r.text <> substr(t.text, r."start" + 1, r."end" - r."start")'
        ).fetchall()
        assert wrong == [], table
        (rows,) = db.execute(f"select count(*) from {table} join texts using (document_id)").fetchone()
        (all_rows,) = db.execute(f"select count(*) from {table}").fetchone()
        assert rows == all_rows, table
        checked += rows
    return checked


def check_evidence(database: Path) -> int:
    """Compare the words a statement rests on with their place; how many were compared."""
    db = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    rows = db.execute(
        'select evidence, substr(t.text, evidence_start + 1, evidence_end - evidence_start), s.start, s."end", '
        "evidence_start, evidence_end, speaker, substr(t.text, speaker_start + 1, speaker_end - speaker_start) "
        "from statements s join texts t using (document_id)"
    ).fetchall()
    for evidence, words, start, end, first, last, speaker, named in rows:
        assert evidence == words
        assert evidence is None or start <= first < last <= end
        assert (speaker is None) == (named is None)
        assert speaker is None or " ".join(named.split()).startswith(speaker.split(" und ")[0])
    return sum(row[0] is not None for row in rows)


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def check_pages(database: Path, originals: Path) -> int:
    """Look for every row's letters in the original PDF's page, and the following where the row runs over its end."""
    db = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    checked = 0
    for document, path in db.execute("select id, path from documents where media_type = 'application/pdf'"):
        pdf = pypdfium2.PdfDocument(originals / path if not Path(path).is_absolute() else path)
        pages = [letters(page.get_textpage().get_text_range().replace("\ufffe", "")) for page in pdf]
        ends = dict(db.execute('select number, "end" from pages where document_id = ?', [document]))
        for table in SPANNED:
            rows = db.execute(f'select text, page, "end" from {table} where document_id = ?', [document])
            for text, page, end in rows:
                wanted = letters(text)
                if end <= ends[page]:
                    assert wanted in pages[page - 1], (path, table, page, text)
                else:
                    head = next(n for n in range(len(wanted), -1, -1) if wanted[:n] in pages[page - 1])
                    assert head > 0, (path, table, page, text)
                checked += 1
    return checked


def test_spans_of_the_examples(example_database: Path) -> None:
    assert {"statements", "decisions", "citations", "ozg_mentions", "ozg_facts", "demands"} <= set(SPANNED)
    assert check_spans(example_database) > 150
    assert check_pages(example_database, Path("/")) > 50
    assert check_evidence(example_database) > 20


@pytest.mark.recorded
def test_spans_of_the_recorded_inputs(recorded_database: Path) -> None:
    assert check_spans(recorded_database) > 20_000
    assert check_pages(recorded_database, Path("/")) > 5_000
    assert check_evidence(recorded_database) > 5_000
