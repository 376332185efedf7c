"""Where the text stands that was decided: inside a decision, in the part called `Beschluss`, or behind a colon."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from pipeline.findings import Decision, Item, Section, Span
from pipeline.following.vocabulary import WORDS, any_of

LABEL = re.compile(r"\s*(?:[A-ZÄÖÜ][\w-]*(?:\s[\w.-]+){0,3}\s?:\s*\n?|Beschlu(?:ss|ß)(?:text)?\s*\n)\s*")
"""The label over a decision's own text."""
OPENER = re.compile(
    rf"\s*(?:D(?:er|ie|as)\s[^.:;\n]{{2,90}}?\s)?(?:{any_of(WORDS['proposal']['openers'])})\b[^.:\n]{{0,160}}:\s*"
)
"""`Der Rat beschließt einstimmig:` in front of what he decides."""
PROCEDURE = re.compile(
    r"(?m)^(?:(?:Der|Die)\s|(?=[A-ZÄÖÜ]))[^.!?:;]{2,140}?\s(?:"
    r"(?:hat|haben)\s[^.!?:;]{0,80}?(?:nicht\s(?:mitgewählt|mitgestimmt|teilgenommen|mitgewirkt)|nicht\sabgestimmt)"
    r"|(?:übernimmt|übernahm|übergibt|übergab)\s[^.!?:;]{0,60}?\b(?:Vorsitz|Sitzungsleitung)\b"
    r"|(?:nimmt|nehmen|nahm|nahmen)\s[^.!?:;]{0,80}?\b(?:an\sder\s(?:Beratung|Abstimmung|Sitzung)|wieder\steil)\b"
    r"|(?:verlässt|verlassen|verließ|verließen|betritt|betreten)\s[^.!?:;]{0,40}?\b(?:Sitzung|Saal|\w*[Ss]aal|Raum)\b"
    r")"
)
"""Where the minute taker goes on below the decided text: who did not vote, who takes the chair, who comes and goes."""
LONGEST = 6000
"""No decision's own text is so long; what is longer is a statute that was read out, or a part not recognised."""


def resolutions(
    text: str,
    decisions: Sequence[Decision],
    sections: Sequence[Section],
    items: Sequence[Item],
    stops: Sequence[int],
) -> tuple[Span | None, ...]:
    """For each decision the text that was decided, None where it does not stand there.

    `stops` are places, in order, at which something else begins: speech, another decision.
    """
    labelled = [section for section in sections if section.kind == "decision"]
    return tuple(_resolution(text, decision, labelled, items, stops) for decision in decisions)


def _resolution(
    text: str, decision: Decision, labelled: Sequence[Section], items: Sequence[Item], stops: Sequence[int]
) -> Span | None:
    for section in labelled:
        if (
            section.start < decision.end
            and decision.start < section.end
            and decision.start <= section.start + 3
        ):
            return _without_opener(
                text, section.start, min(section.end, section.start + LONGEST), decision.result
            )
    if text[decision.start : decision.end].rstrip().endswith(":"):
        return _behind(text, decision, items, stops)
    return None


def _behind(text: str, decision: Decision, items: Sequence[Item], stops: Sequence[int]) -> Span | None:
    """From the colon to whatever begins next."""
    later = stops[bisect_left(stops, decision.end) :]
    ends = [item.end for item in items if item.start <= decision.start < item.end]
    end = min([decision.end + LONGEST, len(text), *ends, *later[:1]])
    return _trimmed(text, decision.end, end)


def _without_opener(text: str, start: int, end: int, result: str) -> Span | None:
    """A labelled part without its label, the words by which the council decides, and the result told inside it."""
    if label := LABEL.match(text, start, end):
        start = label.end()
    if opener := OPENER.match(text, start, end):
        start = opener.end()
    at = text.rfind(result, start, end) if result else -1
    if at > start and not text[at + len(result) : end].strip():
        end = at
    return _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    if procedure := PROCEDURE.search(text, start, end):
        end = procedure.start() if procedure.start() > start else end
    told = text[start:end]
    start += len(told) - len(told.lstrip())
    end = start + len(told.strip())
    return Span(start=start, end=end) if end - start > 3 else None
