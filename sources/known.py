"""Files that are recognised without being imported: pages of council information systems, data and treebanks."""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

from db.records.documents import DocumentKind
from sources.detection import Recognition, Sample

CONLLU = re.compile(r"^1\t\S[^\t]*\t[^\t]*\t[A-Z]+\t(?:[^\t]*\t){5}[^\t]*$", re.M)
TABLE_LINES = 3


def page(sample: Sample) -> Recognition | None:
    """A page or answer of a council information system that no reader reads."""
    if sample.media_type in ("text/html", "application/xml"):
        return of_page(sample.text)
    return of_json(sample.text) if sample.media_type == "application/json" else None


def data(sample: Sample) -> Recognition | None:
    """Text that is data, whatever words stand in it."""
    return of_table(sample.text) if sample.media_type == "text/plain" else None


@cache
def systems() -> list[dict[str, Any]]:
    """The council information systems and their pages."""
    found = tomllib.loads((Path(__file__).parent / "vocabularies/systems.toml").read_text("utf-8"))
    systems: list[dict[str, Any]] = found["system"]
    return systems


def of_page(text: str) -> Recognition | None:
    """The system and the kind of page."""
    for system in systems():
        if marker := re.search(system["marker"], text):
            version = versions(system["marker"], text)
            for entry in system["pages"]:
                if found := re.search(entry["marker"], text, re.S):
                    name = f"{entry['name']} of {system['name']}"
                    return recognition(system["name"], version, entry["kind"], found[0], name)
            return recognition(system["name"], version, "unknown", marker[0], f"a page of {system['name']}")
    return None


def versions(marker: str, text: str) -> str | None:
    """The version a page tells, wherever in the page it does."""
    return next(
        (found["version"] for found in re.finditer(marker, text) if found.groupdict().get("version")), None
    )


def recognition(
    product: str, version: str | None, kind: DocumentKind, evidence: str, name: str
) -> Recognition:
    """A recognition with its evidence on one short line."""
    line = " ".join(evidence.split())
    return Recognition(product=product, version=version, kind=kind, evidence=line[:120], name=name)


def of_json(text: str) -> Recognition | None:
    """JSON that no reader reads."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None
    first = data[0] if isinstance(data, list) and data else data
    if not isinstance(first, dict):
        return recognition("JSON", None, "unknown", type(data).__name__, "a JSON list")
    return other_json(first)


def other_json(item: dict[str, Any]) -> Recognition:
    """JSON of somebody else."""
    return recognition(
        "JSON", None, "unknown", ", ".join(list(item)[:5]), "JSON of no council information system"
    )


def of_table(text: str) -> Recognition | None:
    """A treebank or a table of values."""
    head = text[:20_000]
    if found := CONLLU.search(head):
        return recognition("CoNLL-U", None, "unknown", found[0], "a treebank (CoNLL-U)")
    lines = [line for line in head.split("\n") if line and not line.startswith("#")][:-1]
    tabs = Counter(line.count("\t") for line in lines)
    if len(lines) >= TABLE_LINES and tabs[0] == 0 and len(tabs) <= 2:
        return recognition("TSV", None, "unknown", lines[0], "a table of tab-separated values")
    return None
