"""The outcome of an agenda item: the last word of its decisions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.records.council import Outcome
from pipeline.findings import Decision

AMENDING = re.compile(
    r"[ÄEäe]nderungsantr|rgänzungsantr|[Zz]usatzantr|[Aa]ntrag auf (?:Vertagung|Nichtbefassung|Verweisung|Schluss|geheime|Absetzung)"
)
PART = re.compile(r"Ziffer|Nr\.|Satz|Teil|Abschnitt|Absatz|[a-h]\)")


def final_outcome(votes: Sequence[Decision]) -> Outcome:
    """What became of the item after all its votes.

    A vote on the matter itself counts before votes on amendments; of a matter voted in parts, the accepted part makes it
    accepted; a mere notice never outweighs a vote.
    """
    main = [vote for vote in votes if not (vote.subject and AMENDING.search(vote.subject))] or list(votes)
    labelled = [vote for vote in main if vote.rule.startswith("label")]
    told = [vote for vote in (labelled or main) if vote.outcome not in ("none", "unknown")]
    if not told:
        return main[-1].outcome if main else "none"
    parts = [vote for vote in told if vote.subject and PART.search(vote.subject)]
    if len(parts) > 1 and any(vote.outcome == "accepted" for vote in parts):
        return "accepted"
    return told[-1].outcome
