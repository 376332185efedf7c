"""The records: the one definition of every table, the ids of its rows, and what a source hands on.

Nothing here imports anything of ours outside this package. Importing it makes every table known in `TABLES`.
"""

from db.records import (
    claims,
    completeness,
    council,
    documents,
    findings,
    following,
    laws,
    motions,
    ozg,
    runs,
    votes,
)

__all__ = [
    "claims",
    "completeness",
    "council",
    "documents",
    "findings",
    "following",
    "laws",
    "motions",
    "ozg",
    "runs",
    "votes",
]
