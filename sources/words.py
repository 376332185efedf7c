"""Word lists: plain text files with a word or pattern in each line."""

from __future__ import annotations

from functools import cache
from pathlib import Path

VOCABULARIES = Path(__file__).parent / "vocabularies"


@cache
def word_list(name: str) -> tuple[str, ...]:
    """The lines of a word list without its comments."""
    lines = (VOCABULARIES / name).read_text("utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))
