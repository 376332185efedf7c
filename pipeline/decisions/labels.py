"""Results that stand behind a label: `Abstimmungsergebnis: Bei 20 Ja-Stimmen … zugestimmt`, one entry a line.

An entry may say what it is about (`Änderungsantrag SPD: abgelehnt`, `zu 2.: 18 Ja-Stimmen`, `TOP 3.1: vertagt`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from db.records.council import Outcome
from pipeline.decisions.found import decision, trimmed
from pipeline.decisions.groups import is_group, is_list_of_groups
from pipeline.decisions.prose import told_in
from pipeline.decisions.tables import in_line, tables_in
from pipeline.decisions.vocabulary import alternatives, table
from pipeline.decisions.votes import Votes, votes_in
from pipeline.decisions.wordings import outcome_of, outcome_of_groups, outcome_of_motion, outcome_of_votes
from pipeline.findings import Decision

WORDS = table("labels")
LABEL = re.compile(
    rf"\s*(?:{alternatives([*WORDS['vote'], *WORDS['decision']])})"
    r"(?:\s?-?\s?(?:Nr\.?|Nummer)\s?:?\s?[\w/.-]*\d[\w/.-]*|\s+(?:zu\s+)?(?:TOP\s+|Punkt\s+)?[\d./]+)?[^\S\n]*(?::|\n|$)",
    re.IGNORECASE,
)
VOTE_LABEL = re.compile(rf"\s*(?:{alternatives(WORDS['vote'])})\s*:")
NUMBER = r"\d{1,2}(?:[.:]\d{1,2})*(?:\s*(?:[-–]|bis|und)\s*\d+)?\.?"
NUMBERED = re.compile(
    r"(?!\s*\d{1,3}\s?:\s?\d{1,3}(?:\s?:\s?\d{1,3})?\s*(?:$|\n|[(,;]|Stimm))"
    r"\s*(?:[-–•]\s*)?(?P<subject>(?:(?:zu\s+)?(?:TOP|Punkt|Ziffern?|Nr\.)\s+|zu\s+)?"
    rf"{NUMBER}(?:\s+(?:TOP|Punkt|Ziffern?|Nr\.)\s+{NUMBER})?)"
    r"(?:\s*:\s*|\s+)(?!Ja|Nein|Enth|Stimm|Gegen|Für|JA|NEIN|dafür|dagegen|für\b|gegen\b|zu\b)(?=\D|\d+\s*(?:Ja|JA|Nein|NEIN))"
)
COUNT = (
    r"(?:(?:Ja|JA|Nein|NEIN|Gegen|Für|Pro|Contra)(?:-?\s?[Ss]timm\w+)?|Dafür|Dagegen|(?:Stimm)?[Ee]nth\w*\.?"
    r"|Stimmberechtigte?|Anwesende?|Zustimmung\w*|Ablehnung\w*|davon\s\w+|Gesetzliche\s\w+|Soll\w*)\s*[:=]?\s*-?\s*\d"
)
"""A count with the word before it (`Ja-Stimmen: 13`), as a line of a table of votes begins."""
COUNTED = re.compile(r"\d{1,3}\s+(?:x\s+)?(?:Ja|JA|Nein|NEIN|Gegen|Für|Enth|Stimm)")
"""A count with the word behind it (`13 Ja-Stimmen`)."""
BEGINS = f"(?:{'|'.join(WORDS['begins'])})"
SUBJECT = re.compile(
    rf"\s*(?:[-–•]\s*)?(?:(?:Der|Die|Das)\s+)?(?P<subject>Vorlage:?\s+[\w-]*\d[\w/-]*(?:\s+Ziffern?\s+{NUMBER})?"
    rf"|{alternatives(WORDS['subject'])}[^:\n]{{0,90}}?(?:\s*:|(?=\s+{BEGINS}))"
    rf"|(?!{COUNT})[A-ZÄÖÜ„][^:\n]{{2,80}}:)(?=\s|:\s|$):?\s*"
)
EMPTY_TICK = re.compile(r"[☐□❑◻]")
FULL_TICK = re.compile(r"[☒☑✓✔]\s*([^☐□❑◻☒☑✓✔\n]+)")
ALSO = re.compile(r"beschl|\bstimm|beauftrag|empf|genehm|billig|entlast|gewähl", re.IGNORECASE)
"""What a body does beside taking notice; then a vote carries it."""
LINE = 100
"""Characters of a line that states a result without votes and without saying of what."""
LONG = 250
"""Characters from which on an entry is a text with a result somewhere in it, not a result."""
STATED = re.compile(r"(?!(?:Der|Die|Das|Dem)\b)[^\n.:]{4,60}\.?")
"""A short value that is no sentence."""
SENTENCE = re.compile(r"[A-ZÄÖÜ][\w-]*\s+[A-ZÄÖÜa-zäöü][^\n]{30,}")
"""A line that begins a sentence of its own: no count goes on with it."""
STOPS = re.compile(r"\b(?:wird|werden|wurde|wurden)$")
UNFINISHED = re.compile(r"(?:,|-|\b(?:und|wird|werden|wurde|wurden)|\d)$")
YES = re.compile(r"ja\b(?![-–]?\s?(?:stimm|:|\d))", re.IGNORECASE)
MOVES = ("deferred", "referred", "withdrawn")
OPEN = re.compile(r"keine\s+Abstimmung|ohne\s+Abstimmung|nicht\s+abgestimmt", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One stated result, `text[start:end]`; `subject` is what it says it is about."""

    start: int
    end: int
    value: str
    subject: str | None = None

    @property
    def votes(self) -> Votes:
        """The votes the entry states."""
        return votes_in(self.value, tally=True)

    @property
    def outcome(self) -> Outcome | None:
        """What the entry tells, None where its wording is not known."""
        told = (
            outcome_of(self.value)
            or outcome_of_votes(self.votes)
            or outcome_of_groups(self.value)
            or ("accepted" if is_list_of_groups(self.value) else None)
            or ("accepted" if YES.match(self.value) else None)
        )
        if told == "accepted" and self.subject and outcome_of(self.subject) == "accepted_amended":
            return "accepted_amended"
        return told

    @property
    def of_group(self) -> bool:
        """Whether the entry tells how one group voted (`CDU: 10 Ja, 2 Nein`)."""
        return bool(
            self.subject and is_group(self.subject) and self.votes.counted and outcome_of(self.value) is None
        )

    @property
    def bare(self) -> bool:
        """Whether the entry only says that nobody voted."""
        return bool(OPEN.search(self.value)) and self.outcome in (None, "none")


