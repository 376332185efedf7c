"""Facts around the OZG: deadlines, numbers of services, the state and priority of the work, and its money.

Each counts only in company: in a sentence that names the OZG or one of its concepts, or close to the OZG in a
sentence that speaks of offering services.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from db.records.deadlines import deadlines
from pipeline.findings import OzgFinding
from pipeline.ozg.catalogue import read
from pipeline.ozg.context import Context

WORDS = read("facts.toml")
NUMBER_WORDS: dict[str, int] = WORDS["numbers"]
NUMBER = rf"(?:\d{{1,3}}(?:\.\d{{3}})+|\d{{1,6}}|(?i:{'|'.join(NUMBER_WORDS)}))"
SERVICES = "|".join(WORDS["services"])
THINGS = "|".join(WORDS["things"])
COUNT = re.compile(
    rf"(?<![\w.,/§-])(?<!§\s)(?<!Nr\.\s)(?<!mehrere\s)(?<!einige\s)(?!(?:19|20)\d\d\s)(?P<number>{NUMBER})\s+(?:[a-zäöüß]{{4,}}e[nr]?\s+){{0,2}}"
    rf"(?:(?P<services>{SERVICES})|(?P<things>{THINGS}))\b"
)
OBLIGING = re.compile(
    r"\b(?:soll|muss|müss|verpflicht|umzusetzen|umgesetzt|anzubieten|angeboten|Frist|verlang|schreib)"
)
GOING_ON = re.compile(r"\b(?:muss|müss|soll|Start\b|Inbetriebnahme|Freischaltung|Einführung|Umsetzung)")
"""Words by which the sentence behind one on the OZG or a service goes on with it."""

OFFERING = re.compile("|".join(WORDS["offering"]))
MONEY = re.compile(
    rf"(?<![\w.,])(?P<amount>\d{{1,3}}(?:\.\d{{3}})+(?:,\d{{1,2}})?|\d+(?:,\d+)?|(?i:{'|'.join(NUMBER_WORDS)}))"
    r"\s*(?P<scale>Millionen|Million|Mio\.?|Milliarden|Milliarde|Mrd\.?|Tausend|Tsd\.?|T(?=EUR|€))?\s*(?:Euro|EUR|€)(?!\w)"
)
TOTAL_COSTS = re.compile(r"^[ \t]*Gesamtkosten\b", re.MULTILINE)
FORM, CELLS = 3000, 450
"""The form stands in so many letters; between a label and its amount stand the labels of the other cells."""

SCALES = (("Milliard", 10**9), ("Mrd", 10**9), ("Mi", 10**6), ("T", 10**3))
ABOUT_STATUS = re.compile(r"[Ss]tatus|[Uu]msetzungsstand|[Ss]achstand|[Ss]tand der Umsetzung|Stand\s\([„\"]")
WORK = re.compile(r"Umsetzung|[Ll]eistung|Priorisierung|Digitalisierung|[Oo]nline-?[Dd]ienst")
"""What the OZG's work is called where a priority is told of it."""

ABOUT_PRIORITY = re.compile(r"[Pp]rior")


def _named(words: dict[str, str], before: str = "", after: str = "") -> re.Pattern[str]:
    """One pattern with a numbered group for each value."""
    return re.compile(
        rf"{before}\b(?:{'|'.join(f'(?P<v{n}>{form})' for n, form in enumerate(words.values()))})\b{after}"
    )


STATUS = _named(WORDS["status"])
ANY_STATUS = _named({**WORDS["status"], **WORDS["weak_status"]})
PRIORITY = _named(WORDS["priority"], after=r"(?=[“”\"«]|\s(?:oder\s\w+\s(?:\w+\s)?)?[Pp]rior)")
VALUES = [*WORDS["status"], *WORDS["weak_status"]]
PRIORITIES = [*WORDS["priority"]]


