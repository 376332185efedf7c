"""Names without form of address, title or office: what stands around them shows that they are persons."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.findings import Name, PersonMention
from pipeline.people.factions import bracketed, faction_behind, is_party
from pipeline.people.names import Reading, is_common_word, may_be_name, read_name
from pipeline.people.roster import Roster
from pipeline.people.signed import signed_name
from pipeline.people.vocabulary import given_names, is_institution
from pipeline.people.words import Word

ARTICLES = frozenset(
    [
        "der",
        "die",
        "das",
        "dem",
        "den",
        "des",
        "ein",
        "eine",
        "einem",
        "einen",
        "einer",
        "eines",
        "beim",
        "vom",
        "zum",
        "zur",
        "dieser",
        "diese",
        "dieses",
        "diesem",
    ]
)
_BEFORE_BARE = frozenset(["und", "sowie", "seitens", "so", "von"])
"""Words before a name without any description (`Anna Braun und Ida Weiß erklären`, `…, so Anna Braun, …`)."""
_ABBREVIATION = re.compile(r"[A-ZÄÖÜ](?:[a-zäöü]{0,3}[A-ZÄÖÜ]){1,5}[a-zäöü]?|[A-ZÄÖÜ]{2,6}")
"""An office of the administration, cut short (`TBA`, `AfSta`)."""


def bare(ws: Sequence[Word], at: int, roster: Roster) -> tuple[list[PersonMention], int] | None:
    """A name without any description: believed with the attendance list, or with a faction or colon behind it."""
    reading = read_name(ws, at, roster.families)
    if reading is None:
        return None
    faction, stop = faction_behind(ws, reading.stop)
    listed = reading.family in roster.families
    known = listed and (reading.given is not None or not is_common_word(reading.family))
    goes_on = stop < len(ws) and (ws[stop].text.islower() or ws[stop].text == ",")
    before = ws[at - 1].low if at else ""
    speaks = _colon(ws, stop) or (goes_on and (opens_sentence(ws, at) or before in _BEFORE_BARE))
    if not (known or (reading.given and (faction or speaks or _stands_apart(ws, at, reading)))):
        return None
    name = roster.complete(Name(given_name=reading.given, family_name=reading.family, faction=faction))
    return [PersonMention(start=ws[at].start, end=ws[stop - 1].end, name=name)], stop


def _stands_apart(ws: Sequence[Word], at: int, reading: Reading) -> bool:
    """Whether given and family name are an apposition or have one (`der Minister, Jan Holm, …`)."""
    behind = reading.stop < len(ws) and ws[reading.stop].text == ","
    return behind and at > 0 and ws[at - 1].low not in ARTICLES


def _colon(ws: Sequence[Word], at: int) -> bool:
    return at < len(ws) and ws[at].text == ":"


def with_bracket(ws: Sequence[Word], at: int, roster: Roster) -> tuple[list[PersonMention], int] | None:
    """A name that a faction in brackets ends, or any bracket where a colon behind it gives the word."""
    reading = signed_name(ws, at, roster.families)
    if reading is None:
        return None
    faction, stop = bracketed(ws, reading.stop)
    unusual = not any(is_common_word(word.text) for word in ws[at : reading.stop])
    believed = faction or ((unusual or ws[at].text in given_names()) and _is_worded(ws, reading.stop, stop))
    speaks = believed and stop > reading.stop and _colon(ws, stop) and opens_sentence(ws, at)
    if not (speaks or (faction and (unusual or is_party(faction) or ws[at].text in given_names()))):
        return None
    name = roster.complete(Name(given_name=reading.given, family_name=reading.family, faction=faction))
    return [PersonMention(start=ws[at].start, end=ws[stop - 1].end, name=name)], stop


def _is_worded(ws: Sequence[Word], start: int, stop: int) -> bool:
    """Whether no number stands in the bracket: a paper's number or a year tells of a thing."""
    return not any(sign.isdigit() for word in ws[start:stop] for sign in word.text)


def with_office(ws: Sequence[Word], at: int) -> tuple[list[PersonMention], int] | None:
    """A mere family name that begins a paragraph, an office in brackets and a verb behind it (`Braun (TBA) sagt`)."""
    behind = ws[at + 1 : at + 5]
    if at or len(behind) < 4 or [behind[0].text, behind[2].text] != ["(", ")"]:
        return None
    abbreviation, verb = behind[1].text, behind[3].text
    if not (_ABBREVIATION.fullmatch(abbreviation) and (verb == ":" or verb.endswith(("t", "te")))):
        return None
    if not may_be_name(ws[at].text) or is_institution(ws[at].text):
        return None
    name = Name(family_name=ws[at].text)
    return [PersonMention(start=ws[at].start, end=ws[at].end, name=name)], at + 1


def with_party(ws: Sequence[Word], at: int, roster: Roster) -> tuple[list[PersonMention], int] | None:
    """A mere family name with its party and a colon behind it, also in capitals (`Braun (CDU):`, `BRAUN (CDU):`)."""
    if at + 1 >= len(ws) or ws[at + 1].text not in ("(", "[") or not opens_sentence(ws, at):
        return None
    faction, stop = bracketed(ws, at + 1)
    shouted = ws[at].text.isupper() and len(ws[at].text) > 2
    if not (faction and is_party(faction) and _colon(ws, stop) and (shouted or may_be_name(ws[at].text))):
        return None
    family = ws[at].text.title() if shouted else ws[at].text
    name = roster.complete(Name(family_name=family, faction=faction))
    return [PersonMention(start=ws[at].start, end=ws[stop - 1].end, name=name)], stop


def opens_sentence(ws: Sequence[Word], at: int) -> bool:
    """Whether the word at AT may be the first of a sentence."""
    return (
        at == 0 or ws[at - 1].text in (".", ":", "!", "?", "–", "-", "(") or ws[at].start - ws[at - 1].end > 1
    )
