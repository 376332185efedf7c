"""Who is charged with what until when, sentence by sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.records.deadlines import terms
from pipeline.following.tasks import charge, sentences_with_lists

LINES = [
    line.split("\t")
    for line in Path(__file__).with_name("tasks.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
SAID = "2022-03-10"


@pytest.mark.parametrize(("sentence", "wanted"), [(sentence, wanted) for sentence, *wanted in LINES])
def test_a_sentence_tells_who_does_what_until_when(sentence: str, wanted: list[str]) -> None:
    found = charge(sentence, 0, len(sentence), decided=False)
    if not wanted:
        assert found is None
        return
    assert found is not None
    days = [term.value for term in terms(sentence, 0, len(sentence), SAID) if term.value]
    who = sentence[slice(*found.charged)] if found.charged else "-"
    assert [found.kind, who, sentence[slice(*found.task)], *(days or ["-"])] == wanted


def test_what_a_duty_is_only_the_councils_own_text_tells() -> None:
    sentence = "Die Verwaltung soll prüfen, ob ein Zebrastreifen möglich ist."
    assert charge(sentence, 0, len(sentence), decided=False) is None
    found = charge(sentence, 0, len(sentence), decided=True)
    assert found
    assert (found.kind, sentence[slice(*found.task)]) == (
        "review",
        "prüfen, ob ein Zebrastreifen möglich ist",
    )


def test_a_list_belongs_to_the_sentence_that_opens_it() -> None:
    text = "Die Verwaltung wird beauftragt:\n1. zu planen.\n2. zu bauen.\nDanach schloss er."
    spans = [(0, 32), (32, 46), (46, 59), (59, len(text))]
    assert list(sentences_with_lists(text, spans)) == [(0, 59), (59, len(text))]
