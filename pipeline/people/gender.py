"""Grammatical gender of a person as far as the name tells it: form of address, office, role, given name."""

from __future__ import annotations

from functools import lru_cache

from pipeline.findings import Name
from pipeline.people.vocabulary import Gender, given_names, office


@lru_cache(maxsize=4096)
def gender_of(name: Name) -> Gender:
    """`m`, `f`, or `x` where nothing tells."""
    if name.form_of_address == "Herr":
        return "m"
    if name.form_of_address:
        return "f" if name.form_of_address == "Frau" else "x"
    for word in (*(name.office or "").split(), name.role or ""):
        if word and (gender := _of_office(word)) != "x":
            return gender
    for given in (name.given_name or "").replace("-", " ").split():
        if given in given_names():
            return given_names()[given]
    return "x"


def _of_office(word: str) -> Gender:
    known = office(word)
    if known is None:
        return "x"
    return "m" if known.adjectival and word.endswith("er") else known.gender
