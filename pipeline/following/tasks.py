"""Who is charged with what, and who promises what: one sentence of minutes at a time.

charged, passive    Die Verwaltung wird beauftragt, …       Mit der Planung wird das Bauamt beauftragt.
charged, active     Der Rat beauftragt die Verwaltung, …    Er bittet das Ordnungsamt um …
promised            Die Bürgermeisterin sagt eine Prüfung zu.    Das Amt werde die Zahlen nachreichen.
due                 Die Verwaltung soll … prüfen (only in the council's own text)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from db.records.following import TaskKind
from pipeline.following.vocabulary import WORDS, any_of

CHARGING = WORDS["charging"]
PROMISE = WORDS["promise"]
PARTICIPLES: dict[str, TaskKind] = CHARGING["participles"]
VERBS: dict[str, TaskKind] = CHARGING["verbs"]

ANY_WORD = r"[^\s,;:.()„“\"]+"
WORD = r"(?!(?:darum|damit|dazu)\b)[^\s,;:.()„“\"]+"
ARTICLE = r"(?:[Dd](?:ie|er|as|en|em)|[Dd]essen|[Ii]hr|[Ss]ein|[Uu]nser|[Uu]nsere|[Ee]ine?)"
NOUN = any_of(WORDS["charged"]["nouns"])
ADMINISTRATION = re.compile(rf"(?<![\w-])(?:[A-ZÄÖÜ][\w-]*)?(?i:{NOUN})(?:s|es|n|en|in)?(?![\w])")
"""Somebody who may be charged by a council: what one may ask of a citizen is no task."""
NAMED = r"(?:Herrn?|Frau|Ratsherr|Ratsfrau)\s[A-ZÄÖÜ][\w-]+"

PHRASE = rf"(?:{ARTICLE}\s(?:{WORD}\s){{0,5}}?{WORD}|{NAMED}|[A-ZÄÖÜ]\w+(?:amt|verwaltung|werke))"
"""A person or office with its article; how far it reaches the pattern around it tells."""
PART = any_of(PARTICIPLES)

BEGIN = r"(?:^|[:;,]\s+|\bdass\s|\bund\s|(?:^|\s)(?:\d{1,2}[.)]|\(?[a-z\d]\)|[-–•\uf0b7])\s+)"
"""Where a clause begins whose first words are its subject."""
PASSIVE = re.compile(
    rf"{BEGIN}(?P<charged>{PHRASE}(?:(?:,|\sund|\ssowie|\sbzw\.)\s{PHRASE}){{0,3}})\s(?:wird|werden|wurde|wurden|sei|ist)\s"
    rf"(?P<between>(?:{ANY_WORD}\s){{0,12}}?)(?P<verb>{PART})\b(?P<rest>.*)",
    re.DOTALL,
)
INVERTED = re.compile(
    rf"(?P<before>.*?)\b(?:wird|werden|wurde|wurden)\s(?:(?:hiermit|daher|somit|deshalb|zudem|ferner|außerdem|weiterhin)\s)?"
    rf"(?P<charged>{PHRASE}(?:\s[A-ZÄÖÜ][\w&-]*)*(?:(?:,|\sund|\ssowie)\s{PHRASE}){{0,2}})\s(?P<between>(?:{ANY_WORD}\s){{0,12}}?)(?P<verb>{PART})\b(?P<rest>.*)",
    re.DOTALL,
)
ACTIVE = re.compile(
    rf"\b(?P<verb>{any_of(VERBS)})\s(?:(?:daher|somit|deshalb|hiermit|zudem|ferner|außerdem|sodann|weiterhin|er|sie|zugleich)\s)?"
    rf"(?P<charged>{PHRASE}(?:(?:,|\sund|\ssowie)\s{PHRASE}){{0,2}}?)(?P<rest>,\s.*|\s(?:mit|um|darum|damit|auf|dazu|zu|gemeinsam|bis|in|für|im|hier|nach)\s.*|\s(?:einen|eine|ein|sich|es|dies|das)\s.*|\s(?:\w+\s)*\w*zu\w*\s.*)",
    re.DOTALL,
)
SUBJECT = (
    rf"(?:{PHRASE}|[A-ZÄÖÜ][\w.-]*(?:\s(?:Dr\.\s)?[A-ZÄÖÜ][\w-]+){{0,3}}|[Ee]r|[Ss]ie|[Mm]an|[Dd]ies(?:er|e))"
)
SAID = any_of(PROMISE["separable"])
SUBJECT_BEHIND = r"(?!\s(?:er|sie|[Dd]er|[Dd]ie|Herr|Frau)\b(?!,))"
"""Behind the verb of a clause whose subject stands before it, no other subject stands."""
PROMISED = re.compile(
    rf"(?:(?:^|[;:]\s|\bund\s)(?P<charged>{SUBJECT})\s(?P<verb>{SAID}){SUBJECT_BEHIND}"
    rf"|(?:^|[;:]\s)(?:{any_of(PROMISE['adverbs'])})\s(?P<verb2>{SAID})\s(?P<charged2>{SUBJECT}))"
    rf"(?P<rest>(?:\s[^;:]*?)?\s(?P<particle>zu|an)(?=[,.;]|$|\sund\b).*)",
    re.DOTALL,
)
PLAIN = re.compile(
    rf"(?:^|[;:]\s)(?P<charged>{SUBJECT})\s(?P<verb>{any_of(PROMISE['plain'])})(?P<rest>,?\s.*)", re.DOTALL
)
WILL = re.compile(
    rf"(?P<charged>{PHRASE}|[Ee]r|[Ss]ie|[Mm]an|[Ww]ir)\s(?P<verb>wird|werde|werden)\s(?P<rest>(?!\w+\sbeauftragt)[^,;:]*?\b(?:{any_of(PROMISE['infinitives'])})(?=[.,;]|\sund\b|$).*)",
    re.DOTALL,
)
LATER = re.compile(
    rf"{PHRASE}\s(?:wird|werde|werden|würden)\s(?:{WORD}\s){{0,8}}?(?:{any_of(PROMISE['passive'])})(?=[.,;]|$)",
    re.DOTALL,
)
DUE = re.compile(
    rf"(?P<charged>{PHRASE})\s(?P<verb>soll|sollen|hat|haben)\s(?P<rest>(?:[^;:,]*?\s)?(?:zu\s\w+|\w*zu\w+en|\w+en)(?=[.;,]|$).*)",
    re.DOTALL,
)
TELLING = [
    *PARTICIPLES,
    *VERBS,
    *PROMISE["separable"],
    *PROMISE["plain"],
    *PROMISE["infinitives"],
    *PROMISE["passive"],
]
TELLS = re.compile(rf"\b(?:{any_of(TELLING)})\b")
"""What every sentence holds that charges or promises: most sentences need not be looked at any closer."""
DUTY = re.compile(rf"\b(?:{any_of(CHARGING['duties'])})\s")
NO_TASK = re.compile(rf"\b(?:{any_of(WORDS['no_task']['sentence'])})\b")
REVIEW = re.compile(rf"(?<!\w)(?:{any_of(CHARGING['review'])})")
PARTICLE_FIRST = re.compile(r"(?:[\w ]{0,40}?\s)?(?:zu|an),\s*")
PARTICLE_LAST = re.compile(r"\s(?:zu|an)[.,;]?\s*$")
"""The particle of a verb that promises, at either end of what is promised."""
ONLY_TOLD = re.compile(r"\s(?:und|sowie|worden|gewesen)\b")
"""Behind the participle: something was ordered, and the sentence goes on to tell of it."""
LEAD = re.compile(r"\s*,?\s*(?:(?:damit|darum|dazu|dies)\b,?\s*)?")


class Charge(NamedTuple):
    """What one sentence tells, as half-open places in its text: who, with what, and the words of both together."""

    kind: TaskKind
    charged: tuple[int, int] | None
    task: tuple[int, int]
    rule: str

    @property
    def span(self) -> tuple[int, int]:
        """From the first word of the two to the last."""
        if self.charged is None:
            return self.task
        return min(self.charged[0], self.task[0]), max(self.charged[1], self.task[1])


def may_tell(text: str, start: int, end: int) -> bool:
    """Whether a sentence may charge somebody; quick."""
    return TELLS.search(text, start, end) is not None or DUTY.search(text, start, end) is not None


def charge(text: str, start: int, end: int, *, decided: bool) -> Charge | None:
    """What the sentence `text[start:end]` charges somebody with; `decided` tells that it is the council's own text."""
    sentence = text[start:end].rstrip(" .\n")
    if NO_TASK.search(sentence):
        return None
    readers = READERS if TELLS.search(sentence) else ()
    for read in (*readers, _due) if decided else readers:
        if found := read(sentence):
            return _placed(found, start)
    return None


