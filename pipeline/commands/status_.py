"""`ratslese status`: what is there, and what needs a look."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.commands import options

TABLES = (
    "documents",
    "bodies",
    "meetings",
    "agenda_items",
    "persons",
    "papers",
    "statements",
    "decisions",
    "citations",
    "ozg_mentions",
)


@click.command("status")
@options.database
def command(db: Path | None) -> None:
    """Tell what is in the database and what was refused or is doubtful.

    \b
    Example:
      ratslese status --db town.db
    """
    import sqlite_utils

    from pipeline.settings import settings

    chosen = settings(db=db)
    if not chosen.db.is_file():
        raise click.UsageError(f"there is no database at {chosen.db}; make one with: ratslese import PATH")
    database = sqlite_utils.Database(chosen.db)
    for table in TABLES:
        click.echo(f"{table:14}{database[table].count:>9}")
    issues = database.query(
        "select level, address, message, advice, count(*) as places from issues "
        "group by level, address, message, advice order by level, address, message"
    )
    for issue in issues:
        places = f" ({issue['places']} places)" if issue["places"] > 1 else ""
        click.echo(f"{issue['level']:8} {issue['address']}: {issue['message']}{places} → {issue['advice']}")
