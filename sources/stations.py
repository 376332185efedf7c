"""The way of a paper (Beratungsfolge) as a paper's own page tells it: organ, day and result, without item numbers."""

from __future__ import annotations

from sources.council import Council
from sources.sittings import sitting_of


def add_station(
    council: Council,
    paper: str,
    *,
    organ: str,
    role: str | None,
    day: str | None,
    meeting: str | None,
    result: str | None,
) -> None:
    """The organ, its meeting (by the name shown) and the consultation of the paper (by id) there.

    A station does not tell the number of the item; the agenda tells it of the same consultation. Without a day there is
    no meeting, without an organ nothing.
    """
    if not organ:
        return
    council.organization(organ)
    if not day:
        return
    sitting = sitting_of(meeting) if meeting else None
    held = council.other_meeting(
        organ,
        day,
        name=sitting.name if sitting else None,
        cancelled=True if sitting and sitting.cancelled else None,
    )
    council.consult(paper, None, result, meeting=held, role=role)
