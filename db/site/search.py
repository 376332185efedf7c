"""Searching everything at once: statements, decisions, agenda items, papers, persons, documents."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from datasette.database import Database

from db.site.entities import PAGES
from db.site.entities.pages import page_path
from db.site.expression import NOTHING, search_expression, widened
from db.site.highlight import Highlighter

PAGE_SIZE = 25
PREVIEW = 5

RANKED = 5000
"""Up to so many hits are put in order of how well they fit; of more the newest come first: words that stand in so many
texts do not tell one from another."""

DAY = re.compile(r"\d{4}(-\d\d){0,2}")

MATCHED = """
    from search_index join search_entries as e on e.id = search_index.rowid
    where search_index match :expression
"""

OF_KIND = """
    and search_index.rowid between (select first from search_kinds where kind = :kind)
        and (select last from search_kinds where kind = :kind)
"""

FILTERS = {
    "body": "e.body_id = :body",
    "organization": "e.organization_id in (select id from organizations where name = :organization)",
    "since": "e.date >= :since",
    "until": "e.date < :until || '~'",
    "outcome": "e.outcome = :outcome",
    "document_kind": "e.document_kind = :document_kind",
    "person": """exists (
        select 1 from statement_speakers join persons on persons.id = statement_speakers.person_id
        where statement_speakers.statement_id = e.row_id
            and (persons.name = :person or persons.family_name = :person))""",
    "faction": """exists (
        select 1 from statement_speakers
        join memberships on memberships.person_id = statement_speakers.person_id
        where statement_speakers.statement_id = e.row_id and memberships.on_behalf_of = :faction
            and memberships.start_date <= coalesce(e.date, memberships.start_date)
            and (memberships.end_date is null or memberships.end_date >= substr(e.date, 1, 10)))""",
}
"""What results can be filtered by; `~` comes after every character of a moment, so that a day counts to its end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One of the things that are searched; `anchor` is the letter of its places in a document, empty for none.

    `details` selects what a result shows of rows whose ids are filled in for `{ids}`.
    """

    table: str
    name: str
    title: str
    anchor: str
    details: str


PLACE = """
    left join documents on documents.id = f.document_id
    left join agenda_items on agenda_items.id = {item}
    left join meetings on meetings.id = coalesce(agenda_items.meeting_id, documents.meeting_id)
    left join organizations on organizations.id = meetings.organization_id
    left join bodies on bodies.id = coalesce(meetings.body_id, documents.body_id)
    where f.id in ({{ids}})
"""

WHERE = """f.document_id, bodies.name as body, organizations.name as organization,
    coalesce(meetings.start, documents.date) as date"""

SPEAKER = """(
        select case when count(*) = 1 and not max(persons.private) then max(persons.id) end
        from statement_speakers join persons on persons.id = statement_speakers.person_id
        where statement_speakers.statement_id = f.id
    ) as person_id"""
"""The person who spoke, where it is one."""

KINDS = (
    Kind(
        table="statements",
        name="aeusserungen",
        title="Äußerungen",
        anchor="a",
        details=f"""select f.id, f.text, f.page, f.speaker, f.speaker_name, f.kind, agenda_items.number,
            agenda_items.title as item, agenda_items.id as item_id, {SPEAKER}, {WHERE}
            from statements as f {PLACE.format(item="f.agenda_item_id")}""",
    ),
    Kind(
        table="decisions",
        name="beschluesse",
        title="Beschlüsse",
        anchor="b",
        details=f"""select f.id, f.text, f.page, f.outcome, f.votes_yes, f.votes_no, f.votes_abstain, f.unanimous,
            agenda_items.number, agenda_items.title as item, agenda_items.id as item_id, {WHERE}
            from decisions as f {PLACE.format(item="f.agenda_item_id")}""",
    ),
    Kind(
        table="agenda_items",
        name="punkte",
        title="Tagesordnungspunkte",
        anchor="top",
        details=f"""select f.id, coalesce(f.title, f.number, 'ohne Titel') as text, f.result as more, f.number,
            f.outcome, {WHERE} from agenda_items as f {PLACE.format(item="f.id")}""",
    ),
    Kind(
        table="papers",
        name="vorlagen",
        title="Vorlagen und Anträge",
        anchor="",
        details="""select f.id, coalesce(f.name, f.reference, 'ohne Titel') as text, f.reference as number,
            f.paper_type, f.date, bodies.name as body
            from papers as f left join bodies on bodies.id = f.body_id where f.id in ({ids})""",
    ),
    Kind(
        table="persons",
        name="personen",
        title="Personen",
        anchor="",
        details="""select f.id, f.name as text, bodies.name as body
            from persons as f left join bodies on bodies.id = f.body_id where f.id in ({ids})""",
    ),
    Kind(
        table="documents",
        name="dokumente",
        title="Dokumente",
        anchor="",
        details="""select f.id, f.id as document_id, f.title as item, coalesce(texts.text, f.title, '') as text,
            bodies.name as body, f.date, f.kind as document_kind
            from documents as f left join texts on texts.document_id = f.id
            left join bodies on bodies.id = f.body_id where f.id in ({ids})""",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a reader asks the search page; unknown kinds and orders and senseless days are left out of account.

    `since` and `until` are inclusive days (`2021-05-01`), months or years.
    """

    typed: str = ""
    kind: str = ""
    body: str = ""
    organization: str = ""
    person: str = ""
    faction: str = ""
    outcome: str = ""
    document_kind: str = ""
    since: str = ""
    until: str = ""
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
            organization=arguments.get("gremium") or "",
            person=(arguments.get("person") or "").strip(),
            faction=arguments.get("fraktion") or "",
            outcome=arguments.get("ergebnis") or "",
            document_kind=arguments.get("dokumentart") or "",
            since=_day(arguments.get("von") or year),
            until=_day(arguments.get("bis") or year),
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
    def filters(self) -> dict[str, str]:
        """What is filtered by, and its value."""
        return {name: value for name in FILTERS if (value := getattr(self, name))}

    @property
    def condition(self) -> str:
        """The SQL behind `from`; its parameters are `expression` and the filters."""
        return MATCHED + "".join(f" and {FILTERS[name]}" for name in self.filters)


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
    counts = await _counts(database, question)
    return [await _hits(database, question, kind, counts.get(kind.table, 0)) for kind in KINDS]


