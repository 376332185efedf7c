"""The headings under which the minutes of agenda items stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from pipeline.structure.agenda import Agenda, Entry, agenda_of, letters_of
from pipeline.structure.lines import Line, lines_of, tells, widths
from pipeline.structure.numbers import (
    SURE,
    WEAK,
    Form,
    Opening,
    follows,
    levels,
    loose_opening,
    opening_of,
    plain_opening,
)
from pipeline.structure.papers import BARE, ORIGIN_LINE, PAPER_LINE, papers_of, without_papers
from pipeline.structure.parts import CLOSING, SAID_NON_PUBLIC, SPEAKS, marks_of, over_at

CALL = re.compile(
    r".{0,200}(?:(?:\bauf|\bzu|\b(?:[Tt]agesordnungspunkte?n?|TOPs?)\s[\d., und]*\d)\s?:|"
    r"\b[Tt]agesordnungspunkte?n?\s?:?)$"
)
"""A line after which a numbered title is called (`Ich rufe auf:`)."""

LIKE = 0.85
"""So alike a heading and the agenda's title must be to be the same (typing slips, changed punctuation)."""

LONGEST = 14
"""So many lines a title may have."""

ZONE = 120
"""So many lines the headings of items that are dealt with together may have before the first label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The heading of an item: the lines `first` to `last` (included); `public` is None where it tells nothing."""

    number: str
    title: str | None
    papers: tuple[str, ...]
    first: int
    last: int
    public: bool | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """A text with its lines, the agenda before the minutes, and the headings of the items.

    It carries the text because `Doc.text` puts it together anew at every call.
    """

    text: str
    lines: tuple[Line, ...]
    agenda: Agenda
    headings: tuple[Heading, ...]
    marks: Mapping[int, bool]


def outline_of(text: str) -> Outline:
    """The outline of a document."""
    lines = tuple(lines_of(text))
    marks = marks_of(lines)
    agenda = agenda_of(lines, marks)
    opened = openings(lines, agenda, marks)
    headings = tuple(_headings(lines, agenda, opened))
    last = max(opened, default=0)
    marks |= {at: False for at in over_at(lines) if agenda.end <= at < last}
    return Outline(
        text, lines, agenda, headings, {lines[at].start: public for at, public in sorted(marks.items())}
    )


def openings(lines: Sequence[Line], agenda: Agenda, marks: Mapping[int, bool]) -> dict[int, Opening]:
    """The lines that open an item and how; all in the one form that the document uses."""
    width = widths(lines)
    listed = frozenset(entry.number for entry in agenda.entries)
    found = {
        at: opening
        for at in range(len(lines))
        if not agenda.start < at < agenda.end and (opening := _opening(lines, at, width[at], listed))
    }
    form = _usual(found.values())
    chosen = {at: opening for at, opening in found.items() if opening.form == form}
    if form in ("top", None):
        chosen = dict(sorted({**chosen, **_called(lines, agenda)}.items()))
    return _before_closing(lines, chosen, marks) or _listed(lines, agenda) or _numbered(lines, agenda)


def _before_closing(
    lines: Sequence[Line], opened: dict[int, Opening], marks: Mapping[int, bool]
) -> dict[int, Opening]:
    """The openings without those that an attachment behind the closing repeats: numbers that do not go on."""
    closed = [
        at for at, line in enumerate(lines) if CLOSING.match(line.text) and not SPEAKS.search(line.text)
    ]
    kept: dict[int, Opening] = {}
    for at, opening in opened.items():
        last = max(kept, default=-1)
        behind = any(last < end < at for end in closed) and last >= 0
        goes_on = not behind or levels(opening.number) > levels(kept[last].number)
        if not goes_on and not any(marks.get(near) is False for near in range(last, at)):
            break
        kept[at] = opening
    return kept


def _usual(found: Iterable[Opening]) -> Form | None:
    """The form in which a document opens its items: an unmistakable one, else the most frequent."""
    counts = Counter(opening.form for opening in found)
    for form in SURE:
        if counts[form]:
            return form
    return counts.most_common(1)[0][0] if counts else None


def _opening(lines: Sequence[Line], at: int, width: int, listed: frozenset[str]) -> Opening | None:
    """How a line opens an item, unless it stands in the middle of a sentence."""
    line = lines[at]
    if line.text in ("Tagesordnungspunkt", "Tagesordnungspunkte") and at + 1 < len(lines):
        below = plain_opening(lines[at + 1].text)
        return Opening("top", below.number, len(line.text)) if below else None
    opening = opening_of(line.text)
    if opening and CALL.match(line.text) and at + 1 < len(lines) and plain_opening(lines[at + 1].text):
        return None
    if opening and at and not line.gap:
        above = lines[at - 1]
        weak = opening.form in WEAK and "." not in opening.number and opening.number not in listed
        if above.continues or (weak and not _closed(above, width)):
            return None
    if opening and line.text[opening.title_at : opening.title_at + 1].islower():  # `zu 3.1 des Rates`
        told = {opening.number, opening.number.rpartition(".")[0]} & listed
        return opening if told and _apart(lines, at, width) else None
    return opening


