"""The word lists beside this module: one entry a line, `#` begins a comment, `[name]` begins a group."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "words"


@cache
def groups(name: str) -> dict[str, tuple[str, ...]]:
    """The groups of the list `words/<name>.txt`; entries before the first group stand under `""`."""
    found: dict[str, list[str]] = {}
    group = ""
    for raw in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        line = raw.split("#", 1)[0].strip()
        if line.startswith("[") and line.endswith("]"):
            group = line[1:-1]
        elif line:
            found.setdefault(group, []).append(line)
    return {key: tuple(entries) for key, entries in found.items()}


def words(name: str, group: str = "") -> frozenset[str]:
    """The entries of one group as a set."""
    return frozenset(groups(name)[group])


def alternatives(name: str, group: str = "") -> str:
    """The entries of one group as a regular expression, the longest first; an entry may itself be an expression."""
    return "|".join(sorted(groups(name)[group], key=len, reverse=True))


def spaced(word: str) -> str:
    """An expression that finds the word also in spaced print (`T a g e s o r d n u n g`)."""
    return r"\s?".join(re.escape(letter) for letter in word)
