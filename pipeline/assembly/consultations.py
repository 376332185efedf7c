"""The papers that stood under the items of minutes, and what became of them there: their part of the Beratungsfolge."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from spacy.tokens import Doc

from db.records import ids
from db.records.council import Consultation, Paper
from pipeline.decisions.outcomes import ItemResult, item_results
from pipeline.findings import Item, Span
from pipeline.following.vocabulary import WORDS, any_of

ROLE = re.compile(rf"\b(?:{any_of(WORDS['consultation']['roles'])})\b")


def papers_of_items(
    doc: Doc,
    items: Iterable[tuple[str, Span]],
    body_id: str | None,
    scope: str,
    meeting_id: str | None,
    under: dict[str, str | None],
) -> Iterator[Any]:
    """Papers and consultations; `under` names the items of the consultations known so far, by id.

    A result is told of a paper that stands alone under its item: of several each may have had its own.
    """
    results = dict(zip(doc._.items, item_results(doc), strict=True))
    for item_id, item in items:
        if not isinstance(item, Item):
            continue
        papers = item.papers or _decided_on(doc, item)
        told = results[item] if len(papers) == 1 else ItemResult()
        for reference in papers:
            paper = ids.paper_id(scope, reference)
            name = item.title if item.papers else None
            yield Paper(id=paper, body_id=body_id, reference=reference, name=name)
            key = ids.consultation_id(paper, meeting_id, item_id)
            if under.setdefault(key, item_id) != item_id:
                key = ids.consultation_id(paper, None, item_id)
            yield Consultation(
                id=key,
                paper_id=paper,
                agenda_item_id=item_id,
                meeting_id=meeting_id,
                role=_role(item),
                result=told.result,
                outcome=told.outcome,
            )


def _decided_on(doc: Doc, item: Item) -> tuple[str, ...]:
    """The one paper that the item's decisions name, where its heading names none."""
    decided = [
        span
        for span in (*doc._.decisions, *filter(None, doc._.resolutions))
        if item.start <= span.start < item.end
    ]
    named = {
        citation.normalized
        for citation in doc._.citations
        if citation.kind == "paper" and any(span.start <= citation.start < span.end for span in decided)
    }
    return tuple(named) if len(named) == 1 else ()


def _role(item: Item) -> str | None:
    """What the body was to do with the paper, where the heading says so."""
    match = ROLE.search(item.title or "")
    return match[0] if match else None
