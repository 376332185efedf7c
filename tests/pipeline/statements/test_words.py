"""What a statement rests on, to whom it was said, and what happens below the threshold; all in invented words."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.findings import Statement
from pipeline.statements import threshold
from pipeline.statements.threshold import SPEAKER_THRESHOLD, withheld
from tests.pipeline.statements.test_statements import nlp, read

__all__ = ["nlp"]

ADDRESSED = {
    "Auf Nachfrage von Frau Grothe teilt Herr Ahl mit, dass der Bus fahre.": "Frau Grothe",
    "Herr Ahl erklärt auf die Frage des Herrn Brink, dass der Bus fahre.": "des Herrn Brink",
    "Auf Nachfrage von Frau Grothe und Herrn Brink erklärt Herr Ahl, der Bus fahre.": "Frau Grothe und Herrn Brink",
    "Frau Ahl fragt den Bürgermeister, ob der Bus fahre.": "den Bürgermeister",
    "Frau Ahl fragt die Verwaltung, ob der Bus fahre.": "die Verwaltung",
    "Frau Ahl erkundigt sich bei der Verwaltung, ob der Bus fahre.": "der Verwaltung",
    "Frau Ahl möchte von Herrn Brink wissen, ob der Bus fahre.": "Herrn Brink",
    "Sodann bittet Frau Ahl Herrn Brink, die Liste vorzulegen.": "Herrn Brink",
    "Frau Ahl weist Herrn Brink darauf hin, dass der Bus nicht fahre.": "Herrn Brink",
    "Herr Ahl antwortet Frau Brink, dass der Bus fahre.": "Frau Brink",
    "An die Verwaltung gerichtet fragt Frau Ahl, ob der Bus fahre.": "die Verwaltung",
    "Auf Antrag von Frau Grothe erklärt Herr Ahl, der Bus fahre.": None,
    "Frau Ahl fragt nach dem Bericht des Bürgermeisters.": None,
    "Frau Ahl fragt, ob Herr Brink den Bus kenne.": None,
    "Frau Ahl erklärt, Herr Brink habe den Bus verpasst.": None,
    "Frau Ahl und Herr Brink fragen, ob der Bus fahre.": None,
}


def only(doc: Doc) -> Statement:
    (found,) = doc._.statements
    assert isinstance(found, Statement)
    return found


@pytest.mark.parametrize("sentence", ADDRESSED)
def test_to_whom_it_was_said(nlp: Language, sentence: str) -> None:
    found = only(read(nlp, [f"|{sentence}"]))
    assert found.addressee == ADDRESSED[sentence]
    assert len(found.addressees) == (found.addressee or "").count(" und ") + (found.addressee is not None)


EVIDENCE = {
    "Frau Ahl erklärt, dass der Bus fahre.": "Frau Ahl erklärt",
    "Daraufhin merkt Herr Ahl an, dass der Bus fahre.": "merkt Herr Ahl",
    "Laut Herrn Ahl fährt der Bus.": "Laut Herrn Ahl",
    "Von Frau Ahl wird gefragt, ob der Bus fahre.": "Frau Ahl wird gefragt",
    "Stadtrat Ahl (SPD): Der Bus fährt.": "Stadtrat Ahl (SPD):",
}


@pytest.mark.parametrize("sentence", EVIDENCE)
def test_the_words_a_statement_rests_on(nlp: Language, sentence: str) -> None:
    doc = read(nlp, [f"|{sentence}"])
    found = only(doc)
    assert found.evidence is not None
    assert doc.text[found.evidence.start : found.evidence.end] == EVIDENCE[sentence]


def test_what_goes_on_names_the_place_of_its_speaker(nlp: Language) -> None:
    doc = read(nlp, ["|Frau Ahl erklärt, dass der Bus fahre.", "Er sei pünktlich.", "Das weiß jeder."])
    _, carried, bare = doc._.statements
    assert carried.named is not None
    assert doc.text[carried.named.start : carried.named.end] == "Frau Ahl"
    assert doc.text[carried.evidence.start : carried.evidence.end] == "sei"
    assert bare.evidence is None


def test_below_the_threshold_nobody_speaks(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    found = only(read(nlp, ["|Frau Ahl erklärt, dass der Bus fahre."]))
    assert withheld(found) is found
    assert found.confidence >= SPEAKER_THRESHOLD
    monkeypatch.setattr(threshold, "SPEAKER_THRESHOLD", 1.0)
    doubted = withheld(found)
    assert (doubted.speaker, doubted.speakers, doubted.named) == (None, (), None)
    assert doubted.confidence == found.confidence
