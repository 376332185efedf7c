"""`ratslese crawl`: a municipality's council information system into the database, politely."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import click

from pipeline.commands import options

DAY = click.DateTime(formats=["%Y-%m-%d", "%Y"])


@click.command("crawl")
@click.argument("bodies", nargs=-1, required=True, metavar="BODY...")
@click.option(
    "--since", type=DAY, metavar="DAY", help="First day of meetings.  [default: as the body's file says]"
)
@click.option("--until", type=DAY, metavar="DAY", help="Last day of meetings.  [default: in half a year]")
@options.database
@click.option(
    "--budget", type=click.IntRange(min=1), metavar="REQUESTS", help="Requests at most.  [default: 5000]"
)
@click.option("--contact", help="Mail address or web page that the user agent names.")
def command(
    bodies: tuple[str, ...],
    since: datetime | None,
    until: datetime | None,
    db: Path | None,
    budget: int | None,
    contact: str | None,
) -> None:
    """Fetch a municipality's meetings, agendas, minutes and papers, politely.

    BODY is the name of a known municipality or a YAML file in the form of sources/bodies/template.yaml. A run that was
    interrupted is continued; a second run asks only for what may have changed. The exit status is 1 when something was
    refused or less was found than expected.

    \b
    Example:
      ratslese crawl landau --since 2024 --contact you@example.org --db town.db
    """
    sys.exit(1)
