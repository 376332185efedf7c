"""What became of the agenda items: the last word of their decisions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from db.records.council import Outcome
from pipeline.decisions.vocabulary import pattern, table
from pipeline.findings import Decision, Item

WORDS = table("labels")
AMENDING = pattern(WORDS["amending"])
PART = pattern(WORDS["part"])
MAIN = pattern(WORDS["main"])
COMMON = pattern(WORDS["common"])
NUMBER = re.compile(r"(?:TOP|Punkt|^)\s*(\d{1,3}(?:[.:]\d{1,2})*)")
SILENT = ("none", "unknown")


@dataclass(frozen=True, slots=True)
class ItemResult:
    """The outcome of an item and the words that state it; None where nothing is told."""

    outcome: Outcome | None = None
    result: str | None = None


def item_results(doc: Doc) -> tuple[ItemResult, ...]:
    """The result of each of `doc._.items`.

    Items called up together share the votes below the last of them: a vote that names a number or a motion goes to the
    item of that number or title, one that names nothing to all of them.
    """
    text, items = doc.text, doc._.items
    votes: dict[str, list[Decision]] = {}
    for stack in _stacks(text, items, _with_minutes(doc)):
        start, end = stack[0].start, stack[-1].end
        for vote in doc._.decisions:
            if start <= vote.start < end:
                for item in _meant(text, vote, stack, items):
                    votes.setdefault(_key(item), []).append(vote)
    return tuple(_result(votes.get(_key(item), ())) for item in items)


def _result(votes: Sequence[Decision]) -> ItemResult:
    if not votes:
        return ItemResult()
    last = final_vote(votes)
    return (
        ItemResult(_of_item(last), last.result) if last else ItemResult(votes[-1].outcome, votes[-1].result)
    )


def _of_item(vote: Decision) -> Outcome:
    """Being content with the administration's answer, without a vote, is taking notice of it."""
    content = (
        vote.rule == "label-without-vote" and vote.outcome == "accepted" and "tellungnahme" in vote.result
    )
    return "noted" if content else vote.outcome


def final_vote(votes: Sequence[Decision]) -> Decision | None:
    """The vote that tells what became of the item, None where no vote tells anything.

    A vote on the matter itself counts before votes on amendments and procedure, a result stated behind a label before
    what is told; of a matter voted in parts, an accepted part makes it accepted.
    """
    telling = [vote for vote in votes if vote.outcome not in SILENT]
    main = [vote for vote in telling if not (vote.subject and AMENDING.search(vote.subject))] or telling
    labelled = [vote for vote in main if vote.rule.startswith("label")] or main
    parts = [vote for vote in labelled if vote.subject and PART.search(vote.subject)]
    accepted = [vote for vote in parts if vote.outcome.startswith("accepted")]
    return (accepted or labelled or [None])[-1]


def final_outcome(votes: Sequence[Decision]) -> Outcome:
    """The outcome of an item that has these votes."""
    last = final_vote(votes)
    return _of_item(last) if last else (votes[-1].outcome if votes else "none")


def _key(item: Item) -> str:
    return f"{'N' if not item.public else ''}{_digits(item.number)}" if item.number else f"#{item.start}"


def _digits(number: str | None) -> str:
    return ".".join(re.findall(r"\d+", number or ""))


def _with_minutes(doc: Doc) -> frozenset[int]:
    """The items under which more than headings stands."""
    return frozenset(
        section.item for section in doc._.sections if section.item is not None and section.kind != "heading"
    )


def _stacks(text: str, items: Sequence[Item], with_minutes: frozenset[int]) -> Iterable[list[Item]]:
    """Items whose headings follow each other with nothing between them."""
    stack: list[Item] = []
    for position, item in enumerate(items):
        stack.append(item)
        if position in with_minutes:
            yield stack
            stack = []
    if stack:
        yield stack


def _meant(text: str, vote: Decision, stack: Sequence[Item], items: Sequence[Item]) -> list[Item]:
    """The items a vote is about."""
    if vote.subject is None:
        return list(stack)
    if number := NUMBER.search(vote.subject):
        same = [item for item in items if _digits(item.number) == _digits(number[1])]
        if same:
            return same[:1]
    if len(stack) == 1:
        return list(stack)
    if MAIN.search(vote.subject):
        return [stack[0]]
    return _titled(text, vote.subject, stack) or [stack[0]]


def _titled(text: str, subject: str, stack: Sequence[Item]) -> list[Item]:
    """The one item whose heading holds all telling words of the subject."""
    wanted = {
        word.lower()
        for word in re.findall(r"\w+", COMMON.sub(" ", PART.sub(" ", subject)))
        if not word.isdigit()
    }
    if not wanted:
        return []
    fitting = [
        item
        for item in stack
        if wanted
        <= {word.lower() for word in re.findall(r"\w+", text[item.start : min(item.end, item.start + 400)])}
    ]
    return fitting if len(fitting) == 1 else []
