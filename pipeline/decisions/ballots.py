"""Who voted how, where a result or the sentences around it say so; nothing is concluded from a count."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from pipeline.decisions.groups import PLAIN, groups_in, is_group
from pipeline.decisions.vocabulary import table
from pipeline.decisions.votes import NUMBERS, number, votes_in
from pipeline.findings import Ballot, PersonMention, Span, VoteOption

WORDS = table("ballots")
BETWEEN = re.compile(WORDS["between"]["expression"] + "*", re.IGNORECASE)
NEAR = 120
"""Characters between the words that tell a vote and the nearest name, and between two names."""
COUNT = re.compile(r"\s*\((\d{1,3})(?:\s*Stimmen?)?\)")
LINE = re.compile(r"^[ \t]*(?P<group>[^:\n\d]{2,60}?)\s*(?::|\s)\s*(?P<counts>[^\n]*\d[^\n]*)$", re.MULTILINE)
OPTIONS: dict[str, VoteOption] = {"yes": "yes", "no": "no", "abstain": "abstain"}
OPPOSITE: dict[VoteOption, VoteOption] = {"no": "yes", "yes": "no"}
STANCE = re.compile(r"(?P<groups>[^;()]*?)\(\s*=\s*(?P<stance>[^()]*?)\s*\)")


@dataclass(frozen=True, slots=True)
class Way:
    """How a text tells an option, before or behind the names."""

    option: VoteOption
    told: re.Pattern[str]
    before: bool


def _ways() -> Iterator[Way]:
    for entry in WORDS["vote"]:
        option = cast(VoteOption, entry["option"])
        for expression in entry["before"]:
            yield Way(option, re.compile(expression), True)
        for expression in entry["after"]:
            yield Way(option, re.compile(expression), False)


WAYS = tuple(_ways())


def ballots_in(text: str, start: int, end: int, people: Sequence[PersonMention]) -> list[Ballot]:
    """How groups and persons voted, as `text[start:end]` says; each once, in the order of the text."""
    found = [*_stances(text, start, end), *_lines(text, start, end)]
    voters = _voters(text, start, end, people)
    for way in WAYS:
        for told in way.told.finditer(text, start, end):
            found.extend(_told(text, way, told, voters))
    return list(_first_of_each(found))


def _voters(
    text: str, start: int, end: int, people: Sequence[PersonMention]
) -> list[tuple[Span, PersonMention | None]]:
    """The groups and persons named, in order; a group in the words of a person is the person's faction."""
    persons = [(Span(start=p.start, end=p.end), p) for p in people if start <= p.start and p.end <= end]
    groups = [
        (group, None)
        for group in groups_in(text, start, end)
        if not any(p.start < group.end and group.start < p.end for p, _ in persons)
        and not re.search(r"[(\[]\s*$", text[max(start, group.start - 2) : group.start])
    ]
    return sorted([*persons, *groups], key=lambda voter: voter[0].start)


def _told(
    text: str, way: Way, told: re.Match[str], voters: Sequence[tuple[Span, PersonMention | None]]
) -> list[Ballot]:
    """The ballots of the unbroken list of voters at the words that tell the vote."""
    chosen = list(_behind(text, told.end(), voters) if way.before else _ahead(text, told.start(), voters))
    stated = told.groupdict().get("n")
    count = number(stated) if stated and (stated.isdigit() or stated.lower() in NUMBERS) else None
    return [
        _ballot(text, span, person, way.option, count if len(chosen) == 1 else None)
        for span, person in chosen
    ]


def _behind(
    text: str, at: int, voters: Sequence[tuple[Span, PersonMention | None]]
) -> Iterator[tuple[Span, PersonMention | None]]:
    for span, person in voters:
        if span.start < at:
            continue
        if span.start - at > NEAR or not BETWEEN.fullmatch(text, at, span.start):
            return
        yield span, person
        at = span.end


def _ahead(
    text: str, at: int, voters: Sequence[tuple[Span, PersonMention | None]]
) -> Iterator[tuple[Span, PersonMention | None]]:
    for span, person in reversed(voters):
        if span.end > at:
            continue
        if at - span.end > NEAR or not BETWEEN.fullmatch(text, span.end, at):
            return
        yield span, person
        at = span.start


def _ballot(
    text: str, span: Span, person: PersonMention | None, option: VoteOption, count: int | None
) -> Ballot:
    own = COUNT.match(text, span.end)
    return Ballot(
        start=span.start,
        end=span.end,
        option=option,
        organization=None if person else " ".join(text[span.start : span.end].split()),
        person=person,
        count=int(own[1]) if own else count,
        rule="person-told" if person else "group-told",
    )


def _stances(text: str, start: int, end: int) -> Iterator[Ballot]:
    """`ABC, DEF gegen GHI (= Ablehnung); JKL (= Enthaltung)`: unknown stances tell nothing."""
    for stance in STANCE.finditer(text, start, end):
        option = next((name for name in OPTIONS if stance["stance"] in WORDS["stances"][name]), None)
        if option is None:
            continue
        at, to = stance.span("groups")
        against = re.search(r"\bgegen\b", text[at:to])
        if against and OPTIONS[option] in OPPOSITE:
            yield from _listed(
                text,
                _line_start(text, at, at + against.start()),
                at + against.start(),
                OPPOSITE[OPTIONS[option]],
            )
        yield from _listed(text, at + (against.end() if against else 0), to, OPTIONS[option])


def _line_start(text: str, at: int, to: int) -> int:
    """Where the list begins: behind the label above it."""
    label = text.rfind(":", at, to)
    return label + 1 if label >= 0 else at


def plain_list(text: str, start: int, end: int) -> list[Ballot]:
    """A list of groups without any vote against: they all voted for it."""
    return list(_listed(text, start, end, "yes"))


def _listed(text: str, start: int, end: int, option: VoteOption) -> Iterator[Ballot]:
    for name in PLAIN.finditer(text, start, end):
        yield Ballot(
            start=name.start(),
            end=name.end(),
            option=option,
            organization=" ".join(name[0].split()),
            rule="group-listed",
        )


def _lines(text: str, start: int, end: int) -> Iterator[Ballot]:
    """Lines of a table of votes by group: `CDU: 10 Ja, 2 Nein`."""
    for line in LINE.finditer(text, start, end):
        if not is_group(line["group"]):
            continue
        votes = votes_in(line["counts"])
        for option, count in (("yes", votes.yes), ("no", votes.no), ("abstain", votes.abstain)):
            if count:
                at, to = line.span("group")
                yield Ballot(
                    start=at,
                    end=to,
                    option=OPTIONS[option],
                    organization=line["group"].strip(),
                    count=count,
                    rule="group-line",
                )


def _first_of_each(found: Iterable[Ballot]) -> Iterator[Ballot]:
    """Each place with each option once; what is told of a person by two ways is told once."""
    seen: set[tuple[int, int, str]] = set()
    for ballot in sorted(found, key=lambda each: (each.start, each.end)):
        key = (ballot.start, ballot.end, ballot.option)
        if key not in seen:
            seen.add(key)
            yield ballot
