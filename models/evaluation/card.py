"""The accuracy card: how good Ratslese is, told to readers in German, with how certain each figure is.

Names of persons never stand in it; they are looked at only to tell right from wrong.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from models.evaluation.calibrate import (
    Group,
    Judged,
    Observation,
    calibration_error,
    first_sight,
    fit,
    held_out,
    observations,
    reliability,
    threshold_for,
    told_by,
)
from models.evaluation.cases import Case
from models.evaluation.figures import Figures, figures, grouped, is_given
from models.evaluation.first_sight import Sight
from models.evaluation.intervals import Share, wilson
from models.evaluation.measures import Measure, Scores
from pipeline.statements.confidence import probability

FACTIONS = Path(__file__).parents[1] / "gold/factions.toml"
STYLES = {"konjunktiv": "Konjunktiv", "indicative": "Indikativ", "verbatim": "wörtlich"}
KINDS = {"I": "berichtet", "C": "fortgesetzt", "D": "wörtliche Rede"}
GENDERS = {"m": "Männer", "f": "Frauen"}
UNKNOWN = "nicht gesagt"
LOCAL = "örtliche Gruppen"
LAYERS = {
    "decisions": "Beschlüsse",
    "votes": "Stimmenzahlen",
    "references:paper": "Vorlagen",
    "references:law": "Gesetze",
    "references:ozg": "OZG",
}
INTRODUCTION = """\
# Wie genau Ratslese liest

Gemessen an Niederschriften, die Menschen nach festen Regeln Satz für Satz ausgezeichnet haben, bevor sie sahen, was
Ratslese daraus macht. In eckigen Klammern steht, in welchem Bereich der wahre Wert mit 95 % Wahrscheinlichkeit liegt
(Wilson; bei F1 durch wiederholtes Ziehen der Einheiten). Je weniger Einheiten, desto weiter der Bereich.

- **Genauigkeit**: Von den zugeschriebenen Einheiten sind so viele richtig zugeschrieben.
- **Trefferquote**: Von den Äußerungen, die dastehen, sind so viele richtig zugeschrieben.
- **F1**: das harmonische Mittel aus beiden.
- **falsch**: Von den zugeschriebenen Einheiten gehören so viele jemand anderem oder niemandem.
"""
LIMITS = """\
## Was diese Zahlen nicht sagen

