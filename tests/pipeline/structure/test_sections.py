from __future__ import annotations

import spacy

from db.records.reading import Region
from pipeline.structure.style import cues_in, style_of
from tests.pipeline.structure.reading import nlp, read

EXCERPT = """Niederschrift 5. Sitzung des Gemeinderates
12. Mai 2020, 15:30 Uhr
Vorsitz: Oberbürgermeisterin Eva Muster

Punkt 3 der Tagesordnung: Neuer Brunnen
Vorlage: 2020/0012

Beschluss:
Der Gemeinderat beschließt den Bau.

Abstimmungsergebnis:
Einstimmige Zustimmung (40 Ja)

Die Vorsitzende ruft Tagesordnungspunkt 3 zur Behandlung auf.

Stadtrat Probe (XYZ): Ich freue mich, dass wir endlich bauen.

Zur Beurkundung:
Die Schriftführerin:
"""


def kinds(text: str) -> list[str]:
    return [section.kind for section in read(text)._.sections]


def test_the_parts_of_an_excerpt() -> None:
    assert kinds(EXCERPT) == ["head", "heading", "decision", "vote", "discussion", "closing"]


def test_the_parts_without_blank_lines() -> None:
    text = EXCERPT.replace("\n\n", "\n")
    assert kinds(text) == ["head", "heading", "decision", "vote", "discussion", "closing"]


def test_sections_cover_the_text() -> None:
    doc = read(EXCERPT)
    assert "".join(doc.text[section.start : section.end] for section in doc._.sections) == EXCERPT


def test_a_proposal_is_no_decision() -> None:
    text = (
        "TOP 1: Brunnen\n\nBeschlussvorschlag:\nDer Rat möge den Bau beschließen.\n\n"
        "Herr Muster fragt, was er kostet.\n\nBeschluss:\nDer Rat beschließt den Bau.\n\nAbstimmung: einstimmig"
    )
    assert kinds(text) == ["heading", "proposal", "discussion", "decision", "vote"]


def test_a_vote_goes_on_over_several_results() -> None:
    text = "TOP 1: Brunnen\n\nAbstimmung:\n\nZiffer 1: einstimmig\n\nZiffer 2: 12 Ja, 3 Nein\n\nFrau Muster dankt."
    assert kinds(text) == ["heading", "vote", "discussion"]


def test_what_is_attached_behind_the_closing() -> None:
    report = "Der Bericht über den Brunnen beschreibt Lage, Tiefe und Wasser der Quelle im Einzelnen. " * 4
    text = (
        "TOP 1: Brunnen\n\nFrau Muster dankt.\n\nEnde der Sitzung: 19:30 Uhr\n\ngez. Max Muster\n\n" + report
    )
    assert kinds(text) == ["heading", "discussion", "closing", "attachment"]


def test_a_speech_for_the_record_is_speech() -> None:
    text = (
        "TOP 1: Brunnen\n\nFrau Muster dankt.\n\nAnlage\n\nzu Tagesordnungspunkt 1\n\nzu Protokoll gegebene Rede\n\n"
        "Eva Muster (XYZ): Ich danke."
    )
    assert kinds(text) == ["heading", "discussion", "attachment", "discussion"]


def test_regions_go_before_looks() -> None:
    text = "Auszug\nDatum: 3. März 2025\nDie Bank am Anger sei kaputt, meint Frau Muster.\n\nDer Ausschuss stimmt zu.\n"
    talk, vote = text.index("Die Bank"), text.index("Der Ausschuss")
    doc = nlp().make_doc(text)
    doc._.regions = (
        Region(kind="head", start=0, end=talk),
        Region(kind="item", start=talk, end=len(text), item="item-1", public=False),
        Region(kind="discussion", start=talk, end=vote, item="item-1", public=False),
        Region(kind="vote", start=vote, end=len(text), item="item-1", public=False),
    )
    for _, component in nlp().pipeline:
        doc = component(doc)
    assert [(s.kind, s.item, s.public) for s in doc._.sections] == [
        ("head", None, True),
        ("discussion", 0, False),
        ("vote", 0, False),
    ]
    assert [(item.id, item.start, item.public) for item in doc._.items] == [("item-1", talk, False)]


def test_styles() -> None:
    konjunktiv = (
        "Frau Muster erklärt, der Bau sei teuer. Man habe lange gespart und werde weiter sparen. " * 5
    )
    indicative = "Frau Muster erklärt, dass der Bau teuer ist. Die Gemeinde hat lange gespart. " * 5
    verbatim = "Frau Muster: Ich sage es noch einmal. Wir haben uns lange gefragt, was mich daran stört. " * 5
    assert [style_of(cues_in(text)) for text in (konjunktiv, indicative, verbatim)] == [
        "konjunktiv",
        "indicative",
        "verbatim",
    ]


def test_the_components_declare_what_they_need() -> None:
    pipe = spacy.blank("de")
    pipe.add_pipe("sentences")
    pipe.add_pipe("sections")
    problems = pipe.analyze_pipes()["problems"]
    assert problems == {"sentences": [], "sections": []}
