"""Checking a quotation: whether it stands in the minutes letter by letter, nearly, or not at all, and who said it.

The words lead to the sentences that share most of them; there the quotation is laid over the text as it fits best.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate
from typing import Any, Literal

from datasette.database import Database
from markupsafe import Markup
from rapidfuzz import fuzz

from db.search.stems import stem
from db.search.words import WORD
from db.site import citing

LONGEST = 2000
SHORTEST = 2
"""Words of a quotation: one word is a search, not a quotation."""

CANDIDATES = 40
MOST_WORDS = 24

MOST_SENTENCES = 5000
"""So many sentences are put in order of how many words they share, which takes some ten milliseconds."""

FEWEST_SHARED = 4

NEARLY = 72.0
"""How alike (of 100) a place must be to be shown: below, other sentences on the same matter begin to be alike."""

FOUND = """
    select {columns} found.start, found.end, found.document_id, texts.text as whole,
        bodies.name as body, organizations.name as organization, agenda_items.number, agenda_items.title as item,
        coalesce(meetings.start, documents.date) as date, found.page, found.id
    from search_index
    join search_entries on search_entries.id = search_index.rowid
    join {table} as found on found.id = search_entries.row_id
    join documents on documents.id = found.document_id
    join texts on texts.document_id = found.document_id
    left join agenda_items on agenda_items.id = found.agenda_item_id
    left join meetings on meetings.id = coalesce(agenda_items.meeting_id, documents.meeting_id)
    left join organizations on organizations.id = meetings.organization_id
    left join bodies on bodies.id = coalesce(meetings.body_id, documents.body_id)
    where search_index match :expression and search_entries.kind = '{table}'
    order by rank limit {limit}
"""

KINDS = {
    "statements": "'a' as anchor, found.speaker, found.speaker_name, found.kind,",
    "decisions": "'b' as anchor, null as speaker, null as speaker_name, null as kind,",
}

TYPOGRAPHY = str.maketrans(
    {"„": '"', "“": '"', "”": '"', "»": '"', "«": '"', "‚": "'", "‘": "'", "’": "'", "–": "-"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a quotation stands, or nearly stands; `row` tells who, when and where.

    `text` is what stands there, `difference` the quotation beside it, word by word.
    """

    verdict: Literal["verbatim", "nearly"]
    likeness: int
    text: str
    difference: Markup
    row: dict[str, Any]

    @property
    def address(self) -> str:
        """Its lasting address below the site's own."""
        return citing.address(self.row)


async def places(database: Database, quotation: str, most: int = 5) -> list[Place]:
    """Where a quotation stands, the most alike first; empty where nothing is like it."""
    quoted = _plain(quotation[:LONGEST])
    words = [word for word in WORD.findall(quoted) if len(word) > 1][:MOST_WORDS]
    if len(words) < SHORTEST:
        return []
    expression = await _candidates(database, list(dict.fromkeys(map(stem, words))))
    if expression is None:
        return []
    found: list[Place] = []
    for table, columns in KINDS.items():
        sql = FOUND.format(table=table, columns=columns, limit=CANDIDATES)
        for row in (await database.execute(sql, {"expression": expression})).rows:
            place = _place(quoted, dict(row))
            if place:
                found.append(place)
    return sorted(found, key=lambda place: -place.likeness)[:most]


async def _candidates(database: Database, stems: list[str]) -> str | None:
    """An expression for the sentences that share the rarest words of a quotation; None where all words are unknown.

    Common words lead to half the collection: what consists of nothing else must share several of them.
    """
    sql = (
        f"select term, doc from search_words where col = 'forms' and term in ({', '.join('?' * len(stems))})"
    )
    counts = sorted((row["doc"], row["term"]) for row in (await database.execute(sql, stems)).rows)
    if not counts:
        return None
    together = accumulate(doc for doc, _ in counts)
    rare = [f'"{term}"' for (_, term), total in zip(counts, together, strict=True) if total <= MOST_SENTENCES]
    chosen = " OR ".join(rare) or " AND ".join(f'"{term}"' for _, term in counts[:FEWEST_SHARED])
    return f"forms : ({chosen})"


def _place(quoted: str, row: dict[str, Any]) -> Place | None:
    """The quotation laid over the text around a sentence; None where it is not alike or begins in another sentence."""
    around = len(quoted)
    begin = max(0, row["start"] - around)
    window = row.pop("whole")[begin : row["end"] + around]
    plain, offsets = _plain_with_offsets(window)
    laid = _laid(quoted, plain)
    if laid is None or not row["start"] <= begin + offsets[laid[0]] < row["end"]:
        return None
    stands = plain[laid[0] : laid[1]]
    likeness = fuzz.ratio(quoted, _plain(stands))
    if likeness < NEARLY:
        return None
    return Place(
        verdict="verbatim" if quoted in stands else "nearly",
        likeness=100 if quoted in stands else min(99, round(likeness)),
        text=window[offsets[laid[0]] : offsets[laid[1] - 1] + 1],
        difference=_difference(quoted, stands),
        row=row,
    )


def _laid(quoted: str, plain: str) -> tuple[int, int] | None:
    """The words of a text that are most like the quotation, as offsets; None where the text is much too short."""
    if len(plain) < len(quoted) // 2:
        return None
    alignment = fuzz.partial_ratio_alignment(quoted, plain)
    if alignment is None:
        return None
    words = [(word.start(), word.end()) for word in re.finditer(r"\S+", plain)]
    inside = [word for word in words if word[1] > alignment.dest_start and word[0] < alignment.dest_end]
    return _trimmed(quoted, plain, inside)


def _trimmed(quoted: str, plain: str, words: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The words without those at the ends that make them less alike: what was changed may be longer or shorter."""

    def likeness(words: list[tuple[int, int]]) -> float:
        return fuzz.ratio(quoted, _plain(plain[words[0][0] : words[-1][1]])) if words else -1.0

    while words:
        shorter = max(words[1:], words[:-1], key=likeness)
        if likeness(shorter) < likeness(words):
            return words[0][0], words[-1][1]
        words = shorter
    return None


def _plain(text: str) -> str:
    """The letters that count: typographic quotation marks and dashes, line breaks and marks around do not."""
    return " ".join(text.translate(TYPOGRAPHY).split()).strip("\"' ….,;:")


def _plain_with_offsets(text: str) -> tuple[str, list[int]]:
    """The text with single blanks, and for each of its letters its offset in `text`."""
    letters, offsets = [], []
    for match in re.finditer(r"\S|\s+", text):
        letters.append(" " if match[0].isspace() else match[0].translate(TYPOGRAPHY))
        offsets.append(match.start())
    return "".join(letters), offsets


def _difference(quoted: str, stands: str) -> Markup:
    """The text of the minutes with what the quotation left out or changed: <del> is only in the quotation."""
    one, other = quoted.split(), stands.split()
    pieces: list[Markup] = []
    for tag, start, end, from_, to in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Markup.escape(" ".join(other[from_:to])))
            continue
        if start < end:
            pieces.append(Markup("<del>{}</del>").format(" ".join(one[start:end])))
        if from_ < to:
            pieces.append(Markup("<ins>{}</ins>").format(" ".join(other[from_:to])))
    return Markup(" ").join(pieces)
