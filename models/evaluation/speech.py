"""Statements against gold: is every unit of reported speech given to its speaker, and nothing else to anybody?"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from models.evaluation.findings import StatementRow
from models.evaluation.gold import ACT, GoldDocument, Unit
from models.evaluation.measures import Assessed, Miss, Scores
from models.evaluation.places import places_in

COVERED = 0.6
"""A unit is given to a speaker when this share of its letters lies in the speaker's statements."""
_PARAGRAPH = re.compile(r"\S.*?(?=\n\s*\n|\Z)", re.DOTALL)
ROLE_WORDS = 8
"""A role is looked for in the wording of the speaker only while that is this short."""


@dataclass(frozen=True, slots=True)
class Given:
    """Whom a database names: `wording` as written, `name` resolved."""

    wording: str | None
    name: str | None

    def __str__(self) -> str:
        return f"{self.name} ({self.wording})"


def score_statements(rows: Iterable[StatementRow], gold: GoldDocument, scores: Scores) -> None:
    """Count the statements of one document; the rows come in the order of the text."""
    if "statements" not in gold.layers:
        return
    owners = _owners(rows, gold)
    for unit in gold.units:
        if unit.scored and unit.speaker != "?":
            _score_unit(unit, _owner(unit, owners), gold, scores)


def _owners(rows: Iterable[StatementRow], gold: GoldDocument) -> dict[int, StatementRow]:
    owners: dict[int, StatementRow] = {}
    places = places_in(gold)
    for row in rows:
        for paragraph in _PARAGRAPH.finditer(row.text or ""):
            if place := places.find(paragraph[0], row.start + paragraph.start()):
                owners.update(dict.fromkeys(range(*place), row))
    return owners


def _owner(unit: Unit, owners: dict[int, StatementRow]) -> StatementRow | None:
    """The statement that most of a unit lies in; several of one speaker count together."""
    lies_in = [row for at in range(unit.start, unit.end) if (row := owners.get(at))]
    counted = Counter((row.speaker, row.name) for row in lies_in).most_common(1)
    if not counted:
        return None
    speaker, covered = counted[0]
    if not speaker[1] or covered < COVERED * (unit.end - unit.start):
        return None
    return next(row for row in lies_in if (row.speaker, row.name) == speaker)


def _score_unit(unit: Unit, row: StatementRow | None, gold: GoldDocument, scores: Scores) -> None:
    given = Given(row.speaker, row.name) if row else None
    right = bool(given and unit.kind != "-" and same_speakers(unit.speaker, given))
    scores.assessed.append(Assessed(gold=gold, unit=unit, given=row, right=right))
    if given and not right:
        scores.wrong_or_spurious += 1
    if unit.kind == ACT:  # an act may be given or not; its speaker must be right
        if given and not right:
            scores.measures["statements"].add(given=1)
            scores.misses.append(_miss(unit, "act", given, gold))
        return
    counts = {"right": int(right), "given": int(given is not None), "wanted": int(unit.is_statement)}
    scores.measures["statements"].add(**counts)
    if unit.is_statement:
        scores.measures[f"statements:{unit.kind}"].add(**counts)
    if unit.is_statement != bool(given) or (given and not right):
        scores.misses.append(_miss(unit, "statement", given, gold))


def _miss(unit: Unit, what: str, given: Given | None, gold: GoldDocument) -> Miss:
    return Miss(
        document=gold.name,
        unit=str(unit.number),
        what=what,
        wanted=f"{unit.kind} {unit.speaker}",
        given=str(given),
        text=unit.text,
    )


def same_speakers(wanted: str, given: Given) -> bool:
    """Whether the same people are named; a role counts also where it only stands in the wording."""
    expected = [name for name in wanted.split(";") if name.strip()]
    named = [name for name in (given.name or "").split(";") if name.strip()]
    if len(expected) != len(named):
        return False
    if all(any(_ends_with(name, words(want)) for name in named) for want in expected):
        return True
    wording = words(given.wording)
    return len(expected) == 1 and 0 < len(wording) <= ROLE_WORDS and _contains(wording, words(expected[0]))


def words(name: str | None) -> list[str]:
    """The words of a name in lower case, without the endings of inflection (`Vorsitzender` → `vorsitzende`)."""
    plain = unicodedata.normalize("NFC", name or "").lower()
    return [re.sub(r"(?<=.{5})[rns]$", "", word) for word in re.findall(r"\w+", plain)]


def _ends_with(name: str, wanted: list[str]) -> bool:
    return bool(wanted) and words(name)[-len(wanted) :] == wanted


def _contains(wording: list[str], wanted: list[str]) -> bool:
    return any(wording[at : at + len(wanted)] == wanted for at in range(len(wording)))
