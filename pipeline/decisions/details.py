"""What the minutes tell of a vote beside its counts: who voted how, who took no part, what candidates received."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from pipeline.decisions.ballots import WAYS, ballots_in, plain_list
from pipeline.decisions.elections import candidacies_in, invalid_in, is_election
from pipeline.decisions.groups import is_list_of_groups
from pipeline.decisions.voters import persons_of
from pipeline.decisions.votes import is_secret
from pipeline.extensions import text_of
from pipeline.findings import Ballot, Decision, PersonMention, Span

BEHIND = 400
"""Characters behind a result in which sentences may go on to tell who voted how."""
NEAR = 200
LOOKS_BACK = re.compile(
    r"^[^.;]*\b(?:hat|haben|hatte|hatten)\b[^.;]*\bnicht\s+(?:mitge|teilge)|^[^.;]*\b(?:war|waren)\b"
)
"""What is told in the perfect is told of the vote before; "nimmt nicht teil" of the vote to come."""
HINT = re.compile(
    r"[Bb]efangen|[Aa]bwesend|\bnicht (?:mit\b|mitge|mit teil|teil|anwesend|zugegen|im)|\bfehlte?n? bei"
)
ELECTION = 3000
"""Characters before the result of an election in which its votes are counted."""
SENTENCE = re.compile(r"\s*([^.!?\n]*(?:\n[^.!?\n]+)*[.!?])")


def detailed(doc: Doc, decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions with their details; those that tell a vote again have none of their own."""
    found = sorted(decisions, key=lambda each: (each.start, each.end))
    counted = [each for each in found if not each.again]
    people = persons_of(doc) if counted else []
    rooms = {id(each): _room(doc, counted, at) for at, each in enumerate(counted)}
    return [each if each.again else _with_details(doc, each, rooms[id(each)], people) for each in found]


def _room(doc: Doc, counted: Sequence[Decision], at: int) -> Span:
    """Where the minutes may tell of a vote: from the vote before it to the next, within the item."""
    here = counted[at]
    item = next((item for item in reversed(doc._.items) if item.start <= here.start < item.end), None)
    start = max(item.start if item else here.start - BEHIND, counted[at - 1].end if at else 0)
    end = item.end if item else here.end + BEHIND
    if at + 1 < len(counted):
        end = min(end, counted[at + 1].start)
    return Span(start=min(max(start, 0), here.start), end=max(min(end, len(text_of(doc))), here.end))


def _with_details(doc: Doc, told: Decision, room: Span, people: Sequence[PersonMention]) -> Decision:
    text = text_of(doc)
    start = _result_start(text, told)
    end = _told_until(text, told.end, room.end)
    near = [person for person in people if room.start <= person.start and person.end <= room.end]
    ballots = [
        *ballots_in(text, start, end, near),
        *_all_for(text, told, start),
        *_aside(text, told, room, near),
    ]
    if not is_election(text[start : told.end]):
        return replace(told, ballots=_sorted(ballots))
    begin = max(room.start, told.start - ELECTION)
    election = text[begin:end]
    return replace(
        told,
        ballots=_sorted(ballots),
        candidacies=tuple(candidacies_in(text, begin, end, near)),
        votes_invalid=told.votes_invalid if told.votes_invalid is not None else invalid_in(election),
        secret=told.secret if told.secret is not None else is_secret(election),
    )


def _result_start(text: str, told: Decision) -> int:
    """Where the result begins: behind the decided text, where that stands before a label."""
    at = text.rfind(told.result, told.start, told.end) if told.rule.startswith("label") else -1
    return at if at >= 0 else told.start


def _told_until(text: str, end: int, limit: int) -> int:
    """The end of the sentences behind a result that go on to tell who voted how."""
    limit = min(limit, end + BEHIND)
    while (sentence := SENTENCE.match(text, end, limit)) and any(
        way.told.search(text, *sentence.span(1)) for way in WAYS
    ):
        end = sentence.end()
    return end


def _all_for(text: str, told: Decision, start: int) -> list[Ballot]:
    """A result that is nothing but a list of groups: they voted for it."""
    listed = told.rule == "label" and told.outcome == "accepted" and is_list_of_groups(told.result)
    return plain_list(text, start, told.end) if listed else []


def _aside(text: str, told: Decision, room: Span, people: Sequence[PersonMention]) -> Iterator[Ballot]:
    """Who took no part: told before the vote, or looking back behind it ("Herr Muster hat nicht mitgestimmt.")."""
    for start, end, behind in ((room.start, told.start, False), (told.end, room.end, True)):
        for ballot in _of_sentences(text, start, end, people):
            if _takes_no_part(ballot) and behind == bool(
                LOOKS_BACK.search(text, ballot.end, min(ballot.end + NEAR, end))
            ):
                yield ballot


def _of_sentences(text: str, start: int, end: int, people: Sequence[PersonMention]) -> Iterator[Ballot]:
    """The ballots of the few sentences that may tell of somebody who took no part."""
    done = start
    for hint in HINT.finditer(text, start, end):
        if hint.start() < done:
            continue
        at, done = (
            max(done, text.rfind("\n\n", start, hint.start()), hint.start() - BEHIND),
            min(hint.end() + NEAR, end),
        )
        yield from ballots_in(text, at, done, [p for p in people if at <= p.start and p.end <= done])


def _takes_no_part(ballot: Ballot) -> bool:
    return ballot.option in ("not_taking_part", "absent") and ballot.person is not None


def _sorted(ballots: Sequence[Ballot]) -> tuple[Ballot, ...]:
    once = {(each.start, each.end, each.option): each for each in ballots}
    return tuple(sorted(once.values(), key=lambda each: (each.start, each.end)))
