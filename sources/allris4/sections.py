"""The folding sections of a page: each has a heading, a button that folds it, and the text in `.docPart`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import Tag

from sources.excerpt import kind_of_line
from sources.markup import line_of, paragraphs_of, plain

FOLD = re.compile(
    r"\s+(?:aus|ein)blenden$|\s+(?:anzeigen|aufklappen|zuklappen)$|^(?:reduzieren|erweitern)$", re.I
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section; `label` as the page shows it, else as the button that folds it says."""

    label: str
    paragraphs: tuple[str, ...]


def sections(main: Tag) -> Iterator[Section]:
    """The sections that have text, in page order."""
    for part in main.select(".compFull"):
        texts = [paragraph for document in part.select(".docPart") for paragraph in paragraphs_of(document)]
        if texts:
            yield Section(label=label_of(part), paragraphs=tuple(texts))


def label_of(part: Tag) -> str:
    """The heading of a section, else what its button says without the word for folding."""
    if heading := line_of(part.select_one("h2")):
        return heading
    tips = [plain(str(link["data-simpletooltip-text"])) for link in part.select("a[data-simpletooltip-text]")]
    labels = [FOLD.sub("", tip) for tip in tips]
    return next((label for label in labels if kind_of_line(label)), next(iter(labels), ""))
