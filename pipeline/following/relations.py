"""Papers that go back to others, told by their numbers (`2022/0100/1`) or in words (`ersetzt Vorlage 12/2022`)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from db.records.following import RelationKind
from pipeline.findings import Citation, PaperRelation
from pipeline.following.vocabulary import WORDS, any_of

YEAR = r"(?:19|20)\d\d"
FORMS: tuple[tuple[RelationKind, re.Pattern[str]], ...] = (
    ("amends", re.compile(r"(?P<base>.*\d)[/-](?:Ä|ÄA|AE|A)[-/]?\d{1,2}")),
    ("supplements", re.compile(r"(?P<base>.*\d)(?:[/-](?:E|ERG|N)\d{0,2}|\s\d\.\s?Ergänzung)")),
    ("follows", re.compile(rf"(?P<base>{YEAR}/\d{{3,5}})[/-]0?\d")),
    ("follows", re.compile(rf"(?P<base>(?:[A-Za-zÄÖÜ]{{1,5}}[-/ ]?)?\d{{2,5}}/{YEAR})[/-]0?\d")),
    ("follows", re.compile(rf"(?P<base>[A-Za-zÄÖÜ]{{1,5}}[-/ ]?{YEAR}/\d{{2,5}})[/-]0?\d")),
    ("follows", re.compile(r"(?P<base>(?:[A-Za-zÄÖÜ]{1,5}[. ]{0,2})?\d\d-\d{4})\.\d{1,2}")),
)
"""How a number shows that its paper goes back to another, whose number is the group `base`."""
KINDS: tuple[RelationKind, ...] = ("replaces", "revises", "amends", "answers", "supplements")
PATTERNS = {kind: re.compile(rf"\b(?:{any_of(WORDS['relation'][kind])})\b", re.IGNORECASE) for kind in KINDS}
BETWEEN = 90
"""So many letters may stand between the word and the earlier paper's number."""


def base_of(number: str) -> tuple[str, RelationKind] | None:
    """The number of the paper that a paper of this number goes back to."""
    for kind, form in FORMS:
        if match := form.fullmatch(number):
            return match["base"], kind
    return None


def relations(
    text: str, papers: Sequence[Citation], own: str | None, sentences: Sequence[tuple[int, int]]
) -> Iterator[PaperRelation]:
    """The relations that a text tells; `papers` are its citations of papers, `own` the number of the paper it is."""
    told: set[tuple[str, str]] = set()
    for found in (*_in_words(text, papers, own, sentences), *_by_number(papers)):
        if (found.paper, found.related) not in told and found.paper != found.related:
            told.add((found.paper, found.related))
            yield found


def _by_number(papers: Sequence[Citation]) -> Iterator[PaperRelation]:
    for paper in papers:
        if base := base_of(paper.normalized):
            yield PaperRelation(
                start=paper.start,
                end=paper.end,
                paper=paper.normalized,
                related=base[0],
                kind=base[1],
                rule="relation: number",
            )


def _in_words(
    text: str, papers: Sequence[Citation], own: str | None, sentences: Sequence[tuple[int, int]]
) -> Iterator[PaperRelation]:
    """A word of relation before a number: the later paper stands before it in the sentence, or is the text itself."""
    starts = [start for start, _ in sentences]
    by_sentence: dict[int, list[Citation]] = {}
    for paper in papers:
        by_sentence.setdefault(bisect_right(starts, paper.start) - 1, []).append(paper)
    for number, inside in by_sentence.items():
        start = starts[max(number, 0)] if starts else 0
        for place, paper in enumerate(inside):
            before = inside[place - 1] if place else None
            begin = max(before.end if before else start, paper.start - BETWEEN)
            later = before.normalized if before else own
            kind = next(
                (kind for kind, word in PATTERNS.items() if word.search(text, begin, paper.start)), None
            )
            if kind and later and not re.search(r"[.;:]\s", text[begin : paper.start].strip()):
                if re.search(r"\bdurch\b", text[begin : paper.start]):
                    later, paper_number = paper.normalized, later
                else:
                    paper_number = paper.normalized
                yield PaperRelation(
                    start=before.start if before else begin,
                    end=paper.end,
                    paper=later,
                    related=paper_number,
                    kind=kind,
                    rule="relation: words",
                )
