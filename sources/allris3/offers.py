"""Where an ALLRIS 3 page leads: links, forms with a hidden number in their place, and files.

Files stand behind forms to `do027.asp` whose button names them, attachments behind links to copies that the system
makes anew for each visit (`___tmp/…/13-Anlagen/01/Plan.pdf`): only the end of such an address stays.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import cast
from urllib.parse import parse_qsl, urlencode

from bs4 import Tag

from db.records.extraction import Doubt
from db.records.reading import Link, LinkKind
from sources.markup import line_of, plain
from sources.words import VOCABULARIES

PROGRAMS: dict[str, str] = {
    program: kind
    for kind, programs in tomllib.loads((VOCABULARIES / "allris3_programs.toml").read_text("utf-8")).items()
    for program in programs
}
PROGRAM = re.compile(r"^(?:[./]*|/.*/)(?P<program>[\w.]+?)\.asp(?:\?(?P<query>[^#]*))?")
NUMBER = re.compile(r"LFDNR$")
PASSED = re.compile(r"[?&](?:BES=1|SORT=|toggleMenu=|selfaction=|VO040COL)")
"""Addresses that show the page itself in another way: decisions unfolded, another order, another menu."""

COPIED = re.compile(r"^(?:[./]*)___tmp/.*?(?=\d+-Anlagen/|[^/]+$)")
REMARK = re.compile(r"\s*\(Öffnet\b.*$", re.IGNORECASE | re.DOTALL)


def links_in(*parts: Tag) -> tuple[Link, ...]:
    """The links of these parts of a page, each once; a form counts where no link leads to the same."""
    found: dict[tuple[str, ...], Link] = {}
    for part in parts:
        for link in (*_anchors(part), *_forms(part)):
            found.setdefault(_target(link), link)
    return tuple(found.values())


def strange_links(*parts: Tag) -> tuple[Doubt, ...]:
    """A doubt for each program of the system that is not in the vocabulary."""
    addresses = (
        str(element.get("href") or element.get("action"))
        for part in parts
        for element in part.select("a[href], form[action]")
    )
    programs = {match["program"] for match in map(PROGRAM.match, addresses) if match} - PROGRAMS.keys()
    return tuple(
        Doubt(
            message=f"the page leads to {program}.asp, which is not known",
            advice="look where it leads, and enter the program in vocabularies/allris3_programs.toml",
            stage="parse",
        )
        for program in sorted(programs)
    )


def _anchors(part: Tag) -> Iterator[Link]:
    for anchor in part.select("a[href]"):
        address = str(anchor["href"]).strip()
        if kind := kind_of(address):
            yield Link(kind=kind, address=address, label=line_of(anchor) or None)


def _forms(part: Tag) -> Iterator[Link]:
    for form in part.select("form[action]"):
        if link := link_of(form):
            yield link


def link_of(form: Tag) -> Link | None:
    """Where a form leads that posts the number of something; None for searches and exports."""
    address, fields = str(form["action"]), _fields(form)
    names = {name for name, _ in fields}
    kind = kind_of(address)
    if kind is None or not any(NUMBER.search(name) for name in names) or "selfaction" in names:
        return None
    return Link(kind=kind, address=address, label=label_of(form), form=fields)


def kind_of(address: str) -> LinkKind | None:
    """What is to be expected at an address of the system; None for addresses that do not lead on."""
    if COPIED.match(address):
        return "file"
    program = PROGRAM.match(address)
    if program is None or PASSED.search(address):
        return None
    kind = PROGRAMS.get(program["program"])
    return None if kind in (None, "passed") else cast(LinkKind, kind)


def label_of(form: Tag) -> str | None:
    """What the button of a form says: its value, or its title where the value is an abbreviation."""
    button = form.select_one("input[type=submit]")
    if button is None:
        return None
    value, title = plain(str(button.get("value") or "")), plain(str(button.get("title") or ""))
    short = any(name.startswith("il1") for name in button.get_attribute_list("class") if name)
    return (REMARK.sub("", title) if short or not value else value) or None


def posted(link: Link) -> str:
    """The address of a link, with the fields of its form as its query: forms share one address."""
    if not link.form:
        return link.address
    return f"{link.address}{'&' if '?' in link.address else '?'}{urlencode(link.form)}"


def lasting(address: str) -> str:
    """What stays of the address of a copy: `13-Anlagen/01/Plan.pdf`; other addresses stay as they are."""
    return COPIED.sub("", address)


def _fields(form: Tag) -> tuple[tuple[str, str], ...]:
    return tuple(
        (str(field["name"]), str(field.get("value") or ""))
        for field in form.select("input[type=hidden][name]")
    )


def _target(link: Link) -> tuple[str, ...]:
    """What a link leads to: the program with the numbers it names, or the whole address where it names none."""
    program = PROGRAM.match(link.address)
    if program is None:
        return ("", link.address)
    pairs = (*parse_qsl(program["query"] or ""), *(link.form or ()))
    numbers = sorted({f"{name}={value}" for name, value in pairs if NUMBER.search(name)})
    return (program["program"], *(numbers or [link.address]))
