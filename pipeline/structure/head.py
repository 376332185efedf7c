"""The head of minutes: which organisation met, when and where, and who led and wrote."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from db.records.dates import MONTH, days_in, times_in
from pipeline.findings import Attendee, Head
from pipeline.structure.vocabulary import alternatives

KIND = alternatives("bodies", "kind")
ORGAN = alternatives("bodies", "organ")
WEEKDAY = r"(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)"
PLACE_NAME = (
    r"[A-ZÄÖÜ][\wäöüß]+(?:[-/][A-ZÄÖÜ][\wäöüß]+)*"
    rf"(?:\sim\s(?:{alternatives('bodies', 'landscape')})\b"
    rf"|\s(?:(?:in|an|am|bei|ob|vor|auf)\s(?:der\s|dem\s)?|a\.\s?d\.\s?|i\.\s?d\.\s?)(?!{WEEKDAY})[A-ZÄÖÜ][\wäöüß]+(?:-[A-ZÄÖÜ]\w+)*)?"
)
NAME = rf"(?:(?:Bad|Sankt|St\.|Groß|Klein|Neu|Alt|Markt|Ober|Unter)\s)?{PLACE_NAME}"
BODY = re.compile(rf"\b(?P<kind>{KIND})\s(?P<name>{NAME})")
BODY_BEHIND = re.compile(rf"\b(?:der|des)\s(?P<kind>{KIND})(?:e?s)?\s(?P<name>{NAME})")
STOP = (
    rf"(?=\s+(?:am\s(?:{WEEKDAY}|\d|Mo|Di|Mi|Do|Fr|Sa|So)|vom\s\d|um\s\d|im\s[A-Z]|in\sder\s|{WEEKDAY}|\d{{1,2}}\.\s?(?:{MONTH}|\d)|"
    rf"(?:der|des)\s(?:{KIND})s?\b|des\sLandkreises|öffentlich\b|Termin|Datum|Ort\b|Gremium)|\s*[,(]\s*(?:am|den|dem|im|um|vertreten|{WEEKDAY}|[(])|"
    rf"\s+und\s(?:des|der)\s|\s+[A-ZÄÖÜ]+\w*(?:/\w+)?\s?:|\s*$|\s*:|\s*;)"
)
SIGNED = re.compile(rf"^[ \t]*({NAME}),\s(?:den\s)?\d{{1,2}}\.\s?(?:{MONTH}|\d)", re.MULTILINE)
ORGANISED = re.compile(
    rf"(?:(?:des|der|vom|im)\s(?:gemeinsamen\s)?|Gremium:\s|[Ss]itzung\s|Niederschrift\s|^)(?P<organ>(?:[A-ZÄÖÜ]\w+-(?:,\s[A-ZÄÖÜ]\w+-)*\s(?:und|u\.)\s)?(?:{ORGAN})\b.{{0,140}}?){STOP}"
)
SESSION = re.compile(
    r"(?P<which>(?:(?:\d{1,3}\.|(?:teilweise\s)?öffentliche[nr]?\s?(?:/|und)\s?(?:teilweise\s)?nicht\s?öffentliche[nr]?|\(?(?:nicht)?öffentliche[nr]?(?:/nichtöffentliche[nr]?)?\)?|konstituierende[nr]?|außerordentliche[nr]?|"
    r"gemeinsame[nr]?|ordentliche[nr]?)\s)*)(?P<noun>\w*[Ss]itzung)\b"
)
GENITIVE = re.compile(
    r"((?:[Rr]at|[Aa]usschuss|[Bb]eirat|[Tt]ag|[Mm]agistrat|[Ss]enat|[Vv]orstand))(?:es|s)\b|(ausschu)ßes\b"
)
SPACED = re.compile(r"\b(?:[A-ZÄÖÜa-zäöü] ){4,}[A-ZÄÖÜa-zäöü]\b")
OFFICIAL = re.compile(rf"(?:{alternatives('head', 'chair')}|{alternatives('head', 'clerk')})\s?:")
LEADS = re.compile(
    r"\b(?:(?:Den )?Vorsitz (?:führt|führte|hat|hatte|übernimmt|übernahm):?|unter dem Vorsitz (?:von|des|der)"
    r"|Vorsitzende[rn]? (?:ist|war))\s+((?:Dr\.\s|Prof\.\s|[1-3]\.\s|[^.,:;\n])+)"
)
OPENED = re.compile(r"(?:eröffnet|beginnt)[^.]{0,80}?\b(?:um|gegen)\s")
CLOSED = re.compile(r"(?:schließt|schloss|beendet|endet|geschlossen)[^.]{0,120}?\b(?:um|gegen)\s")
TITLE = re.compile(r"\b(?:Niederschrift|Protokoll|Wortprotokoll|Sitzung|Auszug)\b", re.IGNORECASE)
INTO = re.compile(r"(?:im|in der|in dem|in|zu)\s")
ROOM = re.compile(rf"\b[\wäöüß-]*(?:{alternatives('head', 'room')})\b", re.IGNORECASE)
BUILDING = re.compile(rf"\b[\wäöüß-]*(?:{alternatives('head', 'building')})\b", re.IGNORECASE)


def head_of(text: str, end: int, attendees: Sequence[Attendee]) -> Head:
    """The head of minutes whose front ends at `end`; the closing and the attendance list tell the rest."""
    front = text[:end]
    title = " ".join(SPACED.sub(" ", front[:1200]).split())
    organization = organization_in(front)
    room, location = place_in(front)
    return Head(
        body=body_in(front, text),
        organization=organization,
        name=name_in(title, organization),
        date=date_in(front),
        start=_labelled_time(front, "begin")
        or _time_by_date(front)
        or _time_after(text[: end + 4000], OPENED),
        end=_labelled_time(front, "end")
        or _labelled_time(text[-4000:], "end")
        or _time_after(text[-4000:], CLOSED),
        room=room,
        location=location,
        chair=_labelled(front, "chair") or _leading(front) or _with_role(text, attendees, "Vorsitz"),
        clerk=_labelled(front, "clerk") or _with_role(text, attendees, "Schriftführung"),
    )


def body_in(front: str, text: str) -> str | None:
    """The body as the head names it, else the one that the text names by far most often."""
    for piece in _pieces(front):
        match = BODY.match(piece) or BODY_BEHIND.search(piece)
        if match:
            return f"{match['kind']} {match['name']}"
    if signed := next(iter(SIGNED.findall(text[-1500:])), None):
        for match in BODY.finditer(text):
            if match["name"] == signed:
                return match[0]
    counts = Counter(" ".join(match[0].split()) for match in BODY.finditer(text)).most_common(2)
    if not counts or counts[0][1] < 3 or (len(counts) > 1 and counts[1][1] * 2 > counts[0][1]):
        return None
    return counts[0][0]


def organization_in(front: str) -> str | None:
    """The organisation that met, in the nominative (`des Stadtrates` → `Stadtrat`)."""
    for piece in _pieces(front):
        if match := ORGANISED.search(piece):
            return nominative(match["organ"])
    return None


def _pieces(front: str) -> list[str]:
    """The head's title as one line up to its date, then its lines one by one."""
    flat = SPACED.sub(" ", front[:2000])
    lines = [" ".join(line.split()) for line in flat.splitlines() if line.strip()]
    labelled = [line for line in lines if line.startswith("Gremium")]
    return [
        *labelled,
        *(f"{a} {b}" for a, b in zip(lines, [*lines[1:], ""], strict=False) if TITLE.search(a)),
        *lines[:12],
    ]


