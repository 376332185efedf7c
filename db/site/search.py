"""Searching statements, decisions, agenda items and papers at once."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from datasette.database import Database
from markupsafe import Markup, escape

from db.site.expression import NOTHING, search_expression, widened

PAGE_SIZE = 25
PREVIEW = 5

# Snippets are marked with private characters, escaped as a whole, and only then get their <mark>.
OPEN, CLOSE = "\ue000", "\ue001"
MARKED = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")

SNIPPET = "snippet({table}_fts, {column}, '\ue000', '\ue001', ' … ', 48)"
"""48 words of the text around what was found; column -1 is the one where most was found."""

PLACE = """
    f.id as id, f.document_id as document_id, bodies.name as body, organizations.name as organization,
    coalesce(meetings.start, documents.date) as date
"""

WITHIN_ITEM = "f.page as page, agenda_items.number as number, agenda_items.title as item"

FINDING = """
    from {table}_fts
    join {table} as f on f.rowid = {table}_fts.rowid
    left join documents on documents.id = f.document_id
    left join agenda_items on agenda_items.id = f.agenda_item_id
    left join meetings on meetings.id = coalesce(agenda_items.meeting_id, documents.meeting_id)
    left join organizations on organizations.id = meetings.organization_id
    left join bodies on bodies.id = coalesce(meetings.body_id, documents.body_id)
    where {table}_fts match :expression and f.double_of is null
"""

ITEM = """
    from agenda_items_fts
    join agenda_items as f on f.rowid = agenda_items_fts.rowid
    left join documents on documents.id = f.document_id
    left join meetings on meetings.id = f.meeting_id
    left join organizations on organizations.id = meetings.organization_id
    left join bodies on bodies.id = coalesce(meetings.body_id, documents.body_id)
    where agenda_items_fts match :expression
"""

PAPER = """
    from papers_fts
    join papers as f on f.rowid = papers_fts.rowid
    left join bodies on bodies.id = f.body_id
    where papers_fts match :expression
"""

MEETING_DATE = "coalesce(meetings.start, documents.date)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One of the things that are searched; `anchor` is the letter of its places in a document, empty for none."""

    name: str
    title: str
    anchor: str
    columns: tuple[str, ...]
    source: str
    date: str = MEETING_DATE


