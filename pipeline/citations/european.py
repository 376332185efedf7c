"""Acts of the European Union by their numbers: `Verordnung (EU) 2016/679`, `Richtlinie 2014/24/EU`."""

from __future__ import annotations

import re

UNION = r"(?:EU|EG|EWG|Euratom)"
ACT = re.compile(
    rf"(?P<sort>V(?<!\wV)(?:erordnung|O)|R(?<!\wR)(?:ichtlinie|L)|B(?<!\wB)eschluss)\s"
    rf"(?:\((?P<union>{UNION})\)\s(?P<nr>Nr\.\s?)?(?P<number>\d{{1,4}}/\d{{2,4}})|(?P<with_union>\d{{2,4}}/\d{{1,4}}/{UNION}))(?![\w/])"
)
SORTS = {"VO": "Verordnung", "RL": "Richtlinie"}


def act_at(text: str, at: int) -> tuple[str, int] | None:
    """The act named exactly at `at` in uniform writing, and where its name ends."""
    match = ACT.match(text, at)
    if not match:
        return None
    sort = SORTS.get(match["sort"], match["sort"])
    if match["with_union"]:
        return f"{sort} {match['with_union']}", match.end()
    nr = "Nr. " if match["nr"] else ""
    return f"{sort} ({match['union']}) {nr}{match['number']}", match.end()
