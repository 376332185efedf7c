"""What of OParl stands in the vocabulary: labels, expected properties, and how meetings and parts are named."""

from __future__ import annotations

import re
import tomllib

from sources import sittings
from sources.council import classification_of
from sources.organs import without_body
from sources.words import VOCABULARIES

_LISTED = tomllib.loads((VOCABULARIES / "oparl.toml").read_text("utf-8"))
LABELS: dict[str, str] = _LISTED["labels"]
TYPES: dict[str, str] = _LISTED["types"]
FILES: dict[str, str] = _LISTED["files"]
EXPECTED: dict[str, list[str]] = _LISTED["expected"]
LISTS: dict[str, list[str]] = _LISTED["lists"]
PUBLIC = re.compile(_LISTED["parts"]["public"], re.IGNORECASE)
NONPUBLIC = re.compile(_LISTED["parts"]["nonpublic"], re.IGNORECASE)
AROUND = re.compile("|".join(_LISTED["meetings"]["around"]), re.IGNORECASE)

EMBEDDED = {
    "organization": "Organization", "person": "Person", "membership": "Membership", "consultation": "Consultation",
    "meeting": "Meeting", "paper": "Paper", "agendaItem": "AgendaItem", "body": "Body", "location": "Location",
    "legislativeTerm": "LegislativeTerm",
}  # fmt: skip
"""The type of an object that stands in a property."""

RELATED = ("relatedPaper", "superordinatedPaper", "subordinatedPaper", "subordinatePaper")
HALF_CONSULTATION = (
    "a consultation names no paper or no agenda item",
    "look at the paper and its meeting; the consultation stands in the text only",
)
HALF_MEMBERSHIP = (
    "memberships name a person or organisation by address only",
    "get the objects of the persons with their organisations",
)


def organ_in(meeting: str | None) -> str | None:
    """The organ that a meeting is named after (`20. Sitzung des Stadtrates` → `Stadtrat`), None where it names none."""
    shown = AROUND.sub("", " ".join((meeting or "").split())).strip(" -–,")
    organ = without_body(sittings.organ_in(shown) or shown)
    return organ if classification_of(organ) else None


def part_in(name: str | None) -> bool | None:
    """Whether an item that only heads a part heads the public one; None for any other item."""
    if not name:
        return None
    return True if PUBLIC.match(name) else False if NONPUBLIC.match(name) else None


def municipal_key(ags: str | None, rgs: str | None) -> str | None:
    """The Amtliche Gemeindeschlüssel as it is written: eight digits (five for a district).

    A server that takes it for a number loses the leading zero of the states 01 to 09; the Regionalschlüssel holds it
    with four digits for the association in between. None for what is none.
    """
    digits = re.sub(r"\s", "", ags or "")
    if re.fullmatch(r"\d{7}|\d{4}", digits):
        digits = f"0{digits}"
    if re.fullmatch(r"\d{8}|\d{5}", digits):
        return digits
    whole = re.fullmatch(r"(\d{5})\d{4}(\d{3})", re.sub(r"\s", "", rgs or ""))
    return whole[1] + whole[2] if whole else None
