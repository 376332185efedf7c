"""`ratslese import`: minutes from files, folders and ZIPs into the database."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.commands import options

if TYPE_CHECKING:
    from pipeline.batch import Report
    from pipeline.settings import Settings


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@options.database
@options.workers
@options.scheduler
@click.option("--body", metavar="NAME", help="The municipality of documents that do not name it.")
@click.option("--again", is_flag=True, help="Read known documents anew, for instance after an update.")
@click.option("--dry-run", is_flag=True, help="Do everything but write.")
def command(
    paths: tuple[Path, ...],
    db: Path | None,
    workers: int | None,
    scheduler: str | None,
    body: str | None,
    again: bool,
    dry_run: bool,
) -> None:
    """Take in minutes: files, folders and ZIPs.

    What a file is, is told from its content. Importing again changes nothing; a changed file replaces its rows.
    The exit status is 1 when something was refused.

    \b
    Example:
      ratslese import protocols/ more.zip --db town.db
    """
    from pipeline.settings import settings

    report = import_paths(
        paths, settings(db=db, workers=workers, scheduler=scheduler), body=body, again=again, dry_run=dry_run
    )
    click.echo(told(report, dry_run=dry_run))
    sys.exit(1 if report.fates["refused"] else 0)


def import_paths(
    paths: tuple[Path, ...],
    settings: Settings,
    *,
    body: str | None = None,
    again: bool = False,
    dry_run: bool = False,
) -> Report:
    """Import with a progress bar on stderr."""
    from tqdm import tqdm

    from db.store import Store
    from pipeline.batch import Batch
    from pipeline.ozg.catalogue import concepts

    # a dry run must not even create the database; what is known is nothing then
    database = Path(":memory:") if dry_run and not settings.db.exists() else settings.db
    with Store(database) as store, tqdm(unit=" documents", file=sys.stderr, disable=None) as bar:
        if not dry_run:
            store.set_concepts(concepts())

        def progress(fate: str, address: str) -> None:
            bar.set_postfix_str(f"{fate}: {Path(address).name}"[:60], refresh=False)
            bar.update()

        batch = Batch(store, settings, body=body, again=again, dry_run=dry_run, progress=progress)
        return batch.run(paths)


def told(report: Report, *, dry_run: bool) -> str:
    """The report as an administrator reads it: every refusal with its reason and what to do, then the sums."""
    lines = []
    for refusal in report.refusals:
        lines += [
            f"refused  {refusal.address}",
            f"         {refusal.message}",
            f"         → {refusal.advice}",
        ]
    rate = f", {report.pages / report.seconds:.3g} pages/s" if report.pages else ""
    lines += [
        "{}{} documents: {} taken, {} unchanged, {} replaced, {} refused".format(
            "dry run, nothing written: " if dry_run else "",
            report.documents,
            *(report.fates[fate] for fate in ("taken", "unchanged", "replaced", "refused")),
        ),
        f"{report.pages} pages, {report.rows} rows in {report.seconds:.1f} s{rate}",
    ]
    if report.doubts:
        lines.append(f"{report.doubts} doubtful places are listed under issues (`ratslese status`)")
    return "\n".join(lines)
