"""The words that legal citations are made of: `§§`, `12a`, `Abs.`, `bis`, `i. V. m.`, `ff.`, read one at a time.

Which token stands at a place depends on what the grammar (`pipeline.citations.provisions`) looks for there: a letter
belongs to a paragraph's number (`§ 13 a`), and is one of its own behind a number inside it (`Nr. 25 a)`).
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from pipeline.citations.law_names import LAWS, any_of

Kind = Literal[
    "sign", "number", "key", "value", "ordinal", "bracketed", "letter", "roman", "following", "join", "link"
]

KEYS: dict[str, str] = {form: key for key, forms in LAWS["parts"].items() for form in forms}
"""Every written form of `Abs.`, `Satz`, `Nr.` … with its uniform one."""
ROMANS = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}

KEY = rf"(?:{any_of(KEYS)})(?![^\W\d])"
SIGN = r"(?:§§?|A(?<!\wA)rt(?:\.|ikeln?|ikels)(?=\s?\d)|P(?<!\wP)ara(?:graf|graph)(?:en|s)?(?=\s?\d))"
"""What a paragraph begins with; `\\b` stands behind its first letter, to which a search leaps (14 times as fast)."""

PATTERNS: dict[Kind, re.Pattern[str]] = {
    "sign": re.compile(rf"({SIGN})"),
    "number": re.compile(r"(\d{1,4}(?:[a-z](?!\w)|\s[a-z](?![\w.)])|(?![^\W\d])))"),
    "key": re.compile(rf"({KEY})"),
    "value": re.compile(
        rf"(\d{{1,3}}(?:[a-z](?![\w.)])|\s[a-z](?![\w.)])|(?!\w|[a-z]\)))(?!\.\s?(?:{any_of(LAWS['ordinal_parts'])}))"
        r"|[a-z]{1,2}(?!\w)\)?|[IVX]{1,4}(?!\w))"
    ),
    "ordinal": re.compile(rf"((?:letzter|\d\.)\s?(?:{any_of(LAWS['ordinal_parts'])}))"),
    "bracketed": re.compile(r"\((\d{1,2}[a-z]?)\)"),
    "letter": re.compile(r"([a-z])\)"),
    "roman": re.compile(r"([IVX]{1,4})(?=\s[A-ZÄÖÜ])"),
    "following": re.compile(r"(ff?\b\.?)"),
    "join": re.compile(r"(,|;|/|bis\b|und\b|u\.|oder\b|sowie\b|bzw\.|[-–])"),
    "link": re.compile(
        r"((?:i\.?\s?V\.?\s?m\.?(?!\w)|in\s+Verbindung\s+mit|mit|,|;|und|sowie|oder|bzw\.)(?:\s(?:de[mnrs]|mit))?)(?!\w)"
    ),
}


class Token(NamedTuple):
    """A word of a citation, `written` in the uniform way; `end` is the offset behind it in the text."""

    kind: Kind
    written: str
    end: int


def token(text: str, at: int, kind: Kind) -> Token | None:
    """The token of this kind that stands at `at` or behind the blanks there."""
    at = behind_blanks(text, at)
    match = PATTERNS[kind].match(text, at)
    return Token(kind, _written(kind, match[1]), match.end()) if match else None


def behind_blanks(text: str, at: int) -> int:
    """The first place from `at` on that is no white space."""
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def first(text: str, at: int, *kinds: Kind) -> Token | None:
    """The token of the first of these kinds that stands there."""
    return next((found for kind in kinds if (found := token(text, at, kind))), None)


def _written(kind: Kind, word: str) -> str:
    match kind:
        case "key":
            return KEYS[word]
        case "number" | "value":
            return re.sub(r"(?<=\d)\s", "", word).rstrip(")")
        case "ordinal":
            which, part = re.split(r"(?<=[.r])\s?", word, maxsplit=1)
            return f"{which} {KEYS[part]}"
        case "bracketed":
            return f"Abs. {word}"
        case "letter":
            return f"Buchst. {word}"
        case "roman":
            return f"Abs. {ROMANS.get(word, word)}"
        case "following":
            return "f." if word.startswith("f") and not word.startswith("ff") else "ff."
        case "join":
            return {"u.": "und", "-": "bis", "–": "bis"}.get(word, word)
    return word
