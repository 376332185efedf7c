"""The grammar of legal citations: `§ 74 Absatz 2 Satz 2 NKomVG`, `§§ 40 bis 42 …`, `§ 2 i.V.m. § 30 BauGB`.

Each run of paragraphs is one citation (`§ 2 Abs. 1 BauGB i.V.m. § 30 BauGB` are two); where the law is named only
once, at the end, it belongs to all of them. Paragraphs whose law the text does not name are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

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

NUMBER = r"\d{1,4}(?:\s?[a-z](?![\w.]))?"
JOIN = r"\s*(?:,|;|/|und|u\.|oder|sowie|bis|[-–])\s*"
KEY = (
    r"(?:A ?bs(?:ätzen?|atz(?:es)?|\.)?|S\.|Satz(?:es)?|Sätzen?|Nrn?\.?|Nummern?|Ziff(?:ern?|\.)|"
    r"Halbsatz|Halbs\.|HS\.?|Hs\.|Buchst(?:aben?|\.)|lit\.|Alt(?:ernative|\.)|Unterabs(?:atz|\.))"
)
VALUE = r"(?:\d{1,3}(?:\s?[a-z](?![\w.])\)?|(?!\w))(?!\.\s?(?:Halbs|HS|Hs|Alt))|[a-z]{1,2}(?!\w)\)?|[IVX]{1,4}(?!\w))"
PARTS = (
    rf"(?:\s*(?:,|und|sowie|oder|bzw\.)?\s*{KEY}\s*{VALUE}(?:{JOIN}{VALUE}(?!\s*{KEY}\b))*\.?|\s?\(\d{{1,2}}[a-z]?\)"
    r"|\s?[a-z]\)|\s[IVX]{1,4}(?=\s[A-ZÄÖÜ])|\s*,?\s*(?:letzter|\d\.)\s?(?:Satz|Halbsatz|HS|Hs\.|Alt(?:ernative|\.))|\s*(?:ff\.?|f\.)(?!\w))"
)
SIGN = r"(?:§§?|A(?<!\wA)rt(?:\.|ikeln?)(?=\s?\d)|P(?<!\wP)ara(?:graf|graph)(?:en|s)?(?=\s?\d))"
"""What a paragraph begins with; `\\b` stands behind its first letter, to which the search leaps (14 times as fast)."""
GROUP = re.compile(
    rf"(?P<sign>{SIGN})\s*(?P<body>{NUMBER}(?:{JOIN}{NUMBER})*(?:{PARTS})*(?:{JOIN}{NUMBER}(?:{PARTS})+)*)"
)
LINK = re.compile(
    r"\s*(?:,|;|und|sowie|oder|bzw\.|i\.\s?[Vv]\.\s?m\.|i\.?V\.?m\.?|in\s+Verbindung\s+mit|iVm)\s*(?:dem\s|den\s|der\s|des\s|mit\s)?"
)
BEFORE = re.compile(r"(?P<name>[A-ZÄÖÜ][\wäöüß-]*(?:\s(?:[IVX]{1,4}|NRW|NW|LSA))?)\s*[,:(–-]?\s*(?:in\s)?$")

ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}
SHORTENED = (
    (re.compile(r"(?<=\d)\s?([a-z])\)"), r" Buchst. \1"),
    (re.compile(r"\((\d{1,2}[a-z]?)\)"), r" Abs. \1 "),
    (re.compile(r"\bA ?bs(?:ätzen?|atz(?:es)?|\.)?(?=[\s\d])"), " Abs. "),
    (re.compile(r"(?<!letzter )\b(?:S\.|Satz(?:es)?|Sätzen?)"), " Satz "),
    (re.compile(r"\b(?:Nrn?\b\.?|Nummern?)"), " Nr. "),
    (re.compile(r"\bZiff(?:ern?|\.)"), " Ziff. "),
    (re.compile(r"\b(?:Halbs\.|HS\b\.?|Hs\.)"), " Halbsatz "),
    (re.compile(r"\b(?:Buchst(?:aben?|\.)|lit\.)"), " Buchst. "),
    (re.compile(r"\bAlternative\b"), " Alt. "),
    (re.compile(r"(?<=\d)\s?[-–]\s?(?=\d)"), " bis "),
    (re.compile(r"(?<=\d)\s([a-z])(?!\w)"), r"\1"),
    (re.compile(r"\s*,\s*(?=(?:Abs|Satz|Nr|Ziff|Halbsatz|Buchst))"), " "),
    (re.compile(r"\s*,\s*"), ", "),
    (re.compile(r"(?<=\d)\.\s*$"), ""),
    (re.compile(r"\bu\.(?=\s)"), "und"),
    (re.compile(r"(?<=\d)\s*(?=ff?\b)"), " "),
    (re.compile(r"\bff$"), "ff."),
)


class Cited(NamedTuple):
    """A cited law at `text[start:end]`, normalised."""

    start: int
    end: int
    kind: Literal["law", "statute"]
    normalized: str
    rule: str


def laws(text: str) -> list[Cited]:
    """The laws and statutes cited in `text`, in its order."""
    found = list(_with_paragraph(text))
    covered = {at for cited in found for at in range(cited.start, cited.end)}
    for cited in _invoked(text):
        if cited.start not in covered:
            found.append(cited)
            covered.update(range(cited.start, cited.end))
    return sorted(found)


def _with_paragraph(text: str) -> Iterator[Cited]:
    """Laws with their paragraphs, the chains of them that share one law taken apart."""
    at = 0
    while group := GROUP.search(text, at):
        chain = [group]
        law = law_after(text, group.end())
        while (
            not law
            and (link := LINK.match(text, chain[-1].end()))
            and (more := GROUP.match(text, link.end()))
        ):
            chain.append(more)
            law = law_after(text, more.end())
        yield from _cited(text, chain, law)
        at = max(chain[-1].end(), law.end if law else 0)


def _cited(text: str, chain: list[re.Match[str]], law: Law | None) -> Iterator[Cited]:
    """One citation for each group of the chain; each reaches to the law's name, without which it would say nothing."""
    start = chain[0].start()
    if law is None and (before := _law_before(text, start)):
        start, law = before
    if law is None:
        return
    for group in chain:
        begin = start if group is chain[0] else group.start()
        yield Cited(
            begin, max(law.end, chain[-1].end()), law.kind, f"{normalized(group)} {law.name}", law.rule
        )