def _placed(found: Charge, by: int) -> Charge:
    who, (what, what_end) = found.charged, found.task
    charged = (who[0] + by, who[1] + by) if who else None
    return found._replace(charged=charged, task=(what + by, what_end + by))


def _passive(sentence: str) -> Charge | None:
    """`Die Verwaltung wird beauftragt, …`; what stands between the verbs may be all there is (`mit der Planung`)."""
    match = PASSIVE.search(sentence)
    if not match or not _may_be_charged(match["charged"], match["verb"]) or ONLY_TOLD.match(match["rest"]):
        return None
    return _charge(match, PARTICIPLES[match["verb"]], "task: passive")


def _inverted(sentence: str) -> Charge | None:
    match = INVERTED.match(sentence)
    if not match or not _may_be_charged(match["charged"], match["verb"]):
        return None
    return _charge(match, PARTICIPLES[match["verb"]], "task: passive")


def _active(sentence: str) -> Charge | None:
    match = ACTIVE.search(sentence)
    if not match or not ADMINISTRATION.search(match["charged"]):
        return None
    if match["verb"] in ("weist", "fordert", "forderte") and not re.search(r"\b(?:an|auf)\b", match["rest"]):
        return None
    return _charge(match, VERBS[match["verb"]], "task: active")


def _promised(sentence: str) -> Charge | None:
    match = PROMISED.search(sentence)
    if not match or PROMISE["separable"][match["verb"] or match["verb2"]] != match["particle"]:
        return None
    group = "charged" if match["charged"] else "charged2"
    task = _task(sentence, match)
    return Charge("promise", match.span(group), task, "task: promise") if task else None


