"""What became of the agenda items: the last word of their decisions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from db.records.council import Outcome
from pipeline.decisions.vocabulary import pattern, table
from pipeline.extensions import text_of
from pipeline.findings import Decision, Item

WORDS = table("labels")
AMENDING = pattern(WORDS["amending"])
PART = pattern(WORDS["part"])
MAIN = pattern(WORDS["main"])
COMMON = pattern(WORDS["common"])
NUMBER = re.compile(r"(?:TOP|Punkt)\s*(\d{1,3}(?:[.:]\d{1,2})*)")
DOTTED = re.compile(r"\b\d{1,3}(?:\.\d{1,2})+\b")
RANGE = re.compile(r"\b(\d{1,3}(?:\.\d{1,2})*)\.(\d{1,2})\s*(?:[-–]|bis)\s*\1\.(\d{1,2})\b")
PAPER = re.compile(r"\b[\w-]*\d[\w-]*/[\w/-]*\d")
WITHDRAWS = re.compile("|".join(table("results")["withdraws"]["expressions"]))
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
    items, headings = doc._.items, _heading_texts(doc)
    votes: dict[str, list[Decision]] = {}
    for stack in _stacks(items, _with_minutes(doc)):
        start, end = stack[0].start, max(item.end for item in stack)
        for vote in doc._.decisions:
            if start <= vote.start < end:
                for item in _meant(headings, vote, stack, items):
                    votes.setdefault(_key(item), []).append(vote)
    text = text_of(doc)
    return tuple(_result(_on_own_paper(votes.get(_key(item), ()), item), item, text) for item in items)


def _on_own_paper(votes: Sequence[Decision], item: Item) -> Sequence[Decision]:
    """The votes on the paper the item is about, the first its heading names, where votes name papers."""
    own = [vote for vote in votes if item.papers and _paper(vote.subject) == item.papers[0]]
    return own or votes


def _paper(subject: str | None) -> str | None:
    """The number of the paper a subject names."""
    found = PAPER.search(subject or "")
    return found[0] if found else None


def _result(votes: Sequence[Decision], item: Item, text: str) -> ItemResult:
    if not votes:
        return ItemResult()
    last = final_vote(votes)
    if last is None:
        return ItemResult(votes[-1].outcome, votes[-1].result)
    alone = sum(vote.rule.startswith("label") for vote in votes) == 1
    settled = last.outcome == "settled" and alone  # several motions may be settled in several ways
    withdrawn = WITHDRAWS.search(text, item.start, item.end) if settled else None
    return ItemResult("withdrawn", withdrawn[0]) if withdrawn else ItemResult(_of_item(last), last.result)


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
    labelled = [vote for vote in telling if vote.rule.startswith("label")] or telling
    main = [vote for vote in labelled if not (vote.subject and AMENDING.search(vote.subject))] or labelled
    labelled = [vote for vote in main if vote.subject and MAIN.search(vote.subject)] or main
    parts = [vote for vote in labelled if vote.subject and PART.search(vote.subject)]
    accepted = [vote for vote in parts if vote.outcome.startswith("accepted")]
    last = accepted or labelled
    return last[-1] if last else None


def final_outcome(votes: Sequence[Decision]) -> Outcome:
    """The outcome of an item that has these votes."""
    last = final_vote(votes)
    return _of_item(last) if last else (votes[-1].outcome if votes else "none")


def _key(item: Item) -> str:
    """By what an item is known: the record its source made (whose number another may share), else its number."""
    if item.id:
        return item.id
    return f"{'N' if not item.public else ''}{_digits(item.number)}" if item.number else f"#{item.start}"


def _digits(number: str | None) -> str:
    return ".".join(re.findall(r"\d+", number or ""))


def _with_minutes(doc: Doc) -> frozenset[int]:
    """The items under which more than headings stands."""
    return frozenset(
        section.item for section in doc._.sections if section.item is not None and section.kind != "heading"
    )


def _stacks(items: Sequence[Item], with_minutes: frozenset[int]) -> Iterable[list[Item]]:
    """Items that share their minutes: they overlap, or their headings follow each other with nothing between."""
    stack: list[Item] = []
    for position, item in enumerate(items):
        stack.append(item)
        overlaps = position + 1 < len(items) and items[position + 1].start < item.end
        if not overlaps and (position in with_minutes or stack[0].end > item.start):
            yield stack
            stack = []
    if stack:
        yield stack


def _meant(
    headings: Mapping[int, str], vote: Decision, stack: Sequence[Item], items: Sequence[Item]
) -> list[Item]:
    """The items a vote is about."""
    if vote.subject is None:
        return list(stack)
    if same := _numbered(vote.subject, items):
        return same
    if len(stack) == 1:
        return list(stack)
    if MAIN.search(vote.subject) and not AMENDING.search(vote.subject):
        return _with_paper(headings, vote.subject, stack) or [stack[0]]
    return _titled(headings, vote.subject, stack) or [stack[0]]


def _numbered(subject: str, items: Sequence[Item]) -> list[Item]:
    """The items whose numbers the subject names; a single figure is a number only behind `TOP` or `Punkt`."""
    first = NUMBER.search(subject)
    named = {_digits(found) for found in DOTTED.findall(subject)} | ({_digits(first[1])} if first else set())
    for main, low, high in RANGE.findall(subject):
        named |= {f"{_digits(main)}.{number}" for number in range(int(low), int(high) + 1)}
    if PART.match(subject):
        return []
    known: dict[str, Item] = {}
    for item in items:
        known.setdefault(_digits(item.number), item)
    return [known[number] for number in sorted(named) if number in known]


def _heading_texts(doc: Doc) -> dict[int, str]:
    """The heading of each item, by the item's start: up to the next item or the first part of its minutes."""
    text = text_of(doc)
    breaks = sorted(
        {item.start for item in doc._.items} | {s.start for s in doc._.sections if s.kind != "heading"}
    )
    found = {}
    for item in doc._.items:
        at = bisect_right(breaks, item.start)
        found[item.start] = text[item.start : breaks[at] if at < len(breaks) else item.end]
    return found


def _with_paper(headings: Mapping[int, str], subject: str, stack: Sequence[Item]) -> list[Item]:
    """The item in whose heading the paper stands that the subject names."""
    paper = _paper(subject)
    return [item for item in stack if paper and paper in headings[item.start]][:1]


def _titled(headings: Mapping[int, str], subject: str, stack: Sequence[Item]) -> list[Item]:
    """The one item whose heading holds all telling words of the subject."""
    wanted = {word for word in _words(COMMON.sub(" ", PART.sub(" ", subject))) if not word.isdigit()}
    fitting = [item for item in stack if wanted and wanted <= _words(headings[item.start])]
    return fitting if len(fitting) == 1 else []


def _words(text: str) -> set[str]:
    return {word.lower() for word in re.findall(r"\w+", text)}
