"""What texts say of the OZG, and what only sounds like it; all sentences are made up."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

import pipeline.extensions  # noqa: F401
from pipeline.findings import Item, OzgFinding
from pipeline.ozg.catalogue import concepts, read
from pipeline.ozg.component import Ozg, may_speak_of_it

NLP = spacy.blank("de")
NLP.add_pipe("sentencizer")


def findings(text: str, items: tuple[Item, ...] = ()) -> tuple[OzgFinding, ...]:
    doc = NLP(text)
    doc._.items = items
    return tuple(Ozg()(doc)._.ozg)


def told(text: str) -> set[str]:
    return {f"{f.concept}={f.value}" if f.value else f.concept for f in findings(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Das OZG kommt.",
        "Die Umsetzung des Onlinezugangsgesetzes läuft.",
        "Die Umsetzung des Online-Zugangsgesetzes läuft.",
        "Die Umsetzung des Online-Zugangs-Gesetzes läuft.",
        "Die Umsetzung des Onlinezugangsgesetztes läuft.",
        "Die OZG-Umsetzung läuft.",
        "Fragen des OZGs werden geklärt.",
        "Das Gesetz (0ZG) wurde falsch gelesen.",
        "Das Gesetz zur Verbesserung des Onlinezugangs zu Verwaltungsleistungen gilt.",
    ],
)
def test_the_law_is_known_in_every_form(text: str) -> None:
    assert told(text) == {"OZG"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("zum Onlinezugangsgesetz (OZG) berichtet", "Onlinezugangsgesetz (OZG)"),
        ("zum OZG Onlinezugangsgesetz berichtet", "OZG Onlinezugangsgesetz"),
        ("zum (Onlinezugangsgesetz - OZG) berichtet", "Onlinezugangsgesetz - OZG"),
    ],
)
def test_a_law_named_twice_in_a_row_is_one_mention(text: str, expected: str) -> None:
    assert [text[f.start : f.end] for f in findings(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Das OZG folgt dem Grundsatz „Einer für Alle“.", "EfA"),
        ("Drei EfA-Leistungen werden nachgenutzt.", "EfA"),
        ("Nach dem OZG entsteht ein Portalverbund.", "Portalverbund"),
        ("Das OZG sieht Servicekonten vor.", "Servicekonto"),
        ("Das OZG braucht einen Formularserver.", "Formularserver"),
        ("Die FITKO ist Anstalt des öffentlichen Rechts.", "FITKO"),
        ("Der IT-Planungsrat tagt.", "IT-Planungsrat"),
        ("Die krz begleitet die OZG-Umsetzung.", "krz"),
        ("Seit 2024 gilt das OZG-Änderungsgesetz.", "OZG-Änderungsgesetz"),
        ("Auch das E-Government-Gesetz verlangt dies.", "EGovG"),
        ("Das OZG verlangt einen barriere- und medienbruchfreien Zugang.", "Medienbruchfreiheit"),
        ("Das OZG verlangt einen barriere- und medienbruchfreien Zugang.", "Barrierefreiheit"),
        ("Der Reifegrad der OZG-Leistungen steigt.", "Reifegrad"),
        ("Angebunden werde service-bw.", "system=service-bw"),
        ("Für das E-Government gebe es enaio.", "system=enaio"),
        ("Das Bürgerportal erfüllt die Vorgaben des OZG.", "system=Bürgerportal"),
        ("Der OZG-Kompass zeigt den Stand.", "system=OZG-Kompass"),
        ("Zum E-Government gehört die Plattform „Mitreden“.", "system=Mitreden"),
        ("Zum E-Government gehört das Fachverfahren KommBau21X.", "system=KommBau21X"),
    ],
)
def test_concepts_and_systems_are_found_in_company(text: str, expected: str) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bis Ende 2022 sei das OZG umzusetzen.", "deadline=2022-12-31"),
        ("Das OZG gilt bis zum 31.12.2022 als umgesetzt.", "deadline=2022-12-31"),
        ("Bis zum 31. Dezember 2022 verlangt das OZG dies.", "deadline=2022-12-31"),
        (
            "Das Servicekonto des OZG steht voraussichtlich Ende des ersten Quartals 2021 bereit.",
            "deadline=2021-03-31",
        ),
        ("Das OZG soll bis Mitte 2023 umgesetzt sein.", "deadline=2023-06-30"),
        ("Das OZG soll bis Ende Februar 2024 umgesetzt sein.", "deadline=2024-02-29"),
        ("Das OZG verpflichtet bis zum Jahr 2022.", "deadline=2022"),
        (
            "Das OZG drängt. Damit alle bis Ende 2022 Verwaltungsleistungen online anbieten können.",
            "deadline=2022-12-31",
        ),
        ("Es wurden 39 Aufgaben gemeldet, die nach dem OZG umzusetzen sind.", "count=39"),
        ("Das OZG wirkt. Von 575 Leistungen entfallen ca. 90 Leistungen auf die Stadt.", "count=575"),
        ("Das OZG wirkt. Von 575 Leistungen entfallen ca. 90 Leistungen auf die Stadt.", "count=90"),
        ("Bei 1.782 Einzelleistungen des OZG hilft das Land.", "count=1782"),
        ("Beim OZG sind es 23 weitere Leistungen.", "count=23"),
        ("Zwölf OZG-Leistungen fehlen, zwölf Leistungen laufen.", "count=12"),
        ("Das OZG kommt. Der Umfang beträgt fünf Millionen Euro.", "money=5000000 EUR"),
        ("Das OZG kostet 12.500,50 Euro.", "money=12500.50 EUR"),
        ("Das OZG kostet 1,5 Mio. €.", "money=1500000 EUR"),
        ("Das Servicekonto des OZG ist im Testbetrieb.", "status=Testbetrieb"),
        ("Zum OZG fehlt der Projektstatus („offen“, „in Planung“).", "status=in Planung"),
        ("Zum OZG fehlt der Projektstatus („offen“, „in Planung“).", "status=offen"),
        ("Das OZG hat höchste Priorität.", "priority=höchste"),
        ("Zum OZG wird priorisiert („sehr hoch“, „niedrig“).", "priority=sehr hoch"),
    ],
)
def test_facts_are_told_with_their_value(text: str, expected: str) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Die barrierefreie Bushaltestelle wird gebaut, der barrierefreie Zugang zum Rathaus auch.",
        "Das Portal der Kirche wird saniert.",
        "Die App „Dorfplausch“ ist beliebt.",
        "Das Bürgerportal mit Beteiligung wird vorgestellt.",
        "Es wird eine für alle Beteiligten tragbare Lösung gesucht.",
        "Alle für einen, einer für alle.",
        "Die Gefahr ist groß, die Fassade steht VIS-À-VIS.",
        "Die Digitalisierung der Schulen hat höchste Priorität und kostet 5 Millionen Euro bis Ende 2022.",
        "Bis Ende 2022 werden 39 Aufgaben erledigt.",
        "Das ELO-Rating und die VIS werden erwähnt.",
        "Die Stadt stellt auf die E-Rechnung um.",
        "Frau Einer für Aller.",
    ],
)
def test_false_friends_are_nothing(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    ("text", "not_told"),
    [
        ("Das OZG gilt seit 2017.", "deadline=2017"),
        ("Das OZG trat zum Wohl aller in Kraft. Am 1. Mai 2022 war Feiertag.", "deadline=2022-05-01"),
        ("Zum 1. Mai 2022 trat eine Änderung des OZG in Kraft.", "deadline=2022-05-01"),
        ("Zum OZG: 150 kleine Projekte laufen.", "count=150"),
        ("Das OZG nennt bis 2022 Leistungen.", "count=2022"),
        ("Das OZG betrifft mehrere 100 Leistungen.", "count=100"),
        ("Das OZG ist wichtig. Weitere Termine sind in Planung.", "status=in Planung"),
        ("Das OZG ist wichtig. Die Komm.ONE sieht das auch so.", "Komm.One"),
    ],
)
def test_what_stands_beside_the_law_is_not_all_its_own(text: str, not_told: str) -> None:
    assert not_told not in told(text)


def test_company_ends_with_the_agenda_item() -> None:
    first, second = "Das OZG wird erläutert. ", "Das Bürgerportal wird gezeigt."
    items = (
        Item(start=0, end=len(first), number="1", title="OZG"),
        Item(start=len(first), end=len(first) + len(second), number="2", title="Portal"),
    )
    assert "system" in {f.concept for f in findings(first + second)}
    assert {f.concept for f in findings(first + second, items)} == {"OZG"}


def test_the_catalogue_is_whole() -> None:
    rows = concepts()
    ids = [row.id for row in rows]
    assert len(ids) >= 55
    assert len(ids) == len(set(ids))
    assert all(row.parent_id is None or ids.index(row.parent_id) < ids.index(row.id) for row in rows)
    assert {
        "OZG",
        "EfA",
        "Servicekonto",
        "deadline",
        "count",
        "status",
        "system",
        "money",
        "priority",
    } <= set(ids)


@pytest.mark.parametrize(
    "name", ["OZG", "EfA-Lösung", "Portalverbund", "FITKO", "IT-Planungsrat", "service-bw", "LeiKa", "BundID"]
)
def test_signs_do_not_keep_out_what_counts_by_itself(name: str) -> None:
    assert may_speak_of_it(f"Wir nutzen {name} heute.")
    assert findings(f"Wir nutzen {name} heute.")


def test_systems_have_names() -> None:
    assert all(name and form for part in read("systems.toml").values() for name, form in part.items())


@given(
    st.lists(
        st.sampled_from(
            ["OZG", "(OZG)", "bis", "Ende", "2022", "39", "Leistungen", "EfA", "\n", "im", "5", "Euro", "."]
        )
    )
)
def test_findings_lie_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    for finding in findings(text):
        assert 0 <= finding.start < finding.end <= len(text)


SEEDS = {
    "000_": {"OZG", "count=39", "deadline=2022-12-31", "system=enaio"},
    "001_": {
        "count=575",
        "count=90",
        "money=5000000 EUR",
        "deadline=2022-12-31",
        "EfA",
        "Servicekonto",
        "deadline=2021-03-31",
    },
    "002_": {
        "count=1782",
        "count=23",
        "deadline=2022-12-31",
        "Portalverbund",
        "status=zurückgestellt",
        "priority=sehr hoch",
    },
    "004_": {"deadline=2022-12-31", "Portalverbund", "Servicekonto", "Formularserver", "system=OZG-Kompass"},
}


@pytest.mark.recorded
@pytest.mark.parametrize(("seed", "expected"), SEEDS.items())
def test_the_facts_of_recorded_documents_are_found(shared: Path, seed: str, expected: set[str]) -> None:
    (file,) = (shared / "data/seeds").glob(f"{seed}*.txt")
    assert expected <= told(file.read_text(encoding="utf-8"))


@pytest.mark.recorded
def test_minutes_that_never_speak_of_it_give_nothing(shared: Path) -> None:
    for file in sorted((shared / "data/minutes_text/nordstemmen").glob("*.txt")):
        assert told(file.read_text(encoding="utf-8")) == set(), file.name
