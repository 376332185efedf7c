"""Who is named without a given name is the only person of that name whose given name is known; else nobody's double."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from db.records.council import Person
from tests.db.lindenau import BODY, Minutes, person
from tests.db.test_publish import House
from tests.db.test_store import Run


def sturm(given: str | None = None, address: str | None = None, *, private: bool = False) -> Person:
    key = (given or address or "").lower()
    return Person(
        id=f"{BODY}_sturm_{key}",
        body_id=BODY,
        name=" ".join(filter(None, (given, "Sturm"))),
        family_name="Sturm",
        given_name=given,
        form_of_address=address if given is None else None,
        gender={"Eva": "f", "Jan": "m", "Frau": "f"}.get(given or address or ""),
        private=private,
    )


BARE, EVA, JAN = sturm(address="Frau"), sturm("Eva"), sturm("Jan")


def minutes(name: str, who: Person) -> Minutes:
    return Minutes(name).says(f"{who.name} spricht über {name}.", speaker=who)


@pytest.mark.parametrize(
    ("others", "same"),
    [
        ((EVA,), EVA.id),
        ((EVA, JAN), EVA.id),
        ((JAN,), None),
        ((EVA, sturm("Ada")), None),
        ((sturm("Eva", private=True),), None),
        ((), None),
    ],
)
def test_the_only_person_of_a_name(tmp_path: Path, others: tuple[Person, ...], same: str | None) -> None:
    for number, order in enumerate(permutations((BARE, *others))):
        run = Run(tmp_path / f"{number}.db")
        for who in order:
            run.take(minutes(who.id, who).done())
        found = dict(run.rows("SELECT id, same_as FROM persons"))
        run.store.close()
        assert found == {BARE.id: same, **{other.id: None for other in others}}


def test_a_further_bearer_of_the_name_undoes_it_in_what_is_published(tmp_path: Path) -> None:
    house = House(tmp_path)
    house.take(minutes("a", BARE).done(), minutes("b", EVA).done())
    house.publish()
    assert house.rows("SELECT id FROM persons WHERE same_as = ?", EVA.id) == [(BARE.id,)]
    house.take(minutes("c", sturm("Ada")).done(), minutes("d", person("Holm")).done())
    house.publish()
    assert house.rows("SELECT id FROM persons WHERE same_as NOT NULL") == []
