"""A pipeline with the two components of structure, for the tests beside it."""

from __future__ import annotations

from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

import pipeline.structure  # noqa: F401


@cache
def nlp() -> Language:
    pipe = spacy.blank("de")
    pipe.max_length = 5_000_000
    pipe.add_pipe("sentences")
    pipe.add_pipe("sections")
    return pipe


def read(text: str) -> Doc:
    return nlp()(text)


def flat(words: str) -> str:
    return " ".join(words.split())
