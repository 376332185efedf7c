"""Who is a private person: citizens by what they are called, and whoever asks in a question time for residents,
applies, objects, buys, gives or writes and holds no office and belongs to no faction anywhere in the document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from pipeline.findings import Item, Name, PersonMention
from pipeline.people.names import is_common_word, may_be_name
from pipeline.people.registry import Known, Registry
from pipeline.people.vocabulary import given_names, lines, office, word_set

_QUESTION_TIME = re.compile(
    r"(?:Einwohner|Bürger|Zuhörer|Jugend|öffentliche\s+)\w*(?<!um)frage\w*|Fragestunde", re.IGNORECASE
)

_BEFORE = 40
"""So many letters before a name may hold the adjective (`als sachkundige Einwohner Max Eins, Jan Zwei`)."""


_REACH = 90
"""So many letters before a name what makes them private may begin."""

_NAME = r"[A-ZÄÖÜ][a-zäöüßéèç]+(?:-[A-ZÄÖÜ][a-zäöüß]+)?"


@cache
def _cue(group: str) -> str:
    """The expressions of one group of `private_cues.txt` as one."""
    listed, wanted = [], False
    for line in lines("private_cues.txt"):
        if line.startswith("["):
            wanted = line == f"[{group}]"
        elif wanted:
            listed.append(line)
    return r"\b(?:" + "|".join(listed) + ")"


def households(text: str, found: Sequence[PersonMention], registry: Registry) -> tuple[PersonMention, ...]:
    """FOUND with the families and couples that a text names (`Eheleute Kolbe`), who are private, in order."""
    pattern = rf"{_cue('households')}\s+(?:{_NAME}\s+und\s+{_NAME}\s+)?(?P<family>{_NAME})(?![\w-])"
    taken = [(mention.start, mention.end) for mention in found]
    more = []
    for match in re.finditer(pattern, text):
        name = Name(form_of_address=match[0].split()[0], family_name=match["family"])
        apart = not any(start < match.end() and end > match.start() for start, end in taken)
        known = any(one.listed or one.public for one in registry.candidates(name))
        if apart and not known and _is_surname(match["family"], _is_sure(match)):
            more.append(PersonMention(start=match.start(), end=match.end(), name=name, private=True))
    return tuple(sorted((*found, *more), key=lambda mention: mention.start))


def _is_sure(match: re.Match[str]) -> bool:
    """Whether a household is meant: a couple, or a family with an article or a preposition, and not the subject."""
    before = match.string[max(0, match.start() - 12) : match.start()]
    return match[0].startswith("Ehe") or bool(
        re.search(r"\b(?:[Dd]ie|[Dd]er|zwischen|von|bei|durch)\s$", before)
    )


def _is_surname(word: str, sure: bool) -> bool:
    """Whether a word is a surname; behind `Familie` a noun is none, behind `Eheleute` it is."""
    return may_be_name(word) and word not in given_names() and (sure or not is_common_word(word))


def mark_private(
    mentions: Sequence[PersonMention],
    text: str,
    items: Sequence[Item],
    registry: Registry,
    *,
    is_motion: bool = False,
) -> tuple[PersonMention, ...]:
    """MENTIONS with citizens marked, each at every place that names them.

    Who is on the attendance list, holds an office or belongs to a faction is none; nor is who makes a motion.
    """
    times = [(item.start, item.end) for item in items if _QUESTION_TIME.search(item.title or "")]
    private: list[Known] = []
    marked = []
    for mention in mentions:
        known = registry.who(mention.name)
        asks = any(start <= mention.start < end for start, end in times) and not mention.name.role
        asks = asks or (not is_motion and _is_called_private(mention, text))
        is_private = (
            mention.private
            or (not (is_motion and _applies(mention)) and _is_citizen(mention, text, known))
            or (asks and _is_stranger(mention, known))
        )
        private += [known] if is_private and known else []
        marked.append((replace(mention, private=True) if is_private else mention, known))
    return tuple(
        replace(mention, private=True) if known in private and not mention.name.role else mention
        for mention, known in marked
    )


def _applies(mention: PersonMention) -> bool:
    return (mention.name.office or "").startswith("Antragstell")


def _is_called_private(mention: PersonMention, text: str) -> bool:
    """Whether the words around a named person are such as stand by citizens (`Bauantrag von Frau Kolbe`)."""
    name = mention.name
    if not (name.family_name and (name.form_of_address or name.given_name)):
        return False
    before = text[max(0, mention.start - _REACH) : mention.end]
    called = re.search(r"\b(?:Herrn?|Frau)\s[^.]*(?:\.\s?[^.]*)?$", before[-_REACH // 2 :])
    first = len(before) - len(called[0]) if called else len(before) - (mention.end - mention.start)
    if re.search(rf"{_cue('before')}\s+$", before[:first]):
        return True
    start = max(text.rfind(stop, 0, mention.start) for stop in (". ", ".\n", "\n\n", "! ", "? "))
    end = text.find(". ", mention.end)
    near = text[
        max(start, mention.start - _REACH, 0) : min(end if end >= 0 else len(text), mention.end + _REACH)
    ]
    return bool(re.search(_cue("around"), near))


def _is_citizen(mention: PersonMention, text: str, known: Known | None) -> bool:
    """Whether a named person is introduced as a citizen (`der Einwohner Herr Braun`), not as a committee's member."""
    called = office(mention.name.office) if mention.name.office else None
    if called is None or not called.private or (known and (known.listed or known.public)):
        return False
    before = text[max(0, mention.start - _BEFORE) : mention.end].lower().split()
    return not any(word.startswith(tuple(word_set("honorary.txt"))) for word in before)


def _is_stranger(mention: PersonMention, known: Known | None) -> bool:
    """Whether the document says nothing of a named person that makes them more than a citizen."""
    if known is None:
        return mention.name.family_name is not None and not (mention.name.office or mention.name.faction)
    return not (known.listed or known.public)
