"""Leaving one municipality out of the vocabularies: how well is it read without what only it could have taught us?

    python -m models.evaluation.ablation DATA GOLD...

From a copy of the program every entry of a vocabulary is taken that occurs in the recorded documents of the
municipality and of no other; the copy then reads the municipality's annotated documents. Writes `models/ablation.toml`
for the accuracy card. Closed classes of German (pronouns, prepositions, Konjunktiv forms) stay: no municipality teaches
them.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from models.evaluation.cases import cases, municipality_of
from models.evaluation.evaluate import tables
from models.evaluation.figures import figures
from models.evaluation.fresh import annotated, original
from pipeline.statements.threshold import SPEAKER_THRESHOLD
from pipeline.statements.vocabulary import lemma

PROGRAM = Path(__file__).parents[2]
ROOMS = ("db", "models", "pipeline", "sources")
TABLE = PROGRAM / "models/ablation.toml"
HEAD = """\
# Leaving one municipality out of the vocabularies: entries taken, F1 and share of wrong speakers with and without them.
# Written by `python -m models.evaluation.ablation`.
"""


@dataclass(frozen=True)
class Archive:
    """The recorded text of one municipality, as vocabularies look at it."""

    text: str

    @cached_property
    def words(self) -> frozenset[str]:
        """The words in small letters."""
        return frozenset(re.findall(r"[^\W\d_]+", self.text.lower()))

    @cached_property
    def ends(self) -> frozenset[str]:
        """Every end of every word."""
        return frozenset(word[at:] for word in self.words for at in range(len(word)))

    @cached_property
    def stems(self) -> frozenset[str]:
        """Every beginning of every word."""
        return frozenset(word[:at] for word in self.words for at in range(1, len(word) + 1))

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """The infinitives of the words."""
        return frozenset(lemma(word) for word in self.words)

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Every infinitive with every other word of its sentence, for verbs with separable particles."""
        sentences = (re.findall(r"[^\W\d_]+", part.lower()) for part in re.split(r"[.!?;:]", self.text))
        return frozenset(
            (lemma(word), other) for part in sentences for word in part for other in part if len(other) < 9
        )


Occurs = Callable[[Archive, str], bool]


def _verb(archive: Archive, entry: str) -> bool:
    verb, _, more = entry.partition(" ")
    particle = more.split(" ")[0].strip("-")
    if not particle:
        return verb in archive.lemmas
    return particle + verb in archive.lemmas or (verb, particle) in archive.pairs


def _word(archive: Archive, entry: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(entry.lower())}(?!\w)", archive.text.lower()) is not None


def _end(archive: Archive, entry: str) -> bool:
    return entry.split(" ")[0].lower() in archive.ends


def _stem(archive: Archive, entry: str) -> bool:
    return entry.split(" ")[0].lower() in archive.stems


def _first_word(archive: Archive, entry: str) -> bool:
    return entry.split(" ")[0].lower() in archive.words


def _pattern(archive: Archive, entry: str) -> bool:
    return re.search(entry.replace("^", ""), archive.text) is not None


def _verb_pattern(archive: Archive, entry: str) -> bool:
    verb, _, pattern = entry.partition(" ")
    return (verb == "*" or verb in archive.lemmas) and _pattern(archive, pattern)


VOCABULARIES: dict[str, Occurs] = {
    "people/office_ends.txt": _end,
    "people/roles.txt": _end,
    "people/short_offices.txt": _first_word,
    "people/short_roles.txt": _first_word,
    "people/role_adjectives.txt": _stem,
    "people/speaking_bodies.txt": _first_word,
    "people/parties.txt": _word,
    "people/titles.txt": _word,
    "people/given_names.txt": _first_word,
    "statements/reporting_verbs.txt": _verb,
    "statements/act_verbs.txt": _verb,
    "statements/silent_verbs.txt": _verb,
    "statements/body_verbs.txt": _verb,
    "statements/presenting_verbs.txt": _verb,
    "statements/idioms.txt": _verb_pattern,
    "statements/act_objects.txt": _verb_pattern,
    "statements/light_phrases.txt": _pattern,
    "statements/stances.txt": _pattern,
    "statements/procedure.txt": _pattern,
    "statements/nouns_of_saying.txt": _word,
    "statements/groups.txt": _end,
    "structure/words/abbreviations.txt": _word,
    "structure/words/offices.txt": _pattern,
    "structure/words/names.txt": _pattern,
}
"""The open classes, and how an entry of each is told to occur."""


