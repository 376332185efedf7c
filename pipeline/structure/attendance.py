"""The attendance list: who was there, for whom and as what, who was excused, who came late or left early."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.findings import Attendee, Name
from pipeline.structure.lines import Line
from pipeline.structure.names import ADDRESS, name_of
from pipeline.structure.vocabulary import alternatives

Status = Literal["present", "excused", "absent"]

STATUSES: dict[Status, re.Pattern[str]] = {
    status: re.compile(
        rf"(?:{alternatives('attendance', status)})\b\s*(?:\(?\d+\)?)?\s*:?\s*(?:sind)?\s*\d*$"
    )
    for status in ("excused", "absent", "present")
}
ROLES = {
    role: re.compile(rf"(?:{alternatives('attendance', role)})\s*:?$")
    for role in ("Vorsitz", "Mitglied", "Verwaltung", "Berichterstattung", "Gast", "Schriftführung")
}
PARTY = alternatives("attendance", "party")
FACTION = re.compile(rf"(?P<party>{PARTY})(?:{alternatives('attendance', 'suffix')})?(?=$|\s|:)\s*:?\s*")
TOLD: dict[Status, re.Pattern[str]] = {
    "absent": re.compile(r"\b(?:un|nicht )entschuldigt"),
    "excused": re.compile(r"\bentschuldigt|\bentsch\."),
}
"""What a bracket behind a name tells."""
CHAIR = re.compile(rf"(?:{alternatives('attendance', 'chair')})\b")
CLERK = re.compile(rf"\b(?:{alternatives('attendance', 'clerk')})\b")
OFFICES = re.compile(r"(?:Ober)?[Bb]ürgermeister|Beigeordnete|Dezernent|Ortsvorsteher|Gleichstellungs")
OFFICE_BEHIND = re.compile(alternatives("names", "behind"))
PRESENCE = re.compile(
    r"\(?\s*\b(?:(?P<word>ab|bis)\s?(?P<when>(?:(?:nach|einschl\.|einschließlich|vor|zu)\s)?(?:TOP|Top|Punkt|\d{1,2}[.:]\d\d|\d{1,2}\sUhr)[^()]*?))"
    r"(?=\s*(?:\)|$|\b(?:ab|bis)\b(?=\s?(?:nach\s|TOP|\d))))\)?"
)
SECOND = re.compile(rf"(?<!für)(?<!Vertreter)(?<!Vertreterin)\s+(?={ADDRESS}\s)")


@dataclass(frozen=True, slots=True)
class Group:
    """What the headings so far say of the names below: status, role, office, and the factions of its columns."""

    status: Status = "present"
    role: str | None = None
    office: str | None = None
    factions: tuple[str, ...] = ()


def attendees_of(lines: Sequence[Line]) -> tuple[Attendee, ...]:
    """The attendees in the lines of an attendance list."""
    addressed = any(re.match(rf"{ADDRESS}\s", line.text) for line in lines)
    found: list[Attendee] = []
    group = Group()
    above = None
    for at, line in enumerate(lines):
        told = _heading(line.text, group)
        entries = [] if told else list(_entries(line, group, addressed))
        if told is None and not entries and not (above and above.continues):
            told = _unknown_heading(lines, at, group, addressed)
        group = told or group
        found.extend(entries)
        above = line
    return tuple(found)


def _unknown_heading(lines: Sequence[Line], at: int, group: Group, addressed: bool) -> Group | None:
    """What a heading says whose words are not known: among factions the name of another, else the end of the group.

    Where a list of the excused follows again, the names between are of another organisation's list of those present.
    """
    words = lines[at].text.rstrip(" :")
    if len(words) > 60 or words.endswith(".") or re.search(r"\d{3}|[_=]{3}", words):
        return None
    if not addressed and group.factions:
        return replace(group, factions=(words,))
    again = any(STATUSES["excused"].match(line.text) for line in lines[at + 1 :])
    return Group(status="present" if again else group.status)


def _heading(words: str, group: Group) -> Group | None:
    """The group that a heading opens; None for a line that is none."""
    for status, pattern in STATUSES.items():
        if pattern.match(words):
            return Group(status=status)
    for role, pattern in ROLES.items():
        if pattern.match(words):
            office = words.strip(" :") if OFFICES.match(words) else None
            return Group(group.status if role == "Mitglied" else "present", role, office)
    if factions := _factions(words):
        kept = group.role if group.role == "Mitglied" else None
        return replace(group, factions=factions, role=kept, office=None)
    return None


def _factions(words: str) -> tuple[str, ...]:
    """The factions that a line names, where it names nothing else."""
    found, at = [], 0
    while at < len(words):
        match = FACTION.match(words, at)
        if not match:
            return ()
        found.append(match["party"])
        at = match.end()
    return tuple(found)


def _entries(line: Line, group: Group, addressed: bool) -> Iterator[Attendee]:
    """The attendees of a line; two columns that ran into one line are taken apart."""
    starts = [0, *(match.end() for match in SECOND.finditer(line.text))] if addressed else [0]
    bounds = list(zip(starts, [*starts[1:], len(line.text)], strict=True))
    for column, (start, end) in enumerate(bounds):
        faction = _faction(group, column, len(bounds))
        entry = _entry(line.text[start:end].rstrip(), line.start + start, group, faction, addressed)
        if entry:
            yield entry


def _faction(group: Group, column: int, columns: int) -> str | None:
    """The faction of a column; a single name below several headings may belong to any."""
    if len(group.factions) == 1:
        return group.factions[0]
    return group.factions[column] if len(group.factions) == columns else None


def _entry(words: str, at: int, group: Group, faction: str | None, addressed: bool) -> Attendee | None:
    """The attendee that a line or column names."""
    presence = {match["word"]: " ".join(match["when"].split()) for match in PRESENCE.finditer(words)}
    bare = PRESENCE.sub("", words).rstrip(" ,(")
    read = name_of(bare)
    if read is None or not (read[0].given_name or read[0].form_of_address):
        return None
    name, end = read
    name = _office_behind(name)
    if addressed and not (name.form_of_address or name.office):
        return None
    rest = bare[end:].strip(" ,()")
    rest = re.split(r"\bals\sVertret", rest)[0].strip(" ,(")
    if (
        not addressed
        and rest
        and not re.match(r"[,(\s]*$", bare[end : end + 2])
        and bare[end : end + 2].strip()[:1] not in ",("
    ):
        return None
    party = re.fullmatch(FACTION, rest)
    status = next((told for told, word in TOLD.items() if word.search(rest)), group.status)
    rest = "" if status != group.status else rest
    role = group.role
    if CHAIR.match(rest):
        role = "Vorsitz"
    elif CLERK.search(rest):
        role = "Schriftführung"
    return Attendee(
        start=at,
        end=at + len(words),
        name=replace(
            name,
            office=name.office or (None if party else _office(rest)) or group.office,
            faction=party["party"] if party else faction,
        ),
        status=status,
        role=role,
        from_item=presence.get("ab"),
        until_item=presence.get("bis"),
    )


def _office_behind(name: Name) -> Name:
    """An office that ran into the family name (`Max Muster Bürgermeister`) told apart."""
    given = (name.given_name or "").split()
    if len(given) > 1 and name.office is None and OFFICE_BEHIND.fullmatch(name.family_name or ""):
        return replace(name, given_name=" ".join(given[:-1]), family_name=given[-1], office=name.family_name)
    return name


def _office(rest: str) -> str | None:
    """The office behind a name, without the role in this meeting."""
    office = CLERK.sub("", rest).strip(" ,")
    return office if office and not CHAIR.fullmatch(office) else None
