"""Finding a row of the database again among the letters of a gold document."""

from __future__ import annotations

from collections.abc import Sequence

from models.evaluation.gold import GoldDocument, letters

WHOLE_UNIT = 12
"""A text shorter than this many letters is only found where a unit begins: "Ja." is not in "Jahr"."""
TORN = 40
"""A text at least this long may be found by its two ends alone: a page header may stand in its middle."""
END = 25
"""Letters of each end that must be found then."""


class Places:
    """Looks up texts in reading order: each search begins behind the beginning of the last find."""

    def __init__(self, gold: GoldDocument) -> None:
        self.letters = gold.letters
        self.unit_starts = {unit.start for unit in gold.units}
        self.cursor = 0

    def find(self, text: str | None, start: int = 0) -> tuple[int, int] | None:  # noqa: ARG002
        """The half-open range of a text in letters, None where it does not stand in the document.

        Gold with text knows no offsets, so `start` is not looked at.
        """
        wanted = letters(text)
        if not wanted:
            return None
        place = self._whole(wanted, self.cursor)
        if place is None and self.cursor:
            place = self._whole(wanted, 0)
        place = place or self._torn(wanted)
        if place:
            self.cursor = max(self.cursor, place[0] + 1)
        return place

    def _whole(self, wanted: str, start: int) -> tuple[int, int] | None:
        at = self.letters.find(wanted, start)
        while at >= 0 and len(wanted) < WHOLE_UNIT and at not in self.unit_starts:
            at = self.letters.find(wanted, at + 1)
        return (at, at + len(wanted)) if at >= 0 else None

    def _torn(self, wanted: str) -> tuple[int, int] | None:
        if len(wanted) < TORN:
            return None
        head, tail = self.letters.find(wanted[:END]), self.letters.rfind(wanted[-END:])
        length = tail + END - head
        if head >= 0 and tail >= 0 and 0 < length < 1.5 * len(wanted) + 200:
            return head, tail + END
        if head >= 0:
            return head, head + len(wanted)
        return (max(0, tail + END - len(wanted)), tail + END) if tail >= 0 else None


class Offsets:
    """Knows where a row stands in the letters of gold in offsets, because it says where it stands in the reading."""

    def __init__(self, letters_before: Sequence[int]) -> None:
        self.before = letters_before

    def find(self, text: str | None, start: int = 0) -> tuple[int, int] | None:
        """The half-open range of a text in letters."""
        end = start + len(text or "")
        return (self.before[start], self.before[end]) if text and end < len(self.before) else None


def places_in(gold: GoldDocument) -> Places | Offsets:
    """How rows are found in a gold document."""
    return Places(gold) if gold.letters_before is None else Offsets(gold.letters_before)
