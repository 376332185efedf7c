"""How many could vote on an item: those on the attendance list, less those not there yet, gone, or taking no part."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from pipeline.decisions.vocabulary import table
from pipeline.findings import Attendee, Item

WORDS = table("quorum")
NOT_VOTING = re.compile(rf"\b(?:{'|'.join(WORDS['not_voting'])})")
LEGAL = [re.compile(pattern) for pattern in WORDS["numbers"]["legal"]]
PRESENT = [re.compile(pattern) for pattern in WORDS["numbers"]["present"]]
ABSENCE = re.compile(rf"\b(?:{'|'.join(WORDS['absence']['words'])})\b")
ITEM_NUMBER = re.compile(r"(?:TOP|Top|Punkt|Ziffer)\s*(\d+(?:\.\d+)*)")
BEHIND = re.compile(r"\bnach\b")
FRONT = 6000
"""The number of members stands in the head of the minutes, within so many letters."""


class Voters(NamedTuple):
    """At least and at most so many could vote on an item."""

    least: int
    most: int


def voters(
    attendees: Sequence[Attendee], items: Sequence[Item], item: Item | None, text: str
) -> Voters | None:
    """Who could vote on an item by the attendance list; None where the list names nobody who may vote.

    Whoever may have come or gone by then, and a chair or an official who votes in some councils only, count for the
    most alone; so do as many as the item's own text says did not take part.
    """
    listed = [one for one in attendees if one.status == "present" and not _is_other(one)]
    is_member = _membership(listed)
    there = [(one, _is_there(one, items, item)) for one in listed]
    missing = len(ABSENCE.findall(text[item.start : item.end])) if item else 0
    least = sum(present is True and is_member(one) for one, present in there) - missing
    most = sum(present is not False for _, present in there)
    return Voters(max(0, least), most) if any(map(is_member, listed)) else None


def _is_other(attendee: Attendee) -> bool:
    """Whether they sit at the table without a vote."""
    told = " ".join(filter(None, (attendee.role, attendee.name.office)))
    return bool(NOT_VOTING.search(told)) and not attendee.name.faction


def _membership(listed: Sequence[Attendee]) -> Callable[[Attendee], bool]:
    """What shows a member in this list: a faction where the list names factions, else to stand there as nothing else.

    Under a heading of members stand those with an advisory voice too, so it counts where nothing better shows them.
    """
    if any(one.name.faction for one in listed):
        return lambda one: one.name.faction is not None
    if any(one.role is None and one.name.office is None for one in listed):
        return lambda one: one.role is None and one.name.office is None
    return lambda one: one.role == "Mitglied"


def _is_there(attendee: Attendee, items: Sequence[Item], item: Item | None) -> bool | None:
    """Whether somebody is there at an item; None where the list does not let one tell."""
    if not attendee.from_item and not attendee.until_item:
        return True
    at = _position(items, item.number if item else None)
    come, gone = _bound(items, attendee.from_item), _bound(items, attendee.until_item)
    if at is None or (attendee.from_item and come is None) or (attendee.until_item and gone is None):
        return None
    if come is not None and at <= come:
        return None if at == come else False
    if gone is not None and at >= gone:
        return None if at == gone else False
    return True


def _bound(items: Sequence[Item], told: str | None) -> int | None:
    """The position of the item that an arrival or departure names; behind it, with `nach`, as good as at it."""
    match = ITEM_NUMBER.search(told or "")
    return _position(items, match[1]) if match else None


def _position(items: Sequence[Item], number: str | None) -> int | None:
    wanted = _digits(number)
    return next((at for at, item in enumerate(items) if wanted and _digits(item.number) == wanted), None)


def _digits(number: str | None) -> str | None:
    match = re.search(r"\d+(?:\.\d+)*", number or "")
    return match[0] if match else None


def legal_members(text: str) -> tuple[int, int, int] | None:
    """The number of members that the head of the minutes gives, with its place; None where it gives none."""
    return _first(LEGAL, text, 0, FRONT)


def stated_present(text: str, item: Item | None) -> tuple[int, int, int] | None:
    """The number of those present that an item's own text gives, with its place."""
    return _first(PRESENT, text, item.start, item.end) if item else None


def _first(
    patterns: Sequence[re.Pattern[str]], text: str, start: int, end: int
) -> tuple[int, int, int] | None:
    for pattern in patterns:
        if match := pattern.search(text, start, end):
            return int(match[1]), match.start(), match.end()
    return None
