"""Where documents contradict each other in a way an editor should look at."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from db.records.ids import digest
from db.records.runs import Issue
from db.rows import insert


def renew(connection: sqlite3.Connection, meetings: Iterable[str], import_id: str) -> None:
    """Note anew for which of these meetings documents name different times of the beginning."""
    for meeting in sorted(meetings):
        issue_id = digest("contradiction", "start", meeting)
        connection.execute("DELETE FROM issues WHERE id = ?", (issue_id,))
        insert(connection, _issue(connection, meeting, issue_id, import_id))


def _issue(connection: sqlite3.Connection, meeting: str, issue_id: str, import_id: str) -> list[Issue]:
    claims = _times(connection, meeting)
    others = [(document, path) for document, path, time in claims if time != claims[0][2]]
    if not others:
        return []
    times = " und ".join(sorted({time.replace("T", " ") for _, _, time in claims}))
    document, path = others[0]
    return [
        Issue(
            id=issue_id,
            import_id=import_id,
            document_id=document,
            address=path,
            stage="store",
            level="warning",
            message=f"Dokumente nennen verschiedene Anfangszeiten der Sitzung {meeting}: {times}.",
            advice="Die Dokumente der Sitzung vergleichen; gezeigt wird die Zeit aus der Niederschrift, sonst die des "
            "ersten Auszugs.",
        )
    ]


def _times(connection: sqlite3.Connection, meeting: str) -> list[tuple[str, str, str]]:
    """Document, path and time of each claim that names a time of day, in order of precedence."""
    found = connection.execute(
        "SELECT documents.id, path, record FROM claims JOIN documents ON documents.id = document_id "
        "WHERE table_name = 'meetings' AND row_id = ? ORDER BY rank, document_id",
        (meeting,),
    )
    starts = [(document, path, json.loads(record).get("start")) for document, path, record in found]
    return [(document, path, start) for document, path, start in starts if start and "T" in start]
