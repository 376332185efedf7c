"""The subject of a sentence and its verb: several persons, and what stands between them and the verb."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.findings import PersonMention
from pipeline.statements.clause import Element
from pipeline.statements.vocabulary import is_finite

_RELATIVE = frozenset(
    [
        "der",
        "die",
        "das",
        "den",
        "dem",
        "dessen",
        "deren",
        "welcher",
        "welche",
        "wer",
        "was",
        "wie",
        "dass",
        "ob",
    ]
)


def subjects(sentence: Sequence[Element], at: int) -> tuple[tuple[PersonMention, ...], int]:
    """The coordinated persons from AT on and the index behind them."""
    at = _named_behind(sentence, at)
    persons = [sentence[at].mention]
    at += 1
    while at < len(sentence):
        step = _joint(sentence, at)
        if step is None:
            break
        persons.append(sentence[step].mention)
        at = step + 1
    return tuple(person for person in persons if person), at


def _named_behind(sentence: Sequence[Element], at: int) -> int:
    """The index of the name that explains a role (`Der Vertreter des Büros, Herr Braun, …`), else AT itself."""
    mention = sentence[at].mention
    if mention is None or mention.name.family_name:
        return at
    for ahead in range(at + 1, min(at + 20, len(sentence) - 2)):
        if is_finite(sentence[ahead].text):
            break
        named = sentence[ahead + 1].mention
        if sentence[ahead].low == "," and named and named.name.family_name and sentence[ahead + 2].low == ",":
            return at if sentence[ahead + 1].oblique else ahead + 1
    return at


def _joint(sentence: Sequence[Element], at: int) -> int | None:
    """The index of a further person joined by `und`, a comma or within a few words (`vom IT-Amt und Herr …`)."""
    for ahead in range(at, min(at + 8, len(sentence) - 1)):
        word = sentence[ahead]
        if (
            word.low in ("und", "sowie", ",")
            and sentence[ahead + 1].mention
            and not sentence[ahead + 1].oblique
        ):
            joined = word.low != "," or _more_follow(sentence, ahead + 2)
            return ahead + 1 if joined else None
        if is_finite(word.text) or word.low in (",", ".", ":"):
            return None
    return None


def _more_follow(sentence: Sequence[Element], at: int) -> bool:
    return any(word.low in ("und", "sowie") for word in sentence[at : at + 3])


def verb_behind(sentence: Sequence[Element], at: int) -> int | None:
    """The index of the finite verb behind a subject: over brackets, appositions, relative clauses and attributes."""
    limit = min(len(sentence), at + 45)
    while at < limit:
        word = sentence[at]
        if word.low in ("(", "["):
            at = _close(sentence, at)
        elif word.low == ",":
            closing = _apposition_end(sentence, at)
            if closing is None:
                return None
            at = closing
        elif word.low in (".", ";", ":", "!", "?"):
            return None
        elif is_finite(word.text):
            return at
        at += 1
    return None


def _close(sentence: Sequence[Element], at: int) -> int:
    for end in range(at + 1, min(at + 15, len(sentence))):
        if sentence[end].text in (")", "]"):
            return end
    return at


def _apposition_end(sentence: Sequence[Element], at: int) -> int | None:
    """The comma that ends what the comma at AT opens, or that comma itself, if a finite verb stands behind it."""
    for end in range(at, min(at + 40, len(sentence) - 1)):
        if sentence[end].low == "," and is_finite(sentence[end + 1].text):
            return end
    return _unclosed(sentence, at)


def _unclosed(sentence: Sequence[Element], at: int) -> int | None:
    """The word before the verb where an apposition has lost its second comma (`Herr Ahl, Mitglied des Rats führt`)."""
    if at + 1 >= len(sentence) or sentence[at + 1].low in _RELATIVE:
        return None
    for end in range(at + 1, min(at + 9, len(sentence))):
        if sentence[end].low in (",", ".", ";", ":"):
            return None
        if is_finite(sentence[end].text):
            return end - 1
    return None
