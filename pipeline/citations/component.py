"""The spaCy component `citations`: `doc._.citations`, the papers, laws and statutes a document cites."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.citations.laws import laws
from pipeline.citations.papers import numbers
from pipeline.extensions import text_of
from pipeline.findings import Citation, CitedLaw


class Citations:
    """Sets `doc._.citations` in the order of the text."""

    def __call__(self, doc: Doc) -> Doc:
        """Read the citations off the text; the numbers that source and headings state show how papers are numbered."""
        headings = (paper for item in doc._.items for paper in item.papers)
        doc._.citations = find(text_of(doc), (*doc._.papers, *headings))
        return doc


def find(text: str, known: tuple[str, ...] = ()) -> tuple[Citation, ...]:
    """The citations of a text; `known` are papers' numbers as agenda headings write them."""
    papers = [
        Citation(
            start=n.start,
            end=n.end,
            kind="paper",
            normalized=" ".join(text[n.start : n.end].split()),
            rule=n.rule,
        )
        for n in numbers(text, known)
    ]
    cited = [
        Citation(
            start=c.start,
            end=c.end,
            kind=c.law.kind,
            normalized=c.normalized,
            rule=c.rule,
            law=CitedLaw(short=c.law.name, name=c.law.full_name, kind=c.law.origin),
        )
        for c in laws(text)
    ]
    return tuple(sorted([*papers, *cited], key=lambda citation: (citation.start, citation.end)))


@Language.factory("citations", assigns=["doc._.citations"])
def create(nlp: Language, name: str) -> Citations:  # noqa: ARG001
    """The component for a pipeline's configuration."""
    return Citations()
