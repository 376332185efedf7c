"""Errors as German pages; addresses that end in .json get them as JSON."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from datasette.database import QueryInterrupted
from datasette.utils.asgi import Base400, Request, Response
from datasette.views.base import DatasetteError

if TYPE_CHECKING:
    from datasette.app import Datasette

log = logging.getLogger(__name__)

TITLES = {
    400: "Diese Anfrage ist so nicht möglich",
    403: "Das ist nicht öffentlich",
    404: "Diese Seite gibt es nicht",
    405: "Diese Anfrage ist so nicht möglich",
}
NOT_FOUND = {
    "Database not found": "Unter dieser Adresse liegt nichts.",
    "Table not found": "Diese Tabelle oder Abfrage gibt es nicht.",
    "Record not found": "Diese Zeile gibt es nicht (mehr).",
}
"""Datasette's own words for what is not there, by how they begin."""
OTHERWISE = "Hier ist etwas schiefgegangen"


async def error_page(datasette: Datasette, request: Request, exception: Exception) -> Response:
    """The answer to a request that failed; only what nobody foresaw is logged."""
    status, message = _told(exception)
    if isinstance(exception, QueryInterrupted) or message.startswith("<p>SQL query took too long"):
        limit = datasette.setting("sql_time_limit_ms") / 1000
        status, message = 400, f"Die Abfrage dauerte länger als {limit:g} Sekunden und wurde abgebrochen."
    message = next((german for own, german in NOT_FOUND.items() if message.startswith(own)), message)
    if status >= 500:
        log.error("%s failed", request.path, exc_info=exception)
    told: dict[str, Any] = {
        "ok": False,
        "error": message,
        "status": status,
        "title": TITLES.get(status, OTHERWISE),
    }
    if request.path.endswith(".json"):
        return Response.json(told, status=status)
    html = await datasette.render_template("error.html", told, request=request)
    return Response.html(html, status=status)


def _told(exception: Exception) -> tuple[int, str]:
    if isinstance(exception, Base400):
        return exception.status, str(exception.args[0]) if exception.args else ""
    if isinstance(exception, DatasetteError):
        return exception.status, exception.message
    return 500, ""