def _plain(sentence: str) -> Charge | None:
    match = PLAIN.search(sentence)
    task = _task(sentence, match) if match else None
    return Charge("promise", match.span("charged"), task, "task: promise") if match and task else None


def _will(sentence: str) -> Charge | None:
    """What an administration will do."""
    match = WILL.search(sentence)
    if not match or not ADMINISTRATION.search(match["charged"]):
        return None
    return Charge("promise", match.span("charged"), match.span("rest"), "task: will do")


def _later(sentence: str) -> Charge | None:
    """What will be done by whomever (`Die Zahlen werden nachgereicht`)."""
    match = LATER.search(sentence)
    return Charge("promise", None, match.span(), "task: will be done") if match else None


def _due(sentence: str) -> Charge | None:
    match = DUE.search(sentence)
    if not match or not ADMINISTRATION.search(match["charged"]):
        return None
    kind: TaskKind = "review" if REVIEW.search(match["rest"]) else "order"
    return Charge(kind, match.span("charged"), match.span("rest"), "task: due")


READERS = (_passive, _inverted, _active, _promised, _plain, _will, _later)


def _may_be_charged(charged: str, verb: str) -> bool:
    """Whoever is asked must belong to the administration; everybody can be charged."""
    return PARTICIPLES[verb] != "request" or bool(ADMINISTRATION.search(charged))


def _charge(match: re.Match[str], kind: TaskKind, rule: str) -> Charge | None:
    task = _task(match.string, match)
    if not task:
        return None
    reviewing = kind in ("order", "request") and REVIEW.search(match.string, *task)
    return Charge("review" if reviewing else kind, match.span("charged"), task, rule)


def _task(sentence: str, match: re.Match[str]) -> tuple[int, int] | None:
    """Where it says what is to be done: behind the verb, else between its parts, else in front of it."""
    groups = match.groupdict()
    lead = LEAD.match(sentence, match.start("rest"))
    start = lead.end() if lead else match.start("rest")
    for begin, end in (
        (start, match.end("rest")),
        match.span("between") if "between" in groups else (0, 0),
        match.span("before") if "before" in groups else (0, 0),
    ):
        if "particle" in groups:
            begin, end = _without_particle(sentence, begin, end)
        told = sentence[begin:end]
        if re.search(r"\w{2}", told):
            return begin + len(told) - len(told.lstrip()), begin + len(told.rstrip(" .;:,\n"))
    return None


def _without_particle(sentence: str, begin: int, end: int) -> tuple[int, int]:
    if first := PARTICLE_FIRST.match(sentence, begin, end):
        return first.end(), end
    last = PARTICLE_LAST.search(sentence, begin, end)
    return begin, last.start() if last else end


def sentences_with_lists(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The sentences, one that ends in a colon with the list that hangs on it."""
    at = 0
    while at < len(spans):
        start, end = spans[at]
        at += 1
        if text[start:end].rstrip().endswith(":"):
            while at < len(spans) and LISTED.match(text, *spans[at]):
                end = spans[at][1]
                at += 1
        yield start, end


LISTED = re.compile(r"\s*(?:[-–•\uf0b7*]|\d{1,2}[.)]|[a-z]\)|\([a-z\d]\))\s")
