"""Who is a private person: citizens by what they are called, and whoever asks in a question time for residents and
holds no office there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.findings import Item, PersonMention
from pipeline.people.roster import Roster
from pipeline.people.vocabulary import office

_QUESTION_TIME = re.compile(
    r"(?:Einwohner|Bürger|Zuhörer|Jugend|öffentliche\s+)\w*frage\w*|Fragestunde", re.IGNORECASE
)


def mark_private(
    mentions: Sequence[PersonMention], items: Sequence[Item], roster: Roster
) -> tuple[PersonMention, ...]:
    """MENTIONS with citizens marked: whoever is called one, and strangers without an office in a question time.

    Who is on the attendance list is none.
    """
    times = [(item.start, item.end) for item in items if _QUESTION_TIME.search(item.title or "")]
    return tuple(
        replace(mention, private=True)
        if _is_citizen(mention, roster)
        or (_is_guest(mention, roster) and any(start <= mention.start < end for start, end in times))
        else mention
        for mention in mentions
    )


def _is_citizen(mention: PersonMention, roster: Roster) -> bool:
    """Whether a named person is introduced as a citizen (`der Einwohner Herr Braun`)."""
    called = office(mention.name.office) if mention.name.office and _is_stranger(mention, roster) else None
    return called is not None and called.private


def _is_guest(mention: PersonMention, roster: Roster) -> bool:
    name = mention.name
    return _is_stranger(mention, roster) and not (name.office or name.faction or name.role)


def _is_stranger(mention: PersonMention, roster: Roster) -> bool:
    return mention.name.family_name is not None and mention.name.family_name not in roster.families