def _apart(lines: Sequence[Line], at: int, width: int) -> bool:
    """Whether the line goes on no sentence of the line above."""
    return not at or lines[at].gap or _closed(lines[at - 1], width)


def _closed(above: Line, width: int) -> bool:
    """Whether a line may be the last of what it belongs to."""
    return above.ended or above.text.endswith((":", ")")) or len(above.text) < 0.75 * width or above.listed


def _called(lines: Sequence[Line], agenda: Agenda) -> dict[int, Opening]:
    """Numbered titles below the words that call them, and the titles that follow one another there."""
    found: dict[int, Opening] = {}
    last: tuple[int, ...] = ()
    for at in range(max(1, agenda.end), len(lines)):
        opening = plain_opening(lines[at].text)
        if not opening or agenda.start < at < agenda.end:
            continue
        above = lines[at - 1].text
        number = levels(opening.number)
        bare = above in ("Tagesordnungspunkt", "Tagesordnungspunkte")
        near = last and at - max(found, default=-9) < 7 and len(number) > 1
        runs_on = near and (follows(number, last) or number[: len(last)] == last != number)
        if bare:
            last = number
        elif CALL.match(above) or runs_on:
            found[at] = opening
            last = number
    return found


def _listed(lines: Sequence[Line], agenda: Agenda) -> dict[int, Opening]:
    """Numbered lines below the agenda that repeat one of its entries."""
    titles = {(entry.number, entry.letters[:25]) for entry in agenda.entries if entry.letters}
    found = {}
    for at in range(agenda.end, len(lines)):
        opening = plain_opening(lines[at].text)
        if opening and any(
            number == opening.number and _same_start(letters_of(lines[at].text[opening.title_at :]), title)
            for number, title in titles
        ):
            found[at] = opening
    return found


def _same_start(one: str, other: str) -> bool:
    length = min(len(one), len(other))
    return length > 3 and one[:length] == other[:length]


def _numbered(lines: Sequence[Line], agenda: Agenda) -> dict[int, Opening]:
    """Without agenda and plainer forms: short numbered lines of their own that count up from 1."""
    if agenda.entries:
        return {}
    found: dict[int, Opening] = {}
    last: tuple[int, ...] = ()
    for at, line in enumerate(lines):
        opening = plain_opening(line.text)
        if not opening or not line.gap or line.ended or len(line.text) > 160:
            continue
        if follows(levels(opening.number), last):
            last = levels(opening.number)
            found[at] = opening
    return found if len(found) > 2 else {}


def _headings(lines: Sequence[Line], agenda: Agenda, opened: dict[int, Opening]) -> Iterator[Heading]:
    """The headings with their titles and papers; numbered sub-items in a heading become headings too."""
    entries: dict[str, list[Entry]] = {}
    for entry in agenda.entries:
        entries.setdefault(entry.number, []).append(entry)
    zone_end = 0
    for at, opening in opened.items():
        if at < zone_end:
            continue
        label = next((below for below in range(at, len(lines)) if lines[below].label), len(lines))
        if opening.form == "of_agenda" and label - at < ZONE and _zone(lines[at:label]):
            zone_end = label
            yield from _zone_headings(lines, at, label, opening)
        elif opening.form != "of_agenda" or not zone_end:
            yield _heading(
                lines, at, _last(lines, at, opening, entries.get(opening.number, []), opened), opening
            )


def _zone(lines: Sequence[Line]) -> bool:
    """Whether these lines, from an item's opening to the first label, are headings only."""
    return not any(line.spoken or (len(line.text) > 60 and line.text.endswith(".")) for line in lines)


def _zone_headings(lines: Sequence[Line], start: int, end: int, opening: Opening) -> Iterator[Heading]:
    """The item and its sub-items (`4.1 …`, `Punkt 4.1: …`) in a zone of headings."""
    inside = [(start, opening)]
    for at in range(start + 1, end):
        other = opening_of(lines[at].text) or plain_opening(lines[at].text) or loose_opening(lines[at].text)
        if other and _belongs(other, inside):
            inside.append((at, other))
    for (at, this), after in zip(inside, [*(at for at, _ in inside[1:]), end], strict=True):
        yield _heading(lines, at, after - 1, this)


def _belongs(other: Opening, inside: Sequence[tuple[int, Opening]]) -> bool:
    """Whether a numbered line is a sub-item or a further item rather than a point of a title."""
    if other.form == "of_agenda":
        return True
    number = levels(other.number)
    return len(number) > 1 and any(
        number[: len(levels(main.number))] == levels(main.number) and number != levels(main.number)
        for _, main in inside[:1]
    )


