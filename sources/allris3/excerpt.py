"""The minutes of one agenda item (to020)."""

from __future__ import annotations

from db.records.reading import Reading
from sources.allris3.head import Head
from sources.allris3.offers import links_in
from sources.allris3.reading import add_files, reading_of
from sources.allris3.sections import ANCHOR, add_attachments, compose_sections, labels_of, tail_of
from sources.composition import Composition
from sources.council import Council, is_public
from sources.head_fields import Fields


def excerpt(head: Head, markup: str, document_id: str) -> Reading:
    """The minutes of one agenda item."""
    council, get = head.council(document_id), head.fields.get
    number, result = get("item") or "", get("result")
    public = is_public(number, get("status"))
    item = council.item_id(number, public) if number else None
    composition = Composition()
    composition.paragraph(head.title)
    composition.lines(head.lines)
    composition.mark("head", 0, item=item, public=public)
    start = composition.end
    end = compose_sections(composition, head, markup, item, public)
    start = min(start + 2, end)  # behind the empty line
    composition.mark("item", start, end=end, item=item, public=public)
    add_attachments(composition, markup, item, public)
    if item:
        council.item(number, public=public, title=head.subject, result=result, place=(start, end))
    if public:
        add_paper(council, head.fields, item, result)
    tail = tail_of(markup)
    add_files(council, links_in(head.main, tail), item=item, named=item or "")
    fit = [
        ("TOP:", bool(number)),
        ("Gremium:", bool(get("committee"))),
        ("Datum:", bool(get("date"))),
        ("Beschlussart:", bool(result)),
        ("section anchors", bool(ANCHOR.search(markup)) or not labels_of(head.front)),
    ]
    return reading_of("excerpt", head, council, composition, fit=fit, parts=(tail,))


def add_paper(council: Council, fields: Fields, item: str | None, result: str | None) -> None:
    """The paper an excerpt links: its number is the first word of the link."""
    reference, _, name = (fields.get("paper") or "").partition(" ")
    if not reference:
        return
    author = fields.get("author") or fields.get("office")
    paper = council.paper(reference, name=name, paper_type=fields.get("paper_type"), originator=author)
    if item:
        council.consult(paper, item, result)
