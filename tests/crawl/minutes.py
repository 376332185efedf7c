"""The files of an invented town: minutes, announcements and papers as PDF, always the same bytes for the same words."""

from __future__ import annotations

import html
import io
from collections.abc import Iterator
from functools import cache

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate

from tests.crawl.town import TEXTS, Meeting, Paper

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=13, spaceAfter=8)
TITLE = ParagraphStyle("title", parent=BODY, fontName="Helvetica-Bold", fontSize=12, leading=15)
STYLES = {"=": TITLE, " ": BODY}


@cache
def pdf(*blocks: str) -> bytes:
    """A PDF of paragraphs; one that begins with `=` is a heading, `\\n` begins a new line."""
    target = io.BytesIO()
    document = SimpleDocTemplate(target, pagesize=A4, title=blocks[0].lstrip("="), invariant=1)
    document.build(
        [
            Paragraph(
                "<br/>".join(map(html.escape, block.lstrip("=").split("\n"))), STYLES.get(block[0], BODY)
            )
            for block in blocks
        ]
    )
    return target.getvalue()


def minutes(town: str, meeting: Meeting) -> bytes:
    """The minutes of a meeting, public part."""
    return pdf(*minutes_blocks(town, meeting))


def minutes_blocks(town: str, meeting: Meeting) -> Iterator[str]:
    """What the minutes say, block by block."""
    yield "=N i e d e r s c h r i f t"
    yield (
        f"über die {meeting.count}. {meeting.name} "
        f"der {town} am {meeting.weekday}, den {meeting.shown_day} um {meeting.start} Uhr\nim {meeting.room}, "
        f"{meeting.location}"
    )
    yield f"Beginn: {meeting.start} Uhr Ende: {meeting.end} Uhr"
    yield "Anwesend:"
    yield "Vorsitzende"
    yield TEXTS["people"]["chair"]
    yield "Mitglieder"
    yield "\n".join(TEXTS["people"]["members"])
    yield "=T a g e s o r d n u n g"
    public = [item for item in meeting.items if item.public]
    yield "\n".join(f"{number(item.number)}. {item.title}" for item in public)
    for item in public:
        heading = f"=zu {number(item.number)} {item.title}"
        yield heading + (f"\nVorlage: {item.paper.reference}" if item.paper else "")
        yield from item.speeches or ("Zur Niederschrift meldet sich niemand zu Wort.",)
        if item.decision:
            yield item.decision
    yield f"{TEXTS['people']['chair']} schließt die Sitzung um {meeting.end} Uhr."


def number(shown: str) -> str:
    """`Ö 3` as minutes count it."""
    return shown.split(" ")[1]


def announcement(town: str, meeting: Meeting) -> bytes:
    """The announcement of a meeting with its agenda."""
    items = "\n".join(f"{item.number} {item.title}" for item in meeting.items if item.public)
    return pdf(
        "=Bekanntmachung",
        f"Am {meeting.weekday}, den {meeting.shown_day} um {meeting.start} Uhr findet im {meeting.room}, "
        f"{meeting.location}, eine {meeting.name} der {town} statt.",
        "=Tagesordnung",
        f"Öffentlicher Teil\n{items}",
    )


def paper(town: str, paper: Paper) -> bytes:
    """A paper with its reasons and its proposal."""
    return pdf(
        f"={town}",
        f"={paper.paper_type}",
        f"Vorlage Nr.: {paper.reference}\nDatum: {paper.day:%d.%m.%Y}\nBetreff: {paper.name}",
        "=Beschlussvorschlag:",
        paper.proposal,
        "=Sachverhalt:",
        paper.reason,
    )
