"""Expressions for the openings of the parts of minutes, and the marks of the public and the non-public part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.structure.vocabulary import alternatives

if TYPE_CHECKING:
    from pipeline.structure.lines import Line

ATTENDANCE = re.compile(alternatives("parts", "attendance"), re.MULTILINE)
CLOSING = re.compile(alternatives("parts", "closing"), re.MULTILINE)
ATTACHMENT = re.compile(alternatives("parts", "attachment"), re.MULTILINE)
VOTE_WORDS = re.compile(alternatives("parts", "vote"))
SAYS = re.compile(rf"\b{alternatives('parts', 'says')}")
SPEAKS = re.compile(alternatives("parts", "speaks"))
SAID_NON_PUBLIC = re.compile(alternatives("parts", "said_non_public"), re.IGNORECASE)
"""A title that says itself that its item is not public (`Grundstücke (nichtöffentlich)`)."""


def _mark(group: str) -> re.Pattern[str]:
    number, end = alternatives("parts", "part_number"), alternatives("parts", "part_end")
    return re.compile(rf"(?:{number})?(?:{alternatives('parts', group)})(?P<end>{end})?")


_MARKS = {False: _mark("nonpublic"), True: _mark("public")}
_OVER = _mark("part_over")
_LONGEST = 100
"""Letters of the longest mark of a part; a longer line that begins like one is prose."""
_BARE = 18
"""A mark of fewer letters holds no noun (`nichtöffentlich`)."""
_BOX = re.compile("[☐☒☑□■▢\uf06f\uf0a8\uf0fe]")


def marks_of(lines: Sequence[Line]) -> dict[int, bool]:
    """The indices of the lines that mark a part of the sitting: True opens the public part, False the non-public.

    Where both stand at once, they are the choices of a form and mark nothing.
    """
    found = {at: public for at in range(len(lines)) if (public := _marked(lines, at)) is not None}
    return {at: public for at, public in found.items() if not _is_choice(lines, at, found)}


def over_at(lines: Sequence[Line]) -> list[int]:
    """The indices of the lines that say that the public part is over."""
    return [
        at
        for at, line in enumerate(lines)
        if len(line.text) < _LONGEST and _OVER.fullmatch(_plain(line.text))
    ]


def _marked(lines: Sequence[Line], at: int) -> bool | None:
    """What a line opens; None for prose, of which a line may hold the words of a mark by chance."""
    line = lines[at]
    if len(line.text) >= _LONGEST or _BOX.search(line.text):
        return None
    for public, pattern in _MARKS.items():
        if match := pattern.fullmatch(_plain(line.text)):
            return None if _is_prose(lines, at, bool(match["end"])) else public
    return None


def _is_prose(lines: Sequence[Line], at: int, has_end: bool) -> bool:
    line = lines[at]
    above = lines[at - 1] if at and not line.gap else None
    below = lines[at + 1] if at + 1 < len(lines) and not lines[at + 1].gap else None
    if (has_end and line.ended) or (below and below.small and not line.text.endswith((":", "-", "–"))):
        return True
    runs_on = line.small or line.text.startswith("In ")
    return above is not None and (above.continues or (runs_on and not above.ended and len(above.text) > 40))


def _is_choice(lines: Sequence[Line], at: int, marks: dict[int, bool]) -> bool:
    """Whether the opposite stands on the next line, both without a noun (`öffentlich`, `nichtöffentlich`)."""
    near = [_plain(lines[x].text) for x in (at - 1, at + 1) if 0 <= x < len(lines)]
    bare = len(_plain(lines[at].text)) < _BARE
    return bare and any(len(plain) < _BARE and _MARKS[not marks[at]].fullmatch(plain) for plain in near)


def _plain(line: str) -> str:
    """The letters and digits, small."""
    return re.sub(r"[\W_]+", "", line).lower()
