"""Lists below a speaker: what each entry reports (`teilt mit: – Die Brücke ist gesperrt`, `– fragt, ob …`)."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.statements.clause import Element
from pipeline.statements.verdicts import verb_at
from pipeline.statements.vocabulary import is_finite, is_konjunktiv

_BULLETS = frozenset(["-", "–", "—", "•", "·", "*", "▪", "\uf0b7"])
_SIGNS = frozenset(["(", ")", ":", ",", ".", *_BULLETS])


def entry_start(sentence: Sequence[Element]) -> int | None:
    """The index of the first word behind a bullet, a letter or a number with a bracket; None without such a sign."""
    if sentence and sentence[0].text in _BULLETS:
        return 1
    numbered = len(sentence) > 2 and sentence[1].text == ")" and len(sentence[0].text) <= 2
    return 2 if numbered else None


def tells(sentence: Sequence[Element]) -> bool:
    """Whether an entry is a sentence with a verb and not a mere topic."""
    return entry_start(sentence) is not None and any(is_finite(element.text) for element in sentence)


def begins_with_verb(sentence: Sequence[Element]) -> bool:
    """Whether an entry leaves its subject to what stands above the list (`– fragt nach den Kosten`)."""
    at = entry_start(sentence)
    if (
        at is None
        or at >= len(sentence)
        or not is_finite(sentence[at].text)
        or is_konjunktiv(sentence[at].text)
    ):
        return False
    return verb_at(sentence, at)[0] in ("report", "either")


def is_name_alone(sentence: Sequence[Element]) -> bool:
    """Whether a sentence is nothing but a person (`Herr Braun (CDU)`)."""
    rest = [element for element in sentence[1:] if element.text not in _SIGNS]
    return bool(sentence) and sentence[0].mention is not None and not rest
