"""Deadlines: `bis Ende 2022` and `Ende des ersten Quartals 2021` as days, `bis zum Jahr 2022` as a year."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.ozg.catalogue import read

WORDS = read("facts.toml")
MONTHS: dict[str, int] = WORDS["months"]
QUARTERS: dict[str, int] = WORDS["quarters"]


class Deadline(NamedTuple):
    """A deadline at `text[start:end]`; `value` is `2022-12-31`, or `2022` where only the year is said.

    A weak one (`zum 1. Mai 2022`) may as well be the day something began.
    """

    start: int
    end: int
    value: str
    weak: bool


LEAD = (
    r"\b(?P<lead>(?:[Bb]is|[Ss]pätestens|[Vv]oraussichtlich|[Zz]um|[Ff]rist(?:ende)?|[Ss]tichtag|[Aa]blauf|[Ee]nde[nt]?\s+am|läuft\s+(?:am|zum))"
    r"(?:\s+(?:spätestens|voraussichtlich|zum|zu|zur|des|dem|der|am|im|in|einschließlich|Ablauf|Stichtag|Frist)|:){0,3})\s+"
)
QUARTER = rf"(?:{'|'.join(map(re.escape, QUARTERS))})\s*(?:Quartals?|Vierteljahres?)"
MONTH = "|".join(MONTHS)
WHEN = re.compile(
    rf"{LEAD}(?:(?P<day>\d{{1,2}})\.\s?(?:(?P<month>\d{{1,2}})\.\s?|(?P<name>{MONTH})\s+)"
    rf"|(?:(?:Ende|Abschluss)\s+(?:des\s+|vom\s+)?)?(?P<quarter>{QUARTER})\s+(?:des\s+Jahres\s+)?"
    rf"|(?P<part>Ende|Mitte)\s+(?:des\s+Jahres\s+|des\s+|dem\s+)?(?:(?P<of>{MONTH})\s+)?"
    r"|(?P<end>Jahresende|Jahresablauf)\s+|(?:Jahre?\s+)?)"
    r"(?P<year>20\d\d)(?!\w|[./-]\d)"
)


def deadlines(text: str, start: int, end: int) -> Iterator[Deadline]:
    """The deadlines between two places of a text."""
    for match in WHEN.finditer(text, start, end):
        if value := _value(match):
            yield Deadline(*match.span(), value, match["lead"].lower() == "zum")


def _value(match: re.Match[str]) -> str | None:
    year = int(match["year"])
    if match["day"]:
        return _day(year, MONTHS.get(match["name"] or "") or int(match["month"] or 0), int(match["day"]))
    if match["quarter"]:
        return _end_of(year, 3 * QUARTERS[match["quarter"].split()[0]])
    if match["of"]:
        month = MONTHS[match["of"]]
        return _end_of(year, month) if match["part"] == "Ende" else _day(year, month, 15)
    if match["part"] or match["end"]:
        return _end_of(year, 6 if match["part"] == "Mitte" else 12)
    return str(year) if re.match(r"[Bb]is|[Ss]pätestens", match["lead"]) else None


def _end_of(year: int, month: int) -> str:
    return f"{year}-{month:02}-{monthrange(year, month)[1]:02}"


def _day(year: int, month: int, day: int) -> str | None:
    return (
        f"{year}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1] else None
    )
