"""Errors as German pages; addresses that end in .json get them as JSON."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

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
OTHERWISE = "Hier ist etwas schiefgegangen"


async def error_page(datasette: Datasette, request: Request, exception: Exception) -> Response:
    """The answer to a request that failed; only what nobody foresaw is logged."""
    status, message = _told(exception)
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
