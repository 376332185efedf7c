"""The objects of a list, each as a document of its own at its own address, so that a changed one replaces itself."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any
from urllib.parse import urlsplit

from sources.detection import decoded
from sources.oparl.shapes import loaded, told


def objects_in(content: bytes, hosts: Collection[str], address: str) -> list[tuple[str, bytes]] | None:
    """Address and bytes of each object of the list at an address; None for what is no list or has no such object.

    The bytes are the same as long as the object is, in whatever list and order of properties it stands. What has no id
    at one of the hosts, or is of no known type, stays with the list: it comes last, as the list without the others.
    """
    page = loaded(decoded(content))
    entries = page.get("data") if isinstance(page, dict) else page
    if not isinstance(entries, list) or (isinstance(page, dict) and "id" in page):
        return None
    own = {entry["id"]: entry for entry in entries if _stands_alone(entry, hosts, address)}
    if not own:
        return None
    rest = [entry for entry in entries if not _stands_alone(entry, hosts, address)]
    parts = [(key, canonical(entry)) for key, entry in own.items()]
    left = {**page, "data": rest} if isinstance(page, dict) else rest
    return [*parts, (address, canonical(left))] if rest else parts


def _stands_alone(entry: Any, hosts: Collection[str], address: str) -> bool:
    """Whether an entry is an object that can be read without its list; no server tells of what is at another's."""
    if not isinstance(entry, dict) or not isinstance(entry.get("id"), str) or entry["id"] == address:
        return False
    try:
        host = urlsplit(entry["id"]).netloc.lower()
    except ValueError:
        return False
    return host in {known.lower() for known in hosts} and told(entry)[0] is not None


def canonical(value: Any) -> bytes:
    """JSON with its properties in alphabetical order, without white space; in ASCII, which has room for any string."""
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode("ascii")
