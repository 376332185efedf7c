"""The laws and local statutes that a text cites: `§ 74 Absatz 2 Satz 2 NKomVG`, `§ 2 i. V. m. § 30 BauGB`, `laut KAG`.

Each run of paragraphs is one citation (`§ 2 Abs. 1 BauGB i.V.m. § 30 BauGB` are two); where the law is named only
once, at the end, it belongs to all of them. Paragraphs whose law the text does not name are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.citations.european import ACT
from pipeline.citations.law_names import (
    LAWS,
    SHORTS,
    Law,
    any_of,
    law_after,
    law_at,
    named_at,
    word_beginning,
)
from pipeline.citations.law_tokens import SIGN, behind_blanks, token
from pipeline.citations.provisions import Group, group

BEGINS = re.compile(SIGN)
BEFORE = re.compile(r"(?P<name>[A-ZÄÖÜ][\wäöüß-]*(?:\s(?:[IVX]{1,4}|NRW|NW|LSA))?)\s*[,:(–-]?\s*(?:in\s)?$")


class Cited(NamedTuple):
    """A cited law at `text[start:end]`; `provision` is `§ 12 Abs. 2`, None where the law alone is cited."""

    start: int
    end: int
    law: Law
    provision: str | None
    rule: str

    @property
    def normalized(self) -> str:
        """The citation in uniform writing: `§ 12 Abs. 2 GemO`."""
        return f"{self.provision} {self.law.name}" if self.provision else self.law.name

    @property
    def kind(self) -> str:
        """`law` or `statute`."""
        return self.law.kind


def laws(text: str) -> list[Cited]:
    """The laws and statutes cited in `text`, in its order."""
    found = list(_with_paragraph(text))
    covered = {at for cited in found for at in range(cited.start, cited.end)}
    for cited in _invoked(text):
        if cited.start not in covered:
            found.append(cited)
            covered.update(range(cited.start, cited.end))
    return sorted(found, key=lambda cited: (cited.start, cited.end))


def _with_paragraph(text: str) -> Iterator[Cited]:
    """Laws with their paragraphs, the chains of them that share one law taken apart."""
    at = 0
    while sign := BEGINS.search(text, at):
        first = group(text, sign.start())
        if not first:
            at = sign.end()
            continue
        chain, law = _chain(text, first)
        yield from _cited(text, chain, law)
        at = max(chain[-1].end, law.end if law else 0)


def _chain(text: str, first: Group) -> tuple[list[Group], Law | None]:
    """The groups up to the one behind which the law is named."""
    chain, law = [first], _law_behind(text, first.end)
    while not law and (link := token(text, chain[-1].end, "link")):
        more = group(text, behind_blanks(text, link.end))
        if not more:
            break
        chain.append(more)
        law = _law_behind(text, more.end)
    return chain, law


def _law_behind(text: str, at: int) -> Law | None:
    """The law named behind a group, which a full stop too many may part from it (`Abs 1. GemO`)."""
    law = law_after(text, at)
    if not law and text[at : at + 1] == ".":
        law = law_after(text, at + 1)
        law = law if law and law.rule == "law: short form" else None
    return law


def _cited(text: str, chain: list[Group], law: Law | None) -> Iterator[Cited]:
    """One citation for each group of the chain; each reaches to the law's name, without which it would say nothing."""
    start = chain[0].start
    if law is None and (before := _law_before(text, start)):
        start, law = before
    if law is None:
        return
    for one in chain:
        begin = start if one is chain[0] else one.start
        yield Cited(begin, max(law.end, chain[-1].end), law, one.written, law.rule)


def _law_before(text: str, at: int) -> tuple[int, Law] | None:
    """A law named directly before its paragraph (`BauGB § 34`), and where its name begins."""
    match = BEFORE.search(text, max(0, at - 50), at)
    law = law_at(text, match.start()) if match else None
    if not match or not law or law.end < match.end("name"):
        return None
    if law.rule == "law: unknown name" and law.kind == "law":
        return None
    return match.start(), law


TELLING = [
    short
    for short in SHORTS
    if short not in LAWS["not_alone"] and re.search("[a-zäöü]", short) and len(short) > 3
]
ALONE = re.compile(rf"(?:{word_beginning(TELLING)})(?![\w-])")
NUMBERED = re.compile(rf"(?<!\d)(?:{any_of(LAWS['numbered'])})(?!\w)")
INVOKED = re.compile(
    rf"(?:{word_beginning(LAWS['invoked']['before'])})\s(?:(?:des|der|dem|den|das)\s)?(?=[A-ZÄÖÜ])"
)
NAMED = re.compile(r"[Dd](?<!\w[Dd])(?:as|ie) (?=[A-ZÄÖÜ][\w-]*(?:gesetz|ordnung))")
DEMANDS = re.compile(rf"\s(?:\w+\s)?(?:{any_of(LAWS['invoked']['after'])})\b")


def _invoked(text: str) -> Iterator[Cited]:
    """Laws without a paragraph: by the full name where it is the ground, or by a short form nobody writes by chance."""
    for match in INVOKED.finditer(text):
        if law := named_at(text, match.end()):
            yield Cited(match.end(), law.end, law, None, "law: invoked")
    for match in NAMED.finditer(text):
        if (law := named_at(text, match.end())) and DEMANDS.match(text, law.end):
            yield Cited(match.end(), law.end, law, None, "law: demands")
    for pattern in (NUMBERED, ALONE, ACT):
        for match in pattern.finditer(text):
            if law := law_at(text, match.start()):
                yield Cited(match.start(), law.end, law, None, "law: alone")
