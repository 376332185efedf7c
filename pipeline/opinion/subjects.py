"""The adapter to a parser whose labels are TIGER's (`sb`, `oc`, `svp`): who is the subject of a verb of saying?"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from pipeline.statements.vocabulary import lemma, verb_class

SUBJECT = "sb"
FULL_VERB = "oc"
PARTICLE = "svp"
NAME_PARTS = frozenset(["nk", "pnc", "flat", "flat:name", "appos", "compound"])
"""What joins the words of a name; the last three are what treebanks in Universal Dependencies call it."""
SAYING = ("report", "either")


def subjects_of_saying(parsed: Doc) -> Iterator[tuple[int, int]]:
    """The subjects of verbs of saying as half-open offsets, attributes behind the name left off."""
    for token in parsed:
        if token.dep_ == SUBJECT and _is_saying(token.head):
            parts = [token, *(child for child in token.children if child.dep_ in NAME_PARTS)]
            run = _together(sorted(parts, key=lambda part: part.i), token)
            yield run[0].idx, run[-1].idx + len(run[-1])


def _is_saying(verb: Token) -> bool:
    """Whether a finite verb, or the full verb it carries (`hat gesagt`, `möchte wissen`), is one of saying."""
    return any(_class(one) in SAYING for one in (verb, *_full_verbs(verb)))


def _full_verbs(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ == FULL_VERB and child.text.islower():
            yield child


def _class(verb: Token) -> str | None:
    particle = next((child.text for child in verb.children if child.dep_ == PARTICLE), "")
    return verb_class(lemma(verb.text), particle)


def _together(parts: list[Token], head: Token) -> list[Token]:
    """The parts that stand side by side with the head."""
    at = parts.index(head)
    first = last = at
    while first and parts[first - 1].i == parts[first].i - 1:
        first -= 1
    while last + 1 < len(parts) and parts[last + 1].i == parts[last].i + 1:
        last += 1
    return parts[first : last + 1]
