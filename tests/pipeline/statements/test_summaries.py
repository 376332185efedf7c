"""Summaries in the indicative and in the past tense, told in invented words as in `test_statements`."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

import pipeline.people.component
import pipeline.statements.component  # noqa: F401
from pipeline.statements.vocabulary import is_finite, lemma
from tests.pipeline.statements.test_statements import Case, read, told


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("de")
    nlp.add_pipe("people")
    nlp.add_pipe("statements")
    return nlp


CASES: dict[str, Case] = {
    "what was presented goes on inside the paragraph": [
        (None, "|Herr Ahl stellt die Zählung der Fahrzeuge vor."),
        ("Ahl", "Im Mai fuhren 400 Wagen durch den Ort."),
        ("Ahl", "Die Hälfte war zu schnell."),
        (None, "|Die Tafel hängt seit April."),
    ],
    "what was presented in the passive": [
        (None, "|Von Frau Brink wird der Inhalt der Vorlage vorgestellt."),
        ("Brink", "Eine genaue Zahl kann heute nicht genannt werden."),
    ],
    "behind a question the indicative may be the answer": [
        ("Ahl", "|Herr Ahl fragt, wann der Zaun am Weiher kommt."),
        ("", "Die Pfosten stehen seit Mai im Lager."),
    ],
    "behind a question a wish goes on asking": [
        ("Ahl", "|Herr Ahl fragt, wann der Zaun am Weiher kommt."),
        ("Ahl", "Die Pfosten sollten vor dem Winter stehen."),
    ],
    "what happens in the sitting is nobody's speech": [
        ("Ahl", "|Herr Ahl erklärt, dass der Zaun am Weiher kommt."),
        (None, "Diskussion entsteht darüber, wie hoch er wird."),
    ],
    "who presents something in the sitting": [
        ("Ahl", "|Herr Ahl erklärt, dass der Zaun am Weiher kommt."),
        ("", "Das Büro Seegras hat zwei Entwürfe in der Sitzung vorgestellt."),
        ("Ahl", "Der Zaun ist 80 Meter lang."),
    ],
    "a remark in brackets": [
        ("Ahl", "|Herr Ahl erklärt, dass der Zaun am Weiher kommt."),
        (None, "(Siehe auch den beigefügten Plan)."),
    ],
    "what a body had decided earlier ends nothing": [
        ("Ahl", "|Herr Ahl bedauert, dass der Zaun noch fehlt."),
        ("Ahl", "Als der Ausschuss den Zaun beschlossen hatte, war Mai."),
    ],
    "whose view it is, behind an act": [
        (None, "|Herr Ahl bezieht sich auf die Sitzung im Mai."),
        ("Ahl", "Hier ist seiner Meinung nach zu wenig geschehen."),
    ],
    "somebody unknown speaks inside a paragraph": [
        ("Ahl", "|Herr Ahl erklärt, dass der Zaun am Weiher kommt."),
        (None, "Xylothekar Quast fragt, wer den Zaun bezahlt."),
        (None, "Das Geld fehlt seit Mai."),
    ],
    "the promise to do what was asked for": [
        ("Ahl", "|Herr Ahl regt an, den Zaun zu erneuern."),
        ("Brink", "|Frau Brink werde dies prüfen."),
    ],
    "somebody else's task": [
        ("Ahl", "|Herr Ahl erklärt, dass der Zaun am Weiher kommt."),
        ("Ahl", "Herr Cordes werde ihn im Mai streichen."),
    ],
    "a mere act is followed by nothing": [
        (None, "|Frau Brink eröffnet die Sitzung."),
        (None, "Die Halle ist gut besucht."),
    ],
    "a body asks the administration": [
        (None, "|Der Ortsrat bittet die Verwaltung um Prüfung, ob dort Pfosten stehen können."),
        (None, "Die Stelle ist gefährlich."),
    ],
    "a body ends a speech": [
        ("Ahl", "|Herr Ahl erläutert, dass 400 Euro zu zahlen wären."),
        (None, "Der Ortsrat ist sich einig, dass dies zu viel wäre."),
    ],
    "a body behind its verb": [
        ("Ahl", "|Herr Ahl erläutert, dass das Dach undicht ist."),
        (None, "Nach kurzer Beratung bittet der Ortsrat Frau Brink, ein Angebot einzuholen."),
    ],
    "one person is not the subject of a plural": [
        (None, "|Zunächst bezweifeln die Anwohner die Zahlen und kritisieren die Verwaltung scharf."),
    ],
    "who takes no part": [
        (None, "|Herr Ahl erklärt sich für befangen."),
        (None, "Er begibt sich in den Zuschauerraum."),
    ],
    "who says nothing": [(None, "|Herr Ahl macht keine Ausführungen.")],
    "who speaks out for something": [("Ahl", "|Herr Ahl spricht sich dafür aus, den Zaun zu prüfen.")],
    "what was discussed, participle first": [
        ("Ahl", "|Herr Ahl beklagt, dass der Zaun fehlt."),
        (None, "Diskutiert wurde darüber, wie hoch er wird."),
    ],
    "an office nobody knows answers": [
        ("Ahl", "|Herr Ahl fragt, wie lang der Zaun ist."),
        (None, "Die Zaunbetreuerin erläuterte die Längen der letzten Jahre."),
        (None, "Dieser Wert ist hoch."),
    ],
    "what a group learns is content": [
        ("Ahl", "|Herr Ahl erklärt, dass der Zaun kommt."),
        ("Ahl", "Bei Gesprächen erfährt die Verwaltung auch viel Verständnis."),
    ],
    "a law that applies to somebody": [(None, "|Herr Ahl unterliegt gemäß § 33 dem Mitwirkungsverbot.")],
    "let know, find": [
        ("Ahl", "|Herr Ahl lässt wissen, er habe den Zaun bestellt."),
        ("Brink", "|Frau Brink befindet dies als nicht richtig."),
    ],
    "a long relative clause": [
        (
            "Ahl",
            "|Herr Ahl, der im Mai ein Schreiben mit vielen Unterschriften von Anliegern des Weges am Weiher und der "
            "Straße dahinter in der Gemeinde abgegeben hat, fragt an, warum der Zaun noch fehlt.",
        ),
    ],
    "an infinitive before a dash": [
        (
            "Brink",
            "|Frau Brink schlägt vor den Zaun in zwei Teile zu teilen – einen am Weiher und einen am Weg.",
        ),
    ],
    "a man before the verb, a woman behind it": [(None, "|Der Verein bittet Frau Brink um ein Gespräch.")],
    "a group that a pronoun follows": [
        ("Ahl", "|Herr Ahl erklärt, dass der Zaun bleibt."),
        (None, "|Die Anlieger des Platzes kritisieren vor allem den Lärm."),
        (None, "Schon jetzt sei es sehr laut."),
    ],
    "the sentence before a pronoun": [
        ("Brink", "|Frau Brink bittet um einen neuen Zaun."),
        ("Brink", "|Der alte wurde schon vor Jahren gemeldet."),
        ("Brink", "Daher bittet sie um eine Auskunft."),
    ],
    "a passive with a pronoun": [
        (None, "|Herr Ahl stellt seinen Bericht vor."),
        ("Ahl", "Es wird von ihm darauf hingewiesen, dass die Zahlen vorläufig sind."),
    ],
    "so said between dashes": [
        ("Ahl", "|Diese Ankündigung – so Ortsbürgermeister Ahl – hat viele überrascht.")
    ],
    "holds something for something": [
        ("Brink", "|Ratsmitglied Brink hielt den Antrag für verfrüht."),
        ("Brink", "Die Fraktion lehne ihn ab."),
    ],
    "stands towards something": [
        ("Ahl", "|Ratsmitglied Ahl stand dem Vorschlag offen gegenüber."),
        ("Ahl", "Man sei erst am Anfang."),
    ],
    "speaks against it": [("Brink", "|Frau Brink spricht dagegen."), ("Brink", "Der Platz ist zu klein.")],
    "an idea to do something": [
        ("Ahl", "|Abschließend berichtet Herr Ahl von einer Idee, den Hof zu verkaufen."),
    ],
    "a topic that is told": [
        ("Brink", "|Frau Brink berichtet über das Fest, das im August stattfinden wird."),
        ("Brink", "Es wird zwanzig Stände geben."),
    ],
    "a topic and its paper": [
        (
            None,
            "|Der Vorsitzende berichtet über die Planung, die dieser Niederschrift als Anlage beigefügt ist.",
        ),
    ],
    "an apposition without its second comma": [
        ("Ahl", "|Ratsherr Ahl, ebenfalls Mitglied des Beirats führt aus, dass er zustimmt."),
    ],
    "an infinitive without a comma": [
        ("Ahl", "|Beigeordneter Ahl schlägt vor den Antrag in den Ausschuss zu verweisen."),
    ],
    "nothing to tell": [(None, "|Herr Ahl hat keine Mitteilungen zu machen.")],
    "for him": [
        (None, "|Herr Ahl nimmt die Wahl an."),
        ("Ahl", "Für ihn ist es selbstverständlich, dass er für alle da sein wird."),
    ],
    "a list without verbs below a report": [
        ("Ahl", "|Herr Ahl teilt mit, dass zwei Bescheide vorliegen:"),
        ("Ahl", "|- Bescheid vom 3. Mai über 400 Euro"),
        ("Ahl", "|- Bescheid vom 4. Juni über 900 Euro"),
        ("Ahl", "|Die Höhe werde geprüft."),
    ],
    "a clause before the Konjunktiv": [
        ("Ahl", "|Herr Ahl erklärt, die Kasse sei leer."),
        ("Ahl", "|Um eine Verjährung auszuschließen, werde eine Vereinbarung geschlossen."),
        ("Ahl", "|Sobald der Bau geplant werde, wäre dies mit Kosten verbunden."),
    ],
    "what may be followed": [("Brink", "|Frau Brink kann die Kritik nachvollziehen.")],
    "no meeting but its absence": [
        ("Brink", "|Frau Brink teilt mit, dass der Gast nicht kommen kann."),
        ("Brink", "Wegen der Absage der Sitzung wird dies verschoben."),
    ],
    "several persons say": [
        ("Borm; Borm", "|Herr und Frau Borm weisen darauf hin, dass es dort dunkel ist."),
    ],
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_who_said_what(nlp: Language, case: Case) -> None:
    """A speaker, the empty word where a statement is too uncertain for one, or None for no statement."""
    found = told(read(nlp, [sentence for _, sentence in case]))
    assert found == {sentence.lstrip("|"): speaker for speaker, sentence in case if speaker is not None}


@pytest.mark.parametrize(
    ("word", "finite"),
    [
        ("vorgeschlagen", False),
        ("geforderte", False),
        ("auszuschließen", False),
        ("dringend", False),
        ("eine", False),
        ("gehe", True),
        ("genehmigt", True),
        ("vorgehe", True),
        ("gestaltet", True),
        ("darstelle", True),
        ("stand", True),
    ],
)
def test_participles_and_infinitives_are_not_finite(word: str, finite: bool) -> None:
    assert is_finite(word) is finite


def test_forms_the_dictionary_takes_for_nouns() -> None:
    assert [lemma("weisen"), lemma("stand")] == ["weisen", "stehen"]
