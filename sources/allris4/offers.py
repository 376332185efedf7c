"""Where an ALLRIS 4 page leads, and the files it offers.

A file's address is a resource (`wicket/resource/…/doc1030786.pdf`) or an attachment's place in the visited page
(`to010?14--anlagenHeaderPanel-attachmentsList-0-attachment-link&SILFDNR=99`), whose first number counts the visit.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import cast
from urllib.parse import parse_qsl

from bs4 import Tag

from db.records.reading import Link, LinkKind
from sources.council import Council
from sources.markup import line_of, plain
from sources.words import VOCABULARIES

PROGRAMS: dict[str, LinkKind] = {
    program: cast(LinkKind, kind)
    for kind, programs in tomllib.loads((VOCABULARIES / "allris4.toml").read_text("utf-8"))[
        "programs"
    ].items()
    for program in programs
}
PROGRAM = re.compile(r"^(?:[^?#]*/)?(?P<program>[a-z]{2}\d{3})(?:\?(?P<query>[^#]*))?(?:#.*)?$")
VISIT = re.compile(r"(?<=\?)\d+-[\d.]*(?=-)")
LISTENER = re.compile(r"\?\d+-")
FILE = re.compile(r"wicket/resource/.*/doc\d+|-attachment-link\b")
NUMBER = re.compile(r"LFDNR$")
TOOLTIP = re.compile(r"(?:PDF-Datei\s'(?P<quoted>[^']+)'|\bzu\s(?P<named>.+?)\sin\sneue[mn]\sFenster)")


def links_in(main: Tag) -> tuple[Link, ...]:
    """The links of a page, each target once."""
    found: dict[tuple[str, ...], Link] = {}
    for anchor in main.select("a[href]"):
        address = str(anchor["href"]).strip()
        if kind := kind_of(address):
            label = label_of(anchor) if kind == "file" else line_of(anchor) or None
            found.setdefault(_target(address), Link(kind=kind, address=address, label=label))
    return tuple(found.values())


def kind_of(address: str) -> LinkKind | None:
    """What is to be expected at an address; None where it folds, sorts or prints the page itself."""
    if FILE.search(address):
        return "file"
    program = PROGRAM.match(address)
    if program is None or LISTENER.search(address) or "selfaction=" in address:
        return None
    return PROGRAMS.get(program["program"])


def label_of(anchor: Tag) -> str | None:
    """The text of a link to a file, or what its tooltip says the file is."""
    tooltip = TOOLTIP.search(plain(str(anchor.get("data-simpletooltip-text") or "")))
    return line_of(anchor) or (tooltip and (tooltip["quoted"] or tooltip["named"])) or None


def add_files(
    council: Council,
    main: Tag,
    *,
    meeting: str | None = None,
    item: str | None = None,
    paper: str | None = None,
) -> None:
    """A record for each file of the panels in the head: documents, and attachments of what the page is about."""
    for anchor in main.select("#dokumenteHeaderPanel a[href]"):
        add_file(council, anchor, None, meeting=meeting, item=item, paper=paper)
    for anchor in main.select("#anlagenHeaderPanel a[href]"):
        add_file(council, anchor, "Anlage", meeting=meeting, item=item, paper=paper)


def add_file(
    council: Council,
    anchor: Tag,
    field: str | None,
    *,
    meeting: str | None = None,
    item: str | None = None,
    paper: str | None = None,
) -> None:
    """A record of the file a link leads to; a link that opens a dialogue leads to none."""
    address, label = str(anchor["href"]).strip(), label_of(anchor)
    if not FILE.search(address):
        return
    council.file(
        address,
        label,
        field=field,
        hint=str(anchor.get("data-simpletooltip-text") or "").replace("PDF", "PDF-Format") or None,
        stable=lasting(address),
        meeting=meeting,
        item=item,
        paper=paper,
    )


def lasting(address: str) -> str:
    """What stays of an address: without the number of the visit, and from the program on."""
    return VISIT.sub("", address).rpartition("/")[2]


def strange_attachments(main: Tag) -> Iterator[str]:
    """Names of attachments in the folded list below that the panel in the head does not have."""
    named = {label_of(anchor) for anchor in main.select("#anlagenHeaderPanel a.attlink")}
    for anchor in main.select("table.attachmentTable a.attlink"):
        label = label_of(anchor)
        if label and label not in named:
            yield label


def _target(address: str) -> tuple[str, ...]:
    """The program with the numbers it names, or the whole address."""
    program = PROGRAM.match(address)
    if program is None or FILE.search(address):
        return (address,)
    numbers = sorted(
        f"{name}={value}" for name, value in parse_qsl(program["query"] or "") if NUMBER.search(name)
    )
    own = [
        number for number in numbers if not (program["program"] == "vo020" and number.startswith("TOLFDNR"))
    ]
    return (program["program"], *(own or [address]))
