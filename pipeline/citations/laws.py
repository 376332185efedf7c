"""The laws and local statutes that a text cites: `§ 74 Absatz 2 Satz 2 NKomVG`, `§ 2 i. V. m. § 30 BauGB`, `laut KAG`.

Each run of paragraphs is one citation (`§ 2 Abs. 1 BauGB i.V.m. § 30 BauGB` are two); where the law is named only
once, at the end, it belongs to all of them. Paragraphs whose law the text does not name are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.citations.law_names import Law, law_after, law_at
from pipeline.citations.law_tokens import SIGN, behind_blanks, token
from pipeline.citations.named_laws import named
from pipeline.citations.provisions import Group, group, unsigned

BEGINS = re.compile(SIGN)
BEFORE = re.compile(r"(?P<name>[A-ZÄÖÜ][\wäöüß-]*(?:\s(?:[IVX]{1,4}|NRW|NW|LSA))?)\s*[,:(–-]?\s*(?:in\s)?$")
PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
NEAR = 300
"""So many letters on, the same paragraph still is of the same law."""


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
    for start, law, rule in named(text, {cited.law.name for cited in found}):
        if start not in covered:
            found.append(Cited(start, law.end, law, None, rule))
            covered.update(range(start, law.end))
    return sorted(found, key=lambda cited: (cited.start, cited.end))


def _with_paragraph(text: str) -> Iterator[Cited]:
    """Laws with their paragraphs, the chains of them that share one law taken apart."""
    at = 0
    latest: dict[str, Cited] = {}
    while sign := BEGINS.search(text, at):
        first = group(text, sign.start())
        if not first:
            at = sign.end()
            continue
        chain, law = _chain(text, first)
        for cited in _cited(text, chain, law, latest.get(_number(first))):
            latest[_number(cited)] = cited
            yield cited
        at = max(chain[-1].end, law.end if law else 0)
        while law and (more := _behind_law(text, law.end, several=sign[0] == "§§")):
            yield more
            at, law = more.end, more.law


def _number(found: Group | Cited) -> str:
    """The first paragraph: `§ 3` of `§ 3 Abs. 2`."""
    written = found.written if isinstance(found, Group) else found.provision or ""
    return " ".join(written.split(" ")[:2])


def _behind_law(text: str, at: int, *, several: bool) -> Cited | None:
    """A paragraph of another law that leaves its sign to the one before (`§§ 27 EigAnVO i.V.m. 88 und 114 GemO`)."""
    link = token(text, at, "link")
    if not link or not (several or link.written.startswith("i")):
        return None
    more = unsigned(text, behind_blanks(text, link.end))
    law = law_after(text, more.end) if more else None
    if not more or not law or law.rule not in ("law: short form", "law: full name"):
        return None
    return Cited(more.start, law.end, law, more.written, law.rule)


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


def _cited(text: str, chain: list[Group], law: Law | None, latest: Cited | None) -> Iterator[Cited]:
    """One citation for each group of the chain; each reaches to the law's name, without which it would say nothing."""
    start = chain[0].start
    if law is None and (before := _law_before(text, start)):
        start, law = before
    if law is None:
        if latest and _near(text, latest.end, start):
            yield Cited(start, chain[0].end, latest.law, chain[0].written, "law: same paragraph")
        return
    for one in chain:
        begin = start if one is chain[0] else one.start
        yield Cited(begin, max(law.end, chain[-1].end), law, one.written, law.rule)


def _near(text: str, end: int, start: int) -> bool:
    return start - end <= NEAR and not PARAGRAPH.search(text, end, start)


def _law_before(text: str, at: int) -> tuple[int, Law] | None:
    """A law named directly before its paragraph (`BauGB § 34`), and where its name begins."""
    match = BEFORE.search(text, max(0, at - 50), at)
    law = law_at(text, match.start()) if match else None
    if not match or not law or law.end < match.end("name") or PARAGRAPH.search(text, law.end, at):
        return None
    if law.rule == "law: unknown name" and law.kind == "law":
        return None
    return match.start(), law
