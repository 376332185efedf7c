"""Mentions of OZG concepts and named systems, in the company that makes them such."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.findings import OzgFinding
from pipeline.ozg.catalogue import Form, form_of, matcher, read
from pipeline.ozg.context import Context

ANCHORS = frozenset({"OZG", "OZG-Änderungsgesetz", "OZG-Booster", "EfA", "Portalverbund"})
"""Concepts that are of the OZG's own world: where they stand, the OZG is spoken of."""

BETWEEN = re.compile(r"[\s(,:–=-]{1,4}(?:kurz:? |im Folgenden:? )?[(„\"]?$")


INTRODUCED = re.compile(
    rf"(?:{'|'.join(read('systems.toml')['introduced']['nouns'])})s?(?: (?:namens|mit dem Namen))?\s"
    r"(?:[„\"‚](?P<quoted>[A-ZÄÖÜ@][^“”\"‘’„\n]{1,30})[“”\"‘’]|(?P<brand>[A-Z]\w*(?:[a-z0-9][A-Z@.]|[A-Z]{2})[\w@]*)(?![\w-]))"
)


def introduced(text: str, known: Sequence[OzgFinding], context: Context) -> Iterator[OzgFinding]:
    """Systems named behind what they are (`die Plattform „Mitreden“`) that the vocabulary does not know."""
    taken = {finding.start for finding in known}
    for match in INTRODUCED.finditer(text):
        group = "quoted" if match["quoted"] else "brand"
        start, end = match.span(group)
        if not taken.intersection(range(start, end)) and context.near_digital(start):
            yield OzgFinding(
                start=start, end=end, concept="system", value=match[group], rule="ozg: introduced system"
            )


def candidates(text: str) -> list[tuple[OzgFinding, Form]]:
    """Every form in the text, whatever its company; a law named twice in a row is one (`Onlinezugangsgesetz (OZG)`)."""
    found: list[tuple[OzgFinding, Form]] = []
    for match in matcher().finditer(text):
        form = form_of(match)
        start, end = match.span()
        if found and _continues(text, found[-1][0], form, start):
            start = found.pop()[0].start
            end += text.startswith(")", end) and "(" in text[start:end]
        rule = "ozg: system" if form.concept == "system" else "ozg: concept"
        found.append(
            (OzgFinding(start=start, end=end, concept=form.concept, value=form.value, rule=rule), form)
        )
    return found


def _continues(text: str, last: OzgFinding, form: Form, start: int) -> bool:
    return last.concept == form.concept == "OZG" and bool(BETWEEN.fullmatch(text[last.end : start]))


def anchors(found: Sequence[tuple[OzgFinding, Form]]) -> list[int]:
    """Where the OZG itself is named."""
    return [finding.start for finding, _ in found if finding.concept in ANCHORS]


def mentions(found: Sequence[tuple[OzgFinding, Form]], context: Context) -> Iterator[OzgFinding]:
    """Those of the candidates of the OZG's own world that stand in the company they need."""
    for finding, form in found:
        if not _is_beside(form, finding, context) and _counts(form, finding, context):
            yield finding


def related(found: Sequence[tuple[OzgFinding, Form]], context: Context) -> Iterator[OzgFinding]:
    """The services, and the actors named without the OZG, that stand in the company they need."""
    for finding, form in found:
        if _is_beside(form, finding, context) and _counts(form, finding, context):
            yield finding


def _is_beside(form: Form, finding: OzgFinding, context: Context) -> bool:
    """Whether a candidate is not of the OZG's own world: a service, or an actor without the OZG in its sentence."""
    alone = form.company == "actor" and not context.with_ozg(*context.sentence(finding.start))
    return alone or form.company == "service"


def _counts(form: Form, finding: OzgFinding, context: Context) -> bool:
    match form.company:
        case "none":
            return True
        case "digital" | "actor":
            return context.near_digital(finding.start)
        case "ozg":
            return context.near_ozg(finding.start)
        case "sentence":
            return context.with_ozg(*context.sentence(finding.start))
        case "service":
            return context.near_digital(finding.start) and context.online_around(finding.start, finding.end)
