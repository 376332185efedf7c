"""Numbers of agenda items and the forms in which a line shows that it opens an item."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

ONE = r"(?:(?:Ö|N|NÖ)\s?)?\d{1,3}(?:\s?\.\s?\d{1,3})*(?:\s?[a-z]\b(?!\)))?\.?"
SEVERAL = rf"{ONE}(?:(?:\s?,\s?(?:und\s)?|\sund\s|\sbis\s|\s?[-–]\s?(?=\d)|\s?/\s?){ONE})*"

Form = Literal[
    "record", "of_agenda", "to_point", "to", "top", "letter", "point", "serial", "section", "number"
]

FORMS: dict[Form, re.Pattern[str]] = {
    "record": re.compile(
        rf"(?:Niederschrift|Auszug|Protokoll)\s(?:des|zum|zu)\sTagesordnungspunkte?s?\s(?P<number>{SEVERAL})"
        r"(?:\s?\((?P<part>[^)]*)\))?"
    ),
    "of_agenda": re.compile(
        rf"(?:[Zz]u\s)?Pun(?:kt|k|t)e?\s?(?P<number>{SEVERAL})\s?"
        r"(?:der\sTagesordnung\s?(?::|$|(?=[A-ZÄÖÜ„\"])))"
    ),
    "to_point": re.compile(
        rf"[Zz]u\s(?:Punkte?n?|TOPs?|Tagesordnungspunkte?n?)\s?(?P<number>{SEVERAL})\s?(?::|[-–]\s|$|(?=[A-ZÄÖÜ„\"]))"
    ),
    "to": re.compile(
        r"zu\s+(?P<number>\d{1,3}(?:\.\d{1,3})*\.?):?\s+(?=[A-ZÄÖÜ\"„“(\d§])"
        r"|zu\s+(?P<owned>\d{1,3}(?:\.\d{1,3})+\.?):?\s+(?=(?:des|der)\s+[A-ZÄÖÜ])"
    ),
    "top": re.compile(
        rf"(?:TOPs?|Top|T\sO\sP|Tagesordnungspunkte?|Tagesordnungspkt\.|Pkte?\.)\s?(?P<number>{SEVERAL})\s?"
        r"(?::|[-–]\s|$|\(|(?=[A-ZÄÖÜ„\"])|(?<=\s)(?=\d))"
    ),
    "letter": re.compile(r"(?P<number>(?:Ö|N|NÖ)\s\d{1,3}(?:\.\d{1,3})*\.?)\s+(?=[A-ZÄÖÜ\"„\d§])"),
    "point": re.compile(rf"Punkte?\s(?P<number>{SEVERAL})\s?(?::|[-–]\s|\.\s+(?=[A-ZÄÖÜ]))"),
    "serial": re.compile(r"[Ll]fd\.?\s?Nr\.?\s?(?P<number>\d{1,4})\s?(?::|[-–]\s|$)"),
    "section": re.compile(r"§\s?(?P<number>\d{1,4})\s?(?::|[-–]\s|$)"),
}
"""What opens an item, the surest form first. A document uses one of them."""

SURE: tuple[Form, ...] = ("record", "of_agenda")
"""Forms that are not used for anything else."""

WEAK: tuple[Form, ...] = ("to", "top", "point", "section")
"""Forms that running text uses too (`zu 10 Prozent`)."""

PLAIN = re.compile(
    r"(?:TOP\s?)?(?P<number>(?:(?:Ö|N|NÖ)\s?)?\d{1,3}(?:\.\d{1,3})*)(?:\.\)?|\))?(?:\s*:)?\s+(?=[A-ZÄÖÜ\"„“»(§\d])"
)
"""A number and a title, as agendas list them."""

LOOSE = re.compile(rf"(?:Punkte?|TOP)\s(?P<number>{ONE})\s?:?\s")


@dataclass(frozen=True, slots=True)
class Opening:
    """How a line opens an item: the number as shown, where its title begins in the line, and what a bracket tells."""

    form: Form
    number: str
    title_at: int
    part: str = ""


INITIALS = frozenset("ALlNPTZzÖ§")
"""What the forms begin with: most lines need not be matched against each of them."""


def opening_of(line: str) -> Opening | None:
    """How the line opens an item, if it does."""
    if line[:1] not in INITIALS:
        return None
    for form, pattern in FORMS.items():
        if match := pattern.match(line):
            part = match["part"] if form == "record" else None
            number = match["number"] or match["owned"]
            return Opening(form, shown(number), match.end(), part or "")
    return None


def plain_opening(line: str) -> Opening | None:
    """A number and a title, as in an agenda."""
    match = PLAIN.match(line)
    return Opening("number", shown(match["number"]), match.end()) if match else None


def loose_opening(line: str) -> Opening | None:
    """`Punkt 4.1 …` without any sign, to be trusted only among headings."""
    match = LOOSE.match(line)
    return Opening("point", shown(match["number"]), match.end()) if match else None


def shown(number: str) -> str:
    """The number on one line, without a stop at its end."""
    return re.sub(r"\s?\.\s?(?=\d)", ".", " ".join(number.split())).rstrip(".")


def levels(number: str) -> tuple[int, ...]:
    """`Ö 3.2` → (3, 2); of several numbers the first counts."""
    first = re.search(r"\d+(?:\.\d+)*", number)
    return tuple(int(level) for level in first[0].split(".")) if first else ()


def follows(number: tuple[int, ...], last: tuple[int, ...]) -> bool:
    """Whether an agenda may go on from `last` with `number`; two numbers may be left out."""
    if not last:
        return all(level <= 3 for level in number)
    for at, (new, old) in enumerate(zip(number, last, strict=False)):
        if new != old:
            return old < new <= old + 3 and all(level == 1 for level in number[at + 1 :])
    return len(number) > len(last) and all(level == 1 for level in number[len(last) :])
