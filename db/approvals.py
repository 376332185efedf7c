"""Which meetings' minutes later meetings approved, and what that says of the documents that carry these minutes.

Worked out anew whenever an approval, a meeting or a document that may belong together is stored, so that the order in
which they come does not matter.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

FIND_MEETING = """
UPDATE approvals SET meeting_id = (
    SELECT earlier.id FROM documents
    JOIN meetings AS own ON own.id = documents.meeting_id
    JOIN meetings AS earlier ON earlier.organization_id = own.organization_id
    WHERE documents.id = approvals.document_id AND substr(earlier.start, 1, 10) = approvals.date
        AND earlier.id <> own.id
    ORDER BY earlier.id LIMIT 1
)
WHERE date = :day OR meeting_id = :meeting
    OR document_id IN (SELECT id FROM documents WHERE documents.meeting_id = :meeting)
"""
"""The meeting of the same organisation on the day that the approval names."""

TELL_DOCUMENTS = """
UPDATE documents SET approval = (
    SELECT CASE max(CASE status WHEN 'objected' THEN 1 WHEN 'approved' THEN 2 ELSE 3 END)
        WHEN 1 THEN 'objected' WHEN 2 THEN 'approved' WHEN 3 THEN 'approved_with_changes' END
    FROM approvals WHERE approvals.meeting_id = documents.meeting_id AND part IS NOT 'non_public'
)
WHERE meeting_id = ? AND kind IN ('minutes', 'excerpt')
"""
"""Minutes that one meeting objected to and another approved are approved; changes to them count once told."""


def renew(connection: sqlite3.Connection, meetings: Iterable[str]) -> None:
    """Find anew what is said of the minutes of these meetings, and whose minutes they speak of."""
    for meeting in sorted(meetings):
        told = connection.execute(
            "SELECT substr(start, 1, 10) FROM meetings WHERE id = ?", (meeting,)
        ).fetchone()
        spoken_of = _approved(connection, meeting)
        connection.execute(FIND_MEETING, {"day": told[0] if told else None, "meeting": meeting})
        for one in sorted({meeting, *spoken_of, *_approved(connection, meeting)}):
            connection.execute(TELL_DOCUMENTS, (one,))


def _approved(connection: sqlite3.Connection, meeting: str) -> set[str]:
    """The meetings of whose minutes a meeting speaks."""
    query = (
        "SELECT DISTINCT approvals.meeting_id FROM approvals JOIN documents ON documents.id = document_id "
        "WHERE documents.meeting_id = ? AND approvals.meeting_id IS NOT NULL"
    )
    return {found for (found,) in connection.execute(query, (meeting,))}


def forget(connection: sqlite3.Connection, document: str) -> set[str]:
    """The meetings of whose minutes a document speaks, before what was found in it goes."""
    query = "SELECT DISTINCT meeting_id FROM approvals WHERE document_id = ? AND meeting_id IS NOT NULL"
    return {found for (found,) in connection.execute(query, (document,))}


def renew_all(connection: sqlite3.Connection) -> None:
    """Find everything anew, in a copy from which rows were taken out."""
    every = {found for (found,) in connection.execute("SELECT id FROM meetings")}
    connection.execute(
        "UPDATE approvals SET meeting_id = NULL WHERE meeting_id NOT IN (SELECT id FROM meetings)"
    )
    renew(connection, every)
