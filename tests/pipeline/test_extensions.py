"""What components share about a document is what spaCy itself says, worked out once."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from pipeline.extensions import sentences_of, text_of
from tests.pipeline.structure.reading import read

TEXTS = (
    "",
    " ",
    "Wort",
    "Frau Sturm dankt. Herr Ilm fragt nach.",
    "Der Rat tagt.\n\nEr beschließt den Haushalt.  \n",
    "\n\nZu Beginn begrüßt die Vorsitzende die Anwesenden. Sie eröffnet die Sitzung\num 18.00 Uhr.",
)


@pytest.mark.parametrize("text", TEXTS)
def test_the_sentences_are_those_of_the_doc(text: str) -> None:
    doc = read(text)
    assert sentences_of(doc) == [(sent.start_char, sent.end_char) for sent in doc.sents]
    assert sentences_of(doc) is sentences_of(doc)


@pytest.mark.parametrize("text", TEXTS)
def test_the_text_is_that_of_the_doc(text: str) -> None:
    doc: Doc = read(text)
    assert text_of(doc) == doc.text == text
