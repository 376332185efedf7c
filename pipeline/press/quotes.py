"""Quotations and whom they are given to: by the words behind, the words before, or the sentence before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.findings import Span
from pipeline.press.persons import WORDS, Quoted

SAYING = re.compile(rf"\b(?:{'|'.join(WORDS['saying'])})\b")
SOURCE = re.compile(rf"(?:{'|'.join(WORDS['sources'])})\s")
TYPOGRAPHIC = re.compile(r"[„»](?P<said>(?:[^„»“”\"«]|[„»][^„»“”\"«]*[“”\"«]){25,}?)[“”\"«](?!\w)")
STRAIGHT = re.compile(r"(?<!\w)\"(?P<said>[A-ZÄÖÜ][^\"]{25,}?)\"")
TAIL = 260
"""Letters behind a quotation in which its speaker is named, to the end of the sentence."""

AFTER = re.compile(rf"[.,]?\s*,?\s*([^.!?\n„»]{{0,{TAIL}}})")
TITLES = 40
"""Letters that the dots of titles (`Prof. Dr.`) may hold before a name."""

NEAR = 400
"""Letters before a quotation in which the sentence before names its speaker."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation(Span):
    """A quotation with its marks; `cue` is the word that gives it to the speaker."""

    speaker: Quoted
    cue: str | None


def quotations(text: str, persons: Sequence[Quoted]) -> Iterator[Quotation]:
    """The quotations whose speaker the text tells, in order."""
    last: Quotation | None = None
    for match in (TYPOGRAPHIC if "„" in text or "»" in text else STRAIGHT).finditer(text):
        told = _behind(text, match, persons) or _before(text, match, persons) or _goes_on(text, match, last)
        if told and _is_speech(text, match):
            last = Quotation(start=match.start(), end=match.end(), speaker=told[0], cue=told[1])
            yield last


def _is_speech(text: str, match: re.Match[str]) -> bool:
    """Whether a quotation is a sentence: titles and terms in quotation marks are none."""
    said = match["said"].rstrip()
    return said[-1] in ".!?…" or bool(
        re.match(r"[.,]?\s*,?\s*(?:so|" + "|".join(WORDS["saying"]) + r")\b", text[match.end() :])
    )


def _behind(text: str, match: re.Match[str], persons: Sequence[Quoted]) -> tuple[Quoted, str | None] | None:
    """`„…“, so Eva Muster`; the words of saying stand directly behind the comma."""
    tail = AFTER.match(text, match.end())
    if tail is None:
        return None
    cue = SAYING.match(tail[1])
    named = next((one for one in persons if tail.start(1) <= one.start < tail.end() + TITLES), None)
    return (named, cue[0]) if cue and named else None


def _before(text: str, match: re.Match[str], persons: Sequence[Quoted]) -> tuple[Quoted, str | None] | None:
    """`Eva Muster sagt: „…“`, or a sentence on her view before a quotation without any other speaker."""
    paragraph = text.rfind("\n", 0, match.start()) + 1
    start = max(paragraph, match.start() - NEAR)
    lead = text[start : match.start()]
    named = [one for one in persons if start <= one.start and one.end <= match.start()]
    if not named or re.search(r"[“”\"«]", lead[named[-1].end - start :]):
        return None
    sentences = re.split(
        r"(?<=[a-zäöüß][.!?])\s+(?=[A-ZÄÖÜ])", lead[max(named[-1].start - start, 0) :].rstrip()
    )
    if lead.rstrip().endswith(":") or len(sentences) == 1:
        cue = SAYING.search(lead)
        return named[-1], cue[0] if cue else None
    return None


def _goes_on(text: str, match: re.Match[str], last: Quotation | None) -> tuple[Quoted, str | None] | None:
    """A quotation behind another one with only a few words between, in the same paragraph."""
    if last is None:
        return None
    between = text[last.end : match.start()]
    return (last.speaker, None) if len(between) < TAIL and "\n" not in between else None
