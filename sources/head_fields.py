"""The labelled fields at the head of a page of a council information system (`Gremium: Hauptausschuss`)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, cast

from sources.words import VOCABULARIES

FieldName = Literal[
    "meeting",
    "item",
    "committee",
    "result",
    "date",
    "time",
    "status",
    "occasion",
    "room",
    "location",
    "remark",
    "subject",
    "paper",
    "paper_type",
    "initiator",
    "author",
    "office",
    "clerk",
    "consultations",
    "related",
]

LABELS: dict[str, FieldName] = {
    label: cast(FieldName, name)
    for name, labels in tomllib.loads((VOCABULARIES / "head_labels.toml").read_text("utf-8")).items()
    for label in labels
}
_NAMES = "|".join(sorted(map(re.escape, LABELS), key=len, reverse=True))
LABEL = re.compile(rf"(?:(?<![\w/-])|(?<=[a-zäöüß])(?=[A-ZÄÖÜ]))({_NAMES})\s?:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field as the page shows it."""

    name: FieldName
    label: str
    value: str


class Fields:
    """The fields of a head in page order; a label may occur twice (`Status:` of the meeting and of the paper)."""

    def __init__(self, fields: Iterable[Field]) -> None:
        self.all = tuple(fields)

    def get(self, name: FieldName) -> str | None:
        """The first filled value of this name."""
        return next((field.value for field in self.all if field.name == name and field.value), None)


def field_of(label: str, value: str) -> Field | None:
    """The field of a table cell's label; None for labels that are not in the vocabulary."""
    name = LABELS.get(label.strip().rstrip(":").strip())
    return Field(name=name, label=label, value=value) if name else None


def fields_in(lines: Iterable[str]) -> Iterator[Field | str]:
    """The fields of pasted lines, which may stand several in a line and glued (`Status:öffentlichVorlage-Art:…`),
    and the lines between them that have no label; a label alone in its line takes the next line as its value."""
    waiting: Field | None = None
    for line in filter(None, map(str.strip, lines)):
        labels = list(LABEL.finditer(line))
        if waiting:
            value = "" if labels and labels[0].start() == 0 else line[: labels[0].start() if labels else None]
            yield Field(name=waiting.name, label=waiting.label, value=value.strip())
            waiting = None
            if not labels:
                continue
        elif not labels or line[: labels[0].start()].strip():
            yield line[: labels[0].start() if labels else None].strip()
        for label, following in zip(labels, [*labels[1:], None], strict=False):
            value = line[label.end() : following.start() if following else None].strip()
            field = Field(name=LABELS[label[1]], label=label[1], value=value)
            if value or following:
                yield field
            else:
                waiting = field
    if waiting:
        yield waiting
