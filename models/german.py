"""Our German pipeline, assembled from `german.cfg`."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path

from spacy.language import Language
from spacy.util import load_config, load_model_from_config

COMPONENTS = (
    "pipeline.structure.sentences",
    "pipeline.structure.sections",
    "pipeline.people.component",
    "pipeline.statements.component",
    "pipeline.decisions.component",
    "pipeline.citations.component",
    "pipeline.ozg.component",
)
"""The modules that register the components' factories with spaCy when they are imported."""
CONFIG = Path(__file__).with_name("german.cfg")


@cache
def load() -> Language:
    """The pipeline, built once per process (about a second)."""
    for component in COMPONENTS:
        import_module(component)
    return load_model_from_config(load_config(CONFIG), auto_fill=True)
