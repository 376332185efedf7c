"""Who is a private person: citizens by their role, and whoever asks in a question time for residents and holds no
office there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.findings import Item, PersonMention
from pipeline.people.roster import Roster

_QUESTION_TIME = re.compile(
    r"(?:Einwohner|Bürger|Zuhörer|Jugend|öffentliche\s+)\w*frage\w*|Fragestunde", re.IGNORECASE
)


def mark_private(
    mentions: Sequence[PersonMention], items: Sequence[Item], roster: Roster
) -> tuple[PersonMention, ...]:
    """MENTIONS with citizens in a question time marked; who is on the attendance list or has an office is none."""
    times = [(item.start, item.end) for item in items if _QUESTION_TIME.search(item.title or "")]
    if not times:
        return tuple(mentions)
    return tuple(
        replace(mention, private=True)
        if _is_guest(mention, roster) and any(start <= mention.start < end for start, end in times)
        else mention
        for mention in mentions
    )


def _is_guest(mention: PersonMention, roster: Roster) -> bool:
    name = mention.name
    stranger = name.family_name is not None and name.family_name not in roster.families
    return stranger and not (name.office or name.faction or name.role)
