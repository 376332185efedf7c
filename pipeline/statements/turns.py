"""Short pieces of a turn of verbatim speech (`Gegenstimmen? – Keine.`) are one statement."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.findings import Statement

SHORT = 40
"""So many letters a sentence of a speech must have to stand alone: salutations and calls for votes have fewer."""
_LETTER = re.compile(r"[^\W_]")


def joined(statements: Iterable[Statement], text: str) -> Iterator[Statement]:
    """The statements in order, short ones together with the next of the same speaker and paragraph."""
    held: Statement | None = None
    for statement in statements:
        if held and _continues(held, statement, text):
            held = replace(held, end=statement.end, confidence=min(held.confidence, statement.confidence))
            continue
        if held:
            yield held
        held = statement
    if held:
        yield held


def _continues(held: Statement, statement: Statement, text: str) -> bool:
    """Whether a statement is the next piece of the turn in the same paragraph, and one of the two is short."""
    same = held.kind == statement.kind == "direct" and held.speakers == statement.speakers
    if not same or held.rule == "heckling" or statement.rule != "speech":
        return False
    between = text[held.end : statement.start]
    if between.strip() or between.count("\n") > 1:
        return False
    return _is_short(held, text) or _is_short(statement, text)


def _is_short(statement: Statement, text: str) -> bool:
    return len(_LETTER.findall(text, statement.start, statement.end)) < SHORT