def nominative(organ: str) -> str:
    """A council's name out of the genitive: only its first noun changes."""
    flat = " ".join(organ.split()).strip(" ,")
    changed = GENITIVE.sub(lambda m: m[1] or f"{m[2]}ß", flat, count=1)
    return re.sub(r"\s(?:in der|der|des|am|im)$", "", changed)


def name_in(title: str, organization: str | None) -> str | None:
    """What the meeting is called (`42. Sitzung des Stadtrates`)."""
    match = SESSION.search(title)
    if not match:
        return None
    which = re.sub(r"(?<=e)[nr]\b", "", match["which"])
    words = f"{which}{match['noun']}"
    behind = title[match.end() :].lstrip()
    if organization and (organ := ORGANISED.search("Sitzung " + behind[:200])) and organ.start("organ") < 14:
        words += " " + ("Sitzung " + behind)[8 : organ.end("organ")].strip()
    return words


def date_in(front: str) -> str | None:
    """The meeting's day: behind its label or the title, before any other date."""
    labelled = re.search(rf"^\s*(?:{alternatives('head', 'date')})\s?:", front, re.MULTILINE)
    titled = TITLE.search(front)
    for begin in [match.end() for match in (labelled, titled) if match] + [0]:
        found = next((day.iso for day in days_in(front, begin, begin + 400) if day.iso), None)
        if found:
            return found
    return None


