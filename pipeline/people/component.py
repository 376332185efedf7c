"""The spaCy component `people`: fills `doc._.people`."""

from __future__ import annotations

from bisect import bisect_right

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extensions import text_of
from pipeline.findings import Head, Name, PersonMention, Span
from pipeline.people.mentions import find_mentions, mentions_in
from pipeline.people.privacy import mark_private
from pipeline.people.roster import Roster, build_roster
from pipeline.people.words import between, words_of


@Language.component(
    "people",
    assigns=["doc._.people"],
    requires=["doc._.attendees", "doc._.head", "doc._.items", "doc._.paragraphs"],
)
def people(doc: Doc) -> Doc:
    """Find the persons named in running text and complete them from the attendance list."""
    roster = build_roster(doc._.attendees, chair_of(doc._.head))
    stretches = doc._.paragraphs or (Span(start=0, end=len(text_of(doc))),)
    ws = words_of(doc)
    mentions = [m for piece in stretches for m in mentions_in(between(ws, piece.start, piece.end), roster)]
    found = _outside(mentions, [(line.start, line.end) for line in doc._.attendees])
    doc._.people = mark_private(found, doc._.items, roster)
    return doc


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
