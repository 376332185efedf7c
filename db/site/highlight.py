"""The words of a text that a search found, marked, in a stretch of the text that shows them."""

from __future__ import annotations

from markupsafe import Markup

from db.search.stems import stem
from db.search.words import WORD, forms_of
from db.site.expression import TERM

STRETCH = 48
"""Words of a snippet."""

BEFORE = 12
"""Words that are shown before the first one that was found."""


class Highlighter:
    """Marks what a search for `typed` found, read as `search_expression` reads it."""

    def __init__(self, typed: str) -> None:
        wanted = [term[0] for term in TERM.finditer(typed) if not term["minus"]]
        begun = [WORD.findall(term) for term in wanted if term.endswith("*")]
        self._stems = frozenset(stem(word) for term in wanted for word in WORD.findall(term))
        self._beginnings = tuple(words[-1].casefold() for words in begun if words)

    def finds(self, word: str) -> bool:
        """Whether a word of a text is what was looked for."""
        if not self._stems.isdisjoint(forms_of(word)):
            return True
        return bool(self._beginnings) and word.casefold().startswith(self._beginnings)

    def snippet(self, text: str) -> Markup:
        """The stretch of the text around the first word that was found; its letters are the text's."""
        words = list(WORD.finditer(text))
        first = next((number for number, word in enumerate(words) if self.finds(word[0])), 0)
        shown = words[max(0, first - BEFORE) : max(0, first - BEFORE) + STRETCH]
        if not shown:
            return Markup.escape(text[:300])
        start = 0 if shown[0] is words[0] else shown[0].start()
        end = len(text) if shown[-1] is words[-1] else shown[-1].end()
        marked = self._marked(text[start:end])
        return Markup("{}{}{}").format("… " if start else "", marked, " …" if end < len(text) else "")

    def _marked(self, text: str) -> Markup:
        pieces, at = [], 0
        for word in WORD.finditer(text):
            if self.finds(word[0]):
                pieces += [Markup.escape(text[at : word.start()]), Markup("<mark>{}</mark>").format(word[0])]
                at = word.end()
        return Markup("").join([*pieces, Markup.escape(text[at:])])