Die ausgezeichneten Niederschriften lagen vor, während die Regeln geschrieben wurden; an Niederschriften anderer
Kommunen sind die Zahlen niedriger (siehe „Auf den ersten Blick“). Jede Einheit wurde einmal ausgezeichnet. Die
Einheiten eines Dokuments hängen zusammen: Ein übersehener Sprecher kostet alles, was er noch sagt. Die Bereiche sind
deshalb eher zu eng. Die Karte schreibt `ratslese evaluate --card`; sie ändert sich nur, wenn sich Regeln oder
Auszeichnungen ändern.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What the card tells about."""

    cases: Sequence[Case]
    scores: Scores
    threshold: float
    first: Sequence[Sight]
    """How the gold was read at first sight."""
    ablation: dict[str, dict[str, float]]
    """By municipality: entries taken from the vocabularies, F1 and wrong share with and without them."""


def card(measured: Measured) -> str:
    """The card as Markdown."""
    parts = (
        INTRODUCTION,
        _overview(measured),
        _first_sight(measured),
        _by_style(measured),
        _speakers(measured),
        _coverage(measured),
        _calibration(measured),
        _left_out(measured),
        _vocabulary(measured),
        _others(measured.scores),
        LIMITS,
    )
    return "\n".join(part for part in parts if part)


def percent(share: Share | None) -> str:
    """`97,8 % [96,1–98,8]`, or a dash for a share of nothing."""
    if share is None:
        return "–"
    return f"{_number(share.value)} % [{_number(share.low)}–{_number(share.high)}]"


def _number(share: float) -> str:
    return f"{share * 100:.1f}".replace(".", ",")


def table(head: Sequence[str], rows: Iterable[Sequence[str]], words: int = 1) -> str:
    """A Markdown table; the first `words` columns hold words, the others figures."""
    ruler = ["---" if at < words else "---:" for at in range(len(head))]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ruler, *rows)) + "\n"


FIGURES = ("Einheiten", "Genauigkeit", "Trefferquote", "F1", "falsch")


def _figures(found: Figures) -> tuple[str, ...]:
    return (
        str(found.units),
        percent(found.precision),
        percent(found.recall),
        percent(found.f1),
        percent(found.wrong),
    )


def _overview(measured: Measured) -> str:
    documents = {case.document for case in measured.cases}
    towns = {case.municipality for case in measured.cases}
    whole = figures(measured.cases, measured.threshold)
    rows = [("**alle**", *_figures(whole))]
    for style, cases in grouped(measured.cases, lambda case: STYLES[case.style]).items():
        rows.append((style, *_figures(figures(cases, measured.threshold))))
    for town, cases in grouped(measured.cases, lambda case: case.municipality).items():
        rows.append((town, *_figures(figures(cases, measured.threshold))))
    told = f"{whole.units} Äußerungen aus {len(documents)} Dokumenten von {len(towns)} Kommunen.\n"
    return f"## Wer was sagte\n\n{told}\n{table(('', *FIGURES), rows)}"


def _first_sight(measured: Measured) -> str:
    if not measured.first:
        return ""
    told = (
        "So wurde der eigene Teil der Auszeichnungen beim ersten Mal gelesen, bevor jemand sah, was dabei herauskam. "
        "Danach wurden die Regeln daran verbessert. Für Niederschriften, die Ratslese noch nie gesehen hat, sagt dies "
        "mehr als die Zahlen darüber.\n"
    )
    towns = sorted({one.municipality for one in measured.first})
    rows = [("**alle**", *_sighted(measured.first))]
    rows += [(town, *_sighted([one for one in measured.first if one.municipality == town])) for town in towns]
    head = ("", "Einheiten", "Genauigkeit", "Trefferquote", "F1", "falsch")
    return f"## Auf den ersten Blick\n\n{told}\n{table(head, rows)}"


def _sighted(seen: Sequence[Sight]) -> tuple[str, ...]:
    wanted, given, right = (sum(getattr(one, name) for one in seen) for name in ("wanted", "given", "right"))
    f1 = 2 * right / (wanted + given) if wanted + given else 0.0
    return (
        str(wanted),
        percent(wilson(right, given)),
        percent(wilson(right, wanted)),
        f"{_number(f1)} %",
        percent(wilson(given - right, given)),
    )


def _by_style(measured: Measured) -> str:
    def key(case: Case) -> str:
        return "\t".join((STYLES[case.style], case.municipality, KINDS[case.kind]))

    rows = [
        (*group.split("\t"), *_figures(figures(cases, measured.threshold)))
        for group, cases in grouped(measured.cases, key).items()
    ]
    told = (
        "Der Stil ist der, den Ratslese an der Stelle erkennt. Wo keine Äußerung steht, zählt die Art, für die "
        "Ratslese sie hielt.\n"
    )
    head = ("Stil", "Kommune", "Art", *FIGURES)
    return f"## Nach Stil, Kommune und Art\n\n{told}\n{table(head, rows, words=3)}"


def _speakers(measured: Measured) -> str:
    wanted = [case for case in measured.cases if case.wanted]
    told = (
        "Damit niemand planmäßig übersehen wird: die Trefferquote danach, was das Dokument über die sprechende Person "
        "sagt (Anrede, Amt, Anwesenheitsliste). Rollen ohne Namen haben meist weder Geschlecht noch Fraktion.\n"
    )
    genders = grouped(wanted, lambda case: GENDERS.get(case.gender or "", UNKNOWN))
    factions = grouped(wanted, lambda case: _faction(case.faction))
    head = ("", "Einheiten", "Trefferquote")
    return (
        f"## Nach Geschlecht und Fraktion\n\n{told}\n"
        f"{table(head, _recalls(genders, measured.threshold))}\n{table(head, _recalls(factions, measured.threshold))}"
    )


def _recalls(groups: dict[str, list[Case]], threshold: float) -> Iterator[tuple[str, str, str]]:
    for name, cases in groups.items():
        right = sum(case.right and is_given(case, threshold) for case in cases)
        yield name, str(len(cases)), percent(wilson(right, len(cases)))


@cache
def _spellings() -> dict[str, str]:
    return tomllib.loads(FACTIONS.read_text(encoding="utf-8"))


def _faction(written: str | None) -> str:
    return _spellings().get(written, LOCAL) if written else UNKNOWN


def _coverage(measured: Measured) -> str:
    found = [case for case in measured.cases if case.way]
    kept = sum(is_given(case, measured.threshold) for case in found)
    wrong = sum(is_given(case, measured.threshold) and not case.right for case in found)
    rows = [
        ("Schwelle", f"{measured.threshold:.2f}".replace(".", ",")),
        ("Einheiten mit gefundenem Sprecher", str(len(found))),
        ("davon behalten (Abdeckung)", percent(wilson(kept, len(found)))),
        ("davon falsch", percent(wilson(wrong, kept))),
        ("falsch ohne Schwelle", percent(wilson(sum(not case.right for case in found), len(found)))),
    ]
    told = (
        "Unter der Schwelle bleibt der Sprecher leer, und die Zeile sagt es. Sie ist so gewählt, dass höchstens 2 % "
        "der Sprecher falsch sind.\n"
    )
    return f"## Die Schwelle\n\n{told}\n{table(('', ''), rows)}"


def _calibration(measured: Measured) -> str:
    judged = outside(measured)
    inside = [Judged(probability(one.way), one.right) for one in _observed(measured)]
    told = (
        "Die Spalte „Sicherheit“ soll halten, was sie sagt: Von den Äußerungen mit 0,95 sollen 95 % den richtigen "
        "Sprecher haben. Gezählt sind die Einheiten, wie sie heute und wie sie auf den ersten Blick gelesen wurden; "
        "jede Kommune hat ihre Sicherheit von den anderen gelernt. Mittlerer Abstand zwischen "
        f"gesagt und gemessen: {_number(calibration_error(judged))} Prozentpunkte (gemessen an den Einheiten, an denen "
        f"gelernt wurde: {_number(calibration_error(inside))}).\n"
    )
    plot = "![Gesagte gegen gemessene Sicherheit](calibration.svg)\n"
    head = ("gesagt", "Einheiten", "im Mittel gesagt", "gemessen")
    return f"## Hält die Sicherheit, was sie sagt?\n\n{told}\n{plot}\n{table(head, map(_group, reliability(judged)))}"


def outside(measured: Measured) -> list[Judged]:
    """Each unit with the probability that the other municipalities teach."""
    return [one for group in held_out(_observed(measured)).values() for one in group]


def _observed(measured: Measured) -> list[Observation]:
    return observations(measured.cases) + first_sight(measured.first)


def _group(group: Group) -> tuple[str, ...]:
    bounds = f"{group.low:.2f}–{group.high:.2f}".replace(".", ",")
    return bounds, str(group.units), f"{_number(group.told)} %", percent(wilson(group.right, group.units))


def _left_out(measured: Measured) -> str:
    observed = _observed(measured)
    judged = held_out(observed)
    rows = []
    for town in judged:
        others = [one for one in observed if one.municipality != town]
        threshold = threshold_for(told_by(fit(others), others))
        kept = [one for one in judged[town] if one.probability >= threshold]
        wrong = sum(not one.right for one in kept)
        rows.append(
            (
                town,
                str(len(judged[town])),
                f"{threshold:.3f}".replace(".", ","),
                percent(wilson(len(kept), len(judged[town]))),
                percent(wilson(wrong, len(kept))),
                _number(calibration_error(judged[town])),
            )
        )
    told = "Sicherheit und Schwelle sind hier nur an den anderen Kommunen gelernt.\n"
    head = ("Kommune", "Einheiten mit Sprecher", "Schwelle", "Abdeckung", "falsch", "Abstand (Punkte)")
    return f"## Eine Kommune ausgelassen: Sicherheit und Schwelle\n\n{told}\n{table(head, rows)}"


def _vocabulary(measured: Measured) -> str:
    if not measured.ablation:
        return ""
    told = (
        "Was Ratslese von einer Kommune gelernt haben kann, steht in seinen Wortlisten. Hier fehlt jeder Eintrag, der "
        "in den vorliegenden Dokumenten nur dieser einen Kommune vorkommt (Redeverben, Ämter, Rollen, Abkürzungen, "
        "Parteien, Wendungen); dann wird sie neu gelesen.\n"
    )
    rows = [
        (
            town,
            str(int(row["entries"])),
            *(f"{_number(row[name])} %" for name in ("f1", "f1_without", "wrong", "wrong_without")),
        )
        for town, row in sorted(measured.ablation.items())
    ]
    head = ("Kommune", "Einträge", "F1", "F1 ohne", "falsch", "falsch ohne")
    return f"## Eine Kommune ausgelassen: Wortlisten\n\n{told}\n{table(head, rows)}"


def _others(scores: Scores) -> str:
    rows = [
        (title, *_measure(scores.measures[name])) for name, title in LAYERS.items() if name in scores.measures
    ]
    head = ("", "Einheiten", "Genauigkeit", "Trefferquote", "F1")
    return f"## Beschlüsse und Fundstellen\n\n{table(head, rows)}"


def _measure(one: Measure) -> tuple[str, ...]:
    return (
        str(one.wanted),
        percent(wilson(one.right, one.given)),
        percent(wilson(one.right, one.wanted)),
        f"{_number(one.f1)} %",
    )
