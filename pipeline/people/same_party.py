"""Whether two wordings mean the same faction (`GRÜNE` and `Bündnis 90/Die Grünen`)."""

from __future__ import annotations

import re
from functools import cache

from db.records.ids import slug
from pipeline.people.vocabulary import lines


@cache
def same_faction(one: str, other: str) -> bool:
    """Whether the wordings share a party; a group of two parties is the faction of either."""
    return bool(_parties(one) & _parties(other))


@cache
def _parties(faction: str) -> frozenset[str]:
    """The words that tell the factions of a council apart, in small letters."""
    found = re.findall(
        r"[a-z0-9]+", re.sub(r"(?:stadt|kreis|gemeinde)?rats?(?=fraktion|gruppe)", "", slug(faction))
    )
    words = frozenset(_aliases().get(word, word) for word in found if _aliases().get(word, word) != "-")
    return words or frozenset(found)


@cache
def _aliases() -> dict[str, str]:
    """Words with what counts for them, `-` where nothing does."""
    pairs = [line.partition(" ") for line in lines("party_aliases.txt")]
    return {written: counted for written, _, counted in pairs}
