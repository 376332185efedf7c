"""Everything the page of a document shows, read from the published database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from datasette.database import Database
from markupsafe import Markup

from db.site.entities.pages import page_path
from db.site.marking import Mark, Milestone, marked_text
from db.site.words import word

HEAD = """
    select documents.*, bodies.name as body, bodies.id as of_body, meetings.name as meeting,
        meetings.start as meeting_start,
        meetings.end as meeting_end, meetings.room as room, meetings.location as location,
        meetings.organization_id, organizations.name as organization, texts.text as text
    from documents
    left join texts on texts.document_id = documents.id
    left join meetings on meetings.id = documents.meeting_id
    left join bodies on bodies.id = coalesce(documents.body_id, meetings.body_id)
    left join organizations on organizations.id = meetings.organization_id
    where documents.id = :id
"""

STATEMENTS = """
    select statements.*, group_concat(coalesce(persons.name, statements.speaker_name), '; ') as names,
        case when count(persons.id) = 1 and not max(persons.private) then max(persons.id) end as person_id
    from statements
    left join statement_speakers on statement_speakers.statement_id = statements.id
    left join persons on persons.id = statement_speakers.person_id
    where statements.document_id = :id
    group by statements.id order by statements.start
"""

OZG = """
    select ozg_mentions.*, ozg_concepts.label as label, ozg_concepts.category as category from ozg_mentions
    left join ozg_concepts on ozg_concepts.id = ozg_mentions.concept_id
    where ozg_mentions.document_id = :id order by ozg_mentions.start
"""

OTHERS = """
    select id, title, kind, date from documents
    where meeting_id = :meeting and id <> :id order by kind, title limit 50
"""


LINKED = "ab"
"""Statements and decisions are what is quoted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPage:
    """A document with its findings, the marked text and its table of contents."""

    head: dict[str, Any]
    body: Markup
    contents: list[dict[str, Any]]
    counts: dict[str, int]
    addresses: list[str]
    newer: str | None
    others: list[dict[str, Any]]
    speakers: list[tuple[str, str | None, int]]


Paths = Callable[[str], str]
"""Makes the address of a page below the site's own a link's address."""


async def document_page(database: Database, id: str, path: Paths) -> DocumentPage | None:
    """The page of a document; None where there is no such document."""
    heads = await _rows(database, HEAD, id=id)
    if not heads:
        return None
    head = heads[0]
    found = {
        "statements": await _rows(database, STATEMENTS, id=id),
        "decisions": await _of_document(database, "decisions", id),
        "citations": await _of_document(database, "citations", id),
        "ozg_mentions": await _rows(database, OZG, id=id),
        "ozg_related": await _rows(database, OZG.replace("ozg_mentions", "ozg_related"), id=id),
        "ozg_facts": await _of_document(database, "ozg_facts", id),
        "demands": await _of_document(database, "demands", id),
    }
    items = await _of_document(database, "agenda_items", id)
    pages = await _of_document(database, "pages", id)
    addresses = [row["address"] for row in await _of_document(database, "document_sources", id, "address")]
    newer = await _rows(database, "select id from documents where replaces = :id", id=id)
    return DocumentPage(
        head=head,
        body=marked_text(
            head["text"] or "",
            _marks(found, path),
            _milestones(items, pages, _original(head, addresses), path),
        ),
        contents=[_entry(item, found, pages) for item in items],
        counts={table: len(rows) for table, rows in found.items()},
        addresses=addresses,
        newer=newer[0]["id"] if newer else None,
        others=await _rows(database, OTHERS, meeting=head["meeting_id"], id=id),
        speakers=_speakers(found["statements"]),
    )


async def _rows(database: Database, sql: str, **parameters: Any) -> list[dict[str, Any]]:
    result = await database.execute(sql, parameters)
    return [dict(row) for row in result.rows]


async def _of_document(database: Database, table: str, id: str, order: str = "start") -> list[dict[str, Any]]:
    return await _rows(database, f"select * from {table} where document_id = :id order by {order}", id=id)


def _marks(found: dict[str, list[dict[str, Any]]], path: Paths) -> list[Mark]:
    marks = [
        _mark(row, "b", f"beschluss {row['outcome']}", _decision_hint(row)) for row in found["decisions"]
    ]
    marks += _statement_marks(found["statements"], path)
    marks += [_citation_mark(row, path) for row in found["citations"]]
    for row in found["ozg_mentions"]:
        value = f": {word(row['value'], None, '')}" if row["value"] else ""
        marks.append(_mark(row, "d", "ozg", f"OZG – {row['label'] or row['concept_id']}{value}"))
    for row in found["ozg_related"]:
        marks.append(_mark(row, "h", "ozg beiwerk", f"{row['category']} – {row['label']}"))
    marks += [_mark(row, "f", "ozg", _fact_hint(row)) for row in found["ozg_facts"]]
    marks += [_mark(row, "g", "forderung", f"Forderung {row['position']}") for row in found["demands"]]
    return marks


def _mark(row: dict[str, Any], letter: str, css: str, hint: str, before: Markup | None = None) -> Mark:
    return Mark(
        start=row["start"],
        end=row["end"],
        id=f"{letter}-{row['id']}",
        css=css,
        hint=hint,
        before=before,
        linked=letter in LINKED,
    )


