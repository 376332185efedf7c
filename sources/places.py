"""Municipalities that a text names (`der Stadt Auental`, `im Landkreis Moorau`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from sources.words import word_list

FORMS = {form: line.split()[0] for line in word_list("territories.txt") for form in line.split()}
PART = r"[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ]?[a-zäöüß]+)*"
BEHIND = r"(?:\s(?:am|an der|ob der|vor der)\s(?!{no_river})[A-ZÄÖÜ][a-zäöüß]+|\s\([A-ZÄÖÜ][a-zäöüß. ]+\))?".format(
    no_river="|".join(rf"{word}\b" for word in word_list("no_rivers.txt"))
)
NAME = rf"(?:(?:Bad|Sankt|St\.|Groß|Klein|Alt|Neu|Markt|Hohen|Freie)\s)?{PART}{BEHIND}"
BODY = re.compile(rf"\b(?P<kind>{'|'.join(sorted(FORMS, key=len, reverse=True))})\s(?P<name>{NAME})")
NO_PLACE = frozenset(word_list("no_places.txt"))


def bodies_named(text: str) -> Counter[str]:
    """The municipalities named in full and how often, in the nominative (`des Kreises X` → `Kreis X`)."""
    return Counter(
        f"{FORMS[match['kind']]} {match['name']}"
        for match in BODY.finditer(text)
        if match["name"].split()[0] not in NO_PLACE
    )


def only_body(text: str, kinds: Iterable[str] = ()) -> str | None:
    """The only municipality that the text names in full, of these kinds where some are given."""
    wanted = frozenset(kinds)
    named = [name for name in bodies_named(text) if not wanted or name.split()[0] in wanted]
    return named[0] if len(named) == 1 else None