def entries_of(text: str, start: int, end: int, *, strict: bool = True) -> list[Entry]:
    """The entries behind the label in `text[start:end]`; a strict list ends with the first line that tells nothing."""
    label = LABEL.match(text, start, end)
    at = label.end() if label else start
    if EMPTY_TICK.search(text, at, end):
        return list(_ticked(text, at, end))
    if rows := table_behind(text, start, end):
        return [Entry(start=rows[0], end=rows[1], value=in_line(text[slice(*rows)]))]
    found: list[Entry] = []
    for line_start, line_end in _lines(text, at, end):
        entry = _entry(text, line_start, line_end)
        if found and _continues(found[-1], entry):
            found[-1] = _entry(text, found[-1].start, line_end)
        elif (
            found and strict and found[-1].votes.counted and SENTENCE.match(entry.value) and not entry.subject
        ):
            break
        elif not found or not strict or _states(entry):
            found.append(entry)
        else:
            break
    return [entry for entry in found if entry.value]


def _states(entry: Entry) -> bool:
    """Whether a further line of a list states a result; the first sentence of the minutes does not."""
    told = entry.outcome is not None and (entry.votes.told or entry.end - entry.start < LINE)
    return bool(entry.subject) or told


def _ticked(text: str, start: int, end: int) -> Iterator[Entry]:
    """A form with boxes: only the ticked ones tell."""
    for tick in FULL_TICK.finditer(text, start, end):
        at, to = trimmed(text, *tick.span(1))
        yield Entry(start=at, end=to, value=text[at:to])


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for line in re.compile(r"[^\n]*\S[^\n]*").finditer(text, start, end):
        yield trimmed(text, *line.span())


def _entry(text: str, start: int, end: int) -> Entry:
    subject = NUMBERED.match(text, start, end) or SUBJECT.match(text, start, end)
    if subject and subject.end() <= end:
        value = text[subject.end() : end].strip()
        return Entry(
            start=start, end=end, value=value, subject=" ".join(subject["subject"].rstrip(" :").split())
        )
    return Entry(start=start, end=end, value=text[start:end])


def votes_behind_label(sentence: str) -> Votes | None:
    """The counted votes of a sentence that is a label with its value (`Abstimmung: 13 : 0`)."""
    label = VOTE_LABEL.match(sentence)
    votes = votes_in(sentence[label.end() :], tally=True) if label else None
    return votes if votes and votes.counted else None


def stated_in_line(text: str, start: int, end: int) -> Decision | None:
    """The result in the line of a label above a longer text ("Beschluss: mehrheitlich abgelehnt")."""
    label = LABEL.match(text, start, end)
    at, to = trimmed(text, label.end(), _end_of_line(text, label.end(), end)) if label else (start, start)
    value = text[at:to]
    outcome = outcome_of(value) if label and ":" in label[0] and STATED.fullmatch(value) else None
    if outcome is None or outcome == "none":
        return None
    return decision(
        text, start, to, outcome=outcome, votes=votes_in(value), rule="label", confidence=0.9, result=(at, to)
    )


def _end_of_line(text: str, start: int, end: int) -> int:
    """Where the line of `start` ends, which may be the last of the stretch."""
    found = text.find("\n", start, end)
    return end if found < 0 else found


