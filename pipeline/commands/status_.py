"""`ratslese status`: what is there, and what needs a look."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.commands import options

if TYPE_CHECKING:
    import sqlite_utils

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
    """Tell what is in the database, how complete it is, and what was refused or is doubtful.

    For each crawled municipality and year: meetings held, and those whose minutes are published, fetched and parsed.

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
    for line in completeness(database):
        click.echo(line)
    issues = database.query(
        "select level, address, message, advice, count(*) as places from issues "
        "group by level, address, message, advice order by level, address, message"
    )
    for issue in issues:
        places = f" ({issue['places']} places)" if issue["places"] > 1 else ""
        click.echo(f"{issue['level']:8} {issue['address']}: {issue['message']}{places} → {issue['advice']}")


def completeness(database: sqlite_utils.Database) -> Iterator[str]:
    """The table of completeness, with a mark where less was parsed than expected; nothing where nothing was crawled."""
    # a database of before the first crawl with this version has no such table yet
    years = list(
        database.query(
            "select bodies.name, completeness.* from completeness join bodies on bodies.id = body_id "
            "order by bodies.name, year"
        )
        if database["completeness"].exists()
        else ()
    )
    if years:
        yield (
            f"{'minutes':30}{'year':>6}{'held':>8}{'published':>11}"
            f"{'fetched':>9}{'parsed':>8}{'days':>6}{'expected':>10}"
        )
    for year in years:
        days = "" if year["median_days"] is None else f"{year['median_days']:.0f}"
        expected = "" if year["expected"] is None else str(year["expected"])
        mark = " too little" if year["expected"] is not None and year["parsed"] < year["expected"] else ""
        yield (
            f"{year['name'][:29]:30}{year['year']:>6}{year['held']:>8}{year['published']:>11}"
            f"{year['fetched']:>9}{year['parsed']:>8}{days:>6}{expected:>10}{mark}"
        )
