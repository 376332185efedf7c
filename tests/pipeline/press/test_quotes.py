from __future__ import annotations

import pytest

from pipeline.press.persons import persons_in
from pipeline.press.quotes import quotations

INTRODUCED = "Der Leiter des Amtes, Dr. Frank Lorbach, zog Bilanz.\n\n"
SAID = "Wir haben lange darauf gewartet. Nun geht es endlich los"

CASES = [
    f"„{SAID}“, so Dr. Lorbach. Der Bau dauert zwei Jahre.",
    f'„{SAID}", so Dr. Lorbach. Der Bau dauert zwei Jahre.',
    f"„{SAID}“, äußerte sich Frank Lorbach, der Leiter des Amtes.",
    f"Frank Lorbach betonte: „{SAID}.“",
]


@pytest.mark.parametrize("text", CASES)
def test_the_speaker_stands_before_or_behind_the_quotation(text: str) -> None:
    text = f"{INTRODUCED}Die Halle wird gebaut.\n\n{text}"
    (found,) = quotations(text, persons_in(text))
    assert (found.speaker.name.family_name, text[found.start + 1]) == ("Lorbach", "W")
