"""more!rubin (more! software): calendars and meetings, as pages with JSON inside and as answers of its API.

A page hands its components what they show as JSON (`window.components["…"] = { props: {…} }`): `initial-meetings` are
those of the days first shown, `passed-meeting` is a meeting with its agenda. A page that was saved later shows other
days in `.calendar-page-day`. The API answers `calendar` and `meetings`.
"""

from __future__ import annotations

import re

from bs4 import BeautifulSoup

from db.records.documents import DocumentKind
from db.records.reading import Reading, ReadingError
from sources.detection import Recognition, Sample, decoded, media_type_of
from sources.markup import parsed
from sources.morerubin.answers import Answer, answered, in_page, loaded
from sources.morerubin.days import event_of, shown_events
from sources.morerubin.pieces import PRODUCT, Pieces

__all__ = ["PRODUCT", "read", "recognise"]

MAKER = re.compile(r'content="more! software"|class="calendar-page-day\b')


def recognise(sample: Sample) -> Recognition | None:
    """A calendar, a meeting's page or an answer."""
    answer, days = None, False
    if sample.media_type == "application/json":
        answer = answered(loaded(sample.text))
    elif sample.media_type == "text/html" and MAKER.search(sample.text):
        answer = in_page(sample.text)
        days = "calendar-page-day" in sample.text
    if answer is None or not (answer.evidence or days):
        return None
    kind: DocumentKind = "agenda" if answer.whole and not (answer.listed or days) else "calendar"
    name = "a meeting of more!rubin" if kind == "agenda" else "a calendar of more!rubin"
    return Recognition(product=PRODUCT, kind=kind, evidence=answer.evidence or "calendar-page-day", name=name)


def read(content: bytes, document_id: str) -> Reading:
    """The reading of a page or answer; raises ReadingError where it holds no meeting and is no calendar."""
    text = decoded(content)
    media_type = media_type_of(text)
    is_page = media_type != "application/json"
    answer = (in_page(text) if is_page else answered(loaded(text))) or Answer()
    soup = parsed(text) if is_page else BeautifulSoup("", "lxml")
    days = soup.select(".calendar-page-day")
    if not (answer.evidence or days):
        raise ReadingError("the page holds no meetings", "get the calendar or the page of a meeting")
    pieces = Pieces(document_id, answer.body)
    events = [*shown_events(soup), *map(event_of, answer.listed)]
    pieces.calendar(events)
    for meeting in answer.whole:
        pieces.meeting(meeting)
    alone = answer.whole[0] if len(answer.whole) == 1 and not events else None
    return pieces.reading(media_type, alone)