def facts(text: str, named: Sequence[int], beside: Sequence[int], context: Context) -> Iterator[OzgFinding]:
    """The facts of a text whose concepts are named at `named`, and services and actors at `beside`."""
    sentences = dict.fromkeys(context.sentence(at) for at in named)
    speaking = sentences | dict.fromkeys(context.sentence(at) for at in beside)
    follows = False
    for start, end in context.sentences:
        names = (start, end) in sentences
        if names or context.near_ozg(start):
            if names or OFFERING.search(text, start, end) or (follows and GOING_ON.search(text, start, end)):
                yield from _deadlines(text, start, end)
            yield from _of_sentence(text, start, end, names, context)
        follows = (start, end) in speaking
    for start, end in dict.fromkeys(context.paragraph(at) for at in context.ozg):
        yield from _money(text, start, end, context)


def _deadlines(text: str, start: int, end: int) -> Iterator[OzgFinding]:
    for deadline in deadlines(text, start, end):
        if deadline.value and (not deadline.weak or OBLIGING.search(text, start, end)):
            yield _found(deadline.start, deadline.end, "deadline", deadline.value)


def _of_sentence(text: str, start: int, end: int, names: bool, context: Context) -> Iterator[OzgFinding]:
    yield from _counts(text, start, end, context)
    yield from _status(text, start, end, names)
    about = names or WORK.search(text, start, end)
    if about and ABOUT_PRIORITY.search(text, start, end) and context.near_ozg(start):
        for match in PRIORITY.finditer(text, start, end):
            yield _value(match, "priority", PRIORITIES)


def _counts(text: str, start: int, end: int, context: Context) -> Iterator[OzgFinding]:
    """Numbers of services near the OZG; of tasks, forms and the like only in a sentence with it."""
    for match in COUNT.finditer(text, start, end):
        if context.with_ozg(start, end) or (match["services"] and context.near_ozg(start)):
            yield _found(*match.span(), "count", str(_number(match["number"])))


def _status(text: str, start: int, end: int, names: bool) -> Iterator[OzgFinding]:
    about = ABOUT_STATUS.search(text, start, end)
    if about or names:
        for match in (ANY_STATUS if about else STATUS).finditer(text, start, end):
            yield _value(match, "status", VALUES)


def _money(text: str, start: int, end: int, context: Context) -> Iterator[OzgFinding]:
    """Sums in the paragraph that names the OZG, at most two sentences behind it."""
    reach = 0
    for sentence_start, sentence_end in context.sentences:
        if sentence_start >= end or sentence_end <= start:
            continue
        reach = 3 if context.with_ozg(sentence_start, sentence_end) else reach - 1
        if reach > 0:
            for match in MONEY.finditer(text, max(start, sentence_start), min(end, sentence_end)):
                yield _found(*match.span(), "money", f"{_amount(match)} EUR")


def total_costs(text: str) -> Iterator[OzgFinding]:
    """What the form at the head of a paper gives as the total costs of the measure."""
    for label in TOTAL_COSTS.finditer(text, 0, min(len(text), FORM)):
        if match := MONEY.search(text, label.end(), label.end() + CELLS):
            yield _found(*match.span(), "money", f"{_amount(match)} EUR")


def _amount(match: re.Match[str]) -> str:
    amount = float(
        NUMBER_WORDS.get(match["amount"].lower(), 0) or match["amount"].replace(".", "").replace(",", ".")
    )
    factor = next((factor for scale, factor in SCALES if (match["scale"] or "").startswith(scale)), 1)
    total = round(amount * factor, 2)
    return str(int(total)) if total == int(total) else f"{total:.2f}"


def _number(word: str) -> int:
    return NUMBER_WORDS.get(word.lower()) or int(word.replace(".", ""))


def _value(match: re.Match[str], concept: str, values: Sequence[str]) -> OzgFinding:
    group = next(int(name[1:]) for name, said in match.groupdict().items() if said and name.startswith("v"))
    return _found(*match.span(f"v{group}"), concept, values[group])


def _found(start: int, end: int, concept: str, value: str) -> OzgFinding:
    return OzgFinding(start=start, end=end, concept=concept, value=value, rule=f"ozg: {concept}")
