"""The parts of a full name as lists of members write it (`Dr. Erika von Muster`, `Herr Max Muster`)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sources.words import word_list

TITLE = re.compile("|".join(word_list("academic_titles.txt")))
PARTICLES = frozenset(word_list("name_particles.txt"))
ADDRESSES = {"Herr": "Herr", "Herrn": "Herr", "Hr.": "Herr", "Frau": "Frau", "Fr.": "Frau"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalName:
    """A name in its parts; `family_name` holds the particles (`von Muster`) and is never empty for a filled name."""

    family_name: str
    given_name: str | None = None
    form_of_address: str | None = None
    title: str | None = None

    @property
    def full(self) -> str:
        """Title, given and family name without the form of address."""
        return " ".join(filter(None, (self.title, self.given_name, self.family_name)))


def split_name(name: str) -> PersonalName:
    """The parts of a name; `Muster, Dr. Max` is turned round first.

    The family name is the last word with the particles before it: of several family names without a hyphen only the
    last is told from the given names.
    """
    family, comma, rest = name.partition(",")
    words = (f"{rest} {family}" if comma else name).split()
    address = next((ADDRESSES[word] for word in words[:-1] if word in ADDRESSES), None)
    titles = [word for word in words[:-1] if TITLE.fullmatch(word)]
    words = [word for word in words if word not in ADDRESSES and word not in titles] or words
    first = len(family.split()) if comma else 1
    start = max(len(words) - first, 0)
    while start and words[start - 1].lower() in PARTICLES:
        start -= 1
    return PersonalName(
        family_name=" ".join(words[start:]),
        given_name=" ".join(words[:start]) or None,
        form_of_address=address,
        title=" ".join(titles) or None,
    )
