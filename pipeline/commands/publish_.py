"""`ratslese publish`: the copy that readers get."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.commands import options


@click.command("publish")
@options.database
@click.argument("out", required=False, type=click.Path(dir_okay=False, path_type=Path))
def command(db: Path | None, out: Path | None) -> None:
    """Make the read-only copy for readers.

    Non-public items and private persons' names are left out, the full-text index is built, and the file is replaced
    in one step. Without OUT it stands beside the database as NAME-public.db.

    \b
    Example:
      ratslese publish --db town.db /srv/ratslese/town.db
    """
    from db.publish import publish
    from pipeline.settings import settings

    chosen = settings(db=db)
    if not chosen.db.is_file():
        raise click.UsageError(f"there is no database at {chosen.db}; make one with: ratslese import PATH")
    report = publish(chosen.db, out or chosen.published)
    click.echo(str(report))
