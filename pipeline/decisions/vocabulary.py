"""The word lists in `words/` and the small pattern language they are written in.

`*` stands for any rest of a word, `…` for up to 80 characters, a blank for any white space, a hyphen for a hyphen or
nothing; a wording begins and ends at a word boundary.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "words"
MARKS = {"*": r"\w*", "…": r".{0,80}?", " ": r"\s+", "-": r"[-–‑]?\s?"}


@cache
def table(name: str) -> dict[str, Any]:
    """The list `words/<name>.toml`."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def lines(name: str) -> tuple[str, ...]:
    """The entries of `words/<name>.txt`."""
    raw = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in (entry.split("#", 1)[0].strip() for entry in raw) if line)


def expression(wording: str) -> str:
    """A wording of the lists as a regular expression."""
    body = "".join(MARKS.get(mark) or re.escape(mark) for mark in wording)
    before = r"\b" if wording[0].isalnum() else ""
    after = r"\b" if wording[-1].isalnum() else ""
    return f"{before}{body}{after}"


def alternatives(wordings: Iterable[str]) -> str:
    """Several wordings as one group, the longest first."""
    return "(?:" + "|".join(expression(w) for w in sorted(wordings, key=len, reverse=True)) + ")"


def pattern(wordings: Iterable[str], *, ignore_case: bool = True) -> re.Pattern[str]:
    """A compiled pattern that finds any of the wordings; `…` crosses line breaks."""
    return re.compile(alternatives(wordings), re.DOTALL | (re.IGNORECASE if ignore_case else 0))
