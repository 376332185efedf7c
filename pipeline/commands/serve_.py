"""`ratslese serve`: the site on a published copy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.commands import options

if TYPE_CHECKING:
    from pipeline.settings import Settings


@click.command("serve")
@options.database
@options.host
@options.port
@options.no_browser
def command(db: Path | None, host: str | None, port: int | None, no_browser: bool) -> None:
    """Show the database in the browser.

    Readers see a published copy, which is made anew first when the database has changed.

    \b
    Example:
      ratslese serve --db town.db --port 8080
    """
    from pipeline.settings import settings

    serve_published(settings(db=db, host=host, port=port), browser=not no_browser)


def serve_published(settings: Settings, *, browser: bool) -> None:
    """Publish where needed, then serve until interrupted."""
    from db.publish import publish
    from db.published import is_stale
    from db.site.server import application, serve

    if not settings.db.is_file():
        raise click.UsageError(f"there is no database at {settings.db}; make one with: ratslese import PATH")
    if is_stale(settings.db, settings.published):
        publish(settings.db, settings.published)
    site = application(settings.published, base_url=settings.base_url, notices=settings.notices)
    serve(site, settings.host, settings.port, open_browser=browser)
