"""Charts as SVG drawn on the server by pygal, without script or style of their own: the page's style sheet colours
them, in the light and in the dark. Each goes with a table that says the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pygal
from lxml import etree
from markupsafe import Markup
from pygal.style import Style

NOT_SHOWN = ("script", "style", "defs", "comment")
"""What a strict page does not allow, and what no reader sees."""

SIZES = Style(label_font_size=13, major_label_font_size=13, legend_font_size=13, value_font_size=12)
PLAIN: dict[str, Any] = {
    "js": [],
    "css": [],
    "style": SIZES,
    "disable_xml_declaration": True,
    "legend_at_bottom": True,
    "legend_box_size": 12,
    "margin": 8,
    "margin_right": 36,
    "print_values": False,
    "truncate_label": -1,
    "truncate_legend": 40,
    "width": 940,
}
LABEL = 30
"""Letters of a row's name."""

ROW, FRAME = 34, 96
"""Height of a row and of what stands around the rows, in the units of the drawing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A dot: a day (`2021-10-28`, also only a month or year) in a row, leading to a place on the site."""

    day: str
    row: str
    label: str
    address: str
    size: float = 5


def timeline(title: str, series: Mapping[str, Iterable[Point]], rows: Sequence[str]) -> Markup:
    """Dots on a time axis, a row for each name in `rows`, a colour for each series."""
    drawn = {name: [point for point in points if point.row in rows] for name, points in series.items()}
    moments = [_moment(point.day) for points in drawn.values() for point in points]
    if not moments:
        return Markup()
    first, last = int(min(moments)), int(max(moments)) + 1
    order = {row: len(rows) - number for number, row in enumerate(rows)}
    chart = pygal.XY(
        **PLAIN,
        show_legend=len(series) > 1,
        legend_at_bottom_columns=len(series),
        stroke=False,
        show_y_guides=True,
        height=FRAME + ROW * len(rows),
        xrange=(first, last),
        range=(0.4, len(rows) + 0.6),
    )
    step = max(1, (last - first) // 10)
    chart.x_labels = list(range(first, last + 1, step))
    chart.x_value_formatter = lambda value: f"{value:.0f}"
    chart.y_labels = [{"value": order[row], "label": short(row)} for row in reversed(rows)]
    for name, points in drawn.items():
        chart.add(
            name,
            [
                {
                    "value": (_moment(point.day), order[point.row]),
                    "label": point.label,
                    "xlink": {"href": point.address, "target": "_self"},
                    "node": {"r": point.size},
                }
                for point in points
            ],
        )
    return _drawn(chart, title)


def bars(title: str, series: Mapping[str, Sequence[tuple[int, str]]], rows: Sequence[str]) -> Markup:
    """Stacked horizontal bars: for each series a number and an address for each row, the first row at the top."""
    if not rows:
        return Markup()
    most = max(sum(numbers[at][0] for numbers in series.values()) for at in range(len(rows)))
    chart = pygal.HorizontalStackedBar(
        **PLAIN,
        show_legend=len(series) > 1,
        legend_at_bottom_columns=len(series),
        height=FRAME + ROW * len(rows),
        show_y_guides=False,
        show_x_guides=True,
    )
    chart.x_labels = [short(row) for row in reversed(rows)]
    chart.y_labels = list(range(0, most + 1, max(1, -(-most // 8))))
    chart.value_formatter = lambda value: f"{value:.0f}"
    for name, numbers in series.items():
        cells = [
            {
                "value": number,
                "label": f"{row}: {number} {name}",
                "xlink": {"href": address, "target": "_self"},
            }
            if number
            else None
            for row, (number, address) in zip(rows, numbers, strict=True)
        ]
        chart.add(name, list(reversed(cells)))
    return _drawn(chart, title)


def short(name: str) -> str:
    """A row's name as the chart has room for it; its table has the whole."""
    return name if len(name) <= LABEL else f"{name[: LABEL - 1].rstrip()}…"


def _moment(day: str) -> float:
    """A day as a year with its fraction; a month or year counts from its beginning."""
    year, month, at = ([int(part) for part in day[:10].split("-")] + [1, 1])[:3]
    return year + (month - 1) / 12 + (at - 1) / 372


def _drawn(chart: Any, title: str) -> Markup:
    """The drawing without what a strict page does not allow, with a name for those who do not see it."""
    root = chart.render_tree()
    for attribute in ("id", "width", "height"):
        root.attrib.pop(attribute, None)
    for found in list(root.iter()):
        if _name(found) in NOT_SHOWN or "tooltip" in (found.get("class") or "").split():
            _remove(found)
        else:
            found.attrib.pop("style", None)
    _name_marks(root)
    root.set("role", "img")
    root.set("aria-label", title)
    drawing = Markup(etree.tostring(root, encoding="unicode"))
    return Markup('<div class="diagramm" tabindex="0" role="group" aria-label="{}">{}</div>').format(
        title, drawing
    )


def _name_marks(root: Any) -> None:
    """Each mark gets its label as a title, which browsers show; pygal's own descriptions go."""
    for described in [found for found in root.iter() if _name(found) == "desc"]:
        group = described.getparent()
        if described.get("class") == "label" and described.text:
            title = etree.Element(described.tag.replace("desc", "title"))
            title.text = described.text
            group.insert(0, title)
        _remove(described)


def _name(element: Any) -> str:
    """An element's name without its namespace; comments are called so."""
    return str(etree.QName(element).localname) if isinstance(element.tag, str) else "comment"


def _remove(element: Any) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
