"""A municipality in one file: flat tables in OParl's terms, as importers of other tools exchange them.

`meta` names the municipality; the rows of the other tables refer to each other by `original_id`, persons by name. They
are put together to the OParl objects that they would be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

TABLES = frozenset(
    {"meta", "organizations", "persons", "papers", "files", "meetings", "memberships", "agenda_items"}
)
VERSION = "1.0"
SCHEMA = f"https://schema.oparl.org/{VERSION}/"

Row = dict[str, Any]


def is_dump(data: Row) -> bool:
    """Whether it is such a file."""
    return data.keys() >= TABLES and isinstance(data["meta"], dict)


def objects_of(data: Row) -> Iterator[tuple[str, Row]]:
    """The objects with the names of their types, the municipality first."""
    tables = {name: rows_of(data[name]) for name in TABLES - {"meta"}}
    meta = data["meta"]
    yield thing("Body", meta.get("name"), meta, "name", "ags", "website", web=meta.get("url"))
    for row in tables["organizations"]:
        yield organization(row)
    organizations = {row.get("original_id"): row.get("name") for row in tables["organizations"]}
    known = {row.get("name") for row in tables["persons"]}
    others = {row.get("person_name"): None for row in tables["memberships"]}.keys() - known
    for row in (*tables["persons"], *({"name": name} for name in sorted(filter(None, others), key=str))):
        yield person(row, tables["memberships"], organizations)
    for row in tables["meetings"]:
        yield meeting(row, tables["agenda_items"])
    for row in tables["papers"]:
        yield paper(row, tables["files"])
    yield from without_parent(tables)


def without_parent(tables: dict[str, list[Row]]) -> Iterator[tuple[str, Row]]:
    """Items and files whose meeting or paper is in another file."""
    meetings = {row.get("original_id") for row in tables["meetings"]}
    papers = {row.get("original_id") for row in tables["papers"]}
    for row in tables["agenda_items"]:
        if row.get("meeting_id") not in meetings:
            yield "AgendaItem", agenda_item(row)
    for row in tables["files"]:
        if row.get("paper_original_id") not in papers:
            yield file(row)


def rows_of(value: Any) -> list[Row]:
    """The rows of a table."""
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def thing(name: str, key: Any, row: Row, *same: str, **other: Any) -> tuple[str, Row]:
    """An object with the columns that have the same name and with others."""
    told = {column: row.get(column) for column in same}
    return name, {"id": f"{name}/{key}", "type": SCHEMA + name, **told, **other}


def organization(row: Row) -> tuple[str, Row]:
    """A committee."""
    return thing("Organization", row.get("original_id"), row, "name", body="Body")


def person(row: Row, memberships: Iterable[Row], organizations: dict[Any, Any]) -> tuple[str, Row]:
    """A person in committees, and in a party."""
    held = [
        {
            "organization": {"name": organizations.get(membership.get("organization_original_id"))},
            "role": membership.get("role"),
            "onBehalfOf": named(membership.get("on_behalf_of")),
            "startDate": membership.get("start_date"),
            "endDate": membership.get("end_date"),
        }
        for membership in memberships
        if membership.get("person_name") == row.get("name")
    ]
    if row.get("party"):
        held.append(
            {"organization": named(row["party"]), "startDate": row.get("begin"), "endDate": row.get("end")}
        )
    return thing("Person", row.get("name"), row, "name", membership=held)


def named(name: Any) -> Row | None:
    """An organisation of which only the name is told."""
    return {"name": name} if name else None


def meeting(row: Row, items: Iterable[Row]) -> tuple[str, Row]:
    """A meeting with its agenda."""
    agenda = [agenda_item(item) for item in items if item.get("meeting_id") == row.get("original_id")]
    return thing(
        "Meeting",
        row.get("original_id"),
        row,
        *("name", "start", "end", "cancelled"),
        organization=[named(row.get("organization_name"))],
        location={"description": row.get("location")},
        agendaItem=agenda,
    )


def agenda_item(row: Row) -> Row:
    """An item with the paper that stood under it; `voting` is told behind the result."""
    reference = row.get("paper_reference")
    papers = [{"paper": {"reference": reference}}] if reference else []
    result = ", ".join(str(told) for told in (row.get("result"), row.get("voting")) if told)
    number, order = row.get("key"), row.get("position")
    return thing(
        "AgendaItem",
        row.get("original_id"),
        row,
        "name",
        number=number,
        order=order,
        result=result,
        consultation=papers,
    )[1]


def paper(row: Row, files: Iterable[Row]) -> tuple[str, Row]:
    """A paper with its files; `sort_date` is no date of it."""
    own = [file(found)[1] for found in files if found.get("paper_original_id") == row.get("original_id")]
    kind = row.get("paper_type")
    return thing("Paper", row.get("original_id"), row, "name", "reference", paperType=kind, auxiliaryFile=own)


def file(row: Row) -> tuple[str, Row]:
    """A file."""
    return thing("File", row.get("original_id"), row, "name", downloadUrl=row.get("url"))
