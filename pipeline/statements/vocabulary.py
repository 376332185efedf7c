"""Verbs of minutes by what they tell of their subject, and forms that tell indirect speech."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Literal

import simplemma

VerbClass = Literal["report", "either", "act", "silent"]
_HERE = Path(__file__).parent
PARTICLES = frozenset(
    (
        "an", "aus", "auf", "ab", "bei", "dar", "davon", "ein", "entgegen", "fest", "fort", "heraus", "hervor", "hin",
        "hinzu", "klar", "kund", "mit", "nach", "nahe", "teil", "über", "um", "vor", "zu", "zurück", "zusammen",
        "daraufhin", "infrage", "durch", "dafür", "dagegen", "gegenüber",
    )
)  # fmt: skip
_INFINITIVE = ("en", "ern", "eln", "tun", "sein")


def lines(name: str) -> list[str]:
    """The entries of a word list beside this module, without its comments."""
    text = (_HERE / name).read_text(encoding="utf-8")
    return [line.rstrip("\n") for line in text.splitlines() if line.strip() and not line.startswith("#")]


@cache
def word_set(name: str) -> frozenset[str]:
    """The entries of a word list as a set."""
    return frozenset(lines(name))


@cache
def _verbs(name: str) -> frozenset[tuple[str, str]]:
    """Pairs of infinitive and separable particle (empty where there is none)."""
    pairs = (line.partition(" ") for line in lines(name))
    return frozenset((verb, particle) for verb, _, particle in pairs)


@cache
def _regular_forms() -> dict[str, str]:
    """The regular forms of the verbs in the lists, which a dictionary does not know all (`entgegnet`)."""
    forms = dict(line.split() for line in lines("irregular_forms.txt"))
    for name in ("silent_verbs.txt", "act_verbs.txt", "reporting_verbs.txt"):
        for verb, _ in _verbs(name):
            stem = verb.removesuffix("n").removesuffix("e")
            forms[verb] = verb
            for ending in ("t", "et", "te", "ete", "ten", "eten", "e"):
                forms[stem + ending] = verb
        for verb, particle in _verbs(name):
            if particle:
                forms[f"{particle}ge{verb.removesuffix('n').removesuffix('e')}t"] = particle + verb
    return forms


@cache
def lemma(word: str) -> str:
    """The infinitive of a verb form, or the word itself."""
    found = str(
        simplemma.lemmatize(word, "de", low_memory=True)
    )  # as in `is_common_word`: one dictionary for both
    return _regular_forms().get(word, found) if not found.endswith(_INFINITIVE) or found == word else found


@cache
def verb_class(infinitive: str, particle: str) -> VerbClass | None:
    """What a verb with its particle tells of its subject; `either` needs content to be a report."""
    key = (infinitive, particle)
    report, act = key in _verbs("reporting_verbs.txt"), key in _verbs("act_verbs.txt")
    if report and act:
        return "either"
    if report or act:
        return "report" if report else "act"
    if key in _verbs("silent_verbs.txt"):
        return "silent"
    return verb_class(infinitive, "") if particle else None


@cache
def takes(infinitive: str, particle: str) -> bool:
    """Whether a verb is known with this particle."""
    key = (infinitive, particle)
    return any(key in _verbs(name) for name in ("reporting_verbs.txt", "act_verbs.txt", "silent_verbs.txt"))


@cache
def is_finite(word: str) -> bool:
    """Whether a word in small letters may be a finite verb by its form."""
    if not word.islower() or len(word) < 3 or word in word_set("function_words.txt"):
        return False
    if word in word_set("konjunktiv.txt") or word in word_set("weak_konjunktiv.txt"):
        return True
    infinitive = lemma(word)
    if not infinitive.endswith(_INFINITIVE) or _is_verbal(word, infinitive):
        return False
    if word != infinitive and word.startswith(infinitive):
        return False  # an adjective with its ending (`allgemeine`, `eigenen`)
    if infinitive == word:
        return any(takes(word, particle) for particle in ("", *PARTICLES))
    return word.endswith(("t", "te", "ten", "e", "en", "st")) or len(word) <= len(infinitive) + 1


def _is_verbal(word: str, infinitive: str) -> bool:
    """Whether a form is no finite one: a participle (`vorgeschlagen`, `dringend`) or an infinitive with `zu`."""
    if word.startswith(f"{infinitive}d") or ("zu" in word and word.replace("zu", "", 1) == infinitive):
        return True
    at = word.find("ge")
    while at >= 0:
        stem = word[:at]
        if infinitive.startswith(stem) and not infinitive.startswith(word[: at + 3]) and _before_ge(stem):
            return True
        at = word.find("ge", at + 1)
    return False


def _before_ge(stem: str) -> bool:
    return not stem or stem in PARTICLES or stem in word_set("verb_prefixes.txt")


@cache
def is_konjunktiv(word: str) -> bool:
    """Whether a word in small letters proves indirect speech by its form."""
    if word in word_set("konjunktiv.txt"):
        return True
    if (
        len(word) < 4
        or not word.endswith("e")
        or not word.islower()
        or word in word_set("not_konjunktiv.txt")
    ):
        return False
    infinitive = lemma(word)
    return (
        infinitive == word + "n"
        or (infinitive.endswith("ln") and infinitive[:-2] == word[:-2])
        or (
            infinitive.endswith(("ern", "eln"))
            and infinitive[:-1].replace("e", "") == word[:-1].replace("e", "")
        )
    )


@cache
def pattern(name: str, flags: int = 0) -> re.Pattern[str]:
    """The alternation of the expressions in a list."""
    return re.compile("|".join(f"(?:{line})" for line in lines(name)), flags)


@cache
def _rules(name: str, infinitive: str) -> re.Pattern[str] | None:
    """The expressions of a list whose lines begin with a verb, for one of these verbs."""
    pairs = [line.partition(" ") for line in lines(name)]
    own = [f"(?:{rule})" for verb, _, rule in pairs if verb == infinitive]
    return re.compile("|".join(own)) if own else None


def is_formal(infinitive: str, rest: str) -> bool:
    """Whether what follows a verb that may report is the object of a mere act."""
    rules = _rules("act_objects.txt", infinitive) or _rules("act_objects.txt", "*")
    return bool(rules and rules.search(rest))


def is_mere_act(infinitive: str, rest: str) -> bool:
    """Whether what follows makes an act of a verb that reports elsewhere (`erklärt sich für befangen`)."""
    rules = _rules("mere_acts.txt", infinitive)
    return bool(rules and rules.search(rest))


def is_idiom(infinitive: str, rest: str) -> bool:
    """Whether what follows makes a report of a verb that reports nothing by itself (`hält … für richtig`)."""
    rules = _rules("idioms.txt", infinitive)
    return bool(rules and rules.search(rest))


def may_tell(cue: str) -> bool:
    """Whether the verb of a cue may report, so that a colon behind it announces what is told."""
    return verb_class(lemma(cue.split()[0]), "") in ("report", "either")


def presents(infinitive: str, particle: str, rest: str) -> bool:
    """Whether an act tells the listeners something, so that what follows may be what was told."""
    if infinitive == "geben":
        return bool(pattern("accounts.txt").search(rest))
    return (infinitive, particle) in _verbs("presenting_verbs.txt")