def _law_before(text: str, at: int) -> tuple[int, Law] | None:
    """A law named directly before its paragraph (`BauGB § 34`), and where its name begins."""
    match = BEFORE.search(text, max(0, at - 50), at)
    law = law_at(text, match.start()) if match else None
    if not match or not law or law.end < match.end("name"):
        return None
    if law.rule == "law: unknown name" and law.kind == "law":
        return None
    return match.start(), law


def normalized(group: re.Match[str]) -> str:
    """The paragraphs in uniform writing: `Abs.`, `Satz`, `Nr.`, `bis`, letters glued to their number."""
    body = group["body"]
    for pattern, written in SHORTENED:
        body = pattern.sub(written, body)
    body = re.sub(
        r"(?<=\d\s)[IVX]+$", lambda roman: f"Abs. {ROMAN.get(roman[0], roman[0])}", " ".join(body.split())
    )
    if group["sign"].startswith("Art"):
        return f"Art. {body}"
    several = re.match(rf"{NUMBER}\s*(?:,|und|oder|sowie|bis|;)\s*\d", body)
    return f"{'§§' if several or group['sign'] == '§§' else '§'} {body}"


TELLING = [
    short
    for short in SHORTS
    if short not in LAWS["not_alone"] and re.search("[a-zäöü]", short) and len(short) > 3
]
ALONE = re.compile(rf"(?:{word_beginning(TELLING)})(?![\w-])")
INVOKED = re.compile(
    rf"(?:{word_beginning(LAWS['invoked']['before'])})\s(?:(?:des|der|dem|den|das)\s)?(?=[A-ZÄÖÜ])"
)
NAMED = re.compile(r"[Dd](?<!\w[Dd])(?:as|ie) (?=[A-ZÄÖÜ][\w-]*(?:gesetz|ordnung))")
DEMANDS = re.compile(rf"\s(?:\w+\s)?(?:{any_of(LAWS['invoked']['after'])})\b")


def _invoked(text: str) -> Iterator[Cited]:
    """Laws without a paragraph: by the full name where it is the ground, or by a short form nobody writes by chance."""
    for match in INVOKED.finditer(text):
        if law := named_at(text, match.end()):
            yield Cited(match.end(), law.end, "law", law.name, "law: invoked")
    for match in NAMED.finditer(text):
        if (law := named_at(text, match.end())) and DEMANDS.match(text, law.end):
            yield Cited(match.end(), law.end, "law", law.name, "law: demands")
    for match in ALONE.finditer(text):
        law = law_at(text, match.start())
        yield Cited(
            match.start(), law.end if law else match.end(), "law", law.name if law else match[0], "law: alone"
        )
