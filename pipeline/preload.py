"""What a process needs before its first document: imported once, in the process from which a pool's are forked."""

from __future__ import annotations

from models.german import load
from pipeline import assembly, document
from pipeline.statements.vocabulary import lemma
from sources import read

__all__ = ["assembly", "document", "read"]

load()
lemma("sagte")  # the first word opens the dictionary
