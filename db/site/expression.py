"""What readers type, made into an expression for `search_index` that is always valid.

hafen markt        both words, in every form and as parts of others (Hafenstraßen)
"neuer hafen"      the phrase
haushalt*          every word that begins so
hafen -markt       without the second word
"""

from __future__ import annotations

import re

from db.search.stems import stem
from db.search.words import WORD

TERM = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))(?P<star>\*?)')
LETTER = re.compile(r"[^\W_]")
MOST_TERMS = 20
LONGEST = 300

# The tokenizer folds ä to a, but knows neither ae nor ß.
SPELLINGS = (
    ("ß", "ss"),
    ("ss", "ß"),
    ("ae", "ä"),
    ("oe", "ö"),
    ("ue", "ü"),
    ("ä", "ae"),
    ("ö", "oe"),
    ("ü", "ue"),
)

NOTHING = '""'
"""The expression that is valid and finds nothing."""


def search_expression(typed: str | None) -> str:
    """An FTS5 expression for what was typed; `NOTHING` where it holds no word."""
    terms = list(TERM.finditer((typed or "")[:LONGEST].replace("\0", " ")))[:MOST_TERMS]
    wanted = [term for term in terms if not term["minus"]]
    unwanted = [term for term in terms if term["minus"]]
    if not any(map(_alternatives, wanted)):
        wanted, unwanted = terms, []
    wishes = " AND ".join(filter(None, map(_alternatives, wanted)))
    refusals = " OR ".join(filter(None, map(_alternatives, unwanted)))
    if not wishes:
        return NOTHING
    return f"({wishes}) NOT ({refusals})" if refusals else wishes


def widened(typed: str) -> str:
    """The same search for every word that begins so: `hafen markt` → `hafen* markt*`."""
    return re.sub(r'(?<![\w"-])(?<!\w)([^\W_]+)(?=\s|$)', r"\1*", typed) if '"' not in typed else typed


def _alternatives(term: re.Match[str]) -> str:
    """A term as FTS5 wants it: a single word by its stem, everything else as it is spelt."""
    said = term["phrase"] if term["phrase"] is not None else term["word"]
    star = "*" if term["star"] or said.endswith("*") else ""
    said = said.rstrip("*")
    words = WORD.findall(said)
    if not words:
        return ""
    if len(words) == 1 and term["phrase"] is None and not star:
        return f'forms : "{stem(words[0])}"'
    return _as_spelt(said, star)


def _as_spelt(said: str, star: str) -> str:
    """A phrase or the beginning of a word in the spellings German has for it, each a quoted FTS5 string."""
    spellings = dict.fromkeys([said, *(said.casefold().replace(old, new) for old, new in SPELLINGS)])
    spellings = dict.fromkeys(
        spelling for spelling in spellings if spelling == said or spelling != said.casefold()
    )
    quoted = " OR ".join(f'"{spelling}"{star}' for spelling in spellings)
    return f"text : ({quoted})"