def _last(
    lines: Sequence[Line], at: int, opening: Opening, entries: Sequence[Entry], opened: dict[int, Opening]
) -> int:
    """The index of the heading's last line."""
    stop = next(
        (x for x in range(at + 1, min(at + LONGEST, len(lines))) if _stops(lines[x], x, opened)), None
    )
    stop = min(at + LONGEST, len(lines)) if stop is None else stop
    told = (_as_in_agenda(lines, at, stop, opening, entry) for entry in entries)
    last = next((found for found in told if found is not None), None)
    if last is None:
        last = _by_looks(lines, at, stop, opening)
    while last + 1 < stop and (more := _papers_below(lines[last + 1 : min(last + 5, stop)])):
        last += more
    return last


def _papers_below(lines: Sequence[Line]) -> int:
    """How many of these lines still name papers: each a line that does so itself, or what leads to such a line."""
    if lines and _belongs_below(lines[0].text):
        open_ended = [at for at, line in enumerate(lines) if BARE.fullmatch(line.text)]
        leads = ORIGIN_LINE.match(lines[0].text) and open_ended
        return open_ended[0] + 1 if leads and not any(line.ended for line in lines[: open_ended[0]]) else 1
    return 0


def _stops(line: Line, at: int, opened: dict[int, Opening]) -> bool:
    return at in opened or line.label or tells(line.text)


def _belongs_below(line: str) -> bool:
    return (bool(PAPER_LINE.match(line)) and len(line) < 120) or (
        bool(ORIGIN_LINE.match(line)) and len(line) < 90
    )


def _as_in_agenda(lines: Sequence[Line], at: int, stop: int, opening: Opening, entry: Entry) -> int | None:
    """The line at which the heading has told the agenda's title; None where it tells another."""
    wanted = entry.letters
    told = dict(_told(lines, at, stop, opening, len(wanted)))
    same = next((last for last, letters in told.items() if letters == wanted), None)
    if same is not None:
        return same
    best, likeness = None, LIKE
    matcher = SequenceMatcher(None, "", wanted, autojunk=False)
    for last, letters in told.items():
        matcher.set_seq1(letters)
        # the quick ratio is never less, and spares most of the slow ones
        if matcher.quick_ratio() > likeness and (ratio := matcher.ratio()) > likeness:
            best, likeness = last, ratio
    return best


def _told(
    lines: Sequence[Line], at: int, stop: int, opening: Opening, wanted: int
) -> Iterator[tuple[int, str]]:
    """What the heading has told up to each line where it is about as long as a title of WANTED letters."""
    told = letters_of(lines[at].text[opening.title_at :])
    for last in range(at, stop):
        if last > at:
            told += letters_of(without_papers(lines[last].text))
        if abs(len(told) - wanted) <= 0.35 * wanted + 3:
            yield last, told
        if len(told) > 1.5 * wanted + 20:
            return


def _by_looks(lines: Sequence[Line], at: int, stop: int, opening: Opening) -> int:
    """The heading's last line where nothing else tells it: a blank line, or a line with papers, ends it."""
    last = at
    if opening.title_at >= len(lines[at].text) and at + 1 < stop:
        last = at + 1
    width = max(len(line.text) for line in lines[at : min(at + 30, len(lines))])
    for below in range(last + 1, stop):
        if lines[below].small or lines[below - 1].continues:
            last = below
            continue
        if lines[below].gap:
            break
        if any(PAPER_LINE.match(line.text) for line in lines[below : min(below + 6, stop)]) or (
            len(lines[below - 1].text) > 0.75 * width and not lines[below].ended
        ):
            last = below
        else:
            break
    return last


def _heading(lines: Sequence[Line], first: int, last: int, opening: Opening) -> Heading:
    words = "\n".join(
        [lines[first].text[opening.title_at :], *(line.text for line in lines[first + 1 : last + 1])]
    )
    return Heading(
        number=opening.number,
        title=_title(words, opening.number),
        papers=papers_of(words),
        first=first,
        last=last,
        public=False if SAID_NON_PUBLIC.search(words) else _public(opening),
    )


def _title(words: str, number: str) -> str | None:
    """The title on one line, without papers, whose they are, and a number told before it."""
    first, *below = without_papers(words).splitlines() or [""]
    lines = [first, *(line for line in below if not ORIGIN_LINE.match(line.strip()))]
    title = " ".join(" ".join(lines).split()).removeprefix(number).strip(" :–-.()")
    return title or None


def _public(opening: Opening) -> bool | None:
    """What the heading's bracket or the letter before its number tells."""
    if re.search(r"nicht\s?-?\s?öffentlich", opening.part, re.IGNORECASE):
        return False
    if "öffentlich" in opening.part:
        return True
    letter = re.match(r"(Ö|NÖ|N)\s?\d", opening.number)
    return letter[1] == "Ö" if letter else None