def _citation_mark(row: dict[str, Any], path: Paths) -> Mark:
    """A citation as a link to the page of the paper or law, where it is known."""
    page = ("vorlage", row["target_id"]) if row["kind"] == "paper" else ("gesetz", row["law_id"])
    mark = _mark(row, "c", "fundstelle", f"Fundstelle: {row['normalized']}")
    return replace(mark, leads_to=path(page_path(*page))) if page[1] else mark


def _statement_marks(statements: list[dict[str, Any]], path: Paths) -> list[Mark]:
    """Statements, each with its speaker in front where another one spoke before or another item began."""
    marks, last = [], None
    for row in statements:
        speaker = row["speaker_name"] or "?"
        before = None
        if (speaker, row["agenda_item_id"]) != last:
            before = _speaker(row, path)
        last = (speaker, row["agenda_item_id"])
        css = "aeusserung" if row["speaker_name"] else "aeusserung unsicher"
        marks.append(_mark(row, "a", css, _statement_hint(row), before))
    return marks


def _speaker(row: dict[str, Any], path: Paths) -> Markup:
    """The name before a statement, which leads to the person where it is one person's page."""
    title = row["speaker"] or "Wer sprach, ist nicht sicher zu sagen"
    name = row["names"] or row["speaker_name"] or "?"
    if row["person_id"]:
        address = path(page_path("person", row["person_id"]))
        return Markup('<a class="wer" href="{}" title="{}">{}</a>').format(address, title, name)
    return Markup('<span class="wer" title="{}">{}</span>').format(title, name)


def _statement_hint(row: dict[str, Any]) -> str:
    who = row["names"] or row["speaker_name"] or "nicht sicher zu sagen, wer"
    parts = [f"{who} – {word(row['kind'], 'statements', 'kind')}"]
    parts += [f"zu: {row['addressee']}"] if row["addressee"] else []
    parts += [row["speaker_note"]] if row["speaker_note"] and row["speaker_name"] else []
    parts += [f"Sicherheit {round(100 * row['confidence'])} %", f"Regel {row['rule']}"]
    parts += [f"Beleg „{' '.join(row['evidence'].split())}“"] if row["evidence"] else []
    return ", ".join(parts)


def _fact_hint(row: dict[str, Any]) -> str:
    told = [word(row[name], "ozg_facts", name) for name in ("kind", "value", "stance") if row[name]]
    return f"OZG – {', '.join(told)}"


def _decision_hint(row: dict[str, Any]) -> str:
    return f"Beschluss: {outcome_line(row)}"


def outcome_line(row: dict[str, Any]) -> str:
    """The outcome in words with its votes: `angenommen, einstimmig`, `abgelehnt, 3 Ja, 19 Nein`."""
    parts = [word(row["outcome"], "decisions", "outcome")]
    if row["unanimous"]:
        parts.append("einstimmig")
    votes = (
        ("votes_yes", "Ja", "Ja"),
        ("votes_no", "Nein", "Nein"),
        ("votes_abstain", "Enthaltung", "Enthaltungen"),
    )
    parts += [
        f"{row[column]} {one if row[column] == 1 else many}"
        for column, one, many in votes
        if row[column] is not None
    ]
    return ", ".join(parts)


def _original(head: dict[str, Any], addresses: list[str]) -> str | None:
    """Where the PDF itself can be opened at a page, None where it is no PDF or lies on no web server."""
    if head["media_type"] != "application/pdf":
        return None
    return next((address for address in addresses if address.startswith(("https://", "http://"))), None)


def _milestones(
    items: list[dict[str, Any]], pages: list[dict[str, Any]], original: str | None, path: Paths
) -> list[Milestone]:
    page = Markup('<span class="seite" id="seite-{0}"><a href="#seite-{0}">Seite {0}</a>{1}</span>')
    opened = Markup(' <a href="{}#page={}" rel="noopener noreferrer" title="Diese Seite im Original">PDF</a>')
    stones = [
        Milestone(
            at=row["start"],
            html=page.format(row["number"], opened.format(original, row["number"]) if original else ""),
        )
        for row in pages
    ]
    point = Markup('<span class="punkt" id="top-{}"><a href="{}">Seite des Punkts</a></span>')
    stones += [
        Milestone(at=row["start"], html=point.format(row["id"], path(page_path("punkt", row["id"]))))
        for row in items
        if row["start"] is not None
    ]
    return stones


def _entry(
    item: dict[str, Any], found: dict[str, list[dict[str, Any]]], pages: list[dict[str, Any]]
) -> dict[str, Any]:
    """A line of the table of contents."""
    counted = {
        table: sum(row["agenda_item_id"] == item["id"] for row in found[table])
        for table in ("statements", "decisions", "ozg_mentions")
    }
    page = None
    if item["start"] is not None:
        page = next((row["number"] for row in pages if row["start"] <= item["start"] < row["end"]), None)
    return {**item, **counted, "page": page}


def _speakers(statements: list[dict[str, Any]]) -> list[tuple[str, str | None, int]]:
    """Who speaks most, with the id of the person where there is one, and how often."""
    counted: dict[tuple[str, str | None], int] = {}
    for row in statements:
        name = row["names"] or row["speaker_name"] or "nicht sicher zu sagen"
        counted[name, row["person_id"]] = counted.get((name, row["person_id"]), 0) + 1
    most = sorted(counted.items(), key=lambda entry: (-entry[1], entry[0][0]))[:12]
    return [(name, person, count) for (name, person), count in most]
