"""Family names that are spelled differently and may mean one person."""

from __future__ import annotations

from db.records.ids import slug

_LONG_ENOUGH = 6
"""Shorter names that differ in a letter are too often two names (`Meier`, `Meyer`)."""


def key(family_name: str) -> str:
    """The name without regard to accents, umlauts written out, hyphens and capitals."""
    return slug(family_name)


def one_slip_apart(one: str, other: str) -> bool:
    """Whether two longer names differ by one letter more, less, other, or two changed places."""
    a, b = sorted((key(one), key(other)), key=len)
    if len(a) < _LONG_ENOUGH or len(b) - len(a) > 1 or a == b:
        return False
    at = next((i for i, pair in enumerate(zip(a, b, strict=False)) if pair[0] != pair[1]), len(a))
    if len(a) < len(b):
        return a[at:] == b[at + 1 :]
    swapped = a[at + 1 : at + 2] + a[at : at + 1] == b[at : at + 2]
    return a[at + 1 :] == b[at + 1 :] or (swapped and a[at + 2 :] == b[at + 2 :])


def genitive_of(name: str, known: str) -> bool:
    """`Brinks` may be the genitive of `Brink`."""
    return name == f"{known}s"
