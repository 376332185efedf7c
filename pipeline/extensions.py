"""The `Doc` extensions through which the components hand on what they found (see `pipeline.findings`)."""

from __future__ import annotations

from spacy.tokens import Doc

EMPTY = (
    "agenda",
    "regions",
    "paragraphs",
    "sections",
    "items",
    "attendees",
    "people",
    "statements",
    "decisions",
    "citations",
    "ozg",
)


def text_of(doc: Doc) -> str:
    """`doc.text`, joined once: spaCy puts it together anew from the tokens at every call."""
    text: str | None = doc.user_data.get("text")
    if text is None:
        text = doc.user_data["text"] = doc.text
    return text


def register() -> None:
    """Make the extensions known; calling it again changes nothing."""
    for name in EMPTY:
        Doc.set_extension(name, default=(), force=True)
    Doc.set_extension("head", default=None, force=True)
    Doc.set_extension("kind", default="unknown", force=True)
    Doc.set_extension("product", default="", force=True)
    Doc.set_extension("doubts", default=[], force=True)  # spaCy copies a mutable default for each Doc


register()
