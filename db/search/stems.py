"""What the forms of a word have in common: `Bebauungspläne` and `Bebauungsplan`, `Müller` and `Mueller`, `Straße` and
`Strasse` are the same to a reader."""

from __future__ import annotations

from functools import cache

import Stemmer

_snowball = Stemmer.Stemmer("german")


@cache
def stem(word: str) -> str:
    """The stem by Snowball's German rules, which also fold ä and ae to a, ß to ss."""
    return str(_snowball.stemWord(word.lower()))
