"""Proposed decisions: what stands under `Beschlussvorschlag` in papers and motions, and in minutes that repeat it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.findings import Proposal, Span
from pipeline.following.vocabulary import WORDS, any_of

HEAD = any_of(WORDS["proposal"]["labels"])
LABEL = re.compile(rf"^[^\S\n]*(?:(?:{HEAD})[^\S\n]*(?::[^\S\n]*|\n|$)\s*)+", re.MULTILINE | re.IGNORECASE)
MOVED = re.compile(
    r"^[^\S\n]*(?:Antrag:\s*)?D(?:er|ie|as)\s[^.:;\n]{2,90}?\s(?:möge|wolle)\b[^.:\n]{0,60}\s(?:beschließen|empfehlen)[^.:\n]{0,40}:\s*",
    re.MULTILINE,
)
"""The words that open a motion: `Der Rat möge beschließen:`."""
OPENER = re.compile(
    rf"\s*D(?:er|ie|as)\s[^.:;\n]{{2,90}}?\s(?:{any_of(WORDS['proposal']['openers'])})\b[^.:\n]{{0,100}}:\s*"
)
END = re.compile(
    rf"^[^\S\n]*(?:{any_of(WORDS['proposal']['ends'])})(?:[^\S\n]*(?::|$)|(?<=gez\.)|\s?-?\s?Nr)",
    re.MULTILINE,
)
SHORTEST = 15
LONGEST = 8000


def proposals(text: str, ranges: Iterable[Span], paper: str | None) -> Iterator[Proposal]:
    """The proposals in these parts of a text, each once; `paper` is the number of the paper the text is."""
    seen = 0
    for part in sorted(ranges, key=lambda one: (one.start, -one.end)):
        for label in (
            *LABEL.finditer(text, part.start, part.end),
            *MOVED.finditer(text, part.start, part.end),
        ):
            if label.start() >= seen and (found := _behind(text, label, part.end, paper)):
                yield found
                seen = found.end


def _behind(text: str, label: re.Match[str], limit: int, paper: str | None) -> Proposal | None:
    start = label.end()
    if opener := OPENER.match(text, start, limit) or MOVED.match(text, start, limit):
        start = opener.end()
    end = END.search(text, start, min(limit, start + LONGEST))
    told = text[start : end.start() if end else min(limit, start + LONGEST)]
    start += len(told) - len(told.lstrip())
    told = told.strip()
    if len(told) < SHORTEST:
        return None
    rule = "proposal: motion" if label.re is MOVED else "proposal: label"
    return Proposal(start=start, end=start + len(told), paper=paper, rule=rule)
