"""The spaCy component `motions`: a motion's demands in `doc._.demands`, who signs it in `doc._.involved`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extensions import text_of
from pipeline.findings import Involved, Name
from pipeline.motions.demands import WORDS, demands
from pipeline.people.vocabulary import given_names, office

SIGNED = re.compile(rf"^[ \t]*(?:{'|'.join(WORDS['signing'])})[ \t]*:?[ \t]*", re.MULTILINE)
NAME_LINE = re.compile(
    r"[ \t]*(?:(?P<function>[A-ZÄÖÜ][\w-]+)\s)?(?P<title>(?:(?:Dr|Prof)\.\s)+)?(?P<given>[A-ZÄÖÜ][\wäöüß.-]+)"
    r"\s(?P<family>(?:(?:von|van|de|zu)\s)?[A-ZÄÖÜ][\wäöüß-]+)(?:\s\([^)\n]+\)|,[^\n]*)?[ \t]*"
)
HEAD = 1200
"""Those who apply stand in so many letters at the beginning, or behind a label at the end."""


@Language.component("motions", assigns=["doc._.demands", "doc._.involved"], requires=["doc._.involved"])
def motions(doc: Doc) -> Doc:
    """Find what a motion demands and who signs it."""
    if doc._.kind != "motion":
        return doc
    text = text_of(doc)
    doc._.demands = tuple(demands(text))
    doc._.involved = (*doc._.involved, *applicants(text))
    return doc


def applicants(text: str) -> Iterator[Involved]:
    """Persons behind a label for signatures, and members of the council named in lines of the head."""
    for label in SIGNED.finditer(text):
        for line in text[label.end() :].split("\n"):
            match = NAME_LINE.fullmatch(line)
            if match and (match["given"] in given_names() or match["title"]):
                yield _applicant(match)
            elif line.strip():
                break
    for line in text[:HEAD].split("\n"):
        match = NAME_LINE.fullmatch(line)
        if match and match["function"] and office(match["function"]):
            yield _applicant(match)


def _applicant(match: re.Match[str]) -> Involved:
    return Involved(
        name=Name(
            title=(match["title"] or "").strip() or None,
            given_name=match["given"],
            family_name=match["family"],
        ),
        role="applicant",
        function=match["function"],
    )
