"""`ratslese export`: the published database in the forms other programs read."""

from __future__ import annotations

from pathlib import Path

import click

from db.exports import FORMATS
from pipeline.commands import options


@click.command("export")
@options.database
@click.option(
    "--format", "name", required=True, type=click.Choice([form.name for form in FORMATS]), help="The form."
)
@click.option(
    "--body", metavar="ID", help="The only municipality that is wanted (its id in the table bodies)."
)
@click.argument("out", type=click.Path(file_okay=False, path_type=Path))
def command(db: Path | None, name: str, body: str | None, out: Path) -> None:
    """Write what readers get as files into the folder OUT.

    Only what is published is exported: non-public items and private persons' names are left out.

    \b
    Example:
      ratslese export --format parquet tables/
      ratslese export --format oparl --body stadt-lindenfurt oparl/
    """
    from db.publish import publish
    from db.published import is_stale
    from pipeline.settings import settings

    chosen = settings(db=db)
    if not chosen.db.is_file():
        raise click.UsageError(f"there is no database at {chosen.db}; make one with: ratslese import PATH")
    if is_stale(chosen.db, chosen.published):
        publish(chosen.db, chosen.published)
    out.mkdir(parents=True, exist_ok=True)
    form = next(form for form in FORMATS if form.name == name)
    try:
        written = form.write(chosen.published, out, body)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    except ImportError as error:
        raise click.UsageError(f"{error}; pip install 'ratslese[{name}]'") from error
    for file in written:
        click.echo(str(file))
