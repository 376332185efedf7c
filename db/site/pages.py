"""The pages of our own: search, documents, a document, queries, and what the start page and query pages need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from datasette.utils.asgi import NotFound, Request, Response

from db.site import citing, quotation
from db.site.archive import archive, find_archive
from db.site.completeness import completeness
from db.site.document import document_page
from db.site.imports import imports
from db.site.listing import DocumentFilter, list_documents
from db.site.news import news
from db.site.queries import by_readers
from db.site.queries import queries as known_queries
from db.site.search import PAGE_SIZE, Question, choices, filter_choices, search
from db.site.start import start

if TYPE_CHECKING:
    from datasette.app import Datasette

SUGGESTIONS = {
    "kommune": "select name from bodies order by name",
    "gremium": (
        "select distinct name from organizations where id in (select organization_id from meetings) order by name"
    ),
    "jahr": "select distinct substr(start, 1, 4) from meetings where start is not null order by 1 desc",
    "person": (
        "select distinct name from persons where id in (select person_id from statement_speakers) order by name"
    ),
}
"""What can be chosen for a parameter of this name."""

LABELS = {
    "suche": "Suche",
    "kommune": "Kommune",
    "gremium": "Gremium",
    "jahr": "Jahr",
    "person": "Person",
    "vorlage": "Vorlage",
    "begriff": "Begriff",
    "meldung": "Meldung oder Herkunft",
    "sicherheit": "Sicherheit unter",
}
"""What the parameters of our queries are called on the page."""


async def search_page(datasette: Datasette, request: Request) -> Response:
    """`/suche?q=…`"""
    database = await archive(datasette)
    question = Question.of(request.args)
    hits = await search(database, question)
    shown = next((found for found in hits if found.kind.name == question.kind), None)
    return await _html(
        datasette,
        request,
        "suche.html",
        question=question,
        hits=hits,
        total=sum(found.count for found in hits),
        pages=-(-shown.count // PAGE_SIZE) if shown else 1,
        database=database.name,
        **await choices(database),
        **await filter_choices(database),
    )


async def quotation_page(datasette: Datasette, request: Request) -> Response:
    """`/zitat?q=…`"""
    database = await archive(datasette)
    quoted = (request.args.get("q") or "")[: quotation.LONGEST]
    site = datasette.absolute_url(request, datasette.urls.instance())
    found = await quotation.places(database, quoted) if quoted.strip() else []
    return await _html(
        datasette,
        request,
        "zitat.html",
        quotation=quoted,
        places=[(place, citing.citation(place.row, site)) for place in found],
        longest=quotation.LONGEST,
    )


async def news_page(datasette: Datasette, request: Request) -> Response:
    """`/neu?seit=2026-11-01`"""
    database = await archive(datasette)
    return await _html(
        datasette, request, "neu.html", page=await news(database, request.args.get("seit") or "")
    )


async def document(datasette: Datasette, request: Request) -> Response:
    """`/dokument/<id>`"""
    database = await archive(datasette)
    page = await document_page(database, request.url_vars["id"], datasette.urls.path)
    if page is None:
        raise NotFound("Dieses Dokument ist hier nicht zu finden.")
    return await _html(datasette, request, "dokument.html", page=page, database=database.name)


async def documents(datasette: Datasette, request: Request) -> Response:
    """`/dokumente`"""
    database = await archive(datasette)
    wanted = DocumentFilter.of(request.args)
    count, rows = await list_documents(database, wanted)
    return await _html(
        datasette,
        request,
        "dokumente.html",
        wanted=wanted,
        count=count,
        rows=rows,
        pages=max(1, -(-count // wanted.size)),
        database=database.name,
        **await choices(database),
    )


async def queries(datasette: Datasette, request: Request) -> Response:
    """`/abfragen`"""
    database = await archive(datasette)
    return await _html(datasette, request, "abfragen.html", groups=by_readers(), database=database.name)


async def decisions(datasette: Datasette) -> Response:
    """`/beschluesse` leads to the query, whatever the database is called."""
    database = await archive(datasette)
    return Response.redirect(datasette.urls.query(database.name, "beschluesse"))


async def issues(datasette: Datasette) -> Response:
    """`/hinweise` leads to the query of what was refused."""
    database = await archive(datasette)
    return Response.redirect(datasette.urls.query(database.name, "abgewiesen_und_zweifelhaft"))


async def accuracy(datasette: Datasette, request: Request) -> Response:
    """`/genauigkeit`: the accuracy card, which the evaluation writes as a template."""
    return await _html(datasette, request, "genauigkeit.html")


async def completeness_page(datasette: Datasette, request: Request) -> Response:
    """`/vollstaendigkeit`"""
    database = await archive(datasette)
    bodies = await completeness(database)
    return await _html(datasette, request, "vollstaendigkeit.html", bodies=bodies, database=database.name)


async def imports_page(datasette: Datasette, request: Request) -> Response:
    """`/einlesen`"""
    database = await archive(datasette)
    page = await imports(database)
    return await _html(datasette, request, "einlesen.html", page=page, database=database.name)


async def start_page(datasette: Datasette, request: Request) -> Response:
    """`/`, instead of Datasette's own, which looks at every table of every database."""
    database = await find_archive(datasette)
    names = [name for name, found in datasette.databases.items() if not found.is_memory]
    shown = {"metadata": datasette.metadata(), "databases": names, "archive": database and database.name}
    return await _html(
        datasette, request, "index.html", **shown, **(await start(database) if database else {})
    )


async def query_page(datasette: Datasette, database: str, request: Request) -> dict[str, Any]:
    """The values that can be chosen for the parameters of the query that is shown, and what they are called."""
    query = known_queries().get(request.url_vars.get("table") or "")
    sql = query.sql if query else request.args.get("sql") or ""
    source = datasette.get_database(database)
    wanted = [name for name in SUGGESTIONS if f":{name}" in sql]
    found = {name: [row[0] for row in (await source.execute(SUGGESTIONS[name])).rows] for name in wanted}
    return {"suggestions": found, "labels": LABELS}


async def _html(datasette: Datasette, request: Request, template: str, **shown: Any) -> Response:
    return Response.html(await datasette.render_template(template, shown, request=request))
