"""Deadlines: `bis Ende 2022`, `innerhalb von drei Monaten`, `bis zur nächsten Sitzung`.

The last day on which something is in time, where the text and the day it was said determine one.
"""

from __future__ import annotations

import datetime
import re
import tomllib
from calendar import monthrange
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from db.records.dates import MONTH, MONTHS, full_year, iso

WORDS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("deadlines.toml").read_text(encoding="utf-8"))
QUARTERS: dict[str, int] = WORDS["quarters"]
SEASONS: dict[str, int] = WORDS["seasons"]


class Deadline(NamedTuple):
    """A deadline at `text[start:end]`; `value` is `2022-12-31`, `2022` where only the year is said, None where the
    text does not determine a day.

    A weak one (`zum 1. Mai 2022`) may as well be the day something began.
    """

    start: int
    end: int
    value: str | None
    weak: bool


def _any(words: Any) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def _either_case(words: list[str]) -> str:
    return "|".join(f"[{word[0].upper()}{word[0].lower()}]{re.escape(word[1:])}" for word in words)


STRONG = _either_case(WORDS["leads"]["strong"])
LEAD = (
    rf"\b(?P<lead>(?:{STRONG}|{_either_case(WORDS['leads']['weak'])}|[Ee]nde[nt]?\s+am|läuft\s+(?:am|zum))"
    rf"(?:\s+(?:{_any(WORDS['leads']['inside'])})\b|:){{0,3}})\s+"
)
COUNT = rf"(?P<count>\d{{1,2}}|{_any(WORDS['counts'])})"
WHEN = re.compile(
    rf"{LEAD}(?:"
    rf"(?P<day>\d{{1,2}})\.\s?(?:(?P<month>\d{{1,2}})\.|(?P<name>{MONTH})\b\.?)(?:\s?(?P<year>20\d\d|\d\d(?![.:\d]))\b)?"
    rf"|(?:(?:Ende|Abschluss)\s+(?:des\s+|vom\s+)?)?(?P<quarter>{_any(QUARTERS)})\s*(?:Quartals?|Vierteljahre?s?)"
    r"(?:\s+(?:des\s+Jahres\s+)?(?P<qyear>20\d\d))?"
    rf"|(?P<part>Ende|Mitte|Anfang)\s+(?:de[sm]\s+)?(?:"
    rf"(?P<of>{MONTH})\b(?:\s+(?:des\s+Jahres\s+)?(?P<myear>20\d\d))?"
    r"|(?P<year_word>(?:(?:diese[sn]|laufenden|aktuellen)\s+)?Jahres)(?:\s+(?P<jyear>20\d\d))?|(?P<pyear>20\d\d))"
    rf"|(?P<season>{_any(SEASONS)})\b(?:\s+(?P<syear>20\d\d))?"
    r"|(?:Jahre?s?\s+)?(?P<bare>20\d\d)"
    r")(?!\w|[./-]\d)"
)
WITHIN = re.compile(
    rf"\b(?:(?:[Ii]nnerhalb|[Bb]innen|[Ii]nnert)(?:\s+von)?|[Ii]n\s+(?:spätestens|den\s+nächsten))\s+(?:der\s+nächsten\s+)?{COUNT}\s+(?P<length>{_any(WORDS['lengths'])})\b"
)
OCCASION = re.compile(
    r"\b(?:[Bb]is\s+(?:spätestens\s+)?(?:zu[rmn]?|nach|vor|(?=Ende|Abschluss|Beginn))|(?:[Ss]pätestens\s+)?(?:[Ii]n|[Zz]u|[Vv]or|[Nn]ach)|[Zz]u[rm])\s*"
    r"(?:(?:de[rnm]|den|eine[rm]|einem|unsere[rm])\s+)?(?:(?:Ende|Abschluss|Beginn)\s+de[rs]\s+)?(?:(?P<next>nächste[rnm]?|nächstfolgende[rn]|kommende[rnm]?|übernächste[rn]|folgende[rn])\s+)?"
    rf"(?:[A-ZÄÖÜ][\w-]*-\s+und\s+)?(?P<noun>(?:[A-ZÄÖÜ][\w-]*)?(?i:{_any(WORDS['occasions']['nouns'])})s?)\b(?:\s+20\d\d\b)?"
)
AT_ONCE = re.compile(r"\b(?:umgehend|unverzüglich|schnellstmöglich|zeitnah|kurzfristig|baldmöglichst)\b")
EVERY_YEAR = re.compile(
    r"\s*(?:des\s+(?:Folgejahres|jeweiligen|darauffolgenden|nächsten)|(?:eines\s+)?jede[ns]\s+Jahres|jährlich)"
)
YEAR_END = re.compile(r"\b(?:noch\s+)?(?:in\s+diesem|im\s+laufenden|dieses)\s+Jahr(?:es)?\b")


