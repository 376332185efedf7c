"""Sentences that tell a result, and those that look like it."""

from __future__ import annotations

import pytest

from pipeline.decisions.announcements import announced_in, stated_in
from pipeline.decisions.prose import is_formal, told_in

TOLD = [
    ("Der Stadtrat beschließt einstimmig:", "accepted"),
    ("Der Gemeinderat beschloss bei 4 Gegenstimmen mehrheitlich die neue Satzung.", "accepted"),
    ("Sodann beschließt der Ortsrat Unterbach einstimmig, eine Bank zu kaufen.", "accepted"),
    ("Der Ausschuss für Bau, Umwelt und Verkehr nahm die Vorlage zur Kenntnis.", "noted"),
    ("Der Kreistag nimmt zustimmend Kenntnis.", "noted"),
    ("Der Rat lehnt den Antrag der Fraktion bei 5 Ja-Stimmen, mehrheitlich ab.", "rejected"),
    ("Die Gemeindevertretung stimmte dem Entwurf mit 9 Ja-Stimmen zu.", "accepted"),
    ("Der Stadtrat beschließt einstimmig, den Antrag in den Bauausschuss zu verweisen.", "referred"),
    ("Der Hauptausschuss empfiehlt dem Rat einstimmig, die Satzung zu erlassen.", "accepted"),
    (
        "Der Ortsrat sieht sich nicht zuständig und beschließt bei einer Enthaltung die Weitergabe.",
        "accepted",
    ),
    ("Er wählt die Vorgeschlagenen als Mitglieder in den Beirat.", "accepted"),
    ("De Stadtrat beschließt einstimmig die Satzung.", "accepted"),
    ("Der Antrag wird zurückgestellt.", "deferred"),
    ("Die Drucksache wird in den Schulausschuss verwiesen.", "referred"),
    ("Der Tagesordnungspunkt 5 wird abgesetzt.", "withdrawn"),
    ("Da keine Einwände erhoben werden, wird die Tagesordnung einstimmig festgestellt.", "accepted"),
    ("Frau Muster wird einstimmig zur Vorsitzenden gewählt.", "accepted"),
    ("Herr Beispiel ist somit zum Beigeordneten gewählt.", "accepted"),
    ("Die Abstimmung ergibt 12 Ja-Stimmen und 13 Nein-Stimmen.", "rejected"),
    ("- abgesetzt -", "withdrawn"),
    ("Die Tagesordnung wird wie vorstehend festgestellt.", "accepted"),
    ("Die Tagesordnung wird mit den genannten Änderungen festgestellt.", "accepted_amended"),
    (
        "Da keine Einwände erhoben werden, wird diese Tagesordnung unter Berücksichtigung der beantragten Änderung "
        "einstimmig festgestellt.",
        "accepted_amended",
    ),
    ("Nach kurzer Beratung ist sich der Ortsrat einig, dass der Weg gesperrt werden soll.", "accepted"),
    ("Der Rat stellt den Sitzverlust von Frau Muster sodann einstimmig fest.", "accepted"),
    ("Einstimmig angenommen.", "accepted"),
    ("zu 2.: 18 Ja-Stimmen zu 4 Nein-Stimmen bei einer Enthaltung", "accepted"),
]


@pytest.mark.parametrize(("sentence", "outcome"), TOLD)
def test_results_told_in_a_sentence(sentence: str, outcome: str) -> None:
    told = told_in(sentence)
    assert told is not None
    assert told.outcome == outcome


NOT_TOLD = [
    "Der Rat möge beschließen, die Straße zu sperren.",
    "Der Verwaltungsausschuss hat in seiner Sitzung am 3. Mai 2021 einstimmig zugestimmt.",
    "Frau Muster erklärt, der Rat beschließe so etwas nie einstimmig.",
    "Herr Beispiel teilt mit, dass der Ortsrat einstimmig dafür gestimmt hat.",
    "Ratsmitglied Muster lehnt den Antrag ab.",
    "Die Fraktion lehnt den Haushalt ab.",
    "Er werde der Vorlage zustimmen.",
    "Es wird auf die Niederschrift zu Punkt 3 verwiesen.",
    "Wenn der Rat beschließt, werde gebaut.",
    "Es wird der kürzeste Weg zur Straße gewählt.",
    "Das vorstehende Protokoll wurde in der Sitzung des Ortsrates am einstimmig genehmigt.",
    "Ratsmitglied Muster appelliert an den Rat, die Vorlage mit deutlicher Mehrheit zu verabschieden.",
    "Der Antrag solle zurückgestellt werden.",
    "Beschluss über die Verwendung der Mittel",
    "Die Tagesordnung wurde am 3. Mai genehmigt.",
    "Der Vorsitzende ist mit dem Antrag nicht einig.",
]


@pytest.mark.parametrize("sentence", NOT_TOLD)
def test_wishes_speeches_and_others_decisions_tell_no_result(sentence: str) -> None:
    assert told_in(sentence) is None


