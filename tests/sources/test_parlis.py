"""PARLIS: resolutions, votes told by factions, papers of an item, and the recorded minutes."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from db.records.council import AgendaItem, Consultation, Meeting, Paper
from db.records.reading import Reading, ReadingError
from sources.read import read

PAGE = Path(__file__).parent / "pages/parlis/niederschrift.html"


def every(reading: Reading, kind: type[Any]) -> list[Any]:
    return [record for record in reading.records if isinstance(record, kind)]


def marked(reading: Reading, kind: str) -> list[str]:
    return [reading.text[region.start : region.end] for region in reading.regions if region.kind == kind]


def changed(old: str, new: str) -> Reading:
    markup = PAGE.read_text("utf-8")
    assert old in markup
    return read(markup.replace(old, new).encode())


def test_items_keep_the_votes_of_factions_as_they_stand() -> None:
    reading = read(PAGE.read_bytes())
    first, second, third = every(reading, AgendaItem)
    assert (first.number, first.result, first.outcome) == ("1", None, None)
    assert second.result == "ABC, DEF und GHI gegen Freie Liste (= Ablehnung); Neue\u2011Mitte (= Enthaltung)"
    assert second.outcome is None
    assert marked(reading, "vote")[0] == f"Abstimmung:\n\n{second.result}"
    assert reading.text[second.start : second.end].startswith("§ 41\n\n2. Trinkbrunnen am Kirchplatz\n\n")
    assert (third.number, third.public) == ("3", False)


def test_a_numbered_sentence_of_a_decision_is_no_item() -> None:
    reading = read(PAGE.read_bytes())
    assert marked(reading, "decision") == [
        "Beschluss:\n\n3. Die Vorlage NR 7 wird in geänderter Fassung angenommen."
    ]


def test_the_paper_of_an_item_has_kind_originator_and_day() -> None:
    reading = read(PAGE.read_bytes())
    (paper,) = every(reading, Paper)
    assert (paper.reference, paper.paper_type, paper.originator) == ("NR 7", "Antrag", "ABC und der DEF")
    assert paper.date == "2024-02-01"
    assert len(every(reading, Consultation)) == 1
    assert Counter(link.kind for link in reading.links) == {"paper": 2, "excerpt": 1}
    assert reading.links[0].address == "/PARLISLINK/DDW?W=DOK_NAME=%27PAR_41_2024'"


def test_what_is_not_known_is_told() -> None:
    reading = changed("<div class=WordSection1>", "<div class=WordSection1>Lose Worte")
    assert [doubt.message for doubt in reading.doubts] == [
        "unknown label: Beginn",
        "unknown label: Protokollerklärung",
        "9 letters of the page stand outside of its paragraphs",
        "item 3 is not public: its papers are not taken",
    ]


def test_a_number_that_stands_twice_loses_no_item() -> None:
    reading = changed("3.&nbsp; &nbsp; &nbsp;  Grund", "2.&nbsp; &nbsp; &nbsp;  Grund")
    assert len({item.id for item in every(reading, AgendaItem)}) == 3
    again = changed("Nicht öffentlicher Teil", "Weiteres")
    assert [item.public for item in every(again, AgendaItem)] == [True, True, True]


def test_a_lost_vote_shows_in_the_fit() -> None:
    fit = changed("<u>Abstimmung:</u></p>\n<p\n", "Abstimmung:</p>\n<p\n").fit
    assert fit is not None
    assert fit.missing == ("vote on a decision",)


def test_minutes_without_items_are_refused() -> None:
    markup = PAGE.read_text("utf-8")
    with pytest.raises(ReadingError, match="no items"):
        read((markup[: markup.index("<div class=WordSection1>")] + "</body></html>").encode())


@pytest.mark.recorded
def test_recorded_minutes(shared: Path) -> None:
    (path,) = (shared / "data/parlis").glob("*.html")
    reading = read(path.read_bytes())
    # counted in the raw file: 2 resolutions (PAR_…), 2 underlined votes, 1 underlined decision, 1 paper (NR_…)
    items = every(reading, AgendaItem)
    assert ([item.number for item in items], len(every(reading, Paper))) == (["4", "5"], 1)
    assert (len(marked(reading, "decision")), len(marked(reading, "vote"))) == (1, 2)
    assert [vote.removeprefix("Abstimmung:\n\n") for vote in marked(reading, "vote")] == [
        item.result for item in items
    ]
    assert "gegen" in items[1].result
    assert Counter(link.kind for link in reading.links) == {"excerpt": 2, "paper": 1}
    (meeting,) = every(reading, Meeting)
    assert (meeting.name, meeting.start) == ("4. Sitzung der STVV", "2026-08-27")
    assert (reading.doubts, reading.fit and reading.fit.share) == ((), 1.0)