KINDS = (
    Kind(
        name="aeusserungen",
        title="Äußerungen",
        anchor="a",
        columns=(
            SNIPPET.format(table="statements", column=0) + " as snippet",
            PLACE,
            WITHIN_ITEM,
            "f.speaker as speaker, f.speaker_name as speaker_name, f.kind as kind",
        ),
        source=FINDING.format(table="statements"),
    ),
    Kind(
        name="beschluesse",
        title="Beschlüsse",
        anchor="b",
        columns=(
            SNIPPET.format(table="decisions", column=0) + " as snippet",
            PLACE,
            WITHIN_ITEM,
            "f.outcome as outcome, f.votes_yes as votes_yes, f.votes_no as votes_no",
            "f.votes_abstain as votes_abstain, f.unanimous as unanimous",
        ),
        source=FINDING.format(table="decisions"),
    ),
    Kind(
        name="punkte",
        title="Tagesordnungspunkte",
        anchor="top",
        columns=(
            SNIPPET.format(table="agenda_items", column=0) + " as snippet",
            SNIPPET.format(table="agenda_items", column=1) + " as more",
            PLACE,
            "f.number as number, f.outcome as outcome",
        ),
        source=ITEM,
    ),
    Kind(
        name="vorlagen",
        title="Vorlagen und Anträge",
        anchor="",
        columns=(
            SNIPPET.format(table="papers", column=1) + " as snippet",
            "f.id as id, f.reference as number, f.paper_type as paper_type, bodies.name as body, f.date as date",
        ),
        source=PAPER,
        date="f.date",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a reader asks the search page; an unknown kind or order falls back to the first."""

    typed: str = ""
    kind: str = ""
    body: str = ""
    year: str = ""
    order: str = "treffer"
    page: int = 1

    @classmethod
    def of(cls, arguments: Mapping[str, str]) -> Question:
        """The question a query string asks."""
        kind = arguments.get("art") or ""
        page = arguments.get("seite") or "1"
        year = arguments.get("jahr") or ""
        return cls(
            typed=(arguments.get("q") or "").strip(),
            kind=kind if any(kind == known.name for known in KINDS) else "",
            body=arguments.get("kommune") or "",
            year=year if re.fullmatch(r"\d{4}", year) else "",
            order="datum" if arguments.get("ordnung") == "datum" else "treffer",
            page=int(page) if re.fullmatch(r"[1-9]\d{0,4}", page) else 1,
        )

    @property
    def expression(self) -> str:
        """What is asked, for FTS5."""
        return search_expression(self.typed)

    @property
    def wider(self) -> str | None:
        """A search that finds more, None where there is none."""
        more = widened(self.typed)
        return more if more != self.typed else None

    @property
    def parameters(self) -> dict[str, str]:
        """The values of the SQL parameters."""
        return {"expression": self.expression, "body": self.body, "year": self.year}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """The hits of one kind on one page."""

    kind: Kind
    count: int
    rows: list[dict[str, Any]]


async def search(database: Database, question: Question) -> list[Hits]:
    """The hits of every kind: all counts, a preview of each, or a page of the one that is asked for."""
    if question.expression == NOTHING:
        return []
    return list(await asyncio.gather(*(_hits(database, question, kind) for kind in KINDS)))


async def choices(database: Database) -> dict[str, list[tuple[str, str]]]:
    """The municipalities and years that can be chosen, each as value and text."""
    bodies = await database.execute(
        "select id, name from bodies where id in (select body_id from documents) order by name"
    )
    years = await database.execute(
        "select distinct substr(date, 1, 4) as year from documents where date is not null order by year desc"
    )
    return {
        "bodies": [tuple(row) for row in bodies.rows],
        "years": [(row["year"], row["year"]) for row in years.rows],
    }


async def _hits(database: Database, question: Question, kind: Kind) -> Hits:
    condition = kind.source + _filters(kind, question)
    counted = await database.execute(f"select count(*) {condition}", question.parameters)
    count = counted.rows[0][0]
    if not count or question.kind not in ("", kind.name):
        return Hits(kind=kind, count=count, rows=[])
    size = PAGE_SIZE if question.kind else PREVIEW
    offset = PAGE_SIZE * (question.page - 1) if question.kind else 0
    order = f"{kind.date} desc, rank" if question.order == "datum" else "rank"
    sql = f"select {', '.join(kind.columns)} {condition} order by {order} limit {size} offset {offset}"
    found = await database.execute(sql, question.parameters)
    return Hits(kind=kind, count=count, rows=[_row(kind, dict(row)) for row in found.rows])


def _filters(kind: Kind, question: Question) -> str:
    filters = ""
    if question.body:
        filters += " and bodies.id = :body"
    if question.year:
        filters += f" and substr({kind.date}, 1, 4) = :year"
    return filters


def _row(kind: Kind, row: dict[str, Any]) -> dict[str, Any]:
    row["snippet"] = marked(row["snippet"] or row.get("number") or "ohne Titel")
    row["more"] = marked(row["more"]) if OPEN in (row.get("more") or "") else None
    if kind.anchor and row["document_id"]:
        row["address"] = f"/dokument/{row['document_id']}#{kind.anchor}-{row['id']}"
    return row


def marked(snippet: str) -> Markup:
    """The snippet as HTML: everything is text, only what was found is marked."""
    safe = MARKED.sub(r"<mark>\1</mark>", str(escape(snippet)))
    return Markup(safe.replace(OPEN, "").replace(CLOSE, ""))
