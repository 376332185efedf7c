"""Who was there: completes a name from the attendance list and the head where that is certain, and never else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache

from pipeline.findings import Attendee, Name
from pipeline.people.gender import gender_of
from pipeline.people.same_party import same_faction
from pipeline.people.vocabulary import lines


@dataclass(slots=True)
class Roster:
    """Family names with the persons who bear them, and roles with the one person who holds each."""

    families: dict[str, list[Name]] = field(default_factory=dict)
    roles: dict[str, list[Name]] = field(default_factory=dict)

    def complete(self, name: Name) -> Name:
        """NAME with what the list adds, if exactly one person there can be meant."""
        candidates = [other for other in self.families.get(name.family_name or "", ()) if _agree(name, other)]
        if len(candidates) != 1:
            return name
        other = candidates[0]
        return replace(
            name,
            form_of_address=name.form_of_address or other.form_of_address,
            title=name.title or other.title,
            given_name=name.given_name or other.given_name,
            faction=name.faction or other.faction,
        )

    def resolve(self, role: Name) -> Name:
        """The holder of a role with the role's name kept, if exactly one is known whose gender agrees."""
        holders = [
            name for name in self.roles.get(_role_key(role.role or ""), ()) if _same_gender(role, name)
        ]
        return replace(holders[0], role=role.role) if len(holders) == 1 else role

    def presiding(self) -> Name | None:
        """Who presides, as head or list tell."""
        holders = self.roles.get("vorsitzende") or self.roles.get("vorsitz") or []
        return holders[0] if len(holders) == 1 else None


@cache
def _long_offices() -> dict[str, str]:
    return {line.split()[0]: line.split()[1] for line in lines("long_offices.txt")}


def _role_key(role: str) -> str:
    """`Vorsitzender` and `Vorsitzende`, `Bürgermeister` and `Bürgermeisterin` share a key."""
    low = role.lower()
    return (
        low.removesuffix("r")
        if low.endswith("der")
        else low.removesuffix("in").removesuffix("r")
        if low.endswith("nder")
        else low.removesuffix("in")
    )


def _same_gender(one: Name, other: Name) -> bool:
    return {gender_of(one), gender_of(other)} != {"m", "f"}


def _agree(name: Name, other: Name) -> bool:
    if not _same_gender(name, other):
        return False
    if name.given_name and other.given_name and name.given_name.split()[0] != other.given_name.split()[0]:
        return False
    return not (name.faction and other.faction and not same_faction(name.faction, other.faction))


def build_roster(attendees: Iterable[Attendee], chair: Name | None) -> Roster:
    """The roster of a document; CHAIR is the person whom its head names as presiding."""
    families: dict[str, list[Name]] = defaultdict(list)
    roles: dict[str, list[Name]] = defaultdict(list)
    for attendee in attendees:
        if attendee.name.family_name:
            families[attendee.name.family_name].append(attendee.name)
            for role in {attendee.role, attendee.name.office, attendee.name.role} - {None}:
                _hold(roles, str(role), attendee.name)
    if chair and chair.family_name:
        known = families.get(chair.family_name)
        roles["vorsitzende"] = [known[0] if known and len(known) == 1 else chair]
        if not known:
            families[chair.family_name].append(chair)
        for office in (chair.office or "").split():
            _hold(roles, office, chair)
    return Roster(families=dict(families), roles=dict(roles))


def _hold(roles: dict[str, list[Name]], role: str, name: Name) -> None:
    plain = role.split(",")[0].strip().replace("/r", "r").replace("/in", "")
    key = _role_key(_long_offices().get(plain, plain))
    if all(other.family_name != name.family_name for other in roles[key]):
        roles[key].append(name)
