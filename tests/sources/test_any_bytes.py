"""Whatever bytes come: they are read or refused, never anything else."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from db.records.reading import Reading, ReadingError
from sources.read import read

BEGINNINGS = [
    b"",
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"<!DOCTYPE html><html>",
    b'<html><div id="allriscontainer" class="to020">',
    b'<html><meta name="sessionnet" content="V:050407">',
    b'<?xml version="1.0" encoding="nonsense"?>',
    b'{"type": "https://schema.oparl.org/1.1/Meeting", ',
    b"[[[[",
    "Niederschrift über die Sitzung des Rates und der Ausschüsse\n".encode(),
    "Antrag der Fraktion und der Gruppe\n".encode("utf-16"),
    b"Auszug - Bericht\nTOP: 3\nGremium: Rat\n",
]


def fate(content: bytes) -> str:
    try:
        reading = read(content)
    except ReadingError as error:
        return "refused" if error.message and error.advice else "refused without a word"
    assert isinstance(reading, Reading)
    for span in reading.pages:
        assert 0 <= span.start <= span.end <= len(reading.text)
    for region in reading.regions:
        assert 0 <= region.start <= region.end <= len(reading.text)
    return "read"


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(BEGINNINGS), st.binary(max_size=200))
def test_any_bytes(beginning: bytes, rest: bytes) -> None:
    assert fate(beginning + rest) in ("read", "refused")


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(BEGINNINGS), st.text(max_size=200))
def test_any_text(beginning: bytes, rest: str) -> None:
    assert fate(beginning + rest.encode("utf-8", "surrogatepass")) in ("read", "refused")
