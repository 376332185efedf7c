"""The grammar of paper numbers: what a municipality calls its Vorlagen, Drucksachen and Anträge.

A number counts where a word introduces it (`Vorlage: 0417/2021`) or where its form is unmistakable
(`0858/I/61/2019`, `AN/2620/2021`, `2022/0100/1`). Years, dates, phone numbers, plots and plans are none.
A found number is as written, without the full word before it; an abbreviation stays with a short number
(`DS 15/2023`), as the municipalities that use one write it in their own lists.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from pipeline.citations.number_shapes import shapes

WORDS: dict[str, list[str]] = tomllib.loads(
    (Path(__file__).parent / "paper_words.toml").read_text(encoding="utf-8")
)


class Number(NamedTuple):
    """A paper's number at `text[start:end]`; `rule` says how it was told."""

    start: int
    end: int
    rule: str


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def _ends_of_words(words: Iterable[str]) -> str:
    """The words in small letters, capitalised and in capitals: `Vorlage` and the end of `Beschlussvorlage`."""
    return _any(form for word in words for form in (word, word.capitalize(), word.upper()))


YEAR = r"(?:19|20)\d\d"
PART = r"(?:[IVX]{1,5}|[A-ZÄÖÜ]{2,4}|\d{1,6}(?:\.\d{1,2}){0,2})"
ENDS = r"(?![\w/]|[-.,]\d|-[^\W\d])"
STARTS = r"(?<![\w/€§.-])(?<!\d[,:])"
PREFIX = _any(WORDS["prefixes"])
SHORT = rf"(?:{_any(WORDS['abbreviations'])}|(?:{_any(WORDS['abbreviations_with_year'])})(?=[^/]{{0,12}}/[^\s]*{YEAR}))"
DIGITS = rf"\d{{1,6}}(?:[/-]{PART}){{1,5}}(?:\s\d\.\s?Ergänzung)?"
NR = r"(?:[-\s]?(?:Nrn?\b\.?|Nummern?))"

INTRODUCED = re.compile(
    rf"(?:(?:{_ends_of_words(WORDS['words'])})(?:n|en)?{NR}?|(?:{_ends_of_words(WORDS['words_with_nr'])})(?:{NR}|\s[-–]|(?=\s\d{{1,3}}/20\d\d)))"
    rf"\s{{0,3}}(?:[:–-]\s{{0,3}})?"
    rf"(?P<number>(?:\b(?:{SHORT})\.?\s?|\b(?:[A-ZÄÖÜ][A-Za-zÄÖÜ]{{0,4}}[-/]){{1,3}}|\b[A-ZÄÖÜ][A-Za-zÄÖÜ]{{0,4}})?{DIGITS}){ENDS}"
)
ABBREVIATED = re.compile(
    rf"\b(?P<word>{SHORT})(?:(?P<nr>\.?-?\s?Nr\.?)\s*:?|\.?:?)\s?(?P<number>{DIGITS}){ENDS}"
)
NUMBERED = re.compile(
    rf"(?:{_ends_of_words(WORDS['words'])})(?:{NR}:?|:)[^\S\n]{{0,3}}(?P<number>\d{{1,6}})(?=[^\S\n]*(?:\n|$|[(),;]))"
)


def _counted(*kinds: str) -> str:
    """A number counted anew in each period, behind its kind: `NR 13`, `OF 412/3`."""
    words = _any(word for kind in kinds for word in WORDS[kind])
    return rf"(?P<number>(?:{words})[^\S\n]\d{{1,4}}(?:/\d{{1,2}})?){ENDS}"


COUNTED = (
    re.compile(rf"(?:{_ends_of_words(WORDS['words'])})(?:n|en)?[^\S\n]{_counted('counted')}"),
    re.compile(
        rf"(?:{_ends_of_words(WORDS['counted_words'])})\b[^\n]{{0,90}}?\svom\s\d\d?\.\d\d?\.(?:\d\d){{1,2}},\s"
        rf"{_counted('counted', 'counted_with_date')}"
    ),
)
ALSO = re.compile(rf"\s?(?:,|;|und|sowie|bzw\.|&)\s?(?P<number>\d{{1,6}}/{YEAR}){ENDS}")

FORMS = (
    (
        "paper: prefix",
        re.compile(
            rf"{STARTS}[A-ZÄÖÜ][A-Za-zÄÖÜ]{{0,4}}/(?:\d{{2,6}}/{YEAR}|{YEAR}/\d{{2,6}})(?:[-/]\d{{1,2}})?{ENDS}"
            rf"|{STARTS}(?:{PREFIX})-?\d{{3,5}}/(?:{YEAR}|\d\d)(?:[-/]\d{{1,2}})?{ENDS}"
        ),
    ),
    ("paper: parts", re.compile(rf"{STARTS}\d{{1,5}}(?:/{PART}){{1,3}}/{YEAR}{ENDS}")),
    ("paper: year first", re.compile(rf"{STARTS}{YEAR}/(?:\d{{4,5}}|0\d\d)(?:/\d{{1,2}})?{ENDS}")),
    ("paper: year last", re.compile(rf"{STARTS}(?:\d{{4,5}}|0\d\d)/{YEAR}(?:/\d{{1,2}})?{ENDS}")),
)
LONGEST = 12
"""No form has so many letters and digits before its first slash."""
FROM_SLASH = re.compile(r"/\S*")
PERIOD = re.compile(rf"{STARTS}[12]\d-\d{{4}}(?:\.\d{{1,2}}){{0,2}}{ENDS}")
"""`22-0621`: an electoral period and a number, too weak a form to stand by itself."""

