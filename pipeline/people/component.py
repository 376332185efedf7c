"""The spaCy component `people`: fills `doc._.people`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extensions import sentences_of, text_of
from pipeline.findings import REPORTING, Attendee, Head, Name, PersonMention, Span
from pipeline.people.chair import Chair, terms_in
from pipeline.people.mentions import find_mentions, mentions_in
from pipeline.people.privacy import households, mark_private
from pipeline.people.registry import Registry
from pipeline.people.roster import Roster, build_roster
from pipeline.people.settling import doubts, settle_names, settle_roles
from pipeline.people.words import between, words_of


@Language.component(
    "people",
    assigns=["doc._.people"],
    requires=["doc._.attendees", "doc._.head", "doc._.items", "doc._.paragraphs"],
)
def people(doc: Doc) -> Doc:
    """Find the persons named in running text and complete them from the whole document."""
    chair = chair_of(doc._.head)
    roster = build_roster(doc._.attendees, chair)
    text = text_of(doc)
    stretches = doc._.paragraphs or (Span(start=0, end=len(text)),)
    ws = words_of(doc)
    mentions = [m for piece in stretches for m in mentions_in(between(ws, piece.start, piece.end), roster)]
    found = _outside(mentions, [(line.start, line.end) for line in doc._.attendees])
    registry = registry_of(doc._.attendees, found, chair)
    named = settle_names(found, registry, doc._.items)
    terms = terms_in(text, sentences_of(doc), named, doc._.items)
    presiding = Chair(roster.presiding(), doc._.attendees, doc._.items, terms)
    settled = settle_roles(named, text, registry, presiding)
    doc._.doubts.extend(doubts(settled, text, registry))
    items = doc._.items if doc._.kind in REPORTING else ()  # only in a meeting do citizens ask
    doc._.people = mark_private(
        households(text, settled, registry), text, items, registry, is_motion=doc._.kind == "motion"
    )
    return doc


def registry_of(
    attendees: Iterable[Attendee], mentions: Iterable[PersonMention], chair: Name | None
) -> Registry:
    """Everybody whom the list, the head and the running text name."""
    named = [mention.name for mention in mentions if not mention.name.role]
    return Registry(attendees, [*named, chair] if chair else named)


def chair_of(head: Head | None) -> Name | None:
    """The presiding person as the head names them."""
    if head is None or not head.chair:
        return None
    mentions = find_mentions(head.chair, Roster())
    named = [mention.name for mention in mentions if mention.name.family_name]
    return named[0] if len(named) == 1 else Name(family_name=head.chair.split()[-1]) if not mentions else None


def _outside(mentions: list[PersonMention], lines: list[tuple[int, int]]) -> list[PersonMention]:
    """The mentions that do not stand on a line of the attendance list; LINES are in order."""
    starts = [start for start, _ in lines]

    def is_outside(mention: PersonMention) -> bool:
        at = bisect_right(starts, mention.start) - 1
        return at < 0 or mention.start >= lines[at][1]

    return [mention for mention in mentions if is_outside(mention)]
