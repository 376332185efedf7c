"""Numbers of papers in the heading of an item: `Vorlage: 2018/0161`, `(DS 15/2023)`, `AN/12/2021`."""

from __future__ import annotations

import re

from pipeline.structure.vocabulary import alternatives

NUMBER = r"(?:[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{0,4}[-/ ]{1,2})?\d[\w.]*(?:[/-][\w.]*\w)*"
LABEL = rf"(?:{alternatives('papers', 'label')})"
SHOWN = re.compile(rf"\(?\b{LABEL}\s?:?\s*(?P<numbers>{NUMBER}(?:(?:\s?[,;]\s?|\sund\s|\s){NUMBER})*)\s?\)?")
BARE = re.compile(r"\(?(?:[A-Z]{1,4}/)?\d{2,5}/(?:19|20)\d\d(?:/\d{1,2})?\)?$")
"""A number alone on its line (`AN/12/2021`, `0123/2021`)."""

PAPER_LINE = re.compile(rf"{SHOWN.pattern}|{BARE.pattern}".replace("?P<numbers>", ""))
ORIGIN_LINE = re.compile(rf"(?:{alternatives('papers', 'origin')})\b[^.!?]*(?::|$)")


def papers_of(words: str) -> tuple[str, ...]:
    """The numbers of papers as a heading writes them, each once."""
    found: list[str] = []
    for line in words.splitlines():
        if BARE.fullmatch(line.strip()):
            found.append(line.strip(" ()"))
    for match in SHOWN.finditer(words):
        found.extend(
            number
            for number in re.findall(NUMBER, match["numbers"])
            if re.search(r"\d[/-]\d|\d{3}", number) or match["numbers"] == number
        )
    return tuple(dict.fromkeys(number.rstrip(".") for number in found))


def without_papers(words: str) -> str:
    """The words of a heading without the numbers of papers and their labels."""
    kept = (line for line in words.splitlines() if not BARE.fullmatch(line.strip()))
    return SHOWN.sub(" ", "\n".join(kept))
