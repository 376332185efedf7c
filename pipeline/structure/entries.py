"""One line of an attendance list: who stands there, as what, for whom, and how long they stayed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.findings import Attendee, Name
from pipeline.people.names import is_common_word
from pipeline.people.vocabulary import given_names, office, word_set
from pipeline.structure.names import ADDRESS, name_of
from pipeline.structure.vocabulary import alternatives

Status = Literal["present", "excused", "absent"]

PARTY = alternatives("attendance", "party")
FACTION = re.compile(rf"(?P<party>{PARTY})(?:{alternatives('attendance', 'suffix')})?(?=$|\s|:)\s*:?\s*")
NAMED_GROUP = re.compile(
    r"(?:\w*[Ff]raktion|(?:Rats)?[Gg]ruppe)\s(?P<party>[A-ZÄÖÜ„\"].{1,40}?)(?<!\sin)(?<!\sder)"
)
"""`Ratsfraktion Die Freien`: a group whose party is not known."""
TOLD: dict[Status, re.Pattern[str]] = {
    "absent": re.compile(r"\b(?:un|nicht )entschuldigt"),
    "excused": re.compile(r"\bentschuldigt|\bentsch\."),
}
"""What a bracket behind a name tells."""
CHAIR = re.compile(
    rf"(?:{alternatives('attendance', 'chair')})(?=\s*$|\s*[,()]|\s+und\b|\s+(?:des|der)\s+"
    r"(?:\w*[Aa]usschusses|\w*[Rr]ates|Gremiums|Sitzung)\b)"
)
CLERK = re.compile(rf"\b(?:{alternatives('attendance', 'clerk')})\b")
OFFICE_BEHIND = re.compile(alternatives("names", "behind"))
FIRM_BEHIND = re.compile(rf"(?<=\w)\s+(?=(?:{alternatives('names', 'firm')})(?!\w))")
PRESENCE = re.compile(
    r"\(?\s*\b(?:anwesend\s)?(?:(?P<word>ab|bis)\s?(?P<when>(?:(?:nach|einschl\.|einschließlich|vor|zu)\s)?(?:TOP|Top|Punkt|\d{1,2}[.:]\d\d|\d{1,2}\sUhr)[^()]*?))"
    r"(?=\s*(?:\)|$|\b(?:ab|bis)\b(?=\s?(?:nach\s|TOP|\d))))\)?"
)
LEFT = re.compile(r"\(?\bverl(?:ässt|ieß)\b[^()\d]*(?P<when>\d{1,2}[.:]\d\d(?:\sUhr)?)\)?")
AT_ITEMS = re.compile(
    r"\(\s*(?P<but>außer|ohne)?\s*(?:nur\s+)?(?:bei|zu|für|an)?\s*(?:den\s+)?(?:TOPs?|Top|Punkte?n?)\s?"
    r"(?P<numbers>\d[\d.]*(?:\s*(?:[,&+/]|und|u\.|bis|-|–)\s*(?:TOP\s?)?\d[\d.]*)*)\s*\)"
)
"""`(bei TOP 3 & TOP 9)`, `(außer bei TOP 3)`."""
SUBSTITUTE = re.compile(
    r"[,(]?\s*(?:(?:als\s)?(?:[Ss]tellv|[Vv])ertret\w+|in\s+Vertretung|i\.\s?V\.|vertritt)\s*(?:für\s|von\s|des\s)?\s*"
    rf"(?P<for>{ADDRESS}\s[^()]+)\)?|\(?\bfür\s(?P<for2>{ADDRESS}\s[^()]+)\)?"
)
"""`als Vertreter für Frau …`."""
SEVERAL = re.compile(r"(?P<address>Herren|Frauen|Damen)\s+")
SPLIT = re.compile(r"(?:,\s*|\s+(?:und|sowie)\s+)")


@dataclass(frozen=True, slots=True)
class Group:
    """What the headings so far say of the names below: status, role, office, and the factions of its columns."""

    status: Status = "present"
    role: str | None = None
    office: str | None = None
    factions: tuple[str, ...] = ()


def entry(words: str, at: int, group: Group, faction: str | None, addressed: bool) -> Attendee | None:
    """The attendee that a line or column names; AT is its place in the text."""
    bare = _without_times(words)
    read = _name(bare)
    if read is None or not (read[0].given_name or read[0].form_of_address):
        return None
    name, end = read
    if addressed and not (name.form_of_address or name.office or _is_plain_name(name)):
        return None
    rest = bare[end:].strip(" ,()")
    if (
        not addressed
        and rest
        and bare[end : end + 2].strip()[:1] not in ("", ",", "(")
        and not _is_firm(rest)
    ):
        return None
    return _timed(_told(name, rest, group, faction), words, (at, at + len(words)))


def explained(name: Name, behind: str, place: tuple[int, int], group: Group) -> Attendee:
    """The attendee of a row of names who stands at PLACE and whose name is followed by BEHIND."""
    rest = " ".join(_without_times(behind).split()).strip(" ,()-–").removeprefix("als ")
    named = office(rest.split(" ")[0] or "-")
    away = group.status != "present" and not named and not any(word.search(rest) for word in TOLD.values())
    faction = name.faction or (group.factions[0] if len(group.factions) == 1 else None)
    found = _told(name, "" if away or rest == "anwesend" else rest, group, faction)
    return _timed(found, behind, place)


def _without_times(words: str) -> str:
    """The words without when somebody was there and for whom they stood in."""
    return SUBSTITUTE.sub("", PRESENCE.sub("", LEFT.sub("", AT_ITEMS.sub("", words)))).rstrip(" ,(-–")


def _timed(found: Attendee, words: str, place: tuple[int, int]) -> Attendee:
    """The attendee at PLACE with what WORDS tell of when they were there and for whom they stood in."""
    presence = {
        match["word"]: " ".join(match["when"].split()).rstrip(" -–") for match in PRESENCE.finditer(words)
    }
    if left := LEFT.search(words):
        presence["bis"] = left["when"]
    items = AT_ITEMS.search(words)
    substitute = SUBSTITUTE.search(words)
    numbers = _numbers(items["numbers"]) if items else ()
    return replace(
        found,
        start=place[0],
        end=place[1],
        role=f"Vertretung für {_whom(substitute)}" if substitute else found.role,
        from_item=presence.get("ab"),
        until_item=presence.get("bis"),
        only_items=() if items and items["but"] else numbers,
        not_items=numbers if items and items["but"] else (),
    )


def several(words: str, at: int, group: Group, faction: str | None) -> Iterator[Attendee]:
    """`Herren Max Eins, Jan Zwei und Ole Drei, Baufirma`: each with what stands behind the last."""
    opening = SEVERAL.match(words)
    if not opening:
        return
    begin, places = opening.end(), []
    for piece in [*SPLIT.finditer(words, begin), None]:
        end = piece.start() if piece else len(words)
        read = name_of(words[begin:end])
        if read is None or read[1] != end - begin or not read[0].given_name:
            break
        places.append((begin, end, read[0]))
        begin = piece.end() if piece else end
    rest = words[places[-1][1] :].strip(" ,") if places else ""
    address = "Herr" if opening["address"] == "Herren" else "Frau"
    for begin, end, name in places:
        told = _told(replace(name, form_of_address=address), rest.removeprefix("allesamt "), group, faction)
        yield replace(told, start=at + begin, end=at + end)


def surnames(words: str, at: int, group: Group, faction: str | None) -> Iterator[Attendee]:
    """`Ahl, Dr. Brink und Holm`: family names alone, where several stand in a row and most are no common words."""
    places, begin = [], 0
    for piece in [*SPLIT.finditer(words), None]:
        end = piece.start() if piece else len(words.rstrip(" ."))
        read = name_of(words[begin:end])
        if read is None or read[1] != end - begin:
            return
        places.append((begin, end, read[0]))
        begin = piece.end() if piece else end
    strange = [name for _, _, name in places if name.given_name or not is_common_word(name.family_name or "")]
    if len(places) > 1 and len(strange) * 2 > len(places):
        for begin, end, name in places:
            yield replace(_told(name, "", group, faction), start=at + begin, end=at + end)


def _told(name: Name, rest: str, group: Group, faction: str | None) -> Attendee:
    """The attendee with what stands behind the name."""
    party = FACTION.fullmatch(rest) or NAMED_GROUP.fullmatch(rest)
    status = next((told for told, word in TOLD.items() if word.search(rest)), group.status)
    rest = "" if status != group.status else rest
    role = "Vorsitz" if CHAIR.match(rest) else "Schriftführung" if CLERK.search(rest) else group.role
    return Attendee(
        start=0,
        end=0,
        name=replace(
            name,
            office=name.office or (None if party else _office(rest)) or group.office,
            faction=party["party"] if party else faction,
        ),
        status=status,
        role=role,
    )


def _name(bare: str) -> tuple[Name, int] | None:
    """The name at the beginning and its end; an office or firm that ran into it is left out."""
    firm = next(
        (m for m in FIRM_BEHIND.finditer(bare) if " " in bare[: m.start()].split(",")[0].strip()), None
    )
    read = name_of(bare[: firm.start()] if firm else bare)
    return (_office_before(_office_behind(read[0])), read[1]) if read else None


def _is_firm(rest: str) -> bool:
    return FIRM_BEHIND.match(f"x {rest}", 1) is not None


def _is_plain_name(name: Name) -> bool:
    """Whether a name without a form of address is one beyond doubt: it begins with a known given name."""
    return (name.given_name or "").split(" ")[0].split("-")[0] in given_names()


def _office_before(name: Name) -> Name:
    """An office that was read as a given name (`Gemeindevertreter Max Muster`) told apart."""
    given = (name.given_name or "").split()
    if name.office or not given or not (office(given[0]) or given[0] in word_set("short_offices.txt")):
        return name
    return replace(name, office=given[0], given_name=" ".join(given[1:]) or None)


def _office_behind(name: Name) -> Name:
    """An office that ran into the family name (`Max Muster Bürgermeister`) told apart."""
    given = (name.given_name or "").split()
    if len(given) > 1 and name.office is None and OFFICE_BEHIND.fullmatch(name.family_name or ""):
        return replace(name, given_name=" ".join(given[:-1]), family_name=given[-1], office=name.family_name)
    return name


def _office(rest: str) -> str | None:
    """The office behind a name, without the role in this meeting."""
    held = re.sub(r"\s(?:und|sowie)$", "", CLERK.sub("", rest).strip(" ,"))
    return held if held and not CHAIR.fullmatch(held) else None


def _whom(substitute: re.Match[str]) -> str:
    return " ".join((substitute["for"] or substitute["for2"]).split()).rstrip(" ,.")


def _numbers(written: str) -> tuple[str, ...]:
    """`3 & TOP 9` → 3 and 9; `3 bis 5` → 3, 4 and 5."""
    found = [number.rstrip(".") for number in re.findall(r"\d[\d.]*", written)]
    if re.search(r"bis|-|–", written) and len(found) == 2 and all(number.isdigit() for number in found):
        return tuple(str(number) for number in range(int(found[0]), int(found[1]) + 1))
    return tuple(found)
