"""What is there of the minutes of a body's meetings."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingMinutes:
    """A meeting with its day and what is there of its minutes; `addresses` are where its system offers them."""

    meeting_id: str
    day: str
    dropped: bool
    addresses: tuple[str, ...]
    fetched: bool
    parsed: bool

    @property
    def published(self) -> bool:
        """Whether there are minutes, offered by the system or taken from elsewhere."""
        return bool(self.addresses) or self.parsed


MEETINGS = """
WITH offered (meeting_id, url, parsed, refused) AS (
    SELECT meeting_id, url,
        EXISTS (SELECT 1 FROM document_sources WHERE address = url AND current),
        EXISTS (SELECT 1 FROM issues WHERE address = url AND level = 'error' AND stage != 'fetch')
    FROM files WHERE kind = 'minutes' AND body_id = :body AND url IS NOT NULL
)
SELECT id, substr("start", 1, 10), coalesce(cancelled, 0) OR coalesce(withdrawn, 0),
    (SELECT group_concat(url, char(10)) FROM offered WHERE meeting_id = meetings.id),
    coalesce((SELECT max(parsed OR refused) FROM offered WHERE meeting_id = meetings.id), 0),
    coalesce((SELECT max(parsed) FROM offered WHERE meeting_id = meetings.id), 0),
    EXISTS (SELECT 1 FROM documents WHERE meeting_id = meetings.id AND kind = 'minutes' AND current)
FROM meetings WHERE body_id = :body AND "start" IS NOT NULL
ORDER BY "start", id"""


def meetings(connection: sqlite3.Connection, body_id: str) -> tuple[MeetingMinutes, ...]:
    """The meetings of a body whose day is known, in the order of time."""
    return tuple(
        MeetingMinutes(
            meeting_id=meeting,
            day=day,
            dropped=bool(dropped),
            addresses=tuple(addresses.split("\n")) if addresses else (),
            fetched=bool(fetched or there),
            parsed=bool(parsed or there),
        )
        for meeting, day, dropped, addresses, fetched, parsed, there in connection.execute(
            MEETINGS, {"body": body_id}
        )
    )
