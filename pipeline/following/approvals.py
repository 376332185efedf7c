"""Later minutes on earlier ones: `Genehmigung der Niederschrift über die Sitzung vom 12.05.2021`.

The day is told in the item's title or in the sentence; what became of it in the sentence, else in the item's outcome.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from db.records.dates import days_in
from db.records.following import ApprovalStatus
from pipeline.findings import Approval, Item
from pipeline.following.vocabulary import WORDS, any_of

VOCABULARY = WORDS["approval"]
MINUTES = re.compile(rf"\b(?:{any_of(VOCABULARY['minutes'])})\b")
ABOUT_MINUTES = re.compile(
    rf"\b(?:{any_of(VOCABULARY['approving'])})\b.{{0,80}}?\b(?:{any_of(VOCABULARY['minutes'])})\b|"
    rf"\b(?:{any_of(VOCABULARY['minutes'])})\b.{{0,200}}?\b(?:{any_of(VOCABULARY['approving'])})\b"
    rf"|\b(?:{any_of(VOCABULARY['minutes'])})\b.{{0,120}}?\bSitzung",
    re.DOTALL,
)
APPROVING = re.compile(rf"\b(?:{any_of(VOCABULARY['approving'])})\b")
APPROVED = re.compile(
    rf"\b(?:wird|werden|wurde|wurden|ist|gilt|sei)\b.*\b(?:{any_of(VOCABULARY['approved'])})\b", re.DOTALL
)
OBJECTIONS = any_of(VOCABULARY["objections"])
UNOPPOSED = re.compile(
    rf"\b(?:[Kk]einerlei|[Kk]eine?|[Oo]hne)\s+(?:{OBJECTIONS})\b|\b(?:{OBJECTIONS})\b[^.;]{{0,90}}\b(?:nicht|keine)\b"
)
CHANGING = re.compile(any_of(VOCABULARY["changing"]))
OBJECTING = re.compile(any_of(VOCABULARY["objecting"]))
UNDECIDED = re.compile(any_of(VOCABULARY["undecided"]))
NON_PUBLIC = re.compile(any_of(VOCABULARY["non_public"]), re.IGNORECASE)
PUBLIC = re.compile(r"(?<!nicht)(?<!nicht[ -])(?:öffentliche[nr]?)\b", re.IGNORECASE)
OTHER_PAPERS = re.compile(
    r"\bvorstehende|\b(?:Niederschrift|Protokoll)\w*\s+(?:beigefügt|zu nehmen|genommen|gegeben|führ)"
)
ACCEPTED = ("accepted", "accepted_amended", "noted")


def of_item(
    text: str, item: Item, outcome: str | None, sentences: Sequence[tuple[int, int]], said: str | None
) -> Iterator[Approval]:
    """What an item whose title names minutes tells of them, one row for each day that the title or the text names."""
    title = " ".join((item.title or "").split())
    if not MINUTES.search(title) or not (ABOUT_MINUTES.search(title) or APPROVING.search(title)):
        return
    status, place = _status(text, item, outcome, sentences)
    if status is None or place is None:
        return
    days = _days(title, said) or _days(text[place[0] : place[1]], said) or _days(_body(text, item), said)
    for day in days or (None,):
        yield Approval(
            start=place[0],
            end=place[1],
            date=day,
            part=_part(title, item),
            status=status,
            rule="approval: item",
        )


def of_sentence(text: str, start: int, end: int, said: str | None) -> Iterator[Approval]:
    """What a sentence outside such an item tells: `Das Protokoll der Sitzung vom 3. Mai 2021 wird genehmigt.`"""
    sentence = text[start:end].strip()
    if not (MINUTES.search(sentence) and APPROVED.search(sentence)) or OTHER_PAPERS.search(sentence):
        return
    status = _status_of(sentence)
    days = _days(sentence, said)
    if status and days and re.search(r"\bSitzung|\bvom\b", sentence):
        begin = start + text[start:end].index(sentence)
        for day in days:
            yield Approval(
                start=begin,
                end=begin + len(sentence),
                date=day,
                part=_part(sentence, None),
                status=status,
                rule="approval: sentence",
            )


def _status(
    text: str, item: Item, outcome: str | None, sentences: Sequence[tuple[int, int]]
) -> tuple[ApprovalStatus | None, tuple[int, int] | None]:
    """The status with the sentence that tells it; corrections told anywhere in the item count."""
    approving: tuple[int, int] | None = None
    behind = _behind_title(text, item)
    changed = CHANGING.search(_body(text, item)) is not None
    for start, end in sentences:
        start, end = max(start, behind), min(end, item.end)
        sentence = text[start:end]
        if not sentence.strip():
            continue
        if UNDECIDED.search(sentence):
            return None, None
        if OBJECTING.search(sentence) and not UNOPPOSED.search(sentence):
            return "objected", _trimmed(text, start, end)
        if approving is None and (UNOPPOSED.search(sentence) or APPROVING.search(sentence)):
            approving = _trimmed(text, start, end)
    if approving is None and outcome in ACCEPTED:
        approving = _trimmed(text, item.start, behind)
    if approving is None or outcome in ("deferred", "rejected", "withdrawn"):
        return None, None
    return ("approved_with_changes" if changed or outcome == "accepted_amended" else "approved"), approving


def _status_of(sentence: str) -> ApprovalStatus | None:
    if UNDECIDED.search(sentence):
        return None
    if OBJECTING.search(sentence):
        return "objected"
    return "approved_with_changes" if CHANGING.search(sentence) else "approved"


def _behind_title(text: str, item: Item) -> int:
    """Where the item's heading ends; a title read too far ends where a sentence begins."""
    words = re.split(r"\s(?=(?:Die|Das|Gegen|Zu)\s)", item.title or "")[0].split()
    title = r"\s+".join(map(re.escape, words))
    match = re.compile(title).search(text, item.start, min(item.end, item.start + 600)) if title else None
    return match.end() if match else min(item.end, text.find("\n", item.start) % (len(text) + 1))


def _body(text: str, item: Item) -> str:
    return text[item.start : item.end]


def _days(text: str, said: str | None) -> list[str]:
    """The days named, without that of this meeting."""
    days = [day.iso for day in days_in(text)]
    return list(dict.fromkeys(day for day in days if day and (said is None or day < said)))


def _part(text: str, item: Item | None) -> Literal["public", "non_public"] | None:
    if item is not None and not item.public:
        return "non_public"
    non_public = NON_PUBLIC.search(text) is not None
    if non_public and not PUBLIC.search(NON_PUBLIC.sub("", text)):
        return "non_public"
    return "public" if not non_public and PUBLIC.search(text) else None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    told = text[start:end]
    start += len(told) - len(told.lstrip())
    return start, start + len(told.strip())
