"""Finding persons and roles in running text: each capitalised word is looked up once, a hit is read to its end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from pipeline.findings import Name, PersonMention
from pipeline.people.bare import ARTICLES, bare, opens_sentence, with_bracket, with_office, with_party
from pipeline.people.factions import bracketed, faction_behind, is_faction, joined_text
from pipeline.people.names import Reading, are_unknown, is_common_word, may_be_name, read_name
from pipeline.people.roster import Roster
from pipeline.people.signed import signed_name
from pipeline.people.vocabulary import (
    ADDRESSES,
    CUT_ADDRESSES,
    classify,
    office,
    word_set,
)
from pipeline.people.words import Word, words

_FIELDS = frozenset(["med", "phil", "jur", "rer", "nat", "h", "c", "pol", "agr", "oec", "habil"])
_SEATS = ("rätin", "mitglied", "beigeordnete", "verordnete", "abgeordnete")
_CAPITALS = re.compile(r"[A-ZÄÖÜ]{2,5}(?:['’]?in)?")
"""An office that no list may know, cut short."""
_CUT_SHORT = frozenset(
    ["stellv", "stv", "stellvertr", "amt", "hauptamtl", "ehrenamtl", "zust", "geschäftsf", "gf"]
)


@dataclass(slots=True)
class _Parts:
    """What stood before the name: form of address, titles, offices; `at` is the index of the next word."""

    at: int
    address: str | None = None
    titles: list[str] = field(default_factory=list)
    offices: list[str] = field(default_factory=list)
    plural: bool = False


def find_mentions(text: str, roster: Roster) -> list[PersonMention]:
    """All mentions in a text, in order and without overlap."""
    return mentions_in(words(text), roster)


def mentions_in(ws: Sequence[Word], roster: Roster) -> list[PersonMention]:
    """All mentions in a stretch of words, which ends every name."""
    found: list[PersonMention] = []
    small = word_set("short_offices.txt")
    at = 0
    while at < len(ws):
        word = ws[at].text
        read = _read(ws, at, roster) if word[0].isupper() or word in small else None
        if read is None:
            at += 1
            continue
        mentions, at = read
        found.extend(mentions)
    return found


def _read(ws: Sequence[Word], at: int, roster: Roster) -> tuple[list[PersonMention], int] | None:
    """The mentions that begin at AT and the index behind them."""
    if ws[at].text in word_set("speaking_parties.txt") and at and ws[at - 1].low == "die":
        name = Name(role=ws[at].text)
        return [PersonMention(start=ws[at - 1].start, end=ws[at].end, name=name)], at + 1
    kind = classify(ws[at].text)
    if kind == "group":
        return _group(ws, at)
    if kind in ("address", "title", "office") or _is_abbreviation(ws, at):
        return _described(ws, at, roster)
    if signed := with_bracket(ws, at, roster):
        return signed
    if kind == "given":
        return bare(ws, at, roster) or with_party(ws, at, roster)
    if ws[at].text in word_set("short_roles.txt") and at and ws[at - 1].low in ("der", "die"):
        stop = at + 1 + _dot(ws, at + 1) * (at + 2 < len(ws) and ws[at + 2].text.islower())
        return [
            PersonMention(start=ws[at - 1].start, end=ws[stop - 1].end, name=Name(role=ws[at].text))
        ], stop
    if ws[at].text in roster.families or (opens_sentence(ws, at) and are_unknown(ws, at)):
        return bare(ws, at, roster)
    return with_party(ws, at, roster) or with_office(ws, at)


def _group(ws: Sequence[Word], at: int) -> tuple[list[PersonMention], int] | None:
    first = _opening(ws, at)
    if first == at and not opens_sentence(ws, at):
        return None
    stop = at + 1
    while stop < len(ws) and ws[at].text == "Fraktion" and is_faction(ws[stop : stop + 1] or ws[at : at + 1]):
        stop += 1
    name = Name(role=joined_text(ws[at:stop]))
    return [PersonMention(start=ws[first].start, end=ws[stop - 1].end, name=name)], stop


def _described(ws: Sequence[Word], at: int, roster: Roster) -> tuple[list[PersonMention], int] | None:
    if ws[at].text == "Herr" and [word.text for word in ws[at + 1 : at + 3]] == ["und", "Frau"]:
        return _couple(ws, at, roster)
    parts = _description(ws, at)
    reading = _reading(ws, parts.at, roster) if parts.at < len(ws) else None
    if reading and (_believable(parts, reading, roster) or _is_expert(ws, at)):
        return _named(ws, at, parts, reading, roster)
    return _role(ws, at, parts, roster)


def _reading(ws: Sequence[Word], at: int, roster: Roster) -> Reading | None:
    """The name at AT, which a faction behind it ends."""
    signed = signed_name(ws, at, roster.families)
    if signed and bracketed(ws, signed.stop)[0]:
        return signed
    return read_name(ws, at, roster.families)


def _is_expert(ws: Sequence[Word], at: int) -> bool:
    """Whether a citizen is a member of a committee (`Sachkundiger Bürger Braun`)."""
    return at > 0 and ws[at - 1].low.startswith("sachkundig")


def _couple(ws: Sequence[Word], at: int, roster: Roster) -> tuple[list[PersonMention], int] | None:
    """`Herr und Frau Braun` are two persons."""
    read = _described(ws, at + 2, roster)
    if read is None or not read[0][0].name.family_name:
        return None
    husband = Name(form_of_address="Herr", family_name=read[0][0].name.family_name)
    return [PersonMention(start=ws[at].start, end=ws[at].end, name=husband), *read[0]], read[1]


def _description(ws: Sequence[Word], at: int) -> _Parts:
    parts = _Parts(at)
    while parts.at < len(ws) and _take(ws, parts):
        pass
    return parts


def _take(ws: Sequence[Word], parts: _Parts) -> bool:
    """Take one more word of the description; False where it ends."""
    word = ws[parts.at].text
    kind = classify(word)
    stopped = _dot(ws, parts.at + 1)
    cut = word in CUT_ADDRESSES
    if kind == "address" and parts.address is None and not _ended(parts) and (stopped or not cut):
        parts.address = word
        parts.at += stopped if cut else 0
        parts.plural |= word in ("Herren", "Frauen", "Damen")
    elif kind == "title":
        parts.titles.append(word + ("." if _dot(ws, parts.at + 1) else ""))
        parts.at += _dot(ws, parts.at + 1)
    elif kind == "office" and not (parts.titles and not parts.offices and parts.address is None):
        known = office(word)
        parts.plural |= bool(known and known.plural)
        parts.offices.append(word)
    elif (_is_short_office(ws, parts.at) and (parts.address or parts.offices)) or _is_abbreviation(
        ws, parts.at
    ):
        parts.offices.append(word)
        parts.at += _dot(ws, parts.at + 1)
    elif parts.titles and word in _FIELDS and _dot(ws, parts.at + 1):
        parts.at += 1
    elif (
        parts.titles and word == "-" and parts.at + 1 < len(ws) and classify(ws[parts.at + 1].text) == "title"
    ):
        pass
    else:
        return _skip(ws, parts)
    parts.at += 1
    return True


def _skip_ordinal(ws: Sequence[Word], parts: _Parts, rest: Sequence[str]) -> bool:
    """Step over the ordinal of an office behind a form of address (`Herr 1. Bgm. Braun`, `Frau Erste Stadträtin`)."""
    if parts.address is None:
        return False
    step = 2 if rest[0] in ("1", "2", "3") and rest[1:2] == ["."] else int(_is_adjective(ws[parts.at]))
    before_office = len(rest) > step and classify(rest[step]) == "office"
    if not (step and (before_office or _is_abbreviation(ws, parts.at + step))):
        return False
    parts.at += step
    return True


def _ended(parts: _Parts) -> bool:
    """Whether the last office is in the genitive, so that a form of address begins another mention."""
    known = office(parts.offices[-1]) if parts.offices else None
    return known is not None and not known.nominative and parts.offices[-1].endswith("s")


def _dot(ws: Sequence[Word], at: int) -> int:
    return int(at < len(ws) and ws[at].text == ".")


def _is_abbreviation(ws: Sequence[Word], at: int) -> bool:
    """Whether an abbreviated office stands before a name (`RM Braun`, `Abg. Braun`)."""
    if not _may_be_short(ws[at].text):
        return False
    behind = at + 1 + _dot(ws, at + 1)
    if behind >= len(ws) or not (may_be_name(ws[behind].text) or classify(ws[behind].text) == "title"):
        return False
    return _is_listed_short(ws[at].text) or _looks_abbreviated(ws, at)


@cache
def _may_be_short(word: str) -> bool:
    """Whether a word is an abbreviated office or looks like one."""
    return _is_listed_short(word) or _CAPITALS.fullmatch(word) is not None


@cache
def _is_listed_short(word: str) -> bool:
    """Whether an abbreviated office is in the list, or its form for women is made of one (`Bgm’in`, `StR*in`)."""
    return re.sub(r"['’*:/-]?in$", "", word) in word_set("short_offices.txt") or word in word_set(
        "short_offices.txt"
    )


def _looks_abbreviated(ws: Sequence[Word], at: int) -> bool:
    """Whether an unknown word in capitals at the beginning of a sentence stands before a name and its verb."""
    short = _CAPITALS.fullmatch(ws[at].text) and ws[at].text not in word_set("parties.txt")
    if not short or at + 2 >= len(ws) or not opens_sentence(ws, at):
        return False
    verb = ws[at + 2].text
    return verb.islower() and verb.endswith(("t", "te")) and not is_common_word(ws[at + 1].text)


def _is_short_office(ws: Sequence[Word], at: int) -> bool:
    word = ws[at].text
    short = _is_listed_short(word) or (word.isupper() and 2 <= len(word) <= 5)
    follows = at + 1 < len(ws) and (may_be_name(ws[at + 1].text) or classify(ws[at + 1].text) is not None)
    return short and follows and ws[at + 1].text[0].isupper()


def _skip(ws: Sequence[Word], parts: _Parts) -> bool:
    """Step over `(BM)` behind an office and over the comma of `Der Ortsbürgermeister, Herr …`."""
    rest = [word.text for word in ws[parts.at : parts.at + 4]]
    if not parts.offices:
        return _skip_ordinal(ws, parts, rest)
    if len(rest) == 4 and rest[0] == "(" and rest[2] == ")" and rest[1][0].isupper() and len(rest[1]) <= 5:
        step = 3 if classify(rest[3]) or may_be_name(rest[3]) else 0
    else:
        step = int(
            len(rest) > 1 and rest[0] == "," and classify(rest[1]) == "address" and parts.address is None
        )
    parts.at += step
    return step > 0


def _believable(parts: _Parts, reading: Reading, roster: Roster) -> bool:
    """Whether what follows the description is a name: behind an office alone a common noun is none."""
    if parts.address or parts.titles or reading.family in roster.families or reading.given:
        return True
    first, _, last = reading.family.rpartition(" ")
    if first.lower() in ("zum", "zur", "zu", "auf") and is_common_word(last):
        return False
    known = office(parts.offices[-1])
    if known is None or not known.role:
        return True
    if parts.plural:
        return known.noun.lower().endswith(_SEATS)
    return not (known.private and is_common_word(reading.family))


def _named(
    ws: Sequence[Word], at: int, parts: _Parts, reading: Reading, roster: Roster
) -> tuple[list[PersonMention], int]:
    faction, stop = faction_behind(ws, reading.stop)
    name = roster.complete(_name(parts, reading, faction))
    first = _opening(ws, at)
    mentions = [PersonMention(start=ws[first].start, end=ws[stop - 1].end, name=name)]
    while parts.plural and (more := _joined(ws, stop, roster)):
        reading, before = more
        faction, after = faction_behind(ws, reading.stop)
        name = roster.complete(_name(parts, reading, faction))
        mentions.append(PersonMention(start=ws[before].start, end=ws[after - 1].end, name=name))
        stop = after
    return mentions, stop


def _joined(ws: Sequence[Word], at: int, roster: Roster) -> tuple[Reading, int] | None:
    """`Die Herren Weiß und Braun`: the next name behind `und` or a comma."""
    if at + 1 < len(ws) and ws[at].low in ("und", "sowie", ",") and may_be_name(ws[at + 1].text):
        reading = read_name(ws, at + 1, roster.families)
        return (reading, at + 1) if reading else None
    return None


def _name(parts: _Parts, reading: Reading, faction: str | None) -> Name:
    address = ADDRESSES.get(parts.address or "")
    return Name(
        form_of_address={"m": "Herr", "f": "Frau"}.get(address or ""),
        title=" ".join(parts.titles) or None,
        office=" ".join(parts.offices) or None,
        given_name=reading.given,
        family_name=reading.family,
        faction=faction,
    )


def _role(
    ws: Sequence[Word], at: int, parts: _Parts, roster: Roster
) -> tuple[list[PersonMention], int] | None:
    """A role that stands for a name: with an article, at the beginning of a sentence or behind a form of address."""
    if not parts.offices or parts.plural:
        return None
    known = office(parts.offices[0])
    if known is None or not (known.role or parts.address):
        return None
    first = _opening(ws, at)
    if first == at and not parts.address and not opens_sentence(ws, at):
        return None
    article = ws[first].low if first < at else ""
    if article == "die" and (known.gender == "m" or (known.adjectival and ws[at].text.endswith("en"))):
        return None
    stop = at + 1 + (parts.address is not None and classify(ws[at].text) == "address")
    name = roster.resolve(Name(role=_role_noun(known.noun, article, known.adjectival)))
    return [
        PersonMention(start=ws[first].start, end=ws[stop - 1].end, name=name, private=known.private)
    ], stop


def _role_noun(noun: str, article: str, adjectival: bool) -> str:
    return (
        noun + "r"
        if adjectival and article in ("der", "dem", "den", "des", "ein", "beim", "vom", "zum")
        else noun
    )


def _opening(ws: Sequence[Word], at: int) -> int:
    """The index where the mention begins: its article, with the adjectives between (`die 1. stellv. Vorsitzende`)."""
    first = at
    while first > 0 and at - first < 5 and (step := _adjective_before(ws, first)):
        first -= step
    if first > 0 and ws[first - 1].low in ARTICLES:
        return first - 1
    return first if first < at and (ws[first].text[0].isupper() or ws[first].text.isdigit()) else at


def _adjective_before(ws: Sequence[Word], at: int) -> int:
    """How many words before AT are one adjective: the word, with the stop of an abbreviation or an ordinal."""
    if _is_adjective(ws[at - 1]):
        return 1
    stopped = at > 1 and ws[at - 1].text == "." and ws[at - 1].start == ws[at - 2].end
    numbered = stopped and ws[at - 2].text in ("1", "2", "3") and classify(ws[at].text) != "address"
    ordinal = numbered and (ws[at - 3].low in ARTICLES if at > 2 else True)
    ordinal = ordinal or (numbered and opens_sentence(ws, at - 2))
    return 2 if ordinal or (stopped and ws[at - 2].low in _CUT_SHORT) else 0


def _is_adjective(word: Word) -> bool:
    return _is_role_adjective(word.low)


@cache
def _is_role_adjective(low: str) -> bool:
    stems = word_set("role_adjectives.txt")
    return any(low.removesuffix(end) in stems for end in ("e", "er", "en", "em", "es", ""))
