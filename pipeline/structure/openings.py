"""Labels of attendance lists with the names behind them: `Anwesend: BM Huber, GR Meier`, `CDU-Fraktion: …`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from pipeline.people.vocabulary import office
from pipeline.structure.entries import Group, Status
from pipeline.structure.vocabulary import alternatives

LABEL = re.compile(r"(?P<head>[^:\n]{2,70}?)\s*:\s+(?=\S)")
SENTENCE = re.compile(
    r"(?P<head>(?:Anwesend|Entschuldigt|Abwesend|Es fehl(?:en|ten?))\b[^:,]{0,30}?"
    r"\s?(?:waren|sind|war|fehlten?|entschuldigt))"
    r"(?:\s(?:die|der|folgende))*\s+(?=[A-ZÄÖÜ])"
)
"""The same without a colon (`Anwesend waren die Gemeinderäte …`)."""
STATUSES: dict[Status, re.Pattern[str]] = {
    status: re.compile(alternatives("attendance", f"{status} label"), re.IGNORECASE)
    for status in ("excused", "absent", "present")
}
ROLES = {
    role: re.compile(alternatives("attendance", f"{role} label"), re.IGNORECASE)
    for role in ("Verwaltung", "Gast", "Schriftführung", "Vorsitz", "Mitglied")
}
FACTION = re.compile(
    rf"(?:(?P<party>{alternatives('attendance', 'party')})|Fraktion\s(?P<named>\w.{{1,40}})|(?P<first>\S.{{1,40}}?)"
    rf"[-\s]?(?:{alternatives('attendance', 'suffix')}))"
)


class Opening(NamedTuple):
    """A label: the group it opens, and where the names begin behind it."""

    group: Group
    end: int


def opening_of(words: str, before: Group) -> Opening | None:
    """The label a line begins with, where names follow in the line; None without one that is known."""
    found = LABEL.match(words) or SENTENCE.match(words)
    if found is None:
        return None
    group = _group(found["head"], before)
    return Opening(group, found.end()) if group else None


def _group(head: str, before: Group) -> Group | None:
    if faction := FACTION.fullmatch(head):
        name = faction["party"] or faction["named"] or faction["first"]
        return replace(before, role="Mitglied", office=None, factions=(name,))
    status = next((status for status, pattern in STATUSES.items() if pattern.search(head)), None)
    role = next((role for role, pattern in ROLES.items() if pattern.search(head)), None)
    held = office(head.split()[-1]) if head[0].isupper() else None
    if status is None and role is None and held is None:
        return None
    named = held.noun if held and not held.plural and role in (None, "Verwaltung") else None
    return Group(status or (before.status if role == "Mitglied" else "present"), role, named)
