from __future__ import annotations

import pytest

from sources.results import outcome_of


@pytest.mark.parametrize(
    ("wording", "outcome"),
    [
        ("(offen)", "none"),
        ("zur Kenntnis genommen", "noted"),
        ("Kenntnis genommen", "noted"),
        ("Kenntnisnahme, keine Abstimmung", "noted"),
        ("beschlossen", "accepted"),
        ("ungeändert beschlossen", "accepted"),
        ("unverändert beschlossen", "accepted"),
        ("einstimmig zugestimmt", "accepted"),
        ("mehrheitlich beschlossen", "accepted"),
        ("bestätigt", "accepted"),
        ("Geändert  beschlossen", "accepted_amended"),
        ("mit Änderungen beschlossen", "accepted_amended"),
        ("abgelehnt", "rejected"),
        ("mehrheitlich abgelehnt", "rejected"),
        ("nicht zugestimmt", "rejected"),
        ("vertagt", "deferred"),
        ("zurückgestellt", "deferred"),
        ("überwiesen", "referred"),
        ("in den Ausschuss verwiesen", "referred"),
        ("zurückgezogen", "withdrawn"),
        ("nicht in die Tagesordnung aufgenommen", "withdrawn"),
        ("abgesetzt", "withdrawn"),
        ("erledigt", "settled"),
        ("keine Einigung", "none"),
        ("in die Fraktionen gegeben", "unknown"),
        ("mit Stellungnahme einverstanden", "accepted"),
        ("nicht einverstanden", "rejected"),
        ("einverstanden", "accepted"),
        ("vorberaten ohne Änderungen", "none"),
        ("vorberaten, einstimmig zugestimmt", "accepted"),
        ("gilt als beraten.", "none"),
        ("Kein Beratungsergebnis!", "none"),
        ("Beratung im Fachausschuss", "referred"),
        ("7 Ja-Stimmen/2 Nein-Stimmen", "accepted"),
        ("3 Ja-Stimmen, 3 Nein-Stimmen, 1 Enthaltung.", "rejected"),
        ("12 Ja-Stimmen", "accepted"),
        ("12 Ja-Stimmen zu Punkt 2", "unknown"),
        ("", None),
        (None, None),
    ],
)
def test_wordings_of_results(wording: str | None, outcome: str | None) -> None:
    assert outcome_of(wording) == outcome
