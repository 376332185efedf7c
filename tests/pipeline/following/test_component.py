"""What goes before decisions and follows from them, in small invented minutes."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from models.german import load
from pipeline.following.relations import base_of

MINUTES = """Niederschrift über die 7. Sitzung des Rates der Gemeinde Auental am 10.03.2022

Zu Punkt 1: Genehmigung der Niederschrift über die Sitzung vom 12.01.2022

Die Niederschrift der Sitzung vom 12.01.2022 wird mit folgender Änderung einstimmig genehmigt: Auf Seite 3 muss es \
„Ahornweg“ heißen.

Zu Punkt 2: Neubau der Feuerwache
Vorlage: 2022/0031/1

Beschluss:
Die Verwaltung wird beauftragt, bis zum 30.09.2022 eine Kostenschätzung vorzulegen. Die Kosten dürfen 1,2 Mio. Euro \
nicht übersteigen.

Abstimmungsergebnis:
Einstimmig beschlossen

Zu Punkt 3: Antrag auf einen Radweg

Beschluss:
Die Verwaltung wird beauftragt, einen Radweg zu planen.

Abstimmungsergebnis:
Mehrheitlich abgelehnt

Zu Punkt 4: Anfragen

Herr Gerdes fragt nach dem Zaun am Sportplatz. Der Vorsitzende sagt eine Prüfung zu.
"""


def read(text: str, kind: str = "minutes") -> Doc:
    nlp = load()
    doc = nlp.make_doc(text)
    doc._.kind, doc.user_data["text"] = kind, text
    return nlp(doc)


def test_orders_of_decisions_and_promises_are_tasks_what_was_rejected_is_none() -> None:
    found = [(one.kind, one.charged, one.task, one.deadline) for one in read(MINUTES)._.tasks]
    assert found == [
        ("order", "Die Verwaltung", "bis zum 30.09.2022 eine Kostenschätzung vorzulegen", "2022-09-30"),
        ("promise", "Der Vorsitzende", "eine Prüfung", None),
    ]


def test_sums_stand_with_their_kind() -> None:
    assert [(one.cents, one.kind) for one in read(MINUTES)._.amounts] == [(120_000_000, "cost")]


def test_earlier_minutes_are_approved_with_changes() -> None:
    (found,) = read(MINUTES)._.approvals
    assert (found.date, found.status, found.part) == ("2022-01-12", "approved_with_changes", None)
    assert MINUTES[found.start : found.end].startswith("Die Niederschrift der Sitzung")


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Einwendungen gegen die Niederschrift werden nicht erhoben.", ["approved"]),
        ("Herr Iven beanstandet die Niederschrift zu Punkt 4.", ["objected"]),
        ("Die Niederschrift liegt noch nicht vor.", []),
        ("Die Niederschrift wird bei zwei Enthaltungen genehmigt.", ["approved"]),
    ],
)
def test_what_became_of_minutes(sentence: str, status: list[str]) -> None:
    text = (
        "Niederschrift über die 7. Sitzung des Rates der Gemeinde Auental am 10.03.2022\n\n"
        f"Zu Punkt 1: Genehmigung der Niederschrift vom 12.01.2022\n\n{sentence}\n\nZu Punkt 2: Sonstiges\n"
    )
    found = read(text)._.approvals
    assert [(one.status, one.date) for one in found] == [(one, "2022-01-12") for one in status]


def test_a_decisions_own_text_is_told() -> None:
    doc = read(MINUTES)
    own = [MINUTES[span.start : span.end] for span in doc._.resolutions if span]
    assert own[1] == "Die Verwaltung wird beauftragt, einen Radweg zu planen."


def test_a_decisions_text_may_stand_behind_a_colon() -> None:
    text = (
        "Niederschrift über die 7. Sitzung des Stadtrates Auental am 10.03.2022\n\nPunkt 1: Haushalt\n\n"
        "Der Stadtrat beschließt einstimmig:\n\nDer Haushaltsplan wird festgestellt.\n\nPunkt 2: Verschiedenes\n"
    )
    doc = read(text)
    assert [text[span.start : span.end] for span in doc._.resolutions if span] == [
        "Der Haushaltsplan wird festgestellt."
    ]


def test_procedure_below_a_decided_text_is_no_part_of_it() -> None:
    text = (
        "Niederschrift über die 7. Sitzung des Stadtrates Auental am 10.03.2022\n\nPunkt 1: Wahlen\n\n"
        "Der Stadtrat beschließt einstimmig:\n\nFrau Holm wird in den Beirat entsandt.\n\n"
        "Die Vorsitzende hat nicht mitgewählt.\nHerr Quell übernimmt wieder den Vorsitz.\n\nPunkt 2: Verschiedenes\n"
    )
    doc = read(text)
    assert [text[span.start : span.end] for span in doc._.resolutions if span] == [
        "Frau Holm wird in den Beirat entsandt."
    ]


def test_a_paper_proposes() -> None:
    text = (
        "Beschlussvorlage 2022/0031\n\nBeschlussvorschlag:\nDer Rat beschließt:\nDie Feuerwache wird gebaut.\n\n"
        "Begründung:\nDie alte ist zu klein.\n"
    )
    (found,) = read(text, "paper")._.proposals
    assert (text[found.start : found.end], found.paper) == ("Die Feuerwache wird gebaut.", "2022/0031")


@pytest.mark.parametrize(
    ("number", "base"),
    [
        ("2022/0100/1", ("2022/0100", "follows")),
        ("0417/2021/2", ("0417/2021", "follows")),
        ("22-0621.1", ("22-0621", "follows")),
        ("2022/0100/A1", ("2022/0100", "amends")),
        ("26/2018 1. Ergänzung", ("26/2018", "supplements")),
        ("0858/I/61/2019", None),
        ("2022/0100", None),
        ("417/2021", None),
    ],
)
def test_a_number_shows_the_paper_it_goes_back_to(number: str, base: tuple[str, str] | None) -> None:
    assert base_of(number) == base


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Die Vorlage 0417/2021 ersetzt die Vorlage 0399/2021.", ("0417/2021", "replaces", "0399/2021")),
        ("Die Vorlage 0399/2021 wird durch die Vorlage 0417/2021 ersetzt.", None),
        ("Die Vorlagen 0399/2021 und 0417/2021 werden beraten.", None),
    ],
)
def test_relations_are_told_in_words(sentence: str, wanted: tuple[str, str, str] | None) -> None:
    found = read(f"Niederschrift der Sitzung\n\n{sentence}\n")._.relations
    assert [(one.paper, one.kind, one.related) for one in found] == ([wanted] if wanted else [])
