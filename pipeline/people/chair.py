"""Who presides at a place of the text: the chair of the head or the list, until somebody else takes the chair."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.findings import Attendee, Item, Name, PersonMention

_CHAIR = (
    r"(?:(?:Sitzungs|Rats|Ausschuss)?[Vv]orsitz|(?:Sitzungs|Versammlungs)leitung"
    r"|Leitung\sder\s(?:Rats)?[Ss]itzung)"
)
_HANDS_OVER = re.compile(
    rf"\b(?:übergibt|übergab|überträgt|übertrug|gibt|gab)\b[^.!?]*?\b{_CHAIR}\b[^.!?]*?\ban\b", re.DOTALL
)
_TAKES_OVER = re.compile(rf"\b(?:übernimmt|übernahm|führt|führte|hat|hatte)\b[^.!?]*?\b{_CHAIR}\b", re.DOTALL)
_IS_TAKEN = re.compile(rf"\b{_CHAIR}\b[^.!?]*?\b(?:übernimmt|übernahm|führt|führte|hat|hatte)\b", re.DOTALL)
_BACK = re.compile(r"\bwieder\b|\berneut\b|\bzurück\b")
_OFFERED = re.compile(_CHAIR)


@dataclass(frozen=True, slots=True)
class Term:
    """Somebody presides in `start:end`; nobody known where `name` is None."""

    start: int
    end: int
    name: Name | None


class Chair:
    """Answers who presides at an offset."""

    def __init__(
        self, usual: Name | None, attendees: Iterable[Attendee], items: Sequence[Item], terms: Iterable[Term]
    ) -> None:
        self.usual = usual
        self.listed = [one for one in attendees if one.role == "Vorsitz" and one.status == "present"]
        self.items = items
        self.terms = tuple(terms)

    def at(self, offset: int) -> Name | None:
        """Who presides there; None where that is not told."""
        for term in reversed(self.terms):
            if term.start <= offset < term.end:
                return term.name
        if not any(one.only_items or one.not_items for one in self.listed):
            return self.usual
        number = next((item.number for item in self.items if item.start <= offset < item.end), None)
        there = [one.name for one in self.listed if _presides(one, number)]
        return there[0] if len(there) == 1 else None


def _presides(attendee: Attendee, number: str | None) -> bool:
    shown = ".".join(re.findall(r"\d+", number or ""))
    if attendee.only_items:
        return shown in attendee.only_items
    return shown not in attendee.not_items


def terms_in(
    text: str,
    sentences: Iterable[tuple[int, int]],
    mentions: Sequence[PersonMention],
    items: Sequence[Item],
) -> Iterator[Term]:
    """What sentences say of who takes the chair; it holds to the end of the agenda item, or until it is taken back."""
    for start, end in sentences:
        words = text[start:end]
        if not _OFFERED.search(words):
            continue
        inside = [mention for mention in mentions if start <= mention.start < end]
        taken = _taker(words, start, inside)
        if taken is not None:
            item = next((item for item in items if item.start <= start < item.end), None)
            yield Term(end, item.end if item else len(text), taken.name if taken.name.family_name else None)


def _taker(words: str, start: int, mentions: Sequence[PersonMention]) -> PersonMention | None:
    """The person who has the chair after the sentence, by name or role; None where it tells of no change."""
    if given := _HANDS_OVER.search(words):
        return _first(mentions, start + given.end()) or _NOBODY
    if _BACK.search(words) and (_TAKES_OVER.search(words) or _IS_TAKEN.search(words)):
        return mentions[0] if mentions else None
    if taken := _TAKES_OVER.search(words):
        before = [mention for mention in mentions if mention.end <= start + taken.start()]
        return before[-1] if before else None
    if led := _IS_TAKEN.search(words):
        return _first(mentions, start + led.end())
    return None


_NOBODY = PersonMention(start=0, end=0, name=Name())


def _first(mentions: Sequence[PersonMention], offset: int) -> PersonMention | None:
    """The first person named behind an offset, else the first role there."""
    behind = [mention for mention in mentions if mention.start >= offset]
    return next((m for m in behind if m.name.family_name), behind[0] if behind else None)
