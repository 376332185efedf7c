"""The spaCy component `ozg`: `doc._.ozg` and `doc._.ozg_facts`, what a document says of the OZG."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extensions import text_of
from pipeline.findings import OzgFact, OzgFinding
from pipeline.ozg.catalogue import read
from pipeline.ozg.context import context
from pipeline.ozg.facts import facts
from pipeline.ozg.ledger import Ledger
from pipeline.ozg.mentions import anchors, candidates, introduced, mentions

SIGNS: tuple[str, ...] = tuple(read("facts.toml")["signs"])


class Ozg:
    """Sets `doc._.ozg` and `doc._.ozg_facts` in the order of the text; a document without any sign of the subject
    costs next to nothing."""

    def __call__(self, doc: Doc) -> Doc:
        """Find concepts and systems, then the facts in their company."""
        text = text_of(doc)
        if may_speak_of_it(text):
            doc._.ozg, doc._.ozg_facts = find(doc, text)
        return doc


def may_speak_of_it(text: str) -> bool:
    """Whether any sign of the OZG or of digital administration stands in the text."""
    return any(sign in text for sign in SIGNS)


def find(doc: Doc, text: str) -> tuple[tuple[OzgFinding, ...], tuple[OzgFact, ...]]:
    """The mentions and the facts of a document; uses its paragraphs and agenda items where they are known."""
    forms = candidates(text)
    around = context(doc, text, anchors(forms))
    known = tuple(mentions(forms, around))
    named = (*known, *introduced(text, known, around))
    told = facts(text, [finding.start for finding in named], around) if around.ozg else ()
    found = tuple(
        sorted(
            dict.fromkeys([*named, *told]), key=lambda finding: (finding.start, finding.end, finding.concept)
        )
    )
    return found, Ledger(text, found, around).facts()


@Language.factory("ozg", assigns=["doc._.ozg", "doc._.ozg_facts"], requires=["doc.sents"])
def create(nlp: Language, name: str) -> Ozg:  # noqa: ARG001
    """The component for a pipeline's configuration."""
    return Ozg()
