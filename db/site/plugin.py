"""What Datasette calls: the hooks, each handing on to the module that knows."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable, Generator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from datasette.utils.asgi import asgi_static
from jinja2 import Environment
from pluggy import HookimplMarker, Result

from db.search.compounds import parts
from db.site import (
    calendar,
    cells,
    errors,
    feeds,
    headers,
    messages,
    metadata,
    notices,
    pages,
    queries,
    templating,
)
from db.site.entities import pages as entity_pages
from db.site.expression import search_expression
from db.site.ozg import pages as ozg_pages

if TYPE_CHECKING:
    from datasette.app import Datasette

hookimpl = HookimplMarker("datasette")
HERE = Path(str(files("db.site")))


@hookimpl
def get_metadata(datasette: Datasette) -> dict[str, Any]:
    """German titles and descriptions for every table of ours."""
    return metadata.site_metadata([name for name, db in datasette.databases.items() if not db.is_memory])


@hookimpl
def startup() -> None:
    """Read the dictionary of German words before the first reader asks: it takes most of a second."""
    parts("Haushaltssatzung")


@hookimpl
def canned_queries() -> dict[str, dict[str, Any]]:
    """Our queries."""
    return queries.canned()


@hookimpl
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Queries call `suchausdruck(:suche)` to make what was typed a valid MATCH, `hinweis(message)` for its German."""
    conn.create_function("suchausdruck", 1, search_expression, deterministic=True)
    conn.create_function("hinweis", 1, messages.message_in_german, deterministic=True)
    conn.create_function("abhilfe", 2, messages.advice_in_german, deterministic=True)


@hookimpl
def prepare_jinja2_environment(env: Environment) -> None:
    """Our templates come before Datasette's, and after those of whoever runs the site."""
    loader: Any = env.loader
    paths = loader.loaders[0].searchpath
    templates = str(HERE / "templates")
    if templates not in paths:
        paths.insert(len(paths) - 1, templates)
    env.filters.update(templating.FILTERS)
    env.globals.update(templating.global_names())


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    """The pages of our own and what they are styled with."""
    return [
        (r"^/$", pages.start_page),
        (r"^/suche$", pages.search_page),
        (r"^/zitat$", pages.quotation_page),
        (r"^/dokumente$", pages.documents),
        (r"^/dokument/(?P<id>[0-9a-f]+)$", pages.document),
        (r"^/abfragen$", pages.queries),
        (r"^/beschluesse$", pages.decisions),
        (r"^/hinweise$", pages.issues),
        (r"^/neu$", pages.news_page),
        (r"^/vollstaendigkeit$", pages.completeness_page),
        (r"^/einlesen$", pages.imports_page),
        (notices.ROUTE, notices.notice_page),
        (feeds.ROUTE, feeds.feed_page),
        (calendar.ROUTE, calendar.calendar_page),
        *ozg_pages.ROUTES,
        (entity_pages.ROUTE, entity_pages.entity_page),
        (r"^/genauigkeit$", pages.accuracy),
        (r"^/-/ratslese/(?P<path>.+)$", asgi_static(HERE / "static")),
    ]


@hookimpl
def render_cell(
    datasette: Datasette, database: str, table: str | None, column: str, row: Any, value: Any
) -> Callable[[], Awaitable[Any]]:
    """German words, names and links."""

    async def rendered() -> Any:
        return await cells.cell(datasette, database, table, column, row, value)

    return rendered


@hookimpl
def extra_template_vars(
    datasette: Datasette, database: str | None, template: str, request: Any
) -> Callable[[], Awaitable[dict[str, Any]]]:
    """What the query pages show besides what Datasette gives them."""

    async def more() -> dict[str, Any]:
        if template == "query.html" and database:
            return await pages.query_page(datasette, database, request)
        return {}

    return more


@hookimpl
def asgi_wrapper() -> Callable[[headers.Application], headers.Application]:
    """Security headers on every answer."""
    return headers.with_security_headers


@hookimpl(hookwrapper=True)
def handle_exception(
    datasette: Datasette, request: Any, exception: Exception
) -> Generator[None, Result[list[Any]], None]:
    """Our German error page; as a wrapper, because Datasette's own handler prints every 404 with all locals."""
    outcome = yield

    async def answer() -> Any:
        return await errors.error_page(datasette, request, exception)

    outcome.force_result([answer])