def deadlines(text: str, start: int, end: int, said: str | None = None) -> Iterator[Deadline]:
    """The deadlines between two places of a text that name a day or a year; `said` is the day they were said on,
    by which a day without a year gets its own."""
    for match in WHEN.finditer(text, start, end):
        value = _value(match, said)
        if value or match["day"] or match["season"] or match["part"] or match["quarter"]:
            weak = match["lead"].lower().split()[0] in WORDS["leads"]["weak"]
            yield Deadline(match.start(), match.start() + len(match[0].rstrip()), value, weak)


def terms(text: str, start: int, end: int, said: str | None = None) -> list[Deadline]:
    """All deadlines between two places, in order, those without a day too: `bis zur nächsten Sitzung`, `umgehend`."""
    found = list(deadlines(text, start, end, said))
    for match in WITHIN.finditer(text, start, end):
        found.append(Deadline(*match.span(), _after(match, said), False))
    for match in YEAR_END.finditer(text, start, end):
        found.append(Deadline(*match.span(), f"{said[:4]}-12-31" if said else None, False))
    for match in OCCASION.finditer(text, start, end):
        if match["next"] or match[0][:3].lower() in ("bis", "spä"):
            found.append(Deadline(*match.span(), None, False))
    found += [Deadline(*match.span(), None, True) for match in AT_ONCE.finditer(text, start, end)]
    return _apart(sorted(found))


def _apart(found: list[Deadline]) -> list[Deadline]:
    """Without those that begin inside the one before."""
    kept: list[Deadline] = []
    for deadline in found:
        if not kept or deadline.start >= kept[-1].end:
            kept.append(deadline)
    return kept


def _value(match: re.Match[str], said: str | None) -> str | None:
    if EVERY_YEAR.match(match.string, match.end()):
        return None
    if match["day"]:
        return _on_day(match, said)
    if match["quarter"]:
        return _end_of(match["qyear"], said, 3 * QUARTERS[match["quarter"]])
    if match["part"]:
        return _part(match, said)
    if match["season"]:
        return _end_of(match["syear"], said, SEASONS[match["season"]])
    return match["bare"] if re.match(r"[Bb]is|[Ss]pätestens", match["lead"]) else None


def _on_day(match: re.Match[str], said: str | None) -> str | None:
    month = MONTHS[match["name"]] if match["name"] else int(match["month"])
    if match["year"]:
        return iso(full_year(match["year"]), month, int(match["day"]))
    if not said:
        return None
    year = int(said[:4])
    found = iso(year, month, int(match["day"]))
    return found if found and found >= said else iso(year + 1, month, int(match["day"]))


def _part(match: re.Match[str], said: str | None) -> str | None:
    """The end or the middle of a month or year; where its beginning ends nobody says."""
    year = match["myear"] or match["jyear"] or match["pyear"]
    if match["part"] == "Anfang":
        return None
    if not match["of"]:
        return _end_of(year, said, 12 if match["part"] == "Ende" else 6)
    last = _end_of(year, said, MONTHS[match["of"]])
    return f"{last[:8]}15" if last and match["part"] == "Mitte" else last


def _end_of(year: str | None, said: str | None, month: int) -> str | None:
    """The last day of a month, of the next such month where no year is named; None where that cannot be told."""
    if year:
        number = int(year)
    elif said:
        number = int(said[:4]) + (month < int(said[5:7]))
    else:
        return None
    return f"{number}-{month:02}-{monthrange(number, month)[1]:02}"


def _after(match: re.Match[str], said: str | None) -> str | None:
    """The day that lies so long after the one it was said on."""
    if not said:
        return None
    count = int(match["count"]) if match["count"].isdigit() else int(WORDS["counts"][match["count"]])
    day = datetime.date.fromisoformat(said[:10])
    match WORDS["lengths"][match["length"]]:
        case "d":
            return (day + datetime.timedelta(days=count)).isoformat()
        case "w":
            return (day + datetime.timedelta(weeks=count)).isoformat()
        case "y":
            count *= 12
    months = day.year * 12 + day.month - 1 + count
    year, month = divmod(months, 12)
    return f"{year}-{month + 1:02}-{min(day.day, monthrange(year, month + 1)[1]):02}"
