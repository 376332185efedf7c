"""What is evaluated: the findings of one document, from a database or fresh from the pipeline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from sqlite_utils import Database


class StatementRow(NamedTuple):
    """A statement; `kind` is indirect, continued or direct, `start` an offset into the reading."""

    speaker: str | None
    name: str | None
    text: str
    start: int = 0
    kind: str = "indirect"
    confidence: float = 1.0
    rule: str = ""


class DecisionRow(NamedTuple):
    """A decision with its votes."""

    outcome: str
    yes: int | None
    no: int | None
    abstain: int | None
    text: str
    start: int = 0


class CitationRow(NamedTuple):
    """A cited paper or law."""

    kind: str
    normalized: str
    text: str | None


class MentionRow(NamedTuple):
    """A mention of an OZG concept."""

    concept: str
    value: str | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Everything of a document that gold tells about, in the order of the text; `text` is the reading."""

    text: str = ""
    statements: tuple[StatementRow, ...] = ()
    decisions: tuple[DecisionRow, ...] = ()
    citations: tuple[CitationRow, ...] = ()
    mentions: tuple[MentionRow, ...] = ()


def found_in(db: Database, document: str) -> Found:
    """The findings that a database holds of a document."""

    def rows(sql: str) -> list[tuple[object, ...]]:
        return list(db.execute(sql, [document]))

    texts = rows("select text from texts where document_id = ?")
    return Found(
        text=str(texts[0][0]) if texts else "",
        statements=tuple(map(StatementRow._make, rows(_STATEMENTS))),
        decisions=tuple(map(DecisionRow._make, rows(_DECISIONS))),
        citations=tuple(
            map(CitationRow._make, rows("select kind, normalized, text from citations where document_id = ?"))
        ),
        mentions=tuple(
            map(
                MentionRow._make,
                rows("select concept_id, value, text from ozg_mentions where document_id = ?"),
            )
        ),
    )


_STATEMENTS = (
    "select speaker, speaker_name, text, start, kind, confidence, rule from statements "
    "where document_id = ? order by start"
)
_DECISIONS = (
    "select outcome, votes_yes, votes_no, votes_abstain, text, start from decisions "
    "where document_id = ? order by start"
)
