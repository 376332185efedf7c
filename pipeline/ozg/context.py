"""Where in a document the OZG and digital administration are spoken of, and so what else may count there."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from pipeline.extensions import sentences_of
from pipeline.ozg.catalogue import read

REACH = 2500
"""Letters to either side within which a word keeps company; read off motions, press releases and excerpts, whose
paragraphs on one subject span about half a page to a page."""

ONLINE = re.compile(rf"\b(?:{'|'.join(read('facts.toml')['online'])})", re.IGNORECASE)
ONLINE_REACH = 400
"""Letters to either side within which a service must be said to be, or not to be, had online: a paragraph or the
heading above it."""

DIGITAL = re.compile(rf"\b(?:{'|'.join(read('facts.toml')['digital'])})\b", re.IGNORECASE)


def bounds(doc: Doc, text: str, spans: str) -> list[tuple[int, int]]:
    """The sentences or paragraphs of a document as half-open offsets; its blocks between empty lines where unknown."""
    if spans == "sentences" and doc.has_annotation("SENT_START"):
        return sentences_of(doc)
    if spans == "paragraphs" and doc._.paragraphs:
        return [(paragraph.start, paragraph.end) for paragraph in doc._.paragraphs]
    return [match.span() for match in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text)]


@dataclass(frozen=True, slots=True)
class Context:
    """Places of the OZG and of digital administration in a document, and the stretches that keep subjects apart."""

    ozg: Sequence[int]
    digital: Sequence[int]
    online: Sequence[int]
    items: Sequence[tuple[int, int]]
    sentences: Sequence[tuple[int, int]]
    paragraphs: Sequence[tuple[int, int]]

    def near_ozg(self, at: int) -> bool:
        """Whether the OZG is spoken of nearby, under the same agenda item."""
        return self._near(self.ozg, at)

    def near_digital(self, at: int) -> bool:
        """Whether digital administration or the OZG is spoken of nearby, under the same agenda item."""
        return self._near(self.ozg, at) or self._near(self.digital, at)

    def digital_in(self, start: int, end: int) -> bool:
        """Whether something digital or online stands between two places."""
        return any(
            bisect_left(places, start) < bisect_left(places, end) for places in (self.online, self.digital)
        )

    def of_ozg(self, at: int) -> bool:
        """Whether the OZG is a subject of this part of the document."""
        return self._near(self.ozg, at, 2 * REACH)

    def with_ozg(self, start: int, end: int) -> bool:
        """Whether the OZG is named between two places."""
        return bisect_left(self.ozg, start) < bisect_left(self.ozg, end)

    def sentence(self, at: int) -> tuple[int, int]:
        """The sentence around a place."""
        return _around(self.sentences, at)

    def paragraph(self, at: int) -> tuple[int, int]:
        """The paragraph around a place."""
        return _around(self.paragraphs, at)

    def online_around(self, start: int, end: int) -> bool:
        """Whether something digital stands close by, under the same agenda item, or the OZG in the sentence."""
        return (
            self.with_ozg(*self.sentence(start))
            or self._near(self.online, start, ONLINE_REACH)
            or self._near(self.online, end, ONLINE_REACH)
        )

    def _near(self, places: Sequence[int], at: int, reach: int = REACH) -> bool:
        low, high = at - reach, at + reach
        for start, end in self.items:
            if start <= at < end:
                low, high = max(low, start), min(high, end)
        return bisect_left(places, low) < bisect_right(places, high)


def _around(spans: Sequence[tuple[int, int]], at: int) -> tuple[int, int]:
    """The last span that begins at or before a place."""
    position = bisect_right(spans, at, key=lambda span: span[0]) - 1
    return spans[position] if position >= 0 else (at, at)


def context(doc: Doc, text: str, ozg: Sequence[int]) -> Context:
    """The context of a document whose mentions of the OZG begin at `ozg`, in order."""
    return Context(
        ozg=ozg,
        digital=[match.start() for match in DIGITAL.finditer(text)],
        online=[match.start() for match in ONLINE.finditer(text)],
        items=[(item.start, item.end) for item in doc._.items],
        sentences=bounds(doc, text, "sentences"),
        paragraphs=bounds(doc, text, "paragraphs"),
    )
