"""`ratslese evaluate`: how good the findings are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.commands import options

if TYPE_CHECKING:
    from models.evaluation.measures import Scores


@click.command("evaluate")
@click.argument("gold", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@options.database
@click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Read the originals from this folder anew instead of looking into a database.",
)
@click.option(
    "--results",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Outcomes of agenda items as a council's own system records them (JSON); needs a database.",
)
@click.option("--card", is_flag=True, help="Write the accuracy card and its page; needs --data.")
@click.option("--floors", metavar="SET", help="Hold the figures against models/floors.toml and raise it.")
@click.option("--lower-floors", is_flag=True, help="Write fallen figures there too.")
@click.option("--misses", type=click.IntRange(min=0), default=0, help="List so many misses on stderr.")
@click.option("--json", "as_json", is_flag=True, help="Write the figures as JSON.")
def command(
    gold: tuple[Path, ...],
    db: Path | None,
    data: Path | None,
    results: Path | None,
    card: bool,
    floors: str | None,
    lower_floors: bool,
    misses: int,
    as_json: bool,
) -> None:
    """Measure the findings against hand-annotated gold: files or folders of tables.

    \b
    Example:
      ratslese evaluate gold/ --db town.db --misses 20
      ratslese evaluate models/gold gold/ --data originals/
    """
    if card and not data:
        raise click.UsageError("--card reads the originals anew; say with --data where they are")
    try:
        scores = _fresh_scores(gold, data, card) if data else _stored_scores(gold, db, results)
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    click.echo(_as_json(scores) if as_json else _as_table(scores))
    for miss in scores.misses[:misses]:
        click.echo(str(miss), err=True)
    if floors:
        _hold(scores, floors, lower_floors)


def _hold(scores: Scores, floors: str, lower: bool) -> None:
    from models.evaluation.floors import pin

    fell = pin(floors, scores, lower=lower)
    for told in fell:
        click.echo(f"below its floor: {told}", err=True)
    if fell and not lower:
        raise SystemExit(1)


def _fresh_scores(gold: tuple[Path, ...], data: Path, card: bool) -> Scores:
    from models.evaluation.fresh import annotated, scored

    documents = list(annotated(gold, data))
    if card:
        from models.evaluation.publish import publish

        for path in publish(documents):
            click.echo(f"written: {path}", err=True)
    return scored(documents)


def _stored_scores(gold: tuple[Path, ...], db: Path | None, results: Path | None) -> Scores:
    from models.evaluation.evaluate import evaluate
    from pipeline.settings import settings

    chosen = settings(db=db)
    if not chosen.db.is_file():
        raise click.UsageError(f"there is no database at {chosen.db}; make one with: ratslese import PATH")
    return evaluate(chosen.db, gold, results)


def _as_table(scores: Scores) -> str:
    lines = [f"{'':18}{'precision':>10}{'recall':>9}{'F1':>9}{'right':>8}{'given':>8}{'wanted':>8}"]
    for name, one in sorted(scores.measures.items()):
        lines.append(
            f"{name:18}{one.precision:10.4f}{one.recall:9.4f}{one.f1:9.4f}{one.right:8}{one.given:8}{one.wanted:8}"
        )
    lines.append(
        f"wrong or spurious  {scores.share_wrong:.4f} of the attributed units ({scores.wrong_or_spurious})"
    )
    lines += [f"not in the database: {name}" for name in scores.missing_documents]
    return "\n".join(lines)


def _as_json(scores: Scores) -> str:
    import json

    rows = {
        name: {
            "precision": round(one.precision, 4),
            "recall": round(one.recall, 4),
            "f1": round(one.f1, 4),
            "right": one.right,
            "given": one.given,
            "wanted": one.wanted,
        }
        for name, one in sorted(scores.measures.items())
    }
    return json.dumps(
        {
            "scores": rows,
            "wrong_or_spurious": round(scores.share_wrong, 4),
            "missing": scores.missing_documents,
        },
        ensure_ascii=False,
        indent=1,
    )
