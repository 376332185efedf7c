"""`ratslese crawl`: a municipality's council information system into the database, politely."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.commands import options

if TYPE_CHECKING:
    from pipeline.crawl_report import CrawlReport
    from pipeline.settings import Settings
    from sources.bodies import Municipality


class Day(click.ParamType[date]):
    """A day, or a year that stands for its first or last day."""

    name = "day"

    def __init__(self, *, last: bool = False) -> None:
        self.of_year = "12-31" if last else "01-01"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day that was written."""
        try:
            return date.fromisoformat(f"{value}-{self.of_year}" if len(value) == len("2024") else value)
        except ValueError:
            self.fail(f"{value!r} is neither a day (2024-05-31) nor a year (2024)", param, ctx)


@click.command("crawl")
@click.argument("bodies", nargs=-1, required=True, metavar="BODY...")
@click.option(
    "--since", type=Day(), metavar="DAY", help="First day of meetings.  [default: as the body's file says]"
)
@click.option(
    "--until", type=Day(last=True), metavar="DAY", help="Last day of meetings.  [default: in half a year]"
)
@options.database
@click.option(
    "--budget",
    type=click.IntRange(min=1),
    metavar="REQUESTS",
    help="Requests at most, for each body.  [default: 5000]",
)
@click.option("--contact", help="Mail address or web page that the user agent names.")
@click.option("--offline", is_flag=True, help="Ask for nothing: read the kept answers again.")
def command(
    bodies: tuple[str, ...],
    since: date | None,
    until: date | None,
    db: Path | None,
    budget: int | None,
    contact: str | None,
    offline: bool,
) -> None:
    """Fetch a municipality's meetings, agendas, minutes and papers, politely.

    BODY is the name of a known municipality or a YAML file in the form of sources/bodies/template.yaml; a DAY may be a
    year, which stands for its first day (--since) or last (--until). A run that was interrupted is continued; a second
    run asks only for what may have changed. The exit status is 1 when something was refused or less was found than is
    expected.

    \b
    Example:
      ratslese crawl karlsruhe --since 2024 --contact you@example.org --db town.db
    """
    from pipeline.crawl_report import CrawlError, contact_of
    from pipeline.settings import settings
    from sources.bodies import MunicipalityError, municipality

    chosen = settings(db=db, contact=contact, budget=budget)
    try:
        chosen_bodies = [municipality(name) for name in bodies]
        for body in () if offline else chosen_bodies:
            contact_of(chosen, body)
    except (CrawlError, MunicipalityError) as error:
        raise click.UsageError(str(error)) from error
    reports = [crawl(body, chosen, (since, until), offline=offline) for body in chosen_bodies]
    sys.exit(
        1 if any(report.fates["refused"] or report.failures or report.unfinished for report in reports) else 0
    )


def crawl(
    body: Municipality, settings: Settings, span: tuple[date | None, date | None], *, offline: bool = False
) -> CrawlReport:
    """Crawl one municipality with a progress line on stderr, and tell what became of it."""
    from tqdm import tqdm

    from db.store import Store
    from pipeline.crawl import Crawl

    with Store(settings.db) as store, tqdm(unit=" documents", file=sys.stderr, disable=None) as bar:

        def progress(fate: str, address: str) -> None:
            bar.set_postfix_str(f"{fate}: {address[-50:]}", refresh=False)
            bar.update()

        run = Crawl(store, settings, body, since=span[0], until=span[1], progress=progress)
        report = run.reread() if offline else run.run()
    click.echo(told(body.name, report))
    return report


def told(name: str, report: CrawlReport) -> str:
    """The report as an administrator reads it."""
    lines = []
    for refusal in report.refusals:
        lines += [
            f"refused  {refusal.address}",
            f"         {refusal.message}",
            f"         → {refusal.advice}",
        ]
    lines += [
        "{}: {} requests, {} pages as before; documents: {} taken, {} unchanged, {} replaced, {} refused".format(
            name,
            report.requests,
            report.same,
            *(report.fates[fate] for fate in ("taken", "unchanged", "replaced", "refused")),
        ),
        f"{report.pages} pages, {report.rows} rows in {report.seconds:.1f} s",
    ]
    if report.withdrawn:
        lines.append(f"{report.withdrawn} meetings vanished from the system; they are kept and marked")
    if report.unfinished:
        lines.append(f"not finished: {report.unfinished}; run it again to go on")
    lines += [f"too little in {failure}" for failure in report.failures]
    if report.doubts:
        lines.append(f"{report.doubts} doubtful places are listed under issues (`ratslese status`)")
    return "\n".join(lines)