def archives(data: Path) -> dict[str, Archive]:
    """The recorded text by municipality."""
    from db.records.reading import ReadingError
    from sources.read import read

    texts: dict[str, list[str]] = {}
    for path in sorted(path for path in data.rglob("*") if path.is_file()):
        try:
            text = read(path.read_bytes()).text
        except ReadingError:
            continue
        texts.setdefault(municipality_of(path.relative_to(data).as_posix()), []).append(text)
    return {town: Archive("\n".join(parts)) for town, parts in texts.items()}


def taken(town: str, recorded: dict[str, Archive], occurs: Occurs, entry: str) -> bool:
    """Whether an entry occurs in the documents of the municipality and of no other."""
    others = (archive for other, archive in recorded.items() if other != town)
    return occurs(recorded[town], entry) and not any(occurs(archive, entry) for archive in others)


def without(town: str, recorded: dict[str, Archive], folder: Path) -> int:
    """Copy the program into a folder without what only this municipality taught; the number of entries taken."""
    for room in ROOMS:
        shutil.copytree(PROGRAM / room, folder / room, ignore=shutil.ignore_patterns("__pycache__"))
    return sum(
        _thin(folder / "pipeline" / name, lambda entry, occurs=occurs: taken(town, recorded, occurs, entry))  # type: ignore[misc]
        for name, occurs in VOCABULARIES.items()
    )


def _thin(path: Path, is_taken: Callable[[str], bool]) -> int:
    """Take entries from a vocabulary: lines, or in the list of given names single names."""
    kept, count = [], 0
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith(("#", "[")):
            kept.append(line)
        elif path.name == "given_names.txt":
            gender, *names = line.split(" ")
            left = [name for name in names if not is_taken(name)]
            count += len(names) - len(left)
            kept.append(" ".join((gender, *left)))
        elif is_taken(line):
            count += 1
        else:
            kept.append(line)
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")
    return count


def score(data: Path, golds: Iterable[Path]) -> dict[str, float]:
    """F1 and share of wrong speakers of the program that is running."""
    found = figures(list(cases(annotated(golds, data))), SPEAKER_THRESHOLD)
    return {
        "f1": round(found.f1.value, 4) if found.f1 else 0.0,
        "wrong": round(found.wrong.value, 4) if found.wrong else 0.0,
    }


def score_copy(folder: Path, data: Path, golds: Sequence[Path]) -> dict[str, float]:
    """The same of a copy of the program, in a process of its own."""
    call = [sys.executable, "-m", "models.evaluation.ablation", "--score", str(data), *map(str, golds)]
    told = subprocess.run(
        call,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder)},
        check=True,
        capture_output=True,
        text=True,
    )
    return {name: float(figure) for name, figure in json.loads(told.stdout).items()}


def main(data: Path, golds: Sequence[Path]) -> None:
    """Leave out each municipality that has annotated statements, and write the table."""
    recorded = archives(data)
    annotated_by: dict[str, list[Path]] = {}
    for table in tables(golds):
        path = original(table, data).relative_to(data).as_posix()
        annotated_by.setdefault(municipality_of(path), []).append(table.resolve())
    lines = [HEAD]
    for town, own in sorted(annotated_by.items()):
        whole = score(data, own)
        if not whole["f1"]:
            continue
        with tempfile.TemporaryDirectory() as folder:
            entries = without(town, recorded, Path(folder))
            thinned = score_copy(Path(folder), data, own)
        lines.append(f'["{town}"]\nentries = {entries}\nf1 = {whole["f1"]}\nf1_without = {thinned["f1"]}')
        lines.append(f"wrong = {whole['wrong']}\nwrong_without = {thinned['wrong']}\n")
        print(town, entries, whole, thinned, file=sys.stderr)
    TABLE.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1] == "--score":
        print(json.dumps(score(Path(sys.argv[2]), [Path(argument) for argument in sys.argv[3:]])))
    else:
        main(Path(sys.argv[1]).resolve(), [Path(argument) for argument in sys.argv[2:]])
