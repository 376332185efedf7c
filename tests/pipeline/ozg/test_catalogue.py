"""The catalogue of concepts is complete in itself."""

from __future__ import annotations

import re
from collections import Counter

from pipeline.ozg.catalogue import concepts, matcher, read


def test_every_concept_has_what_readers_need() -> None:
    rows = concepts()
    known = {row.id for row in rows}
    assert len(known) == len(rows)
    for row in rows:
        assert row.description.endswith("."), row.id
        assert row.source, row.id
        assert row.parent_id is None or row.parent_id in known, row.id


def test_the_catalogue_covers_the_world_of_the_law() -> None:
    counted = Counter(row.category for row in concepts())
    assert counted["Leistung"] >= 120
    assert sum(row.parent_id == "OZG-Themenfeld" for row in concepts()) == 14
    assert {f"Reifegrad {level}" for level in range(5)} <= {row.id for row in concepts()}
    assert {"OZG", "EfA", "Servicekonto", "Portalverbund", "deadline", "count", "status", "system"} <= {
        row.id for row in concepts()
    }
    assert {"enaio", "VIS", "FIT-Store", "OZG-Kompass"} <= {row.id for row in concepts()}


def test_a_key_of_the_leika_names_its_source() -> None:
    for row in concepts():
        if row.leika:
            assert re.fullmatch(r"99\d{12}", row.leika)
            assert "Schlüssel" in (row.source or "")


def test_every_name_of_a_service_is_found() -> None:
    for services in read("services.toml").values():
        for service, row in services.items():
            for name in row["names"]:
                assert matcher().search(f"Nun {name} dort"), (service, name)
