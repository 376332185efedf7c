from __future__ import annotations

import pytest

from sources.organizations import named_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Die Stadtwerke Auental GmbH baut mit der Netz AG.", ["Stadtwerke Auental GmbH", "Netz AG"]),
        ("Das Land Hessen hilft, des Landes Hessen wegen.", ["Land Hessen"]),
        ("im Freistaat Bayern", ["Freistaat Bayern"]),
        ("beim Zweckverband Wasser Auental", ["Zweckverband Wasser Auental"]),
        ("Das Kommunale Rechenzentrum Auental (kra) hilft", ["Kommunales Rechenzentrum Auental (kra)"]),
        ("des Kommunalen Rechenzentrums Auental (kra)", ["Kommunales Rechenzentrum Auental (kra)"]),
        ("vom Digitalen Verband Nord (DVN)", ["Digitaler Verband Nord (DVN)"]),
        ("der Förderverein Freibad Au e. V.", ["Förderverein Freibad Au e. V."]),
        ("das Onlinezugangsgesetz (OZG)", []),
        ("der Chief Information Officer (CIO)", []),
        ("auf dem Land wohnen", []),
        ("Die GmbH zahlt", []),
    ],
)
def test_organisations_named(text: str, names: list[str]) -> None:
    assert [named.name for named in named_in(text)] == names
