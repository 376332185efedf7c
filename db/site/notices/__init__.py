"""Imprint, privacy and corrections: texts of whoever runs the site, in Markdown; ours stand in for what is missing."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from datasette.utils.asgi import Request, Response
from markdown_it import MarkdownIt
from markupsafe import Markup

if TYPE_CHECKING:
    from datasette.app import Datasette

NOTICES = {"impressum": "Impressum", "datenschutz": "Datenschutz", "berichtigung": "Berichtigung"}
"""Their addresses and what they are called."""

ROUTE = rf"^/(?P<notice>{'|'.join(NOTICES)})$"

# Without HTML: a notice is text, and no page of ours carries foreign markup.
_markdown = MarkdownIt("commonmark", {"html": False})


async def notice_page(datasette: Datasette, request: Request) -> Response:
    """`/impressum`: the text the site is configured with (`notices` of the plugin's settings), else ours."""
    name = request.url_vars["notice"]
    configured = (datasette.plugin_config("ratslese") or {}).get("notices", {})
    text = configured.get(name) or files(__name__).joinpath(f"{name}.md").read_text(encoding="utf-8")
    shown = {"title": NOTICES[name], "notice": Markup(_markdown.render(text))}
    return Response.html(await datasette.render_template("hinweistext.html", shown, request=request))
