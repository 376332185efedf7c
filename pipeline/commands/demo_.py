"""`ratslese demo`: from the bundled example minutes to the browser."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.commands import options


@click.command("demo")
@click.option(
    "--db",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("ratslese-demo.db"),
    show_default=True,
    help="The demo's own database.",
)
@options.host
@options.port
@options.no_browser
def command(db: Path, host: str | None, port: int | None, no_browser: bool) -> None:
    """Try Ratslese with invented minutes of three towns.

    Imports the bundled examples and opens the site.

    \b
    Example:
      ratslese demo --port 8080
    """
    from pipeline.commands.import_ import import_paths, told
    from pipeline.commands.serve_ import serve_published
    from pipeline.settings import settings

    # a dozen documents are read before a pool of processes has started
    chosen = settings(db=db, host=host, port=port, workers=1)
    examples = Path(__file__).parents[2] / "sources" / "examples" / "minutes"
    click.echo(told(import_paths((examples,), chosen), dry_run=False))
    serve_published(chosen, browser=not no_browser)
