"""What a meeting decided: votes and results with their outcome and counts.

Importing this package registers the spaCy component `decisions`.
"""

from __future__ import annotations

from pipeline.decisions.component import DecisionFinder

__all__ = ["DecisionFinder"]
