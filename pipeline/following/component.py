"""The spaCy component `following`: what goes before the decisions of a document and what follows from them.

Reads what the components before it found; papers and motions only propose, so tasks, sums and approvals are looked for
in minutes alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from db.records.deadlines import Deadline, terms
from pipeline.decisions.outcomes import item_results
from pipeline.extensions import sentences_of, text_of
from pipeline.findings import REPORTING, Amount, Approval, Item, Section, Span, Task
from pipeline.following import approvals, money
from pipeline.following.approvals import MINUTES
from pipeline.following.proposals import proposals
from pipeline.following.relations import relations
from pipeline.following.resolutions import resolutions
from pipeline.following.tasks import Charge, charge, may_tell, sentences_with_lists

REFUSED = ("rejected", "deferred", "withdrawn", "referred", "settled")
"""What was asked for under such an outcome nobody is charged with."""
NOT_TOLD = ("proposal", "attachment", "agenda", "attendance", "head")
"""Parts of minutes that charge nobody."""
CHARGES = ("order", "authorization", "review")


class Following:
    """Sets `doc._.resolutions`, `tasks`, `amounts`, `approvals`, `relations` and `proposals`."""

    def __call__(self, doc: Doc) -> Doc:
        """Read what the document tells around its decisions."""
        text, reporting = text_of(doc), doc._.kind in REPORTING
        cited = tuple(citation for citation in doc._.citations if citation.kind == "paper")
        named = (*doc._.papers, *(citation.normalized for citation in cited))
        own = named[0] if named and not reporting else None
        doc._.proposals = tuple(proposals(text, _proposing(doc, reporting), own))
        doc._.relations = tuple(relations(text, cited, own, sentences_of(doc)))
        if reporting:
            doc._.resolutions = _resolutions(doc, text)
            doc._.tasks = tuple(_tasks(doc, text))
            doc._.amounts = tuple(_amounts(doc, text))
            doc._.approvals = tuple(_approvals(doc, text))
        return doc


def _proposing(doc: Doc, reporting: bool) -> list[Span]:
    """The parts that may hold a proposal: in minutes those the structure calls so."""
    named = [section for section in doc._.sections if section.kind == "proposal"]
    named += [region for region in doc._.regions if region.kind == "proposal"]
    spans = [Span(start=part.start, end=part.end) for part in named]
    return spans if reporting or spans else [Span(start=0, end=len(text_of(doc)))]


def _resolutions(doc: Doc, text: str) -> tuple[Span | None, ...]:
    stops = sorted(
        [
            *(statement.start for statement in doc._.statements if statement.kind != "direct"),
            *(decision.start for decision in doc._.decisions),
            *(
                section.start
                for section in doc._.sections
                if section.kind in ("discussion", "vote", "closing")
            ),
        ]
    )
    return resolutions(text, doc._.decisions, doc._.sections, doc._.items, stops)


def _tasks(doc: Doc, text: str) -> Iterator[Task]:
    places = _Places(doc)
    said = _day_of(doc)
    for start, end in sentences_with_lists(text, sentences_of(doc)):
        if not may_tell(text, start, end):
            continue
        section = places.section(start)
        if section is not None and section.kind in NOT_TOLD:
            continue
        decided = places.is_decided(start)
        found = charge(text, start, end, decided=decided)
        if found and not _is_refused(found, places, start, decided=decided):
            yield _task(text, found, (start, end), said)


def _is_refused(found: Charge, places: _Places, at: int, *, decided: bool) -> bool:
    """Whether the council did not want it, or it is told in what somebody says."""
    if found.kind not in CHARGES:
        return False
    return places.outcome(at) in REFUSED or (not decided and places.is_spoken(at))


def _task(text: str, found: Charge, sentence: tuple[int, int], said: str | None) -> Task:
    start, end = found.span
    deadline = _deadline(text, sentence, said)
    return Task(
        start=start,
        end=end,
        kind=found.kind,
        charged=text[slice(*found.charged)] if found.charged else None,
        task=text[slice(*found.task)],
        deadline=deadline.value if deadline and len(deadline.value or "") > 4 else None,
        deadline_text=text[deadline.start : deadline.end] if deadline else None,
        rule=found.rule,
    )


def _deadline(text: str, sentence: tuple[int, int], said: str | None) -> Deadline | None:
    """The first deadline of the sentence, one that cannot be anything else before the others."""
    found = terms(text, *sentence, said)
    return next((one for one in found if not one.weak), found[0] if found else None)


def _amounts(doc: Doc, text: str) -> Iterator[Amount]:
    spans = sentences_of(doc)
    starts = [start for start, _ in spans]
    places = _Places(doc)
    held = {bisect_right(starts, match.start()) - 1 for match in money.MENTION.finditer(text)}
    for place in sorted(held):
        section = places.section(spans[place][0])
        if section is None or section.kind not in ("attachment", "attendance", "head"):
            yield from money.amounts(text, *spans[place])


def _approvals(doc: Doc, text: str) -> Iterator[Approval]:
    spans = sentences_of(doc)
    said = _day_of(doc)
    covered: list[Item] = []
    for item, result in zip(doc._.items, item_results(doc), strict=True):
        found = list(approvals.of_item(text, item, result.outcome, spans, said))
        yield from found
        covered += [item] if found else []
    for start, end in spans:
        if MINUTES.search(text, start, end) and not any(item.start <= start < item.end for item in covered):
            yield from approvals.of_sentence(text, start, end, said)


def _day_of(doc: Doc) -> str | None:
    """The day of the meeting."""
    day: str | None = (doc._.head.date if doc._.head else None) or doc._.date
    return day


class _Places:
    """What part of the minutes a place belongs to."""

    def __init__(self, doc: Doc) -> None:
        self.sections: tuple[Section, ...] = doc._.sections
        self.starts = [section.start for section in self.sections]
        self.spoken = [(one.start, one.end) for one in doc._.statements]
        self.spoken_starts = [start for start, _ in self.spoken]
        self.decided: list[tuple[int, int, str]] = [
            (span.start, span.end, decision.outcome)
            for decision, resolution in zip(doc._.decisions, doc._.resolutions, strict=True)
            for span in (decision, resolution)
            if span is not None
        ]
        self.results: list[tuple[int, int, str | None]] = [
            (item.start, item.end, result.outcome)
            for item, result in zip(doc._.items, item_results(doc), strict=True)
        ]

    def section(self, at: int) -> Section | None:
        """The section around a place."""
        place = bisect_right(self.starts, at) - 1
        return self.sections[place] if place >= 0 and at < self.sections[place].end else None

    def is_decided(self, at: int) -> bool:
        """Whether the council's own text stands there."""
        section = self.section(at)
        return any(start <= at < end for start, end, _ in self.decided) or (
            section is not None and section.kind == "decision"
        )

    def outcome(self, at: int) -> str | None:
        """The outcome of the decision around a place, else of its item."""
        for start, end, outcome in (*self.decided, *self.results):
            if start <= at < end:
                return outcome
        return None

    def is_spoken(self, at: int) -> bool:
        """Whether it stands in what somebody says."""
        place = bisect_right(self.spoken_starts, at) - 1
        return place >= 0 and at < self.spoken[place][1]


@Language.factory(
    "following",
    requires=["doc._.decisions", "doc._.citations", "doc._.statements"],
    assigns=["doc._.resolutions", "doc._.tasks", "doc._.amounts", "doc._.approvals", "doc._.relations"],
)
def create(nlp: Language, name: str) -> Following:  # noqa: ARG001
    """The component for a pipeline's configuration."""
    return Following()
