"""The names of laws and statutes: short and full, inflected, with their state, known and unknown."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from db.records.laws import LawKind
from pipeline.citations.european import act_at

LAWS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "laws.toml").read_text(encoding="utf-8"))
PARTS: tuple[tuple[str, LawKind], ...] = (
    ("federal", "federal"),
    ("states", "state"),
    ("austria", "state"),
    ("european", "european"),
    ("contracts", "contract"),
)
"""The tables of the vocabulary, each with what its laws are."""
SHORT_OF: dict[str, str] = {
    name: short for part, _ in PARTS for short, names in LAWS[part].items() for name in names
}
NAME_OF: dict[str, str] = {
    short: names[0] for part, _ in PARTS for short, names in LAWS[part].items() if names
}
KIND_OF: dict[str, LawKind] = {short: kind for part, kind in PARTS for short in LAWS[part]}
SAME: dict[str, str] = LAWS["same"]
LOCAL_SHORTS: frozenset[str] = frozenset(LAWS["statutes"]["short"])
SHORTS: frozenset[str] = frozenset(KIND_OF) | frozenset(SAME) | LOCAL_SHORTS
STATES: dict[str, str] = LAWS["state_names"]
STATUTES: tuple[str, ...] = tuple(LAWS["statutes"]["endings"])

NAMELESS = frozenset((*LAWS["nameless"], *LAWS["described"]))
DESCRIBED = frozenset(LAWS["described"])
ENDINGS = ("gesetzbuch", "gesetz", "ordnung", "verfassung", "staatsvertrag")
ABBREVIATED_STATE = (
    r"(?:NRW|NW|BW|Ba-?Wü|RLP|RhPf|RHP|RP|SH|S-H|LSA|M-V|MV|Bln|Bbg|Nds|Saar|SL|Bay|Sachs|Thür)"
)


class Law(NamedTuple):
    """A named law in its usual short form, and where its name ends in the text."""

    name: str
    end: int
    kind: Literal["law", "statute"]
    rule: str

    @property
    def origin(self) -> LawKind:
        """Whose law it is, as far as its name tells."""
        if self.kind == "statute":
            return "local"
        if self.rule == "law: European act":
            return "european"
        words = self.name.split(" ")
        known = (KIND_OF.get(" ".join(words[:length])) for length in range(len(words), 0, -1))
        return next((kind for kind in known if kind), "other")

    @property
    def full_name(self) -> str | None:
        """The name written out, where the vocabulary tells it."""
        return NAME_OF.get(self.name)


def any_of(words: Iterable[str]) -> str:
    """An alternation of words taken literally, longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def word_beginning(words: Iterable[str]) -> str:
    """An alternation of words taken literally that begin where a word does.

    What `\\b` before the alternation says is said behind its first letter, so that the search leaps to these letters
    (`(?:B(?<!\\wB)(?:auGB|GB))`): for the short forms of laws ten times as fast.
    """
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(word[1:])
    return "|".join(rf"{first}(?<!\w{first})(?:{any_of(rest)})" for first, rest in rests.items())


def _inflected(name: str) -> str:
    """A full name in every case: `Niedersächsisches Schulgesetz` is also `Niedersächsischen Schulgesetzes`."""
    if name.startswith("Gesetz "):
        return rf"Gesetz(?:es|e)?\s{_spaced(name.removeprefix('Gesetz '))}"
    *before, noun = name.split(" ")
    adjectives = [
        "Buch(?:es)?"
        if word == "Buch"
        else re.sub("e[sr]?$", "e[nmrs]?", re.escape(word))
        if word[0].isupper()
        else re.escape(word)
        for word in before
    ]
    return r"\s".join([*adjectives, rf"{re.escape(noun)}(?:t?es|s|en|e)?"])


def _spaced(words: str) -> str:
    return re.escape(words).replace(r"\ ", r"\s")