def table_behind(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a table of votes stands directly behind the label at `start`, None where none does."""
    label = LABEL.match(text, start, end)
    found = next(tables_in(text, label.end(), end), None) if label else None
    return found if label and found and not text[label.end() : found[0]].strip() else None


def has_label(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` begins with a label."""
    return LABEL.match(text, start, end) is not None


def is_bare_label(text: str, start: int, end: int) -> bool:
    """Whether nothing but a label stands in `text[start:end]`."""
    label = LABEL.match(text, start, end)
    return label is not None and not text[label.end() : end].strip()


def value_end(text: str, start: int, end: int) -> int | None:
    """Where a short value ends that stands in the first line of `text[start:end]`, None for a sentence."""
    lines = _lines(text, start, end)
    first = next(lines, None)
    if first is None or first[1] - first[0] > LINE:
        return None
    if STOPS.search(text, *first) and (second := next(lines, None)):
        return second[1]
    told = _entry(text, *first).outcome is not None
    return first[1] if told or text[first[1] - 1] not in ".:?!" else None


def continues_list(text: str, start: int, end: int) -> bool:
    """Whether the first line of `text[start:end]` is one more entry of a list of results, with its votes."""
    first = next(_lines(text, start, end), None)
    if first is None:
        return False
    entry = _entry(text, *first)
    return bool(entry.subject and (entry.votes.told or entry.bare))


def _continues(before: Entry, line: Entry) -> bool:
    """Whether a line goes on with the entry before it: that one tells nothing yet, or the line begins in the middle."""
    if line.subject and line.outcome:
        return False
    if (
        before.votes.counted
        and before.outcome
        and SENTENCE.match(line.value)
        and not before.value.endswith(",")
    ):
        return False
    if re.match(COUNT, line.value) and not line.subject:
        return True
    if COUNTED.match(line.value) and not before.votes.counted:
        return True
    begins_small = line.value[:1].islower() or line.value[:1].isdigit() or line.value[:1] == "("
    unfinished = before.outcome is None or bool(UNFINISHED.search(before.value))
    return unfinished or (begins_small and not before.value.endswith(".")) or line.value.startswith("Stimm")


def decisions_at(text: str, start: int, end: int, decided: tuple[int, int] | None) -> Iterator[Decision]:
    """The decisions a vote block tells; `decided` is the decision text that stands directly before it.

    Where nobody voted, the decision text itself tells what became of the matter.
    """
    entries = _of_all(entries_of(text, start, end))
    if decided and (not entries or all(entry.bare for entry in entries)):
        yield from _without_vote(text, entries[-1].end if entries else end, decided)
        return
    for position, entry in enumerate(entries):
        begin = decided[0] if decided and position == 0 else (start if position == 0 else entry.start)
        outcome = _outcome(text, entry, decided if len(entries) == 1 else None)
        yield decision(
            text,
            begin,
            entry.end,
            outcome=outcome,
            votes=entry.votes,
            rule="label",
            confidence=0.4 if outcome == "unknown" else 0.95,
            result=(entry.start, entry.end),
            subject=entry.subject,
        )


def _of_all(entries: list[Entry]) -> list[Entry]:
    """The entries without the lines of single groups, which stand below or above the result of all."""
    return [entry for entry in entries if not entry.of_group] or entries


def _outcome(text: str, entry: Entry, decided: tuple[int, int] | None) -> Outcome:
    """What the entry tells; mere counts below a result in words mean what the words say."""
    told = outcome_of(entry.value)
    if told is None and decided and decided[1] - decided[0] < LONG:
        values = [each.value for each in entries_of(text, *decided, strict=False)]
        told = next((worded for value in values if (worded := outcome_of(value))), None)
        more = told == "noted" and any(ALSO.search(value) for value in values)
        told = None if told == "none" or more else told
    told = told or entry.outcome or "unknown"
    if told != "accepted":
        return told
    moved = _moved(text[slice(*decided)]) if decided else None
    return moved or outcome_of_motion(f"{entry.subject or ''} {entry.value}") or told


def _moved(decided: str) -> Outcome | None:
    """What a short decided text that was carried does with its matter instead of deciding it ("wird vertagt")."""
    label = LABEL.match(decided)
    told = told_in(decided[label.end() :].strip()) if label and len(decided) < LONG else None
    return told.outcome if told and told.outcome in MOVES else None


def _without_vote(text: str, end: int, decided: tuple[int, int]) -> Iterator[Decision]:
    """Nobody voted, or the vote line is empty: the decision text itself tells what became of the matter."""
    subject = None
    for position, entry in enumerate(entries_of(text, *decided, strict=False)):
        subject = entry.subject or subject  # a further sentence below the same number
        told = told_in(entry.value)
        outcome = told.outcome if told else entry.outcome if len(entry.value) < LONG else None
        if outcome in (None, "none"):
            continue
        yield decision(
            text,
            decided[0] if position == 0 else entry.start,
            end if position == 0 else entry.end,
            outcome=outcome,
            votes=told.votes if told else Votes(),
            rule="label-without-vote",
            confidence=0.9,
            result=(entry.start, entry.end),
            subject=subject,
        )
