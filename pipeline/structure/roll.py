"""Names that stand one behind the other in a line of an attendance list: `Anwesend: BM Huber, GR Meier und GR Kurz`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from pipeline.findings import Name
from pipeline.people.mentions import find_mentions
from pipeline.people.names import is_common_word
from pipeline.people.roster import Roster
from pipeline.people.vocabulary import classify, given_names, office
from pipeline.structure.names import WORD, name_of
from pipeline.structure.vocabulary import alternatives

BETWEEN = re.compile(r"\s*[;,]\s+|\s+(?:und|sowie|u\.)\s+")
BEFORE = re.compile(r"(?:(?:\d{1,2}[.)]|[-–•▪\uf0b7])\s+|(?:die|der|den|das|folgende|und|sowie)\s+)*")
"""What stands before a name: numbers, bullets, articles."""
ADJECTIVE = re.compile(r"(?:(?:stellv|stv|hauptamtl|ehrenamtl)\w*\.?\s)?")
"""What may stand before an office (`stellv. Bürgermeisterin`)."""
INVERTED = re.compile(
    rf"(?P<family>{WORD}),\s(?P<given>{WORD}(?:\s(?:[A-ZÄÖÜ]\.|{WORD}))?)(?=\s*$|\s\s|\t|\s?\()"
)
"""`Braun, Anna` of lists that put the family name first."""
SURNAME = re.compile(rf"(?:(?:{alternatives('names', 'particle')})\s)?{WORD}")


class Entry(NamedTuple):
    """A person of a line: the piece that tells it, the name, what stands behind the name, and whether the office before
    it is told for those that follow, too (`die Gemeinderäte Braun, Weiß`)."""

    start: int
    end: int
    name: Name
    rest: str
    shared: bool = False


def entries_of(words: str, *, surnames: bool, before: Entry | None = None) -> tuple[Entry, ...]:
    """The persons of a line or a piece of one; with `surnames`, a word by itself is the name of one, too.

    `before` is the person whom the line above named last, where the names go on.
    """
    found: list[Entry] = [before] if before else []
    for start, end in pieces(words):
        entry = _person(words, start, end, surnames=surnames, shared=bool(found and found[-1].shared))
        if found and (entry is None or _explains(entry, found[-1])):
            found[-1] = _explained(found[-1], words[start:end])
        elif entry is not None:
            found.append(_of_same_office(entry, found))
    return tuple(found[bool(before) :])


def pieces(words: str) -> Iterator[tuple[int, int]]:
    """The stretches between commas and `und` that do not stand in brackets."""
    if inverted := INVERTED.match(words):
        yield 0, len(words) if "," not in words[inverted.end() :] else inverted.end()
        return
    start = 0
    for sign in BETWEEN.finditer(words):
        before = words[start : sign.start()]
        if before.count("(") > before.count(")"):
            continue
        if before.strip():
            yield start, sign.start()
        start = sign.end()
    if words[start:].strip():
        yield start, len(words)


def _explains(entry: Entry, before: Entry) -> bool:
    """Whether what looks like a person is the office of the one before (`Herr Jörg Braun, Amtsleiter Umwelt`)."""
    name = entry.name
    described = name.office and not (name.given_name or name.form_of_address)
    return bool(described and before.name.form_of_address and not before.name.office)


def _person(words: str, start: int, end: int, *, surnames: bool, shared: bool) -> Entry | None:
    piece = words[start:end]
    skipped = BEFORE.match(piece)
    begin = skipped.end() if skipped else 0
    bare = piece[begin:]
    if inverted := INVERTED.match(bare):
        given = inverted["given"].split()[0]
        if given in given_names() or not (is_common_word(given) or classify(given)):
            name = Name(given_name=inverted["given"], family_name=inverted["family"])
            return Entry(start + begin, end, name, bare[inverted.end() :])
    elif read := (
        _described(bare)
        or _abbreviated(bare)
        or _full(bare, expected=surnames, shared=shared)
        or (_surname(bare) if surnames else None)
    ):
        known = office(read[0].office or "-")
        name = replace(read[0], office=known.noun) if known and known.plural else read[0]
        return Entry(start + begin, end, name, bare[read[1] :], bool(known and known.plural))
    return None


def _described(bare: str) -> tuple[Name, int] | None:
    """A name behind a form of address, a title or an office."""
    mentions = find_mentions(bare, Roster())
    if not mentions or not mentions[0].name.family_name or not ADJECTIVE.fullmatch(bare[: mentions[0].start]):
        return None
    return mentions[0].name, mentions[0].end


def _full(bare: str, *, expected: bool, shared: bool) -> tuple[Name, int] | None:
    """Given and family name without anything before them; where names are `expected`, the given one may be rare, and
    behind an office that is `shared` any word may be one."""
    read = name_of(bare)
    given = (read[0].given_name or "").split() if read else []
    if not read or not given or read[0].office:
        return None
    known = given[0] in given_names() or given[0].split("-")[0] in given_names()
    return read if known or shared or (expected and not is_common_word(given[0])) else None


def _surname(bare: str) -> tuple[Name, int] | None:
    found = SURNAME.match(bare)
    if not found or classify(found[0]) or not re.match(r"\s*(?:$|\(|\s\s)", bare[found.end() :]):
        return None
    return Name(family_name=found[0]), found.end()


def _abbreviated(bare: str) -> tuple[Name, int] | None:
    """A name behind an abbreviated office that is not known (`VA Braun`)."""
    found = re.match(rf"(?P<office>[A-ZÄÖÜ]{{2,5}}(?:in)?)\.?\s(?P<family>{WORD})(?=\s*$|\s*\()", bare)
    return (Name(office=found["office"], family_name=found["family"]), found.end()) if found else None


def _of_same_office(entry: Entry, before: list[Entry]) -> Entry:
    """`die Gemeinderäte Anna Braun, Bernd Weiß`: a name without office behind one whose office was told for several."""
    if not before or not before[-1].shared or entry.name.office or entry.name.form_of_address:
        return entry
    return entry._replace(name=replace(entry.name, office=before[-1].name.office), shared=True)


def _explained(entry: Entry, piece: str) -> Entry:
    """An office behind the comma after a name belongs to it."""
    words = piece.strip()
    first = words.split()[0] if words else ""
    if entry.name.office or not first[:1].isupper() or entry.rest.strip():
        return entry
    return entry._replace(rest=f", {words}")
