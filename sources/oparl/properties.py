"""Properties of OParl objects: as lines of text, and what is read off them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sources.oparl import models
from sources.oparl.shapes import told
from sources.oparl.wording import LABELS


def shown(thing: models.Thing) -> Iterable[str]:
    """The labelled properties of an object that are text, in the order of the vocabulary; vendors' own behind them."""
    for field, label in LABELS.items():
        value = getattr(thing, field, None)
        if isinstance(value, bool):
            value = "ja" if value else "nein"
        elif isinstance(value, list):
            value = ", ".join(entry for entry in value if isinstance(entry, str) and "://" not in entry)
        if isinstance(value, str) and value and not value.startswith(("http://", "https://")):
            yield f"{label}: {value}"
    for field, value in (thing.model_extra or {}).items():
        if isinstance(value, str | int | float) and value != "":
            yield f"{field}: {value}"


def many(value: Any) -> list[Any]:
    """The values of a property, whether it holds one or several."""
    return value if isinstance(value, list) else [] if value is None else [value]


def place_of(place: models.Location | None) -> tuple[str | None, str | None]:
    """Room and place of a location."""
    if place is None:
        return None, None
    town = " ".join(filter(None, (place.postalCode, place.locality)))
    address = ", ".join(filter(None, (place.streetAddress, town)))
    return place.room, place.description or address or None


def address_of(value: Any) -> str | None:
    """The address of what is referred to or embedded."""
    told = value.get("id") if isinstance(value, dict) else value
    return told if isinstance(told, str) and told else None


def order_of(item: models.AgendaItem) -> float:
    """The place of an item; items without one keep theirs at the end."""
    try:
        return float(item.order or "inf")
    except ValueError:
        return float("inf")


def without(name: str, *parts: str | None) -> str:
    """A name without form of address and titles in front."""
    for part in filter(None, parts):
        name = name.removeprefix(part).strip()
    return name


def body_of(objects: Iterable[tuple[str, dict[str, Any]]]) -> str | None:
    """The municipality that the first object with an embedded body names."""
    for _, data in objects:
        body = data.get("body")
        if isinstance(body, dict) and told(body, "Body")[0] == "Body" and isinstance(body.get("name"), str):
            return str(body["name"]).strip() or None
    return None
