"""The list of documents with its filters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from datasette.database import Database

SOURCE = """
    from documents
    left join bodies on bodies.id = documents.body_id
    left join meetings on meetings.id = documents.meeting_id
    left join organizations on organizations.id = meetings.organization_id
    where (:body = '' or documents.body_id = :body)
        and (:kind = '' or documents.kind = :kind)
        and (:year = '' or substr(documents.date, 1, 4) = :year)
"""

ROWS = f"""
    select documents.id, documents.title, documents.kind, documents.date, documents.page_count, documents.path,
        bodies.id as body_id, bodies.name as body, organizations.id as organization_id,
        organizations.name as organization,
        (select count(*) from statements where document_id = documents.id and double_of is null) as statements,
        (select count(*) from decisions where document_id = documents.id and double_of is null) as decisions
    {SOURCE}
    order by documents.date desc, documents.id
    limit :size offset :offset
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFilter:
    """Which documents are wanted; empty texts mean all."""

    body: str = ""
    kind: str = ""
    year: str = ""
    page: int = 1
    size: int = 50

    @classmethod
    def of(cls, arguments: Mapping[str, str]) -> DocumentFilter:
        """The filter a query string asks for."""
        page = arguments.get("seite") or "1"
        return cls(
            body=arguments.get("kommune") or "",
            kind=arguments.get("art") or "",
            year=arguments.get("jahr") or "",
            page=int(page) if re.fullmatch(r"[1-9]\d{0,4}", page) else 1,
        )


async def list_documents(database: Database, wanted: DocumentFilter) -> tuple[int, list[dict[str, Any]]]:
    """How many documents there are, and the rows of the page, newest first."""
    parameters = {**asdict(wanted), "offset": wanted.size * (wanted.page - 1)}
    count = (await database.execute(f"select count(*) {SOURCE}", parameters)).single_value()
    rows = await database.execute(ROWS, parameters)
    return count, [dict(row) for row in rows.rows]
