"""How complete the collection is: of which meetings of each municipality and year there are minutes."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from datasette.database import Database

from db.site.entities.rows import Row, rows

YEARS = """
    with told as (
        select distinct meeting_id from documents
        where current and kind in ('minutes', 'excerpt') and meeting_id is not null
    )
    select coalesce(bodies.id, '') as body_id, coalesce(bodies.name, 'Kommune nicht bekannt') as body,
        substr(meetings.start, 1, 4) as year, count(*) as meetings, count(told.meeting_id) as with_minutes
    from meetings
    left join bodies on bodies.id = meetings.body_id
    left join told on told.meeting_id = meetings.id
    where meetings.start is not null and meetings.start < date('now', '+1 day') and not coalesce(cancelled, 0)
        and (:body = '' or meetings.body_id = :body)
    group by meetings.body_id, year
"""

CRAWLED = """
    select completeness.*, bodies.name as body from completeness join bodies on bodies.id = completeness.body_id
    where (:body = '' or completeness.body_id = :body)
"""


async def completeness(database: Database, body: str = "") -> list[dict[str, Any]]:
    """Each municipality with its years, the newest first; only one of them where `body` is its id."""
    years: dict[tuple[str, str, str], Row] = {}
    for row in await rows(database, YEARS, body=body):
        years[row["body"], row["body_id"], row["year"]] = row
    for row in await rows(database, CRAWLED, body=body):
        key = (row["body"], row["body_id"], str(row["year"]))
        years[key] = {
            "meetings": row["held"],
            "with_minutes": row["parsed"],
            **years.get(key, {}),
            "crawled": row,
        }
    by_body = groupby(sorted(years), key=lambda key: key[:2])
    return [_body(name, id, ({**years[key], "year": key[2]} for key in keys)) for (name, id), keys in by_body]


def _body(name: str, id: str, years: Iterable[Row]) -> dict[str, Any]:
    newest_first = sorted(years, key=lambda row: row["year"], reverse=True)
    return {
        "id": id,
        "name": name,
        "years": newest_first,
        "meetings": sum(row["meetings"] for row in newest_first),
        "with_minutes": sum(row["with_minutes"] for row in newest_first),
        "crawled": any("crawled" in row for row in newest_first),
    }
