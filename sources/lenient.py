"""Types for foreign JSON that is taken as it comes: text, truth, objects and lists, whatever stands in their place."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator


def as_text(value: Any) -> str | None:
    """Text without space around; None for what is empty or no text."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value).strip() or None


def as_reference(value: Any) -> Any:
    """An object or an address; None for `[]`, `{}` and `""`."""
    if isinstance(value, list):
        value = value[0] if value else None
    return value if isinstance(value, dict) and value else as_text(value)


def as_list(value: Any) -> list[Any]:
    """Objects and addresses in a list, whatever stood there."""
    values = value if isinstance(value, list) else [value]
    return [found for found in map(as_reference, values) if found]


def as_texts(value: Any) -> list[str]:
    """Texts in a list, whatever stood there."""
    values = value if isinstance(value, list) else [value]
    return [found for found in map(as_text, values) if found]


def as_truth(value: Any) -> bool | None:
    """Truth as JSON, number or text tells it."""
    if isinstance(value, str):
        return {"true": True, "1": True, "false": False, "0": False}.get(value.strip().lower())
    return bool(value) if isinstance(value, bool | int) else None


def as_object(value: Any) -> dict[str, Any] | None:
    """An object; None for anything else."""
    return value if isinstance(value, dict) and value else None


def as_objects(value: Any) -> list[dict[str, Any]]:
    """The objects in a list, or the one that stands in its place."""
    values = value if isinstance(value, list) else [value]
    return [found for found in map(as_object, values) if found]


AS_OBJECT = BeforeValidator(as_object)
AS_OBJECTS = BeforeValidator(as_objects)
Text = Annotated[str | None, BeforeValidator(as_text)]
Texts = Annotated[list[str], BeforeValidator(as_texts)]
Truth = Annotated[bool | None, BeforeValidator(as_truth)]
Reference = Annotated[dict[str, Any] | str | None, BeforeValidator(as_reference)]
References = Annotated[list[dict[str, Any] | str], BeforeValidator(as_list)]