FORMULAS = [
    ("Der Stadtrat beschließt bei 9 Gegenstimmen, mehrheitlich:", True),
    ("Der Rat stimmt der Ergänzung einstimmig zu.", True),
    ("Der Rat beschließt so etwas.", False),
    ("Und dann beschließt der Rat das einstimmig, so stelle ich mir das vor.", False),
]


@pytest.mark.parametrize(("sentence", "formal"), FORMULAS)
def test_the_minutes_own_formula_stands_out_of_speech(sentence: str, formal: bool) -> None:
    told = told_in(sentence)
    assert bool(told and is_formal(sentence, told)) == formal


ANNOUNCED = [
    ("Dann ist das so beschlossen.", "accepted"),
    ("Damit ist der Antrag mehrheitlich abgelehnt.", "rejected"),
    ("– Das ist eine mehrheitliche Zustimmung.", "accepted"),
    ("Dann ist die so geänderte Tagesordnung beschlossen.", "accepted_amended"),
    ("Einstimmig so beschlossen.", "accepted"),
    ("Dann ist der Antrag in den Schulausschuss verwiesen.", "referred"),
    ("Damit ist das vertagt.", "deferred"),
    ("Dann ist das ja wohl unerträglich.", None),
    ("Wenn Sie zustimmen, ist das so beschlossen.", None),
    ("Enthaltungen?", None),
]


@pytest.mark.parametrize(("sentence", "outcome"), ANNOUNCED)
def test_the_chair_announces(sentence: str, outcome: str | None) -> None:
    told = announced_in(sentence)
    assert (told.outcome if told else None) == outcome


STATED = [
    ("Der Vorsitzende stellt einstimmige Zustimmung fest.", "accepted"),
    ("Nachdem keine Fragen vorliegen, stellt er die Kenntnisnahme fest.", "noted"),
    ("Der Vorsitzende teilt mit, der Antrag werde in den Bauausschuss verwiesen.", "referred"),
    ("Ratsmitglied Muster teilt mit, der Antrag solle zurückgestellt werden.", None),
]


@pytest.mark.parametrize(("sentence", "outcome"), STATED)
def test_the_minutes_report_what_the_chair_states(sentence: str, outcome: str | None) -> None:
    told = stated_in(sentence)
    assert (told.outcome if told else None) == outcome


MORE = [
    ("Dieser Vorschlag wird angenommen.", "accepted"),
    ("Dem Antrag wurde nicht gefolgt.", None),
    ("Der Vorschlag findet die Zustimmung des Ausschusses.", "accepted"),
    ("Der Antrag findet nicht die erforderliche Mehrheit.", "rejected"),
    ("Gegen diesen Vorschlag erhebt sich kein Widerspruch.", "accepted"),
    ("Die Niederschrift gilt somit als genehmigt.", "accepted"),
    ("Zum Protokoll herrscht einvernehmlich Zustimmung.", "accepted"),
    ("Die Gemeindevertreter sind einstimmig dafür, den Steg zu sperren.", "accepted"),
    ("Die Mehrheit spricht sich für eine Vertagung aus.", "deferred"),
    ("Die Ausschussmitglieder sind einstimmig mit der Vertagung einverstanden.", "deferred"),
    ("Die von der Verwaltung beantragte Terminverschiebung auf Mai wird mit Mehrheit angenommen.", "deferred"),
    ("Der Tagesordnungspunkt wird in die Fraktionen zurückgegeben.", "referred"),
    ("Die Ausschussmitglieder sprechen sich einvernehmlich dafür aus, den Punkt in den Rat zu schieben.", "referred"),
    ("Die ABC-Fraktion zieht ihren Antrag zurück.", "withdrawn"),
    ("Dem Antrag, TOP 6 von der Tagesordnung abzusetzen, wird einstimmig zugestimmt.", "accepted"),
    ("Für den Umbau eines Stalls wurde das Einvernehmen erteilt.", "accepted"),
    ("Der Beschlussvorschlag wird einstimmig an den Gemeinderat weitergeleitet.", "accepted"),
    ("Der Vorsitzende bittet um Änderung der Tagesordnung:\nDie Änderung wird einstimmig angenommen.", "accepted"),
    ("Der Rat fühlt sich durch das Urteil bestätigt und nimmt es zur Kenntnis.", "noted"),
    ("Ein Antrag des Herrn Muster, der begründet worden ist, wurde mit 1 : 12 Stimmen abgelehnt.", "rejected"),
    ("Zur Kenntnis genommen Anwesend 17", "noted"),
    ("Die Vorsitzende beantragt, das Protokoll von der Gemeindevertretung beschließen zu lassen.", None),
    ("Frau Muster erklärt, dass sie ihren Antrag zurückzieht, wenn der Weg gebaut wird.", None),
    ("Der Antrag findet die Zustimmung der Verwaltung, falls Geld da ist, sollte man prüfen.", None),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "outcome"), MORE)
def test_results_in_further_words(sentence: str, outcome: str | None) -> None:
    told = told_in(sentence)
    assert (told.outcome if told else None) == outcome
