"""The demands of a motion: the numbered points behind the words that ask somebody to act, or the asking sentence."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from pipeline.findings import Demand

WORDS: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
ASKING = re.compile(
    rf"\b(?:[Dd]e[rmn]|[Dd]ie|[Dd]as)\s(?P<addressee>{'|'.join(WORDS['addressees'])})\b[^.:\n]{{0,60}}?\s(?:{'|'.join(WORDS['asking'])})"
)
REASONS = re.compile(rf"^[ \t]*(?:{'|'.join(WORDS['reasons'])})\b", re.MULTILINE)
POINT = re.compile(
    r"^[ \t]*(?:(?P<number>\d{1,2}|[a-z]|[IVX]{1,4})[.)]|(?P<bullet>[-–•*▪]))[ \t]+(?=\S)", re.MULTILINE
)
EMPTY = re.compile(r"\n\s*\n")


def demands(text: str) -> Iterator[Demand]:
    """The points of a motion in order; none where it asks nobody to act and numbers nothing."""
    asking = ASKING.search(text)
    start = asking.start() if asking else 0
    end = _end(text, asking.end() if asking else 0)
    addressee = _addressee(asking) if asking else None
    points = [point for point in POINT.finditer(text, start, end) if point["number"] or asking]
    if points and (asking or len(points) > 1):
        yield from _points(text, points, end, addressee)
    elif asking:
        yield from _sentence(text, asking, end, addressee)


def _end(text: str, start: int) -> int:
    """Where the reasons begin, or the text ends."""
    reasons = REASONS.search(text, start)
    return reasons.start() if reasons else len(text)


def _addressee(asking: re.Match[str]) -> str:
    return asking["charged"] or asking["asked"] or asking["addressee"]


def _points(text: str, points: list[re.Match[str]], end: int, addressee: str | None) -> Iterator[Demand]:
    ends = [*(point.start() for point in points[1:]), end]
    for point, last in zip(points, ends, strict=True):
        stop = EMPTY.search(text, point.end(), last)
        start, last = point.end(), stop.start() if stop else last
        last = start + len(text[start:last].rstrip().rstrip(",;"))
        if start < last:
            yield Demand(
                start=start, end=last, number=point["number"], addressee=addressee, rule="demand: point"
            )


def _sentence(text: str, asking: re.Match[str], end: int, addressee: str | None) -> Iterator[Demand]:
    """What is asked without points: the paragraph that asks, or the one behind a colon."""
    stop = EMPTY.search(text, asking.end(), end)
    last = stop.start() if stop else end
    start = asking.start()
    if text[start:last].rstrip().endswith(":") and stop:
        following = EMPTY.search(text, stop.end(), end)
        start, last = stop.end(), following.start() if following else end
    elif colon := re.match(r"[^:\n]{0,20}:\s*", text[asking.end() : last]):
        start = asking.end() + colon.end()
    last = start + len(text[start:last].rstrip())
    if start < last:
        yield Demand(start=start, end=last, number=None, addressee=addressee, rule="demand: sentence")
