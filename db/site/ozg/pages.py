"""The observatory's pages: `/ozg` and what lies below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from datasette.utils.asgi import Request, Response

from db.site.archive import archive
from db.site.ozg import data
from db.site.ozg.charts import Point, bars, timeline
from db.site.ozg.tables import COMPARED, STATES, Fact, key_figures, places, promises, services

if TYPE_CHECKING:
    from datasette.app import Datasette

MOST_ROWS = 18
"""A chart shows so many rows; its table shows all."""

TABS = (
    {"path": "/ozg", "title": "Überblick"},
    {"path": "/ozg/fristen", "title": "Angekündigt und berichtet"},
    {"path": "/ozg/leistungen", "title": "Leistungen"},
    {"path": "/ozg/wer", "title": "Wer spricht"},
    {"path": "/ozg/vergleich", "title": "Kommunen im Vergleich"},
    {"path": "/ozg/forderungen", "title": "Forderungen"},
    {"path": "/ozg/angaben", "title": "Alle Angaben"},
)

STANCES = {"announced": "angekündigt", "reported": "berichtet", "demanded": "gefordert"}


async def overview(datasette: Datasette, request: Request) -> Response:
    """`/ozg`: when and where the OZG is spoken of."""
    database = await archive(datasette)
    documents, facts = await data.documents(database), await data.facts(database)
    speakers = await data.speakers(database)
    known = places(documents, facts)
    points = [
        Point(
            day=row["day"],
            row=row["place"],
            label=f"{row['title'] or 'Ohne Titel'} ({row['mentions']} Erwähnungen)",
            address=datasette.urls.path(f"/dokument/{row['id']}#d-{row['first_of_law'] or row['first']}"),
            size=min(4 + row["mentions"] ** 0.5, 12),
        )
        for row in documents
        if row["day"]
    ]
    rows = [place.name for place in known if any(point.row == place.name for point in points)][:MOST_ROWS]
    return await _page(
        datasette,
        request,
        "ozg.html",
        figures=key_figures(documents, facts, speakers),
        chart=timeline("Dokumente zum OZG nach Tag und Kommune", {"Dokument": points}, rows),
        documents=documents,
        places=known,
    )


async def deadlines(datasette: Datasette, request: Request) -> Response:
    """`/ozg/fristen`: what was promised against what was reported."""
    found = promises(await data.facts(await archive(datasette)))
    told: dict[str, list[Point]] = {"Frist läuft ab": []}
    told |= {name: [] for name in STANCES.values()}
    for promise in found:
        for fact in (*promise.announced, *promise.demanded, *promise.reported):
            if fact["stated_on"]:
                told[STANCES[fact["stance"]]].append(_point(datasette, fact, fact["stated_on"]))
            if fact["kind"] == "deadline" and fact["value"]:
                told["Frist läuft ab"].append(_point(datasette, fact, _last_day(fact["value"])))
    rows = [promise.place for promise in found][:MOST_ROWS]
    return await _page(
        datasette,
        request,
        "ozg_fristen.html",
        promises=found,
        chart=timeline("Angekündigtes, Gefordertes und Berichtetes nach Tag und Kommune", told, rows),
    )


async def by_service(datasette: Datasette, request: Request) -> Response:
    """`/ozg/leistungen`: services by status."""
    found = services(await data.facts(await archive(datasette)))
    shown = found[:MOST_ROWS]
    series = {
        state: [
            (
                len(service.by_state[state]),
                _address(datasette, art="status", wert=state, begriff=service.concept),
            )
            for service in shown
        ]
        for state in STATES
    }
    return await _page(
        datasette,
        request,
        "ozg_leistungen.html",
        services=found,
        states=STATES,
        chart=bars("Berichtete Stände nach Leistung", series, [service.name for service in shown]),
    )


async def who(datasette: Datasette, request: Request) -> Response:
    """`/ozg/wer`: who speaks about it."""
    database = await archive(datasette)
    found = await data.speakers(database)
    shown = [row for row in found if row["who"] != "nicht sicher zu sagen"][:MOST_ROWS]
    numbers = [(row["statements"], datasette.urls.path(f"/dokument/{row['first']}")) for row in shown]
    chart = bars(
        "Äußerungen zum OZG nach Person",
        {"Äußerungen": numbers},
        [row["who"] if row["place"] == data.UNKNOWN else f"{row['who']} ({row['place']})" for row in shown],
    )
    return await _page(
        datasette, request, "ozg_wer.html", speakers=found, chart=chart, database=database.name
    )


async def comparison(datasette: Datasette, request: Request) -> Response:
    """`/ozg/vergleich`: municipalities side by side."""
    database = await archive(datasette)
    found = places(await data.documents(database), await data.facts(database))
    shown = found[:MOST_ROWS]
    series = {
        name: [
            (_count(place.by_kind, stance), _address(datasette, kommune=place.name, aussage=stance))
            for place in shown
        ]
        for stance, name in STANCES.items()
    }
    return await _page(
        datasette,
        request,
        "ozg_vergleich.html",
        places=found,
        kinds=COMPARED,
        chart=bars("Angaben zum OZG nach Kommune", series, [place.name for place in shown]),
    )


async def demands(datasette: Datasette, request: Request) -> Response:
    """`/ozg/forderungen`: what motions demand, point by point."""
    rows = await data.demands(await archive(datasette))
    motions: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        motions.setdefault(row["document_id"], []).append(row)
    return await _page(datasette, request, "ozg_forderungen.html", motions=list(motions.values()))


async def facts(datasette: Datasette, request: Request) -> Response:
    """`/ozg/angaben`: the facts themselves, with the sentence each stands in."""
    database = await archive(datasette)
    wanted = data.FactFilter.of(request.args)
    every = await data.facts(database)
    return await _page(
        datasette,
        request,
        "ozg_angaben.html",
        wanted=wanted,
        facts=await data.facts(database, wanted),
        all_places=sorted({fact["place"] for fact in every}),
        all_kinds=list(dict.fromkeys(fact["kind"] for fact in every)),
        stances=STANCES,
    )


ROUTES = [
    (r"^/ozg$", overview),
    (r"^/ozg/fristen$", deadlines),
    (r"^/ozg/leistungen$", by_service),
    (r"^/ozg/wer$", who),
    (r"^/ozg/vergleich$", comparison),
    (r"^/ozg/forderungen$", demands),
    (r"^/ozg/angaben$", facts),
]
"""The addresses of the observatory, which last."""


def _point(datasette: Datasette, fact: Fact, day: str) -> Point:
    by = f", {fact['stated_by']}" if fact["stated_by"] else ""
    return Point(
        day=day,
        row=fact["place"],
        label=f"{' '.join(fact['text'].split())}{by}",
        address=datasette.urls.path(f"/dokument/{fact['document_id']}#f-{fact['id']}"),
        size=6,
    )


def _last_day(value: str) -> str:
    """The last day of a deadline that names only its year."""
    return value if len(value) > 4 else f"{value}-12-31"


def _address(datasette: Datasette, **arguments: str) -> str:
    wanted = {name: value for name, value in arguments.items() if value}
    return str(datasette.urls.path(f"/ozg/angaben?{urlencode(wanted)}"))


def _count(by_kind: Mapping[str, Sequence[Fact]], stance: str) -> int:
    return sum(fact["stance"] == stance for facts in by_kind.values() for fact in facts)


async def _page(datasette: Datasette, request: Request, template: str, **shown: Any) -> Response:
    return Response.html(await datasette.render_template(template, {"tabs": TABS, **shown}, request=request))
