"""The spaCy component `ozg`: what a document says of the OZG."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extensions import text_of
from pipeline.findings import OzgFact, OzgFinding
from pipeline.ozg.catalogue import read
from pipeline.ozg.context import context
from pipeline.ozg.facts import facts
from pipeline.ozg.ledger import Ledger
from pipeline.ozg.mentions import anchors, candidates, introduced, mentions, related

SIGNS: tuple[str, ...] = tuple(read("facts.toml")["signs"])


class Found(NamedTuple):
    """What a document says: of the OZG's own world, of services and actors beside it, and the facts."""

    own: tuple[OzgFinding, ...]
    related: tuple[OzgFinding, ...]
    facts: tuple[OzgFact, ...]


class Ozg:
    """Sets `doc._.ozg`, `doc._.ozg_related` and `doc._.ozg_facts`, each in the order of the text; a document without
    any sign of the subject costs next to nothing."""

    def __call__(self, doc: Doc) -> Doc:
        """Find concepts and systems, then the facts in their company."""
        text = text_of(doc)
        if may_speak_of_it(text):
            doc._.ozg, doc._.ozg_related, doc._.ozg_facts = find(doc, text)
        return doc


def may_speak_of_it(text: str) -> bool:
    """Whether any sign of the OZG or of digital administration stands in the text."""
    return any(sign in text for sign in SIGNS)


def find(doc: Doc, text: str) -> Found:
    """The findings of a document; uses its paragraphs and agenda items where they are known."""
    forms = candidates(text)
    around = context(doc, text, anchors(forms))
    known = tuple(mentions(forms, around))
    beside = tuple(related(forms, around))
    named = (*known, *introduced(text, known, around))
    told: Iterable[OzgFinding] = ()
    if around.ozg:
        told = facts(text, [one.start for one in named], [one.start for one in beside], around)
    own = _in_order([*named, *told])
    return Found(own, beside, Ledger(text, _in_order([*own, *beside]), around).facts())


def _in_order(findings: Iterable[OzgFinding]) -> tuple[OzgFinding, ...]:
    return tuple(
        sorted(dict.fromkeys(findings), key=lambda finding: (finding.start, finding.end, finding.concept))
    )


@Language.factory(
    "ozg", assigns=["doc._.ozg", "doc._.ozg_related", "doc._.ozg_facts"], requires=["doc.sents"]
)
def create(nlp: Language, name: str) -> Ozg:  # noqa: ARG001
    """The component for a pipeline's configuration."""
    return Ozg()