def _time_by_date(front: str) -> str | None:
    """A time of day directly behind the meeting's date."""
    for day in days_in(front):
        if day.iso:
            near = next(times_in(front, day.end, day.end + 30), None)
            if near:
                return near.clock
    return None


def _labelled_time(text: str, group: str) -> str | None:
    """The time of day behind a label such as `Beginn:`."""
    for match in re.finditer(rf"\b(?:{alternatives('head', group)})\s?:\s?(?:ca\.\s)?", text):
        found = next(times_in(text, match.end(), match.end() + 12), None)
        dotted = re.match(r"([01]?\d|2[0-3])\.([0-5]\d)\b", text[match.end() : match.end() + 6])
        if found:
            return found.clock
        if dotted:
            return f"{int(dotted[1]):02}:{dotted[2]}"
    return None


def _time_after(text: str, verb: re.Pattern[str]) -> str | None:
    """The time of day behind a verb such as `eröffnet die Sitzung um`."""
    for match in verb.finditer(text):
        found = next(times_in(text, match.end(), match.end() + 12), None)
        if found and found.start == match.end():
            return found.clock
    return None


def _labelled(front: str, group: str) -> str | None:
    """What stands behind a label on its line."""
    match = re.search(
        rf"^[ \t]*(?:{alternatives('head', group)})[ \t]?:[ \t]*(\S.*?)[ \t]*$", front, re.MULTILINE
    )
    return match[1] if match else None


def _leading(front: str) -> str | None:
    """Whom a sentence names as chair (`Den Vorsitz führt …`)."""
    match = LEADS.search(front)
    return " ".join(match[1].split()) if match else None


def _with_role(text: str, attendees: Sequence[Attendee], role: str) -> str | None:
    """The attendee with that role, as the list writes the name."""
    for attendee in attendees:
        if attendee.role == role and attendee.status == "present":
            return text[attendee.start : attendee.end].split(",")[0].split("(")[0].split(" als ")[0].strip()
    return None


def place_in(front: str) -> tuple[str | None, str | None]:
    """The room, and the building with its address."""
    place = _labelled(front, "place") or _place_behind_date(front)
    if place is None:
        place = next((line for line in front[:1500].splitlines() if _is_place(line)), None)
    if not place:
        return None, None
    pieces = [INTO.sub("", piece.strip()) for piece in place.split(",") if piece.strip()]
    pieces = [piece for piece in pieces if not next(days_in(piece), None)]
    rooms = [piece for piece in pieces if ROOM.search(piece)]
    others = [piece for piece in pieces if piece not in rooms]
    return ", ".join(rooms) or None, ", ".join(others) or None


def _place_behind_date(front: str) -> str | None:
    """What the title's sentence names behind the date (`…, im Sitzungszimmer des Rathauses`)."""
    lines = []
    for line in front[:1500].splitlines():
        if ":" in line:
            break
        lines.append(line.strip())
    title = " ".join(" ".join(lines).split())
    for day in days_in(title):
        match = re.match(
            r",?\s(?:um\s[^,]{3,14}Uhr,?\s)?(?:im|in der|in dem|in)\s(.{4,120})$", title[day.end :]
        )
        if match:
            return match[1]
    return None


def _is_place(line: str) -> bool:
    """Whether the line is a place and nothing else."""
    words = line.strip()
    if not words or len(words) > 90 or ":" in words or re.match(r"(?:der|des|über|am|Herr|Frau)\b", words):
        return False
    return bool(ROOM.search(words) or BUILDING.search(words)) and not TITLE.search(
        words.split(",")[0].replace("Sitzungs", "")
    )
