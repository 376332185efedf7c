"""Sums of money: `rund 1,5 Mio. €`, `12.500,00 Euro`, `50.000,-- EUR`, `zwei Millionen Euro`, with what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.findings import Amount
from pipeline.following.vocabulary import MONEY, any_of

CURRENCY_OF = {form: currency for currency, forms in MONEY["currencies"].items() for form in forms}
SCALE_OF = {form: int(cents) for cents, forms in MONEY["scales"].items() for form in forms}
BOUND_OF = {form: bound for bound, forms in MONEY["bounds"].items() for form in forms}
KIND_OF = {word: kind for kind, words in MONEY["kinds"].items() for word in words}
NUMBERS: dict[str, int] = MONEY["numbers"]

CENTS = 100
NEAR = 110
"""So many letters before a sum, and half as many behind it, may name what it is."""

NUMBER = r"(?P<number>\d{1,3}(?:[.\u202f\xa0 ]\d{3})+(?:,\d{1,2})?|\d{1,3}(?:'\d{3})+(?:[.,]\d{2})?|\d+(?:,\d{1,3})?)"
BOUND = rf"(?:(?P<bound>{any_of(BOUND_OF)})\s+)?"
CURRENCY = rf"(?P<currency>{any_of(CURRENCY_OF)})(?!\w)"
SCALE = rf"(?P<scale>{any_of(SCALE_OF)})"
SUM = re.compile(
    rf"(?<![\w.,/§-]){BOUND}(?:"
    rf"{NUMBER}(?:,?[-–—=]{{1,2}}|,00)?\s*(?:{SCALE}\s*)?{CURRENCY}"
    rf"|(?P<word>{any_of(NUMBERS)})\s+(?P<word_scale>Millionen|Million|Milliarden|Milliarde)\s+(?P<word_currency>{any_of(CURRENCY_OF)})(?!\w)"
    r")"
)
BEFORE_NUMBER = re.compile(
    rf"(?<![\w.,]){BOUND}(?P<currency>€|EUR|CHF)\s?(?P<number>\d{{1,3}}(?:\.\d{{3}})+(?:,\d{{1,2}})?|\d+(?:,\d{{1,2}})?)(?:,[-–]{{1,2}})?(?![\w])(?!\s*(?:€|EUR|Euro|DM))"
)
MENTION = re.compile(rf"(?:{any_of(CURRENCY_OF)})(?!\w)")
"""What a sentence must hold to hold a sum."""
KIND = re.compile(rf"(?<!\w)(?P<whole>[\w-]*?(?i:(?P<end>{any_of(KIND_OF)})))(?!\w)")
PER = re.compile(
    rf"\s*(?:/\s?|(?:pro|je|per)\s(?:angefangene[nr]?\s)?)(?P<unit>{any_of(MONEY['per']['words'])})(?!\w)|\s*(?P<adverb>{any_of(MONEY['per']['adverbs'])})(?!\w)"
)
ADVERB_BEFORE = re.compile(rf"(?P<adverb>{any_of(MONEY['per']['adverbs'])})\s+(?:\w+\s+)?$")


def amounts(text: str, start: int, end: int) -> Iterator[Amount]:
    """The sums in one sentence, in order."""
    matches = sorted(
        [*SUM.finditer(text, start, end), *BEFORE_NUMBER.finditer(text, start, end)],
        key=lambda one: one.start(),
    )
    at = start
    for place, match in enumerate(matches):
        if match.start() < at:
            continue
        until = matches[place + 1].start() if place + 1 < len(matches) else end
        yield _amount(text, match, at, until)
        at = match.end()


def _amount(text: str, match: re.Match[str], at: int, until: int) -> Amount:
    """The sum of a match; what names its kind stands between `at` and `until`."""
    kind = _kind(text, match, at, until)
    return Amount(
        start=match.start("bound") if match["bound"] else _begin(match),
        end=match.end(),
        cents=_cents(match),
        currency=CURRENCY_OF[match["currency"] or match["word_currency"]],
        kind=KIND_OF[" ".join(kind["end"].lower().split())] if kind else None,
        kind_text=kind["whole"] if kind else None,
        bound=BOUND_OF[" ".join(match["bound"].split())] if match["bound"] else None,
        per=_per(text, match),
        rule="amount: number" if match["number"] else "amount: word",
    )


def _begin(match: re.Match[str]) -> int:
    return match.start() + len(match[0]) - len(match[0].lstrip())


def _cents(match: re.Match[str]) -> int:
    groups = match.groupdict()
    if not match["number"]:
        return NUMBERS[groups["word"]] * SCALE_OF[groups["word_scale"]]
    digits = re.sub(r"[.'\s\u202f\xa0](?=\d{3}(?!\d))", "", match["number"])
    scale = SCALE_OF[groups["scale"]] if groups.get("scale") else CENTS
    return int(Decimal(digits.replace(",", ".")) * scale)


def _kind(text: str, match: re.Match[str], at: int, until: int) -> re.Match[str] | None:
    """The last word before the sum that names its kind, else the first one behind it."""
    before = list(KIND.finditer(text, max(at, match.start() - NEAR), match.start()))
    if before:
        return before[-1]
    line_end = text.find("\n", match.end(), until)
    return KIND.search(text, match.end(), min(line_end if line_end >= 0 else until, match.end() + NEAR // 2))


def _per(text: str, match: re.Match[str]) -> str | None:
    if behind := PER.match(text, match.end()):
        return behind["unit"] or MONEY["per"]["adverbs"][" ".join(behind["adverb"].split())]
    before = ADVERB_BEFORE.search(text, max(0, match.start() - 40), match.start())
    return str(MONEY["per"]["adverbs"][before["adverb"]]) if before else None