async def choices(database: Database) -> dict[str, list[tuple[str, str]]]:
    """The municipalities, organisations, factions and years that can be chosen, each as value and text."""
    bodies = await database.execute(
        "select id, name from bodies where id in (select body_id from documents) order by name"
    )
    years = await _values(
        database, "select distinct substr(date, 1, 4) from documents where date is not null order by 1 desc"
    )
    return {"bodies": [tuple(row) for row in bodies.rows], "years": years}


async def filter_choices(database: Database) -> dict[str, list[tuple[str, str]]]:
    """What else the search page can be filtered by."""
    organizations = (
        "select distinct name from organizations where id in (select organization_id from meetings)"
    )
    factions = "select distinct on_behalf_of from memberships where on_behalf_of <> '' order by 1"
    return {
        "organizations": await _values(database, f"{organizations} order by 1"),
        "factions": await _values(database, factions),
    }


async def _values(database: Database, sql: str) -> list[tuple[str, str]]:
    return [(row[0], row[0]) for row in (await database.execute(sql)).rows]


async def _counts(database: Database, question: Question) -> dict[str, int]:
    sql = f"select e.kind, count(*) {question.condition} group by e.kind"
    return {row[0]: row[1] for row in (await database.execute(sql, _parameters(question))).rows}


def _parameters(question: Question) -> dict[str, str]:
    return {"expression": question.expression, **question.filters}


async def _hits(database: Database, question: Question, kind: Kind, count: int) -> Hits:
    if not count or question.kind not in ("", kind.name):
        return Hits(kind=kind, count=count, rows=[])
    size = PAGE_SIZE if question.kind else PREVIEW
    offset = PAGE_SIZE * (question.page - 1) if question.kind else 0
    # Entries of a kind are numbered from the newest.
    order = "rank" if question.order == "treffer" and count <= RANKED else "search_index.rowid"
    sql = f"select e.row_id {question.condition} {OF_KIND} order by {order} limit {size} offset {offset}"
    found = await database.execute(sql, {**_parameters(question), "kind": kind.table})
    return Hits(
        kind=kind, count=count, rows=await _details(database, question, kind, [row[0] for row in found.rows])
    )


async def entries_of(database: Database, question: Question, table: str, most: int) -> list[str]:
    """The ids of the newest rows of one kind that a question finds."""
    if question.expression == NOTHING:
        return []
    sql = f"select e.row_id {question.condition} {OF_KIND} order by search_index.rowid limit {most}"
    return [row[0] for row in (await database.execute(sql, {**_parameters(question), "kind": table})).rows]


async def _details(
    database: Database, question: Question, kind: Kind, ids: list[str]
) -> list[dict[str, Any]]:
    """What the results show, in the order of their ids."""
    found = await database.execute(kind.details.format(ids=", ".join("?" * len(ids))), ids)
    rows = {row["id"]: dict(row) for row in found.rows}
    highlighter = Highlighter(question.typed)
    return [_row(kind, rows[id], highlighter) for id in ids]


def _row(kind: Kind, row: dict[str, Any], highlighter: Highlighter) -> dict[str, Any]:
    row["snippet"] = highlighter.snippet(row["text"])
    row["more"] = highlighter.snippet(row["more"]) if row.get("more") else None
    row["address"] = _address(kind, row)
    return row


def _address(kind: Kind, row: dict[str, Any]) -> str:
    """The lasting address of a result below the site's own: a place in its document, or a page of its own."""
    if kind.table == "documents":
        return f"/dokument/{row['id']}"
    if kind.anchor in ("a", "b"):
        return f"/dokument/{row['document_id']}#{kind.anchor}-{row['id']}"
    return page_path(PAGES[kind.table], row["id"])


def _day(typed: str) -> str:
    return typed if DAY.fullmatch(typed) else ""
