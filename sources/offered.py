"""What a page offers besides its text: files by their kind, links, and how well its layout is the one expected."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, cast

from db.records.reading import LayoutFit, Link, LinkKind
from sources.words import VOCABULARIES

FileKind = Literal["minutes", "invitation", "agenda", "notice", "paper", "attachment", "result", "other"]

_LISTED = tomllib.loads((VOCABULARIES / "file_kinds.toml").read_text("utf-8"))
RULES: tuple[tuple[FileKind, re.Pattern[str]], ...] = tuple(
    (cast(FileKind, rule["kind"]), re.compile("|".join(rule["names"]))) for rule in _LISTED["rule"]
)
PDF = re.compile(r"\.pdf\b|\bPDF-Format\b|\bDateityp: pdf\b", re.IGNORECASE)


def file_kind(*names: str | None) -> FileKind:
    """What a file is by the first of its names that tells (its own, then the label of the field it stands in)."""
    for name in names:
        plain = " ".join((name or "").lower().split())
        if kind := next((kind for kind, pattern in RULES if pattern.search(plain)), None):
            return kind
    return "other"


def media_type(*told: str | None) -> str | None:
    """The media type that an address, title or label names; only PDF is named by the systems seen."""
    return "application/pdf" if any(text and PDF.search(text) for text in told) else None


def links_to(
    labels: Mapping[str, str], programs: Iterable[tuple[re.Pattern[str], LinkKind]], hidden: frozenset[str]
) -> Iterator[Link]:
    """The links to addresses of the system, each with its label; `programs` tell what is behind an address.

    Addresses that no program knows lead out of the system; those in `hidden` are not followed.
    """
    known = tuple(programs)
    for address, label in labels.items():
        kind = next((kind for program, kind in known if program.search(address)), None)
        if kind and address not in hidden:
            yield Link(kind=kind, address=address, label=label or None)


def layout_fit(elements: Iterable[tuple[str, bool]]) -> LayoutFit:
    """The fit of a page from its expected elements and whether each was found; a missing name is told once."""
    expected = list(elements)
    missing = dict.fromkeys(name for name, found in expected if not found)
    return LayoutFit(
        expected=len(expected), found=sum(found for _, found in expected), missing=tuple(missing)
    )


def repeated(numbers: Iterable[tuple[str, bool]]) -> tuple[str, ...]:
    """The numbers of items that stand more than once in their part (public or not) of an agenda."""
    return tuple(number for (number, _), times in Counter(numbers).items() if times > 1)
