"""The persons who may be told to have voted: those the text names, and attendees by their bare surnames."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from pipeline.extensions import text_of
from pipeline.findings import Name, PersonMention

WORD = re.compile(r"(?<![\w-])[A-ZÄÖÜ][\w-]+")


def persons_of(doc: Doc) -> list[PersonMention]:
    """Everybody named in a doc, in order; factions that speak like persons are left out."""
    named = [person for person in doc._.people if person.name.family_name or not _is_group(person.name)]
    return sorted([*named, *_by_surname(doc, named)], key=lambda person: person.start)


def _is_group(name: Name) -> bool:
    return "raktion" in (name.role or "").lower() or "gruppe" in (name.role or "").lower()


def _by_surname(doc: Doc, named: list[PersonMention]) -> Iterator[PersonMention]:
    """Attendees in lists that give surnames only ("Die Ratsmitglieder Muster, Probe und Test nehmen nicht teil")."""
    surnames: dict[str, list[Name]] = {}
    for attendee in doc._.attendees:
        if attendee.name.family_name:
            surnames.setdefault(attendee.name.family_name, []).append(attendee.name)
    taken = {at for person in named for at in range(person.start, person.end)}
    if surnames:
        for word in WORD.finditer(text_of(doc)):
            names = surnames.get(word[0], [])
            if len(names) == 1 and word.start() not in taken:
                yield PersonMention(start=word.start(), end=word.end(), name=names[0])
