"""Below which confidence a statement is given to nobody."""

from __future__ import annotations

from dataclasses import replace

from pipeline.findings import Statement

SPEAKER_THRESHOLD = 0.85
"""The lowest confidence with which a speaker is named, chosen for at most 2 % wrong speakers on the whole.

Confidence is a measured share (`pipeline.statements.confidence`). On all annotated minutes as they are read now, naming
everybody keeps that promise, also when each municipality is read without what only it taught the vocabularies
(`models/accuracy.md`). So the threshold withholds only what is right less often than any way of finding speakers is
today; a higher one would cost one speaker in fourteen, nearly all of them right.
"""


def withheld(statement: Statement) -> Statement:
    """The statement, without its speaker where it is too uncertain who speaks."""
    if statement.confidence >= SPEAKER_THRESHOLD:
        return statement
    return replace(statement, speaker=None, speakers=(), named=None)
