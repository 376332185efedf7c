"""Signs that a sentence in the indicative goes on with what somebody said, or is the minute taker's own.

The indicative by itself does not tell the two apart. Behind somebody who informs it nearly always goes on with what was
told; behind somebody who asks it may be the answer, unless its grammar shows a wish or a view.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.people.names import is_common_word
from pipeline.statements.clause import Element
from pipeline.statements.verdicts import verb_at
from pipeline.statements.vocabulary import is_konjunktiv, lemma, pattern, word_set

_OWN_VIEW = re.compile(
    r"\b(?:sein|ihr)e[rs] (?:persönlichen )?(?:Meinung|Ansicht|Auffassung|Einschätzung|Überzeugung|Kenntnis) nach\b"
    r"|\b[Nn]ach (?:sein|ihr)er (?:Meinung|Ansicht|Auffassung|Einschätzung|Überzeugung|Kenntnis)\b"
    r"|\b(?:[Ss]ein|[Ii]hr)es (?:Erachtens|Wissens)\b|\b[Aa]us (?:sein|ihr)er Sicht\b"
)
_MODALS = frozenset(["können", "müssen", "sollen", "dürfen", "wollen", "mögen"])
_THINKS = frozenset(
    ["leider", "wichtig", "schlecht", "gefährlich", "notwendig", "dringend", "unbedingt", "man"]
)
_HOLDER = re.compile(
    r"(?:er|or|ent|ist|ant|eur)in$"
    r"|(?:leiter|führer|planer|sprecher|berater|architekt|ingenieur|förster|gutachter|wohner|hörer|lehrer|referent)$"
)
"""Ends of nouns that tell what somebody does or is, and so may stand for a person."""


def is_own_view(wording: str) -> bool:
    """Whether a sentence says whose view it is by a pronoun (`seiner Meinung nach`)."""
    return _OWN_VIEW.search(wording) is not None


def asks(cue: str | None) -> bool:
    """Whether the verb of a cue (`fragt … an`, `möchte … wissen`) asks for something."""
    verbs = word_set("asking_verbs.txt")
    return cue is not None and any(lemma(word) in verbs for word in cue.split())


def may_be_minuted(sentence: Sequence[Element], wording: str, asked: bool) -> bool:
    """Whether a sentence in the indicative may be the minute taker's; `asked` says that the speaker had asked."""
    if is_own_view(wording):
        return False
    if pattern("sitting.txt").search(wording):
        return True
    return asked and not _wishes(sentence, wording)


def _wishes(sentence: Sequence[Element], wording: str) -> bool:
    """Whether a question, a modal verb or a judgement shows that somebody goes on asking."""
    words = [element for element in sentence if element.mention is None]
    return "?" in wording or any(
        word.low in _THINKS or (word.text.islower() and lemma(word.text) in _MODALS) for word in words
    )


def is_stranger(sentence: Sequence[Element]) -> bool:
    """Whether somebody unknown says something (`Xylothekar Quast erklärt`, `Die Försterin erläutert`)."""
    first = sentence[:3]
    if len(first) < 3 or any(element.mention for element in first) or is_konjunktiv(first[2].text):
        return False
    if first[0].low in ("der", "die", "ein", "eine") and _HOLDER.search(first[1].text):
        return verb_at(sentence, 2).kind in ("report", "either", "act")
    return (
        first[0].text[:1].isupper()
        and first[1].text[:1].isupper()
        and first[2].text.islower()
        and not (is_common_word(first[0].text) and is_common_word(first[1].text))
        and verb_at(sentence, 2).kind == "report"
    )
