"""Decisions and outcomes of agenda items against gold."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from models.evaluation.findings import DecisionRow
from models.evaluation.gold import GoldDocument, Unit
from models.evaluation.measures import Miss, Scores
from models.evaluation.places import places_in

REACH = 600
"""Letters that may lie between a decision's text and its vote line."""
TOLD_TWICE = 60
"""Units that may lie between a result in prose and the same result as a label."""
LABEL = re.compile(r"\s*(Beschluss|Beschlussart|Abstimmung|Abstimmungsergebnis|Ergebnis)\b")


@dataclass(slots=True, kw_only=True)
class Found:
    """A decision of the database where it stands in the gold document."""

    start: int
    end: int
    outcome: str
    votes: dict[str, int]
    text: str
    used: bool = False

    def distance(self, unit: Unit) -> int:
        """Letters between this decision and a unit, 0 where they touch."""
        return max(0, self.start - unit.end, unit.start - self.end)


@dataclass(slots=True)
class Marked:
    """A unit that states a result, with the decision that was found for it."""

    unit: Unit
    outcome: str
    votes: dict[str, int]
    found: Found | None = field(default=None)


def score_decisions(rows: Iterable[DecisionRow], gold: GoldDocument, scores: Scores) -> None:
    """Count one document's decisions; the rows come in the order of the text."""
    if "decisions" not in gold.layers:
        return
    found = _found(rows, gold)
    marked = _marked(gold, found)
    for mark in marked:
        if mark.found is None and _told_twice(mark, marked):
            continue
        scores.measures["decisions"].add(right=int(mark.found is not None), wanted=1)
        if mark.found is None:
            scores.misses.append(_miss(gold, mark.unit, "decision missed", ""))
        _score_votes(mark, gold, scores)
    scores.measures["decisions"].add(given=len(found))
    for extra in found:
        if not extra.used:
            scores.misses.append(
                Miss(
                    document=gold.name,
                    unit="-",
                    what="decision not in gold",
                    wanted="",
                    given=f"{extra.outcome} {extra.votes}",
                    text=extra.text[:200],
                )
            )


def _found(rows: Iterable[DecisionRow], gold: GoldDocument) -> list[Found]:
    places, found = places_in(gold), []
    scored = [unit for unit in gold.units if unit.scored]
    for outcome, yes, no, abstain, text, start in rows:
        place = places.find(text, start)
        if (
            place
            and outcome != "none"
            and any(place[0] < unit.end and place[1] > unit.start for unit in scored)
        ):
            votes = {"yes": yes, "no": no, "abstain": abstain}
            counted = {name: count for name, count in votes.items() if count is not None}
            found.append(Found(start=place[0], end=place[1], outcome=outcome, votes=counted, text=text))
    return found


def _marked(gold: GoldDocument, found: list[Found]) -> list[Marked]:
    """Every unit with a result takes the nearest free decision of its outcome within reach."""
    marked = [Marked(unit, *unit.result) for unit in gold.units if unit.result]
    for mark in marked:
        near = [
            one
            for one in found
            if not one.used and one.outcome == mark.outcome and one.distance(mark.unit) <= REACH
        ]
        if near:
            mark.found = min(near, key=lambda one: one.distance(mark.unit))
            mark.found.used = True
    return marked


def _told_twice(mark: Marked, marked: list[Marked]) -> bool:
    """Whether the same result, once as a label, was found elsewhere near by."""
    return any(
        other is not mark
        and other.found is not None
        and other.unit.decision == mark.unit.decision
        and abs(other.unit.number - mark.unit.number) <= TOLD_TWICE
        and bool(LABEL.match(other.unit.text) or LABEL.match(mark.unit.text))
        for other in marked
    )


def _score_votes(mark: Marked, gold: GoldDocument, scores: Scores) -> None:
    given = mark.found.votes if mark.found else {}
    right = sum(given.get(name) == count for name, count in mark.votes.items())
    scores.measures["votes"].add(right=right, given=len(given), wanted=len(mark.votes))
    if right < len(mark.votes) or len(given) > len(mark.votes):
        scores.misses.append(_miss(gold, mark.unit, "votes", str(given)))


def _miss(gold: GoldDocument, unit: Unit, what: str, given: str) -> Miss:
    return Miss(
        document=gold.name,
        unit=str(unit.number),
        what=what,
        wanted=unit.decision,
        given=given,
        text=unit.text,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The outcome of an agenda item as the council's own system records it."""

    file: str
    number: str
    outcome: str
    wording: str


def score_outcomes(
    results: Iterable[Result], items: dict[str, list[tuple[str, str | None]]], scores: Scores
) -> None:
    """Count agenda items' outcomes; `items` are (number, outcome) by file name."""
    for result in results:
        given = _outcomes(items.get(result.file, []), digits(result.number))
        right = given == {_merged(result.outcome)}
        scores.measures["item outcome"].add(right=int(right), given=int(bool(given)), wanted=1)
        if not right:
            scores.misses.append(
                Miss(
                    document=result.file,
                    unit=result.number,
                    what="item outcome",
                    wanted=result.outcome,
                    given=", ".join(sorted(given)),
                    text=result.wording,
                )
            )


def _outcomes(items: list[tuple[str, str | None]], number: str) -> set[str]:
    """The outcomes of the item of this number, else of its main number, else of all items of the document."""
    numbered = [(digits(shown), outcome) for shown, outcome in items]
    chosen = (
        [outcome for shown, outcome in numbered if shown == number]
        or [outcome for shown, outcome in numbered if shown and shown.split(".")[0] == number.split(".")[0]]
        or [outcome for _, outcome in numbered]
    )
    return {_merged(outcome) for outcome in chosen if outcome and outcome not in ("none", "unknown")}


def digits(number: str | None) -> str:
    """`Ö 3.2` → `3.2`."""
    return ".".join(re.findall(r"\d+", number or ""))


def _merged(outcome: str) -> str:
    """The council's system does not tell amended from unamended."""
    return "accepted" if outcome == "accepted_amended" else outcome
