"""When something began or ended: `seit August 2020`, `im Mai 2022 in Kraft`, `befristet bis 31.12.2027`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from db.records.dates import MONTH, MONTHS
from pipeline.ozg.catalogue import read

WORDS = read("ledger.toml")["time"]
WHEN = (
    r"(?:(?P<day>\d{1,2})\.\s?(?:(?P<month>\d{1,2})\.\s?|(?P<name>" + MONTH + r")\s+)"
    r"|(?P<of>"
    + MONTH
    + r")\s+|(?:"
    + "|".join(WORDS["seasons"])
    + r")\s+(?:des Jahres\s+)?)?(?P<year>(?:19|20)\d\d)(?!\w|[./-]\d)"
)
SINCE = re.compile(rf"\b(?:{'|'.join(sorted(WORDS['since'], key=len, reverse=True))})\s+{WHEN}")
AT = re.compile(rf"(?<![Bb]is )\b(?:{'|'.join(sorted(WORDS['at'], key=len, reverse=True))})\s+{WHEN}")
ENACTED = re.compile(rf"(?<=[Gg]esetzes\svom\s){WHEN}|(?<=OZG\)\svom\s){WHEN.replace('?P<', '?P<z_')}")
IN_FORCE = re.compile(rf"{WHEN}(?=\s+in\s+Kraft)")
BEGAN = re.compile("|".join(WORDS["began"]))
ENDED = re.compile("|".join(WORDS["ended"]))


UNREAL = re.compile(r"\b(?:hätten?|wären?)\b[^.]*\bsollen\b")
"""What should have begun has not."""


class Point(NamedTuple):
    """A point in time at `text[start:end]`, as a day, a month (`2020-08`) or a year."""

    start: int
    end: int
    kind: Literal["begin", "end"]
    value: str


def points(text: str, start: int, end: int) -> Iterator[Point]:
    """The beginnings and ends that a sentence tells."""
    if UNREAL.search(text, start, end):
        return
    taken: set[int] = set()
    patterns = [SINCE, ENACTED, IN_FORCE]
    if BEGAN.search(text, start, end):
        patterns.append(AT)
    for pattern in patterns:
        for match in pattern.finditer(text, start, end):
            value = _value(match)
            if value and match.end() not in taken:
                taken.add(match.end())
                yield Point(match.start(), match.end(), "begin", value)


def is_end(text: str, start: int, end: int) -> bool:
    """Whether a sentence says that something ends, so that its `bis` is no deadline."""
    return bool(ENDED.search(text, start, end))


def _value(match: re.Match[str]) -> str | None:
    told = {name.removeprefix("z_"): said for name, said in match.groupdict().items() if said}
    month = MONTHS.get(told.get("name") or told.get("of") or "") or int(told.get("month") or 0)
    if month > 12:
        return None
    parts = [told["year"]]
    if month:
        parts.append(f"{month:02}")
        if "day" in told:
            parts.append(f"{int(told['day']):02}")
    return "-".join(parts)