FULL_NAMES = sorted(SHORT_OF, key=len, reverse=True)
FULL = re.compile(
    rf"(?:{'|'.join(f'(?P<n{n}>{_inflected(name)})' for n, name in enumerate(FULL_NAMES))})(?!\w)"
)
SHORT = re.compile(
    rf"(?P<name>(?:{any_of(SHORTS)})|(?=\w*[A-ZÄÖÜ]\w*[A-ZÄÖÜ])[A-ZÄÖÜ][A-Za-zÄÖÜäöüß-]{{0,18}}(?:GB|G|O|VO|V|VfG)|\d{{1,2}}\.\s?BImSchV)"
    rf"(?P<state>[\s-]{ABBREVIATED_STATE})?(?![\w])"
)
OF_STATE = re.compile(
    r"(?:\s?\([A-Za-zÄÖÜ .-]{2,14}\))?"
    rf"\s{{1,2}}(?:(?:für|des|von|der)\s)?(?:(?:das|den|dem)\s)?(?:Bundes)?(?:Land(?:es)?\s|Freistaat(?:es)?\s)?(?P<state>{any_of(STATES)})s?\b"
)
OF_YEAR = re.compile(r"\s((?:19|20)\d\d)(?!\w)")
"""Austrian laws bear the year in which they were published anew."""
TORN = re.compile(r"([A-ZÄÖÜ]\w{0,7}) (\w{1,8})(?!\w)")
IN_BRACKETS = re.compile(
    r"\s{0,2}\(\s?=?\s?(?:im Folgenden:? )?(?P<name>[A-ZÄÖÜ][A-Za-zÄÖÜäöü -]{1,14}?)(?:\s(?:19|20)\d\d)?\)"
)
UNKNOWN = re.compile(
    r"(?:(?P<adjective>[A-ZÄÖÜ][a-zäöüß]+(?:isch|er)(?:en|er|es|e)?)\s)?(?=[A-ZÄÖÜ])(?P<first>[\w-]+-\s(?:und|oder)\s[-–]?)?"
    rf"(?P<noun>[\w-]*?(?i:{any_of({*ENDINGS, *STATUTES})}))(?:t?es|s|en|e)?(?!\w)"
)
ABOUT = re.compile(
    r"\s(?:über|zur|zum|für)\s(?:(?:die|den|das|der)\s)?(?:[a-zäöü]+(?:er|en|es|e)\s)?[A-ZÄÖÜ][\w-]+"
    r"(?:,?\s(?:und|sowie)\s[A-ZÄÖÜ][\w-]+)?(?:\s(?:(?:der|des|in|im|von)\s(?:[a-zäöü]+en\s)?|[a-zäöü]+er\s)[A-ZÄÖÜ][\w-]+)?"
)
"""What a law or statute without a telling name is about (`Satzung über die Straßenreinigung`)."""
LONG = re.compile(
    r"(?:Landes|Bundes)?(?:[Gg]esetz(?:es)?|[Vv]erordnung)\s(?:zu[rm]?|über|für)\s[^.;:()]{5,140}"
    r"\((?P<name>[A-ZÄÖÜ][A-Za-zÄÖÜäöü -]{1,18})\)"
)
ARTICLE = re.compile(
    r"\s*(?:[„\"»(][^“”\"«()\n]{3,80}[“”\"«)]\s*)?"
    r"(?:(?:des|der|dem|vom|im|nach|aus)\s+)?(?:(?:der|dem|unserer|seiner|ihrer|dieser)\s+)?(?:(?:jeweils\s)?(?:geltenden?|gültigen?|aktuellen?|neuen?|derzeitigen?)\s+)?"
)


def law_after(text: str, at: int) -> Law | None:
    """The law that is named at `at`, perhaps after an article; None where there is none."""
    article = ARTICLE.match(text, at)
    return law_at(text, article.end()) or _torn(text, article.end()) if article else None


def _torn(text: str, at: int) -> Law | None:
    """A short form that the text of a PDF tears in two: `G emO`."""
    match = TORN.match(text, at)
    name = f"{match[1]}{match[2]}" if match else ""
    if not match or name not in SHORTS or not re.search("[a-zäöü]", name):
        return None
    return Law(SAME.get(name, name), match.end(), "law", "law: short form")


def law_at(text: str, at: int) -> Law | None:
    """The law whose name begins exactly at `at`."""
    return _act(text, at) or _full(text, at) or _short(text, at) or _unknown(text, at)


