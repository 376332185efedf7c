"""What every template of ours can call."""

from __future__ import annotations

import re
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from datasette.utils import path_with_replaced_args
from datasette.utils.asgi import Request
from markupsafe import escape

from db.records.columns import TABLES
from db.site.document import outcome_line
from db.site.entities import PAGES
from db.site.entities.pages import page_path
from db.site.marking import flowing
from db.site.metadata import SITE
from db.site.notices import NOTICES
from db.site.words import column_title, german_date, number, published_tables, table_title, vocabulary, word

LONG_TEXT = 70
PRIVATE_SIGN = re.compile("[\ue000-\uf8ff]")
SHOWN_ROWS = 250
"""A query's page shows so many rows; what is taken along as CSV or JSON is not cut."""

NAVIGATION = (
    {"path": "/", "title": "Start"},
    {"path": "/suche", "title": "Suche"},
    {"path": "/zitat", "title": "Zitat prüfen"},
    {"path": "/dokumente", "title": "Dokumente"},
    {"path": "/beschluesse", "title": "Beschlüsse"},
    {"path": "/ozg", "title": "OZG"},
    {"path": "/abfragen", "title": "Abfragen"},
    {"path": "/hinweise", "title": "Hinweise"},
)


FURTHER = (
    ("/vollstaendigkeit", "Vollständigkeit"),
    ("/genauigkeit", "Genauigkeit"),
    ("/neu", "Neu"),
    ("/einlesen", "Einlesen"),
)
"""What the foot of every page leads to beside the notices."""


def _date(value: str | None) -> str:
    return german_date(value or "") or value or ""


def count_of(count: int, one: str, many: str) -> str:
    """`1 Beschluss`, `1.234 Beschlüsse`."""
    return f"{number(count)} {one if count == 1 else many}"


def cell_kind(shown: Any) -> str:
    """A class for the width of a cell: numbers stand right, long texts get room."""
    said = str(escape(shown)) if not hasattr(shown, "striptags") else shown.striptags()
    if re.fullmatch(r"-?\d+([.,]\d+)?", said):
        return " n"
    return " lang" if len(said) > LONG_TEXT else ""


def row_label(told: dict[str, Any], rows: list[Any]) -> str | None:
    """What a row is called, from the label column of its table."""
    label = told.get("label_column")
    cells = [cell for row in rows for cell in row if cell["column"] == label]
    return str(cells[0]["raw"]) if cells and cells[0]["raw"] else None


def in_reading_order(tables: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Tables as the records declare them, from the municipality to the finding; others behind."""
    order = [table.name for table in published_tables()]
    return sorted(
        tables, key=lambda table: order.index(table["name"]) if table["name"] in order else len(order)
    )


def point_in_time(value: str | None) -> str:
    """A day, month (`2020-08`) or year as readers write it; a deadline of a year ends with it."""
    parts = (value or "").split("-")
    return ".".join(reversed(parts)) if len(parts) < 3 else _date(value)


def shortened(text: str | None, length: int = 140) -> str:
    """At most so many letters, cut between words."""
    said = text or ""
    return said if len(said) <= length else said[:length].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"


def readable(text: str | None) -> str:
    """A wording with the line breaks its author made, and a bullet for signs that only the original's font can show."""
    return PRIVATE_SIGN.sub("•", flowing(text or ""))


FILTERS = {
    "wort": word,
    "zahl": number,
    "datum": _date,
    "ozgzeit": point_in_time,
    "kurz": shortened,
    "fliessend": readable,
}


STYLES = ("ratslese.css", "ozg.css")


@cache
def global_names() -> dict[str, Any]:
    """The names that templates know beside Datasette's."""
    return {
        "navigation": NAVIGATION,
        "notices": NOTICES,
        "further": FURTHER,
        "site": SITE,
        "style_version": _style_version(),
        "document_kinds": tuple(vocabulary()["documents.kind"].items()),
        "outcomes": tuple(vocabulary()["outcome"].items()),
        "comparisons": vocabulary()["comparisons"],
        "anzahl": count_of,
        "zellart": cell_kind,
        "shown_rows": SHOWN_ROWS,
        "column_title": column_title,
        "table_title": table_title,
        "table_description": table_description,
        "in_reading_order": in_reading_order,
        "outcome_line": outcome_line,
        "row_label": row_label,
        "with_page": with_page,
        "with_arguments": with_arguments,
        "page_path": page_path,
        "entity_pages": PAGES,
    }


def table_description(table: str) -> str:
    """What a table of ours holds."""
    return TABLES[table].description if table in TABLES else ""


def with_arguments(request: Request, **arguments: str | None) -> str:
    """The address that is shown with other arguments; None takes an argument out."""
    return str(path_with_replaced_args(request, arguments))


def with_page(request: Request, page: int) -> str:
    """The address of another page of the same list."""
    return with_arguments(request, seite=str(page))


def _style_version() -> str:
    return sha256(b"".join((files("db.site") / "static" / name).read_bytes() for name in STYLES)).hexdigest()[
        :8
    ]
