"""Everybody whom a document names, each once, with all it says of them; namesakes are kept apart.

Those on the attendance list come first, then who is named most fully. A name that may mean several of them is nobody's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from pipeline.findings import Attendee, Name
from pipeline.people.gender import gender_of
from pipeline.people.likeness import genitive_of, key, one_slip_apart
from pipeline.people.same_party import same_faction
from pipeline.people.vocabulary import office, word_set


@dataclass(slots=True, eq=False)
class Known:
    """A person: `name` is all that the document says together; `seat` whether they are a member of the council,
    `public` whether the document tells of an office or a faction, `away` whether the list says they were not there."""

    name: Name
    listed: bool = False
    seat: bool = False
    public: bool = False
    away: bool = False
    offices: set[str] = field(default_factory=set)

    def learn(self, name: Name) -> None:
        """Add what another mention tells."""
        mine = self.name
        given = max((mine.given_name or "", name.given_name or ""), key=_fullness)
        self.name = replace(
            mine,
            form_of_address=mine.form_of_address or name.form_of_address,
            title=fuller_title(mine.title, name.title),
            given_name=given or None,
            office=mine.office or name.office,
            faction=mine.faction or name.faction,
        )
        self.offices |= {office_key(word) for word in (name.office or "").split()}
        self.seat = self.seat or bool(name.faction) or has_seat(name.office)
        self.public = self.public or self.seat or _is_public(name.office)


class Registry:
    """The persons of one document."""

    def __init__(self, attendees: Iterable[Attendee], mentions: Iterable[Name]) -> None:
        self.persons: list[Known] = []
        self._by_key: dict[str, list[Known]] = defaultdict(list)
        self._told: dict[Name, list[Known]] = {}
        for attendee in attendees:
            self._add_listed(attendee)
        named = [name for name in mentions if name.family_name]
        for name in sorted(dict.fromkeys(named), key=_specificity, reverse=True):
            self._add(name)

    def who(self, name: Name) -> Known | None:
        """Whom a name means; None for a role without a name, and where several may be meant."""
        found = self.candidates(name)
        return found[0] if len(found) == 1 else None

    def candidates(self, name: Name) -> list[Known]:
        """All whom a name may mean."""
        if name not in self._told:
            self._told[name] = self._candidates(name) if name.family_name else []
        return self._told[name]

    def _candidates(self, name: Name) -> list[Known]:
        same = [known for known in self._by_key[key(name.family_name or "")] if agree(known, name)]
        return _narrowed(same, name) if same else self._respelled(name)

    def namesakes(self, name: Name) -> bool:
        """Whether several persons of a family name are known."""
        return len(self._by_key[key(name.family_name or "")]) > 1

    def _add_listed(self, attendee: Attendee) -> None:
        name = attendee.name
        if not name.family_name:
            return
        same = [known for known in self._by_key[key(name.family_name)] if _is_twice(known, name)]
        known = same[0] if len(same) == 1 else self._new(name)
        known.learn(name)
        known.away = attendee.status != "present" and (known.away or not known.listed)
        known.listed = True
        known.seat = known.seat or attendee.role == "Mitglied"
        known.offices |= {office_key(word) for word in (attendee.role or "").split()}

    def _add(self, name: Name) -> None:
        found = self._candidates(name)
        if len(found) == 1:
            found[0].learn(name)
        elif not found:
            self._new(name).learn(name)

    def _new(self, name: Name) -> Known:
        known = Known(replace(name, role=None))
        self.persons.append(known)
        self._by_key[key(name.family_name or "")].append(known)
        return known

    def _respelled(self, name: Name) -> list[Known]:
        """Those whose name this may be in another spelling or in the genitive, if something else agrees."""
        family = name.family_name or ""
        if key(family) in self._by_key and self._by_key[key(family)]:
            return []
        return [
            known
            for known in self.persons
            if agree(known, name)
            and (
                (one_slip_apart(family, known.name.family_name or "") and _supported(known, name))
                or genitive_of(family, known.name.family_name or "")
            )
        ]


def agree(known: Known, name: Name) -> bool:
    """Whether nothing that is said of them tells two persons apart."""
    if {gender_of(known.name), gender_of(name)} == {"m", "f"}:
        return False
    if not same_given(known.name.given_name, name.given_name):
        return False
    if known.name.faction and name.faction:
        return same_faction(known.name.faction, name.faction)
    return True


def same_given(one: str | None, other: str | None) -> bool:
    """`H.`, `Hans` and `Hans Peter` may be one person's, also where one of them is not told."""
    if not one or not other:
        return True
    first, second = (name.replace("-", " ").split() for name in (one, other))
    pairs = zip(first, second, strict=False)
    alike = all(
        a == b or (a.endswith(".") and b.startswith(a[:-1])) or (b.endswith(".") and a.startswith(b[:-1]))
        for a, b in pairs
    )
    return alike or key(one) == key(other)


def office_key(word: str) -> str:
    """`Vorsitzender` and `Vorsitzende`, `Bürgermeister` and `Bürgermeisterin` share a key."""
    known = office(word)
    low = (known.noun if known else word).lower()
    return (
        low.removesuffix("in").removesuffix("r")
        if low.endswith(("nder", "nderin"))
        else low.removesuffix("in")
    )


def fuller_title(one: str | None, other: str | None) -> str | None:
    """`Prof. Dr.` rather than `Dr.`: the list may leave out what the speech tells, and the other way round."""
    return max((one or "", other or ""), key=lambda title: len(title.split())) or None


def has_seat(written: str | None) -> bool:
    """Whether an office is a seat in a council (`Ratsmitglied`, `Stadträtin`)."""
    return any(office_key(word) in word_set("seats.txt") for word in (written or "").split())


def _is_public(written: str | None) -> bool:
    """Whether somebody is called by an office, and not as a citizen only (`Einwohner`)."""
    known = [office(word) for word in (written or "").split()]
    return any(one is None or not one.private for one in known)


def _is_twice(known: Known, name: Name) -> bool:
    """Whether a list names a person a second time, under another heading."""
    same = agree(known, name) and bool(known.name.given_name) == bool(name.given_name)
    return same and key(known.name.given_name or "") == key(name.given_name or "")


def _supported(known: Known, name: Name) -> bool:
    """Whether more than the gender speaks for a slip of the pen."""
    if known.name.given_name and name.given_name:
        return True
    if known.name.faction and name.faction:
        return True
    if known.listed and (known.seat and has_seat(name.office)):
        return True
    return bool(known.offices & {office_key(word) for word in (name.office or "").split()})


def _narrowed(found: Sequence[Known], name: Name) -> list[Known]:
    """Of several those whom what is said beside the family name points to."""
    offices = {office_key(word) for word in (name.office or "").split()}
    tests: tuple[Callable[[Known], bool], ...] = (
        lambda known: bool(name.given_name) and known.name.given_name == name.given_name,
        lambda known: bool(name.faction) and bool(known.name.faction),
        lambda known: bool(known.offices & offices),
        lambda known: known.seat and has_seat(name.office),
        lambda known: bool(name.title) and bool(known.name.title),
        lambda known: not known.away,
    )
    left = list(found)
    for test in tests:
        if len(left) > 1 and (kept := [known for known in left if test(known)]):
            left = kept
    return left


def _specificity(name: Name) -> tuple[bool, bool, bool, bool]:
    return bool(name.given_name), bool(name.faction), bool(name.office), bool(name.form_of_address)


def _fullness(given: str) -> tuple[int, int]:
    """Full given names tell more than initials, more of them more than fewer."""
    words = given.split()
    return sum(not word.endswith(".") for word in words), len(words)
