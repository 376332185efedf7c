"""Bodies as subjects: what a council decides, asks for or takes note of is nobody's speech, and ends one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pipeline.decisions.bodies import NOUNS
from pipeline.statements.clause import Element
from pipeline.statements.subjects import verb_behind
from pipeline.statements.verdicts import rest, verb_at
from pipeline.statements.vocabulary import is_finite, is_konjunktiv, lemma, word_set

_ARTICLES = frozenset(["der", "die", "das", "alle"])
_OF_ONE_MIND = re.compile(
    r"\b(?:einig|einverstanden|dafür|dagegen|der (?:Meinung|Auffassung|Ansicht)|einstimmig|mehrheitlich)\b"
)
_REACH = 16
"""So many words into a sentence a body may stand behind its verb."""


@cache
def _is_body(word: str) -> bool:
    return re.fullmatch(NOUNS, word) is not None


def body_acts(sentence: Sequence[Element], text: str) -> bool:
    """Whether a body is the subject of a verb of deciding or saying in the indicative (`Der Ortsrat bittet …`)."""
    if leads(sentence):
        noun = next(at for at in (1, 2) if _is_body(sentence[at].text))
        verb = verb_behind(sentence, noun + 1)
        return verb is not None and _decides(sentence, verb, text)
    return any(
        sentence[at].low in _ARTICLES and _is_body(sentence[at + 1].text) and _behind_verb(sentence, at, text)
        for at in range(1, min(len(sentence) - 1, _REACH))
    )


def leads(sentence: Sequence[Element]) -> bool:
    """Whether a sentence begins with a body."""
    return (
        len(sentence) > 3
        and sentence[0].low in _ARTICLES
        and (_is_body(sentence[1].text) or (sentence[1].text.islower() and _is_body(sentence[2].text)))
    )


def _behind_verb(sentence: Sequence[Element], at: int, text: str) -> bool:
    """Whether the verb of the body at AT stands before it (`Sodann bittet der Ortsrat`)."""
    verb = at - 1
    while verb > 0 and at - verb < 3 and sentence[verb].low in word_set("between.txt"):
        verb -= 1
    return is_finite(sentence[verb].text) and _decides(sentence, verb, text)


def _decides(sentence: Sequence[Element], verb: int, text: str) -> bool:
    if is_konjunktiv(sentence[verb].text):
        return False
    infinitive = lemma(sentence[verb].text)
    if infinitive in word_set("body_verbs.txt"):
        return True
    if infinitive == "sein":
        return bool(_OF_ONE_MIND.search(rest(sentence, verb, text)[:80]))
    return verb_at(sentence, verb).kind in ("report", "either")
