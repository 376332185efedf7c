"""What of OParl stands in the vocabulary: labels, expected properties, and how meetings and parts are named."""

from __future__ import annotations

import re
import tomllib

from sources.council import classification_of
from sources.organs import nominative, without_body
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


def organ_in(meeting: str | None) -> str | None:
    """The organ that a meeting is named after (`20. Sitzung des Stadtrates` → `Stadtrat`), None where it names none."""
    plain = " ".join((meeting or "").split())
    organ = AROUND.sub("", plain).strip(" -–,")
    if organ != plain:
        organ = nominative(organ)
    organ = without_body(organ)
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
