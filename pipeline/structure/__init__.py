"""How minutes are laid out: sentences, paragraphs, sections, agenda items, head and attendance list.

Importing this package registers the spaCy components `sentences` and `sections`.
"""

from __future__ import annotations

from pipeline.structure.sections import SectionReader
from pipeline.structure.sentences import SentenceReader

__all__ = ["SectionReader", "SentenceReader"]
