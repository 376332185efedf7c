"""What was proposed beside what was decided, word by word."""

from __future__ import annotations

from typing import Any

from datasette.database import Database

from db.site.entities.rows import rows

COMPARISONS = """
    select comparisons.*, proposals.document_id as proposal_document, proposals.start as proposal_start,
        proposals.paper_id, decisions.document_id as decision_document
    from comparisons
    join proposals on proposals.id = comparisons.proposal_id
    join decisions on decisions.id = comparisons.decision_id
    where {condition}
"""

CHANGES = """
    select amendments.kind,
        substr(was.text, amendments.proposal_start + 1, amendments.proposal_end - amendments.proposal_start) as was,
        substr(became.text, amendments.decision_start + 1, amendments.decision_end - amendments.decision_start)
            as became
    from amendments
    join texts as was on was.document_id = :proposal_document
    join texts as became on became.document_id = :decision_document
    where amendments.decision_id = :decision and amendments.proposal_id = :proposal
    order by amendments.position
"""


async def of_decision(database: Database, id: str) -> list[dict[str, Any]]:
    """The comparisons of a decision with what was proposed."""
    return await _comparisons(database, "comparisons.decision_id = :id", id)


async def of_paper(database: Database, id: str) -> list[dict[str, Any]]:
    """The comparisons of what a paper proposed with what was decided."""
    return await _comparisons(database, "proposals.paper_id = :id", id)


async def _comparisons(database: Database, condition: str, id: str) -> list[dict[str, Any]]:
    """Each with its changes."""
    found = await rows(database, COMPARISONS.format(condition=condition), id=id)
    return [
        {
            **row,
            "changes": await rows(
                database,
                CHANGES,
                decision=row["decision_id"],
                proposal=row["proposal_id"],
                proposal_document=row["proposal_document"],
                decision_document=row["decision_document"],
            ),
        }
        for row in found
    ]
