"""Answering a request for a page of a thing: as HTML, or as the JSON it is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datasette.utils import tilde_decode, tilde_encode
from datasette.utils.asgi import NotFound, Request, Response

from db.site import citing
from db.site.archive import archive
from db.site.entities import BY_NAME

if TYPE_CHECKING:
    from datasette.app import Datasette

ROUTE = rf"^/(?P<entity>{'|'.join(BY_NAME)})/(?P<id>[^/]+?)(?P<json>\.json)?$"

ANCHORS = {"aeusserung": "a", "beschluss": "b"}
"""What can be cited, and the letter of its places in a document."""


def page_path(name: str, id: str) -> str:
    """The lasting address of a thing's page below the site's own."""
    return f"/{name}/{tilde_encode(id)}"


async def entity_page(datasette: Datasette, request: Request) -> Response:
    """`/sitzung/<id>`, `/person/<id>.json` and the like; raises `NotFound`."""
    database = await archive(datasette)
    entity, id = BY_NAME[request.url_vars["entity"]], tilde_decode(request.url_vars["id"])
    page = await entity.load(database, id)
    if page is None:
        raise NotFound("Das ist hier nicht zu finden.")
    if request.url_vars["json"]:
        return Response.json(page)
    address = datasette.absolute_url(request, datasette.urls.path(page_path(entity.name, id)))
    shown = {"page": page, "database": database.name, "address": address}
    if entity.name in ANCHORS:
        site = datasette.absolute_url(request, datasette.urls.instance())
        shown["citation"] = citing.citation({**page["head"], "anchor": ANCHORS[entity.name]}, site)
    return Response.html(await datasette.render_template(entity.template, shown, request=request))
