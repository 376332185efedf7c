"""Who is meant by a mention, now that the whole document is known: namesakes by what stands near, roles by who holds
them at that place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from pipeline.findings import Doubt, Item, Name, PersonMention
from pipeline.people.chair import Chair
from pipeline.people.gender import gender_of
from pipeline.people.registry import Known, Registry, office_key
from pipeline.people.vocabulary import word_set

_PRESIDING = frozenset(["vorsitzende", "sitzungsleiter", "versammlungsleiter", "sitzungspräsident"])
_OF_ANOTHER = re.compile(r"\s+(?:des|der|vom|von)\s+(?P<noun>[A-ZÄÖÜ][\w-]+)")


def settle_names(
    mentions: Sequence[PersonMention], registry: Registry, items: Sequence[Item]
) -> list[PersonMention]:
    """The mentions completed by what else the document says of the person, if it is certain who is meant."""
    near = _certain_by_item(mentions, registry, items)
    settled = []
    for mention in mentions:
        found = registry.candidates(mention.name)
        if len(found) > 1:
            there = near[_item_at(items, mention.start)]
            found = [known for known in found if known in there]
        settled.append(
            replace(mention, name=_complete(mention.name, found[0])) if len(found) == 1 else mention
        )
    return settled


def _certain_by_item(
    mentions: Sequence[PersonMention], registry: Registry, items: Sequence[Item]
) -> dict[int, list[Known]]:
    """By agenda item (-1 for none) the persons who have namesakes and are named there beyond doubt."""
    certain: dict[int, list[Known]] = defaultdict(list)
    for mention in mentions:
        known = registry.who(mention.name) if registry.namesakes(mention.name) else None
        if known is not None and items:
            certain[_item_at(items, mention.start)].append(known)
    return certain


def _item_at(items: Sequence[Item], offset: int) -> int:
    return next((at for at, item in enumerate(items) if item.start <= offset < item.end), -1)


def _complete(name: Name, known: Known) -> Name:
    told = known.name
    return replace(
        name,
        form_of_address=name.form_of_address or told.form_of_address,
        title=name.title or told.title,
        given_name=told.given_name or name.given_name,
        faction=name.faction or told.faction,
    )


def settle_roles(
    mentions: Sequence[PersonMention], text: str, registry: Registry, chair: Chair
) -> list[PersonMention]:
    """The mentions with roles given to the persons who hold them there; the role is kept."""
    holders = _holders(mentions, text, registry)
    return [_held(mention, text, holders, chair) if mention.name.role else mention for mention in mentions]


def _held(mention: PersonMention, text: str, holders: dict[str, list[Known]], chair: Chair) -> PersonMention:
    bare = Name(role=mention.name.role)
    role = office_key(bare.role or "")
    if _is_deputy(text, mention):
        return replace(mention, name=bare)
    if role in _PRESIDING:
        holder = None if _is_anothers(text, mention) else chair.at(mention.start)
    elif mention.name.family_name:
        return mention
    else:
        known = holders.get(role, [])
        holder = known[0].name if len(known) == 1 else None
    if holder is None or not holder.family_name or {gender_of(holder), gender_of(bare)} == {"m", "f"}:
        return replace(mention, name=bare)
    return replace(mention, name=replace(holder, role=bare.role, office=None))


def _holders(mentions: Sequence[PersonMention], text: str, registry: Registry) -> dict[str, list[Known]]:
    """By office of which a body has one the persons whom the document names with it, deputies left out."""
    single = word_set("single_offices.txt")
    holders: dict[str, list[Known]] = defaultdict(list)
    for mention in mentions:
        offices = {office_key(word) for word in (mention.name.office or "").split()} & single
        known = registry.who(mention.name) if offices and not _is_deputy(text, mention) else None
        for office in offices:
            if known is not None and known not in holders[office]:
                holders[office].append(known)
    return holders


def _is_deputy(text: str, mention: PersonMention) -> bool:
    """Whether an adjective tells that it is not the holder of the office (`der stellvertretende Vorsitzende`)."""
    before = text[mention.start : mention.end].lower().split()[:4]
    return any(word.startswith(_not_the_holder()) for word in before)


@cache
def _not_the_holder() -> tuple[str, ...]:
    return tuple(word_set("not_the_holder.txt"))


def _is_anothers(text: str, mention: PersonMention) -> bool:
    """Whether what follows tells of another body (`der Vorsitzende des Heimatvereins`)."""
    behind = _OF_ANOTHER.match(text, mention.end)
    own = word_set("own_bodies.txt")
    return behind is not None and not any(behind["noun"].lower().startswith(word) for word in own)


def doubts(mentions: Sequence[PersonMention], text: str, registry: Registry) -> Iterator[Doubt]:
    """One doubt for each wording that may mean several persons, where it first stands."""
    seen: set[str] = set()
    for mention in mentions:
        wording = " ".join(text[mention.start : mention.end].split())
        if wording not in seen and len(registry.candidates(mention.name)) > 1:
            seen.add(wording)
            yield Doubt(
                message=f"„{wording}“ may be one of several persons of this name",
                advice="see who is meant; what they said is given to nobody",
                start=mention.start,
                end=mention.end,
            )
