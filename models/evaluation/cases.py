"""Annotated units with what the accuracy card breaks them down by: municipality, style, kind, and who spoke."""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Literal

from spacy.tokens import Doc

from models.evaluation.findings import StatementRow
from models.evaluation.fresh import Annotated, Fresh
from models.evaluation.gold import ACT, NOTHING, GoldDocument, Unit, letters
from models.evaluation.measures import Assessed, Scores
from models.evaluation.speech import score_statements, words
from pipeline.findings import Name, Statement, Style
from pipeline.people.gender import gender_of
from pipeline.statements.component import attributed
from pipeline.statements.confidence import Way, way_of
from pipeline.structure.style import cues_in, style_of

MUNICIPALITIES = Path(__file__).parents[1] / "gold/municipalities.toml"
ELSEWHERE = "sonstige"
"""Where no pattern fits."""
KINDS: dict[str, Literal["I", "C", "D"]] = {"indirect": "I", "continued": "C", "direct": "D"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An annotated unit: `wanted` as a statement, `given` to a speaker, `right`; `kind` is I, C or D.

    Speakers below the threshold are given here too. The kind is the annotators' where the unit is a statement, else
    that of the statement we made of it. `gender` and `faction` are the speaker's as far as the document tells, None
    where it does not. `statement` is ours, and `way` how it was found.
    """

    document: str
    municipality: str
    style: Style
    kind: Literal["I", "C", "D"]
    wanted: bool
    given: bool
    right: bool
    gender: Literal["m", "f"] | None
    faction: str | None
    statement: Statement | None
    way: Way | None


def cases(documents: Iterable[Annotated]) -> Iterator[Case]:
    """The cases of documents in their order; units that are neither wanted nor given are none."""
    for document in documents:
        yield from _cases(document)


def municipality_of(path: str) -> str:
    """The municipality of a path below the folder of data."""
    return next((name for pattern, name in _patterns().items() if fnmatchcase(path, pattern)), ELSEWHERE)


@cache
def _patterns() -> dict[str, str]:
    return tomllib.loads(MUNICIPALITIES.read_text(encoding="utf-8"))


def _cases(document: Annotated) -> Iterator[Case]:
    scores = Scores()
    made = _made(document.fresh.doc)
    score_statements([_row(made[start], document.fresh) for start in sorted(made)], document.gold, scores)
    municipality = municipality_of(document.fresh.path)
    offsets = _offsets(document.gold, document.fresh.found.text)
    paragraphs = [paragraph.start for paragraph in document.fresh.doc._.paragraphs]
    for one in scores.assessed:
        statement = made[one.given.start] if one.given else None
        kind = _kind(one, statement)
        if kind is None:
            continue
        gender, faction = _speaker(one.unit, document.fresh)
        yield Case(
            document=document.fresh.path,
            municipality=municipality,
            style=_style_at(offsets[one.unit.number], document.fresh),
            kind=kind,
            wanted=one.unit.is_statement,
            given=statement is not None,
            right=one.right,
            gender=gender,
            faction=faction,
            statement=statement,
            way=way_of(statement, paragraphs) if statement else None,
        )


def _made(doc: Doc) -> dict[int, Statement]:
    """All statements by where they begin, those of minutes with their speakers however uncertain."""
    return {statement.start: statement for statement in (*doc._.statements, *attributed(doc))}


def _row(statement: Statement, fresh: Fresh) -> StatementRow:
    return StatementRow(
        speaker=statement.speaker,
        name="; ".join(name.key for name in statement.speakers if name.key) or None,
        text=fresh.found.text[statement.start : statement.end],
        start=statement.start,
    )


def _kind(one: Assessed, statement: Statement | None) -> Literal["I", "C", "D"] | None:
    """The kind a unit counts under; None for what needs no statement and has none, and for an act rightly given."""
    if one.unit.is_statement:
        return one.unit.kind  # type: ignore[return-value]
    if statement is None or (one.unit.kind == ACT and one.right):
        return None
    return KINDS[statement.kind]


def _offsets(gold: GoldDocument, text: str) -> dict[int, int]:
    """Where each unit begins in the reading: as gold says, else by its letters, else where the last one began."""
    if gold.letters_before is not None:
        return {unit.number: unit.offset or 0 for unit in gold.units}
    places = [at for at, character in enumerate(text) if character.isalnum()]
    all_letters = letters("".join(text[at] for at in places))
    found: dict[int, int] = {}
    cursor = last = 0
    for unit in gold.units:
        at = all_letters.find(letters(unit.text)[:60], cursor) if letters(unit.text) else -1
        if at >= 0:
            last, cursor = at, at + 1
        found[unit.number] = places[min(last, len(places) - 1)] if places else 0
    return found


def _style_at(offset: int, fresh: Fresh) -> Style:
    """The style of the discussion at an offset, or of the nearest one before, or of the document."""
    styled = [section for section in fresh.doc._.sections if section.style]
    at = bisect_right([section.start for section in styled], offset) - 1
    if at >= 0:
        return styled[at].style  # type: ignore[no-any-return]
    return styled[0].style if styled else style_of(cues_in(fresh.found.text))


def _speaker(unit: Unit, fresh: Fresh) -> tuple[Literal["m", "f"] | None, str | None]:
    """Gender and faction of the first speaker whom gold names, as the document tells of somebody of that name."""
    wanted = words(unit.speaker.split(";")[0])
    if unit.kind == NOTHING or not wanted:
        return None, None
    known = [name for name in _names(fresh) if words(name.family_name or name.role)[-len(wanted) :] == wanted]
    genders = {gender for name in known if (gender := gender_of(name)) != "x"}
    factions = {name.faction for name in known if name.faction}
    return (genders.pop() if len(genders) == 1 else None), (factions.pop() if len(factions) == 1 else None)


def _names(fresh: Fresh) -> Sequence[Name]:
    attendees = [attendee.name for attendee in fresh.doc._.attendees]
    return attendees + [mention.name for mention in fresh.doc._.people]
