"""The agenda at the front held against the items behind it: what is left out, set down, moved or not listed.

Only public entries count, as public minutes leave the others out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.findings import Doubt, Item
from pipeline.structure.agenda import Agenda, Entry
from pipeline.structure.lines import Line

SET_DOWN = re.compile(
    r"[-–(]\s*(?:abgesetzt|zurückgezogen|vertagt|verschoben|entfällt|entfallen)\b", re.IGNORECASE
)
ADVICE = "compare the agenda with the minutes; the item may be missing in the document or its heading unknown"


def missing(agenda: Agenda, items: Sequence[Item]) -> list[Entry]:
    """The public entries without minutes of their own; a group whose parts have minutes is not missing."""
    dealt = {_digits(item.number) for item in items}
    return [
        entry
        for entry in agenda.entries
        if entry.public and not any(_is_part(number, _digits(entry.number)) for number in dealt)
    ]


def mismatches(agenda: Agenda, items: Sequence[Item], lines: Sequence[Line]) -> Iterator[Doubt]:
    """What an editor should look at; nothing where agenda and items have no number in common."""
    listed = [_digits(entry.number) for entry in agenda.entries]
    if not {_digits(item.number) for item in items} & set(listed):
        return
    for entry in missing(agenda, items):
        yield _left_out(entry, lines)
    yield from _not_listed(listed, items)
    yield from _moved(listed, items)
    yield from _gaps(agenda, lines)


def _left_out(entry: Entry, lines: Sequence[Line]) -> Doubt:
    line = lines[entry.line]
    set_down = SET_DOWN.search(" ".join(entry.title))
    told = "is set down on the agenda" if set_down else "is on the agenda, but no minutes of it were found"
    return Doubt(message=f"item {entry.number} {told}", advice=ADVICE, start=line.start, end=line.end)


def _not_listed(listed: Sequence[str], items: Sequence[Item]) -> Iterator[Doubt]:
    for item in items:
        number = _digits(item.number)
        if number and item.public and not any(_is_part(number, known) for known in listed):
            message = f"item {item.number} has minutes, but is not on the agenda"
            yield Doubt(message=message, advice=ADVICE, start=item.start, end=item.end)


def _moved(listed: Sequence[str], items: Sequence[Item]) -> Iterator[Doubt]:
    """Items dealt with later than one that the agenda lists behind them."""
    latest = -1
    for item in items:
        number = _digits(item.number)
        if not item.public or number not in listed:
            continue
        place = listed.index(number)
        if place < latest:
            message = (
                f"item {item.number} was dealt with after item {listed[latest]}, which is listed behind it"
            )
            yield Doubt(
                message=message, advice="the order was changed in the meeting", start=item.start, end=item.end
            )
        latest = max(latest, place)


def _gaps(agenda: Agenda, lines: Sequence[Line]) -> Iterator[Doubt]:
    """Main numbers that the public agenda leaves out."""
    before = 0
    for entry in agenda.entries:
        number = _digits(entry.number)
        if not entry.public or not number.isdigit():
            continue
        if before and int(number) > before + 1:
            line = lines[entry.line]
            message = f"the agenda goes from item {before} to item {number}"
            yield Doubt(message=message, advice=ADVICE, start=line.start, end=line.end)
        before = int(number)


def _is_part(number: str, of: str) -> bool:
    """Whether a number is another or one below it (`3.1` of `3`)."""
    return number == of or number.startswith(f"{of}.")


def _digits(number: str | None) -> str:
    return ".".join(re.findall(r"\d+", number or ""))
