"""Universal Dependencies treebanks of German as training data with TIGER's labels.

`python -m models.training.tiger OUT CONLLU...` writes a `DocBin`. In TIGER the finite verb heads its clause: the
auxiliary takes the subject (`sb`), the full verb hangs on it (`oc`, or `pd` as a predicate). Only what the second
opinion asks for is turned round; every other label stays as Universal Dependencies have it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

LABELS = {
    "nsubj": "sb",
    "nsubj:pass": "sb",
    "csubj": "sb",
    "csubj:pass": "sb",
    "obj": "oa",
    "iobj": "da",
    "obl:arg": "op",
    "ccomp": "oc",
    "xcomp": "oc",
    "compound:prt": "svp",
    "root": "ROOT",
}
AUXILIARIES = ("aux", "aux:pass", "cop")
CLAUSAL = ("sb", "punct", "mark", "cc")
"""What hangs on the finite verb once that heads the clause."""


@dataclass(slots=True)
class Token:
    """A token of a sentence; `head` is an index, its own for the root."""

    form: str
    tag: str
    head: int
    label: str
    space: bool


def sentences(path: Path) -> Iterator[list[Token]]:
    """The sentences of a CoNLL-U file, contracted words (`im`) as the one token they are in the text."""
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if not line.startswith("#")]
        yield _tokens([row for row in rows if "." not in row[0]])


def _tokens(rows: Sequence[list[str]]) -> list[Token]:
    found: list[Token] = []
    place: dict[str, int] = {"0": -1}
    merged: dict[str, list[str]] = {}
    for row in rows:
        if "-" in row[0]:
            first, last = (int(number) for number in row[0].split("-"))
            merged |= {str(number): row for number in range(first, last + 1)}
            continue
        contracted = merged.get(row[0])
        if contracted and row[0] != contracted[0].split("-")[0]:
            place[row[0]] = len(found) - 1
            continue
        place[row[0]] = len(found)
        shown = contracted or row
        tag = "APPRART" if contracted else _tag(row[3], row[5])
        found.append(Token(shown[1], tag, int(row[6]), row[7], "SpaceAfter=No" not in shown[9]))
    for at, token in enumerate(found):
        token.head = at if token.head == 0 else place[str(token.head)]
        token.label = LABELS.get(token.label, token.label)
    _turn_round(found)
    return found


def _tag(part_of_speech: str, features: str) -> str:
    """A tag in the manner of STTS; the treebanks' own tags are of two different sets."""
    stem = {"VERB": "VV", "AUX": "VA"}.get(part_of_speech)
    if stem is None:
        return part_of_speech
    if "Mood=" in features:
        return f"{stem}FIN"
    return f"{stem}{'PP' if 'VerbForm=Part' in features else 'INF'}"


def _turn_round(tokens: list[Token]) -> None:
    """Let each finite auxiliary head its clause."""
    for at, token in enumerate(tokens):
        if token.label not in AUXILIARIES or not token.tag.endswith("FIN") or token.head == at:
            continue
        full, label = token.head, token.label
        verb = tokens[full]
        token.head, token.label = (at if verb.head == full else verb.head), verb.label
        verb.head, verb.label = at, "pd" if label == "cop" else "oc"
        for other in tokens:
            if other.head == full and other.label in CLAUSAL and other is not verb:
                other.head = at


def doc_of(vocab: Vocab, tokens: Sequence[Token]) -> Doc:
    """A sentence as spaCy trains on it."""
    return Doc(
        vocab,
        words=[token.form for token in tokens],
        spaces=[token.space for token in tokens],
        tags=[token.tag for token in tokens],
        heads=[token.head for token in tokens],
        deps=[token.label for token in tokens],
    )


def main(out: Path, treebanks: Sequence[Path]) -> None:
    """Write the treebanks' sentences to OUT."""
    vocab = spacy.blank("de").vocab
    kept = DocBin(docs=[doc_of(vocab, tokens) for path in treebanks for tokens in sentences(path)])
    kept.to_disk(out)


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(argument) for argument in sys.argv[2:]])
