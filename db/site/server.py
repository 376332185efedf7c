"""Serving a published database."""

from __future__ import annotations

import sys
import threading
import webbrowser
from collections.abc import Mapping
from pathlib import Path
from time import sleep

import uvicorn
from datasette.app import Datasette

SETTINGS = {
    "default_page_size": 50,
    "max_returned_rows": 2000,
    "sql_time_limit_ms": 3000,
    "facet_time_limit_ms": 500,
    "default_facet_size": 12,
    "suggest_facets": False,  # a table page on 200,000 rows: 820 ms with, 46 ms without
    "allow_csv_stream": True,
    "max_csv_mb": 200,
    "truncate_cells_html": 600,
    "num_sql_threads": 3,
    "default_cache_ttl": 0,  # a newly published copy is seen at once
}


def application(
    published: Path, *, base_url: str = "/", notices: Mapping[str, str] | None = None
) -> Datasette:
    """The site over a published database, which must not be written to while it is served.

    `base_url` is the path under which a proxy shows it (`/ratslese/`); `notices` are the texts in Markdown of the pages
    in `db.site.notices.NOTICES`.
    """
    return Datasette(
        immutables=[str(published)],
        settings={**SETTINGS, "base_url": base_url},
        metadata={"plugins": {"ratslese": {"notices": dict(notices or {})}}},
    )


def serve(site: Datasette, host: str, port: int, open_browser: bool) -> None:
    """Serve until interrupted; once the server answers, its address is told and, if wanted, opened."""
    server = uvicorn.Server(uvicorn.Config(site.app(), host=host, port=port, log_level="warning"))
    near = "127.0.0.1" if host in ("0.0.0.0", "::") else host
    address = f"http://{near}:{port}{site.setting('base_url')}"
    announcement = threading.Thread(target=_announce, args=(server, address, open_browser), daemon=True)
    announcement.start()
    server.run()


def _announce(server: uvicorn.Server, address: str, open_browser: bool) -> None:
    while not server.started:
        if server.should_exit:
            return
        sleep(0.1)
    print(f"Serving at {address} (Ctrl+C ends it)", file=sys.stderr, flush=True)
    if open_browser:
        webbrowser.open(address)
