"""What a word of a text can be found by."""

from __future__ import annotations

import re
from functools import cache

from db.search.compounds import parts
from db.search.stems import stem

WORD = re.compile(r"[^\W_]+")

SHORTEST_COMPOUND = 6


def forms(text: str) -> str:
    """Everything the words of a text can be found by, each once, separated by blanks."""
    return " ".join(dict.fromkeys(form for word in WORD.findall(text) for form in forms_of(word)))


@cache
def forms_of(word: str) -> tuple[str, ...]:
    """The stem of a word and those of its parts: `Haushaltssatzung` → `haushaltssatzung`, `haushalt`, `satzung`.

    Only nouns are taken apart, which German writes with a capital: parts of verbs and adjectives mislead.
    """
    if len(word) < SHORTEST_COMPOUND or not word[0].isupper():
        return (stem(word),)
    return tuple(dict.fromkeys(map(stem, (word, *parts(word)))))
