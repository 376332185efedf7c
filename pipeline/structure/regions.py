"""Items and sections where the document's format tells them: its regions go before what the text looks like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from db.records.council import AgendaItem
from db.records.reading import Region
from pipeline.findings import Item, SectionKind, Span
from pipeline.structure.numbers import opening_of, plain_opening


def items_in(text: str, regions: Sequence[Region], agenda: Iterable[AgendaItem]) -> tuple[Item, ...]:
    """One item for each agenda item that regions name, from the first of its regions to the end of the last.

    Number and title are those of the agenda that the source states, else told where the text begins so.
    """
    stated = {item.id: item for item in agenda}
    found: dict[str, list[Region]] = {}
    for region in sorted(regions, key=lambda region: region.start):
        if region.item is not None:
            found.setdefault(region.item, []).append(region)
    return tuple(_item(text, name, parts, stated.get(name)) for name, parts in found.items())


def _item(text: str, name: str, parts: Sequence[Region], stated: AgendaItem | None) -> Item:
    start, end = min(part.start for part in parts), max(part.end for part in parts)
    line = text[start:end].lstrip().split("\n", 1)[0]
    opening = opening_of(line) or plain_opening(line)
    number = opening.number if opening else None
    title = line[opening.title_at :].strip() or None if opening else None
    return Item(
        id=name,
        start=start,
        end=end,
        number=stated.number if stated else number,
        title=stated.title if stated else title,
        public=all(part.public for part in parts),
    )


def innermost(paragraph: Span, regions: Sequence[Region]) -> Region | None:
    """The smallest region in which the paragraph begins; of an item's own region only where there is no other."""
    around = [region for region in regions if region.start <= paragraph.start < region.end]
    return min(around, key=lambda region: (region.kind == "item", region.end - region.start), default=None)


def kinds_in(
    paragraphs: Sequence[Span], regions: Sequence[Region], guessed: Sequence[SectionKind]
) -> Iterator[SectionKind]:
    """What each paragraph is: by its region, and by its looks inside discussions and outside all regions."""
    for paragraph, guess in zip(paragraphs, guessed, strict=True):
        region = innermost(paragraph, regions)
        if region is None:
            yield guess
        elif region.kind == "item":
            yield guess if guess in ("heading", "decision", "vote", "proposal") else "discussion"
        elif region.kind == "discussion" and guess in ("decision", "vote", "proposal"):
            yield guess
        else:
            yield region.kind
