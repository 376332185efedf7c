"""Every case is told in invented words: (speaker or None, sentence) in reading order; `|` begins a paragraph."""

from __future__ import annotations

from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

import pipeline.people.component
import pipeline.statements.component  # noqa: F401
from pipeline.findings import Span

Case = list[tuple[str | None, str]]


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("de")
    nlp.add_pipe("people")
    nlp.add_pipe("statements")
    return nlp


def read(nlp: Language, sentences: list[str]) -> Doc:
    """The Doc of the sentences with their bounds and paragraphs set by hand."""
    text, starts, paragraphs = "", set(), []
    for sentence in sentences:
        if sentence.startswith("|"):
            text += "\n\n" if text else ""
            paragraphs.append(len(text))
        elif text:
            text += " "
        starts.add(len(text))
        text += sentence.lstrip("|")
    doc = nlp.make_doc(text)
    for token in doc:
        token.is_sent_start = token.idx in starts
    bounds = [*(paragraphs or [0]), len(text)]
    doc._.paragraphs = tuple(Span(start=a, end=b) for a, b in pairwise(bounds))
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


def told(doc: Doc) -> dict[str, str]:
    """The sentences of statements with their speakers; a statement may be several short ones."""
    return {
        sentence.text.strip(): "; ".join(name.key for name in statement.speakers)
        for sentence in doc.sents
        for statement in doc._.statements
        if statement.start <= sentence.start_char < statement.end
    }


