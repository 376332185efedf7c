"""The frame of a report: who is the subject of which verb, and whether that makes the sentence a report.

The rules in their order; the first that fits decides:

1. a person at the beginning, then the verb (`Frau Lisch erklärt`, `Stadtrat Hoppe (GRÜNE) meint`)
2. a pronoun at the beginning (`Er regt an`, `Sie könne nicht`)
3. the verb before the person or pronoun (`Daraufhin merkt Herr Möller an`, `…, erklärt sie`)
4. a source (`laut Herrn Winter`, `nach Ansicht des Landrats`, `Für Stadtrat Hoppe sei`, `…, so Herr Scholl`)
5. a passive with its agent (`Von Frau Brink wird gefragt, ob`)
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.findings import PersonMention
from pipeline.people.vocabulary import speaks_as_one
from pipeline.statements.clause import Element
from pipeline.statements.frame import Frame, Pronoun
from pipeline.statements.sources import passive, source
from pipeline.statements.subjects import subjects, verb_behind
from pipeline.statements.verdicts import MODALS, content, coordinated, judge, rest, verb_at
from pipeline.statements.vocabulary import is_finite, is_konjunktiv, lemma, pattern, presents, word_set

_PRONOUNS: dict[str, Pronoun] = {
    "er": "er",
    "sie": "sie",
    "dieser": "dieser",
    "diese": "diese",
    "letzterer": "dieser",
    "letztere": "diese",
}
_OPENERS = frozenset(
    [
        "-",
        "–",
        "—",
        "•",
        "*",
        "·",
        "▪",
        "\uf0b7",
        "\uf0a7",
        "\uf02d",
        "und",
        "aber",
        "denn",
        "doch",
        "auch",
        "sowie",
        ")",
        "(",
        "„",
        '"',
        "“",
    ]
)
_QUOTES = frozenset(["„", '"', "“", "»", "«"])
_MOVING = frozenset(
    ["interessieren", "wundern", "verwundern", "stören", "freuen", "ärgern", "irritieren", "befremden"]
)
_FEMININE = ("ung", "heit", "keit", "schaft", "ion", "ei", "e", "tät", "ik", "ur", "anz", "enz")
"""Ends of nouns with which `der` is a dative (`Der Anregung stimmt Frau Braun zu`)."""
_FELT = frozenset(["gelegen", "wichtig", "unklar", "unverständlich", "bewusst", "aufgefallen", "unbekannt"])
_WISHES = frozenset(["würde", "würden", "wäre", "wären", "hätte", "hätten"])
_PROMISES = frozenset(["werde", "wolle"])
_TASKS = frozenset(["dies", "das", "es", "sich", "dem", "hierzu", "diesbezüglich"])
_BESIDE_PRONOUN = frozenset(["bitte", "danke", "frage", "rede"])
"""Words that are a Konjunktiv only beside a pronoun (`Hier bitte er um …`)."""


def frame_of(sentence: Sequence[Element], text: str) -> Frame | None:
    """The frame of a sentence, or None where it names no subject."""
    first = _first(sentence)
    if first >= len(sentence):
        return None
    head = sentence[first]
    if head.mention and not head.oblique:
        return _person_first(sentence, first, text) or source(sentence, text)
    if head.mention and (frame := _moved(sentence, first)):
        return frame
    if head.low in _PRONOUNS and (frame := _closing(sentence) or _pronoun_first(sentence, first, text)):
        return frame
    return (
        _described(sentence, text)
        or _apposed(sentence, text)
        or _inverted(sentence, text)
        or source(sentence, text)
        or passive(sentence, text)
        or _second_clause(sentence, text)
    )


def _closing(sentence: Sequence[Element]) -> Frame | None:
    """`Er sehe noch Bedarf, antwortete Frau Braun.`: who says it stands behind the verb at the end."""
    at = len(sentence) - 2 if sentence[-1].low == "." else len(sentence) - 1
    person, verb = sentence[at], sentence[at - 1].text
    if at < 3 or not person.mention or person.oblique or not is_finite(verb) or is_konjunktiv(verb):
        return None
    if verb_at(sentence, at - 1).kind not in ("report", "either"):
        return None
    return Frame("report", (person.mention,), None, verb, "closing-verb", 0.85)


def _described(sentence: Sequence[Element], text: str) -> Frame | None:
    """`Der ebenfalls anwesende Pfarrer Braun weist darauf hin`: words in small letters before a named person."""
    if sentence[0].low not in ("der", "die"):
        return None
    for at in range(2, min(7, len(sentence) - 1)):
        before = sentence[at - 1]
        if not before.text.islower():
            return None
        person = sentence[at].mention
        if person:
            named = person.name.family_name and not sentence[at].oblique and before.low.endswith("e")
            return _person_first(sentence, at, text) if named else None
    return None


def _second_clause(sentence: Sequence[Element], text: str) -> Frame | None:
    """`Es gibt keine Fragen und der Landrat bittet um Zustimmung`: a person begins the second main clause."""
    for at in range(2, len(sentence) - 2):
        if sentence[at].low == ",":
            return None
        person = sentence[at + 1]
        if sentence[at].low not in ("und", ";") or not person.mention or person.oblique:
            continue
        verb = sentence[at + 2].text
        if is_finite(verb) and not is_konjunktiv(verb) and verb_at(sentence, at + 2).kind == "report":
            return _decide(sentence, at + 2, text, "second-clause", (person.mention,), None)
    return None


def _apposed(sentence: Sequence[Element], text: str) -> Frame | None:
    """`Die Bevollmächtigte des Landes, Dr. Anna Braun, sagt`: the name explains the unknown office before it."""
    if sentence[0].low not in ("der", "die"):
        return None
    for at, element in enumerate(sentence[:-2]):
        if is_finite(element.text):
            return None
        if element.mention and element.mention.name.family_name and not element.oblique:
            between = sentence[at - 1].low == sentence[at + 1].low == ","
            verb = sentence[at + 2].text
            if not (between and is_finite(verb)) or is_konjunktiv(verb):
                return None
            return _decide(sentence, at + 2, text, "person-verb", (element.mention,), None)
    return None


def _moved(sentence: Sequence[Element], at: int) -> Frame | None:
    """`Herrn Braun interessiert, wie …`, `Dem Gast ist daran gelegen`: whom something moves says so."""
    person = sentence[at].mention
    if person is None or at + 2 >= len(sentence):
        return None
    verb = lemma(sentence[at + 1].text)
    felt = verb == "sein" and any(word.low in _FELT for word in sentence[at + 2 : at + 8])
    if verb in _MOVING or felt:
        return Frame("report", (person,), None, sentence[at + 1].text, "moved-person", 0.8)
    return None


def _first(sentence: Sequence[Element]) -> int:
    at = 0
    while at < len(sentence) and (
        sentence[at].low in _OPENERS or sentence[at].text.isdigit() or sentence[at].text == "."
    ):
        at += 1
    return _behind_label(sentence, at)


def _behind_label(sentence: Sequence[Element], at: int) -> int:
    """Where a person stands behind a topic and a colon (`TOP 3: Herr Braun fragt`, `Winterdienst: Frau Lisch lobt`)."""
    for colon in range(at + 1, min(at + 7, len(sentence) - 1)):
        before = sentence[colon - 1]
        if before.mention or is_finite(before.text):
            return at
        if sentence[colon].low == ":":
            person = sentence[colon + 1]
            return colon + 1 if person.mention and not person.oblique and not sentence[at].mention else at
    return at


def _decide(
    sentence: Sequence[Element],
    verb: int,
    text: str,
    rule: str,
    persons: tuple[PersonMention, ...],
    pronoun: Pronoun | None,
    behind: int | None = None,
) -> Frame:
    """What a verb makes of its subject; `behind` is the last element of a subject that stands behind the verb."""
    kind, infinitive, cue, particle = verb_at(sentence, verb)
    behind_it = rest(sentence, behind or verb, text)
    verdict, confidence = judge(kind, infinitive, behind_it)
    if kind is None and confidence < 0.6 and not any(person.name.family_name for person in persons):
        verdict = "silent"
    if verdict != "report" and (second := coordinated(sentence, verb)) is not None:
        verdict, confidence, cue = "report", 0.85, second
    presented = verdict == "act" and presents(infinitive, particle, behind_it)
    return Frame(verdict, persons, pronoun, cue, rule, confidence, presented)


def _person_first(sentence: Sequence[Element], at: int, text: str) -> Frame | None:
    persons, behind = subjects(sentence, at)
    verb = verb_behind(sentence, behind)
    if all(speaks_as_one(person.name.role or "") for person in persons):
        return _group_first(sentence, verb, text, persons)
    if verb is None and _quotes(sentence, behind):
        return Frame("report", persons, None, ":", "person-colon", 0.8)
    if verb is None:
        return Frame("silent", persons, None, None, "person-without-verb", 0.5)
    if is_konjunktiv(sentence[verb].text):
        return _wish(sentence, verb, text, persons) or _concerned(sentence, verb, text, persons)
    return _decide(sentence, verb, text, "person-verb", persons, None)


def _quotes(sentence: Sequence[Element], behind: int) -> bool:
    """Whether a colon and a quotation follow a person without a verb (`Herr Braun zu Protokoll: „…`)."""
    return any(
        sentence[at].low == ":" and sentence[at + 1].low in _QUOTES
        for at in range(behind, min(behind + 4, len(sentence) - 1))
    )


def _wish(
    sentence: Sequence[Element], verb: int, text: str, persons: tuple[PersonMention, ...]
) -> Frame | None:
    """`Frau Brink würde … begrüßen`: at the beginning of a line a named person's own wish, elsewhere content.

    So is the promise to do what was asked for (`Herr Braun werde dies prüfen`).
    """
    begins_line = text[: sentence[0].start].rstrip(" \t").endswith("\n")
    named = all(person.name.family_name for person in persons)
    promises = sentence[verb].low in _PROMISES and sentence[verb + 1].low in _TASKS
    if begins_line and named and (sentence[verb].low in _WISHES or promises):
        return Frame("report", persons, None, sentence[verb].text, "person-wish", 0.7)
    return None


def _concerned(
    sentence: Sequence[Element], verb: int, text: str, persons: tuple[PersonMention, ...]
) -> Frame | None:
    """`Stadtrat Braun sei es wichtig, dass`: at the beginning of a line, whom something concerns says so."""
    named = all(person.name.family_name for person in persons)
    begins_line = text[: sentence[0].start].rstrip(" \t").endswith("\n") or not text[: sentence[0].start]
    if begins_line and named and pattern("concerns.txt").match(text[sentence[verb].start : sentence[-1].end]):
        return Frame("report", persons, None, sentence[verb].text, "concerned-person", 0.8)
    return None


def _group_first(
    sentence: Sequence[Element], verb: int | None, text: str, persons: tuple[PersonMention, ...]
) -> Frame | None:
    """`Die Verwaltung teilt mit`: a group speaks only with a plain verb of saying."""
    if verb is None or is_konjunktiv(sentence[verb].text):
        return None
    kind = verb_at(sentence, verb).kind
    if kind not in ("report", "either", "act") or lemma(sentence[verb].text) in MODALS:
        return None
    frame = _decide(sentence, verb, text, "group-verb", persons, None)
    return frame if frame.verdict == "report" else None


def _pronoun_first(sentence: Sequence[Element], at: int, text: str) -> Frame | None:
    pronoun = _PRONOUNS[sentence[at].low]
    if at + 1 >= len(sentence) or not _is_verb(sentence[at + 1].text) or _is_plural(sentence[at + 1].text):
        return None
    if _is_konjunktiv(sentence[at + 1].text):
        if pronoun in ("dieser", "diese"):
            return None
        return Frame("report", (), pronoun, sentence[at + 1].text, "pronoun-konjunktiv", 0.85)
    return _decide(sentence, at + 1, text, "pronoun-verb", (), pronoun)


def _is_plural(verb: str) -> bool:
    """Whether a verb says that `sie` are several (`wollten sie`): who that is remains open."""
    return verb.endswith("en") or verb in ("sind", "seien")


def _is_verb(word: str) -> bool:
    """Whether a word beside `er` or `sie` is a finite verb."""
    return word in _BESIDE_PRONOUN or is_finite(word)


def _is_konjunktiv(word: str) -> bool:
    return word in _BESIDE_PRONOUN or is_konjunktiv(word)


def _inverted(sentence: Sequence[Element], text: str) -> Frame | None:
    for at in range(1, len(sentence)):
        element = sentence[at]
        if not (element.mention and not element.oblique) and element.low not in _PRONOUNS:
            continue
        verb = at - 1
        while verb > 0 and at - verb < 4 and sentence[verb].low in word_set("between.txt"):
            verb -= 1
        if not (_is_verb if element.low in ("er", "sie") else is_finite)(sentence[verb].text):
            continue
        if frame := _verb_first(sentence, verb, at, text):
            return frame
    return None


def _verb_first(sentence: Sequence[Element], verb: int, at: int, text: str) -> Frame | None:
    kind = verb_at(sentence, verb).kind
    pronoun = _PRONOUNS.get(sentence[at].low)
    konjunktiv = (_is_konjunktiv if pronoun else is_konjunktiv)(sentence[verb].text)
    if pronoun:
        if _is_plural(sentence[verb].text):
            return None
        if konjunktiv and pronoun in ("er", "sie"):
            return Frame("report", (), pronoun, sentence[verb].text, "verb-pronoun-konjunktiv", 0.8)
        if konjunktiv or kind not in ("report", "either", "act") or pronoun in ("dieser", "diese"):
            return None
        return _decide(sentence, verb, text, "verb-pronoun", (), pronoun)
    if (
        konjunktiv
        or _follows_subject(sentence, verb)
        or (kind is None and not content().search(rest(sentence, at, text)))
    ):
        return None
    persons, stop = subjects(sentence, at)
    if kind is None and all(speaks_as_one(person.name.role or "") for person in persons):
        return None
    if len(persons) == 1 and sentence[verb].text.endswith("n") and not _goes_on(sentence, stop):
        return None
    return _decide(sentence, verb, text, "verb-person", persons, None, stop - 1)


def _follows_subject(sentence: Sequence[Element], verb: int) -> bool:
    """Whether a man or a thing stands before the verb as its subject (`Der Verein bittet Frau Braun`)."""
    if not 2 <= verb <= 3 or sentence[0].low != "der" or sentence[verb - 1].mention:
        return False
    noun = sentence[verb - 1].text
    return noun[0].isupper() and not noun.lower().endswith(_FEMININE)


def _goes_on(sentence: Sequence[Element], stop: int) -> bool:
    """Whether more subjects may follow, so that a verb in the plural fits one person."""
    return any(word.low in ("und", "sowie", ",") for word in sentence[stop : stop + 4])