def named_at(text: str, at: int) -> Law | None:
    """The law whose name, begun exactly at `at`, tells it without a paragraph; an unknown one must end in `-gesetz`."""
    law = law_at(text, at)
    if (
        law is None
        or law.kind == "statute"
        or law.name in LAWS["not_alone"]
        or law.rule in ("law: unknown short form", "law: described")
    ):
        return None
    return law if law.rule != "law: unknown name" or "gesetz" in text[at : law.end].lower() else None


def _act(text: str, at: int) -> Law | None:
    act = act_at(text, at)
    return Law(*act, "law", "law: European act") if act else None


def _full(text: str, at: int) -> Law | None:
    match = FULL.match(text, at)
    if not match or not match.lastgroup:
        return None
    short = SHORT_OF[FULL_NAMES[int(match.lastgroup[1:])]]
    end = match.end()
    if short in LAWS["austria"] and (year := OF_YEAR.match(text, end)):
        short, end = f"{short} {year[1]}", year.end()
    if state := OF_STATE.match(text, end):
        short, end = _of_state(short, STATES[state["state"]]), state.end()
    if brackets := IN_BRACKETS.match(text, end):
        end = brackets.end()
        short = _short_form(brackets["name"]) or short
    return Law(short, end, "law", "law: full name")


def _short_form(brackets: str) -> str | None:
    """The short form that stands in brackets, perhaps torn in two (`AGTier NebG`)."""
    written = " ".join(brackets.split())
    return next((name for name in (written, written.replace(" ", "")) if SHORT.fullmatch(name)), None)


def _of_state(short: str, state: str) -> str:
    together = f"{short} {state}"
    return str(LAWS["state_forms"].get(together, together if short in LAWS["states"] else short))


def _short(text: str, at: int) -> Law | None:
    match = SHORT.match(text, at)
    if not match:
        return None
    written = " ".join(match[0].split())
    if match["name"] in LOCAL_SHORTS:
        return Law(match["name"], match.end(), "statute", "statute")
    if match["name"] in LAWS["austria"] and (year := OF_YEAR.match(text, match.end())):
        return Law(f"{written} {year[1]}", year.end(), "law", "law: short form")
    rule = "law: short form" if match["name"] in SHORTS else "law: unknown short form"
    return Law(SAME.get(written, written), match.end(), "law", rule)


def _unknown(text: str, at: int) -> Law | None:
    """A law or statute told by its ending alone; its name is put into the nominative."""
    if (long := LONG.match(text, at)) and (short := _short_form(long["name"])):
        return Law(short, long.end(), "law", "law: long name")
    match = UNKNOWN.match(text, at)
    if match and match["noun"].lower() in DESCRIBED and not match["first"]:
        about = ABOUT.match(text, match.end())
        return Law(_with(match["noun"], about), about.end(), "law", "law: described") if about else None
    if not match or (match["noun"].lower() in NAMELESS and not match["first"]):
        return None
    noun = (match["first"] or "") + match["noun"]
    if match["noun"].lower().endswith(STATUTES):
        about = ABOUT.match(text, match.end()) if match["noun"].lower() in LAWS["statutes"]["about"] else None
        return Law(_with(noun, about), (about or match).end(), "statute", "statute")
    end, name = match.end(), _nominative(match["adjective"], noun)
    if (brackets := IN_BRACKETS.match(text, end)) and (short := _short_form(brackets["name"])):
        end, name = brackets.end(), short
    return Law(name, end, "law", "law: unknown name")


def _with(noun: str, about: re.Match[str] | None) -> str:
    return " ".join([noun, *about[0].split()]) if about else noun


@cache
def _nominative(adjective: str | None, noun: str) -> str:
    if not adjective:
        return noun
    feminine = noun.lower().endswith(("ordnung", "verfassung"))
    stem = re.sub(r"(?<=isch)(?:en|er|es|e)$", "", adjective)
    ending = "" if stem == adjective and not adjective.endswith("isch") else "e" if feminine else "es"
    return f"{stem}{ending} {noun}"
