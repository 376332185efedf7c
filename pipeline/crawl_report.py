"""What became of a crawl, and whom those who are crawled may ask about it."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.batch import Report
from pipeline.settings import Settings
from sources.bodies import Municipality


@dataclass(slots=True, kw_only=True)
class CrawlReport(Report):
    """What became of a crawl.

    `failures` are the expectations that are not met; `unfinished` says why it ended early; `same` are answers that
    brought nothing new; `withdrawn` are meetings that vanished.
    """

    requests: int = 0
    same: int = 0
    withdrawn: int = 0
    failures: list[str] = field(default_factory=list)
    unfinished: str | None = None


class CrawlError(Exception):
    """A crawl that must not be made as it was asked for."""


def contact_of(settings: Settings, body: Municipality) -> str:
    """Whom the operators of the system may ask; raises `CrawlError` where nobody is named."""
    contact = settings.contact or body.contact
    if not contact:
        raise CrawlError(
            "name a mail address or web page with --contact, RATSLESE_CONTACT or in the body's file: "
            "the operators of the system must be able to ask whoever crawls it"
        )
    return contact
