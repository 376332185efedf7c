"""Who is a private person: citizens by what they are called, and whoever asks in a question time for residents and
holds no office and belongs to no faction anywhere in the document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.findings import Item, PersonMention
from pipeline.people.registry import Known, Registry
from pipeline.people.vocabulary import office, word_set

_QUESTION_TIME = re.compile(
    r"(?:Einwohner|Bürger|Zuhörer|Jugend|öffentliche\s+)\w*frage\w*|Fragestunde", re.IGNORECASE
)

_BEFORE = 40
"""So many letters before a name may hold the adjective (`als sachkundige Einwohner Max Eins, Jan Zwei`)."""


def mark_private(
    mentions: Sequence[PersonMention], text: str, items: Sequence[Item], registry: Registry
) -> tuple[PersonMention, ...]:
    """MENTIONS with citizens marked, each at every place that names them.

    Who is on the attendance list, holds an office or belongs to a faction is none.
    """
    times = [(item.start, item.end) for item in items if _QUESTION_TIME.search(item.title or "")]
    private: list[Known] = []
    marked = []
    for mention in mentions:
        known = registry.who(mention.name)
        asks = any(start <= mention.start < end for start, end in times) and not mention.name.role
        is_private = (
            mention.private or _is_citizen(mention, text, known) or (asks and _is_stranger(mention, known))
        )
        private += [known] if is_private and known else []
        marked.append((replace(mention, private=True) if is_private else mention, known))
    return tuple(
        replace(mention, private=True) if known in private and not mention.name.role else mention
        for mention, known in marked
    )


def _is_citizen(mention: PersonMention, text: str, known: Known | None) -> bool:
    """Whether a named person is introduced as a citizen (`der Einwohner Herr Braun`), not as a committee's member."""
    called = office(mention.name.office) if mention.name.office else None
    if called is None or not called.private or (known and (known.listed or known.public)):
        return False
    before = text[max(0, mention.start - _BEFORE) : mention.end].lower().split()
    return not any(word.startswith(tuple(word_set("honorary.txt"))) for word in before)


def _is_stranger(mention: PersonMention, known: Known | None) -> bool:
    """Whether the document says nothing of a named person that makes them more than a citizen."""
    if known is None:
        return mention.name.family_name is not None and not (mention.name.office or mention.name.faction)
    return not (known.listed or known.public)
