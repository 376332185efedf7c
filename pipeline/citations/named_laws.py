"""Laws named without a paragraph: `laut KAG`, `das neue Gaststättengesetz`, `BauGB`, `26. BImSchV`.

A law's full name that the vocabulary knows names it wherever it stands. A word that only ends like one (`-gesetz`)
needs the article that makes it a certain one. Short forms count where nobody writes them by chance, behind a word
that invokes them, or where the text itself shows what they stand for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.citations.european import ACT
from pipeline.citations.law_names import (
    LAWS,
    SHORT_OF,
    SHORTS,
    Law,
    any_of,
    law_at,
    named_at,
    word_beginning,
)

Named = tuple[int, Law, str]
"""Where the name begins, the law, and the rule that told it."""

NEVER = frozenset(LAWS["not_named"])
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
BEGINNINGS = {re.sub("e[sr]?$", "", name.split(" ")[0]) for name in SHORT_OF} - {"Gesetz"}
FULL = re.compile(rf"(?:{word_beginning([*BEGINNINGS, 'Gesetz'])})")
"""How the known full names begin, of adjectives without their ending; what stands there is read by `law_at`."""
PLURAL = re.compile(r"(?:gesetz|ordnung|vertr[aä]g|satzung)en?\b")
UNKNOWN = re.compile(r"[Gg]esetz(?:t?es|s)?(?![\w-])")
BEFORE_UNKNOWN = re.compile(
    rf"\b(?:{any_of(LAWS['definite'])})\s(?:[a-zäöüß]+e[nrs]?\s){{0,2}}"
    r"(?P<name>(?:[A-ZÄÖÜ][a-zäöüß]+(?:isch|er)(?:en|e|es)?\s)?[A-ZÄÖÜ][\w-]*)$",
)
BACK = 90
"""The article stands at most so many letters before the end of an unknown law's name."""


def named(text: str, shown: Iterable[str]) -> Iterator[Named]:
    """The laws named without a paragraph, rule after rule; `shown` are short forms the text cites paragraphs of."""
    yield from _by_full_name(text)
    for match in INVOKED.finditer(text):
        if law := named_at(text, match.end()):
            yield match.end(), law, "law: invoked"
    for match in UNKNOWN.finditer(text):
        yield from _unknown(text, match)
    for pattern in (NUMBERED, ALONE, ACT):
        for match in pattern.finditer(text):
            if law := law_at(text, match.start()):
                yield match.start(), law, "law: alone"
    yield from _shown(text, shown)


def _by_full_name(text: str) -> Iterator[Named]:
    for match in FULL.finditer(text):
        at = match.start()
        law = law_at(text, at) if text[at - 1 : at] != "-" else None
        if law and law.rule in ("law: full name", "law: long name") and _names_one(text, at, law):
            yield at, law, "law: named"


def _names_one(text: str, at: int, law: Law) -> bool:
    """Whether it is one law and no more than that: no `Polizeigesetze`, no `Klimaschutzgesetz-Gipfel`."""
    name = text[at : law.end].partition("(")[0].rstrip()
    plural = not name.startswith("Gesetz") and PLURAL.search(name.rpartition(" ")[2])
    return law.name not in NEVER and not plural and not re.match(r"-\w", text[law.end : law.end + 2])


def _unknown(text: str, end: re.Match[str]) -> Iterator[Named]:
    """A definite law that its ending alone tells."""
    before = BEFORE_UNKNOWN.search(text, max(0, end.start() - BACK), end.start())
    law = named_at(text, before.start("name")) if before else None
    if before and law and law.rule == "law: unknown name" and law.name not in NEVER:
        yield before.start("name"), law, "law: named"


def _shown(text: str, shown: Iterable[str]) -> Iterator[Named]:
    """Known short forms in capitals (BMG) where the text has told that it means the law by them."""
    told = [short for short in shown if short in SHORTS and short not in LAWS["not_alone"] and len(short) > 1]
    if told:
        for match in re.finditer(rf"(?<![\w.-])(?:{any_of(told)})(?![\w-])", text):
            if law := law_at(text, match.start()):
                yield match.start(), law, "law: shown"
