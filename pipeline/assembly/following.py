"""The rows of what goes before the decisions of a document and what follows from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from spacy.tokens import Doc

from db.records import following as rows
from db.records import ids
from db.records.council import Paper
from pipeline.assembly.council import Council
from pipeline.assembly.places import Place, Ranges
from pipeline.findings import Span

Named = Sequence[tuple[str, Span]]


class Following:
    """Makes the rows; `decisions` and `statements` are the ids of rows with the places that belong to them."""

    def __init__(
        self,
        doc: Doc,
        council: Council,
        place: Callable[[Span], Place],
        wordings: ids.Wordings,
        decisions: Named,
        statements: Named,
    ) -> None:
        self.doc = doc
        self.council = council
        self.place = place
        self.wordings = wordings
        self.decided = Ranges(decisions)
        self.spoken = Ranges(statements)

    def owned(self) -> Iterator[Any]:
        """The rows that belong to this document alone."""
        yield from self._tasks()
        yield from self._amounts()
        yield from self._approvals()
        yield from self._relations()
        yield from self._proposals()

    def shared(self) -> Iterator[Any]:
        """The papers that relations and proposals name."""
        numbers = [number for found in self.doc._.relations for number in (found.paper, found.related)]
        numbers += [found.paper for found in self.doc._.proposals if found.paper]
        for number in dict.fromkeys(numbers):
            yield Paper(id=self._paper(number), body_id=self.council.body_id, reference=number)

    def _paper(self, reference: str) -> str:
        return ids.paper_id(self.council.scope, reference)

    def _tasks(self) -> Iterator[Any]:
        for found in self.doc._.tasks:
            place = self.place(found)
            yield rows.Task(
                id=self.wordings.id("tasks", place.text),
                decision_id=self.decided.at(found.start),
                statement_id=self.spoken.at(found.start),
                kind=found.kind,
                charged=found.charged,
                task=found.task,
                deadline=found.deadline,
                deadline_text=found.deadline_text,
                rule=found.rule,
                **place.columns(),
            )

    def _amounts(self) -> Iterator[Any]:
        for found in self.doc._.amounts:
            place = self.place(found)
            yield rows.Amount(
                id=self.wordings.id("amounts", place.text),
                decision_id=self.decided.at(found.start),
                statement_id=self.spoken.at(found.start),
                cents=found.cents,
                currency=found.currency,
                kind=found.kind,
                kind_text=found.kind_text,
                bound=found.bound,
                per=found.per,
                rule=found.rule,
                **place.columns(),
            )

    def _approvals(self) -> Iterator[Any]:
        for found in self.doc._.approvals:
            place = self.place(found)
            yield rows.Approval(
                id=self.wordings.id("approvals", found.date or "", place.text),
                decision_id=self.decided.at(found.start),
                date=found.date,
                part=found.part,
                status=found.status,
                rule=found.rule,
                **place.columns(),
            )

    def _relations(self) -> Iterator[Any]:
        for found in self.doc._.relations:
            place = self.place(found)
            yield rows.PaperRelation(
                id=self.wordings.id("paper_relations", found.paper, found.related, place.text),
                paper_id=self._paper(found.paper),
                related_id=self._paper(found.related),
                kind=found.kind,
                rule=found.rule,
                **place.columns(),
            )

    def _proposals(self) -> Iterator[Any]:
        for found in self.doc._.proposals:
            place = self.place(found)
            yield rows.Proposal(
                id=self.wordings.id("proposals", place.text),
                paper_id=self._paper(found.paper) if found.paper else None,
                rule=found.rule,
                **place.columns(),
            )
