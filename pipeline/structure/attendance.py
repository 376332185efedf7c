"""The attendance list: who was there, for whom and as what, who was excused, who came late or left early."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.findings import Attendee
from pipeline.structure.entries import FACTION, NAMED_GROUP, Group, Status, entry, several, surnames
from pipeline.structure.lines import Line
from pipeline.structure.names import ADDRESS
from pipeline.structure.roll import entries_of
from pipeline.structure.rows import Rows, placed
from pipeline.structure.vocabulary import alternatives

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
OFFICES = re.compile(r"(?:Ober)?[Bb]ürgermeister|Beigeordnete|Dezernent|Ortsvorsteher|Gleichstellungs")
SECOND = re.compile(rf"(?<!für)(?<!von)(?<!Vertreter)(?<!Vertreterin)(?<!V\.)\s+(?={ADDRESS}\s)")


LED = re.compile(r"^(?:(?:und|sowie)\s+)?(?:(?:die|der)\s+)?(?:[1-3]\.\s+(?=[\w-]+$))?")
NUMBERED = re.compile(r"\d{1,2}[.)]\s+[A-ZÄÖÜ]")
ADDRESSED = re.compile(rf"{ADDRESS}\s")
FORMAL = 0.3
"""From this share of lines on that begin with a form of address, names without one are none."""
LONGEST = 90
"""No line with one name is longer."""
BRACE = re.compile(r"\s*\}\s*(?P<told>.*)$")
"""A curly bracket behind several lines, with what it tells of all of them."""
GROUPS = re.compile(r"[Ff]raktion\b|\b(?:Rats)?[Gg]ruppe\b")


def attendees_of(lines: Sequence[Line]) -> tuple[Attendee, ...]:
    """The attendees in the lines of an attendance list."""
    addressed = sum(1 for line in lines if ADDRESSED.match(line.text)) >= FORMAL * len(lines) > 0
    found: list[Attendee] = []
    group = Group()
    above: Line | None = None
    rows, braces = Rows(), _braces(lines)
    for at, line in enumerate(lines):
        told: Group | None
        if row := rows.read(line, group):
            told, entries = row
        else:
            told = _heading(LED.sub("", line.text), group)
            entries = [] if told else list(_listed(line, group, addressed, braces.get(at, "")))
        if told is None and not entries and not (above and above.continues):
            told = _unknown_heading(lines, at, group, addressed)
        if told is None and not entries and found and above and above.continues:
            found[-1] = _with_more_office(found[-1], above.text, line.text)
        group = told or group
        found.extend(entries)
        above = line
    return tuple(found)


def _listed(line: Line, group: Group, addressed: bool, braced: str) -> Iterator[Attendee]:
    """The persons of a line that stands by itself."""
    row = entries_of(line.text, surnames=group.role == "Mitglied" and "," in line.text)
    formal = all(one.name.form_of_address for one in row) or not addressed
    if len(row) > 1 and formal and "," in line.text:
        yield from placed(row, line.start, group)
        return
    columns = list(_entries(line, group, addressed, braced))
    yield from columns
    if columns or len(line.text) > LONGEST or line.text.endswith("."):
        return
    single = entries_of(line.text, surnames=bool(NUMBERED.match(line.text)))[:1]
    certain = [one for one in single if not addressed or one.name.office or one.name.form_of_address]
    yield from placed(certain, line.start, group)


def _braces(lines: Sequence[Line]) -> dict[int, str]:
    """What the brackets behind several lines tell, by line."""
    told: dict[int, str] = {}
    run: list[tuple[int, str]] = []
    for at, line in enumerate(lines):
        brace = BRACE.search(line.text)
        run = [*run, (at, brace["told"])] if brace else []
        words = next((told for _, told in run if told), "")
        told.update((place, words) for place, _ in run)
    return told


def _with_more_office(attendee: Attendee, above: str, words: str) -> Attendee:
    """An office that ran over the end of its line ABOVE."""
    office = attendee.name.office
    if office is None or len(words) > 60:
        return attendee
    joiner = " und " if above.endswith(" und") else " "
    return replace(attendee, name=replace(attendee.name, office=f"{office}{joiner}{words}"))


def _unknown_heading(lines: Sequence[Line], at: int, group: Group, addressed: bool) -> Group | None:
    """What a heading says whose words are not known: among factions the name of another, else the end of the group.

    Where a list of the excused follows again, the names between are of another organisation's list of those present.
    """
    words = lines[at].text.rstrip(" :")
    if GROUPS.search(words) and not words.endswith("."):
        return replace(group, factions=_named_group(words), role=None, office=None)
    if len(words) > 60 or words.endswith(".") or re.search(r"\d{3}|[_=]{3}", words):
        return None
    if not addressed and group.factions:
        return replace(group, factions=(words,))
    again = any(STATUSES["excused"].match(line.text) for line in lines[at + 1 :])
    return Group(status="present" if again else group.status)


def _named_group(words: str) -> tuple[str, ...]:
    """The name of a single group whose party is not known; of two in a line neither is certain."""
    named = NAMED_GROUP.fullmatch(words)
    return (named["party"],) if named and not GROUPS.search(named["party"]) else ()


def _heading(words: str, group: Group) -> Group | None:
    """The group that a heading opens; None for a line that is none."""
    for status, pattern in STATUSES.items():
        if pattern.match(words):
            return Group(status=status)
    for role, pattern in ROLES.items():
        if pattern.match(words):
            office = words.strip(" :").partition("/")[0] if OFFICES.match(words) else None
            return Group(group.status if office or role == "Mitglied" else "present", role, office)
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


def _entries(line: Line, group: Group, addressed: bool, braced: str) -> Iterator[Attendee]:
    """The attendees of a line; two columns that ran into one line are taken apart."""
    text = BRACE.sub("", line.text)
    starts = [0, *(match.end() for match in SECOND.finditer(text))] if addressed else [0]
    bounds = list(zip(starts, [*starts[1:], len(text)], strict=True))
    if braced_factions := _factions(braced):
        group = replace(group, factions=braced_factions)
    found = False
    for column, (start, end) in enumerate(bounds):
        faction = _faction(group, column, len(bounds))
        if one := entry(text[start:end].rstrip(), line.start + start, group, faction, addressed):
            found = True
            yield one
    if not found:
        yield from several(text, line.start, group, _faction(group, 0, 1))
        yield from _in_a_row(text, line.start, group)


def _in_a_row(text: str, at: int, group: Group) -> Iterator[Attendee]:
    """`SPD-Fraktion: Ahl, Brink und Holm`, also without the faction where a heading tells who they are."""
    head, colon, names = text.partition(":")
    if colon and (factions := _factions(head)):
        begin = len(text) - len(names.lstrip())
        yield from surnames(names.lstrip(), at + begin, group, factions[0])
    elif group.role == "Mitglied" or len(group.factions) == 1:
        yield from surnames(text, at, group, _faction(group, 0, 1))


def _faction(group: Group, column: int, columns: int) -> str | None:
    """The faction of a column; a single name below several headings may belong to any."""
    if len(group.factions) == 1:
        return group.factions[0]
    return group.factions[column] if len(group.factions) == columns else None
