"""What kind of council document a German text is, told by how it begins and by the words it uses."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

from db.records.documents import DocumentKind

HEAD = 3000
"""A document says in so many characters what it is."""

SPACED = re.compile(r"(?<!\S)(?:\w ){3,}\w(?!\S)|^(?:\w{1,3} ){4,}\w{1,3}$", re.M)


@cache
def vocabulary() -> dict[str, Any]:
    """The headings and words of council documents."""
    return tomllib.loads((Path(__file__).parent / "vocabularies/text_kinds.toml").read_text("utf-8"))


@cache
def headings() -> tuple[tuple[DocumentKind, re.Pattern[str]], ...]:
    """What each kind of document calls itself, as patterns for a whole line."""
    return tuple(
        (heading["kind"], re.compile(rf"^\W*(?P<it>{heading['pattern']})\W*$", re.I | re.M))
        for heading in vocabulary()["heading"]
    )


@cache
def signs() -> tuple[re.Pattern[str], ...]:
    """What only minutes have."""
    return tuple(re.compile(pattern, re.I | re.M) for pattern in vocabulary()["signs"]["patterns"])


def kind_of(text: str) -> tuple[DocumentKind, str] | None:
    """The kind of a text and the words that show it; None for what is no council document."""
    return by_heading(text) or by_speeches(text) or by_signs(text) or by_words(text)


def by_heading(text: str) -> tuple[DocumentKind, str] | None:
    """What the text calls itself; the first heading decides."""
    head = closed_up(text[:HEAD])
    found = [
        (match.start("it"), kind, match["it"])
        for kind, pattern in headings()
        if (match := pattern.search(head))
    ]
    if not found or not is_german(text):
        return None
    _, kind, words = min(found)
    if kind not in ("minutes", "excerpt") and (told := by_results(text, kind)):
        return told
    return kind, " ".join(words.split())


def by_results(text: str, kind: DocumentKind) -> tuple[DocumentKind, str] | None:
    """Minutes that begin with the heading of something else: they tell results, and (but for an agenda) of whom."""
    results = vocabulary()["results"]
    told = re.search(results["words"], text, re.I)
    attended = kind == "agenda" or re.search(results["people"], text, re.I | re.M)
    return by_signs(text) if told and attended else None


def by_speeches(text: str) -> tuple[DocumentKind, str] | None:
    """Minutes that are speeches one after the other."""
    table = vocabulary()["speeches"]
    lines = re.findall(table["pattern"], text, re.M)
    return ("minutes", f"{len(lines)} speeches") if len(lines) >= table["needed"] else None


def by_signs(text: str) -> tuple[DocumentKind, str] | None:
    """Minutes that do not call themselves so."""
    found = [match[0].strip() for pattern in signs() if (match := pattern.search(text))]
    enough = len(found) >= vocabulary()["signs"]["needed"] and is_german(text)
    return ("minutes", ", ".join(found)) if enough else None


def by_words(text: str) -> tuple[DocumentKind, str] | None:
    """A council document of no known kind."""
    table = vocabulary()["municipal"]
    words = set(re.findall(r"\w+", text.lower()))
    found = [word for word in table["words"] if word in words]
    return ("unknown", ", ".join(found)) if len(found) >= table["needed"] and is_german(text) else None


def is_german(text: str) -> bool:
    """Whether German function words prevail."""
    words = Counter(re.findall(r"\w+", text[:100_000].lower()))
    german, foreign = (
        sum(words[word] for word in vocabulary()["language"][which]) for which in ("german", "foreign")
    )
    return german > foreign


def closed_up(text: str) -> str:
    """The text with spaced-out words put together."""
    return SPACED.sub(lambda match: match[0].replace(" ", ""), text)