OTHER = re.compile(
    rf"(?:\b(?:{_any(WORDS['others'])})\.?\W{{0,3}}(?:Nr\.?\s?)?|\b(?:{_any(WORDS['minutes'])})\s(?:Nr\.?\s?)?"
    r"|\d\s[A-Z][A-Za-z]{0,3}\s)$"
)


def numbers(text: str, known: Iterable[str] = ()) -> list[Number]:
    """The papers' numbers in `text`, in its order; `known` are numbers that agenda headings name."""
    found: dict[int, Number] = {}
    known = tuple(known)
    for number in (*_introduced(text), *_unmistakable(text), *_known(text, known), *_alike(text, known)):
        if not any(other.start < number.end and number.start < other.end for other in found.values()):
            found[number.start] = number
    return _with_proven(text, sorted(found.values()))


def _introduced(text: str) -> Iterator[Number]:
    for match in INTRODUCED.finditer(text):
        yield Number(*match.span("number"), "paper: word")
        yield from _also(text, match.end())
    for match in ABBREVIATED.finditer(text):
        keeps = not match["nr"] and len(re.split("[/-]", match["number"])) == 2
        yield Number(match.start("word" if keeps else "number"), match.end(), "paper: abbreviation")
        yield from _also(text, match.end())
    for match in NUMBERED.finditer(text):
        yield Number(*match.span("number"), "paper: plain number")
    for pattern in COUNTED:
        for match in pattern.finditer(text):
            yield Number(*match.span("number"), "paper: counted")


def _also(text: str, at: int) -> Iterator[Number]:
    """The further numbers of an enumeration (`Drucksachen 3/2020, 4/2020 und 7/2020`)."""
    while match := ALSO.match(text, at):
        yield Number(*match.span("number"), "paper: word")
        at = match.end()


def _unmistakable(text: str) -> Iterator[Number]:
    around = list(_around_slashes(text))
    for rule, form in FORMS:
        for match in (match for start, end in around for match in form.finditer(text, start, end)):
            if not _is_date_or_years(match[0]) and not OTHER.search(
                text, max(0, match.start() - 30), match.start()
            ):
                yield Number(match.start(), match.end(), rule)


def _around_slashes(text: str) -> Iterator[tuple[int, int]]:
    """The stretches that hold a slash, each to the next blank: all forms have one and none has a blank.

    Looking through these only takes a tenth of the time for the whole text.
    """
    end = 0
    for rest in FROM_SLASH.finditer(text):
        yield max(end, rest.start() - LONGEST), rest.end()
        end = rest.end()


def _is_date_or_years(number: str) -> bool:
    """`01/02/2013` is a day, `2019/2024` and `HH/2021/2022` are years."""
    parts = [part for part in number.split("/") if part.isdigit()]
    if len(parts) == 3 and "".join(parts) == number.replace("/", ""):
        return int(parts[0]) <= 31 and int(parts[1]) <= 12 and max(map(len, parts[:2])) <= 2
    years = [int(part) for part in parts if re.fullmatch(YEAR, part)]
    return len(years) == 2 and years[0] < years[1] <= years[0] + 15


def _known(text: str, known: Iterable[str]) -> Iterator[Number]:
    written = [number for number in known if re.search(r"\d[/-]\w", number) and not _is_date_or_years(number)]
    if written:
        for match in re.finditer(rf"(?<![\w/-])(?:{_any(written)}){ENDS}", text):
            yield Number(match.start(), match.end(), "paper: agenda")


def _alike(text: str, known: Iterable[str]) -> Iterator[Number]:
    """Numbers of the shape that known ones have."""
    for shape in shapes(known):
        for match in re.finditer(rf"{STARTS}{shape}{ENDS}", text):
            before = OTHER.search(text, max(0, match.start() - 30), match.start())
            if not before and not _is_date_or_years(match[0].replace("-", "/")):
                yield Number(match.start(), match.end(), "paper: learned form")


def _with_proven(text: str, found: list[Number]) -> list[Number]:
    """Add bare `22-0621`s where an introduced number shows that this is how papers are numbered here."""
    if not any(PERIOD.search(text, number.start, number.end) for number in found):
        return found
    covered = {at for number in found for at in range(number.start, number.end)}
    bare = [
        Number(*m.span(), "paper: proven form") for m in PERIOD.finditer(text) if m.start() not in covered
    ]
    return sorted([*found, *bare])
