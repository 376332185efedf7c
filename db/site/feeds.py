"""Atom feeds: of a search, a person, a municipality, a body, and of everything about the OZG.

An entry's `published` is the day of the meeting, its `updated` the moment its document came into the collection: an
evaluation made anew brings no entry back.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from datasette.database import Database
from datasette.utils import tilde_decode
from datasette.utils.asgi import NotFound, Request, Response
from feedgenerator import Atom1Feed

from db.site import citing
from db.site.archive import archive
from db.site.entities.rows import Row, first, rows
from db.site.search import Question, entries_of
from db.site.words import word

if TYPE_CHECKING:
    from datasette.app import Datasette

MOST = 50

ROUTE = r"^/(?P<name>suche|person|kommune|gremium|ozg)(?:/(?P<id>[^/]+?))?\.atom$"

ARRIVED = (
    "(select min(coalesce(found_at, retrieved_at)) from document_sources where document_id = documents.id)"
)

STATEMENTS = f"""
    select statements.id, statements.document_id, 'a' as anchor, statements.text, statements.speaker,
        statements.speaker_name, organizations.name as organization, bodies.name as body, agenda_items.title as item,
        coalesce(meetings.start, documents.date) as date, {ARRIVED} as arrived
    from statements
    join documents on documents.id = statements.document_id
    left join agenda_items on agenda_items.id = statements.agenda_item_id
    left join meetings on meetings.id = coalesce(agenda_items.meeting_id, documents.meeting_id)
    left join organizations on organizations.id = meetings.organization_id
    left join bodies on bodies.id = coalesce(meetings.body_id, documents.body_id)
    where statements.double_of is null and statements.id in ({{chosen}})
    order by date desc, statements.document_id, statements.start limit {MOST}
"""

DOCUMENTS = f"""
    select documents.id, documents.id as document_id, '' as anchor, documents.title as text, null as speaker,
        null as speaker_name, organizations.name as organization, bodies.name as body, documents.kind,
        coalesce(meetings.start, documents.date) as date, {ARRIVED} as arrived,
        (select count(*) from decisions where document_id = documents.id and double_of is null) as decisions
    from documents
    left join meetings on meetings.id = documents.meeting_id
    left join organizations on organizations.id = meetings.organization_id
    left join bodies on bodies.id = coalesce(meetings.body_id, documents.body_id)
    where documents.current and documents.kind in ('minutes', 'excerpt', 'agenda', 'paper', 'motion', 'press')
        and {{condition}}
    order by arrived desc, date desc, documents.id limit {MOST}
"""

OF_PERSON = """
    select statement_id from statement_speakers join persons on persons.id = person_id
    where person_id = :id and not persons.private
"""

ABOUT_OZG = "select statement_id from ozg_mentions where statement_id is not null"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed's title, the page it is of, and its entries, the newest first."""

    title: str
    page: str
    entries: list[Row]


async def _of_search(database: Database, request: Request) -> Feed | None:
    question = Question.of(request.args)
    ids = await entries_of(database, question, "statements", MOST)
    found = await rows(database, STATEMENTS.format(chosen=", ".join(f"'{id}'" for id in ids)))
    return Feed(title=f"Suche: {question.typed}", page=f"/suche?{request.query_string}", entries=found)


async def _of_person(database: Database, request: Request) -> Feed | None:
    id = _id(request)
    person = await first(database, "select name from persons where id = :id and not private", id=id)
    if person is None:
        return None
    found = await rows(database, STATEMENTS.format(chosen=OF_PERSON), id=id)
    return Feed(title=person["name"], page=f"/person/{request.url_vars['id']}", entries=found)


async def _of_municipality(database: Database, request: Request) -> Feed | None:
    id = _id(request)
    body = await first(database, "select name from bodies where id = :id", id=id)
    if body is None:
        return None
    found = await rows(database, DOCUMENTS.format(condition="documents.body_id = :id"), id=id)
    return Feed(title=body["name"], page=f"/kommune/{request.url_vars['id']}", entries=found)


async def _of_organization(database: Database, request: Request) -> Feed | None:
    id = _id(request)
    organization = await first(database, "select name from organizations where id = :id", id=id)
    if organization is None:
        return None
    found = await rows(database, DOCUMENTS.format(condition="meetings.organization_id = :id"), id=id)
    return Feed(title=organization["name"], page=f"/gremium/{request.url_vars['id']}", entries=found)


async def _of_ozg(database: Database, _: Request) -> Feed | None:
    found = await rows(database, STATEMENTS.format(chosen=ABOUT_OZG))
    return Feed(title="Onlinezugangsgesetz", page="/ozg", entries=found)


FEEDS: dict[str, Callable[[Database, Request], Awaitable[Feed | None]]] = {
    "suche": _of_search,
    "person": _of_person,
    "kommune": _of_municipality,
    "gremium": _of_organization,
    "ozg": _of_ozg,
}


async def feed_page(datasette: Datasette, request: Request) -> Response:
    """`/person/<id>.atom`, `/suche.atom?q=…` and the like; raises `NotFound`."""
    database = await archive(datasette)
    feed = await FEEDS[request.url_vars["name"]](database, request)
    if feed is None:
        raise NotFound("Das ist hier nicht zu finden.")

    def absolute(path: str) -> str:
        return str(datasette.absolute_url(request, datasette.urls.path(path)))

    return Response(
        _atom(feed, absolute, datasette.absolute_url(request, request.full_path)).writeString("utf-8"),
        content_type="application/atom+xml; charset=utf-8",
    )


def _atom(feed: Feed, absolute: Callable[[str], str], itself: str) -> Any:
    atom = Atom1Feed(
        title=f"{feed.title} – Ratslese",
        link=absolute(feed.page),
        description="Aus den Niederschriften der Kommunen, Wort für Wort mit Fundstelle.",
        language="de",
        feed_url=itself,
        author_name="Ratslese",
    )
    for row in feed.entries:
        address = absolute(citing.address(row) if row["anchor"] else f"/dokument/{row['id']}")
        atom.add_item(
            title=_title(row),
            link=address,
            unique_id=address,
            description=row["text"] or "Ohne Titel",
            pubdate=_moment(row["date"]),
            updateddate=_moment(row["arrived"]) or _moment(row["date"]),
        )
    return atom


def _title(row: Row) -> str:
    """Who, where, when; for a document what it is."""
    what = row["speaker"] or row["speaker_name"] or word(row.get("kind") or "", "documents", "kind")
    day = word(row["date"][:10], None, "") if row["date"] else None
    return ", ".join(filter(None, (what, row["organization"], row["body"], day))) or "Ohne Titel"


def _moment(value: str | None) -> datetime | None:
    if not value:
        return None
    moment = datetime.fromisoformat(value)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _id(request: Request) -> str:
    return str(tilde_decode(request.url_vars["id"] or ""))
