"""The component `sentences`: where German sentences begin.

A sentence never runs over the end of a paragraph. Inside a paragraph a sign that may end a sentence ends it unless it
belongs to an abbreviation, an ordinal number, an initial or a bracket inside the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, cast

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from db.records.dates import MONTHS
from pipeline.extensions import text_of
from pipeline.findings import Span
from pipeline.people.vocabulary import office
from pipeline.structure.headings import outline_of
from pipeline.structure.paragraphs import paragraphs_of
from pipeline.structure.vocabulary import words

CANDIDATE = re.compile(
    r"(?P<sign>[.!?…]+|\))(?P<close>[\"“”»’'‘)\]]*)\s+(?P<dash>[-–—]\s+)?"
    r"(?=[\"„“»‚'(\[•☐]?[A-ZÄÖÜ0-9§]|sk?[BE]\.?\s[A-ZÄÖÜ])"
)
LEFT = re.compile(r"(?:(?<=\s)|(?<=^)|(?<=[(\[„“\"/–-]))([\wÄÖÜäöüß§]+(?:[./-][\wäöüß]+)*)$")
JOINED = re.compile(r"(?:(?<=\s)|(?<=^)|(?<=[(\[„\"]))((?:[A-Za-zÄÖÜäöü]{1,4}\.\s?)+[A-Za-zÄÖÜäöü]{1,4})$")
WORD = re.compile(r"\w+")
ARTICLE = re.compile(r"\b(?:der|die|dem|den|des|vom|zum|zur|durch)$", re.IGNORECASE)
"""What stands before the ordinal of an office (`der 1. Bürgermeister`)."""
ROMAN = re.compile(r"[IVX]+$")
VOWELS = frozenset("aeiouyäöüAEIOUYÄÖÜ")
NEVER = words("abbreviations", "never")
JOINED_NEVER = words("abbreviations", "joined")
COUNTED = words("abbreviations", "counted")
MAY = words("abbreviations", "may")
STARTERS = words("starters")
NEAR = 7
"""So many letters from the end on a run of abbreviations has its last stop."""
LONGEST = 100
"""No word and no run of abbreviations is longer; so much of a sentence is looked at before a stop."""


def sentences_of(text: str, paragraphs: tuple[Span, ...]) -> Iterator[int]:
    """The offsets at which sentences begin, in order."""
    for paragraph in paragraphs:
        yield paragraph.start
        first = paragraph.start
        for found in CANDIDATE.finditer(text, paragraph.start, paragraph.end):
            if ends_sentence(text, first, found):
                first = found.start("dash") if found["dash"] else found.end()
                yield first


def ends_sentence(text: str, first: int, found: re.Match[str]) -> bool:
    """Whether the sign ends the sentence that began at `first`."""
    left = text[first : found.start()]
    right = WORD.search(text, found.end())
    word = right[0] if right else ""
    if found["sign"] == ")":
        return text[first] == "(" and _closes(left + ")") and len(left) < 400
    if ")" in found["close"] and not _bracket_alone(left):
        return False
    if found["sign"][0] in "!?…" or len(found["sign"]) > 1:
        return not word.islower()
    return _stop_ends(left[-LONGEST:], word, bool(found["close"] or found["dash"]))


def _closes(piece: str) -> bool:
    """Whether the bracket that opens the piece closes with its very end."""
    return piece.count("(") == piece.count(")")


def _bracket_alone(left: str) -> bool:
    """Whether the bracket that is being closed opened at the sentence's beginning."""
    return left.lstrip("-– ").startswith("(") or "(" not in left


def _stop_ends(left: str, word: str, closed: bool) -> bool:
    """Whether a stop between these ends a sentence; `closed`: a quotation or a dash follows the stop."""
    starter = word in STARTERS
    if joined := "." in left[-NEAR:] and JOINED.search(left):
        letters = re.sub(r"[.\s]", "", joined[1])
        if letters in JOINED_NEVER:
            return False
        if letters in MAY:
            return starter or closed
    found = LEFT.search(left, left.rfind(" ") + 1)
    if not found:
        return True
    last = found[1]
    if last[-1].isdigit():
        return _number_ends(left[: found.start()].rstrip(), last, word, starter or closed)
    if last in NEVER or (last in COUNTED and word[:1].isdigit()):
        return False
    if _shortened(last):
        return starter or closed
    return True


def _shortened(last: str) -> bool:
    """Whether a word before a stop looks cut short: listed, an initial, a Roman number, or not to be spoken."""
    if last in MAY or len(last) == 1 or ROMAN.match(last):
        return True
    if last.endswith(("str", "tl", "zgl", "ggf")) and not last.isupper():
        return True
    return len(last) < 6 and last[1:].islower() and not VOWELS & set(last)


def _number_ends(before: str, number: str, word: str, starter: bool) -> bool:
    """Whether a number with a stop ends the sentence rather than being an ordinal or numbering a list."""
    if word in MONTHS:
        return False
    if not before or before[-1] in ":;":
        return False
    if number in ("1", "2", "3") and ARTICLE.search(before) and office(word):
        return False
    plain = number.isdigit()
    if plain:
        return starter or (len(number) == 4 and number[:2] in ("18", "19", "20", "21"))
    return starter or not re.fullmatch(r"\d+(?:\.\d+)*", number) or len(number) > 7


class SentenceReader:
    """Sets sentence starts and `doc._.paragraphs`."""

    def __call__(self, doc: Doc) -> Doc:
        """Read the sentences and paragraphs of the doc."""
        text = text_of(doc)
        outline = doc.user_data["outline"] = outline_of(text)
        doc._.paragraphs = paragraphs_of(outline)
        mark(doc, np.fromiter(sentences_of(text, doc._.paragraphs), dtype=np.int64))
        return doc


def mark(doc: Doc, offsets: np.ndarray) -> None:
    """Let sentences begin at the tokens that stand at or behind these offsets, and nowhere else."""
    if not len(doc):
        return
    starts = doc.to_array(["IDX"]).astype(np.int64)
    tokens = np.searchsorted(starts, offsets, side="left")
    values = np.full(len(doc), -1, dtype=np.int64)
    values[tokens[tokens < len(doc)]] = 1
    values[0] = 1
    doc.from_array(["SENT_START"], cast(Any, values.astype(np.uint64).reshape(-1, 1)))


@Language.factory("sentences", assigns=["token.is_sent_start", "doc._.paragraphs"])
def make_sentences(nlp: Language, name: str) -> SentenceReader:  # noqa: ARG001 - spaCy calls factories so
    """The component `sentences`."""
    return SentenceReader()