CASES: dict[str, Case] = {
    "no dass": [("Fahrenholt", "|Stadträtin Fahrenholt (GRÜNE) meint, es sei zu spät.")],
    "a new paragraph is a new speaker": [
        ("Ahl", "|Herr Ahl erklärt, dass die Halle fertig sei."),
        ("Ahl", "Der Bau habe zwei Jahre gedauert."),
        ("Brink", "|Frau Brink lobt die Planung."),
        ("Brink", "Sie habe lange darauf gewartet."),
    ],
    "the indicative goes on inside a paragraph": [
        ("Landrat", "|Der Landrat erklärt, dass es einen Schub gegeben habe."),
        ("Landrat", "Wenn nicht genug geredet wird, fühlen sich die Leute übergangen."),
        ("Landrat", "Hier müsse man abwägen."),
    ],
    "named but not speaking": [
        ("Ahl", "|Frau Ahl erklärt auf Nachfrage von Frau Brink, dass es einen Arbeitskreis gebe."),
        ("Cordes", "Herr Cordes stimmt dem Landrat und Herrn Dorn zu und hält den Weg für richtig."),
        ("Cordes", "Kollegin Emmer habe alles gesagt."),
    ],
    "the verb before the person": [("Möller", "|Daraufhin merkt Herr Möller an, dass die Zeit dränge.")],
    "so said": [("Scholl", "|Das Dach ist undicht, so Herr Scholl.")],
    "according to": [("Winter", "|Laut Herrn Winter kann der Vertrag gekündigt werden.")],
    "as far as somebody knows": [
        ("Sommer", "|Herr Sommer erklärt, der Weg sei gesperrt."),
        ("Winter", "Nach Kenntnisstand von Herrn Winter könne die Brücke im Mai öffnen."),
    ],
    "who takes a faction's seat does not speak": [
        (None, "|SPD-Fraktion: Anna Sommer und Jan Winter"),
        (None, "|Das Los entscheidet über den letzten Sitz."),
    ],
    "a faction may speak": [("CDU-Fraktion", "|CDU-Fraktion: Wir stimmen dem Antrag zu.")],
    "a name with a colon in a speech gives nobody the word": [
        ("Sommer", "|Herr Sommer: Ich will etwas erzählen."),
        ("Sommer", "Robin Wald: Der nimmt es den Reichen."),
    ],
    "for somebody": [("Hoppe", "|Für Stadtrat Hoppe (GRÜNE) sei die Suche entscheidend.")],
    "this one": [
        (None, "|Der Vorsitzende übergibt das Wort an Herrn Kolb."),
        ("Kolb", "Dieser teilt mit, dass der Plan stehe."),
    ],
    "an apposition": [
        ("Sturm", "|Der Ortsbürgermeister, Herr Sturm, teilt mit, dass die Linde gefällt wird.")
    ],
    "a role explained by a name": [
        ("Lenz", "|Der Vertreter des Büros, Herr Lenz, erläutert, dass der Plan fertig sei.")
    ],
    "two speakers": [
        ("Losch; Junge", "|Herr Losch vom IT-Amt und Herr Junge erläutern, dass der Umzug gelungen sei."),
        ("Müller; Möller", "|Zum Ablauf fragen Frau Müller und Herr Möller an, wann begonnen wird."),
    ],
    "procedure": [
        (None, "|Der Vorsitzende ruft Punkt 3 auf."),
        (None, "|Herr Ahl verlässt die Sitzung."),
        (None, "|Die Vorsitzende eröffnet die Sitzung und begrüßt die Anwesenden."),
        (None, "|Frau Brink verliest die Niederschrift."),
        (None, "|Herr Cordes verweist auf die Vorlage."),
        (None, "|Der Stadtrat beschließt einstimmig, den Weg zu bauen."),
    ],
    "an act with content is a statement": [
        ("Ahl", "|Frau Ahl eröffnet die Sitzung und teilt mit, dass sie aufgezeichnet wird."),
        ("Dorn", "|Herr Dorn begrüßt die Entwicklungen der letzten Jahre."),
    ],
    "speech goes on behind an act": [
        (None, "|Ratsmitglied Dr. Dorn begründete den Antrag."),
        ("Dorn", "Die Debatte werde seit Jahren geführt."),
    ],
    "she is the speaker or the thing": [
        ("Lisch", "|Frau Lisch erklärt, dass die Strategie gut sei."),
        ("Lisch", "Sie könne nicht alles versprechen."),
        ("Ast", "|Herr Ast hält die Strategie für richtig."),
        ("Ast", "Sie sei ein wichtiger Anstoß."),
    ],
    "a decision ends a speech": [
        ("Dorn", "|Herr Dorn sagt, der Weg sei schmal."),
        (None, "|Der Ausschuss stimmt der Vorlage einstimmig zu."),
        (None, "Die Kosten seien gedeckt."),
    ],
    "separated verbs and typos": [
        ("Ost", "|Herr SRTM Ost wies daraufhin, dass eine Plattform geschaffen werden müsste."),
        ("Ost", "Ein staatl. Monopol lehnte er ab."),
    ],
    "passive with its agent": [("Greve", "|Von Frau Greve wird gefragt, ob es Alternativen gibt.")],
    "a group speaks with verbs of saying only": [
        ("Verwaltung", "|Die Verwaltung teilt mit, dass der Kanal saniert wird."),
        (None, "|Die Verwaltung prüft den Haushalt."),
    ],
    "verbatim lines and heckling": [
        ("Pfandl", "|Stadtrat Pfandl (CDU): Wir danken für die Vorlage."),
        ("Pfandl", "Ich halte sie für richtig."),
        (None, "|(Beifall bei der CDU)"),
        ("Hamm", "|(Lena Hamm [DIE LINKE.]: Das stimmt nicht!)"),
        ("Pfandl", "|Das stimmt sehr wohl."),
        ("Vorsitzender", "|Der Vorsitzende: Das haben wir gehört."),
        ("Binder", "|Stadträtin Binder (SPD): Ja, so ist es."),
        (None, "|Der Vorsitzende ruft Punkt 4 auf."),
    ],
    "a call to the chair gives the word": [
        ("Di Sano", "|Carla Di Sano (KLIMA LISTE): Herr Vorsitzender!"),
        ("Di Sano", "Wir stimmen gern zu."),
    ],
    "an aside over several sentences is nobody's": [
        ("Lorbach", "|Bernd Lorbach (CDU): Das muss besser werden."),
        (None, "|(Zuruf: Nein!"),
        (None, "– Niemals!"),
        (None, "– Vereinzelt Beifall)"),
        ("Lorbach", "|Doch, das muss es."),
    ],
    "an aside is its named caller's from where it quotes the call": [
        ("Lorbach", "|Bernd Lorbach (CDU): Das muss besser werden."),
        (None, "|(Zurufe: Doch!"),
        ("Hamm", "– Lena Hamm [DIE LINKE]: Das haben alle gehört!"),
        (None, "– Weitere Zurufe)"),
        ("Lorbach", "|Das will ich hoffen."),
        ("Vorsitzender", "|(Unruhe; der Vorsitzende: Bitte lassen Sie Herrn Lorbach ausreden!)"),
        ("SPD", "|(Zuruf von der SPD: Können wir eine Pause machen?)"),
        (None, "|(Zuruf Stadtrat Pfandl (CDU))"),
        (None, "|(Beifall bei der SPD)"),
    ],
    "functions of speakers stand in brackets, dashes or behind a comma": [
        ("Ahl", "|Stadtrat Ahl - CDU -: Die Brücke ist alt."),
        ("Brink", "|Frau Brink, Leiterin des Bauhofs: Wir prüfen sie jedes Jahr."),
        ("Cordes", "|Herr Cordes (Bauamt): Sie hält noch."),
        ("Quell", "|QUELL (SPD): Das reicht nicht."),
        ("Zindel", "|Zindel (DIE LINKE): So ist es."),
        ("Ahl", "|Zwischenruf Stadtrat Ahl: Niemals!"),
        ("Zindel", "|Doch, Herr Kollege."),
        (None, "|Jette zum Ohl (Förderverein): Darf ich auch etwas sagen?"),
        (None, "Ich mache es kurz."),
    ],
    "parties speak": [
        ("CDU", "|Die CDU fragt, wann die Halle fertig ist."),
        ("Grünen", "|Die Grünen regen an, Bäume zu pflanzen."),
        (None, "|Der Antrag der SPD liegt vor."),
    ],
    "a quotation with its speaker behind it": [
        (None, "|Der Umbau beginnt im Mai."),
        ("Lorbach", "|„Wir haben lange darauf gewartet."),
        ("Lorbach", "Nun geht es los“, äußerte sich Ilse Lorbach, die Leiterin des Hauses."),
        (None, "|Ende des Jahres soll er fertig sein."),
        ("Ahl", "|„Das ist gut so“, so Herr Ahl."),
    ],
    "a name explains an unknown office": [
        ("Lorbach", "|Die Kümmerin des Landes und Botin (KBO), Dr. Ilse Lorbach, sagt, dass es eile."),
        ("Mahler", "|Für den neuen Minister für Inneres, Frank Mahler, hat das Thema Vorrang."),
    ],
    "whom something concerns": [
        ("Ahl", "|Herr Ahl erklärt, es eile."),
        ("Binder", "|Stadträtin Binder (SPD) sei es wichtig, dass alle mitreden."),
        ("Binder", "Das sei hier der Fall."),
        ("Pfandl", "|Stadtrat Pfandl (CDU) gehe es um die Kosten."),
    ],
    "a family name with an office in brackets": [
        ("Ahl", "|Herr Ahl fragt, was die Halle koste."),
        ("Kolvert", "|Kolvert (TBA) stellt klar, dass sie teuer ist."),
        ("Kolvert", "Das Dach ist nicht mehr zu retten."),
    ],
    "what is far from the speech does not go on with it": [
        ("Ahl", "|Herr Ahl erklärt, es eile."),
        (None, "|Die Halle steht seit 1960."),
        (None, "|Sie hat zwei Tore."),
        (None, "Der Bau wird teuer."),
    ],
    "an infinitive is no verb of the sentence": [
        ("Ahl", "|Herr Ahl erklärt, es eile."),
        ("Ahl", "|Bei der Art, wie Pumpen aufzustellen seien, müsse man sparen."),
    ],
    "a quotation over several sentences": [
        ("Bilz", "|Ratsmitglied Bilz stellt folgende Anfrage: „Wir sehen Chancen."),
        ("Bilz", "Die Stadt sollte sie nutzen.“"),
        (None, "|Der Vorsitzende verliest die Antwort."),
    ],
    "the head names who presides and gives nobody the word": [
        (None, "|Vorsitzender: Oberbürgermeister Dr. Frank Mahler"),
    ],
    "an unknown asker takes the word from nobody": [
        ("Ast", "|Herr Ast erklärt, dass der Kanal dicht sei."),
        (None, "|Die anwesenden Lehrkräfte sind der Meinung, ein Gaststatus wäre gut."),
    ],
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_who_said_what(nlp: Language, case: Case) -> None:
    found = told(read(nlp, [sentence for _, sentence in case]))
    assert found == {sentence.lstrip("|"): speaker for speaker, sentence in case if speaker}


def test_a_continued_statement_keeps_the_wording_that_named_its_speaker(nlp: Language) -> None:
    doc = read(nlp, ["|Stadtrat Pfandl (CDU) meint, es eile.", "Das Geld reiche nicht."])
    first, second = doc._.statements
    assert (first.kind, first.cue, first.speaker) == ("indirect", "meint", "Stadtrat Pfandl (CDU)")
    assert (second.kind, second.cue, second.speaker) == ("continued", None, "Stadtrat Pfandl (CDU)")


def test_carrying_on_over_a_paragraph_is_less_certain(nlp: Language) -> None:
    doc = read(nlp, ["|Herr Ahl meint, es eile.", "Das Geld reiche nicht.", "|Man müsse sparen."])
    assert [s.confidence for s in doc._.statements][1] > doc._.statements[2].confidence


def test_citizens_are_private(nlp: Language) -> None:
    doc = read(nlp, ["|Ein Einwohner fragt, ob die Straße gesperrt werde."])
    assert [m.private for m in doc._.people] == [True]


@settings(deadline=None)  # the first word asks for the dictionary
@given(st.lists(st.sampled_from([s for case in CASES.values() for _, s in case]), max_size=12))
def test_statements_are_whole_sentences_in_order(nlp: Language, sentences: list[str]) -> None:
    doc = read(nlp, sentences)
    spans = [(s.start, s.end) for s in doc._.statements]
    assert spans == sorted(set(spans))
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    trimmed = [sentence.text.strip() for sentence in doc.sents]
    assert all(doc.text[start:end].startswith(tuple(trimmed)) for start, end in spans)
    assert all(doc.text[start:end].endswith(tuple(trimmed)) for start, end in spans)


def test_short_pieces_of_a_turn_are_one_statement(nlp: Language) -> None:
    turn = [
        "|Der Vorsitzende: Gegenstimmen?",
        "– Keine.",
        "Enthaltungen?",
        "– Keine.",
        "Dann ist so beschlossen.",
    ]
    long = "Ich rufe nun den nächsten Punkt der Tagesordnung auf, zu dem mehrere Anträge vorliegen."
    doc = read(nlp, [*turn, f"|{long}", "Wer möchte beginnen?"])
    assert [" ".join(doc.text[s.start : s.end].split()) for s in doc._.statements] == [
        " ".join(turn).lstrip("|"),
        f"{long} Wer möchte beginnen?",
    ]
