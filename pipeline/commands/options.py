"""Options that mean the same in every command."""

from __future__ import annotations

from pathlib import Path

import click

database = click.option(
    "--db",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The working database.  [default: ratslese.db]",
)
workers = click.option(
    "--workers", type=click.IntRange(min=1), help="Processes that read.  [default: one a core]"
)
scheduler = click.option(
    "--scheduler", metavar="ADDRESS", help="A Dask scheduler whose workers read instead."
)
host = click.option("--host", help="Address to listen on.  [default: 127.0.0.1]")
port = click.option(
    "--port", type=click.IntRange(0, 65535), help="Port to listen on, 0 takes a free one.  [default: 8001]"
)
no_browser = click.option("--no-browser", is_flag=True, help="Do not open a browser.")
