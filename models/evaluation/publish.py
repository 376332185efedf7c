"""Writes the accuracy card: Markdown and plot in `models/`, the same as a page of the site.

The page is made beforehand, because the site knows nothing of models and needs no Markdown then.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path

import db.site
from models.evaluation import first_sight
from models.evaluation.calibrate import reliability
from models.evaluation.card import Measured, card, outside
from models.evaluation.cases import cases
from models.evaluation.fresh import Annotated, scored
from models.evaluation.plot import draw
from pipeline.statements.threshold import SPEAKER_THRESHOLD

MODELS = Path(__file__).parents[1]
SITE = Path(db.site.__file__).parent
CARD = MODELS / "accuracy.md"
PLOT = MODELS / "calibration.svg"
ABLATION = MODELS / "ablation.toml"
PAGE = SITE / "templates/_genauigkeit.html"
SHOWN_PLOT = SITE / "static/calibration.svg"
SCROLLING = '<div class="tafel" tabindex="0" role="region" aria-label="Tabelle">'
"""What keeps a wide table from making the page wide; reached with the keyboard."""
_NUMERIC = re.compile(r' style="text-align:right"')


def measured(documents: Sequence[Annotated]) -> Measured:
    """What the card tells of annotated documents."""
    ablation = tomllib.loads(ABLATION.read_text(encoding="utf-8")) if ABLATION.exists() else {}
    return Measured(
        cases=list(cases(documents)),
        scores=scored(documents),
        threshold=SPEAKER_THRESHOLD,
        first=first_sight.read(),
        ablation=ablation,
    )


def publish(documents: Sequence[Annotated]) -> list[Path]:
    """Write the card over annotated documents; returns what was written."""
    found = measured(documents)
    told = card(found)
    CARD.write_text(told, encoding="utf-8")
    PAGE.write_text(page(told), encoding="utf-8")
    draw(reliability(outside(found)), PLOT)
    SHOWN_PLOT.write_bytes(PLOT.read_bytes())
    return [CARD, PLOT, PAGE, SHOWN_PLOT]


def page(told: str) -> str:
    """The card as a fragment of HTML without styles of its own; needs markdown-it-py."""
    from markdown_it import MarkdownIt

    html = MarkdownIt("commonmark").enable("table").render(told)
    html = _NUMERIC.sub(' class="n"', html)
    html = html.replace("<table>", f"{SCROLLING}\n<table>").replace("</table>", "</table>\n</div>")
    return html.replace('src="calibration.svg"', "src=\"{{ urls.path('/-/ratslese/calibration.svg') }}\"")
