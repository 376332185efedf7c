"""The spaCy component `ozg`: `doc._.ozg`, what a document says of the OZG."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extensions import text_of
from pipeline.findings import OzgFinding
from pipeline.ozg.catalogue import read
from pipeline.ozg.context import context
from pipeline.ozg.facts import facts
from pipeline.ozg.mentions import anchors, candidates, introduced, mentions

SIGNS: tuple[str, ...] = tuple(read("facts.toml")["signs"])


class Ozg:
    """Sets `doc._.ozg` in the order of the text; a document without any sign of the subject costs next to nothing."""

    def __call__(self, doc: Doc) -> Doc:
        """Find concepts and systems, then the facts in their company."""
        text = text_of(doc)
        doc._.ozg = find(doc, text) if may_speak_of_it(text) else ()
        return doc


def may_speak_of_it(text: str) -> bool:
    """Whether any sign of the OZG or of digital administration stands in the text."""
    return any(sign in text for sign in SIGNS)


def find(doc: Doc, text: str) -> tuple[OzgFinding, ...]:
    """The findings of a document; uses its paragraphs and agenda items where they are known."""
    found = candidates(text)
    around = context(doc, text, anchors(found))
    known = tuple(mentions(found, around))
    named = (*known, *introduced(text, known, around))
    told = facts(text, [finding.start for finding in named], around) if around.ozg else ()
    return tuple(
        sorted(
            dict.fromkeys([*named, *told]), key=lambda finding: (finding.start, finding.end, finding.concept)
        )
    )


@Language.factory("ozg", assigns=["doc._.ozg"], requires=["doc.sents"])
def create(nlp: Language, name: str) -> Ozg:  # noqa: ARG001
    """The component for a pipeline's configuration."""
    return Ozg()
