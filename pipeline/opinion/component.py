"""The spaCy component `opinion`: adds persons to `doc._.people` whom no title or form of address gives away.

It asks only about lines that begin with nobody known: there an unread name puts a whole speech on the wrong person. The
rules then read the added person like any other. The component is in the pipeline where one of `PACKAGES` is installed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import is_package

from pipeline.extensions import sentences_of, text_of
from pipeline.findings import REPORTING, Name, PersonMention
from pipeline.opinion.subjects import subjects_of_saying
from pipeline.people.names import is_common_word, may_be_name

PACKAGES = ("de_core_news_lg", "de_core_news_md")
"""The best one that is installed is asked."""
BEGINNING = 60
"""So many letters from the beginning of a line a subject that is asked for may begin."""


def installed() -> str | None:
    """The parser that is installed, if any."""
    return next((package for package in PACKAGES if is_package(package)), None)


class Opinion:
    """Asks a parser with TIGER's labels."""

    def __init__(self, parser: Language) -> None:
        self.parser = parser

    def __call__(self, doc: Doc) -> Doc:
        """Add the persons that the parser finds speaking."""
        if doc._.kind not in REPORTING:
            return doc
        asked = list(_unread_lines(doc))
        answers = self.parser.pipe(text_of(doc)[start:end].replace("\n", " ") for start, end in asked)
        found = [
            mention
            for (start, _), parsed in zip(asked, answers, strict=True)
            for mention in _speakers(parsed, start)
        ]
        doc._.people = tuple(sorted((*doc._.people, *found), key=lambda mention: mention.start))
        return doc


@Language.factory("opinion", default_config={"package": PACKAGES[0]}, requires=["doc._.people"])
def create(nlp: Language, name: str, package: str) -> Opinion:  # noqa: ARG001 (spaCy's signature)
    """The component over an installed parser; raises OSError where the package is not installed."""
    return Opinion(spacy.load(package, exclude=["ner"]))


def _unread_lines(doc: Doc) -> Iterator[tuple[int, int]]:
    """Sentences of discussions that begin a line and name nobody near their beginning."""
    text = text_of(doc)
    starts = [mention.start for mention in doc._.people]
    talks = [section for section in doc._.sections if section.kind == "discussion"]
    sections = [section.start for section in talks]
    for start, end in sentences_of(doc):
        at = bisect_left(sections, start + 1) - 1
        if doc._.sections and (at < 0 or start >= talks[at].end):
            continue
        known = bisect_left(starts, start) < bisect_left(starts, start + BEGINNING)
        if not known and (start == 0 or text[start - 1] == "\n"):
            yield start, end


def _speakers(parsed: Doc, offset: int) -> Iterator[PersonMention]:
    for start, end in subjects_of_saying(parsed):
        *office, family = parsed.text[start:end].split()
        if start < BEGINNING and may_be_name(family) and not is_common_word(family) and _are_titles(office):
            name = Name(office=" ".join(office) or None, family_name=family)
            yield PersonMention(start=offset + start, end=offset + end, name=name)


def _are_titles(words: list[str]) -> bool:
    return all(word[0].isupper() for word in words)
