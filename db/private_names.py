"""How the names of private persons stand in a text, and how they are hidden there.

A surname as a whole word is taken for the private person, unless it belongs to a longer name of somebody else, or
somebody with an office bears the same surname in the same document: then only where a form of address or the given
name stands before it („Frau Kolbe“ is hidden, „Ratsfrau Kolbe“ is not). A given name before the surname and a street
with a number after it are hidden too.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

BLANK = "█"
"""Stands for each hidden character that is not white space."""

WORDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
TITLES = r"(?:[A-Z][\w-]*\.[ -]?(?:[a-z]+\.\s*)*\s*)*"
"""Academic titles between a form of address and a name (`Dr. med.`)."""
ADDRESSED = rf"\b(?:{'|'.join(WORDS['forms_of_address'])})\s+{TITLES}"
STREET = rf"(?:[A-ZÄÖÜ][\w.-]*\s+){{0,2}}[\w.-]*(?i:{'|'.join(map(re.escape, WORDS['streets']))})\s*\d+(?:\s?[a-z])?\b"
IN_A_PLACE = (
    r"(?:Am|An|Auf|Im|In|Zum|Zur|Unter|Hinter|Vor|Bei)(?:\s(?:der|dem|den))?"
    r"(?:\s[A-ZÄÖÜ][\w-]+){1,2}\s\d{1,3}(?:\s?[a-zA-Z])?\b"
)
"""A street that does not end as streets do (`Am Mühlbach 4`)."""
ANY_STREET = r"[A-ZÄÖÜ][^,;:()\d]{2,50}?\s\d{1,4}(?:\s?[a-zA-Z])?(?:\s?[-/]\s?\d{1,4})?"
"""A street of any name, to be trusted only before a postcode."""
AT_HOME = re.compile(
    rf"{ADDRESSED}[^,;:()\d]{{2,60}}[,(]\s*(?P<hidden_home>{ANY_STREET})(?=\s*[,;·]?\s*\d{{5}}\s+[A-ZÄÖÜ])"
)
"""Where somebody lives, whoever they are: the street is hidden, the town stays."""
COUPLE = rf"\b(?:{'|'.join(WORDS['couples'])})\s+"
A_GIVEN_NAME = r"(?:[A-ZÄÖÜ][\w-]+\s+)?"


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person as one document tells of them; `given_names` are all by which private persons of the name are known."""

    id: str
    family_name: str
    given_names: tuple[str, ...]
    private: bool


@dataclass(frozen=True, slots=True)
class Names:
    """Hides the names of one document's private persons."""

    patterns: tuple[re.Pattern[str], ...] = ()
    family_names: tuple[str, ...] = ()

    def hidden(self, text: str) -> str:
        """The text with the names blanked, as long as before."""
        for pattern in self.patterns:
            text = pattern.sub(_hidden, text)
        return text

    def hidden_in_file_name(self, name: str) -> str:
        """The name with the surnames blanked even as a part of a word (`Anfrage_Kolbe.pdf`)."""
        surnames = "|".join(map(re.escape, self.family_names))
        return re.sub(surnames, lambda found: blank(found[0]), name, flags=re.IGNORECASE)


def names_of(persons: Sequence[Somebody]) -> Names:
    """What hides the private persons among those one document tells of."""
    private = [person for person in persons if person.private]
    return Names(
        tuple(_pattern(person, persons) for person in private),
        tuple(person.family_name for person in private),
    )


def surname(family_name: str, given_names: Iterable[str] = ()) -> Names:
    """Hides a surname wherever it stands, with any of the given names before it."""
    given = _any_of(given_names)
    before = rf"(?:{given}\s+)?" if given else ""
    return Names((re.compile(f"(?P<hidden>{before}{_word(family_name)})"),))


def homes() -> Names:
    """Hides the streets in which the persons live that a text names with their addresses."""
    return Names((AT_HOME,))


def without_home(role: str | None) -> str | None:
    """What an attendance list tells behind a name, without the street and the town; None where nothing is left."""
    street = rf"(?:{STREET}|{IN_A_PLACE}|{ANY_STREET}(?=\s*,?\s*\d{{5}}\s))"
    left = re.sub(rf"(?:^|[,(]\s*)(?:{street})\)?(?:\s*,?\s*\d{{5}}\s.*)?$", "", role or "").strip(" ,(")
    return left or None


def blank(wording: str) -> str:
    """As many blanks as the wording has characters; white space stays."""
    return re.sub(r"\S", BLANK, wording)


def _pattern(person: Somebody, persons: Sequence[Somebody]) -> re.Pattern[str]:
    others = [other for other in persons if not other.private]
    name = _word(person.family_name)
    given = _any_of(person.given_names)
    known = [rf"(?P<hidden_full>{given}\s+{name}){_home(0)}"] if given else []
    if person.family_name in [other.family_name for other in others]:
        before = rf"(?:{given}\s+)?" if given else ""
        hidden = [rf"{ADDRESSED}(?P<hidden_name>{before}{name}){_home(1)}", *known]
    else:
        addressed = rf"{ADDRESSED}(?P<hidden_name>{A_GIVEN_NAME}{name}){_home(1)}"
        hidden = [addressed, *known, rf"(?P<hidden_bare>{name}){_home(2)}"]
    couple = rf"{COUPLE}(?P<hidden_couple>[A-ZÄÖÜ][\w-]+\s+und\s+[A-ZÄÖÜ][\w-]+\s+{name})"
    return re.compile("|".join([*_kept(person, others), couple, *hidden]))


def _kept(person: Somebody, others: Iterable[Somebody]) -> list[str]:
    """The longer names of others in which the surname stands, with what may stand before them."""
    longer = {other.family_name for other in others}
    longer |= {f"{given} {other.family_name}" for other in others for given in other.given_names}
    part = re.compile(rf"(?<!\w){re.escape(person.family_name)}(?!\w)")
    found = [name for name in longer if name != person.family_name and part.search(name)]
    return [rf"(?:{ADDRESSED})?{_word(name)}" for name in sorted(found, key=lambda name: (-len(name), name))]


def _home(number: int) -> str:
    """A street with a number that may follow a name; groups of one pattern need names of their own."""
    return rf"(?:\s*[(,]\s*(?P<hidden_home{number}>{STREET}))?"


def _word(name: str) -> str:
    """The name as a whole word, in capitals too, with the ending of the genitive."""
    return rf"(?<!\w)(?:{_spaced(name)}|{_spaced(name.upper())})(?:s|S|['’])?(?!\w)"


def _any_of(names: Iterable[str]) -> str:
    listed = "|".join(rf"{_spaced(name)}|{_spaced(name.upper())}" for name in sorted(names))
    return rf"(?<!\w)(?:{listed})" if listed else ""


def _spaced(name: str) -> str:
    return r"\s+".join(map(re.escape, name.split()))


def _hidden(found: re.Match[str]) -> str:
    """What was found, with the groups called `hidden…` blanked."""
    text, start = found[0], found.start()
    for group, wording in found.groupdict().items():
        if wording is not None:
            first = found.start(group) - start
            text = text[:first] + blank(wording) + text[first + len(wording) :]
    return text
