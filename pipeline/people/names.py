"""Reading one name from a run of words: given names, particles, family name."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache
from typing import NamedTuple

import simplemma

from pipeline.people.vocabulary import classify, given_names, word_set
from pipeline.people.words import Word

_LONGEST_RUN = 6


class Reading(NamedTuple):
    """Given names and family name as written; `stop` is the index behind the last word read."""

    given: str | None
    family: str
    stop: int


@cache
def is_common_word(word: str) -> bool:
    """Whether a capitalised word is an ordinary German noun (many family names are, too)."""
    # only hundreds of words are asked for: the dictionary that is not unpacked saves a process 0.3 s of CPU
    return bool(simplemma.is_known(word, "de", low_memory=True))


@cache
def may_be_name(word: str) -> bool:
    """Whether a word may be part of a personal name by its form."""
    return (
        word[0].isupper()
        and not word.isupper()
        and word not in word_set("not_names.txt")
        and word not in word_set("parties.txt")
        and classify(word) in (None, "given")
    )


def are_unknown(ws: Sequence[Word], at: int) -> bool:
    """Whether two words that are no nouns stand before a verb or `vom` (`Jelto Quast erklärt`)."""
    pair = ws[at : at + 2]
    verb = ws[at + 2].text if at + 2 < len(ws) else ""
    return (
        verb.islower()
        and (verb.endswith(("t", "te")) or verb in ("vom", "von"))
        and all(word.text.isalpha() and len(word.text) > 2 and may_be_name(word.text) for word in pair)
        and not any(is_common_word(word.text) for word in pair)
    )


def _is_initial(ws: Sequence[Word], at: int) -> bool:
    word = ws[at].text
    return len(word) == 1 and word.isupper() and at + 1 < len(ws) and ws[at + 1].text == "."


def _adjoining(ws: Sequence[Word], at: int) -> bool:
    """Whether a word follows the one before it without a break other than a single line end."""
    return at == 0 or ws[at].start - ws[at - 1].end <= 2


def _particle_run(ws: Sequence[Word], at: int) -> int:
    """How many particles stand at AT in front of a capitalised word."""
    count = 0
    while at + count < len(ws) and count < 3 and _is_particle(ws[at + count].text, count):
        count += 1
    follows = at + count < len(ws) and may_be_name(ws[at + count].text)
    return count if count and follows else 0


def _noble_run(ws: Sequence[Word], at: int) -> int:
    """How many words before the last one a rank and its particles are (`Freifrau von Braun`)."""
    count = _particle_run(ws, at + 1) if ws[at].text in word_set("nobility.txt") else 0
    return count + 1 if count else 0


def _is_particle(word: str, already: int) -> bool:
    return word in word_set("particles.txt") and (
        already > 0 or word not in ("der", "den", "dem", "und", "auf")
    )


def _run(ws: Sequence[Word], at: int, families: Collection[str]) -> list[tuple[str, int]]:
    """Capitalised words from AT on with their stops; an initial keeps its dot, particles join their word."""
    run: list[tuple[str, int]] = []
    while at < len(ws) and len(run) < _LONGEST_RUN and (not run or _adjoining(ws, at)):
        only_given = all(_is_given(part) for part, _ in run)
        if _is_initial(ws, at) and (run or at + 2 < len(ws)):
            run.append((ws[at].text + ".", at + 2))
        elif noble := _noble_run(ws, at):
            run.append((_spelled(ws, at, noble), at + noble + 1))
        elif may_be_name(ws[at].text):
            stop = at + 1 + _hyphened_particles(ws, at)
            run.append((" ".join(word.text for word in ws[at:stop]), stop))
        elif (count := _particle_run(ws, at)) and (only_given or _spelled(ws, at, count) in families):
            run.append((_spelled(ws, at, count), at + count + 1))
        else:
            break
        at = run[-1][1]
    return run


def _spelled(ws: Sequence[Word], at: int, count: int) -> str:
    """COUNT particles at AT with their word."""
    return " ".join(word.text for word in ws[at : at + count + 1])


def _hyphened_particles(ws: Sequence[Word], at: int) -> int:
    """How many words behind AT belong to a name whose hyphen leads to a particle (`Braun-von der Au`)."""
    if ws[at].text.rpartition("-")[2] not in word_set("particles.txt"):
        return 0
    count = 1
    while at + count < len(ws) and _is_particle(ws[at + count].text, 1):
        count += 1
    return count if at + count < len(ws) and may_be_name(ws[at + count].text) else 0


def _is_given(part: str) -> bool:
    return part.endswith(".") or part in given_names() or all(p in given_names() for p in part.split("-"))


def read_name(ws: Sequence[Word], at: int, families: Collection[str]) -> Reading | None:
    """The name that begins at AT; FAMILIES are the family names of the attendance list, which settle where it ends."""
    run = _run(ws, at, families)
    if not run or run[-1][0].endswith("."):
        run = run[:-1]
    if not run:
        return None
    last = _last_of_name(run, families)
    given = " ".join(part for part, _ in run[:last]) or None
    return Reading(given, run[last][0], run[last][1])


def _last_of_name(run: list[tuple[str, int]], families: Collection[str]) -> int:
    """Which word of the run is the family name."""
    for index, (part, _) in enumerate(run[:4]):
        if part in families and not (
            part in given_names() and index + 1 < len(run) and run[index + 1][0] in families
        ):
            return index
    leading = 0
    while leading < len(run) - 1 and _is_given(run[leading][0]):
        leading += 1
    if leading == 0 and len(run) > 1 and not is_common_word(run[1][0]):
        return 1
    return leading
