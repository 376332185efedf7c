"""Our German pipeline, assembled from `german.cfg`."""

from __future__ import annotations

import gc
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.util import load_config, load_model_from_config

from pipeline.opinion.component import installed

COMPONENTS = (
    "pipeline.structure.sentences",
    "pipeline.structure.sections",
    "pipeline.people.component",
    "pipeline.statements.component",
    "pipeline.press.component",
    "pipeline.motions.component",
    "pipeline.decisions.component",
    "pipeline.citations.component",
    "pipeline.following.component",
    "pipeline.ozg.component",
)
"""The modules that register the components' factories with spaCy when they are imported."""
CONFIG = Path(__file__).with_name("german.cfg")
KEPT_WORDS = 100_000
"""So many words stay divided into tokens; the 18 recorded minutes have 24,000 different ones, spaCy keeps 10,000."""


@cache
def load() -> Language:
    """The pipeline, built once per process (about a second)."""
    for component in COMPONENTS:
        import_module(component)
    nlp = load_model_from_config(load_config(CONFIG), auto_fill=True)
    if package := installed():
        nlp.add_pipe("opinion", after="people", config={"package": package})
    # Behind the first special case of a text, and a line end is one, spaCy's tokenizer keeps nothing and divides each
    # word anew: 1.2 s of CPU for 660 pages, 0.2 s without. Sentences begin behind blanks, with special cases or not.
    tokenizer: Any = nlp.tokenizer
    tokenizer.rules = {}
    tokenizer.max_cache_size = KEPT_WORDS
    gc.freeze()  # what is there now stays: not to look through it at each collection saves 4 % of the CPU time
    return nlp
